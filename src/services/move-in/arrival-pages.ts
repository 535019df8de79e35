import type { ServiceInput } from '#modules/services/index.ts'
import { phone } from '../rows/family-card.ts'
import { hostFields, movedOn, newAddress } from '../rows/moving-pages.ts'
import { arrivalRow } from './arrival-row.ts'

const fromRegion = 'answers.comesFrom == "region"'
const fromAbroad = 'answers.comesFrom == "abroad"'

/** Where they come from, who they are, and where they will live. */
export const arrivalPages: ServiceInput['form']['pages'] = [
  {
    id: 'asal',
    title: { id: 'Dari mana', en: 'Where from' },
    groups: [
      {
        fields: [
          {
            id: 'comesFrom',
            kind: 'choice',
            label: { id: 'Datang dari', en: 'They come from' },
            options: [
              {
                value: 'region',
                label: { id: 'Kabupaten atau kota lain di Indonesia', en: 'Another regency or city of Indonesia' },
              },
              {
                value: 'abroad',
                label: { id: 'Luar negeri', en: 'Another country' },
                hint: {
                  id: 'Dilaporkan paling lambat {rule:moving.return-report-within} sejak tiba.',
                  en: 'Reported within {rule:moving.return-report-within} of the arrival.',
                },
              },
            ],
          },
          {
            id: 'originName',
            kind: 'text',
            max: 80,
            when: fromRegion,
            label: { id: 'Kabupaten atau kota asal', en: 'Regency or city of origin' },
          },
          {
            id: 'letterNumber',
            kind: 'text',
            max: 60,
            when: fromRegion,
            label: { id: 'Nomor SKPWNI', en: 'Number of the SKPWNI' },
            hint: { id: 'Tertulis di bawah judul surat.', en: 'Below the title of the letter.' },
          },
          {
            id: 'letterOn',
            kind: 'date',
            when: fromRegion,
            label: { id: 'Tanggal surat', en: 'Date of the letter' },
            checks: [
              {
                holds: 'int(known.letterDays) == 0 || daysBetween(answers.letterOn, today) <= int(known.letterDays)',
                say: {
                  id: 'Masa surat ini, {rule:moving.letter-valid}, sudah lewat. Mintalah surat baru di daerah asal.',
                  en: 'This letter is older than {rule:moving.letter-valid}. Ask for a new one in the region of origin.',
                },
                basis: 'Permendagri 108/2019',
              },
            ],
          },
          {
            id: 'letterFile',
            kind: 'file',
            document: 'moving-letter',
            when: fromRegion,
            label: { id: 'Surat keterangan pindah', en: 'Letter of removal' },
          },
          { id: 'country', kind: 'text', max: 60, when: fromAbroad, label: { id: 'Negara', en: 'Country' } },
          {
            id: 'passportFile',
            kind: 'file',
            document: 'passport',
            when: fromAbroad,
            label: { id: 'Paspor atau dokumen perjalanan', en: 'Passport or travel document' },
          },
          movedOn({ id: 'Tanggal tiba', en: 'Date of arrival' }),
          phone,
        ],
      },
    ],
  },
  {
    id: 'yang-datang',
    title: { id: 'Siapa yang datang', en: 'Who arrives' },
    lead: { id: 'Seperti tertulis pada surat pindah atau paspor.', en: 'As the letter or the passport says.' },
    groups: [{ fields: [arrivalRow] }],
  },
  {
    id: 'tujuan',
    title: { id: 'Tinggal di mana', en: 'Where they will live' },
    groups: [
      {
        fields: [
          {
            id: 'destination',
            kind: 'choice',
            label: { id: 'Tinggal', en: 'They live' },
            options: [
              {
                value: 'own',
                label: { id: 'Di rumah dengan kartu keluarga sendiri', en: 'In a home with a card of their own' },
              },
              { value: 'card', label: { id: 'Ikut kartu keluarga orang di sini', en: 'On the card of somebody here' } },
            ],
          },
          newAddress('answers.destination == "own"'),
          {
            id: 'hostVillage',
            kind: 'area',
            when: 'answers.destination == "card"',
            prefill: 'fact(known, "villageCode")',
            label: { id: 'Desa atau kelurahan kartu itu', en: 'Village of that card' },
          },
          ...hostFields('answers.destination == "card"'),
        ],
      },
    ],
  },
]
