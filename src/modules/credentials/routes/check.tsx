import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { type Answer, get, json, page, post, type RouteContext } from '#kernel/http/route.ts'
import { checkRequest } from '../api-description.ts'
import { cardTitles } from '../cards/fields.ts'
import { checkNames, type Verdict } from '../check/verdict.ts'
import { checkShownCard, openShowing, pageAudience } from '../commands/show-card.ts'
import { nonceSeconds } from '../domain.ts'
import { makeNonce } from '../keys/nonces.ts'
import { credentialPaths } from '../paths.ts'
import { CheckPage, OpenPage, VerdictPage } from '../views/check-pages.tsx'

const params = z.object({ code: z.string().regex(/^[\w-]{24}$/) })
const anybody = { access: anyone, audit: 'personal-data' } as const

/** What the QR leads to. Opening takes a press, so that a program that only looks at links does not use it up. */
export const openPage = get('/periksa-kartu/:code', {
  access: anyone,
  audit: 'none',
  perMinute: 60,
  params,
  handle: ({ locale, params: { code } }) => page(<OpenPage locale={locale} code={code} />),
})

export const open = post('/periksa-kartu/:code', {
  ...anybody,
  perMinute: 30,
  params,
  async handle(context) {
    const opened = await context.run(openShowing, { code: context.params.code })
    const { locale, tenant } = context
    return page(
      <VerdictPage locale={locale} zone={tenant.profile.zone} verdict={opened.verdict} shownFor={opened} />,
      opened.verdict.valid ? 200 : 422,
    )
  },
})

function checkPage(context: RouteContext, error?: AppError): Answer {
  const { locale, tenant, now, origin, form } = context
  return page(
    <CheckPage
      locale={locale}
      nonce={makeNonce(tenant, 'checking', now)}
      audience={pageAudience(origin)}
      form={form}
      error={error}
    />,
    error ? 422 : 200,
  )
}

/** A card that was sent as text or file: pasted or uploaded here. */
export const check = get(credentialPaths.check, {
  access: anyone,
  audit: 'none',
  handle: (context) => checkPage(context),
})

export const checkPasted = post(credentialPaths.check, {
  ...anybody,
  perMinute: 30,
  upload: { maxFileBytes: 64 * 1024, maxFiles: 1 },
  async handle(context) {
    const { form, uploads, locale, tenant } = context
    const [file] = uploads
    if (file?.tooLarge) throw new AppError('too-large', { params: { limit: '64 KB' } })
    const presentation = form.get('presentation') || (file?.bytes.toString('utf8').trim() ?? '')
    if (presentation === '') {
      throw invalidField(
        'presentation',
        'Tempel kartu digital atau pilih berkasnya.',
        'Paste a digital card or choose its file.',
      )
    }
    const verdict = await context.run(checkShownCard, { presentation, channel: 'page', purpose: form.get('purpose') })
    return page(<VerdictPage locale={locale} zone={tenant.profile.zone} verdict={verdict} />, verdict.valid ? 200 : 422)
  },
  invalid: (context, error) => checkPage(context, error),
})

const program = {
  // Programs have no page of ours and so no form token; nothing is done but the check, which is recorded.
  csrf: false,
  rawBody: true,
  perMinute: 120,
} as const

/** A challenge for the holder's program to answer, so that a proof counts once and for whoever asked. */
export const apiNonce = post(credentialPaths.apiNonce, {
  ...program,
  access: anyone,
  audit: 'none',
  handle: ({ tenant, now, origin }) =>
    json({
      nonce: makeNonce(tenant, 'checking', now),
      audience: pageAudience(origin),
      expiresAt: now.add({ seconds: nonceSeconds }).toString(),
    }),
})

export const apiCheck = post(credentialPaths.apiCheck, {
  ...program,
  ...anybody,
  async handle(context) {
    const body = checkRequest.safeParse(context.request.body)
    if (!body.success) {
      throw invalidField('presentation', 'Kirim JSON dengan presentation.', 'Send JSON with presentation.')
    }
    const verdict = await context.run(checkShownCard, { ...body.data, channel: 'program' })
    return json(verdictFor(verdict))
  },
})

/** A verdict as programs read it: what was looked at, and the claims of a valid card only. */
function verdictFor({ valid, checks, card, claims }: Verdict) {
  return {
    valid,
    checks: checkNames.flatMap((name) => checks.filter((one) => one.name === name)),
    ...(card
      ? {
          card: {
            kind: card.kind,
            title: cardTitles[card.kind],
            issuedAt: card.issuedAt.toString(),
            expiresAt: card.expiresAt.toString(),
            revokedAt: card.revokedAt?.toString() ?? null,
          },
        }
      : {}),
    claims: valid ? withoutMechanism(claims) : {},
  }
}

const mechanism = new Set(['iss', 'iat', 'exp', 'nbf', 'vct', 'cnf', 'status'])

function withoutMechanism(claims: Verdict['claims']) {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !mechanism.has(name)))
}
