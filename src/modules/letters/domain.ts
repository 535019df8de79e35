import { AppError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'

export const securities = ['biasa', 'terbatas', 'rahasia', 'sangat-rahasia'] as const
export type Security = (typeof securities)[number]

export const urgencies = ['biasa', 'segera', 'amat-segera'] as const
export type Urgency = (typeof urgencies)[number]

/** What only those of the chain and the entitled of the unit may read. */
export function isSecret(security: Security): boolean {
  return security === 'rahasia' || security === 'sangat-rahasia'
}

export const letterStates = [
  'draft',
  'returned',
  'running',
  'signing',
  'issued',
  'abandoned',
  'void',
  'withdrawn',
] as const
/**
 * `signing`: number and file exist, further signatures are awaited. `abandoned`: given up before it had a number. `void`:
 * given up half-signed, its number stays with the reason. `withdrawn`: issued, and taken out of force later.
 */
export type LetterState = (typeof letterStates)[number]

export const isOpenForEditing = (state: LetterState): boolean => state === 'draft' || state === 'returned'

export const roles = ['paraf', 'signature'] as const
export type Role = (typeof roles)[number]

/** Up the line, or from beside it: an office whose matter is touched. Both are given before any signature. */
export const parafKinds = ['hierarchy', 'coordination'] as const
export type ParafKind = (typeof parafKinds)[number]

export interface ChainStep {
  readonly role: Role
  readonly kind?: ParafKind | undefined
  /** How many of the posts must act; their number means all. */
  readonly needed: number
  /** Ids of posts: whoever holds the post today acts. */
  readonly posts: readonly string[]
}

export interface Approval {
  readonly step: number
  readonly post: string
  /** Of the exact version that was approved. */
  readonly hash: string
}

export interface Skip {
  readonly step: number
  readonly post: string
}

/** The part of a letter that decides whose turn it is. Approvals are only those that still hold. */
export interface Chain {
  readonly steps: readonly ChainStep[]
  readonly state: LetterState
  readonly hash: string
  readonly approvals: readonly Approval[]
  /** Vacant posts that were passed over by a recorded decision. */
  readonly skips: readonly Skip[]
}

export interface Turn extends Skip {
  readonly role: Role
}

export const mostSteps = 12
export const mostPosts = 30

export type ChainFault =
  | 'empty'
  | 'no-signature'
  | 'paraf-after-signature'
  | 'empty-step'
  | 'needed'
  | 'twice'
  | 'too-long'

/** What keeps a chain from being sent: undefined when it is sound. */
export function chainFault(steps: readonly ChainStep[]): ChainFault | undefined {
  if (steps.length === 0) return 'empty'
  if (steps.length > mostSteps || steps.some((step) => step.posts.length > mostPosts)) return 'too-long'
  if (steps.some((step) => step.posts.length === 0)) return 'empty-step'
  if (steps.some((step) => !(step.needed >= 1 && step.needed <= step.posts.length))) return 'needed'
  if (steps.some((step) => new Set(step.posts).size < step.posts.length)) return 'twice'
  const firstSignature = steps.findIndex((step) => step.role === 'signature')
  if (firstSignature < 0) return 'no-signature'
  if (steps.slice(firstSignature).some((step) => step.role === 'paraf')) return 'paraf-after-signature'
  const signers = steps.filter((step) => step.role === 'signature').flatMap((step) => step.posts)
  return new Set(signers).size < signers.length ? 'twice' : undefined
}

/** Signatures that the finished letter bears. */
export function signaturesWanted(chain: Pick<Chain, 'steps' | 'skips'>): number {
  return chain.steps.reduce((sum, step, at) => sum + (step.role === 'signature' ? neededAt(chain, at) : 0), 0)
}

/** A vacant post that was passed over no longer counts; the others still must be enough. */
function neededAt({ steps, skips }: Pick<Chain, 'steps' | 'skips'>, at: number): number {
  const step = steps[at] as ChainStep
  const left = step.posts.filter((post) => !skips.some((skip) => skip.step === at && skip.post === post)).length
  return Math.min(step.needed, left)
}

const approvalsAt = ({ approvals }: Chain, at: number) => approvals.filter((approval) => approval.step === at)

/** The step whose turn it is; the number of steps when all are done. */
export function currentStep(chain: Chain): number {
  const at = chain.steps.findIndex((_, index) => approvalsAt(chain, index).length < neededAt(chain, index))
  return at < 0 ? chain.steps.length : at
}

export const isComplete = (chain: Chain): boolean => currentStep(chain) === chain.steps.length

/** Who may act now: those of the current step who have not yet. Nobody while the letter is not on its way. */
export function openTurns(chain: Chain): Turn[] {
  if (chain.state !== 'running' && chain.state !== 'signing') return []
  const at = currentStep(chain)
  const step = chain.steps[at]
  if (!step) return []
  const given = new Set(approvalsAt(chain, at).map((approval) => approval.post))
  const skipped = new Set(chain.skips.filter((skip) => skip.step === at).map((skip) => skip.post))
  return step.posts
    .filter((post) => !given.has(post) && !skipped.has(post))
    .map((post) => ({ step: at, post, role: step.role }))
}

/** Sends a draft on its way. Approvals never survive from before. */
export function submit(chain: Chain): Chain {
  requireState(chain, ['draft', 'returned'])
  if (chainFault(chain.steps)) throw refused(unsound)
  return { ...chain, state: 'running', approvals: [], skips: [] }
}

/**
 * One post approves one exact version, in its turn.
 * @throws conflict when the letter is another one by now; wrong-state out of turn
 */
export function approve(chain: Chain, post: string, role: Role, hash: string): Chain {
  requireState(chain, ['running', 'signing'])
  if (hash !== chain.hash) throw new AppError('conflict', { text: changedSince })
  const turn = openTurns(chain).find((open) => open.post === post && open.role === role)
  if (!turn) throw refused(approvedBy(chain, post, role) ? alreadyGiven : notYourTurn)
  const next = { ...chain, approvals: [...chain.approvals, { step: turn.step, post, hash }] }
  if (role === 'paraf') return next
  return { ...next, state: isComplete(next) ? 'issued' : 'signing' }
}

function approvedBy({ approvals, steps }: Chain, post: string, role: Role): boolean {
  return approvals.some((approval) => approval.post === post && steps[approval.step]?.role === role)
}

/** Another text: nothing that was approved still holds, and the chain begins anew where it was on its way. */
export function edit(chain: Chain, hash: string): Chain {
  requireState(chain, ['draft', 'returned', 'running'])
  return hash === chain.hash ? chain : { ...chain, hash, approvals: [] }
}

/**
 * Whoever's turn it is sends the letter back: to the drafter, or to an earlier step. What that step and later ones gave
 * is void; what came before still stands on the same version.
 */
export function giveBack(chain: Chain, post: string, toStep?: number | undefined): Chain {
  requireState(chain, ['running'])
  const turn = openTurns(chain).find((open) => open.post === post)
  if (!turn) throw refused(notYourTurn)
  if (toStep === undefined) return { ...chain, state: 'returned', approvals: [], skips: [] }
  if (!(Number.isInteger(toStep) && toStep >= 0 && toStep < turn.step)) throw refused(notEarlier)
  return { ...chain, approvals: chain.approvals.filter((approval) => approval.step < toStep) }
}

/** The drafter takes the letter back from the chain. */
export function recall(chain: Chain): Chain {
  requireState(chain, ['running'])
  return { ...chain, state: 'draft', approvals: [], skips: [] }
}

/** Passes over a vacant post of the current step. A letter is never left without anybody who signs it. */
export function skip(chain: Chain, post: string): Chain {
  requireState(chain, ['running'])
  const turn = openTurns(chain).find((open) => open.post === post)
  if (!turn) throw refused(notYourTurn)
  const next = { ...chain, skips: [...chain.skips, { step: turn.step, post }] }
  if (turn.role === 'signature' && neededAt(next, turn.step) < 1) throw refused(lastSigner)
  return next
}

/** Ends a letter without an issue. Once it has a number it is void, before that it is only abandoned. */
export function giveUp(chain: Chain): Chain {
  requireState(chain, ['draft', 'returned', 'signing'])
  return { ...chain, state: chain.state === 'signing' ? 'void' : 'abandoned' }
}

export function withdraw(chain: Chain): Chain {
  requireState(chain, ['issued'])
  return { ...chain, state: 'withdrawn' }
}

function requireState({ state }: Chain, allowed: readonly LetterState[]): void {
  if (!allowed.includes(state)) throw refused(otherState[state])
}

const refused = (text: LocalText) => new AppError('wrong-state', { text })

const changedSince = {
  id: 'Naskah ini sudah diubah sejak Anda membukanya. Baca dahulu versi yang terbaru.',
  en: 'This letter was changed since you opened it. Read the newest version first.',
}
const notYourTurn = {
  id: 'Belum giliran jabatan Anda pada naskah ini, atau gilirannya sudah lewat.',
  en: 'It is not the turn of your post on this letter, or its turn has passed.',
}
const alreadyGiven = {
  id: 'Jabatan Anda sudah menyetujui versi ini.',
  en: 'Your post has already approved this version.',
}
const notEarlier = {
  id: 'Naskah hanya dapat dikembalikan ke langkah sebelum langkah Anda.',
  en: 'A letter can only be returned to a step before yours.',
}
const lastSigner = {
  id: 'Penanda tangan terakhir tidak dapat dilewati. Kembalikan naskah dan ganti penanda tangannya.',
  en: 'The last signer cannot be passed over. Return the letter and name another signer.',
}
const unsound = {
  id: 'Rantai paraf dan tanda tangan belum lengkap.',
  en: 'The chain of initials and signatures is not complete.',
}
const otherState: Readonly<Record<LetterState, LocalText>> = {
  draft: { id: 'Naskah ini masih konsep.', en: 'This letter is still a draft.' },
  returned: { id: 'Naskah ini sedang dikembalikan kepada konseptor.', en: 'This letter was returned to its drafter.' },
  running: {
    id: 'Naskah ini sedang beredar untuk paraf dan tanda tangan. Tarik kembali dahulu.',
    en: 'This letter is on its way for initials and signatures. Take it back first.',
  },
  signing: {
    id: 'Naskah ini sudah bernomor dan bertanda tangan sebagian; isinya tidak dapat diubah lagi.',
    en: 'This letter has its number and some of its signatures; it can no longer be changed.',
  },
  issued: { id: 'Naskah ini sudah terbit.', en: 'This letter has been issued.' },
  abandoned: { id: 'Konsep ini sudah dibatalkan.', en: 'This draft was abandoned.' },
  void: { id: 'Naskah ini sudah batal.', en: 'This letter is void.' },
  withdrawn: { id: 'Naskah ini sudah dicabut.', en: 'This letter was withdrawn.' },
}
