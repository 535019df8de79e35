import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { revokeCertificate } from '../commands/revoke-certificate.ts'
import { documentPaths } from '../paths.ts'
import { findCertificate, listCertificates } from '../queries/certificates.ts'
import { certificateTexts } from '../texts-certificates.ts'
import { CertificateListPage, CertificateViewPage } from '../views/certificate-pages.tsx'

const revokes = permitted('documents.revoke-certificates')
const rowsShown = 50
const serialParams = z.object({ serial: z.string().regex(/^[0-9a-f]{2,40}$/) })
type SerialContext = RouteContext<z.infer<typeof serialParams>>

export const certificateList = get(documentPaths.certificates, {
  access: revokes,
  audit: 'none',
  query: z.object({
    q: z.string().max(120).optional().catch(undefined),
    keadaan: z.enum(['good', 'expired', 'revoked']).optional().catch(undefined),
    setelah: z
      .string()
      .regex(/^[\dTZ:.-]{20,32}_[0-9a-f-]{36}$/)
      .optional()
      .catch(undefined),
  }),
  async handle(context) {
    const { setelah, ...query } = context.query
    const [validTo, id] = setelah?.split('_') ?? []
    const after = validTo && id ? { validTo, id } : undefined
    const filter = { text: query.q, state: query.keadaan }
    const rows = await listCertificates(context.db, context.now, filter, { after, limit: rowsShown + 1 })
    const shown = rows.slice(0, rowsShown)
    const last = rows.length > rowsShown ? shown.at(-1) : undefined
    return page(
      <CertificateListPage
        {...context}
        query={query}
        rows={shown}
        isFirst={!after}
        next={last && `${last.validTo.toString()}_${last.id}`}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

export const certificateView = get(documentPaths.certificate(':serial'), {
  access: revokes,
  audit: 'none',
  params: serialParams,
  handle: (context) => showCertificate(context),
})

export const certificatePost = post(documentPaths.certificate(':serial'), {
  access: revokes,
  audit: 'none',
  params: serialParams,
  async handle(context) {
    const { serial } = context.params
    const { list } = await context.run(revokeCertificate, { serial, reason: context.form.get('reason') as never })
    context.notify(certificateTexts(context.locale)('revoked-done', { number: list }))
    return redirect(documentPaths.certificate(serial))
  },
  invalid: showCertificate,
})

async function showCertificate(context: SerialContext, error?: AppError): Promise<Answer> {
  const certificate = await findCertificate(context.db, context.now, context.params.serial)
  if (!certificate) throw notFound()
  return page(
    <CertificateViewPage
      {...context}
      certificate={certificate}
      chosen={(context.kept ?? context.form).get('reason')}
      error={error}
      zone={context.tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}
