import { certificateCorrection } from '../rows/aftermath.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { courtVoidedCertificate } from '../rows/voiding.ts'
import { noticeBetween } from './notice.ts'

const refusals = [
  {
    id: 'letter-not-valid',
    label: { id: 'Surat perkawinan tidak sah', en: 'The marriage letter is not valid' },
    basis: 'Perpres 96/2018 pasal 37',
  },
  {
    id: 'still-married',
    label: { id: 'Salah satu masih terikat perkawinan lain', en: 'One of the two is married to another' },
    basis: 'UU 1/1974 pasal 3 dan 9',
  },
  {
    id: 'forbidden-kin',
    label: { id: 'Keduanya kerabat yang dilarang kawin', en: 'The two may not marry as relatives' },
    basis: 'UU 1/1974 pasal 8',
  },
  {
    id: 'too-young',
    label: { id: 'Belum cukup umur dan tanpa dispensasi', en: 'Too young, without dispensation' },
    basis: 'UU 1/1974 pasal 7 jo. UU 16/2019',
  },
  {
    id: 'no-consent',
    label: { id: 'Salah satu tidak menyetujui', en: 'One of the two does not agree' },
    basis: 'UU 1/1974 pasal 6 ayat (1)',
  },
  {
    id: 'prevented',
    label: { id: 'Ada pencegahan perkawinan', en: 'Somebody lawfully objects to the marriage' },
    basis: 'UU 1/1974 pasal 13 sampai 21',
  },
  {
    id: 'court-decision-unknown',
    label: { id: 'Penetapan tidak dikenal pengadilan', en: 'The court does not know the decision' },
    basis: 'UU 23/2006 pasal 36',
  },
]

const correction = certificateCorrection('population.correct-marriage', [
  {
    id: 'correctMarriedOn',
    kind: 'date',
    required: 'false',
    label: { id: 'Tanggal perkawinan yang benar', en: 'Right date of the marriage' },
  },
  {
    id: 'correctOfficiant',
    kind: 'text',
    max: 120,
    required: 'false',
    label: { id: 'Pemuka agama yang benar', en: 'Right religious leader' },
  },
  {
    id: 'correctPlace',
    kind: 'text',
    max: 60,
    required: 'fact(findings, "correctMarriedOn") == "" && fact(findings, "correctOfficiant") == ""',
    label: { id: 'Kabupaten atau kota yang benar', en: 'Right regency or city' },
  },
])

/** From the report over the announcement to the certificates, and what may happen to them afterwards. */
export const marriageFlow = civilFlow({
  rules: 'civil-registration.marriage',
  paper: { id: 'Akta perkawinan', en: 'The marriage certificate' },
  issuedSentence: {
    id: 'Akta perkawinan untuk suami dan istri serta kartu keluarga sudah terbit',
    en: 'The certificates for husband and wife and the family card have been issued',
  },
  tell: {
    title: {
      id: 'Akta perkawinan {subject} sudah terbit',
      en: 'The marriage certificate of {subject} has been issued',
    },
    body: {
      id: 'Akta perkawinan untuk suami dan istri serta kartu keluarga sudah terbit. Unduh dan cetak kapan saja dari halaman berkas {number}. Ada salah tulis? Laporkan di sana.',
      en: 'The certificates for husband and wife and the family card are ready. Download and print them at any time from file {number}. An error? Report it there.',
    },
  },
  effects: ['population.register-marriage'],
  entersNew: true,
  refusals,
  between: noticeBetween(refusals),
  correction,
  void: {
    label: { id: 'Batalkan akta', en: 'Void the certificate' },
    done: { id: 'Akta dibatalkan', en: 'Certificate voided' },
    reasons: [
      courtVoidedCertificate,
      {
        id: 'recorded-in-error',
        label: { id: 'Akta terbit karena kekeliruan kantor', en: 'The office recorded it in error' },
        basis: 'UU 30/2014 pasal 64 dan 66',
      },
    ],
    tell: {
      title: { id: 'Akta perkawinan {subject} dibatalkan', en: 'The marriage certificate of {subject} was voided' },
      body: {
        id: 'Akta dari berkas {number} dibatalkan. {reason} Kartu keluarga yang benar sudah terbit di halaman berkas.',
        en: 'The certificate of file {number} was voided. {reason} The right family cards are on the page of the file.',
      },
    },
  },
  letters: {
    code: 'AK',
    number: '472.2/{sequence}/Disdukcapil/{year}',
    refusalTitle: { id: 'Penolakan pencatatan perkawinan', en: 'Refusal to record a marriage' },
    refusalRows: [
      { label: 'Tanggal perkawinan menurut laporan', value: 'answers.marriedOn' },
      { label: 'Nama pasangan', value: 'answers.spouseName' },
    ],
    voiding: {
      title: { id: 'Pembatalan akta perkawinan', en: 'Voiding of a marriage certificate' },
      opening: ['Akta perkawinan {subject} yang terbit dari berkas {number} dibatalkan.', '{reason}'],
      closing: [
        'Catatan perkawinan pada register penduduk ditarik kembali dan kartu keluarga diterbitkan dengan susunan semula.',
        'Kutipan akta yang pernah terbit tidak berlaku lagi.',
      ],
    },
  },
})
