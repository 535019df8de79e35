import type { LocalText } from '#kernel/i18n/texts.ts'
import type { PartnerKind } from '#modules/partners/index.ts'

export const noticeKinds = ['birth', 'death', 'marriage', 'divorce', 'burial'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface NoticeField {
  readonly name: string
  readonly kind: 'nik' | 'text' | 'date' | 'time' | 'choice' | 'number'
  readonly label: LocalText
  readonly hint?: LocalText | undefined
  readonly optional?: true | undefined
  readonly options?: readonly { readonly value: string; readonly label: LocalText }[] | undefined
  /** Smallest and largest number. */
  readonly within?: readonly [number, number] | undefined
}

export interface KindOfNotice {
  readonly label: LocalText
  readonly partners: readonly PartnerKind[]
  /** Service with which the family goes on; none where nothing of theirs follows. */
  readonly service: string | undefined
  /** Whom it is about: the role, and the fields of NIK and name. The first ones found are told. */
  readonly subjects: readonly {
    readonly role: string
    readonly nik: string
    readonly name: string
    readonly told: boolean
  }[]
  /** Field with the day on which it happened. */
  readonly dayField: string
  readonly fields: readonly NoticeField[]
}

const nik = (name: string, label: LocalText, optional?: true): NoticeField => ({ name, kind: 'nik', label, optional })
const text = (name: string, label: LocalText, optional?: true): NoticeField => ({ name, kind: 'text', label, optional })
const day = (name: string, label: LocalText): NoticeField => ({ name, kind: 'date', label })
const letter = text('letterNumber', { id: 'Nomor surat keterangan', en: 'Number of the letter' })

const birth: KindOfNotice = {
  label: { id: 'Kelahiran', en: 'Birth' },
  partners: ['hospital', 'clinic', 'midwife', 'village'],
  service: 'akta-kelahiran',
  subjects: [
    { role: 'mother', nik: 'motherNik', name: 'motherName', told: true },
    { role: 'father', nik: 'fatherNik', name: 'fatherName', told: true },
  ],
  dayField: 'bornOn',
  fields: [
    nik('motherNik', { id: 'NIK ibu', en: 'Mother’s NIK' }),
    text('motherName', { id: 'Nama ibu', en: 'Mother’s name' }),
    nik('fatherNik', { id: 'NIK ayah', en: 'Father’s NIK' }, true),
    text('fatherName', { id: 'Nama ayah', en: 'Father’s name' }, true),
    {
      name: 'sex',
      kind: 'choice',
      label: { id: 'Jenis kelamin anak', en: 'Sex of the child' },
      options: [
        { value: 'male', label: { id: 'Laki-laki', en: 'Male' } },
        { value: 'female', label: { id: 'Perempuan', en: 'Female' } },
      ],
    },
    day('bornOn', { id: 'Tanggal lahir', en: 'Date of birth' }),
    { name: 'bornTime', kind: 'time', label: { id: 'Jam lahir', en: 'Time of birth' } },
    text('birthPlace', { id: 'Kabupaten atau kota kelahiran', en: 'Regency or city of birth' }),
    {
      name: 'birthKind',
      kind: 'choice',
      label: { id: 'Jenis kelahiran', en: 'Kind of birth' },
      options: [
        { value: 'single', label: { id: 'Tunggal', en: 'Single' } },
        { value: 'twins', label: { id: 'Kembar 2', en: 'Twins' } },
        { value: 'triplets', label: { id: 'Kembar 3', en: 'Triplets' } },
        { value: 'more', label: { id: 'Lebih', en: 'More' } },
      ],
    },
    { name: 'childOrder', kind: 'number', within: [1, 25], label: { id: 'Anak ke-', en: 'Order of birth' } },
    {
      name: 'weight',
      kind: 'number',
      within: [0.3, 8],
      optional: true,
      label: { id: 'Berat (kg)', en: 'Weight (kg)' },
    },
    text('attendant', { id: 'Penolong kelahiran', en: 'Attendant' }),
    letter,
  ],
}

const death: KindOfNotice = {
  label: { id: 'Kematian', en: 'Death' },
  partners: ['hospital', 'clinic', 'village', 'court'],
  service: 'akta-kematian',
  subjects: [{ role: 'deceased', nik: 'nik', name: 'name', told: true }],
  dayField: 'diedOn',
  fields: [
    nik('nik', { id: 'NIK yang meninggal', en: 'NIK of the deceased' }),
    text('name', { id: 'Nama yang meninggal', en: 'Name of the deceased' }),
    day('diedOn', { id: 'Tanggal meninggal', en: 'Date of death' }),
    { name: 'diedTime', kind: 'time', optional: true, label: { id: 'Jam meninggal', en: 'Time of death' } },
    text('place', { id: 'Kabupaten atau kota tempat meninggal', en: 'Regency or city of death' }),
    text('confirmedBy', { id: 'Dinyatakan oleh', en: 'Pronounced by' }),
    letter,
  ],
}

const couple = [
  { role: 'husband', nik: 'husbandNik', name: 'husbandName', told: true },
  { role: 'wife', nik: 'wifeNik', name: 'wifeName', told: true },
]
const coupleFields = [
  nik('husbandNik', { id: 'NIK suami', en: 'Husband’s NIK' }),
  text('husbandName', { id: 'Nama suami', en: 'Husband’s name' }),
  nik('wifeNik', { id: 'NIK istri', en: 'Wife’s NIK' }),
  text('wifeName', { id: 'Nama istri', en: 'Wife’s name' }),
]

export const kindsOfNotice: Readonly<Record<NoticeKind, KindOfNotice>> = {
  birth,
  death,
  marriage: {
    label: { id: 'Perkawinan', en: 'Marriage' },
    partners: ['religious-office'],
    service: 'perkawinan-dari-kua',
    subjects: couple,
    dayField: 'marriedOn',
    fields: [
      ...coupleFields,
      day('marriedOn', { id: 'Tanggal nikah', en: 'Date of marriage' }),
      text('bookNumber', { id: 'Nomor akta nikah', en: 'Number of the marriage deed' }),
    ],
  },
  divorce: {
    label: { id: 'Perceraian', en: 'Divorce' },
    partners: ['court'],
    service: 'akta-perceraian',
    subjects: couple,
    dayField: 'finalOn',
    fields: [
      ...coupleFields,
      text('decisionNumber', { id: 'Nomor putusan', en: 'Number of the decision' }),
      day('finalOn', { id: 'Berkekuatan hukum tetap sejak', en: 'Final since' }),
    ],
  },
  burial: {
    label: { id: 'Pemakaman', en: 'Burial' },
    partners: ['funeral-service', 'village'],
    service: 'akta-kematian',
    subjects: [{ role: 'deceased', nik: 'nik', name: 'name', told: true }],
    dayField: 'buriedOn',
    fields: [
      nik('nik', { id: 'NIK yang dimakamkan', en: 'NIK of the buried' }),
      text('name', { id: 'Nama yang dimakamkan', en: 'Name of the buried' }),
      day('buriedOn', { id: 'Tanggal pemakaman', en: 'Date of burial' }),
      text('place', { id: 'Tempat pemakaman', en: 'Cemetery' }),
      letter,
    ],
  },
}
