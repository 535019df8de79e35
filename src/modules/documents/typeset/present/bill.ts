import type { BillData } from '../bill-data.ts'
import { terbilang } from '../terbilang.ts'
import { formatMoment, presentLetter, presentQr } from './letter.ts'

export function presentBill(data: BillData) {
  const zone = data.region.timeZone
  const isReceipt = data.kind === 'receipt'
  const heading = isReceipt ? 'Bukti Pembayaran' : 'Tagihan'
  return {
    ...presentLetter(data, `${heading} ${data.codeShown}`),
    heading,
    isReceipt,
    isOpen: data.isOpen,
    subject: data.title,
    code: data.codeShown,
    qr: isReceipt ? null : presentQr({ url: data.code, address: '' }, data.codeShown, 'Kode QR berisi kode bayar'),
    facts: [
      [isReceipt ? 'Diterima dari' : 'Untuk', data.payer],
      ['Diterbitkan', formatMoment(data.issuedAt, zone)],
      ...(isReceipt ? [] : [['Bayar paling lambat', formatMoment(data.dueAt, zone)]]),
      ...(data.payment
        ? [
            ['Dibayar', formatMoment(data.payment.paidAt, zone)],
            ['Melalui', data.payment.channel],
            ['Nomor bukti', data.payment.reference],
          ]
        : []),
    ],
    lines: data.lines,
    total: data.total,
    words: `${terbilang(BigInt(data.totalRupiah))} rupiah`,
    status: isReceipt ? 'LUNAS' : data.isOpen ? null : 'Tagihan ini tidak menunggu pembayaran lagi.',
    page: data.page,
  }
}
