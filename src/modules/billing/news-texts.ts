import { defineTexts } from '#kernel/i18n/texts.ts'

/** What the payer is told at each step of a bill. */
export const newsTexts = defineTexts({
  id: {
    'issued.title': 'Tagihan {total}: {title}',
    'issued.body':
      'Ada tagihan {total} untuk {title}. Bayar paling lambat {due} dengan kode bayar {number}. Cara membayar ada di halaman tagihan.',
    'paid.title': 'Pembayaran {total} kami terima',
    'paid.body': 'Terima kasih. Tagihan {title} sudah lunas. Bukti bayar dapat diunduh di halaman tagihan.',
    'part-paid.title': 'Pembayaran sebagian {amount} kami terima',
    'part-paid.body':
      'Terima kasih. {amount} sudah masuk untuk tagihan {title}. Sisanya {left}, bayar paling lambat {due}.',
    'expired.title': 'Tagihan lewat waktu: {title}',
    'expired.body':
      'Tagihan {total} untuk {title} tidak dibayar sampai {due}, jadi kode bayarnya tidak berlaku lagi. Jangan membayar dengan kode itu.',
    'cancelled.title': 'Tagihan dibatalkan: {title}',
    'cancelled.body':
      'Tagihan {total} untuk {title} dibatalkan. Alasannya: {reason}. Anda tidak perlu membayar apa pun.',
    'before.title': 'Jatuh tempo {due}: {title}',
    'before.body':
      'Tagihan {title} belum lunas. Yang harus dibayar sekarang {owed}, paling lambat {due}, dengan kode bayar {number}.',
    'after.title': 'Sudah lewat jatuh tempo: {title}',
    'after.body':
      'Tagihan {title} belum lunas dan jatuh temponya {due} sudah lewat. Yang harus dibayar hari ini {owed}, dengan kode bayar {number}. Makin lama ditunda, bunganya dapat bertambah.',
    'suspended.title': 'Pembayaran {amount} perlu kami cocokkan',
    'suspended.body':
      'Kami menerima {amount} untuk tagihan {title}, tetapi {why}. Uang Anda aman. Bendahara akan mencocokkan atau mengembalikannya.',
    'refund-requested.title': 'Pengembalian {total} sedang diproses',
    'refund-requested.body':
      'Bendahara mengusulkan pengembalian {total} untuk {title}. Kami kabari bila sudah diputuskan.',
    'refund-refused.title': 'Pengembalian tidak disetujui: {title}',
    'refund-refused.body': 'Pengembalian {total} untuk {title} tidak disetujui. Alasannya: {reason}.',
    'refunded.title': '{total} sudah kami kembalikan',
    'refunded.body':
      'Pembayaran {title} sebesar {total} sudah dikirim ke {bank} atas nama {payee}. Bukti transfer: {transfer}.',
  },
  en: {
    'issued.title': 'Bill of {total}: {title}',
    'issued.body':
      'There is a bill of {total} for {title}. Pay by {due} with billing code {number}. How to pay is on the page of the bill.',
    'paid.title': 'We received your payment of {total}',
    'paid.body': 'Thank you. The bill for {title} is paid. You can download the receipt from its page.',
    'part-paid.title': 'We received {amount} of your bill',
    'part-paid.body': 'Thank you. {amount} is on the bill for {title}. {left} is left to pay by {due}.',
    'expired.title': 'Bill expired: {title}',
    'expired.body':
      'The bill of {total} for {title} was not paid by {due}, so its billing code no longer counts. Do not pay with that code.',
    'cancelled.title': 'Bill cancelled: {title}',
    'cancelled.body': 'The bill of {total} for {title} was cancelled. The reason: {reason}. You need not pay anything.',
    'before.title': 'Due {due}: {title}',
    'before.body':
      'The bill for {title} is not paid yet. To be paid now: {owed}, by {due}, with billing code {number}.',
    'after.title': 'Past its due time: {title}',
    'after.body':
      'The bill for {title} is not paid, and its due time {due} is over. To be paid today: {owed}, with billing code {number}. The longer it waits, the more interest there may be.',
    'suspended.title': 'We have to match a payment of {amount}',
    'suspended.body':
      'We received {amount} for the bill {title}, but {why}. Your money is safe. The treasurer will match it or send it back.',
    'refund-requested.title': 'A refund of {total} is under way',
    'refund-requested.body': 'The treasurer asked for a refund of {total} for {title}. We tell you when it is decided.',
    'refund-refused.title': 'Refund not approved: {title}',
    'refund-refused.body': 'The refund of {total} for {title} was not approved. The reason: {reason}.',
    'refunded.title': 'We sent back {total}',
    'refunded.body':
      'The payment of {total} for {title} was sent to {bank} in the name of {payee}. Transfer reference: {transfer}.',
  },
})

/** Why money could not be put on its bill, as the second half of a sentence. */
export const suspenseTexts = defineTexts({
  id: {
    'unknown-number': 'kode bayarnya tidak kami kenal',
    'wrong-amount': 'jumlahnya tidak sama dengan tagihan',
    late: 'uangnya datang sesudah batas waktu',
    cancelled: 'tagihannya sudah dibatalkan',
    'already-paid': 'tagihannya sudah dibayar sebelumnya',
    remainder: 'ini sisa dari pembayaran yang terlalu besar',
  },
  en: {
    'unknown-number': 'we do not know its billing code',
    'wrong-amount': 'the amount differs from the bill',
    late: 'it came after the due time',
    cancelled: 'the bill had been cancelled',
    'already-paid': 'the bill had been paid before',
    remainder: 'this is the rest of a payment that was too large',
  },
})
