import type { LocalText } from '#kernel/i18n/texts.ts'
import type { PartnerKind } from '#modules/partners/index.ts'

/** What may be compared besides name and day of birth, which always are. */
export const comparable = [
  'birthPlace',
  'sex',
  'motherName',
  'isAlive',
  'isMarried',
  'livesIn',
  'rtRw',
  'ageAtLeast',
  'kkNumber',
  'parentOf',
] as const
export type Comparable = (typeof comparable)[number]

export const fieldLabels: Readonly<Record<Comparable, LocalText>> = {
  birthPlace: { id: 'tempat lahir', en: 'place of birth' },
  sex: { id: 'jenis kelamin', en: 'sex' },
  motherName: { id: 'nama ibu', en: 'mother’s name' },
  isAlive: { id: 'masih hidup', en: 'being alive' },
  isMarried: { id: 'status kawin', en: 'being married' },
  livesIn: { id: 'wilayah tempat tinggal', en: 'area of residence' },
  rtRw: { id: 'RT dan RW', en: 'neighbourhood' },
  ageAtLeast: { id: 'umur sekurang-kurangnya', en: 'being of an age' },
  kkNumber: { id: 'nomor kartu keluarga', en: 'number of the family card' },
  parentOf: { id: 'orang tua dari seorang anak', en: 'being the parent of a child' },
}

export interface Purpose {
  readonly label: LocalText
  readonly partners: readonly PartnerKind[]
  readonly fields: readonly Comparable[]
  /** Asked of the person first; without it a public duty is the ground. */
  readonly needsConsent: boolean
  readonly basis: string
}

/** What partners may ask for, and no more than each purpose needs. @basis UU 27/2022 pasal 16, 20 dan 28 */
export const purposes = {
  'bank-account': {
    label: { id: 'membuka atau memelihara rekening', en: 'opening or keeping an account' },
    partners: ['bank'],
    fields: ['birthPlace', 'sex', 'motherName', 'isAlive', 'livesIn'],
    needsConsent: true,
    basis: 'UU 27/2022 pasal 20 ayat (2) huruf a',
  },
  'age-check': {
    label: { id: 'memastikan batas umur', en: 'checking a limit of age' },
    partners: ['bank', 'school', 'agency', 'other'],
    fields: ['ageAtLeast'],
    needsConsent: true,
    basis: 'UU 27/2022 pasal 20 ayat (2) huruf a',
  },
  'school-admission': {
    label: { id: 'penerimaan murid baru', en: 'admission to a school' },
    partners: ['school'],
    fields: ['birthPlace', 'sex', 'livesIn', 'rtRw', 'kkNumber', 'isAlive', 'parentOf'],
    needsConsent: false,
    basis: 'UU 27/2022 pasal 20 ayat (2) huruf e; UU 20/2003',
  },
  'health-care': {
    label: { id: 'pelayanan kesehatan', en: 'health care' },
    partners: ['hospital', 'clinic', 'midwife'],
    fields: ['birthPlace', 'sex', 'isAlive', 'livesIn', 'parentOf'],
    needsConsent: false,
    basis: 'UU 27/2022 pasal 20 ayat (2) huruf d dan e; UU 17/2023',
  },
  'public-service': {
    label: { id: 'pelayanan instansi pemerintah', en: 'a service of a government agency' },
    partners: ['agency', 'village', 'court', 'religious-office'],
    fields: ['birthPlace', 'sex', 'isAlive', 'isMarried', 'livesIn', 'rtRw', 'kkNumber', 'parentOf'],
    needsConsent: false,
    basis: 'UU 27/2022 pasal 20 ayat (2) huruf e; UU 24/2013 pasal 58 ayat (4)',
  },
} as const satisfies Record<string, Purpose>

export type PurposeKey = keyof typeof purposes
export const purposeKeys = Object.keys(purposes) as PurposeKey[]

export function purposeOf(key: PurposeKey): Purpose {
  return purposes[key]
}

export const consentStates = ['asked', 'given', 'refused', 'withdrawn'] as const
export type ConsentState = (typeof consentStates)[number]

/** What a person may do with a consent in each state. */
export const decisions: Readonly<Record<ConsentState, readonly ('given' | 'refused' | 'withdrawn')[]>> = {
  asked: ['given', 'refused'],
  given: ['withdrawn'],
  refused: [],
  withdrawn: [],
}
