import { defineService } from '#modules/services/index.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { courtEvidence, courtPage, personalChange } from '../rows/personal-change.ts'
import { cancellationExamples } from './golden.ts'

/** Pembatalan akta: a court voided an entry of any civil register; everything that followed from it is taken back. */
export const certificateCancellation = defineService(
  personalChange({
    id: 'certificate-cancellation',
    family: 'personal-data.court-change',
    slug: 'pembatalan-akta',
    code: 'PB',
    title: { id: 'Pembatalan akta oleh pengadilan', en: 'Certificate voided by a court' },
    summary: {
      id: 'Catat putusan pengadilan yang membatalkan akta: register, kartu keluarga dan kutipan kembali seperti tanpa akta itu. Gratis.',
      en: 'Record a court’s decision that voids a certificate: register, family card and extracts return to what holds without it. Free of charge.',
    },
    keywords: ['batal akta', 'pembatalan akta', 'akta palsu', 'putusan pembatalan', 'akta ganda', 'void certificate'],
    minutesToFill: 6,
    products: [
      { id: 'Surat keterangan pembatalan akta', en: 'Letter on the voided certificate' },
      { id: 'Kartu keluarga yang benar, bila berubah', en: 'The right family card, if it changes' },
    ],
    legalBasis: [
      {
        citation: 'UU 23/2006 pasal 72',
        about: {
          id: 'pembatalan akta berdasarkan putusan pengadilan, dilaporkan paling lambat {rule:personal-data.cancellation.report-within}',
          en: 'voiding on the decision of a court, reported within {rule:personal-data.cancellation.report-within}',
        },
      },
      { citation: 'Perpres 96/2018 pasal 60 dan 61', about: { id: 'persyaratan', en: 'requirements' } },
    ],
    evidence: [courtEvidence],
    identityField: 'whose',
    subject: 'answers.whose == "other" ? answers.otherName : answers.entry',
    pages: [
      {
        id: 'akta',
        title: { id: 'Akta yang dibatalkan', en: 'The voided certificate' },
        groups: [
          {
            fields: [
              {
                id: 'whose',
                kind: 'choice',
                label: { id: 'Akta siapa', en: 'Whose certificate' },
                options: [
                  {
                    value: 'own',
                    label: { id: 'Saya atau anggota keluarga saya', en: 'Mine or my family’s' },
                    hint: { id: 'Pilih dari daftar.', en: 'Choose from the list.' },
                  },
                  {
                    value: 'other',
                    label: { id: 'Orang lain, atau tidak ada pada daftar', en: 'Somebody else’s, or not on the list' },
                  },
                ],
              },
              {
                id: 'entry',
                kind: 'choice',
                when: 'answers.whose == "own"',
                optionsFrom: 'population.own-entries',
                label: { id: 'Akta', en: 'Certificate' },
              },
              {
                id: 'otherNumber',
                kind: 'text',
                max: 40,
                when: 'answers.whose == "other"',
                label: { id: 'Nomor akta', en: 'Number of the certificate' },
                hint: { id: 'Misalnya 9901-LU-23112026-0047.', en: 'Such as 9901-LU-23112026-0047.' },
              },
              {
                id: 'otherName',
                kind: 'name',
                when: 'answers.whose == "other"',
                label: { id: 'Nama pada akta itu', en: 'Name on that certificate' },
              },
              {
                id: 'phone',
                kind: 'phone',
                prefill: 'fact(known, "phone")',
                label: { id: 'Nomor ponsel Anda', en: 'Your mobile number' },
              },
            ],
          },
        ],
      },
      courtPage({
        id: 'Putusan harus menyebut akta yang dibatalkan dan sudah berkekuatan hukum tetap.',
        en: 'The decision must name the voided certificate and be final.',
      }),
    ],
    rules: ['personal-data.cancellation.report-within'],
    free: { id: 'Surat keterangan dan dokumen yang benar', en: 'Letter and the right documents' },
    risk: '5',
    flow: civilFlow({
      rules: 'personal-data.court-change',
      courtCheck: true,
      paper: { id: 'Pembatalan', en: 'The voiding' },
      issuedSentence: { id: 'Akta sudah dibatalkan', en: 'The certificate has been voided' },
      tell: {
        title: { id: 'Pembatalan akta sudah tercatat', en: 'The voiding is recorded' },
        body: {
          id: 'Akta pada berkas {number} sudah dibatalkan. Surat keterangan dan dokumen yang benar ada pada halaman berkas.',
          en: 'The certificate of file {number} is voided. The letter and the right documents are on the page of the file.',
        },
      },
      effects: ['population.cancel-entry'],
      refusals: [
        {
          id: 'other-certificate',
          label: { id: 'Putusan tidak menyebut akta ini', en: 'The decision does not name this certificate' },
          basis: 'UU 23/2006 pasal 72 ayat (1)',
        },
        {
          id: 'court-denied',
          label: { id: 'Putusan tidak dibenarkan pengadilan', en: 'The court does not confirm the decision' },
          basis: 'UU 23/2006 pasal 72; UU 30/2014 pasal 10',
        },
      ],
      letters: {
        code: 'PB',
        number: '472.17/{sequence}/Disdukcapil/{year}',
        refusalTitle: { id: 'Penolakan pembatalan akta', en: 'Refusal to void a certificate' },
        refusalRows: [{ label: 'Nomor putusan', value: 'answers.courtNumber' }],
      },
    }),
    golden: cancellationExamples,
  }),
)
