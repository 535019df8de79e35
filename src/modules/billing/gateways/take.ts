import type { Config } from '#kernel/config.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { type PaymentOutcome, type RunCommand, takePayment } from '../commands/pay-bill.ts'
import {
  type Gateway,
  type GatewayAccess,
  type GatewayId,
  type GatewayMethod,
  type GatewayPayment,
  gatewayIds,
} from './gateway.ts'
import { askForGatewayPayment, findAccess, noteGatewayPayment } from './keep-gateways.ts'
import { midtrans } from './midtrans.ts'
import { xendit } from './xendit.ts'

export const gateways: Readonly<Record<GatewayId, Gateway>> = { midtrans, xendit }

/** A route or a job. */
export interface Taker {
  readonly tenant: Tenant
  readonly config: Config
  readonly now: Temporal.Instant
  readonly run: RunCommand
}

/** @returns our reference of the payment @throws GatewayRefusal, GatewayUncertain */
export async function beginPayment(
  by: Taker,
  id: GatewayId,
  access: GatewayAccess,
  wanted: { number: string; method: GatewayMethod },
): Promise<string> {
  const asked = await by.run(askForGatewayPayment, { ...wanted, gatewayId: id })
  const validUntil = Temporal.Instant.from(asked.validUntil)
  const made = await gateways[id].createPayment(access, { ...asked, method: wanted.method, validUntil, now: by.now })
  const { text, bank } = made.instruction
  const note = { reference: asked.reference, state: 'open', externalId: made.externalId, instruction: text, bank }
  await by.run(noteGatewayPayment, note, fromChannel(id))
  return asked.reference
}

/**
 * Asks the gateway what became of a payment and books what it says. Only this question makes money count: what a notice or a
 * browser says is no more than a reason to ask.
 */
export async function settlePayment(
  by: Taker,
  db: AnyHandle,
  id: GatewayId,
  about: { reference: string; externalId?: string | undefined },
): Promise<PaymentOutcome | GatewayPayment['state'] | 'unknown'> {
  const row = await db
    .selectFrom('billing.gateway_payment')
    .selectAll()
    .where('reference', '=', about.reference)
    .where('gateway_id', '=', id)
    .executeTakeFirst()
  const access = row && (await findAccess(db, by.tenant, id))
  if (!row || !access) return 'unknown'
  const externalId = row.external_id ?? about.externalId ?? ''
  const found = await gateways[id].query(access, { reference: row.reference, externalId })
  if (found.reference !== row.reference) return 'unknown'
  if (found.state === 'pending') return 'pending'
  // Money that was given and taken back at the gateway is the treasurer's to compare; here it never arrived.
  const outcome = found.state === 'paid' ? await book(by, id, row.number, found) : found.state
  await by.run(noteGatewayPayment, { reference: row.reference, state: 'done' }, fromChannel(id))
  return outcome
}

function book(by: Taker, id: GatewayId, number: string, found: GatewayPayment): Promise<PaymentOutcome> {
  const told = {
    channel: id,
    reference: found.externalId,
    number,
    amount: senToNumeric(found.amount),
    paidAt: (found.paidAt ?? by.now).toString(),
  }
  return takePayment(by.run, told, fromChannel(id))
}

/** Gateways have no list that can be trusted to hold everything, so each open attempt is asked for until it is over. */
export async function settleOpenPayments(by: Taker, db: AnyHandle, log: (error: unknown) => void): Promise<number> {
  const rows = await db
    .selectFrom('billing.gateway_payment')
    .select(['reference', 'gateway_id'])
    .where('state', '<>', 'done')
    .where('made_at', '>', new Date(by.now.subtract({ hours: 24 * 7 }).epochMilliseconds))
    .orderBy('valid_until')
    .limit(200)
    .execute()
  for (const row of rows) {
    const id = gatewayIds.find((each) => each === row.gateway_id) as GatewayId
    try {
      await settlePayment(by, db, id, { reference: row.reference })
    } catch (error) {
      log(error)
    }
  }
  return rows.length
}
