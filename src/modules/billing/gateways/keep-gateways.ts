import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { permitted, signedIn, systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { whyNot } from '../money/why-not.ts'
import { findPayable } from '../queries/orders.ts'
import { isPayerOf, payerOf } from '../queries/own.ts'
import { type GatewayAccess, type GatewayId, gatewayIds, gatewayMethods } from './gateway.ts'

const seals = { key: 'billing.gateway.key', callback: 'billing.gateway.callback' } as const

/** Addresses that the gateways publish for their production. */
export const gatewayAddresses: Readonly<Record<GatewayId, string>> = {
  midtrans: 'https://api.midtrans.com',
  xendit: 'https://api.xendit.co',
}

const secretText = z.string().trim().max(300)

/** Opens, changes or closes an account at a gateway; empty secrets leave the present ones. */
export const keepGateway = command({
  name: 'billing.keep-gateway',
  event: 'billing.gateway-kept.v1',
  access: permitted('billing.administer', { stepUp: true }),
  input: z.object({
    id: z.enum(gatewayIds),
    isOpen: z.boolean(),
    baseUrl: z.url({ protocol: /^https?$/ }).max(200),
    key: secretText,
    callbackToken: secretText,
  }),
  async run(tx, input, context) {
    const { cipher } = context.tenant
    const known = await tx.selectFrom('billing.gateway').selectAll().where('id', '=', input.id).executeTakeFirst()
    if (!known && input.key.length < 8) {
      throw invalidField('key', 'Tulis kunci dari gerbang pembayaran.', 'Write the key of the gateway.')
    }
    const row = {
      id: input.id,
      is_open: input.isOpen,
      base_url: input.baseUrl.replace(/\/+$/, ''),
      key_sealed: input.key || !known ? cipher.seal(input.key, seals.key) : known.key_sealed,
      callback_sealed:
        input.callbackToken || !known ? cipher.seal(input.callbackToken, seals.callback) : known.callback_sealed,
      changed_at: dateOf(context.now),
    }
    await tx
      .insertInto('billing.gateway')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    const payload = { id: input.id, isOpen: input.isOpen, baseUrl: row.base_url }
    return { result: undefined, event: { subject: { type: 'gateway', id: input.id }, payload } }
  },
})

export async function listGateways(db: AnyHandle) {
  return db.selectFrom('billing.gateway').select(['id', 'is_open', 'base_url', 'changed_at']).execute()
}

/** How to speak with a gateway; undefined when the region has no open account there. */
export async function findAccess(db: AnyHandle, tenant: Tenant, id: GatewayId): Promise<GatewayAccess | undefined> {
  const row = await db
    .selectFrom('billing.gateway')
    .selectAll()
    .where('id', '=', id)
    .where('is_open', '=', true)
    .executeTakeFirst()
  return (
    row && {
      baseUrl: row.base_url,
      key: tenant.cipher.open(row.key_sealed, seals.key),
      callbackToken: tenant.cipher.open(row.callback_sealed, seals.callback),
    }
  )
}

/** Gateways wait this long for the payer; interest of another day is another payment. */
const payWithin = { hours: 2 } as const

/** Writes an attempt down before the gateway hears of it: its notice may come before its answer. */
export const askForGatewayPayment = command({
  name: 'billing.ask-for-gateway-payment',
  event: 'billing.gateway-payment-asked.v1',
  access: signedIn,
  input: z.object({ number: z.string().max(20), gatewayId: z.enum(gatewayIds), method: z.enum(gatewayMethods) }),
  async run(tx, input, context) {
    const payable = await findPayable(tx, context.tenant, input.number, context.now)
    const payer = await payerOf(tx, context.tenant, context.actor)
    if (!payable || !(await isPayerOf(tx, payer, payable))) throw notFound()
    if (whyNot(payable, context.now)) throw new AppError('wrong-state')
    const end = context.now.add(payWithin)
    const until = payable.endsAt && Temporal.Instant.compare(payable.endsAt, end) < 0 ? payable.endsAt : end
    const reference = `B${payable.number}-${randomBytes(6).toString('hex').toUpperCase()}`
    await tx
      .insertInto('billing.gateway_payment')
      .values({
        reference,
        gateway_id: input.gatewayId,
        number: payable.number,
        account_id: context.actor.accountId ?? null,
        amount: senToNumeric(payable.amount),
        method: input.method,
        state: 'asked',
        external_id: null,
        instruction: null,
        bank: null,
        made_at: dateOf(context.now),
        valid_until: dateOf(until),
      })
      .execute()
    const result = { reference, amount: payable.amount, payerName: payable.payerName, validUntil: until.toString() }
    return { result, event: { subject: { type: 'gateway-payment', id: reference }, payload: { ...input } } }
  },
})

/** What the gateway made of an attempt, or that it is over. */
export const noteGatewayPayment = command({
  name: 'billing.note-gateway-payment',
  event: 'billing.gateway-payment-noted.v1',
  access: systemOnly,
  input: z.object({
    reference: z.string().max(80),
    state: z.enum(['open', 'done']),
    externalId: z.string().max(80).optional(),
    instruction: z.string().max(600).optional(),
    bank: z.string().max(40).optional(),
  }),
  async run(tx, input) {
    const { reference, state, externalId, instruction, bank } = input
    const done = await tx
      .updateTable('billing.gateway_payment')
      .set({
        state,
        ...(externalId === undefined ? {} : { external_id: externalId }),
        ...(instruction === undefined ? {} : { instruction }),
        ...(bank === undefined ? {} : { bank }),
      })
      .where('reference', '=', reference)
      .where('state', '<>', state)
      .where('state', '<>', 'done')
      .returning('number')
      .executeTakeFirst()
    if (!done) return { result: false, event: undefined }
    const payload = { state, number: done.number }
    return { result: true, event: { subject: { type: 'gateway-payment', id: reference }, payload } }
  },
})
