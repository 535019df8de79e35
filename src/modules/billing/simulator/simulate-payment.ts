import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { rupiah, type Sen, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { simulatedBankId } from '../banks/simulated.ts'
import { qrChannel } from '../qris/acquirer.ts'
import { findPayable } from '../queries/orders.ts'
import { openSimulatedBank } from './open-bank.ts'
import { isSimulated, simulatorId } from './simulator-channel.ts'

/** What a visitor of the demo bank can do to a payment. */
export const mishaps = [
  'pay',
  'twice',
  'repeated',
  'late',
  'wrong-amount',
  'lost',
  'delayed',
  'reordered',
  'corrupt',
  'forgotten',
] as const
export type Mishap = (typeof mishaps)[number]

/** How the demo bank speaks: by plain notices of money it has, by SNAP BI, where the region may refuse it, as acquirer of QRIS. */
export const protocols = ['notice', 'snap', 'qris'] as const

const copies: Readonly<Partial<Record<Mishap, number>>> = { repeated: 3, forgotten: 2 }

const channels = { notice: simulatorId, snap: simulatedBankId, qris: qrChannel(simulatedBankId) } as const

/** A wallet pays the sum that is in the code, whatever the bill has become since. */
async function sumOfQr(tx: WriteHandle, number: string, now: Temporal.Instant): Promise<Sen> {
  const row = await tx
    .selectFrom('billing.qr_code')
    .select('amount')
    .where('number', '=', number)
    .where('state', '=', 'open')
    .where('valid_until', '>', dateOf(now))
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  if (row) return senFromNumeric(row.amount)
  throw invalidField(
    'through',
    'Belum ada kode QR yang berlaku. Buat dahulu di halaman tagihan.',
    'There is no valid QR code. Make one on the page of the bill first.',
  )
}

/** The demo bank books a payment and, unless it is to be lost, tells the region of it. */
export const simulatePayment = command({
  name: 'billing.simulate-payment',
  event: 'billing.payment-simulated.v1',
  access: systemOnly,
  input: z.object({
    number: z.string().max(20),
    how: z.enum(mishaps),
    through: z.enum(protocols).default('notice'),
  }),
  async run(tx, input, context) {
    if (!isSimulated(context.tenant)) throw notFound()
    const payable = await findPayable(tx, context.tenant, input.number, context.now)
    if (!payable) throw notFound()
    const { how, through } = input
    if (through !== 'notice') await openSimulatedBank(tx, context)
    const sum = through === 'qris' ? await sumOfQr(tx, payable.number, context.now) : payable.amount
    const amount = sum + (how === 'wrong-amount' ? rupiah(5000) : 0n)
    const late = (payable.endsAt ?? payable.dueAt).add({ minutes: 1 })
    const paidAt = how === 'late' && Temporal.Instant.compare(late, context.now) > 0 ? late : context.now
    const references: string[] = []
    const pair = how === 'twice' || how === 'reordered'
    for (let n = 0; n < (pair ? 2 : 1); n += 1) {
      const reference = `SIM-${randomBytes(6).toString('hex').toUpperCase()}`
      references.push(reference)
      await tx
        .insertInto('billing.simulated_payment')
        .values({
          reference,
          number: payable.number,
          amount: senToNumeric(amount),
          paid_at: dateOf(paidAt.add({ seconds: n })),
          is_lost: how === 'lost',
          made_at: dateOf(context.now),
          channel: channels[through],
          mishap: how,
          state: 'taken',
          answer_code: null,
        })
        .execute()
      if (how === 'lost') continue
      // The first of two is told after the second; a delayed one when the payer has long gone.
      const seconds = how === 'delayed' ? 60 : how === 'reordered' && n === 0 ? 5 : 0
      const runAt = seconds ? context.now.add({ seconds }) : undefined
      for (let copy = 0; copy < (copies[how] ?? 1); copy += 1) {
        const key = `notify-as-bank:${reference}:${copy}`
        await context.enqueue('billing.notify-as-bank', { reference, copy }, { key, runAt })
      }
    }
    const event = { subject: { type: payable.kind, id: payable.id }, payload: { how, through, references } }
    return { result: references, event }
  },
})

/** What the demo bank heard from the region; money that the region refuses goes back to the payer at once. */
export const noteSimulatedAnswer = command({
  name: 'billing.note-simulated-answer',
  event: 'billing.simulated-answer-noted.v1',
  access: systemOnly,
  input: z.object({ reference: z.string().max(40), code: z.string().max(20), isReturned: z.boolean() }),
  async run(tx, input) {
    await tx
      .updateTable('billing.simulated_payment')
      .set({ answer_code: input.code, state: input.isReturned ? 'returned' : 'taken' })
      .where('reference', '=', input.reference)
      .execute()
    return {
      result: undefined,
      event: { subject: { type: 'simulated-payment', id: input.reference }, payload: input },
    }
  },
})
