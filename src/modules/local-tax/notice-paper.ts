import { formatRupiah, type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { formatBillingCode } from '#modules/billing/index.ts'
import type { TaxNoticeData } from '#modules/documents/index.ts'
import { formatNop } from './nop.ts'
import { localTaxPaths } from './paths.ts'
import type { Assessment, LandBasis } from './queries/assessments.ts'

export const noticeTitle = 'Surat Pemberitahuan Pajak Terutang PBB-P2'

const squareMetres = (text: string) =>
  `${new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 }).format(Number(text))} m²`
const each = (size: string, price: string) => `${squareMetres(size)} × ${formatRupiah(BigInt(price) * 100n)}`

/** What a notice says, line by line, as it is printed. */
export function noticeRows(one: Assessment, basis: LandBasis): readonly { label: string; value: string }[] {
  return [
    { label: 'Letak objek', value: one.objectAddress ?? '' },
    { label: 'Tanah', value: each(basis.landArea, basis.landPrice) },
    ...(Number(basis.buildingArea) > 0
      ? [{ label: 'Bangunan', value: each(basis.buildingArea, basis.buildingPrice) }]
      : []),
    { label: 'NJOP', value: formatRupiah(senFromNumeric(basis.value)) },
    { label: 'NJOPTKP', value: basis.hasUntaxed ? 'Dipakai untuk objek ini' : 'Dipakai untuk objek lain' },
    ...basis.lines.map((line) => ({ label: line.label.id, value: formatRupiah(senFromNumeric(line.amount)) })),
  ]
}

/** One notice on its sheet, with the code to pay it by while something is owed. */
export function noticeData(one: Assessment, basis: LandBasis, origin: string, code: string | undefined): TaxNoticeData {
  const amount: Sen = one.amount
  const host = origin.replace(/^https?:\/\//, '')
  return {
    nop: formatNop(one.code),
    taxpayer: one.ownerName,
    npwpd: one.npwpd,
    address: one.ownerAddress,
    rows: noticeRows(one, basis),
    amount: formatRupiah(amount),
    amountRupiah: String(amount / 100n),
    dueOn: one.dueOn.toString(),
    code: code && formatBillingCode(code),
    check: { url: `${origin}${localTaxPaths.check}?nop=${one.code}`, address: `${host}${localTaxPaths.check}` },
  }
}
