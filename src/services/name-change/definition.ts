import { defineService } from '#modules/services/index.ts'
import { nameChecks } from '../birth-certificate/name-rules.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { changedPapers, courtChange, courtPage, personalChange, whosePage } from '../rows/personal-change.ts'
import { higherCourtVoided } from '../rows/voiding.ts'
import { nameChangeExamples } from './golden.ts'

/** Perubahan nama: a court decides, the register follows; the margin of the birth entry says so. */
export const nameChange = defineService(
  personalChange({
    id: 'name-change',
    ...courtChange,
    slug: 'perubahan-nama',
    code: 'GN',
    title: { id: 'Perubahan nama', en: 'Change of name' },
    summary: {
      id: 'Catat nama baru dari penetapan pengadilan: kutipan akta kelahiran dengan catatan pinggir dan kartu keluarga baru. Gratis.',
      en: 'Record a new name that a court decided: birth certificate with a marginal note and a new family card. Free of charge.',
    },
    keywords: [
      'ganti nama',
      'ubah nama',
      'tambah nama',
      'nama satu kata',
      'catatan pinggir',
      'rename',
      'change of name',
    ],
    minutesToFill: 5,
    products: [{ id: 'Surat keterangan perubahan nama', en: 'Letter on the change of name' }, ...changedPapers],
    legalBasis: [
      {
        citation: 'UU 23/2006 pasal 52',
        about: {
          id: 'pencatatan perubahan nama, dilaporkan paling lambat {rule:personal-data.name-change.report-within}',
          en: 'recording of a change of name, reported within {rule:personal-data.name-change.report-within}',
        },
      },
      { citation: 'Perpres 96/2018 pasal 53', about: { id: 'persyaratan', en: 'requirements' } },
      { citation: 'Permendagri 73/2022', about: { id: 'nama pada dokumen kependudukan', en: 'names on documents' } },
    ],
    pages: [
      whosePage,
      {
        id: 'nama',
        title: { id: 'Nama yang baru', en: 'The new name' },
        lead: {
          id: 'Salin tepat seperti pada penetapan pengadilan.',
          en: 'Copy it exactly as the decision of the court has it.',
        },
        groups: [
          {
            fields: [
              {
                id: 'newName',
                kind: 'name',
                max: 120,
                label: { id: 'Nama lengkap yang baru', en: 'New full name' },
                checks: [
                  ...nameChecks('answers.newName'),
                  {
                    holds: 'list(known, "family").all(m, m.id != answers.person || m.name != answers.newName)',
                    say: {
                      id: 'Nama ini sama dengan yang sudah tercatat.',
                      en: 'This is the name that is recorded already.',
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
      courtPage({
        id: 'Penetapan harus menyebut nama lama dan nama baru.',
        en: 'The decision must say both the old and the new name.',
      }),
    ],
    rules: ['personal-data.name-change.report-within'],
    flow: civilFlow({
      rules: courtChange.family,
      courtCheck: true,
      paper: { id: 'Perubahan nama', en: 'The change of name' },
      issuedSentence: {
        id: 'Nama baru sudah tercatat dan dokumennya terbit',
        en: 'The new name is recorded and the documents are issued',
      },
      tell: {
        title: { id: 'Perubahan nama {subject} sudah tercatat', en: 'The change of name of {subject} is recorded' },
        body: {
          id: 'Dokumen dengan nama baru sudah terbit pada halaman berkas {number}. KTP dan dokumen lain yang memuat nama lama perlu diganti.',
          en: 'The documents with the new name are on the page of file {number}. Identity cards and other papers with the old name have to be replaced.',
        },
      },
      effects: ['population.change-name'],
      refusals: [
        {
          id: 'decision-other-name',
          label: { id: 'Nama tidak sama dengan penetapan', en: 'The name is not that of the decision' },
          basis: 'UU 23/2006 pasal 52 ayat (1)',
        },
        {
          id: 'court-denied',
          label: { id: 'Penetapan tidak dibenarkan pengadilan', en: 'The court does not confirm the decision' },
          basis: 'UU 23/2006 pasal 52; UU 30/2014 pasal 10',
        },
        {
          id: 'name-not-allowed',
          label: { id: 'Penulisan nama tidak diperbolehkan', en: 'The name may not be written so' },
          basis: 'Permendagri 73/2022 pasal 5',
        },
      ],
      void: {
        label: { id: 'Batalkan perubahan nama', en: 'Take the change of name back' },
        done: { id: 'Perubahan nama dibatalkan', en: 'Change of name taken back' },
        reasons: [higherCourtVoided],
        tell: {
          title: { id: 'Perubahan nama {subject} dibatalkan', en: 'The change of name of {subject} was taken back' },
          body: {
            id: 'Nama pada register kembali seperti semula. {reason} Dokumen yang benar ada pada halaman berkas {number}.',
            en: 'The name in the register is what it was. {reason} The right documents are on the page of file {number}.',
          },
        },
      },
      letters: {
        code: 'GN',
        number: '472.15/{sequence}/Disdukcapil/{year}',
        refusalTitle: { id: 'Penolakan pencatatan perubahan nama', en: 'Refusal to record a change of name' },
        refusalRows: [
          { label: 'Nama yang diajukan', value: 'answers.newName' },
          { label: 'Nomor penetapan', value: 'answers.courtNumber' },
        ],
        voiding: {
          title: { id: 'Pembatalan pencatatan perubahan nama', en: 'Taking back a recorded change of name' },
          opening: ['Pencatatan perubahan nama {subject} dari berkas {number} dibatalkan.', '{reason}'],
          closing: ['Catatan pinggir dicoret dan dokumen diterbitkan kembali dengan nama semula.'],
        },
      },
    }),
    golden: nameChangeExamples,
  }),
)
