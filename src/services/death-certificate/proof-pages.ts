import type { ServiceInput } from '#modules/services/index.ts'
import { twoWitnesses } from '../rows/two-witnesses.ts'

type Pages = ServiceInput['form']['pages']
type Field = Pages[number]['groups'][number]['fields'][number]

const paper = (id: string, proof: string, document: string, label: Field['label']): Field => ({
  id,
  kind: 'file',
  document,
  when: `answers.proof == "${proof}"`,
  label,
})

/** What shows the death: a letter, or the statement of the neighbourhood head with two witnesses in its place. */
export const proofPages: Pages = [
  {
    id: 'bukti',
    title: { id: 'Bukti kematian', en: 'Proof of death' },
    groups: [
      {
        fields: [
          {
            id: 'proof',
            kind: 'choice',
            label: { id: 'Bukti yang Anda punya', en: 'The proof you have' },
            options: [
              {
                value: 'doctor',
                label: { id: 'Surat kematian dari dokter', en: 'Doctor’s letter' },
                hint: {
                  id: 'Dari rumah sakit, puskesmas atau klinik; bidan atau perawat bila tidak ada dokter.',
                  en: 'From a hospital, health centre or clinic; from a midwife or nurse where there is no doctor.',
                },
              },
              {
                value: 'village',
                label: { id: 'Surat kematian dari kepala desa atau lurah', en: 'Letter of the village head' },
              },
              {
                value: 'police',
                label: { id: 'Surat keterangan kepolisian', en: 'Police statement' },
                hint: { id: 'Untuk jenazah yang semula tidak dikenal.', en: 'For a body that was unknown at first.' },
              },
              {
                value: 'court',
                label: { id: 'Penetapan pengadilan', en: 'Court decision' },
                hint: {
                  id: 'Untuk orang hilang atau yang jenazahnya tidak ditemukan.',
                  en: 'For a missing person, or when no body was found.',
                },
              },
              {
                value: 'neighbourhood',
                label: {
                  id: 'Belum ada surat: pernyataan ketua RT',
                  en: 'No letter: statement of the neighbourhood head',
                },
                hint: { id: 'Dengan dua saksi.', en: 'With two witnesses.' },
              },
            ],
            checks: [
              {
                holds: 'answers.bodyFound == "yes" || answers.proof == "court"',
                say: {
                  id: 'Bila jenazah tidak ditemukan, kematian dicatat berdasarkan penetapan pengadilan.',
                  en: 'When no body was found, the death is recorded on the decision of a court.',
                },
                basis: 'UU 23/2006 pasal 44 ayat (4)',
              },
              {
                holds: 'answers.proof != "neighbourhood" || answers.reporterKind == "neighbourhood-head"',
                say: {
                  id: 'Pernyataan ini hanya dapat dibuat ketua RT atau RW. Mintalah beliau melapor, atau minta surat kepada desa.',
                  en: 'Only the head of the neighbourhood can make this statement. Ask him to report, or ask the village for a letter.',
                },
                basis: 'UU 23/2006 pasal 44 ayat (1) jo. UU 24/2013',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'surat',
    title: { id: 'Surat dan pernyataan', en: 'Letter and statement' },
    lead: {
      id: 'Foto dengan ponsel cukup. Pastikan seluruh surat terlihat dan tulisannya terbaca.',
      en: 'A phone photo is enough. Make sure the whole letter can be seen and read.',
    },
    groups: [
      {
        when: 'answers.proof != "neighbourhood"',
        fields: [
          paper('doctorLetter', 'doctor', 'death-letter', {
            id: 'Foto surat kematian dari dokter',
            en: 'Photo of the doctor’s letter',
          }),
          paper('villageLetter', 'village', 'death-letter', {
            id: 'Foto surat kematian dari desa atau kelurahan',
            en: 'Photo of the village letter',
          }),
          paper('policeLetter', 'police', 'police-report', {
            id: 'Foto surat keterangan kepolisian',
            en: 'Photo of the police statement',
          }),
          paper('courtDecision', 'court', 'court-decision', {
            id: 'Salinan penetapan pengadilan',
            en: 'Copy of the court decision',
          }),
          {
            id: 'proofNumber',
            kind: 'text',
            max: 60,
            required: 'answers.proof == "court"',
            label: { id: 'Nomor surat atau penetapan', en: 'Number of the letter or decision' },
          },
        ],
      },
      {
        title: { id: 'Pernyataan ketua RT', en: 'Statement of the neighbourhood head' },
        when: 'answers.proof == "neighbourhood"',
        fields: [
          twoWitnesses({ id: 'witnesses', basis: 'Permendagri 109/2019 formulir F-2.01' }),
          {
            id: 'neighbourhoodStatement',
            kind: 'statement',
            label: {
              id: 'Saya, ketua RT atau RW di tempat tinggal almarhum, menyatakan kematian ini benar terjadi dan telah saya saksikan atau pastikan sendiri.',
              en: 'I, head of the neighbourhood where the deceased lived, state that this death is true and that I witnessed or made sure of it myself.',
            },
          },
        ],
      },
      {
        fields: [
          {
            id: 'truth',
            kind: 'statement',
            label: {
              id: 'Semua yang saya tulis benar. Saya tahu bahwa laporan palsu diancam pidana (UU 23/2006 pasal 93).',
              en: 'Everything I wrote is true. I know that a false report is a crime (UU 23/2006 art. 93).',
            },
          },
        ],
      },
    ],
  },
]
