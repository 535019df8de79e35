import type { ServiceInput } from '#modules/services/index.ts'
import { twoWitnesses } from '../rows/two-witnesses.ts'

type Pages = ServiceInput['form']['pages']

/** Papers, witnesses and the photo of both. */
export const proofPages: Pages = [
  {
    id: 'bukti',
    title: { id: 'Surat, saksi dan foto', en: 'Letter, witnesses and photo' },
    lead: {
      id: 'Foto dengan ponsel cukup. Pastikan seluruh surat terlihat dan tulisannya terbaca.',
      en: 'A phone photo is enough. Make sure the whole letter can be seen and read.',
    },
    groups: [
      {
        fields: [
          {
            id: 'blessingLetter',
            kind: 'file',
            document: 'marriage-letter',
            when: 'answers.proof == "blessing"',
            label: { id: 'Surat perkawinan dari pemuka agama', en: 'Marriage letter of the religious leader' },
          },
          {
            id: 'beliefLetter',
            kind: 'file',
            document: 'marriage-letter',
            when: 'answers.proof == "belief"',
            label: { id: 'Surat perkawinan penghayat kepercayaan', en: 'Marriage letter of the native faith' },
          },
          {
            id: 'courtDecision',
            kind: 'file',
            document: 'court-decision',
            when: 'answers.proof == "court"',
            label: { id: 'Salinan penetapan pengadilan', en: 'Copy of the court decision' },
          },
          {
            id: 'courtNumber',
            kind: 'text',
            max: 60,
            when: 'answers.proof == "court"',
            label: { id: 'Nomor penetapan', en: 'Number of the decision' },
          },
          {
            id: 'photo',
            kind: 'photo',
            document: 'couple-portrait',
            label: { id: 'Pasfoto berdampingan, berwarna', en: 'Colour photo of both side by side' },
          },
        ],
      },
      {
        title: { id: 'Saksi perkawinan', en: 'Witnesses of the marriage' },
        fields: [
          twoWitnesses({ id: 'witnesses', nameMax: 60, basis: 'PP 9/1975 pasal 10' }),
          {
            id: 'phone',
            kind: 'phone',
            prefill: 'fact(known, "phone")',
            label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
            hint: { id: 'Kami hanya menghubungi tentang laporan ini.', en: 'We call only about this report.' },
          },
          {
            id: 'truth',
            kind: 'statement',
            label: {
              id: 'Semua yang saya tulis benar, tidak ada di antara kami yang terikat perkawinan lain, dan kami bukan kerabat yang dilarang kawin. Saya tahu bahwa laporan palsu diancam pidana (UU 23/2006 pasal 93).',
              en: 'Everything I wrote is true, neither of us is married to another, and we are not related in a way that forbids marriage. I know that a false report is a crime (UU 23/2006 art. 93).',
            },
          },
        ],
      },
    ],
  },
]
