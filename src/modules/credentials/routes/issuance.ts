import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { type Answer, get, json, post, type RouteContext } from '#kernel/http/route.ts'
import { issueCredential } from '../commands/issue-credential.ts'
import { redeemOffer } from '../commands/redeem-offer.ts'
import { isCardKind } from '../domain.ts'
import { makeNonce } from '../keys/nonces.ts'
import { offerDocument, preAuthorizedGrant } from '../metadata.ts'
import { credentialPaths } from '../paths.ts'
import { ProtocolError } from '../protocol-error.ts'
import { codeOf, findOpenOffer } from '../queries/offers.ts'

/** What the QR of an offer leads to. It is readable until it is used; a wallet still needs the number of the page. */
export const offer = get('/kartu-digital/tawaran/:reference', {
  access: anyone,
  audit: 'none',
  perMinute: 60,
  params: z.object({ reference: z.string().regex(/^[\w-]{32}$/) }),
  async handle({ db, tenant, now, origin, params: { reference } }) {
    const found = await findOpenOffer(db, reference, now)
    if (!found) throw notFound()
    return json(offerDocument(origin, { ...found, code: codeOf(tenant, reference) }))
  },
})

export const token = post(credentialPaths.token, {
  access: anyone,
  audit: 'none',
  // Wallets are programs without a page of ours: the code, and the number that the person types, are their proof.
  csrf: false,
  perMinute: 30,
  handle: (context) =>
    answered(context, async () => {
      const grant = context.form.get('grant_type')
      const code = context.form.get('pre-authorized_code')
      if (!grant) throw new ProtocolError('invalid_request', 'grant_type is missing')
      if (grant !== preAuthorizedGrant) throw new ProtocolError('unsupported_grant_type', `only ${preAuthorizedGrant}`)
      if (!code) throw new ProtocolError('invalid_request', 'pre-authorized_code is missing')
      const pin = context.form.has('tx_code') ? context.form.get('tx_code') : undefined
      const redeemed = await context.run(redeemOffer, { code, pin })
      if ('refused' in redeemed) throw new ProtocolError('invalid_grant', redeemed.refused)
      return { access_token: redeemed.token, token_type: 'Bearer', expires_in: redeemed.expiresIn }
    }),
})

export const nonce = post(credentialPaths.nonce, {
  access: anyone,
  audit: 'none',
  // Gives a challenge to anybody and changes nothing.
  csrf: false,
  rawBody: true,
  perMinute: 120,
  handle: ({ tenant, now }) => json({ c_nonce: makeNonce(tenant, 'issuing', now) }),
})

const request = z.object({
  credential_configuration_id: z.string().max(60),
  proofs: z.object({ jwt: z.array(z.string().max(8000)).length(1) }),
})

export const credential = post(credentialPaths.credential, {
  access: anyone,
  audit: 'own-data',
  // The access token in the header is the proof; a form of another site cannot send it.
  csrf: false,
  rawBody: true,
  perMinute: 60,
  handle: (context) =>
    answered(context, async () => {
      const bearer = /^Bearer ([\w-]{20,200})$/.exec(String(context.request.headers.authorization ?? ''))?.[1]
      if (!bearer) throw new ProtocolError('invalid_token', 'an access token is needed', 401)
      const body = context.request.body as Record<string, unknown> | undefined
      if (body && Object.hasOwn(body, 'credential_response_encryption')) {
        throw new ProtocolError('invalid_credential_request', 'answers are not encrypted here beyond TLS')
      }
      const parsed = request.safeParse(body)
      if (!parsed.success) {
        throw new ProtocolError(
          'invalid_credential_request',
          'a request holds credential_configuration_id and proofs.jwt with one proof',
        )
      }
      const { credential_configuration_id: configuration, proofs } = parsed.data
      if (!isCardKind(configuration)) {
        throw new ProtocolError('unknown_credential_configuration', 'there is no such card')
      }
      const proof = proofs.jwt[0] as string
      const issued = await context.run(issueCredential, { token: bearer, configuration, proof })
      return { credentials: [{ credential: issued.sdJwt }] }
    }),
})

async function answered({ reply }: Pick<RouteContext, 'reply'>, work: () => Promise<unknown>): Promise<Answer> {
  try {
    return json(await work())
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    if (error.status === 401) reply.header('www-authenticate', `Bearer error="${error.code}"`)
    return json({ error: error.code, error_description: error.message }, error.status)
  }
}
