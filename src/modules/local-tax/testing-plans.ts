// What tests drive a plan of payment by.
export { followPayment } from './commands/follow-payment.ts'
export { recallPlan } from './commands/recall-plan.ts'
