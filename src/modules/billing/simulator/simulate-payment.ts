import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { notFound } from '#kernel/errors.ts'
import { rupiah, senToNumeric } from '#kernel/money/money.ts'
import { findPayable } from '../queries/orders.ts'
import { isSimulated } from './simulator-channel.ts'

/** What a visitor of the demo bank can do to a payment. */
export const mishaps = ['pay', 'twice', 'repeated', 'late', 'wrong-amount', 'lost'] as const
export type Mishap = (typeof mishaps)[number]

/** The demo bank books a payment and, unless it is to be lost, tells the region of it. */
export const simulatePayment = command({
  name: 'billing.simulate-payment',
  event: 'billing.payment-simulated.v1',
  access: systemOnly,
  input: z.object({ number: z.string().max(20), how: z.enum(mishaps) }),
  async run(tx, input, context) {
    if (!isSimulated(context.tenant)) throw notFound()
    const payable = await findPayable(tx, context.tenant, input.number, context.now)
    if (!payable) throw notFound()
    const { how } = input
    const amount = payable.amount + (how === 'wrong-amount' ? rupiah(5000) : 0n)
    const late = (payable.endsAt ?? payable.dueAt).add({ minutes: 1 })
    const paidAt = how === 'late' && Temporal.Instant.compare(late, context.now) > 0 ? late : context.now
    const references: string[] = []
    for (let n = 0; n < (how === 'twice' ? 2 : 1); n += 1) {
      const reference = `SIM-${randomBytes(6).toString('hex').toUpperCase()}`
      references.push(reference)
      await tx
        .insertInto('billing.simulated_payment')
        .values({
          reference,
          number: payable.number,
          amount: senToNumeric(amount),
          paid_at: dateOf(paidAt),
          is_lost: how === 'lost',
          made_at: dateOf(context.now),
        })
        .execute()
      if (how === 'lost') continue
      for (let copy = 0; copy < (how === 'repeated' ? 3 : 1); copy += 1) {
        await context.enqueue('billing.notify-as-bank', { reference }, { key: `notify-as-bank:${reference}:${copy}` })
      }
    }
    const event = { subject: { type: payable.kind, id: payable.id }, payload: { how, references } }
    return { result: references, event }
  },
})
