import type { State, Step } from './row.ts'

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
