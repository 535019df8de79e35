import { defineService } from '#modules/services/index.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { personalChange, truth, whosePage } from '../rows/personal-change.ts'
import { elementPages } from './element-pages.ts'
import { dataChangeExamples } from './golden.ts'

const proof = (field: string, element: string, id: string, en: string) => ({
  kind: 'document' as const,
  field,
  when: `"${element}" in answers.elements`,
  label: { id, en },
  help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
  basis: 'Perpres 96/2018 pasal 15; Permendagri 109/2019 F-1.06',
})

/** Perubahan elemen data (F-1.06): religion, education, occupation, blood type, marital status, each with its own proof. */
export const personalDataChange = defineService(
  personalChange({
    id: 'personal-data-change',
    family: 'personal-data.plain-change',
    slug: 'perubahan-data-penduduk',
    code: 'PD',
    title: { id: 'Perubahan data penduduk', en: 'Change of personal data' },
    summary: {
      id: 'Perbarui agama, pendidikan, pekerjaan, golongan darah atau status perkawinan pada kartu keluarga. Gratis.',
      en: 'Renew religion, education, occupation, blood type or marital status on the family card. Free of charge.',
    },
    keywords: [
      'ubah data kk',
      'ganti pekerjaan',
      'ganti agama',
      'ubah pendidikan',
      'golongan darah',
      'status perkawinan',
      'f-1.06',
      'elemen data',
      'change of data',
    ],
    minutesToFill: 5,
    products: [{ id: 'Kartu keluarga baru', en: 'New family card' }],
    legalBasis: [
      {
        citation: 'Perpres 96/2018 pasal 15 dan 16',
        about: { id: 'perubahan kartu keluarga', en: 'changes of the card' },
      },
      { citation: 'Permendagri 109/2019 F-1.06', about: { id: 'formulir perubahan elemen data', en: 'form' } },
      {
        citation: 'UU 24/2013 pasal 64',
        about: { id: 'penganut kepercayaan dilayani', en: 'native faiths are served' },
      },
    ],
    evidence: [
      proof(
        'religionLetter',
        'religion',
        'Surat pemuka agama, bila agama berubah',
        'Letter on religion, if it changes',
      ),
      proof('diploma', 'education', 'Ijazah, bila pendidikan berubah', 'Diploma, if education changes'),
      proof('workLetter', 'occupation', 'Surat kerja, bila pekerjaan berubah', 'Work letter, if occupation changes'),
      proof(
        'bloodLetter',
        'blood',
        'Hasil laboratorium, bila golongan darah berubah',
        'Blood test, if the type changes',
      ),
      proof(
        'maritalProof',
        'marital',
        'Akta atau buku, bila status perkawinan berubah',
        'Proof, if marital status changes',
      ),
    ],
    pages: [
      whosePage,
      ...elementPages,
      {
        id: 'pernyataan',
        title: { id: 'Pernyataan', en: 'Statement' },
        groups: [{ fields: [truth] }],
      },
    ],
    rules: [],
    free: { id: 'Kartu keluarga', en: 'Family card' },
    flow: civilFlow({
      rules: 'personal-data.plain-change',
      paper: { id: 'Kartu keluarga', en: 'The family card' },
      issuedSentence: {
        id: 'Data sudah diperbarui dan kartu keluarga baru terbit',
        en: 'The data are renewed and the new family card is issued',
      },
      tell: {
        title: { id: 'Data {subject} sudah diperbarui', en: 'The data of {subject} are renewed' },
        body: {
          id: 'Kartu keluarga baru ada pada halaman berkas {number}. Bila agama, pekerjaan, golongan darah atau status kawin berubah, KTP juga perlu diganti.',
          en: 'The new family card is on the page of file {number}. If religion, occupation, blood type or marital status changed, the identity card has to be replaced too.',
        },
      },
      effects: ['population.change-data'],
      refusals: [
        {
          id: 'proof-not-valid',
          label: { id: 'Bukti tidak sah atau tidak sesuai', en: 'The proof is not valid or does not fit' },
          basis: 'Perpres 96/2018 pasal 15',
        },
        {
          id: 'needs-court',
          label: { id: 'Perubahan ini memerlukan penetapan pengadilan', en: 'This change needs a court' },
          basis: 'UU 23/2006 pasal 52 dan 56',
        },
      ],
      void: {
        label: { id: 'Batalkan perubahan', en: 'Take the change back' },
        done: { id: 'Perubahan dibatalkan', en: 'Change taken back' },
        reasons: [
          {
            id: 'proof-false',
            label: { id: 'Bukti ternyata palsu', en: 'The proof turned out to be false' },
            basis: 'UU 30/2014 pasal 64; UU 23/2006 pasal 93',
          },
        ],
        tell: {
          title: { id: 'Perubahan data {subject} dibatalkan', en: 'The change of data of {subject} was taken back' },
          body: {
            id: 'Data pada register kembali seperti semula. {reason} Kartu keluarga yang benar ada pada halaman berkas {number}.',
            en: 'The register is what it was. {reason} The right family card is on the page of file {number}.',
          },
        },
      },
      letters: {
        code: 'PD',
        number: '472.1/{sequence}/Disdukcapil/{year}',
        refusalTitle: { id: 'Penolakan perubahan data penduduk', en: 'Refusal of a change of data' },
        refusalRows: [{ label: 'Yang diajukan', value: 'answers.elements' }],
        voiding: {
          title: { id: 'Pembatalan perubahan data penduduk', en: 'Taking back a change of data' },
          opening: ['Perubahan data {subject} dari berkas {number} dibatalkan.', '{reason}'],
          closing: ['Data pada register dan kartu keluarga kembali seperti semula.'],
        },
      },
    }),
    golden: dataChangeExamples,
  }),
)
