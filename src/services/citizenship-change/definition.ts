import { defineService } from '#modules/services/index.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { personalChange, truth, whosePage } from '../rows/personal-change.ts'
import { citizenshipExamples } from './golden.ts'

/** Perubahan kewarganegaraan: into Indonesian by decree and oath, out of it by decree. */
export const citizenshipChange = defineService(
  personalChange({
    id: 'citizenship-change',
    family: 'personal-data.plain-change',
    slug: 'perubahan-kewarganegaraan',
    code: 'PW',
    title: { id: 'Perubahan kewarganegaraan', en: 'Change of citizenship' },
    summary: {
      id: 'Catat kewarganegaraan baru dari keputusan dan sumpah pada akta kelahiran dan kartu keluarga. Gratis.',
      en: 'Record a new citizenship, by decree and oath, in the birth certificate and the family card. Free of charge.',
    },
    keywords: ['naturalisasi', 'pindah warga negara', 'jadi wni', 'jadi wna', 'sumpah setia', 'citizenship'],
    minutesToFill: 5,
    products: [
      { id: 'Surat keterangan perubahan status kewarganegaraan', en: 'Letter on the change of citizenship' },
      { id: 'Kartu keluarga baru', en: 'New family card' },
    ],
    legalBasis: [
      {
        citation: 'UU 23/2006 pasal 53 dan 54',
        about: {
          id: 'pencatatan perubahan status kewarganegaraan, dilaporkan paling lambat {rule:personal-data.citizenship-change.report-within}',
          en: 'recording of a change of citizenship, reported within {rule:personal-data.citizenship-change.report-within}',
        },
      },
      { citation: 'UU 12/2006', about: { id: 'kewarganegaraan Republik Indonesia', en: 'citizenship' } },
      { citation: 'Perpres 96/2018 pasal 54 sampai 57', about: { id: 'persyaratan', en: 'requirements' } },
    ],
    evidence: [
      {
        kind: 'document',
        field: 'decree',
        label: { id: 'Keputusan Presiden atau menteri', en: 'Decree of the President or minister' },
        help: { id: 'Foto semua halaman dengan ponsel cukup.', en: 'Phone photos of all pages are enough.' },
        basis: 'UU 12/2006 pasal 13 dan 23',
      },
      {
        kind: 'document',
        field: 'oathMinutes',
        when: 'answers.direction != "to-wna"',
        label: { id: 'Berita acara sumpah, untuk yang menjadi WNI', en: 'Minutes of the oath, for new Indonesians' },
        help: { id: 'Foto dengan ponsel cukup.', en: 'A phone photo is enough.' },
        basis: 'UU 12/2006 pasal 14 sampai 16',
      },
    ],
    pages: [
      whosePage,
      {
        id: 'kewarganegaraan',
        title: { id: 'Kewarganegaraan yang baru', en: 'The new citizenship' },
        groups: [
          {
            fields: [
              {
                id: 'direction',
                kind: 'choice',
                label: { id: 'Yang berubah', en: 'What changes' },
                options: [
                  { value: 'to-wni', label: { id: 'Menjadi warga negara Indonesia', en: 'Becomes Indonesian' } },
                  {
                    value: 'to-wna',
                    label: { id: 'Melepaskan kewarganegaraan Indonesia', en: 'Gives up Indonesian citizenship' },
                    hint: { id: 'KTP-el tidak berlaku lagi.', en: 'The identity card no longer holds.' },
                  },
                ],
              },
              {
                id: 'newNationality',
                kind: 'text',
                max: 60,
                when: 'answers.direction == "to-wna"',
                label: { id: 'Kewarganegaraan yang baru', en: 'New nationality' },
              },
            ],
          },
        ],
      },
      {
        id: 'keputusan',
        title: { id: 'Keputusan dan sumpah', en: 'Decree and oath' },
        groups: [
          {
            fields: [
              {
                id: 'decreeNumber',
                kind: 'text',
                max: 60,
                label: { id: 'Nomor keputusan', en: 'Number of the decree' },
              },
              { id: 'decreeOn', kind: 'date', label: { id: 'Tanggal keputusan', en: 'Date of the decree' } },
              {
                id: 'decree',
                kind: 'file',
                label: { id: 'Keputusan Presiden atau menteri', en: 'Decree of the President or minister' },
              },
            ],
          },
          {
            when: 'answers.direction != "to-wna"',
            fields: [
              {
                id: 'oathOn',
                kind: 'date',
                label: { id: 'Tanggal pengucapan sumpah', en: 'Date of the oath' },
                checks: [
                  {
                    holds: 'answers.oathOn >= answers.decreeOn',
                    say: { id: 'Sumpah diucapkan sesudah keputusan.', en: 'The oath comes after the decree.' },
                    basis: 'UU 12/2006 pasal 14',
                  },
                ],
              },
              {
                id: 'oathMinutes',
                kind: 'file',
                label: { id: 'Berita acara pengucapan sumpah', en: 'Minutes of the oath' },
              },
            ],
          },
          { fields: [truth] },
        ],
      },
    ],
    rules: ['personal-data.citizenship-change.report-within'],
    free: { id: 'Surat keterangan, akta dan kartu keluarga', en: 'Letter, certificate and family card' },
    risk: '3',
    flow: civilFlow({
      rules: 'personal-data.plain-change',
      paper: { id: 'Perubahan kewarganegaraan', en: 'The change of citizenship' },
      issuedSentence: {
        id: 'Kewarganegaraan baru sudah tercatat dan dokumennya terbit',
        en: 'The new citizenship is recorded and the documents are issued',
      },
      tell: {
        title: { id: 'Kewarganegaraan {subject} sudah tercatat', en: 'The citizenship of {subject} is recorded' },
        body: {
          id: 'Dokumennya ada pada halaman berkas {number}. KTP lama tidak berlaku lagi dan diserahkan kepada dinas.',
          en: 'The documents are on the page of file {number}. The former identity card no longer holds and is handed to the office.',
        },
      },
      effects: ['population.change-citizenship'],
      refusals: [
        {
          id: 'decree-not-valid',
          label: { id: 'Keputusan atau sumpah tidak sah', en: 'The decree or oath is not valid' },
          basis: 'UU 12/2006 pasal 13 sampai 16, 23',
        },
      ],
      void: {
        label: { id: 'Batalkan pencatatan', en: 'Take the entry back' },
        done: { id: 'Pencatatan dibatalkan', en: 'Entry taken back' },
        reasons: [
          {
            id: 'decree-revoked',
            label: { id: 'Keputusan kewarganegaraan dicabut', en: 'The decree was revoked' },
            basis: 'UU 12/2006 pasal 28',
          },
        ],
        tell: {
          title: {
            id: 'Pencatatan kewarganegaraan {subject} dibatalkan',
            en: 'The citizenship entry of {subject} was voided',
          },
          body: {
            id: 'Kewarganegaraan pada register kembali seperti semula. {reason} Dokumen yang benar ada pada halaman berkas {number}.',
            en: 'The citizenship in the register is what it was. {reason} The right documents are on the page of file {number}.',
          },
        },
      },
      letters: {
        code: 'PW',
        number: '472.16/{sequence}/Disdukcapil/{year}',
        refusalTitle: { id: 'Penolakan pencatatan kewarganegaraan', en: 'Refusal to record a citizenship' },
        refusalRows: [{ label: 'Nomor keputusan', value: 'answers.decreeNumber' }],
        voiding: {
          title: { id: 'Pembatalan pencatatan kewarganegaraan', en: 'Taking back a citizenship entry' },
          opening: ['Pencatatan kewarganegaraan {subject} dari berkas {number} dibatalkan.', '{reason}'],
          closing: ['Catatan pinggir dicoret dan dokumen diterbitkan kembali dengan data semula.'],
        },
      },
    }),
    golden: citizenshipExamples,
  }),
)
