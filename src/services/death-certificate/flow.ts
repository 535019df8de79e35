import { certificateCorrection } from '../rows/aftermath.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { courtVoidedCertificate } from '../rows/voiding.ts'

const correction = certificateCorrection('population.correct-death', [
  {
    id: 'correctDiedOn',
    kind: 'date',
    required: 'false',
    label: { id: 'Tanggal meninggal yang benar', en: 'Right date of death' },
  },
  {
    id: 'correctDiedTime',
    kind: 'time',
    required: 'false',
    label: { id: 'Jam meninggal yang benar', en: 'Right time of death' },
  },
  {
    id: 'correctPlace',
    kind: 'text',
    max: 60,
    required: 'fact(findings, "correctDiedOn") == "" && fact(findings, "correctDiedTime") == ""',
    label: { id: 'Kabupaten atau kota yang benar', en: 'Right regency or city' },
  },
])

/** From the report to the certificate, and what may happen to it afterwards. */
export const deathFlow = civilFlow({
  rules: 'civil-registration.death',
  paper: { id: 'Akta', en: 'The certificate' },
  issuedSentence: {
    id: 'Akta kematian dan kartu keluarga baru sudah terbit',
    en: 'The death certificate and the new family card have been issued',
  },
  tell: {
    title: { id: 'Akta kematian {subject} sudah terbit', en: 'The death certificate of {subject} has been issued' },
    body: {
      id: 'Akta kematian dan kartu keluarga baru sudah terbit. Unduh dan cetak kapan saja dari halaman berkas {number}. Ada salah tulis? Laporkan di sana.',
      en: 'The death certificate and the new family card are ready. Download and print them at any time from file {number}. An error? Report it there.',
    },
  },
  effects: ['population.register-death'],
  lapseTell: {
    title: { id: 'Laporan Anda gugur', en: 'Your report has lapsed' },
    body: {
      id: 'Perbaikan berkas {number} tidak kami terima dalam {rule:civil-registration.correction-within}, sehingga laporan gugur. Kematiannya tetap perlu dicatat; kirim laporan baru kapan saja.',
      en: 'We did not receive the corrections of file {number} within {rule:civil-registration.correction-within}, so it has lapsed. The death still has to be recorded; send a new report at any time.',
    },
  },
  refusals: [
    {
      id: 'proof-not-valid',
      label: { id: 'Surat kematian tidak sah', en: 'The death letter is not valid' },
      basis: 'Perpres 96/2018 pasal 45',
    },
    {
      id: 'court-needed',
      label: { id: 'Diperlukan penetapan pengadilan', en: 'A court decision is needed' },
      basis: 'UU 23/2006 pasal 44 ayat (4)',
    },
    {
      id: 'identity-unclear',
      label: { id: 'Identitas yang meninggal tidak jelas', en: 'The identity of the deceased is unclear' },
      basis: 'UU 23/2006 pasal 44 ayat (5)',
    },
    {
      id: 'already-recorded',
      label: { id: 'Kematian ini sudah dicatat', en: 'This death is already recorded' },
      basis: 'Permendagri 108/2019',
    },
  ],
  correction,
  void: {
    label: { id: 'Batalkan akta', en: 'Void the certificate' },
    done: { id: 'Akta dibatalkan', en: 'Certificate voided' },
    reasons: [
      courtVoidedCertificate,
      {
        id: 'person-alive',
        label: { id: 'Orang ini ternyata masih hidup', en: 'The person turned out to be alive' },
        basis: 'Permendagri 108/2019; UU 30/2014 pasal 66',
      },
    ],
    tell: {
      title: { id: 'Akta kematian {subject} dibatalkan', en: 'The death certificate of {subject} was voided' },
      body: {
        id: 'Akta dari berkas {number} dibatalkan. {reason} Kartu keluarga yang benar sudah terbit di halaman berkas.',
        en: 'The certificate of file {number} was voided. {reason} The right family card is on the page of the file.',
      },
    },
  },
  letters: {
    code: 'AM',
    number: '472.12/{sequence}/Disdukcapil/{year}',
    refusalTitle: { id: 'Penolakan pencatatan kematian', en: 'Refusal to record a death' },
    refusalRows: [
      { label: 'Tanggal meninggal menurut laporan', value: 'answers.diedOn' },
      { label: 'Bukti yang diajukan', value: 'answers.proof' },
    ],
    voiding: {
      title: { id: 'Pembatalan akta kematian', en: 'Voiding of a death certificate' },
      opening: ['Akta kematian {subject} yang terbit dari berkas {number} dibatalkan.', '{reason}'],
      closing: [
        'Catatan kematian pada register penduduk ditarik kembali dan kartu keluarga diterbitkan dengan susunan semula.',
        'Kutipan akta yang pernah terbit tidak berlaku lagi.',
      ],
    },
  },
})
