import type { ServiceInput } from '#modules/services/index.ts'
import { truth, whosePage } from '../rows/personal-change.ts'

type Pages = ServiceInput['form']['pages']

const optional = { required: 'false' } as const
const [whose] = whosePage.groups[0]?.fields ?? []

export const correctionPages: Pages = [
  {
    id: 'akta',
    title: { id: 'Akta yang salah tulis', en: 'The certificate with the error' },
    groups: [
      {
        fields: [
          {
            id: 'certificate',
            kind: 'choice',
            label: { id: 'Jenis akta', en: 'Kind of certificate' },
            options: [
              { value: 'birth', label: { id: 'Akta kelahiran', en: 'Birth certificate' } },
              { value: 'death', label: { id: 'Akta kematian', en: 'Death certificate' } },
              { value: 'marriage', label: { id: 'Akta perkawinan', en: 'Marriage certificate' } },
              { value: 'divorce', label: { id: 'Akta perceraian', en: 'Divorce certificate' } },
              { value: 'recognition', label: { id: 'Akta pengakuan anak', en: 'Recognition of a child' } },
              { value: 'legitimation', label: { id: 'Akta pengesahan anak', en: 'Legitimation of a child' } },
              { value: 'adoption', label: { id: 'Pengangkatan anak', en: 'Adoption of a child' } },
            ],
          },
          ...(whose ? [{ ...whose, when: 'answers.certificate == "birth"' }] : []),
          {
            id: 'certificateNumber',
            kind: 'text',
            max: 60,
            required: 'answers.certificate != "birth"',
            label: { id: 'Nomor akta', en: 'Number of the certificate' },
          },
          {
            id: 'certificateCopy',
            kind: 'file',
            label: { id: 'Foto akta itu', en: 'Photo of the certificate' },
          },
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
          },
        ],
      },
    ],
  },
  {
    id: 'pembetulan',
    title: { id: 'Yang benar', en: 'What is right' },
    lead: {
      id: 'Isi hanya yang salah; yang kosong tetap seperti sekarang. NIK tidak berubah.',
      en: 'Fill in only what is wrong; what is left empty stays. The NIK does not change.',
    },
    groups: [
      {
        fields: [
          {
            id: 'whatIsWrong',
            kind: 'long-text',
            min: 10,
            max: 400,
            label: { id: 'Apa yang salah tulis, dan apa yang benar', en: 'What is wrong, and what is right' },
          },
          {
            id: 'rightOn',
            kind: 'date',
            ...optional,
            label: { id: 'Tanggal peristiwa yang benar', en: 'Right date of the event' },
            hint: {
              id: 'Tanggal lahir, meninggal, perkawinan atau yang lain menurut jenis aktanya.',
              en: 'Of the birth, death, marriage or whatever the certificate is about.',
            },
          },
          {
            id: 'rightPlace',
            kind: 'text',
            max: 60,
            ...optional,
            label: { id: 'Kabupaten atau kota yang benar', en: 'Right regency or city' },
          },
        ],
      },
      {
        when: 'answers.certificate == "birth"',
        fields: [
          { id: 'rightName', kind: 'name', max: 60, ...optional, label: { id: 'Nama yang benar', en: 'Right name' } },
          {
            id: 'rightSex',
            kind: 'choice',
            ...optional,
            label: { id: 'Jenis kelamin yang benar', en: 'Right sex' },
            hint: { id: 'Hanya bila salah tulis.', en: 'Only for an error of writing.' },
            options: [
              { value: 'female', label: { id: 'Perempuan', en: 'Female' } },
              { value: 'male', label: { id: 'Laki-laki', en: 'Male' } },
            ],
          },
          {
            id: 'rightMother',
            kind: 'name',
            max: 60,
            ...optional,
            label: { id: 'Nama ibu yang benar', en: 'Right name of the mother' },
          },
          {
            id: 'rightFather',
            kind: 'name',
            max: 60,
            ...optional,
            label: { id: 'Nama ayah yang benar', en: 'Right name of the father' },
          },
        ],
      },
      {
        fields: [
          {
            id: 'proofOfRight',
            kind: 'file',
            label: { id: 'Bukti data yang benar', en: 'Proof of what is right' },
          },
          truth,
        ],
      },
    ],
  },
]
