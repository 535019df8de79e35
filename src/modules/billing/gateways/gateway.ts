import type { Sen } from '#kernel/money/money.ts'
import { callHttp, type HttpAnswer } from '#modules/messaging/index.ts'

export const gatewayIds = ['midtrans', 'xendit'] as const
export type GatewayId = (typeof gatewayIds)[number]
export const gatewayMethods = ['va', 'qris'] as const
export type GatewayMethod = (typeof gatewayMethods)[number]

/** How the region is known at a gateway. */
export interface GatewayAccess {
  readonly baseUrl: string
  /** Server key of Midtrans, secret key of Xendit. */
  readonly key: string
  /** Token that Xendit sends with each notification; Midtrans signs with its server key instead. */
  readonly callbackToken: string
}

export interface Wanted {
  /** Our number of the payment, new for each attempt. */
  readonly reference: string
  readonly amount: Sen
  readonly payerName: string
  readonly method: GatewayMethod
  readonly validUntil: Temporal.Instant
  readonly now: Temporal.Instant
}

export interface Instruction {
  readonly kind: GatewayMethod
  /** Number of the virtual account, or what the QR code says. */
  readonly text: string
  /** Bank of the virtual account. */
  readonly bank: string
}

export interface GatewayPayment {
  /** The gateway's own number: the reference under which the money is kept. */
  readonly externalId: string
  readonly reference: string
  readonly state: 'paid' | 'pending' | 'ended' | 'refunded'
  readonly amount: Sen
  readonly paidAt: Temporal.Instant | undefined
}

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** What a notice is about, once it is proven to be the gateway's. What it says is not believed: the gateway is asked. */
export type Notice =
  | { readonly reference: string; readonly externalId: string }
  | { readonly fault: 'unproven' | 'unreadable' }

/** A payment gateway behind one interface. */
export interface Gateway {
  readonly id: GatewayId
  readonly label: string
  createPayment(access: GatewayAccess, wanted: Wanted): Promise<{ externalId: string; instruction: Instruction }>
  query(access: GatewayAccess, payment: { reference: string; externalId: string }): Promise<GatewayPayment>
  /** @param refundKey the same for a repeated attempt: the gateway pays back once */
  refund(
    access: GatewayAccess,
    payment: { reference: string; externalId: string },
    back: { amount: Sen; reason: string; refundKey: string },
  ): Promise<void>
  readNotification(access: GatewayAccess, headers: Headers, raw: Buffer): Notice
  /** Payments that the gateway counts as paid since then; undefined when it has no such list and each has to be asked for. */
  listSettled(access: GatewayAccess, since: Temporal.Instant): Promise<GatewayPayment[] | undefined>
}

/** The gateway did not answer, or with a fault of its own: whether it did what was asked is unknown. */
export class GatewayUncertain extends Error {}

export class GatewayRefusal extends Error {
  readonly status: number
  constructor(status: number, said: string) {
    super(`the gateway refused (${status}): ${said.slice(0, 200)}`)
    this.status = status
  }
}

export async function askGateway(
  access: GatewayAccess,
  path: string,
  body?: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown>> {
  const authorization = `Basic ${Buffer.from(`${access.key}:`).toString('base64')}`
  let answer: HttpAnswer
  try {
    answer = await callHttp({
      url: `${access.baseUrl}${path}`,
      headers: { accept: 'application/json', authorization, ...headers },
      body: body && Buffer.from(JSON.stringify(body)),
    })
  } catch (error) {
    throw new GatewayUncertain('the gateway did not answer', { cause: error })
  }
  if (answer.status >= 500 || answer.status === 429) throw new GatewayUncertain(`the gateway answered ${answer.status}`)
  if (answer.status >= 300) throw new GatewayRefusal(answer.status, answer.text)
  try {
    return JSON.parse(answer.text) as Record<string, unknown>
  } catch (error) {
    throw new GatewayUncertain('the gateway answered something unreadable', { cause: error })
  }
}

/** A body that was sent to us; undefined when it is no object. */
export function readObject(raw: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
