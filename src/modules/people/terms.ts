import type { LocalText } from '#kernel/i18n/texts.ts'
import type { FamilyRelation, MaritalStatus, Sex } from './domain.ts'

/*
 * Words of the family card as the law has them. Religion, education and occupation are stored as these
 * Indonesian words; marital status, relation and sex as codes, with the card's word here.
 * @basis Permendagri 109/2019 lampiran (formulir F-1.01, kode isian)
 */

export const sexLabels: Readonly<Record<Sex, LocalText>> = {
  male: { id: 'Laki-laki', en: 'Male' },
  female: { id: 'Perempuan', en: 'Female' },
}

export const maritalStatusLabels: Readonly<Record<MaritalStatus, LocalText>> = {
  single: { id: 'Belum kawin', en: 'Never married' },
  married: { id: 'Kawin tercatat', en: 'Married, recorded' },
  'married-unrecorded': { id: 'Kawin belum tercatat', en: 'Married, not yet recorded' },
  divorced: { id: 'Cerai hidup', en: 'Divorced' },
  widowed: { id: 'Cerai mati', en: 'Widowed' },
}

export const familyRelationLabels: Readonly<Record<FamilyRelation, LocalText>> = {
  head: { id: 'Kepala keluarga', en: 'Head of family' },
  husband: { id: 'Suami', en: 'Husband' },
  wife: { id: 'Istri', en: 'Wife' },
  child: { id: 'Anak', en: 'Child' },
  'son-in-law': { id: 'Menantu', en: 'Child-in-law' },
  grandchild: { id: 'Cucu', en: 'Grandchild' },
  parent: { id: 'Orang tua', en: 'Parent' },
  'parent-in-law': { id: 'Mertua', en: 'Parent-in-law' },
  relative: { id: 'Famili lain', en: 'Other relative' },
  helper: { id: 'Pembantu', en: 'Domestic helper' },
  other: { id: 'Lainnya', en: 'Other' },
}

export const religions = [
  'Islam',
  'Kristen',
  'Katolik',
  'Hindu',
  'Buddha',
  'Khonghucu',
  'Kepercayaan terhadap Tuhan YME',
] as const

export const educations = [
  'Tidak/Belum Sekolah',
  'Belum Tamat SD/Sederajat',
  'Tamat SD/Sederajat',
  'SLTP/Sederajat',
  'SLTA/Sederajat',
  'Diploma I/II',
  'Akademi/Diploma III/S. Muda',
  'Diploma IV/Strata I',
  'Strata II',
  'Strata III',
] as const

export const bloodTypes = ['A', 'B', 'AB', 'O'] as const

/** What the register says of a newborn. */
export const newbornTerms = { education: educations[0], occupation: 'Belum/Tidak Bekerja' } as const
