import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { signedIn, systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import { whyNot } from '../money/why-not.ts'
import { findPayable } from '../queries/orders.ts'
import { isPayerOf, payerOf } from '../queries/own.ts'

/** How long a code on a screen can be paid: long enough to find the telephone, short enough for interest to stand still. */
export const qrFor = { minutes: 30 } as const

/** Writes down that a QRIS is asked for, before the acquirer is: its notice may come before its answer. */
export const askForQr = command({
  name: 'billing.ask-for-qr',
  event: 'billing.qr-asked.v1',
  access: signedIn,
  input: z.object({ number: z.string().max(20), bankId: z.string().max(31) }),
  async run(tx, input, context) {
    const payable = await findPayable(tx, context.tenant, input.number, context.now)
    const payer = await payerOf(tx, context.tenant, context.actor)
    if (!payable || !(await isPayerOf(tx, payer, payable))) throw notFound()
    if (whyNot(payable, context.now)) throw new AppError('wrong-state')
    const open = await tx
      .selectFrom('billing.qr_code')
      .selectAll()
      .where('number', '=', payable.number)
      .where('state', '=', 'open')
      .where('bank_id', '=', input.bankId)
      .where('amount', '=', senToNumeric(payable.amount))
      .where('valid_until', '>', dateOf(context.now.add({ minutes: 5 })))
      .orderBy('made_at', 'desc')
      .executeTakeFirst()
    if (open) return { result: { ...asked(open), isNew: false }, event: undefined }
    const end = context.now.add(qrFor)
    const until = payable.endsAt && Temporal.Instant.compare(payable.endsAt, end) < 0 ? payable.endsAt : end
    const row = await tx
      .insertInto('billing.qr_code')
      .values({
        partner_reference: `QR${randomBytes(12).toString('hex').toUpperCase()}`,
        bank_id: input.bankId,
        number: payable.number,
        account_id: context.actor.accountId ?? null,
        amount: senToNumeric(payable.amount),
        state: 'asked',
        content: null,
        reference_no: null,
        made_at: dateOf(context.now),
        valid_until: dateOf(until),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const result = { ...asked(row), isNew: true }
    return { result, event: { subject: { type: 'qr-code', id: row.partner_reference }, payload: { ...input } } }
  },
})

function asked(row: { partner_reference: string; amount: string; valid_until: Date }) {
  return { reference: row.partner_reference, amount: row.amount, validUntil: row.valid_until.toISOString() }
}

/** The code as the acquirer made it, checked before it is kept. */
export const keepQr = command({
  name: 'billing.keep-qr',
  event: 'billing.qr-made.v1',
  access: systemOnly,
  input: z.object({ reference: z.string().max(64), content: z.string().max(512), referenceNo: z.string().max(64) }),
  async run(tx, input) {
    const { reference, content, referenceNo } = input
    const done = await tx
      .updateTable('billing.qr_code')
      .set({ state: 'open', content, reference_no: referenceNo })
      .where('partner_reference', '=', reference)
      .where('state', '=', 'asked')
      .returning('number')
      .executeTakeFirst()
    if (!done) throw notFound()
    const payload = { number: done.number, referenceNo }
    return { result: undefined, event: { subject: { type: 'qr-code', id: reference }, payload } }
  },
})

/** The acquirer has cancelled the code. Money that was given for it before counts all the same. */
export const endQr = command({
  name: 'billing.end-qr',
  event: 'billing.qr-cancelled.v1',
  access: systemOnly,
  input: z.object({ reference: z.string().max(64) }),
  async run(tx, input) {
    await tx
      .updateTable('billing.qr_code')
      .set({ state: 'cancelled' })
      .where('partner_reference', '=', input.reference)
      .execute()
    return { result: undefined, event: { subject: { type: 'qr-code', id: input.reference }, payload: {} } }
  },
})
