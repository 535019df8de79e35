import { z } from 'zod'
import { permitted, staff } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { mayKeep, mayRead } from '../access.ts'
import { approve, giveBack, openTurns, type Role, skip } from '../domain.ts'
import { guardOf, lockLetter, type OpenLetter, openHead } from '../letter-row.ts'
import { postsByIds } from '../queries/posts.ts'
import { moveChain, writeHistory } from './letter-changes.ts'
import { accountsOfPosts, tell } from './notices.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Puts the initials of a post to one exact version. */
export const initialLetter = command({
  name: 'letters.initial-letter',
  event: 'letters.letter-initialled.v1',
  access: permitted('letters.initial'),
  input: z.object({ letterId: z.uuid(), hash }),
  async run(tx, input, context) {
    const { letter, positionId } = await lockForPost(tx, context, input.letterId, 'letters.initial')
    const after = approve(letter.chain, positionId, 'paraf', input.hash)
    await insertApproval(tx, context, letter, 'paraf')
    await moveChain(tx, context, { before: letter, after })
    await writeHistory(tx, context, letter.row, { what: 'initialled' })
    return {
      result: null,
      event: { subject: { type: 'letter', id: input.letterId }, payload: { hash: input.hash, positionId } },
    }
  },
})

/** Sends a letter back to its drafter or to an earlier step, with the reason. */
export const returnLetter = command({
  name: 'letters.return-letter',
  event: 'letters.letter-returned.v1',
  access: staff,
  input: z.object({
    letterId: z.uuid(),
    /** From 0; the drafter when absent. */
    toStep: z.number().int().min(0).optional(),
    reason: z.string().trim().min(10).max(2000),
  }),
  async run(tx, input, context) {
    const role = await roleOf(tx, context, input.letterId)
    const permission = role === 'signature' ? 'letters.sign' : 'letters.initial'
    const { letter, positionId } = await lockForPost(tx, context, input.letterId, permission)
    const after = giveBack(letter.chain, positionId, input.toStep)
    await moveChain(tx, context, { before: letter, after, voided: 'returned' })
    const what = input.toStep === undefined ? 'returned' : 'returned-step'
    await writeHistory(tx, context, letter.row, { what, words: input.reason, facts: { toStep: input.toStep } })
    const about = { ...openHead(context.tenant, letter.row), id: letter.row.id, security: letter.row.security }
    const told =
      input.toStep === undefined
        ? [letter.row.drafter_account_id]
        : await accountsOfPosts(tx, context, letter.chain.steps[input.toStep]?.posts ?? [])
    await tell(tx, context, what, about, told)
    return {
      result: null,
      event: { subject: { type: 'letter', id: input.letterId }, payload: { positionId, toStep: input.toStep } },
    }
  },
})

/**
 * Passes over a post that nobody holds today. Refused while somebody does: absence is what a Plh is for.
 * @basis UU 30/2014 pasal 14 ayat (1)
 */
export const skipVacantPost = command({
  name: 'letters.skip-vacant-post',
  event: 'letters.post-skipped.v1',
  access: permitted('letters.keep'),
  input: z.object({ letterId: z.uuid(), positionId: z.uuid(), reason: z.string().trim().min(20).max(1000) }),
  async run(tx, input, context) {
    const letter = await lockLetter(tx, input.letterId)
    if (!mayRead(context.actor, guardOf(letter))) throw notFound()
    if (!mayKeep(context.actor, guardOf(letter))) throw new AppError('forbidden')
    const day = dayOf(context.now, context.tenant.profile.zone).toString()
    const post = (await postsByIds(tx, [input.positionId], day)).get(input.positionId)
    if (post && post.holders.length > 0) {
      throw new AppError('wrong-state', {
        text: {
          id: 'Jabatan ini hari ini ada yang memangku, jadi tidak dapat dilewati. Bila berhalangan, tunjuk Plh.',
          en: 'Somebody holds this post today, so it cannot be passed over. If he is away, appoint a deputy.',
        },
      })
    }
    const turn = openTurns(letter.chain).find((open) => open.post === input.positionId)
    const after = skip(letter.chain, input.positionId)
    await tx
      .updateTable('letters.step_post')
      .set({ skipped_at: context.now.toString(), skipped_by: labelOf(context.actor), skip_reason: input.reason })
      .where('letter_id', '=', input.letterId)
      .where('step', '=', turn?.step ?? -1)
      .where('position_id', '=', input.positionId)
      .execute()
    await moveChain(tx, context, { before: letter, after })
    const facts = { post: post?.title ?? '' }
    await writeHistory(tx, context, letter.row, { what: 'skipped', words: input.reason, facts })
    return {
      result: null,
      event: {
        subject: { type: 'letter', id: input.letterId },
        payload: { positionId: input.positionId, reason: input.reason },
      },
    }
  },
})

async function roleOf(tx: WriteHandle, context: CommandContext, letterId: string): Promise<Role | undefined> {
  const row = await tx
    .selectFrom('letters.turn')
    .select('role')
    .where('letter_id', '=', letterId)
    .where('position_id', '=', context.actor.position?.id ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst()
  return row?.role
}

/** The letter, for the post in which somebody acts. @throws not-found for who may not even read it; forbidden */
export async function lockForPost(
  tx: WriteHandle,
  context: CommandContext,
  letterId: string,
  permission: 'letters.initial' | 'letters.sign',
): Promise<{ letter: OpenLetter; positionId: string }> {
  const { position } = context.actor
  const letter = await lockLetter(tx, letterId)
  if (!mayRead(context.actor, guardOf(letter))) throw notFound()
  if (!position) throw new AppError('forbidden')
  context.require(permission, { unitPath: position.unitPath })
  return { letter, positionId: position.id }
}

/** The row of an approval that the chain has just let in. */
export async function insertApproval(
  tx: WriteHandle,
  context: CommandContext,
  letter: OpenLetter,
  role: Role,
): Promise<void> {
  const { actor } = context
  const turn = openTurns(letter.chain).find((open) => open.post === actor.position?.id)
  if (!turn || !actor.position) throw new Error('an approval without a turn')
  await tx
    .insertInto('letters.approval')
    .values({
      id: newId(context.now.epochMilliseconds),
      letter_id: letter.row.id,
      step: turn.step,
      position_id: turn.post,
      role,
      version: letter.row.version,
      content_hash: letter.row.content_hash,
      person_id: actor.personId ?? '',
      account_id: actor.accountId ?? '',
      name: actor.name,
      manner: actor.position.manner,
      given_at: context.now.toString(),
    })
    .execute()
}
