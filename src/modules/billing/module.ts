import { defineModule } from '#kernel/define/module.ts'
import { expireBill } from './commands/expire-bill.ts'
import { matchPayment } from './commands/match-payment.ts'
import { payBill, receiveAtCounter, suspendPayment } from './commands/pay-bill.ts'
import {
  approveBillRefund,
  approveSuspenseRefund,
  refuseRefund,
  requestBillRefund,
  requestSuspenseRefund,
} from './commands/refunds.ts'
import { expireBillsJob } from './jobs.ts'

export const billing = defineModule({
  name: 'billing',
  routes: [],
  commands: [
    payBill,
    suspendPayment,
    receiveAtCounter,
    matchPayment,
    expireBill,
    requestBillRefund,
    requestSuspenseRefund,
    approveBillRefund,
    approveSuspenseRefund,
    refuseRefund,
  ],
  permissions: {
    'billing.receive': { id: 'Menerima pembayaran di loket', en: 'Receive payments at the counter' },
    'billing.resolve': {
      id: 'Mencocokkan dana tertahan dan mengusulkan pengembalian',
      en: 'Match money in suspense and ask for refunds',
    },
    'billing.approve-refund': {
      id: 'Menyetujui pengembalian uang yang diusulkan orang lain',
      en: 'Approve refunds that another official asked for',
    },
  },
  jobs: { 'billing.expire-bills': expireBillsJob },
  cron: [{ task: 'billing.expire-bills', match: '*/10 * * * *' }],
})
