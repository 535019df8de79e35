import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { get, page, post, redirect, text } from '#kernel/http/route.ts'
import { verdictOn } from './domain.ts'
import { documentPaths } from './paths.ts'
import { parseVerificationCode } from './qr/verification-code.ts'
import { findAuthorityPem, findDocumentByCode, isStoredFileIntact } from './queries.ts'
import { UnknownCodePage, VerdictPage, VerifyFormPage } from './views.tsx'

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
  handle(context) {
    const typed = context.form.get('code')
    const code = parseVerificationCode(typed)
    return code ? redirect(documentPaths.verify(code)) : page(<VerifyFormPage typed={typed} refused />, 422)
  },
})

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
