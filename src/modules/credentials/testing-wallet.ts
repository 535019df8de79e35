import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'

type Json = Record<string, unknown>

/** What came back, as a program sees it. */
export interface Reply {
  readonly status: number
  readonly body: Json
}

/**
 * A wallet as somebody else would write it, after the specifications and with nothing of ours: only for tests. It finds
 * every address in metadata and checks what it is given.
 */
export class TestWallet {
  private constructor(
    private readonly app: FastifyInstance,
    private readonly now: () => number,
    readonly key: CryptoKey,
    readonly jwk: JWK,
  ) {}

  static async make(app: FastifyInstance, now: () => number): Promise<TestWallet> {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    return new TestWallet(app, now, privateKey, await exportJWK(publicKey))
  }

  async get(url: string, accept = 'application/json'): Promise<Reply & { readonly text: string }> {
    const { pathname, search, host } = new URL(url)
    const answer = await this.app.inject({ method: 'GET', url: pathname + search, headers: { accept, host } })
    return { status: answer.statusCode, text: answer.body, body: jsonOf(answer.body) }
  }

  async post(url: string, body?: Json | URLSearchParams, headers: Record<string, string> = {}): Promise<Reply> {
    const { pathname, host } = new URL(url)
    const isForm = body instanceof URLSearchParams
    const answer = await this.app.inject({
      method: 'POST',
      url: pathname,
      headers: {
        host,
        accept: 'application/json',
        ...(body ? { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { payload: isForm ? body.toString() : JSON.stringify(body) } : {}),
    })
    return { status: answer.statusCode, body: jsonOf(answer.body) }
  }

  /** What the QR of an offer leads to. */
  async readOffer(link: string): Promise<Json> {
    const uri = new URL(link.replace('openid-credential-offer://', 'https://wallet.invalid/')).searchParams.get(
      'credential_offer_uri',
    )
    const { status, body } = await this.get(uri as string)
    if (status !== 200) throw new Error(`offer answered ${status}`)
    return body
  }

  async token(offer: Json, pin?: string): Promise<Reply> {
    const server = await this.get(`${offer['credential_issuer']}/.well-known/oauth-authorization-server`)
    const grants = offer['grants'] as Record<string, Json>
    const [grant] = Object.keys(grants)
    const form = new URLSearchParams({
      grant_type: grant as string,
      'pre-authorized_code': String(grants[grant as string]?.['pre-authorized_code']),
      ...(pin === undefined ? {} : { tx_code: pin }),
    })
    return this.post(String(server.body['token_endpoint']), form)
  }

  async proof(issuer: string, nonce: string, changes: { header?: Json; payload?: Json; key?: CryptoKey } = {}) {
    return new SignJWT({ aud: issuer, nonce, iat: this.now(), ...changes.payload })
      .setProtectedHeader({ alg: 'ES256', typ: 'openid4vci-proof+jwt', jwk: this.jwk, ...changes.header })
      .sign(changes.key ?? this.key)
  }

  async credential(offer: Json, token: string, makeProof?: (nonce: string) => Promise<string>): Promise<Reply> {
    const issuer = String(offer['credential_issuer'])
    const { body: metadata } = await this.get(`${issuer}/.well-known/openid-credential-issuer`)
    const nonce = await this.post(String(metadata['nonce_endpoint']))
    const given = String(nonce.body['c_nonce'])
    return this.post(
      String(metadata['credential_endpoint']),
      {
        credential_configuration_id: (offer['credential_configuration_ids'] as string[])[0],
        proofs: { jwt: [await (makeProof ? makeProof(given) : this.proof(issuer, given))] },
      },
      { authorization: `Bearer ${token}` },
    )
  }

  /** Takes the offered card from beginning to end. */
  async take(link: string, pin?: string): Promise<HeldCard> {
    const offer = await this.readOffer(link)
    const { body: token } = await this.token(offer, pin)
    const { status, body } = await this.credential(offer, String(token['access_token']))
    if (status !== 200) throw new Error(`credential answered ${status}: ${JSON.stringify(body)}`)
    const [first] = body['credentials'] as { credential: string }[]
    return HeldCard.read(this, (first as { credential: string }).credential, String(offer['credential_issuer']))
  }

  seconds(): number {
    return this.now()
  }
}

/** A card with its disclosures, read and checked by hand. */
export class HeldCard {
  private constructor(
    private readonly wallet: TestWallet,
    readonly sdJwt: string,
    readonly jwt: string,
    readonly payload: Json,
    readonly disclosures: readonly { readonly text: string; readonly name: string; readonly value: unknown }[],
  ) {}

  static async read(wallet: TestWallet, sdJwt: string, issuer: string): Promise<HeldCard> {
    const [jwt = '', ...rest] = sdJwt.split('~')
    if (rest.pop() !== '') throw new Error('a card ends with ~')
    const { body } = await wallet.get(`${issuer}/.well-known/jwt-vc-issuer`)
    if (body['issuer'] !== issuer) throw new Error('metadata of another issuer')
    const keys = (body['jwks'] as { keys: JWK[] }).keys
    const { payload, protectedHeader } = await jwtVerify(
      jwt,
      async (header) => importJWK(keys.find(({ kid }) => kid === header.kid) as JWK, 'ES256'),
      { issuer, typ: 'dc+sd-jwt', algorithms: ['ES256'], currentDate: new Date(wallet.seconds() * 1000) },
    )
    if (!protectedHeader.kid) throw new Error('no kid')
    const cnf = payload['cnf'] as { jwk: JWK }
    if ((await calculateJwkThumbprint(cnf.jwk)) !== (await calculateJwkThumbprint(wallet.jwk))) {
      throw new Error('bound to another key')
    }
    const disclosures = rest.map((text) => {
      const [, name, value] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string, unknown]
      return { text, name, value }
    })
    return new HeldCard(wallet, sdJwt, jwt, payload as Json, disclosures)
  }

  /** Values of the flat claims by name. */
  get values(): Json {
    return Object.fromEntries(this.disclosures.map(({ name, value }) => [name, value]))
  }

  /** Every digest of the card, top and nested; computed as the RFC says, by node:crypto alone. */
  digestsMatch(): boolean {
    const digests = new Set<string>(this.payload['_sd'] as string[])
    for (const { value } of this.disclosures) {
      const nested = (value as { _sd?: string[] } | null)?._sd
      for (const digest of nested ?? []) digests.add(digest)
    }
    const computed = this.disclosures.map(({ text }) => createHash('sha256').update(text).digest('base64url'))
    return computed.length === digests.size && computed.every((digest) => digests.has(digest))
  }

  disclosure(name: string): string {
    return this.disclosures.find((one) => one.name === name)?.text as string
  }

  /** The card with some claims, proven by the key of this wallet. */
  async present(
    names: readonly string[],
    challenge: { readonly nonce: string; readonly audience: string },
    changes: { readonly key?: CryptoKey; readonly extra?: readonly string[]; readonly payload?: Json } = {},
  ): Promise<string> {
    const bound = `${[this.jwt, ...names.map((name) => this.disclosure(name)), ...(changes.extra ?? [])].join('~')}~`
    const binding = await new SignJWT({
      nonce: challenge.nonce,
      aud: challenge.audience,
      iat: this.wallet.seconds(),
      sd_hash: createHash('sha256').update(bound).digest('base64url'),
      ...changes.payload,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt' })
      .sign(changes.key ?? this.wallet.key)
    return bound + binding
  }
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return {}
  }
}
