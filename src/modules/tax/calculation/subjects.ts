import type { LocalText } from '#kernel/i18n/texts.ts'

/** What a calculation is about; the order of the page. */
export const subjects = {
  employment: { id: 'Gaji, upah, dan pensiun (PPh 21 dan 26)', en: 'Salaries, wages and pensions (PPh 21 and 26)' },
  income: { id: 'Penghasilan orang dan badan', en: 'Income of people and companies' },
  business: { id: 'Usaha kecil', en: 'Small businesses' },
  land: { id: 'Tanah dan bangunan', en: 'Land and buildings' },
  vehicle: { id: 'Kendaraan', en: 'Vehicles' },
  consumption: { id: 'Barang dan jasa', en: 'Goods and services' },
  import: { id: 'Impor dan barang kiriman', en: 'Imports and consignments' },
  local: { id: 'Pajak daerah lain', en: 'Other local taxes' },
  retribution: { id: 'Retribusi', en: 'Retributions' },
  sanction: { id: 'Bunga dan denda', en: 'Interest and fines' },
} as const satisfies Record<string, LocalText>

export type Subject = keyof typeof subjects

export const subjectKeys = Object.keys(subjects) as Subject[]
