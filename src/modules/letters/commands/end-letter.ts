import { z } from 'zod'
import { permitted, staff } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { revokeDocument } from '#modules/documents/index.ts'
import { voidTakenNumber } from '#modules/registers/index.ts'
import { mayDraft, mayKeep, mayRead } from '../access.ts'
import { giveUp, withdraw } from '../domain.ts'
import { guardOf, lockLetter, type OpenLetter, openHead } from '../letter-row.ts'
import { dropWorkingCopies, moveChain, writeHistory } from './letter-changes.ts'
import { accountsOfPosts, tell } from './notices.ts'

const reason = z.string().trim().min(10).max(1000)

/** Gives up a draft before it has a number. */
export const abandonLetter = command({
  name: 'letters.abandon-letter',
  event: 'letters.letter-abandoned.v1',
  access: permitted('letters.draft'),
  input: z.object({ letterId: z.uuid(), reason }),
  async run(tx, input, context) {
    const letter = await lockLetter(tx, input.letterId)
    const guard = guardOf(letter)
    if (!mayRead(context.actor, guard)) throw notFound()
    if (!mayDraft(context.actor, guard) && !mayKeep(context.actor, guard)) throw new AppError('forbidden')
    const after = giveUp(letter.chain)
    if (after.state !== 'abandoned') throw new AppError('wrong-state')
    await end(tx, context, letter, { after, what: 'abandoned', words: input.reason })
    return { result: null, event: { subject: { type: 'letter', id: input.letterId }, payload: {} } }
  },
})

/** Gives up a letter that not everybody signed: its file no longer holds, its number stays with the reason. */
export const voidLetter = command({
  name: 'letters.void-letter',
  event: 'letters.letter-voided.v1',
  access: permitted('letters.keep', { stepUp: true }),
  input: z.object({ letterId: z.uuid(), reason }),
  async run(tx, input, context) {
    const letter = await lockKept(tx, context, input.letterId)
    const after = giveUp(letter.chain)
    const { document_id, number_id } = letter.row
    if (after.state !== 'void' || !document_id || !number_id) throw new AppError('wrong-state')
    await revokeDocument(tx, context, document_id, input.reason)
    await voidTakenNumber(tx, context, number_id, input.reason)
    await end(tx, context, letter, { after, what: 'void', words: input.reason })
    const payload = { number: letter.row.number, reason: input.reason }
    return { result: null, event: { subject: { type: 'letter', id: input.letterId }, payload } }
  },
})

/** Takes an issued letter out of force. Whoever checks its code reads since when and why. */
export const withdrawLetter = command({
  name: 'letters.withdraw-letter',
  event: 'letters.letter-withdrawn.v1',
  access: permitted('letters.keep', { stepUp: true }),
  input: z.object({ letterId: z.uuid(), reason }),
  async run(tx, input, context) {
    const letter = await lockKept(tx, context, input.letterId)
    const after = withdraw(letter.chain)
    if (!letter.row.document_id) throw new AppError('wrong-state')
    await revokeDocument(tx, context, letter.row.document_id, input.reason)
    await end(tx, context, letter, { after, what: 'withdrawn', words: input.reason })
    const payload = { number: letter.row.number, reason: input.reason }
    return { result: null, event: { subject: { type: 'letter', id: input.letterId }, payload } }
  },
})

async function lockKept(tx: WriteHandle, context: CommandContext, letterId: string): Promise<OpenLetter> {
  const letter = await lockLetter(tx, letterId)
  if (!mayRead(context.actor, guardOf(letter))) throw notFound()
  if (!mayKeep(context.actor, guardOf(letter))) throw new AppError('forbidden')
  return letter
}

interface Ending {
  readonly after: OpenLetter['chain']
  readonly what: 'abandoned' | 'void' | 'withdrawn'
  readonly words: string
}

async function end(tx: WriteHandle, context: CommandContext, letter: OpenLetter, ending: Ending): Promise<void> {
  const { row } = letter
  await moveChain(tx, context, { before: letter, after: ending.after, voided: 'recalled' })
  await dropWorkingCopies(tx, row.id)
  await writeHistory(tx, context, row, { what: ending.what, words: ending.words })
  const about = { id: row.id, security: row.security, subject: openHead(context.tenant, row).subject }
  const signers = letter.approvals.filter((approval) => !approval.voided_at).map((approval) => approval.account_id)
  const waiting = await accountsOfPosts(
    tx,
    context,
    letter.row.state === 'signing' ? letter.posts.map((post) => post.position_id) : [],
  )
  await tell(tx, context, 'ended', about, [row.drafter_account_id, ...signers, ...waiting])
}

/** A note of one who works on the letter to the others. */
export const writeLetterNote = command({
  name: 'letters.write-note',
  event: 'letters.note-written.v1',
  access: staff,
  input: z.object({ letterId: z.uuid(), words: z.string().trim().min(2).max(2000) }),
  async run(tx, input, context) {
    const letter = await lockLetter(tx, input.letterId)
    if (!mayRead(context.actor, guardOf(letter))) throw notFound()
    const { row } = letter
    await writeHistory(tx, context, row, { what: 'note', words: input.words })
    const given = letter.approvals.map((approval) => approval.account_id)
    const turns = await accountsOfPosts(tx, context, turnPosts(letter))
    const about = { id: row.id, security: row.security, subject: openHead(context.tenant, row).subject }
    await tell(tx, context, 'note', about, [row.drafter_account_id, ...given, ...turns])
    return { result: null, event: { subject: { type: 'letter', id: input.letterId }, payload: {} } }
  },
})

const turnPosts = ({ chain }: OpenLetter): readonly string[] =>
  chain.state === 'running' || chain.state === 'signing' ? chain.steps.flatMap((step) => step.posts) : []

/** That somebody opened a secret letter is itself on record. */
export const noteOpening = command({
  name: 'letters.open-secret',
  event: 'letters.secret-opened.v1',
  access: staff,
  input: z.object({ letterId: z.uuid(), what: z.enum(['page', 'preview', 'file', 'annex']) }),
  async run(_tx, { letterId, what }) {
    return { result: null, event: { subject: { type: 'letter', id: letterId }, payload: { what } } }
  },
})
