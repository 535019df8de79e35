import { defineService } from '#modules/services/index.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { personalChange } from '../rows/personal-change.ts'
import { correctionPages } from './form.ts'
import { correctionExamples } from './golden.ts'

/** Pembetulan akta: an error of writing on a certificate whose own file is closed or was on paper. */
export const certificateCorrection = defineService(
  personalChange({
    id: 'certificate-correction',
    family: 'personal-data.correction',
    slug: 'pembetulan-akta',
    code: 'PA',
    title: { id: 'Pembetulan akta', en: 'Correction of a certificate' },
    summary: {
      id: 'Betulkan salah tulis pada akta kelahiran, kematian, perkawinan dan akta lain, juga akta lama dari kertas. Gratis, tanpa pengadilan.',
      en: 'Put right an error of writing on a certificate of birth, death, marriage or another register, also an old one on paper. Free of charge, without a court.',
    },
    keywords: [
      'salah tulis akta',
      'pembetulan akta',
      'perbaikan akta',
      'typo akta',
      'salah nama di akta',
      'correction',
    ],
    minutesToFill: 6,
    products: [
      {
        id: 'Kutipan akta yang dibetulkan, atau surat keterangan untuk akta lama',
        en: 'The corrected certificate, or a letter for an old one',
      },
      { id: 'Kartu keluarga baru, bila datanya berubah', en: 'New family card, if its data change' },
    ],
    legalBasis: [
      { citation: 'UU 23/2006 pasal 71', about: { id: 'pembetulan salah tulis redaksional', en: 'errors of writing' } },
      { citation: 'Perpres 96/2018 pasal 59', about: { id: 'persyaratan', en: 'requirements' } },
    ],
    evidence: [
      {
        kind: 'document',
        field: 'certificateCopy',
        label: { id: 'Foto akta yang salah tulis', en: 'Photo of the wrong certificate' },
        help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
        basis: 'Perpres 96/2018 pasal 59',
      },
      {
        kind: 'document',
        field: 'proofOfRight',
        label: { id: 'Bukti data yang benar (ijazah, surat lahir, buku nikah)', en: 'Proof of what is right' },
        help: { id: 'Yang lebih tua dari akta lebih kuat.', en: 'What is older than the certificate proves more.' },
        basis: 'Perpres 96/2018 pasal 59',
      },
    ],
    pages: correctionPages,
    rules: [],
    subject:
      'answers.certificate != "birth" ? answers.certificateNumber : string(list(known, "family").filter(m, m.id == answers.person)[0].name)',
    free: { id: 'Kutipan akta dan kartu keluarga', en: 'Certificate and family card' },
    flow: civilFlow({
      rules: 'personal-data.correction',
      paper: { id: 'Akta yang dibetulkan', en: 'The corrected certificate' },
      issuedSentence: { id: 'Akta sudah dibetulkan dan terbit', en: 'The certificate is corrected and issued' },
      tell: {
        title: { id: 'Akta yang benar sudah terbit', en: 'The right certificate has been issued' },
        body: {
          id: 'Dokumen yang benar ada pada halaman berkas {number}. Kutipan yang lama tidak berlaku lagi.',
          en: 'The right documents are on the page of file {number}. The earlier extract no longer holds.',
        },
      },
      effects: ['population.correct-certificate'],
      refusals: [
        {
          id: 'not-an-error',
          label: {
            id: 'Bukan salah tulis: perlu penetapan pengadilan',
            en: 'No error of writing: a court has to decide',
          },
          basis: 'UU 23/2006 pasal 52 dan 71',
        },
        {
          id: 'proof-weak',
          label: { id: 'Bukti tidak menunjukkan data yang benar', en: 'The proof does not show what is right' },
          basis: 'Perpres 96/2018 pasal 59',
        },
      ],
      letters: {
        code: 'PA',
        number: '472.17/{sequence}/Disdukcapil/{year}',
        refusalTitle: { id: 'Penolakan pembetulan akta', en: 'Refusal of a correction' },
        refusalRows: [{ label: 'Yang diajukan', value: 'answers.whatIsWrong' }],
      },
    }),
    golden: correctionExamples,
  }),
)
