import type { ServiceInput } from '#modules/services/index.ts'
import { childPage, statementPage } from './child-pages.ts'

export const recognitionForm: ServiceInput['form']['pages'] = [
  childPage({
    id: 'Untuk anak yang pada akta kelahirannya tercatat sebagai anak seorang ibu. Sesudahnya Anda tercatat sebagai ayahnya.',
    en: 'For a child whose birth certificate names only its mother. Afterwards you are recorded as its father.',
  }),
  {
    id: 'persetujuan-ibu',
    title: { id: 'Surat pengakuan dan persetujuan ibu', en: 'Letter of recognition and the mother’s consent' },
    groups: [
      {
        fields: [
          {
            id: 'letterOn',
            kind: 'date',
            label: { id: 'Tanggal surat pengakuan anak', en: 'Date of the letter of recognition' },
            hint: {
              id: 'Surat dari Anda yang disetujui ibu; dilaporkan paling lambat {rule:civil-registration.recognition.report-within} sesudahnya.',
              en: 'Your letter, to which the mother agreed; it is reported within {rule:civil-registration.recognition.report-within} of that day.',
            },
          },
          {
            id: 'letter',
            kind: 'file',
            document: 'recognition-letter',
            label: {
              id: 'Surat pengakuan anak, ditandatangani Anda dan ibu',
              en: 'Letter of recognition, signed by both',
            },
          },
          {
            id: 'marriageByFaith',
            kind: 'file',
            document: 'marriage-letter',
            label: { id: 'Bukti perkawinan menurut agama', en: 'Proof of the marriage by religion' },
            hint: {
              id: 'Pengakuan hanya untuk anak dari perkawinan yang sah menurut agama, tetapi belum dicatat negara.',
              en: 'Only a child of a marriage that is valid by religion but not recorded can be recognised.',
            },
          },
          {
            id: 'motherAgrees',
            kind: 'choice',
            label: { id: 'Bagaimana ibu menyatakan setuju', en: 'How the mother agrees' },
            options: [
              {
                value: 'letter',
                label: { id: 'Pada surat pengakuan', en: 'In the letter' },
                hint: { id: 'Verifikator menghubungi ibu.', en: 'The verifier contacts the mother.' },
              },
              {
                value: 'account',
                label: { id: 'Di akun Balai miliknya', en: 'In an account of her own' },
                hint: {
                  id: 'Berkas terkirim begitu ibu menyetujuinya di ponselnya.',
                  en: 'The file is sent as soon as she agrees on her phone.',
                },
              },
            ],
          },
          {
            id: 'motherNik',
            kind: 'nik',
            sensitive: true,
            coSigns: true,
            when: 'answers.motherAgrees == "account"',
            label: { id: 'NIK ibu', en: 'NIK of the mother' },
            checks: [
              {
                holds: 'answers.motherNik != fact(known, "nik") && answers.motherNik != answers.childNik',
                say: { id: 'Tulis NIK ibu anak ini.', en: 'Write the NIK of the child’s mother.' },
              },
            ],
          },
        ],
      },
    ],
  },
  statementPage({
    id: 'Saya ayah biologis anak ini dan ibunya menyetujui pengakuan ini.',
    en: 'I am the biological father of this child and its mother agrees to this recognition.',
  }),
]
