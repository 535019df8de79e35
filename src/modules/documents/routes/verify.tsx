import { createHash } from 'node:crypto'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { type Answer, get, page, post, type RouteContext, redirect, text } from '#kernel/http/route.ts'
import { inclusionProofOf } from '#kernel/proof-log/proofs.ts'
import { verdictOn } from '../domain.ts'
import { documentPaths } from '../paths.ts'
import { parseVerificationCode } from '../qr/verification-code.ts'
import { findAuthorityPem, findDocumentByCode, findDocumentByFile, type PublicDocument } from '../queries/documents.ts'
import { listSignatures } from '../queries/signatures.ts'
import { isStoredFileIntact, trustOfRegion } from '../queries/trust.ts'
import { fromBase32 } from '../statement/base32.ts'
import { readStatement } from '../statement/statement.ts'
import { isSignedBy, listStatementKeys, type PublicStatementKey } from '../statement/statement-key.ts'
import { VerifierBusy, verifyInWorker } from '../verify/verify-in-worker.ts'
import { FileVerdictPage } from '../views/file-verdict.tsx'
import { type StatementCheck, VerdictPage } from '../views/verdict-page.tsx'
import { UnknownCodePage, VerifyFormPage } from '../views/verify-pages.tsx'

const largestFile = 25 * 1024 * 1024

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
    ...(await trustOfRegion(db, tenant)),
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

const verifyBy = (path: string) =>
  get(path, {
    access: anyone,
    audit: 'none',
    params: z.object({ code: z.string().max(40), statement: z.string().max(1200).optional() }),
    perMinute: 60,
    handle: (context) => showVerdict(context, context.params.code, context.params.statement),
  })

export const verifyCode = verifyBy(documentPaths.verify(':code'))
/** What a camera opens: the address is in capitals, for a QR holds them in the fewest modules. */
export const verifyScanned = verifyBy(documentPaths.scanned(':code', ':statement'))

async function showVerdict(context: RouteContext, typed: string, scanned?: string): Promise<Answer> {
  const { tenant, db, now } = context
  const code = parseVerificationCode(typed)
  if (!code) return page(<UnknownCodePage typed={typed} malformed />, 404)
  // 40 random bits cannot be searched at this rate, so a code tells nothing about its neighbours.
  await countAttempt(tenant, `verify:${context.request.ip}`, { attempts: 120, perSeconds: 600 })
  const document = await findDocumentByCode(db, code)
  if (!document) return page(<UnknownCodePage typed={code} />, 404)
  const [intact, signatures, proof, keys] = await Promise.all([
    isStoredFileIntact(tenant, db, document.fileHash),
    listSignatures(db, document.id),
    inclusionProofOf(db, document.id),
    listStatementKeys(db),
  ])
  const { zone } = tenant.profile
  return page(
    <VerdictPage
      document={document}
      verdict={verdictOn(document, intact, dayOf(now, zone).toString())}
      signatures={signatures}
      statement={scanned === undefined ? undefined : checkStatement(scanned, document, keys)}
      leaf={proof && { index: proof.leafIndex, treeSize: proof.treeSize }}
      zone={zone}
      origin={context.origin}
    />,
  )
}

function checkStatement(
  scanned: string,
  document: PublicDocument,
  keys: readonly PublicStatementKey[],
): StatementCheck {
  const read = readStatement(scanned.toUpperCase())
  if (!read || !isSignedBy(read, keys)) return 'not-ours'
  return Buffer.from(document.statement).equals(fromBase32(scanned.toUpperCase()) as Uint8Array)
    ? 'matches'
    : 'of-other'
}

export const authorityCertificate = get(documentPaths.authority, {
  access: anyone,
  audit: 'none',
  async handle(context) {
    const pem = await findAuthorityPem(context.db)
    if (!pem) throw notFound()
    return text(pem, 'application/x-pem-file')
  },
})
