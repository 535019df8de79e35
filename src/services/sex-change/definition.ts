import { defineService } from '#modules/services/index.ts'
import { nameChecks } from '../birth-certificate/name-rules.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { changedPapers, courtChange, courtPage, personalChange, whosePage } from '../rows/personal-change.ts'
import { higherCourtVoided } from '../rows/voiding.ts'
import { sexChangeExamples } from './golden.ts'

/** Perubahan jenis kelamin: another important event that a court decides. */
export const sexChange = defineService(
  personalChange({
    id: 'sex-change',
    ...courtChange,
    slug: 'perubahan-jenis-kelamin',
    code: 'GK',
    title: { id: 'Perubahan jenis kelamin', en: 'Change of sex' },
    summary: {
      id: 'Catat penetapan pengadilan tentang jenis kelamin pada akta kelahiran dan kartu keluarga. NIK tetap. Gratis dan rahasia.',
      en: 'Record a court’s decision on sex in the birth certificate and the family card. The NIK stays. Free of charge and confidential.',
    },
    keywords: ['ganti kelamin', 'jenis kelamin salah', 'peristiwa penting lainnya', 'change of sex', 'gender'],
    minutesToFill: 5,
    products: [
      { id: 'Surat keterangan peristiwa penting lainnya', en: 'Letter on another important event' },
      ...changedPapers,
    ],
    legalBasis: [
      {
        citation: 'UU 23/2006 pasal 56',
        about: {
          id: 'pencatatan peristiwa penting lainnya, dilaporkan paling lambat {rule:personal-data.sex-change.report-within}',
          en: 'recording of other important events, reported within {rule:personal-data.sex-change.report-within}',
        },
      },
      { citation: 'Perpres 96/2018 pasal 58', about: { id: 'persyaratan', en: 'requirements' } },
      { citation: 'PP 40/2019', about: { id: 'NIK tidak berubah', en: 'the NIK does not change' } },
    ],
    pages: [
      whosePage,
      {
        id: 'perubahan',
        title: { id: 'Apa yang ditetapkan', en: 'What was decided' },
        lead: {
          id: 'Hanya petugas yang memproses berkas ini yang dapat membukanya, dan setiap pembukaan tercatat.',
          en: 'Only officers who handle this file can open it, and each opening is recorded.',
        },
        groups: [
          {
            fields: [
              {
                id: 'alsoName',
                kind: 'yes-no',
                label: {
                  id: 'Apakah penetapan ini juga mengubah nama?',
                  en: 'Does the decision change the name too?',
                },
              },
              {
                id: 'newName',
                kind: 'name',
                max: 120,
                when: 'answers.alsoName == "yes"',
                label: { id: 'Nama lengkap yang baru', en: 'New full name' },
                checks: nameChecks('answers.newName'),
              },
            ],
          },
        ],
      },
      courtPage({
        id: 'Penetapan harus menyebut jenis kelamin yang baru.',
        en: 'The decision must say the new sex.',
      }),
    ],
    rules: ['personal-data.sex-change.report-within'],
    flow: civilFlow({
      rules: courtChange.family,
      courtCheck: true,
      paper: { id: 'Perubahan', en: 'The change' },
      issuedSentence: {
        id: 'Perubahan sudah tercatat dan dokumennya terbit',
        en: 'The change is recorded and the documents are issued',
      },
      tell: {
        title: { id: 'Berkas {number} sudah selesai', en: 'File {number} is done' },
        body: {
          id: 'Perubahan sudah tercatat dan dokumennya ada pada halaman berkas {number}. NIK Anda tetap; KTP perlu diganti.',
          en: 'The change is recorded and the documents are on the page of file {number}. Your NIK stays; the identity card has to be replaced.',
        },
      },
      effects: ['population.change-sex'],
      refusals: [
        {
          id: 'decision-says-otherwise',
          label: { id: 'Penetapan tidak menyebut perubahan ini', en: 'The decision does not say so' },
          basis: 'UU 23/2006 pasal 56 ayat (1)',
        },
        {
          id: 'court-denied',
          label: { id: 'Penetapan tidak dibenarkan pengadilan', en: 'The court does not confirm the decision' },
          basis: 'UU 23/2006 pasal 56; UU 30/2014 pasal 10',
        },
      ],
      void: {
        label: { id: 'Batalkan perubahan', en: 'Take the change back' },
        done: { id: 'Perubahan dibatalkan', en: 'Change taken back' },
        reasons: [higherCourtVoided],
        tell: {
          title: { id: 'Pencatatan pada berkas {number} dibatalkan', en: 'The entry of file {number} was taken back' },
          body: {
            id: 'Data pada register kembali seperti semula. {reason} Dokumen yang benar ada pada halaman berkas {number}.',
            en: 'The register is what it was. {reason} The right documents are on the page of file {number}.',
          },
        },
      },
      letters: {
        code: 'GK',
        number: '472.15/{sequence}/Disdukcapil/{year}',
        refusalTitle: { id: 'Penolakan pencatatan peristiwa penting lainnya', en: 'Refusal to record another event' },
        refusalRows: [{ label: 'Nomor penetapan', value: 'answers.courtNumber' }],
        voiding: {
          title: { id: 'Pembatalan pencatatan peristiwa penting lainnya', en: 'Taking back another important event' },
          opening: ['Pencatatan dari berkas {number} dibatalkan.', '{reason}'],
          closing: ['Catatan pinggir dicoret dan dokumen diterbitkan kembali dengan data semula.'],
        },
      },
    }),
    golden: sexChangeExamples,
  }),
)
