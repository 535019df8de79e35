import type { TaxNoticesData } from '../tax-notices-data.ts'
import { formatDate, terbilang } from '../terbilang.ts'
import { presentLetter, presentQr } from './letter.ts'

export function presentTaxNotices(data: TaxNoticesData) {
  return {
    ...presentLetter(data, `${data.title} ${data.year}`),
    heading: data.title,
    year: String(data.year),
    notices: data.notices.map((notice) => ({
      nop: notice.nop,
      facts: [
        ['Wajib pajak', notice.taxpayer],
        ['NPWPD', notice.npwpd],
        ['Alamat', notice.address],
      ],
      rows: notice.rows.map(({ label, value }) => [label, value]),
      amount: notice.amount,
      words: `${terbilang(BigInt(notice.amountRupiah))} rupiah`,
      dueOn: formatDate(Temporal.PlainDate.from(notice.dueOn)),
      code: notice.code ?? null,
      check: notice.check.address,
      qr: presentQr(notice.check, notice.nop, 'Kode QR menuju halaman Cek PBB objek ini'),
    })),
  }
}
