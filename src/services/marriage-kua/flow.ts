import { civilFlow } from '../rows/civil-flow.ts'
import { recordedInError } from '../rows/voiding.ts'
import { bookCheck } from './book-check.ts'

const refusals = [
  {
    id: 'book-unknown',
    label: { id: 'Buku nikah tidak dikenal KUA', en: 'The KUA does not know the marriage book' },
    basis: 'UU 23/2006 pasal 34 ayat (5)',
  },
  {
    id: 'still-married',
    label: { id: 'Salah satu masih terikat perkawinan lain', en: 'One of the two is married to another' },
    basis: 'UU 1/1974 pasal 3 dan 9',
  },
  {
    id: 'not-this-couple',
    label: { id: 'Buku nikah bukan milik pelapor', en: 'The book is not that of the reporter' },
    basis: 'Perpres 96/2018 pasal 12',
  },
]

/** From the report over the answer of the KUA to the new cards. */
export const kuaFlow = civilFlow({
  rules: 'civil-registration.marriage-kua',
  paper: { id: 'Kartu keluarga', en: 'The family card' },
  issuedSentence: {
    id: 'Status kawin sudah dicatat dan kartu keluarga terbit',
    en: 'The marriage has been noted and the family card issued',
  },
  tell: {
    title: { id: 'Perkawinan {subject} sudah dicatat', en: 'The marriage of {subject} has been noted' },
    body: {
      id: 'Status kawin dan kartu keluarga Anda sudah diperbarui. Unduh dan cetak kapan saja dari halaman berkas {number}. Buku nikah dari KUA tetap bukti perkawinan Anda.',
      en: 'Your status and family card are up to date. Download and print at any time from file {number}. The marriage book of the KUA remains the proof of your marriage.',
    },
  },
  effects: ['population.register-kua-marriage'],
  entersNew: true,
  refusals,
  between: bookCheck(refusals),
  void: {
    label: { id: 'Batalkan pencatatan', en: 'Void the record' },
    done: { id: 'Pencatatan dibatalkan', en: 'Record voided' },
    reasons: [
      {
        id: 'court-voided',
        label: { id: 'Pengadilan agama membatalkan perkawinan ini', en: 'A religious court annulled this marriage' },
        basis: 'UU 1/1974 pasal 22 dan 25',
      },
      recordedInError,
    ],
    tell: {
      title: {
        id: 'Pencatatan perkawinan {subject} dibatalkan',
        en: 'The record of the marriage of {subject} was voided',
      },
      body: {
        id: 'Pencatatan dari berkas {number} dibatalkan. {reason} Kartu keluarga yang benar sudah terbit di halaman berkas.',
        en: 'The record of file {number} was voided. {reason} The right family cards are on the page of the file.',
      },
    },
  },
  letters: {
    code: 'NK',
    number: '472.2/{sequence}/Disdukcapil/{year}',
    refusalTitle: { id: 'Penolakan pencatatan perkawinan dari KUA', en: 'Refusal to note a marriage at the KUA' },
    refusalRows: [
      { label: 'Nomor akta nikah', value: 'answers.bookNumber' },
      { label: 'Nama pasangan', value: 'answers.spouseName' },
    ],
    voiding: {
      title: { id: 'Pembatalan pencatatan perkawinan', en: 'Voiding of a noted marriage' },
      opening: ['Pencatatan perkawinan {subject} dari berkas {number} dibatalkan.', '{reason}'],
      closing: ['Status pada register penduduk ditarik kembali dan kartu keluarga diterbitkan dengan susunan semula.'],
    },
  },
})
