import { type Actor, isPermitted } from '#kernel/access/access.ts'
import { isOpenForEditing, isSecret, type LetterState, type Security } from './domain.ts'

/** What decides who may do what with a letter. */
export interface Guarded {
  readonly unitPath: string
  readonly security: Security
  readonly state: LetterState
  readonly drafterPersonId: string
  /** Posts of its chain. */
  readonly posts: readonly string[]
}

export const isDrafter = (actor: Actor, letter: Guarded): boolean =>
  actor.personId !== undefined && actor.personId === letter.drafterPersonId

const inChain = (actor: Actor, letter: Guarded): boolean =>
  actor.position !== undefined && letter.posts.includes(actor.position.id)

/** A secret letter is read by its drafter, its chain, and whom the unit entitled; any other by the unit too. */
export function mayRead(actor: Actor, letter: Guarded): boolean {
  if (actor.kind !== 'staff') return false
  if (isDrafter(actor, letter) || inChain(actor, letter)) return true
  const scope = { unitPath: letter.unitPath }
  if (isSecret(letter.security)) return isPermitted(actor, 'letters.read-secret', scope)
  return isPermitted(actor, 'letters.read', scope) || isPermitted(actor, 'letters.draft', scope)
}

/** A draft is edited by its drafter and by those who draft for the same unit. */
export function mayDraft(actor: Actor, letter: Guarded): boolean {
  if (!isPermitted(actor, 'letters.draft', { unitPath: letter.unitPath })) return false
  return isDrafter(actor, letter) || (mayRead(actor, letter) && isOpenForEditing(letter.state))
}

/** Keepers of the unit's letters decide on vacant posts, void and withdrawn letters. */
export function mayKeep(actor: Actor, letter: Guarded): boolean {
  return mayRead(actor, letter) && isPermitted(actor, 'letters.keep', { unitPath: letter.unitPath })
}
