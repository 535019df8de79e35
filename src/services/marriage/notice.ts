import type { CivilFlow } from '../rows/civil-flow.ts'
import { courtCheckStates, courtCheckSteps } from '../rows/court-check.ts'
import { withdrawals } from '../rows/endings.ts'
import { refuse, refusing } from '../rows/refusal.ts'
import { days as daysOf, examines, handsBack, office, type Reasons, type State, type Step } from '../rows/row.ts'

const unit = 'disdukcapil'
const days = daysOf('civil-registration.marriage')
const byCourt = 'answers.proof == "court" || answers.belowAge == "yes"'

const onlyWithCourt: State['step'] = {
  title: { id: 'Bila ada penetapan pengadilan: dicocokkan', en: 'Where a court decided: its decision is checked' },
  place: { id: 'dengan pengadilannya, oleh petugas kedua', en: 'with the court, by a second officer' },
  time: {
    id: '{rule:civil-registration.marriage.court-check-time}',
    en: '{rule:civil-registration.marriage.court-check-time}',
  },
}

const states: State[] = [
  turns('accepted', { id: 'Dinyatakan cocok', en: 'Found right' }),
  ...courtCheckStates(unit, days('court-check-time')).map((state) => ({ ...state, step: onlyWithCourt })),
  refusing(unit, days('signature-time')),
  turns('examined', { id: 'Selesai diperiksa', en: 'Examined' }),
  office({
    id: 'announcing',
    desk: 'services.verify',
    unit,
    deadline: days('notice-time'),
    label: { id: 'Diumumkan', en: 'Announced' },
    sentence: {
      id: 'Perkawinan Anda diumumkan sejak {since}. Bila tidak ada yang mencegahnya, kami lanjutkan pada {deadline}.',
      en: 'Your marriage has been announced since {since}. If nobody objects, we go on by {deadline}.',
    },
    step: {
      title: { id: 'Perkawinan diumumkan', en: 'The marriage is announced' },
      place: {
        id: 'papan pengumuman kantor dan halaman pengumuman perkawinan',
        en: 'notice board of the office and of this site',
      },
    },
  }),
  turns('announced', { id: 'Selesai diumumkan', en: 'Announced' }),
  office({
    id: 'attending',
    desk: 'services.verify',
    unit,
    deadline: days('attendance-time'),
    appointment: {
      label: { id: 'Kehadiran kedua mempelai', en: 'Both spouses attend' },
      place: '"Dinas Kependudukan dan Pencatatan Sipil"',
      minutes: 30,
      within: days('attendance-time'),
    },
    label: { id: 'Menunggu kehadiran', en: 'Waiting for both to attend' },
    sentence: {
      id: 'Kami mengatur kehadiran Anda berdua dan kedua saksi sejak {since}.',
      en: 'We have been arranging with you when both of you and the witnesses come since {since}.',
    },
    step: {
      title: { id: 'Kedua mempelai dan saksi hadir', en: 'Both spouses and the witnesses attend' },
      place: { id: 'dinas kependudukan, dengan janji temu', en: 'civil registration office, by appointment' },
    },
  }),
]

/** The engine decides at once where the file goes. */
function turns(id: string, label: State['label']): State {
  return {
    id,
    holder: 'engine',
    label,
    sentence: { id: 'Laporan Anda dilanjutkan.', en: 'Your report goes on.' },
  }
}

function turn(from: string, verb: string, to: string, when: string, done: Step['done'], effects: string[] = []): Step {
  return { from, verb, to, by: 'engine', when, label: done, done, effects }
}

/**
 * Between verifier and signature: a court's letter is checked, the marriage is announced, and both spouses attend
 * unless the other one has agreed in his own account.
 * @basis PP 9/1975 pasal 3, 8, 9, 10 (pengumuman); UU 1/1974 pasal 13 sampai 21 (pencegahan)
 */
export function noticeBetween(refusals: Reasons): NonNullable<CivilFlow['between']> {
  const steps: Step[] = [
    turn('accepted', 'ask-court', 'court-check', byCourt, {
      id: 'Penetapan pengadilan dicocokkan',
      en: 'The court decision is checked',
    }),
    turn('accepted', 'go-on', 'examined', `!(${byCourt})`, { id: 'Dilanjutkan', en: 'Goes on' }),
    ...courtCheckSteps('examined'),
    refuse('refusing', { id: 'Laporan Anda ditolak', en: 'Your report was refused' }, refusals, [
      'deny-court',
      'prevent',
      'miss-consent',
    ]),
    handsBack({
      from: 'refusing',
      verb: 'send-back-to-verifier',
      to: 'verifying',
      label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
      done: { id: 'Dikembalikan ke verifikator', en: 'Returned to the verifier' },
    }),
    turn(
      'examined',
      'announce',
      'announcing',
      'answers.noticeWaived != "yes"',
      { id: 'Perkawinan diumumkan', en: 'The marriage is announced' },
      ['population.announce-marriage'],
    ),
    turn('examined', 'pass-by-notice', 'announced', 'answers.noticeWaived == "yes"', {
      id: 'Tanpa pengumuman, dengan dispensasi camat',
      en: 'Without announcement, by waiver of the district head',
    }),
    {
      from: 'announcing',
      verb: 'end-notice',
      to: 'announced',
      by: 'clock',
      after: 'deadline',
      label: { id: 'Masa pengumuman selesai', en: 'The announcement is over' },
      done: { id: 'Masa pengumuman selesai, tidak ada yang mencegah', en: 'Announcement over, nobody objected' },
    },
    {
      from: 'announcing',
      verb: 'prevent',
      to: 'refusing',
      by: 'services.verify',
      key: 't',
      tone: 'danger',
      needs: ['reason'],
      label: { id: 'Ada yang mencegah perkawinan', en: 'Somebody objects to the marriage' },
      done: { id: 'Pencegahan perkawinan diterima', en: 'An objection to the marriage was received' },
      form: [
        {
          id: 'preventedBy',
          kind: 'text',
          max: 120,
          label: { id: 'Siapa yang mencegah dan dengan surat apa', en: 'Who objects, and by which letter' },
        },
      ],
    },
    turn('announced', 'invite', 'attending', 'answers.confirmBy != "account"', {
      id: 'Kedua mempelai diundang hadir',
      en: 'Both spouses are invited',
    }),
    turn('announced', 'both-agreed', 'deciding', 'answers.confirmBy == "account"', {
      id: 'Keduanya sudah menyetujui di akun masing-masing',
      en: 'Both have agreed in their accounts',
    }),
    examines({
      from: 'attending',
      verb: 'attended',
      to: 'deciding',
      afterAppointment: true,
      label: { id: 'Keduanya hadir dan menyetujui', en: 'Both attended and agreed' },
      done: { id: 'Kedua mempelai hadir dan menyetujui', en: 'Both spouses attended and agreed' },
      form: [
        {
          id: 'bothAgreed',
          kind: 'yes-no',
          label: {
            id: 'Apakah keduanya menunjukkan KTP atau paspor dan menyatakan setuju?',
            en: 'Did both show an identity card or passport, and agree?',
          },
          checks: [
            {
              holds: 'findings.bothAgreed == "yes"',
              say: {
                id: 'Tanpa persetujuan keduanya perkawinan tidak dicatat. Usulkan penolakan.',
                en: 'Without the consent of both the marriage is not recorded. Propose a refusal.',
              },
              basis: 'UU 1/1974 pasal 6 ayat (1)',
            },
          ],
        },
      ],
    }),
    {
      from: 'attending',
      verb: 'miss-consent',
      to: 'refusing',
      by: 'services.verify',
      key: 't',
      tone: 'danger',
      needs: ['reason'],
      label: { id: 'Salah satu tidak menyetujui', en: 'One of the two does not agree' },
      done: { id: 'Salah satu mempelai tidak menyetujui', en: 'One of the two does not agree' },
    },
    ...withdrawals(['announcing', 'attending']),
  ]
  return { first: 'accepted', states, steps, checkedBy: ['confirm-court', 'attended'] }
}
