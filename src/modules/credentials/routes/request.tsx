import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, json, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { qrSvg } from '#modules/documents/index.ts'
import { answerRequest, askForCard, openAnswer } from '../commands/request-card.ts'
import { cardKinds } from '../domain.ts'
import { credentialPaths } from '../paths.ts'
import { ProtocolError } from '../protocol-error.ts'
import { findRequest, requestLink } from '../queries/requests.ts'
import { checkTexts } from '../texts-check.ts'
import { VerdictPage } from '../views/check-pages.tsx'
import { AskPage, RequestedPage } from '../views/request-pages.tsx'

const anybody = { access: anyone, perMinute: 60 } as const
const params = z.object({ secret: z.string().regex(/^[\w-]{32}$/) })
const query = z.object({ kartu: z.enum(cardKinds).catch('residence') })

function formPage({ locale, form }: RouteContext, kind: (typeof cardKinds)[number], error?: AppError): Answer {
  return page(<AskPage locale={locale} kind={kind} form={form} error={error} />, error ? 422 : 200)
}

export const askPage = get(credentialPaths.request, {
  ...anybody,
  audit: 'none',
  query,
  handle: (context) => formPage(context, context.query.kartu),
})

const kindIn = ({ form }: RouteContext) => z.enum(cardKinds).catch('residence').parse(form.get('kind'))

export const ask = post(credentialPaths.request, {
  ...anybody,
  audit: 'none',
  perMinute: 20,
  async handle(context) {
    const { form } = context
    const { asker, purpose } = form.pick('asker', 'purpose')
    const fields = [...form.all('fields')]
    return redirect(
      credentialPaths.requested(await context.run(askForCard, { kind: kindIn(context), fields, asker, purpose })),
    )
  },
  invalid: (context, error) => formPage(context, kindIn(context), error),
})

export const requested = get('/periksa-kartu/permintaan/:secret', {
  ...anybody,
  audit: 'none',
  params,
  async handle({ db, now, origin, locale, tenant, params: { secret } }) {
    const request = await findRequest(db, secret, now)
    if (!request) throw notFound()
    const link = requestLink(origin, request)
    return page(
      <RequestedPage
        locale={locale}
        zone={tenant.profile.zone}
        secret={secret}
        request={request}
        link={link}
        qr={qrSvg(link, { title: checkTexts(locale)('asked-qr') })}
      />,
    )
  },
})

export const openRequested = post('/periksa-kartu/permintaan/:secret', {
  ...anybody,
  audit: 'personal-data',
  params,
  async handle(context) {
    const { locale, tenant, params: address } = context
    const opened = await context.run(openAnswer, address)
    return page(
      <VerdictPage locale={locale} zone={tenant.profile.zone} verdict={opened.verdict} shownFor={opened} />,
      opened.verdict.valid ? 200 : 422,
    )
  },
})

const token = z.record(z.string(), z.array(z.string()).length(1))

export const answer = post('/kartu-digital/vp/:id', {
  ...anybody,
  audit: 'own-data',
  // Wallets are programs without a page of ours; the key of the card answers the challenge of this request.
  csrf: false,
  params: z.object({ id: z.uuid() }),
  async handle(context) {
    try {
      const [presentation] = presentationsIn(context.form.get('vp_token'))
      if (!presentation) throw new ProtocolError('invalid_request', 'vp_token holds one presentation under "kartu"')
      await context.run(answerRequest, { id: context.params.id, state: context.form.get('state'), presentation })
      return json({})
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      return json({ error: error.code, error_description: error.message }, error.status)
    }
  },
})

function presentationsIn(text: string): readonly string[] {
  try {
    return token.parse(JSON.parse(text))['kartu'] ?? []
  } catch {
    return []
  }
}
