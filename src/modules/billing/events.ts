import { z } from 'zod'

const money = z.string().regex(/^\d+\.\d\d$/)
const bill = z.object({
  billId: z.uuid(),
  number: z.string(),
  /** What the bill is for: `{ type: 'case', id }`. */
  subject: z.object({ type: z.string(), id: z.string() }),
  total: money,
})

/** What billing announces. Amounts are rupiah with two decimals, as text. */
export const billingEvents = {
  'billing.bill-paid.v1': bill.extend({ channel: z.string() }),
  /** Part of what is owed is on the bill; the rest is still owed. */
  'billing.bill-part-paid.v1': bill.extend({ channel: z.string(), amount: money }),
  'billing.bill-expired.v1': bill,
  'billing.bill-refunded.v1': bill,
  /** Part of the money went back; the bill stays paid. */
  'billing.bill-part-refunded.v1': bill.extend({ amount: money }),
  'billing.order-made.v1': z.object({ orderId: z.uuid(), number: z.string(), total: money, bills: z.array(z.uuid()) }),
  'billing.order-paid.v1': z.object({ orderId: z.uuid(), number: z.string(), total: money, channel: z.string() }),
  'billing.reserved-released.v1': z.object({ billId: z.uuid(), amount: money }),
  'billing.payment-suspended.v1': z.object({ reason: z.string(), amount: money, channel: z.string() }),
  'billing.refund-requested.v1': z.object({ refundId: z.uuid(), amount: money, billId: z.uuid().optional() }),
  'billing.refund-refused.v1': z.object({ refundId: z.uuid(), billId: z.uuid().optional() }),
  'billing.suspense-refunded.v1': z.object({ refundId: z.uuid(), amount: money }),
} as const

export type BillAnnounced = z.infer<typeof bill>
