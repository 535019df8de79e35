import type { ServiceInput } from '#modules/services/index.ts'

type State = ServiceInput['flow']['states'][number]
type Step = ServiceInput['flow']['transitions'][number]

/** How an application ends without being granted; the same words in every service. */
export const endings: readonly State[] = [
  {
    id: 'refused',
    holder: 'none',
    result: 'refused',
    label: { id: 'Ditolak', en: 'Refused' },
    sentence: {
      id: 'Permohonan ini ditolak. Alasan dan cara mengajukan keberatan ada di surat keputusan.',
      en: 'This application was refused. The letter says why and how to object.',
    },
  },
  {
    id: 'lapsed',
    holder: 'none',
    result: 'lapsed',
    label: { id: 'Gugur', en: 'Lapsed' },
    sentence: {
      id: 'Permohonan ini gugur karena waktunya habis. Anda dapat mengajukan yang baru kapan saja.',
      en: 'This application lapsed because its time was over. You can send a new one at any time.',
    },
  },
  {
    id: 'withdrawn',
    holder: 'none',
    result: 'withdrawn',
    label: { id: 'Ditarik', en: 'Withdrawn' },
    sentence: { id: 'Anda menarik permohonan ini.', en: 'You withdrew this application.' },
  },
]

/** What was granted and later taken back. */
export const cancelled: State = {
  id: 'cancelled',
  holder: 'none',
  result: 'cancelled',
  label: { id: 'Dibatalkan', en: 'Cancelled' },
  sentence: {
    id: 'Keputusan ini dibatalkan. Alasannya ada di surat pembatalan.',
    en: 'This decision was cancelled. The letter says why.',
  },
}

/** The applicant may withdraw from each of these states. */
export function withdrawals(from: readonly string[]): Step[] {
  return from.map((state) => ({
    from: state,
    verb: 'withdraw',
    to: 'withdrawn',
    by: 'applicant',
    tone: 'danger',
    label: { id: 'Tarik permohonan', en: 'Withdraw' },
    done: { id: 'Ditarik oleh pemohon', en: 'Withdrawn by the applicant' },
  }))
}

/** Sends a file back with marks; the promise stands still while the applicant corrects what was marked. */
export function sendBack(from: string, by: string, to: string): Step {
  return {
    from,
    verb: 'send-back',
    to,
    by,
    key: 'k',
    label: { id: 'Kembalikan untuk diperbaiki', en: 'Send back for correction' },
    done: { id: 'Dikembalikan untuk diperbaiki', en: 'Sent back for correction' },
    needs: ['marks'],
    tell: {
      title: { id: 'Ada isian yang perlu Anda perbaiki', en: 'Some answers need your correction' },
      body: {
        id: 'Petugas menandai isian pada berkas {number}. Perbaiki yang ditandai saja; jam janji berhenti selama kami menunggu Anda.',
        en: 'An officer marked answers in file {number}. Correct only those; the promise clock stands still while we wait for you.',
      },
    },
  }
}

/** Sends corrections back to the desk that asked for them. */
export function resubmit(from: string, to: string): Step {
  return {
    from,
    verb: 'resubmit',
    to,
    by: 'applicant',
    tone: 'primary',
    label: { id: 'Kirim perbaikan', en: 'Send corrections' },
    done: { id: 'Perbaikan dikirim', en: 'Corrections sent' },
  }
}
