import { randomBytes, type X509Certificate } from 'node:crypto'
import { OID } from '../signing/cms.ts'
import { checkToken } from './check-token.ts'
import { decodeResponse, encodeRequest, type TimeStampRequest } from './time-stamp-messages.ts'

/** A time-stamping authority of somebody else. */
export interface RemoteAuthority {
  readonly url: string
  readonly user: string | undefined
  readonly password: string | undefined
  /** Roots that its certificates must lead to. */
  readonly anchors: readonly X509Certificate[]
}

const LARGEST_ANSWER = 64 * 1024

/**
 * Asks an authority over HTTP (RFC 3161, 3.4) for a token over this SHA-256, and checks what comes back in full.
 * @param budgetMs from the first byte to the last
 * @throws Error for anything but a good token: nothing else may come into a letter
 */
export async function fetchToken(
  authority: RemoteAuthority,
  digest: Uint8Array,
  options: { readonly now: () => Date; readonly budgetMs: number },
): Promise<Uint8Array> {
  const nonce = randomBytes(16)
  nonce[0] = ((nonce[0] as number) & 0x7f) | 0x40
  const request: TimeStampRequest = {
    algorithm: OID.sha256,
    digest,
    nonce: nonce.toString('hex'),
    policy: undefined,
    withCertificates: true,
  }
  const { user, password } = authority
  const credentials = user && `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}`
  const answer = await fetchLimited(authority.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/timestamp-query',
      accept: 'application/timestamp-reply',
      ...(credentials ? { authorization: credentials } : {}),
    },
    body: Uint8Array.from(encodeRequest(request)),
    budgetMs: options.budgetMs,
    largest: LARGEST_ANSWER,
  })
  const token = decodeResponse(answer)
  checkToken(token, request, { anchors: authority.anchors, now: options.now() })
  return token
}

/** A body of limited size within limited time; a redirect leads nowhere. @throws Error */
export async function fetchLimited(
  url: string,
  options: Pick<RequestInit, 'method' | 'headers' | 'body'> & { readonly budgetMs: number; readonly largest: number },
): Promise<Uint8Array> {
  const { budgetMs, largest, ...rest } = options
  const response = await fetch(url, { ...rest, redirect: 'error', signal: AbortSignal.timeout(budgetMs) })
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new Error(`HTTP ${response.status}`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largest) throw new Error(`The answer is longer than ${largest} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
