import { type Actor, isPermitted } from '#kernel/access/access.ts'
import { isDrafter, mayDraft, mayKeep, mayRead } from './access.ts'
import { isOpenForEditing, openTurns, type Role } from './domain.ts'
import { guardOf, type OpenLetter } from './letter-row.ts'

/** What one person may do with one letter now: the buttons of its page. The commands check the same again. */
export interface LetterActs {
  readonly edit: boolean
  /** Whose paraf is awaited may mend the text himself; the chain then begins anew. */
  readonly editOnItsWay: boolean
  readonly submit: boolean
  readonly chain: boolean
  readonly initial: boolean
  readonly sign: boolean
  readonly giveBack: boolean
  readonly recall: boolean
  readonly end: 'abandon' | 'void' | 'withdraw' | undefined
  readonly skip: boolean
  readonly turn: Role | undefined
  readonly isDrafter: boolean
}

export function actsOf(actor: Actor, letter: OpenLetter): LetterActs {
  const guard = guardOf(letter)
  const { state } = letter.row
  const drafts = mayDraft(actor, guard)
  const keeps = mayKeep(actor, guard)
  const open = isOpenForEditing(state)
  const turn = openTurns(letter.chain).find((one) => one.post === actor.position?.id)?.role
  const scope = { unitPath: actor.position?.unitPath }
  const initial = turn === 'paraf' && isPermitted(actor, 'letters.initial', scope)
  const sign = turn === 'signature' && isPermitted(actor, 'letters.sign', scope)
  const own = isDrafter(actor, guard) && isPermitted(actor, 'letters.draft', { unitPath: guard.unitPath })
  return {
    edit: open && drafts,
    editOnItsWay: state === 'running' && initial,
    submit: open && drafts,
    chain: open && drafts,
    initial,
    sign,
    giveBack: state === 'running' && (initial || sign),
    // Whoever's turn it is returns the letter, with a reason.
    recall: state === 'running' && (own || (keeps && turn === undefined && mayRead(actor, guard))),
    end: endOf(state, drafts || keeps, keeps),
    skip: state === 'running' && keeps,
    turn,
    isDrafter: isDrafter(actor, guard),
  }
}

function endOf(state: OpenLetter['row']['state'], mayAbandon: boolean, keeps: boolean): LetterActs['end'] {
  if (isOpenForEditing(state)) return mayAbandon ? 'abandon' : undefined
  if (!keeps) return undefined
  return state === 'signing' ? 'void' : state === 'issued' ? 'withdraw' : undefined
}
