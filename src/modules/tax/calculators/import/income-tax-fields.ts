import { choice, yesNo } from '../../calculation/fields.ts'

export const incomeTaxClass = choice({
  label: { id: 'Golongan barang untuk PPh 22', en: 'Class of goods for PPh 22' },
  options: [
    { value: 'other', label: { id: 'Barang lain', en: 'Other goods' } },
    { value: 'certain', label: { id: 'Barang tertentu (lampiran pertama)', en: 'Certain goods (first annex)' } },
    {
      value: 'certain-other',
      label: { id: 'Barang tertentu lainnya (lampiran kedua)', en: 'Other certain goods (second annex)' },
    },
    { value: 'staple', label: { id: 'Kedelai, gandum, tepung terigu', en: 'Soy, wheat, flour' } },
    { value: 'gold', label: { id: 'Emas batangan', en: 'Gold bars' } },
  ],
  initial: 'other',
})

export const hasLicence = yesNo({
  label: { id: 'Pengimpor memiliki angka pengenal impor (API)', en: 'The importer has an import licence (API)' },
})

export const hasTaxNumber = yesNo({
  label: {
    id: 'Pengimpor ber-NPWP, atau NIK-nya padan dengan data pajak',
    en: 'The importer has a tax number, or a NIK that matches the tax data',
  },
  initial: true,
})
