export const billingPaths = {
  ownBills: '/tagihan-saya',
  ownBill: (billId: string) => `/tagihan-saya/${billId}`,
  billPdf: (billId: string) => `/tagihan-saya/${billId}/tagihan.pdf`,
  receiptPdf: (billId: string) => `/tagihan-saya/${billId}/bukti-bayar.pdf`,

  /** One code for several bills. */
  orders: '/tagihan-saya/bayar',
  order: (orderId: string) => `/tagihan-saya/bayar/${orderId}`,
  orderPdf: (orderId: string) => `/tagihan-saya/bayar/${orderId}/kode-bayar.pdf`,
  /** Makes a new secret address of the calendar. */
  renewCalendar: '/tagihan-saya/kalender',
  calendar: (key: string) => `/kalender/tagihan/${key}.ics`,

  /** Asks for a QRIS of a billing code. */
  askQr: '/tagihan-saya/qris',
  qr: (reference: string) => `/tagihan-saya/qris/${reference}`,
  checkQr: (reference: string) => `/tagihan-saya/qris/${reference}/periksa`,
  cancelQr: (reference: string) => `/tagihan-saya/qris/${reference}/batal`,

  /** Pays a billing code at a gateway. */
  askGateway: '/tagihan-saya/gerbang',
  gatewayPayment: (reference: string) => `/tagihan-saya/gerbang/${reference}`,
  checkGateway: (reference: string) => `/tagihan-saya/gerbang/${reference}/periksa`,

  /** Anybody asks what is owed under a number. */
  check: '/cek-tagihan',

  desk: '/bendahara',
  /** Lists as files: with .csv and .xlsx behind it. */
  billsExport: '/bendahara/tagihan',
  deskBill: (billId: string) => `/bendahara/tagihan/${billId}`,
  deskPdf: (billId: string) => `/bendahara/tagihan/${billId}/cetak.pdf`,
  receive: (billId: string) => `/bendahara/tagihan/${billId}/terima`,
  makeDeskOrder: (billId: string) => `/bendahara/tagihan/${billId}/gabung`,
  deskOrder: (orderId: string) => `/bendahara/kode-bayar/${orderId}`,
  deskOrderPdf: (orderId: string) => `/bendahara/kode-bayar/${orderId}/cetak.pdf`,
  requestRefund: (billId: string) => `/bendahara/tagihan/${billId}/kembalikan`,
  suspense: '/bendahara/dana-tertahan',
  suspenseItem: (placementId: string) => `/bendahara/dana-tertahan/${placementId}`,
  matchItem: (placementId: string) => `/bendahara/dana-tertahan/${placementId}/cocokkan`,
  refundItem: (placementId: string) => `/bendahara/dana-tertahan/${placementId}/kembalikan`,
  refunds: '/bendahara/pengembalian',
  refund: (refundId: string) => `/bendahara/pengembalian/${refundId}`,
  decideRefund: (refundId: string) => `/bendahara/pengembalian/${refundId}/putuskan`,
  days: '/bendahara/harian',
  reconcile: '/bendahara/cocokkan',

  reconciliation: '/bendahara/rekonsiliasi',
  differences: '/bendahara/selisih',
  difference: (id: string) => `/bendahara/selisih/${id}`,
  closings: '/bendahara/tutup-buku',
  closing: (id: string) => `/bendahara/tutup-buku/${id}`,

  statements: '/bendahara/berkas-bank',
  statement: (id: string) => `/bendahara/berkas-bank/${id}`,
  /** As files: with .csv and .xlsx behind it. */
  statementRows: (id: string) => `/bendahara/berkas-bank/${id}/baris`,
  statementSources: '/bendahara/jenis-berkas',
  newStatementSource: '/bendahara/jenis-berkas/baru',
  statementSource: (id: string) => `/bendahara/jenis-berkas/${id}/ubah`,

  banks: '/bendahara/bank',
  newBank: '/bendahara/bank/baru',
  bank: (bankId: string) => `/bendahara/bank/${bankId}`,
  rotateBank: (bankId: string) => `/bendahara/bank/${bankId}/kunci`,
  beneficiaries: '/bendahara/bank/penerima',
  gateways: '/bendahara/bank/gerbang',
  gateway: (id: string) => `/bendahara/bank/gerbang/${id}`,
  programs: '/bendahara/bank/program',
  removeProgram: '/bendahara/bank/program/hapus',
  journal: '/bendahara/jurnal',

  /** What banks call, as SNAP BI names it. */
  snapToken: '/snap/v1.0/access-token/b2b',
  snapInquiry: '/snap/v1.0/transfer-va/inquiry',
  snapPayment: '/snap/v1.0/transfer-va/payment',
  snapStatus: '/snap/v1.0/transfer-va/status',
  snapQrNotify: '/snap/v1.0/qr/qr-mpm-notify',
  /** What programs of firms call. */
  apiBills: '/api/v1/tagihan',
  apiOrders: '/api/v1/tagihan/kode',
  gatewayNotice: (id: string) => `/api/pembayaran/gerbang/${id}`,
  notification: '/api/pembayaran/notifikasi',
  simulator: (number: string) => `/simulator/pembayaran/${number}`,
  simulatedBank: '/simulator/bank',
  simulatorBook: '/simulator/pembayaran/api/daftar',
}
