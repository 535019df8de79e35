import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf, dayOf, instantOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { isOpen } from '../domain.ts'
import { owedOf } from '../money/owed.ts'
import { owedIn } from '../money/placing.ts'
import { lockBill } from './bill-row.ts'
import { tellPayer } from './tell-payer.ts'

/** Steps that a payer is told of by himself: two changes of the bill, and so many days before its due day or after. */
const step = z.string().regex(/^(issued|cancelled|(before|after)-\d{1,3})$/)

/** Tells the payer of one bill of one step, once, whoever asks again; nothing when he has no account or it no longer matters. */
export const tellOnce = command({
  name: 'billing.tell-once',
  event: 'billing.payer-told.v1',
  access: systemOnly,
  input: z.object({ billId: z.uuid(), step }),
  async run(tx, input, context) {
    const nothing = { result: false, event: undefined }
    const bill = await lockBill(tx, input.billId)
    if (input.step === 'cancelled' ? bill.state !== 'cancelled' : !isOpen(bill.state)) return nothing
    const first = await tx
      .insertInto('billing.bill_news')
      .values({ bill_id: bill.id, step: input.step, told_at: dateOf(context.now) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('step')
      .executeTakeFirst()
    if (!first) return nothing
    const person = bill.payer_person_id
    const accountId = bill.account_id ?? (person && (await accountForPerson(tx, person))?.id)
    if (!accountId) return nothing
    const day = dayOf(context.now, context.tenant.profile.zone)
    const [news] = input.step.split('-') as ['issued' | 'cancelled' | 'before' | 'after']
    await tellPayer(tx, context, { ...bill, account_id: accountId }, news, {
      reason: bill.closed_reason ?? '',
      owed: formatRupiah(owedIn(await owedOf(tx, context.tenant, bill, day))),
    })
    const payload = { step: input.step, dueAt: instantOf(bill.due_at).toString() }
    return { result: true, event: { subject: { type: 'bill', id: bill.id }, payload } }
  },
})
