import type { ServiceInput } from '#modules/services/index.ts'
import { takeBack, tellLost } from '../rows/aftermath.ts'
import { withdrawals } from '../rows/endings.ts'
import { lapseUncorrected, resubmit, sendBack } from '../rows/intake.ts'
import { objectionSteps } from '../rows/objection.ts'
import { proposeRefusal, refuse } from '../rows/refusal.ts'
import { examines, signs } from '../rows/row.ts'
import { days, objection } from './states.ts'

/** @basis Perbup beasiswa daerah: urutan nilai, daftar cadangan, tenggat penerimaan */
export const scholarshipSteps: ServiceInput['flow']['transitions'] = [
  examines({
    from: 'verifying',
    verb: 'accept',
    to: 'ranking',
    bulk: true,
    label: { id: 'Isian cocok, ikutkan peringkat', en: 'Answers fit, let it be ranked' },
    done: { id: 'Isian cocok dengan bukti', en: 'Answers fit the papers' },
  }),
  sendBack('verifying', 'services.verify', 'returned'),
  proposeRefusal('verifying'),
  resubmit('returned', 'verifying'),
  lapseUncorrected(days('correction-within')),
  refuse('refusing', { id: 'Permohonan beasiswa Anda ditolak', en: 'Your application was refused' }, [
    {
      id: 'untrue',
      label: { id: 'Isian tidak cocok dengan bukti', en: 'Answers do not fit the papers' },
      basis: 'Perbup beasiswa daerah (verifikasi)',
    },
    {
      id: 'other-scholarship',
      label: { id: 'Sudah menerima beasiswa lain', en: 'Holds another scholarship' },
      basis: 'Perbup beasiswa daerah (larangan rangkap)',
    },
  ]),
  {
    from: 'ranking',
    verb: 'allot',
    to: 'offered',
    by: 'allocation',
    label: { id: 'Mendapat tempat', en: 'Given a place' },
    done: { id: 'Mendapat tempat menurut peringkat', en: 'Given a place by rank' },
    tell: {
      title: { id: 'Anda mendapat tempat beasiswa', en: 'You have a place' },
      body: {
        id: 'Terima tempat pada berkas {number} dalam {rule:education.scholarship.accept-within}. Tanpa jawaban, tempat itu diberikan kepada cadangan pertama.',
        en: 'Accept the place in file {number} within {rule:education.scholarship.accept-within}. Without an answer it goes to the first reserve.',
      },
    },
  },
  {
    from: 'ranking',
    verb: 'not-allotted',
    to: 'reserve',
    by: 'allocation',
    label: { id: 'Masuk cadangan', en: 'On the reserve list' },
    done: { id: 'Masuk daftar cadangan menurut peringkat', en: 'On the reserve list by rank' },
    tell: {
      title: { id: 'Anda ada dalam daftar cadangan', en: 'You are on the reserve list' },
      body: {
        id: 'Nilai Anda pada berkas {number} belum mencapai tempat yang tersedia. Bila ada tempat kosong, cadangan naik menurut urutan.',
        en: 'Your points in file {number} did not reach a place yet. When places become free, reserves move up in order.',
      },
    },
  },
  {
    from: 'offered',
    verb: 'accept-place',
    to: 'signing',
    by: 'applicant',
    tone: 'primary',
    label: { id: 'Terima tempat', en: 'Accept the place' },
    done: { id: 'Tempat diterima', en: 'Place accepted' },
  },
  {
    from: 'offered',
    verb: 'lapse',
    to: 'lapsed',
    by: 'clock',
    after: days('accept-within'),
    label: { id: 'Gugur', en: 'Lapse' },
    done: { id: 'Gugur: tempat tidak diterima dalam waktunya', en: 'Lapsed: the place was not accepted in time' },
    tell: {
      title: { id: 'Tempat beasiswa Anda gugur', en: 'Your place lapsed' },
      body: {
        id: 'Tempat pada berkas {number} tidak diterima dalam {rule:education.scholarship.accept-within} dan diberikan kepada cadangan.',
        en: 'The place in file {number} was not accepted within {rule:education.scholarship.accept-within} and goes to a reserve.',
      },
    },
  },
  examines({
    from: 'reserve',
    verb: 'promote',
    to: 'offered',
    needs: ['reason'],
    label: { id: 'Tawarkan tempat kosong (urutan teratas)', en: 'Offer a free place (first in line)' },
    done: { id: 'Naik dari cadangan', en: 'Moved up from the reserve list' },
    tell: {
      title: { id: 'Ada tempat beasiswa untuk Anda', en: 'A place has become free for you' },
      body: {
        id: 'Anda naik dari cadangan. Terima tempat pada berkas {number} dalam {rule:education.scholarship.accept-within}. {reason}',
        en: 'You moved up from the reserve list. Accept the place in file {number} within {rule:education.scholarship.accept-within}. {reason}',
      },
    },
  }),
  {
    from: 'reserve',
    verb: 'close-reserve',
    to: 'not-placed',
    by: 'clock',
    after: 'deadline',
    label: { id: 'Masa cadangan habis', en: 'The reserve list has ended' },
    done: { id: 'Masa cadangan habis', en: 'The reserve list has ended' },
    tell: {
      title: { id: 'Hasil seleksi beasiswa', en: 'Result of the selection' },
      body: {
        id: 'Masa cadangan habis dan tempat tahun ini sudah terisi. Peringkat Anda dan batas nilainya ada pada berkas {number}.',
        en: 'The reserve list has ended and all places are taken. File {number} shows your rank and the lowest points that reached one.',
      },
    },
  },
  signs({
    from: 'signing',
    verb: 'award',
    to: 'awarded',
    bulk: true,
    effects: ['education.award-scholarship'],
    label: { id: 'Tetapkan dan tanda tangani', en: 'Award and sign' },
    done: { id: 'Ditetapkan sebagai penerima', en: 'Awarded' },
    tell: {
      title: { id: 'Anda penerima beasiswa', en: 'You have the scholarship' },
      body: {
        id: 'Surat penetapan ada pada berkas {number}. Dana disalurkan ke rekening sekolah atau kampus Anda.',
        en: 'File {number} holds the letter of award. The money goes to the account of your school.',
      },
    },
  }),
  takeBack({
    from: 'awarded',
    verb: 'cancel',
    undoes: ['award'],
    reasons: [
      {
        id: 'untrue',
        label: { id: 'Isian terbukti tidak benar', en: 'Answers proved untrue' },
        basis: 'UU 30/2014 pasal 66; Perbup beasiswa daerah',
      },
      {
        id: 'left-school',
        label: { id: 'Berhenti bersekolah', en: 'Left the school' },
        basis: 'Perbup beasiswa daerah (pemberhentian)',
      },
    ],
    label: { id: 'Batalkan penetapan', en: 'Cancel the award' },
    done: { id: 'Penetapan dibatalkan', en: 'Award cancelled' },
    tell: tellLost(
      { id: 'Beasiswa Anda dibatalkan', en: 'Your scholarship was cancelled' },
      { id: 'Penetapan pada berkas {number} dibatalkan.', en: 'The award of file {number} was cancelled.' },
    ),
  }),
  ...withdrawals(['verifying', 'returned', 'ranking', 'offered', 'reserve']),
  ...objectionSteps(objection),
]
