import type { TaxNoticesData } from './tax-notices-data.ts'
import type { DocumentData } from './template-data.ts'

/** Two notices of one village, the second one paid. */
export function specimenTaxNotices(letter: DocumentData): TaxNoticesData {
  const notice = {
    nop: '99.01.002.003.001.0042.0',
    taxpayer: 'Hartono Wiryawan',
    npwpd: 'P.1.0000047.02.2003',
    address: 'Jl. Melati 4 RT 001 RW 002, Sukamaju',
    rows: [
      { label: 'Letak objek', value: 'Jl. Melati 4, Sukamaju' },
      { label: 'Tanah', value: '120 m² × Rp1.500.000' },
      { label: 'Bangunan', value: '60 m² × Rp2.000.000' },
      { label: 'NJOP', value: 'Rp300.000.000' },
      { label: 'PBB-P2', value: 'Rp188.100' },
    ],
    amount: 'Rp188.100',
    amountRupiah: '188100',
    dueOn: '2027-05-23',
    code: '126 618 033 987 498',
    check: { url: 'https://arunika.example/cek-pbb?nop=990100200300100420', address: 'arunika.example/cek-pbb' },
  }
  return {
    ...letter,
    title: 'Surat Pemberitahuan Pajak Terutang PBB-P2',
    year: 2026,
    notices: [notice, { ...notice, nop: '99.01.002.003.001.0043.0', code: undefined }],
  }
}
