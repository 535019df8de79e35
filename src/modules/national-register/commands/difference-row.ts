import type { Actor } from '#kernel/access/access.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type DifferenceKind, type DifferenceState, differenceMachine } from '../domain.ts'

export const sidesContext = 'national_register.difference.sides'

export interface NewDifference {
  readonly kind: DifferenceKind
  readonly messageId?: string | undefined
  readonly numberRequestId?: string | undefined
  readonly personId?: string | undefined
  readonly familyId?: string | undefined
  readonly personName: string
  readonly territoryCode: string
  /** Their words. */
  readonly words: string
  readonly sides: readonly {
    readonly field: string
    readonly ours?: string | undefined
    readonly theirs?: string | undefined
  }[]
  readonly now: Temporal.Instant
}

/** Puts a difference on the desk. @returns its id */
export async function openDifference(tx: WriteHandle, tenant: Tenant, found: NewDifference): Promise<string> {
  const id = newId<'difference'>(found.now.epochMilliseconds)
  const at = found.now.toString()
  await tx
    .insertInto('national_register.difference')
    .values({
      id,
      kind: found.kind,
      state: differenceMachine.initial,
      message_id: found.messageId ?? null,
      number_request_id: found.numberRequestId ?? null,
      person_id: found.personId ?? null,
      family_id: found.familyId ?? null,
      person_name: found.personName,
      territory_code: found.territoryCode,
      words: found.words || null,
      sides_sealed: tenant.cipher.sealJson(found.sides, sidesContext),
      opened_at: at,
      updated_at: at,
    })
    .execute()
  await addStep(tx, id, { verb: 'open', to: 'open', now: found.now, note: found.words || undefined })
  return id
}

export interface DifferenceStep {
  readonly verb: string
  readonly to: string
  readonly actor?: Actor | undefined
  readonly note?: string | undefined
  readonly now: Temporal.Instant
}

export async function addStep(tx: WriteHandle, id: string, step: DifferenceStep): Promise<void> {
  const last = await tx
    .selectFrom('national_register.difference_step')
    .select(({ fn }) => fn.max('ordinal').as('last'))
    .where('difference_id', '=', id)
    .executeTakeFirst()
  await tx
    .insertInto('national_register.difference_step')
    .values({
      difference_id: id,
      ordinal: Number(last?.last ?? 0) + 1,
      verb: step.verb,
      to_state: step.to,
      by_account: step.actor?.accountId ?? null,
      by_label: step.actor ? labelOf(step.actor) : 'Balai',
      note: step.note ?? null,
      at: step.now.toString(),
    })
    .execute()
}

/** Moves a difference along its machine and writes its history. @throws wrong-state */
export async function moveDifference(
  tx: WriteHandle,
  row: { readonly id: string; readonly state: string },
  step: Omit<DifferenceStep, 'to'>,
  more: {
    readonly until?: string | null
    readonly proposedBy?: string | null
    readonly chosen?: string[]
    readonly correctionEventId?: string
  } = {},
): Promise<DifferenceState> {
  const { to } = differenceMachine.step(row.state, step.verb)
  const isFinal = differenceMachine.final.includes(to)
  await tx
    .updateTable('national_register.difference')
    .set({
      state: to,
      updated_at: step.now.toString(),
      until: more.until ?? null,
      ...(more.proposedBy === undefined ? {} : { proposed_by: more.proposedBy }),
      ...(more.chosen === undefined ? {} : { chosen: more.chosen }),
      ...(more.correctionEventId === undefined ? {} : { correction_event_id: more.correctionEventId }),
      closed_at: isFinal ? step.now.toString() : null,
    })
    .where('id', '=', row.id)
    .execute()
  await addStep(tx, row.id, { ...step, to })
  return to as DifferenceState
}

/**
 * The answer to what was sent again because an officer holds that ours is right.
 * @returns whether there was such a difference
 */
export async function settleResent(
  tx: WriteHandle,
  messageId: string,
  verb: 'accept' | 'refuse',
  now: Temporal.Instant,
  said: { readonly code?: string; readonly words?: string } = {},
): Promise<boolean> {
  const row = await tx
    .selectFrom('national_register.difference')
    .select(['id', 'state'])
    .where('message_id', '=', messageId)
    .where('state', '=', 'resent')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return false
  await moveDifference(tx, row, { verb, now, note: said.words || undefined })
  if (said.code) {
    await tx
      .updateTable('national_register.difference')
      .set({ kind: said.code, words: said.words || null })
      .where('id', '=', row.id)
      .execute()
  }
  return true
}
