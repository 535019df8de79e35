import { sql } from 'kysely'
import { dateOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { wordsContext } from '../content.ts'
import { type Chain, openTurns, type Turn, type Urgency, urgencies } from '../domain.ts'
import { type OpenLetter, openHead } from '../letter-row.ts'
import { accountsOfPosts, type NoticeOf, tell } from './notices.ts'

/** What can happen to a letter; the words for it are texts of this module. */
export type What =
  | 'started'
  | 'merged'
  | 'edited'
  | 'edited-restarted'
  | 'chain-set'
  | 'submitted'
  | 'initialled'
  | 'signed'
  | 'issued'
  | 'returned'
  | 'returned-step'
  | 'recalled'
  | 'skipped'
  | 'note'
  | 'abandoned'
  | 'void'
  | 'withdrawn'

export interface Happening {
  readonly what: What
  /** Without personal data. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined
  /** What somebody wrote: kept sealed. */
  readonly words?: string | undefined
}

export async function writeHistory(
  tx: WriteHandle,
  context: CommandContext,
  letter: { readonly id: string; readonly version: number },
  { what, facts = {}, words }: Happening,
): Promise<void> {
  await tx
    .insertInto('letters.history')
    .values({
      id: newId(context.now.epochMilliseconds),
      letter_id: letter.id,
      at: context.now.toString(),
      what,
      version: letter.version,
      by_label: labelOf(context.actor),
      by_account: context.actor.accountId ?? null,
      facts: JSON.stringify(facts),
      words_sealed: words ? context.tenant.cipher.seal(words, wordsContext) : null,
    })
    .execute()
}

export const rankOf = (urgency: Urgency): number => urgencies.indexOf(urgency)

export interface ChainMove {
  readonly before: OpenLetter
  readonly after: Chain
  /** Why approvals that no longer hold were voided. */
  readonly voided?: 'edited' | 'returned' | 'recalled' | undefined
  /** Of the letter as it is after the move, when the text changed too. */
  readonly letter?: { readonly subject: string; readonly urgency: Urgency } | undefined
}

/**
 * Stores what a chain has become: the state, the approvals that no longer hold, whose turn it is. Tells those whose
 * approval was voided and those whose turn has come.
 */
export async function moveChain(tx: WriteHandle, context: CommandContext, move: ChainMove): Promise<void> {
  const { before, after } = move
  const { row } = before
  const about: NoticeOf = {
    id: row.id,
    security: row.security,
    subject: move.letter?.subject ?? openHead(context.tenant, row).subject,
  }
  await tx
    .updateTable('letters.letter')
    .set({ state: after.state, changed_at: dateOf(context.now) })
    .where('id', '=', row.id)
    .execute()
  await voidApprovals(tx, context, move, about)
  if (before.chain.skips.length > 0 && after.skips.length === 0) {
    await tx
      .updateTable('letters.step_post')
      .set({ skipped_at: null, skipped_by: null, skip_reason: null })
      .where('letter_id', '=', row.id)
      .execute()
  }
  await passTurns(tx, context, move, about)
}

async function voidApprovals(
  tx: WriteHandle,
  context: CommandContext,
  { before, after, voided }: ChainMove,
  about: NoticeOf,
): Promise<void> {
  const lost = before.approvals.filter(
    (approval) =>
      approval.voided_at === null &&
      !after.approvals.some(({ step, post }) => step === approval.step && post === approval.position_id),
  )
  if (lost.length === 0) return
  if (!voided) throw new Error(`approvals of letter ${about.id} are not voided without a reason`)
  await tx
    .updateTable('letters.approval')
    .set({ voided_at: context.now.toString(), voided_why: voided })
    .where(
      'id',
      'in',
      lost.map((approval) => approval.id),
    )
    .execute()
  await tell(
    tx,
    context,
    `voided-${voided}`,
    about,
    lost.map((approval) => approval.account_id),
  )
}

async function passTurns(
  tx: WriteHandle,
  context: CommandContext,
  { before, after, letter }: ChainMove,
  about: NoticeOf,
): Promise<void> {
  const turns = openTurns(after)
  const had = openTurns(before.chain)
  const isSame = (a: Turn, b: Turn) => a.step === b.step && a.post === b.post
  for (const turn of had.filter((old) => !turns.some((now) => isSame(old, now)))) {
    await tx
      .deleteFrom('letters.turn')
      .where('letter_id', '=', about.id)
      .where('step', '=', turn.step)
      .where('position_id', '=', turn.post)
      .execute()
  }
  const urgency = letter?.urgency ?? before.row.urgency
  const rank = rankOf(urgency)
  if (urgency !== before.row.urgency) {
    await tx.updateTable('letters.turn').set({ urgency_rank: rank }).where('letter_id', '=', about.id).execute()
  }
  const fresh = turns.filter((turn) => !had.some((old) => isSame(old, turn)))
  if (fresh.length === 0) return
  await tx
    .insertInto('letters.turn')
    .values(
      fresh.map((turn) => ({
        letter_id: about.id,
        step: turn.step,
        position_id: turn.post,
        role: turn.role,
        urgency_rank: rank,
        since: dateOf(context.now),
      })),
    )
    .execute()
  const posts = fresh.map((turn) => turn.post)
  await tell(tx, context, `turn-${fresh[0]?.role ?? 'paraf'}`, about, await accountsOfPosts(tx, context, posts))
}

/** Forgets what was being typed in every window. */
export async function dropWorkingCopies(tx: WriteHandle, letterId: string, accountId?: string): Promise<void> {
  await sql`delete from letters.working_copy where letter_id = ${letterId}
    ${accountId === undefined ? sql`` : sql`and account_id = ${accountId}`}`.execute(tx)
}
