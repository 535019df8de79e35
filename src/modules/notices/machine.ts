import { machine } from '#kernel/command/machine.ts'

export const noticeStates = [
  'unmatched',
  'told',
  'confirmed',
  'declined',
  'registered',
  'refused',
  'withdrawn',
] as const
export type NoticeState = (typeof noticeStates)[number]

const settle = 'notices.settle'

/** What may happen to a notice. A repeated report is no step: the same reference is the same notice. */
export const noticeMachine = machine({
  initial: 'unmatched',
  states: noticeStates,
  transitions: [
    {
      from: 'unmatched',
      verb: 'tell',
      to: 'told',
      by: settle,
      label: { id: 'Beri tahu keluarga', en: 'Tell the family' },
    },
    { from: 'unmatched', verb: 'refuse', to: 'refused', by: settle, label: { id: 'Tolak', en: 'Refuse' } },
    { from: 'unmatched', verb: 'withdraw', to: 'withdrawn', by: 'partner', label: { id: 'Tarik', en: 'Withdraw' } },
    { from: 'told', verb: 'confirm', to: 'confirmed', by: 'family', label: { id: 'Benar', en: 'Confirm' } },
    { from: 'told', verb: 'decline', to: 'declined', by: 'family', label: { id: 'Tidak benar', en: 'Decline' } },
    { from: 'told', verb: 'register', to: 'registered', by: 'engine', label: { id: 'Tercatat', en: 'Registered' } },
    { from: 'told', verb: 'refuse', to: 'refused', by: settle, label: { id: 'Tolak', en: 'Refuse' } },
    { from: 'told', verb: 'withdraw', to: 'withdrawn', by: 'partner', label: { id: 'Tarik', en: 'Withdraw' } },
    {
      from: 'confirmed',
      verb: 'register',
      to: 'registered',
      by: 'engine',
      label: { id: 'Tercatat', en: 'Registered' },
    },
    { from: 'confirmed', verb: 'refuse', to: 'refused', by: settle, label: { id: 'Tolak', en: 'Refuse' } },
    { from: 'confirmed', verb: 'withdraw', to: 'withdrawn', by: 'partner', label: { id: 'Tarik', en: 'Withdraw' } },
    { from: 'declined', verb: 'tell', to: 'told', by: settle, label: { id: 'Beri tahu lagi', en: 'Tell again' } },
    { from: 'declined', verb: 'refuse', to: 'refused', by: settle, label: { id: 'Tutup', en: 'Close' } },
    { from: 'declined', verb: 'withdraw', to: 'withdrawn', by: 'partner', label: { id: 'Tarik', en: 'Withdraw' } },
  ],
})

/** What an officer, the partner or the family can do in a state. */
export function verbsOf(state: NoticeState, by: string): string[] {
  return noticeMachine
    .from(state)
    .filter((row) => row.by === by)
    .map((row) => row.verb)
}
