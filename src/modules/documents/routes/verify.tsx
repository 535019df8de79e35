import { createHash } from 'node:crypto'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { type Answer, get, page, post, type RouteContext, redirect, text } from '#kernel/http/route.ts'
import { verdictOn } from '../domain.ts'
import { documentPaths } from '../paths.ts'
import { parseVerificationCode } from '../qr/verification-code.ts'
import {
  findAuthorityPem,
  findDocumentByCode,
  findDocumentByFile,
  isStoredFileIntact,
  trustOfRegion,
} from '../queries/documents.ts'
import { VerifierBusy, verifyInWorker } from '../verify/verify-in-worker.ts'
import { UnknownCodePage, VerdictPage, VerifyFormPage } from '../views/verify-pages.tsx'
import { FileVerdictPage } from '../views/file-verdict.tsx'

const largestFile = 25 * 1024 * 1024
const codeParams = z.object({ code: z.string().max(40) })

export const verifyForm = get(documentPaths.verifyForm, {
  access: anyone,
  audit: 'none',
  handle: () => page(<VerifyFormPage />),
})

export const verifyTyped = post(documentPaths.verifyForm, {
  access: anyone,
  audit: 'none',
  perMinute: 30,
  upload: { maxFileBytes: largestFile, maxFiles: 1 },
  handle(context) {
    if (context.uploads.length > 0 || context.form.has('file-form')) return verifyFile(context)
    const typed = context.form.get('code')
    const code = parseVerificationCode(typed)
    return code ? redirect(documentPaths.verify(code)) : page(<VerifyFormPage typed={typed} refused="code" />, 422)
  },
})

/** The file is looked at and forgotten: neither it nor who sent it is kept. */
async function verifyFile(context: RouteContext): Promise<Answer> {
  const { tenant, db, now } = context
  const [upload] = context.uploads
  if (!upload) return page(<VerifyFormPage refused="no-file" />, 422)
  if (upload.tooLarge) return page(<VerifyFormPage refused="too-large" />, 422)
  if (upload.bytes.toString('latin1', 0, 5) !== '%PDF-') return page(<VerifyFormPage refused="not-pdf" />, 422)
  await countAttempt(tenant, `verify-file:${context.request.ip}`, { attempts: 60, perSeconds: 600 })
  const document = await findDocumentByFile(db, createHash('sha256').update(upload.bytes).digest('hex'))
  const options = {
    ...(await trustOfRegion(db)),
    now: new Date(now.epochMilliseconds),
    ...(document ? { registeredAt: new Date(document.issuedAt.epochMilliseconds) } : {}),
  }
  const report = await verifyInWorker(upload.bytes, options).catch((error: unknown) => {
    throw error instanceof VerifierBusy ? new AppError('unavailable', { cause: error }) : error
  })
  const { zone } = tenant.profile
  const standing = document && verdictOn(document, report.verdict === 'genuine', dayOf(now, zone).toString())
  return page(
    <FileVerdictPage name={upload.name} report={report} document={document} standing={standing} zone={zone} />,
  )
}

export const verifyCode = get('/v/:code', {
  access: anyone,
  audit: 'none',
  params: codeParams,
  perMinute: 60,
  async handle(context) {
    const code = parseVerificationCode(context.params.code)
    if (!code) return page(<UnknownCodePage typed={context.params.code} malformed />, 404)
    // 40 random bits cannot be searched at this rate, so a code tells nothing about its neighbours.
    await countAttempt(context.tenant, `verify:${context.request.ip}`, { attempts: 120, perSeconds: 600 })
    const document = await findDocumentByCode(context.db, code)
    if (!document) return page(<UnknownCodePage typed={code} />, 404)
    const intact = await isStoredFileIntact(context.tenant, context.db, document.fileHash)
    const { zone } = context.tenant.profile
    const verdict = verdictOn(document, intact, dayOf(context.now, zone).toString())
    return page(<VerdictPage document={document} verdict={verdict} zone={zone} />)
  },
})

export const authorityCertificate = get(documentPaths.authority, {
  access: anyone,
  audit: 'none',
  async handle(context) {
    const pem = await findAuthorityPem(context.db)
    if (!pem) throw notFound()
    return text(pem, 'application/x-pem-file')
  },
})
