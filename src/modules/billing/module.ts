import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { apiOperations } from '#kernel/http/api-description.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { partnerPermissions } from '#modules/partners/index.ts'
import { giveBankToken, keepAnswer } from './banks/calls.ts'
import { changeBank, registerBank, rotateBankSecret } from './banks/keep-banks.ts'
import { paymentChannels } from './channel/payment-channel.ts'
import { decideClosing, prepareClosing } from './closing/close-days.ts'
import * as closings from './closing/routes.tsx'
import { keepBeneficiary } from './commands/beneficiaries.ts'
import { approveBillRefund, approvePartRefund, approveSuspenseRefund, refuseRefund } from './commands/decide-refund.ts'
import { expireBill } from './commands/expire-bill.ts'
import { makeOrder } from './commands/make-order.ts'
import { noteExport } from './commands/note-export.ts'
import { noteRefusedAccess } from './commands/note-refused-access.ts'
import { acceptNotification, forgetNonces, noteReconciliation } from './commands/notifications.ts'
import { payBill, payPart } from './commands/pay-bill.ts'
import { payOrder, releaseReserved } from './commands/pay-order.ts'
import { renewCalendar } from './commands/renew-calendar.ts'
import { requestRefund } from './commands/request-refund.ts'
import { suspendPayment } from './commands/suspend-payment.ts'
import { tellOnce } from './commands/tell-once.ts'
import { askForGatewayPayment, keepGateway, noteGatewayPayment } from './gateways/keep-gateways.ts'
import {
  compareAndExpireJob,
  forgetNoncesJob,
  reconcileDaysJob,
  settleCarriedJob,
  settleOrderJob,
  tellPayersJob,
} from './jobs.ts'
import { billingPaths } from './paths.ts'
import { programOperations } from './programs/api-description.ts'
import { allowProgram, fetchBills, mayFetch, orderByProgram } from './programs/commands.ts'
import * as programs from './programs/routes.tsx'
import { askForQr, endQr, keepQr } from './qris/keep-qr.ts'
import { actOnDifference } from './reconciliation/act-on-difference.ts'
import { reconcileDay } from './reconciliation/reconcile-day.ts'
import * as reconciliation from './reconciliation/routes.tsx'
import { remindPayersJob } from './reminders.ts'
import * as banks from './routes/banks.tsx'
import * as calendar from './routes/calendar.ts'
import { check } from './routes/check.tsx'
import { days, exportDay } from './routes/days.tsx'
import * as desk from './routes/desk-bills.tsx'
import * as deskOrders from './routes/desk-orders.tsx'
import * as gateways from './routes/gateways.tsx'
import { exportJournal, journal } from './routes/journal.tsx'
import { notification } from './routes/notification.ts'
import * as orders from './routes/orders.tsx'
import * as own from './routes/own-bills.tsx'
import * as qr from './routes/qris.tsx'
import * as refunds from './routes/refunds.tsx'
import * as snap from './routes/snap.ts'
import * as suspense from './routes/suspense.tsx'
import { simulatedBank } from './simulator/bank-routes.ts'
import { keepSimulatedAccount } from './simulator/keep-account.ts'
import { notifyAsBankJob } from './simulator/notify-as-bank.ts'
import { connectSimulatedBank } from './simulator/open-bank.ts'
import { simulate, simulator, simulatorBook } from './simulator/routes.tsx'
import { noteSimulatedAnswer, simulatePayment } from './simulator/simulate-payment.ts'
import { simulatorChannel } from './simulator/simulator-channel.ts'
import { snapOperations } from './snap/api-description.ts'
import { bookStatementJob, noteBooked } from './statements/book.ts'
import { keepStatementSource } from './statements/keep-source.ts'
import { decideStatement, receiveStatement } from './statements/receive-file.ts'
import * as statements from './statements/routes.tsx'

export const billing = defineModule({
  name: 'billing',
  routes: [
    own.ownBills,
    ...own.exportOwnBills,
    calendar.newCalendar,
    calendar.calendar,
    own.showOwnBill,
    orders.chooseBills,
    orders.orderBills,
    orders.showOrder,
    orders.printOrder,
    gateways.askGateway,
    gateways.showGatewayPayment,
    gateways.checkGatewayNow,
    gateways.gatewayNotice,
    gateways.gatewayDesk,
    gateways.saveGateway,
    qr.askQr,
    qr.showQr,
    qr.checkQrNow,
    qr.cancelQrNow,
    own.printBill,
    own.printReceipt,
    desk.deskBills,
    ...desk.exportBills,
    desk.deskBill,
    desk.printAtDesk,
    desk.receiveMoney,
    desk.askBillRefund,
    deskOrders.makeDeskOrder,
    deskOrders.deskOrder,
    deskOrders.printDeskOrder,
    check,
    suspense.suspenseList,
    ...suspense.exportSuspense,
    suspense.suspenseItem,
    suspense.matchItem,
    suspense.askSuspenseRefund,
    suspense.reconcileNow,
    refunds.refundList,
    ...refunds.exportRefunds,
    refunds.refund,
    refunds.decideRefund,
    days,
    ...exportDay,
    journal,
    ...exportJournal,
    statements.statements,
    statements.uploadStatement,
    ...statements.exportStatements,
    statements.statement,
    statements.decide,
    ...statements.exportRows,
    statements.sources,
    statements.newSource,
    statements.addSource,
    statements.source,
    statements.changeSource,
    ...programs.routes,
    ...reconciliation.routes,
    ...closings.routes,
    banks.banks,
    banks.newBank,
    banks.addBank,
    banks.bank,
    banks.saveBank,
    banks.rotateSecret,
    banks.beneficiaries,
    banks.saveBeneficiary,
    notification,
    snap.snapToken,
    snap.snapInquiry,
    snap.snapPayment,
    snap.snapStatus,
    snap.snapQrNotify,
    simulator,
    simulate,
    simulatorBook,
    simulatedBank,
  ],
  commands: [
    payBill,
    payPart,
    payOrder,
    releaseReserved,
    makeOrder,
    keepBeneficiary,
    allowProgram,
    orderByProgram,
    reconcileDay,
    actOnDifference,
    prepareClosing,
    decideClosing,
    keepStatementSource,
    receiveStatement,
    decideStatement,
    noteBooked,
    registerBank,
    changeBank,
    rotateBankSecret,
    giveBankToken,
    keepAnswer,
    keepGateway,
    askForGatewayPayment,
    noteGatewayPayment,
    askForQr,
    keepQr,
    endQr,
    suspendPayment,
    tellOnce,
    renewCalendar,
    expireBill,
    requestRefund,
    approveBillRefund,
    approvePartRefund,
    approveSuspenseRefund,
    refuseRefund,
    acceptNotification,
    forgetNonces,
    noteReconciliation,
    noteExport,
    noteRefusedAccess,
    simulatePayment,
    connectSimulatedBank,
    noteSimulatedAnswer,
    keepSimulatedAccount,
  ],
  permissions: {
    'billing.read': { id: 'Melihat tagihan unitnya', en: 'See the bills of the unit' },
    'billing.receive': { id: 'Menerima pembayaran di loket', en: 'Receive payments at the counter' },
    'billing.resolve': {
      id: 'Mencocokkan dana tertahan dan mengusulkan pengembalian',
      en: 'Match money in suspense and ask for refunds',
    },
    'billing.approve-refund': {
      id: 'Menyetujui pengembalian uang yang diusulkan orang lain',
      en: 'Approve refunds that another official asked for',
    },
    'billing.reconcile': {
      id: 'Memasukkan berkas bank dan mencocokkan buku, bank dan kas daerah',
      en: 'Bring in bank files and compare books, banks and treasury',
    },
    [fetchBills]: mayFetch,
    'billing.close': {
      id: 'Menyiapkan penutupan buku harian, dan menutup yang disiapkan orang lain',
      en: 'Prepare closings of the daily books, and close what another official prepared',
    },
    'billing.administer': {
      id: 'Mengelola bank, kanal pembayaran dan penerima uang',
      en: 'Keep banks, payment channels and beneficiaries',
    },
  },
  jobs: {
    'billing.compare-and-expire': compareAndExpireJob,
    'billing.settle-order': settleOrderJob,
    'billing.settle-carried': settleCarriedJob,
    'billing.tell-payers': tellPayersJob,
    'billing.remind-payers': remindPayersJob,
    'billing.book-statement': bookStatementJob,
    'billing.reconcile-days': reconcileDaysJob,
    'billing.forget-nonces': forgetNoncesJob,
    'billing.notify-as-bank': notifyAsBankJob,
  },
  cron: [
    { task: 'billing.compare-and-expire', match: '*/10 * * * *' },
    { task: 'billing.remind-payers', match: '15 1 * * *' },
    { task: 'billing.reconcile-days', match: '40 2 * * *' },
    { task: 'billing.forget-nonces', match: '17 3 * * *' },
  ],
  provides: [
    provide(apiOperations, 'billing', [...snapOperations, ...programOperations]),
    provide(partnerPermissions, fetchBills, mayFetch),
    provide(paymentChannels, simulatorChannel.id, simulatorChannel),
    provide(staffLanding, 'billing', {
      label: { id: 'Bendahara', en: 'Treasurer' },
      permission: 'billing.read',
      path: billingPaths.desk,
      order: 20,
    }),
  ],
})
