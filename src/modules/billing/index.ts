export { formatBillingCode } from './billing-code.ts'
export {
  type BillDraft,
  type BillLineDraft,
  cancelBill,
  type IssuedBill,
  issueBill,
} from './commands/issue-bill.ts'
export { payBill } from './commands/pay-bill.ts'
export type { BillState } from './domain.ts'
export {
  type InterestQuestion,
  type InterestSource,
  interestByMonths,
  interestSources,
} from './money/interest.ts'
export { type Bill, type BillSummary, findBillById, findBillsOf } from './queries/bills.ts'
