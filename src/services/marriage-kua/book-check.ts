import type { CivilFlow } from '../rows/civil-flow.ts'
import { refuse, refusing } from '../rows/refusal.ts'
import { days as daysOf, examines, handsBack, office, type Reasons } from '../rows/row.ts'

const unit = 'disdukcapil'
const days = daysOf('civil-registration.marriage-kua')

/**
 * A second officer compares the marriage book with the register of the KUA before anything changes: a book can be forged.
 * @basis UU 23/2006 pasal 8 ayat (2), pasal 34 ayat (5); PMA 30/2024
 */
export function bookCheck(refusals: Reasons): NonNullable<CivilFlow['between']> {
  return {
    first: 'book-check',
    checkedBy: ['confirm-book'],
    states: [
      office({
        id: 'book-check',
        desk: 'services.verify',
        unit,
        deadline: days('book-check-time'),
        label: { id: 'Buku nikah diperiksa', en: 'Marriage book checked' },
        sentence: {
          id: 'Buku nikah Anda sedang kami cocokkan dengan catatan KUA sejak {since}.',
          en: 'Your marriage book has been compared with the records of the KUA since {since}.',
        },
        step: {
          title: { id: 'Buku nikah dicocokkan dengan KUA', en: 'The marriage book is compared with the KUA' },
          place: { id: 'dinas kependudukan dan pencatatan sipil', en: 'civil registration office' },
        },
      }),
      refusing(unit, days('signature-time')),
    ],
    steps: [
      examines({
        from: 'book-check',
        verb: 'confirm-book',
        to: 'deciding',
        needs: ['no-marks'],
        notBy: ['accept'],
        label: { id: 'KUA membenarkan buku nikah', en: 'The KUA confirms the book' },
        done: { id: 'Buku nikah dibenarkan KUA', en: 'Marriage book confirmed by the KUA' },
        form: [
          {
            id: 'bookCheckedBy',
            kind: 'choice',
            label: { id: 'Bagaimana diperiksa', en: 'How it was checked' },
            options: [
              { value: 'simkah', label: { id: 'Data SIMKAH', en: 'The KUA’s own system (SIMKAH)' } },
              { value: 'notice', label: { id: 'Pemberitahuan dari KUA', en: 'A notice sent by the KUA' } },
              { value: 'letter', label: { id: 'Surat jawaban KUA', en: 'Written answer of the KUA' } },
            ],
          },
          {
            id: 'bookAnswer',
            kind: 'long-text',
            min: 10,
            label: { id: 'Apa jawabannya, dari siapa, tanggal berapa', en: 'What the answer was, by whom, and when' },
          },
          {
            id: 'permissionAnswer',
            kind: 'long-text',
            min: 10,
            when: 'answers.secondMarriage == "yes"',
            label: {
              id: 'Jawaban pengadilan agama tentang izin, dari siapa, tanggal berapa',
              en: 'What the religious court answered about the permission, who, and when',
            },
          },
          {
            id: 'permissionFinal',
            kind: 'yes-no',
            when: 'answers.secondMarriage == "yes"',
            label: {
              id: 'Apakah pengadilan agama membenarkan izin ini dan sudah berkekuatan hukum tetap?',
              en: 'Does the religious court confirm this permission, and is it final?',
            },
            checks: [
              {
                holds: 'findings.permissionFinal == "yes"',
                say: {
                  id: 'Tanpa izin yang dibenarkan pengadilan, perkawinan ini tidak dapat dicatat. Pilih langkah menolak.',
                  en: 'Without a permission that the court confirms this marriage cannot be noted. Take the step to refuse.',
                },
                basis: 'UU 1/1974 pasal 3 dan 9',
              },
            ],
          },
        ],
      }),
      {
        from: 'book-check',
        verb: 'deny-book',
        to: 'refusing',
        by: 'services.verify',
        key: 't',
        tone: 'danger',
        notBy: ['accept'],
        needs: ['reason'],
        label: { id: 'KUA tidak mengenal buku nikah ini', en: 'The KUA does not know this book' },
        done: { id: 'Buku nikah tidak dibenarkan KUA', en: 'Marriage book not confirmed by the KUA' },
      },
      refuse('refusing', { id: 'Laporan Anda ditolak', en: 'Your report was refused' }, refusals, ['deny-book']),
      handsBack({
        from: 'refusing',
        verb: 'send-back-to-verifier',
        to: 'verifying',
        label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
        done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
      }),
    ],
  }
}
