import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { hasExpired } from '../domain.ts'
import { announced, lockBill, payable, stepBill } from './bill-row.ts'
import { releaseMoney } from './release-money.ts'
import { tellPayer } from './tell-payer.ts'

/** Ends a bill that nobody paid in time; what was paid of it waits in suspense. Nothing happens when it was paid meanwhile, or still counts. */
export const expireBill = command({
  name: 'billing.expire-bill',
  event: 'billing.bill-expired.v1',
  access: systemOnly,
  input: z.object({ billId: z.uuid() }),
  async run(tx, input, context) {
    const bill = await lockBill(tx, input.billId)
    if (!hasExpired(payable(bill, 0n), context.now)) return { result: false, event: undefined }
    await stepBill(tx, context, bill, 'expire')
    await releaseMoney(tx, context, bill, 'late')
    await tellPayer(tx, context, bill, 'expired')
    return { result: true, event: { subject: { type: 'bill', id: bill.id }, payload: announced(bill) } }
  },
})
