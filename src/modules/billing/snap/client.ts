import { randomUUID } from 'node:crypto'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { callHttp, type HttpAnswer } from '#modules/messaging/index.ts'
import { type BankRow, bankSeals } from '../banks/bank.ts'
import { readResponseCode, type SnapCase } from './answer.ts'
import { signCall, signTokenRequest, writeTimestamp } from './signature.ts'

/** A bank answered something that we understand, but not what was hoped for. */
export class SnapRefusal extends Error {
  readonly code: string
  readonly result: SnapCase | undefined
  constructor(code: string, message: string) {
    super(`the bank answered ${code}: ${message}`)
    this.code = code
    this.result = readResponseCode(code).result
  }
}

/** Nobody knows whether the bank did it: it has to be asked for the state, and nothing may be taken for undone. */
export class SnapUncertain extends Error {}

interface Token {
  readonly value: string
  readonly until: number
}

/** Tokens live in memory: a process that starts asks for its own. */
const tokens = new Map<string, Token>()

export interface Caller {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  /** Headers that lead to this machine under the region's host name, when the bank is the simulated one. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

const paths = {
  token: '/v1.0/access-token/b2b',
  'create-va': '/v1.0/transfer-va/create-va',
  'update-va': '/v1.0/transfer-va/update-va',
  'delete-va': '/v1.0/transfer-va/delete-va',
  status: '/v1.0/transfer-va/status',
  report: '/v1.0/transfer-va/report',
  'qr-generate': '/v1.0/qr/qr-mpm-generate',
  'qr-query': '/v1.0/qr/qr-mpm-query',
  'qr-cancel': '/v1.0/qr/qr-mpm-cancel',
  'qr-refund': '/v1.0/qr/qr-mpm-refund',
} as const
export type SnapCall = Exclude<keyof typeof paths, 'token'>

/**
 * Calls a bank. The same external id twice on a day is the same call, so a caller who may have to repeat it keeps the id.
 * @throws SnapRefusal with the code of the bank; SnapUncertain when it did not answer, or with a fault of its own
 */
export async function callBank(
  by: Caller,
  bank: BankRow,
  call: SnapCall,
  body: Readonly<Record<string, unknown>>,
  externalId: string = randomUUID().replaceAll('-', ''),
): Promise<Record<string, unknown>> {
  try {
    return await callOnce(by, bank, call, body, externalId)
  } catch (error) {
    if (!(error instanceof SnapRefusal) || error.result !== 'bad-token') throw error
    tokens.delete(keyOf(by, bank))
    return callOnce(by, bank, call, body, externalId)
  }
}

const keyOf = (by: Caller, bank: BankRow) => `${by.tenant.id}/${bank.id}/${bank.changed_at.getTime()}`

async function callOnce(
  by: Caller,
  bank: BankRow,
  call: SnapCall,
  body: Readonly<Record<string, unknown>>,
  externalId: string,
): Promise<Record<string, unknown>> {
  if (!bank.our_secret_sealed) throw new Error(`bank ${bank.id} has not given us a secret`)
  const token = await tokenFor(by, bank)
  const url = new URL(`${bank.base_url}${paths[call]}`)
  const raw = Buffer.from(JSON.stringify(body))
  const timestamp = writeTimestamp(by.now, by.tenant.profile.zone)
  const signed = { method: 'POST', path: url.pathname + url.search, token, raw, timestamp }
  const secret = by.tenant.cipher.open(bank.our_secret_sealed, bankSeals.ourSecret)
  return send(by, url, raw, {
    authorization: `Bearer ${token}`,
    'x-timestamp': timestamp,
    'x-signature': signCall(secret, signed),
    'x-partner-id': bank.partner_id,
    'x-external-id': externalId,
    'channel-id': '95221',
  })
}

async function tokenFor(by: Caller, bank: BankRow): Promise<string> {
  const key = keyOf(by, bank)
  const known = tokens.get(key)
  if (known && known.until > by.now.epochMilliseconds) return known.value
  if (!bank.base_url || !bank.our_client_key || !bank.our_private_key_sealed) {
    throw new Error(`bank ${bank.id} cannot be called: its address or our client key is missing`)
  }
  const timestamp = writeTimestamp(by.now, by.tenant.profile.zone)
  const privateKey = by.tenant.cipher.open(bank.our_private_key_sealed, bankSeals.ourKey)
  const answer = await send(
    by,
    new URL(`${bank.base_url}${paths.token}`),
    Buffer.from(JSON.stringify({ grantType: 'client_credentials' })),
    {
      'x-timestamp': timestamp,
      'x-client-key': bank.our_client_key,
      'x-signature': signTokenRequest(privateKey, bank.our_client_key, timestamp),
    },
  )
  const value = String(answer['accessToken'] ?? '')
  const seconds = Number(answer['expiresIn'])
  if (!value || !Number.isFinite(seconds)) throw new SnapUncertain('the bank gave no token')
  // A minute early, so that none ends on its way.
  tokens.set(key, { value, until: by.now.epochMilliseconds + Math.max(0, seconds - 60) * 1000 })
  return value
}

async function send(
  by: Caller,
  url: URL,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  let answer: HttpAnswer
  try {
    answer = await callHttp({ url: url.href, headers: { ...by.headers, ...headers }, body })
  } catch (error) {
    throw new SnapUncertain('the bank did not answer', { cause: error })
  }
  const said = readJson(answer.text)
  const code = String(said['responseCode'] ?? '')
  if (answer.status >= 500 || !code) throw new SnapUncertain(`the bank answered ${answer.status}`)
  if (answer.status >= 300 || readResponseCode(code).result !== 'ok') {
    throw new SnapRefusal(code, String(said['responseMessage'] ?? ''))
  }
  return said
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
