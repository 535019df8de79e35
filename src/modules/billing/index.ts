export { type BillReference, type PayerReferences, payerReferences } from './bill-reference.ts'
export { formatBillingCode } from './billing-code.ts'
export { cancelBill, cancelBills, replaceBills } from './commands/cancel-bill.ts'
export {
  type BillDraft,
  type BillLineDraft,
  type IssuedBill,
  issueBill,
  issueBills,
} from './commands/issue-bill.ts'
export { payBill } from './commands/pay-bill.ts'
export type { BillState } from './domain.ts'
export {
  begunMonths,
  type InterestQuestion,
  type InterestSource,
  interestByMonths,
  interestSources,
} from './money/interest.ts'
export { type Bill, type BillSummary, findBillById, findBillsOf } from './queries/bills.ts'
export { type Owed, owedOnBills } from './queries/orders.ts'
