import { civilFlow } from '../rows/civil-flow.ts'

/** From the report over the court's own answer to the papers. */
export const annulmentFlow = civilFlow({
  rules: 'civil-registration.marriage-annulment',
  paper: { id: 'Pencatatan pembatalan', en: 'The record of the annulment' },
  issuedSentence: {
    id: 'Pembatalan sudah dicatat dan dokumennya terbit',
    en: 'The annulment has been recorded and its documents issued',
  },
  tell: {
    title: { id: 'Pembatalan {subject} sudah dicatat', en: 'The annulment of {subject} has been recorded' },
    body: {
      id: 'Pembatalan sudah dicatat dan kartu keluarga baru terbit. Unduh dan cetak kapan saja dari halaman berkas {number}.',
      en: 'The annulment has been recorded and the new family card issued. Download and print at any time from file {number}.',
    },
  },
  effects: ['population.register-annulment'],
  entersNew: true,
  courtCheck: true,
  refusals: [
    {
      id: 'decision-unknown',
      label: { id: 'Putusan tidak dikenal pengadilan', en: 'The court does not know the decision' },
      basis: 'UU 23/2006 pasal 39 dan 43',
    },
    {
      id: 'decision-not-final',
      label: { id: 'Putusan belum berkekuatan hukum tetap', en: 'The decision is not final' },
      basis: 'UU 23/2006 pasal 39 dan 43',
    },
    {
      id: 'not-this-couple',
      label: { id: 'Putusan tentang perkawinan lain', en: 'The decision is about another marriage' },
      basis: 'Perpres 96/2018 pasal 41 dan 43',
    },
    {
      id: 'already-recorded',
      label: { id: 'Pembatalan ini sudah dicatat', en: 'This annulment is already recorded' },
      basis: 'Permendagri 108/2019',
    },
  ],
  void: {
    label: { id: 'Batalkan pencatatan', en: 'Void the record' },
    done: { id: 'Pencatatan pembatalan dibatalkan', en: 'Record of the annulment voided' },
    reasons: [
      {
        id: 'court-voided',
        label: { id: 'Putusan pengadilan membatalkan akta ini', en: 'A court has voided this certificate' },
        basis: 'UU 23/2006 pasal 72',
      },
      {
        id: 'recorded-in-error',
        label: { id: 'Dicatat karena kekeliruan kantor', en: 'The office recorded it in error' },
        basis: 'UU 30/2014 pasal 64 dan 66',
      },
    ],
    tell: {
      title: {
        id: 'Pencatatan pembatalan {subject} dibatalkan',
        en: 'The record of the annulment of {subject} was voided',
      },
      body: {
        id: 'Pencatatan dari berkas {number} dibatalkan. {reason} Kartu keluarga yang benar sudah terbit di halaman berkas.',
        en: 'The record of file {number} was voided. {reason} The right family cards are on the page of the file.',
      },
    },
  },
  letters: {
    code: 'BK',
    number: '472.3/{sequence}/Disdukcapil/{year}',
    refusalTitle: { id: 'Penolakan pencatatan pembatalan', en: 'Refusal to record an annulment' },
    refusalRows: [
      { label: 'Pengadilan', value: 'answers.courtName' },
      { label: 'Nomor putusan', value: 'answers.decisionNumber' },
    ],
    voiding: {
      title: { id: 'Pembatalan pencatatan pembatalan', en: 'Voiding of a record of an annulment' },
      opening: ['Pencatatan pembatalan {subject} dari berkas {number} dibatalkan.', '{reason}'],
      closing: [
        'Catatan pembatalan pada register penduduk ditarik kembali dan kartu keluarga diterbitkan dengan susunan semula.',
        'Kutipan akta yang pernah terbit tidak berlaku lagi.',
      ],
    },
  },
})
