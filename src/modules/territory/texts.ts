import { defineTexts } from '#kernel/i18n/texts.ts'

export const areaTexts = defineTexts({
  id: { province: 'Provinsi', regency: 'Kabupaten atau kota', district: 'Kecamatan', village: 'Desa atau kelurahan' },
  en: { province: 'Province', regency: 'Regency or city', district: 'District', village: 'Village' },
})
