import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, grantsFor, permitted } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { voidEvent } from '../commands/event/void-event.ts'
import { joinRecords } from './join-records.ts'
import { type Duplicate, getDuplicate } from './queries.ts'
import { addStep, type DuplicateStep } from './record-duplicates.ts'

const shortestReason = 10
const id = z.uuid()
const reason = z.string().trim().max(500)
const verdicts = ['same', 'different', 'field-check'] as const

const acts = { same: 'propose-same', different: 'propose-different', 'field-check': 'field-check' } as const

/** The first officer says what a pair is, and which record stays when both are one person. */
export const proposeDuplicate = command({
  name: 'people.propose-duplicate',
  event: 'people.duplicate-proposed.v1',
  access: permitted('people.resolve-duplicates'),
  input: z.object({ candidateId: id, verdict: z.enum(verdicts), keepPersonId: id.optional(), reason }),
  async run(tx, { candidateId, verdict, keepPersonId, reason }, context) {
    const pair = await lock(tx, context.actor, 'people.resolve-duplicates', candidateId)
    if (pair.state !== 'open' && pair.state !== 'field-check') throw new AppError('wrong-state')
    requireReason(reason)
    const keep = verdict === 'same' ? (keepPersonId ?? '') : undefined
    if (keep !== undefined && keep !== pair.personA && keep !== pair.personB) {
      throw invalidField(
        'keepPersonId',
        'Pilih data mana yang dipertahankan; nomor yang lain akan mengarah kepadanya.',
        'Choose which record stays; the other number will lead to it.',
      )
    }
    const state = verdict === 'field-check' ? 'field-check' : 'proposed'
    await sql`update people.duplicate_candidate set state = ${state},
      verdict = ${verdict === 'field-check' ? null : verdict}, keep_person_id = ${keep ?? null},
      proposed_by = ${verdict === 'field-check' ? null : accountOf(context.actor)}, changed_at = ${context.now.toString()}
      where id = ${candidateId}`.execute(tx)
    await step(tx, pair, context, acts[verdict], reason)
    return { result: { state }, event: eventOf(pair, { verdict, reason }) }
  },
})

/** A second officer, who is another person, makes a proposal true or sends it back. */
export const decideDuplicate = command({
  name: 'people.decide-duplicate',
  event: 'people.duplicate-decided.v1',
  access: permitted('people.confirm-duplicates'),
  input: z.object({ candidateId: id, decision: z.enum(['confirm', 'reject']), reason }),
  async run(tx, { candidateId, decision, reason }, context) {
    const pair = await lock(tx, context.actor, 'people.confirm-duplicates', candidateId)
    if (pair.state !== 'proposed') throw new AppError('wrong-state')
    if (pair.proposedBy === accountOf(context.actor)) throw sameOfficer()
    if (decision === 'reject') requireReason(reason)
    const joined = decision === 'confirm' && pair.verdict === 'same'
    const eventId = joined ? await joinRecords(tx, context, pair) : undefined
    const state = decision === 'reject' ? 'open' : joined ? 'joined' : 'different'
    await sql`update people.duplicate_candidate set state = ${state}, event_id = ${eventId ?? null},
      verdict = ${decision === 'reject' ? null : (pair.verdict ?? null)},
      proposed_by = ${decision === 'reject' ? null : (pair.proposedBy ?? null)}, changed_at = ${context.now.toString()}
      where id = ${candidateId}`.execute(tx)
    await step(tx, pair, context, decision, reason)
    return { result: { state }, event: eventOf(pair, { decision, verdict: pair.verdict ?? '', reason }) }
  },
})

/** Parts two records that were joined by mistake: everything that the joining changed returns. */
export const undoDuplicate = command({
  name: 'people.undo-duplicate',
  event: 'people.duplicate-parted.v1',
  access: permitted('people.confirm-duplicates'),
  input: z.object({ candidateId: id, reason }),
  async run(tx, { candidateId, reason }, context) {
    const pair = await lock(tx, context.actor, 'people.confirm-duplicates', candidateId)
    if ((pair.state !== 'joined' && pair.state !== 'different') || (pair.state === 'joined' && !pair.eventId)) {
      throw new AppError('wrong-state')
    }
    requireReason(reason)
    if (pair.eventId) {
      const source = { kind: 'desk', id: candidateId } as const
      const origin = { now: context.now, source, reason: `Penggabungan data ganda dipulihkan: ${reason}` }
      await voidEvent(tx, context.tenant, pair.eventId, origin)
    }
    await sql`update people.duplicate_candidate set state = 'open', event_id = null, verdict = null, proposed_by = null,
      keep_person_id = null, changed_at = ${context.now.toString()} where id = ${candidateId}`.execute(tx)
    await step(tx, pair, context, 'undo', reason)
    return { result: {}, event: eventOf(pair, { reason }) }
  },
})

async function lock(tx: WriteHandle, actor: Actor, permission: string, candidateId: string): Promise<Duplicate> {
  await sql`select 1 from people.duplicate_candidate where id = ${candidateId}::uuid for update`.execute(tx)
  return getDuplicate(
    tx,
    candidateId,
    grantsFor(actor, permission).map((grant) => grant.territory),
  )
}

function accountOf({ accountId }: Actor): string {
  if (!accountId) throw new AppError('forbidden')
  return accountId
}

async function step(
  tx: WriteHandle,
  pair: Duplicate,
  { now, actor }: CommandContext,
  act: DuplicateStep['act'],
  reason: string,
): Promise<void> {
  await addStep(tx, pair.id, { at: now, by: labelOf(actor), act, reason })
}

function eventOf(pair: Duplicate, payload: Readonly<Record<string, string>>) {
  return { subject: { type: 'duplicate', id: pair.id }, payload }
}

function requireReason(reason: string): void {
  if (reason.length >= shortestReason) return
  throw invalidField(
    'reason',
    'Tulis alasan yang dapat diperiksa orang lain, paling sedikit 10 huruf.',
    'Write a reason that somebody else can check, at least 10 letters.',
  )
}

function sameOfficer(): AppError {
  return new AppError('forbidden', {
    text: {
      id: 'Anda sendiri yang mengusulkan. Petugas lain harus memutuskannya.',
      en: 'You proposed this yourself. Another officer has to decide.',
    },
  })
}
