import type { ServiceInput } from '#modules/services/index.ts'

type StepForm = NonNullable<ServiceInput['flow']['transitions'][number]['form']>

const optional = { required: 'false' } as const

/** What may be put right on a birth certificate; what is left empty stays as it is. */
export const correctionForm: StepForm = [
  {
    id: 'correctChild',
    kind: 'number',
    min: 1,
    max: 6,
    ...optional,
    label: { id: 'Anak ke berapa pada laporan ini', en: 'Which child of this report' },
    hint: { id: 'Hanya untuk anak kembar; kosong berarti yang pertama.', en: 'Only for twins; empty means the first.' },
  },
  { id: 'correctName', kind: 'name', max: 60, ...optional, label: { id: 'Nama anak yang benar', en: 'Right name' } },
  {
    id: 'correctSex',
    kind: 'choice',
    ...optional,
    label: { id: 'Jenis kelamin yang benar', en: 'Right sex' },
    options: [
      { value: 'female', label: { id: 'Perempuan', en: 'Female' } },
      { value: 'male', label: { id: 'Laki-laki', en: 'Male' } },
    ],
  },
  {
    id: 'correctBirthOn',
    kind: 'date',
    ...optional,
    label: { id: 'Tanggal lahir yang benar', en: 'Right date of birth' },
    hint: { id: 'NIK anak tetap, walau tanggalnya berubah.', en: 'The NIK of the child stays, whatever the date.' },
  },
  {
    id: 'correctBirthTime',
    kind: 'time',
    ...optional,
    label: { id: 'Jam lahir yang benar', en: 'Right time of birth' },
  },
  {
    id: 'correctPlace',
    kind: 'text',
    max: 60,
    ...optional,
    label: { id: 'Kabupaten atau kota lahir yang benar', en: 'Right regency or city of birth' },
  },
  {
    id: 'correctMother',
    kind: 'name',
    max: 60,
    ...optional,
    label: { id: 'Nama ibu yang benar', en: 'Right name of the mother' },
  },
  {
    id: 'correctFather',
    kind: 'name',
    max: 60,
    ...optional,
    label: { id: 'Nama ayah yang benar', en: 'Right name of the father' },
  },
]
