import { dayOf } from '#kernel/clock/clock.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { findBirthOf } from './birth-entry.ts'

interface MarginalNote {
  /** Undefined when the birth stands in a register that is not kept here. */
  readonly birthId: string | undefined
  readonly note: string
  /** ISO day. */
  readonly notedOn: string
}

/**
 * Writes on the margin of somebody's birth entry what became of him: a further name, his sex, his parents. Every extract
 * that is issued from now on bears it; where the entry stands in another register the note waits for a letter of its own.
 * @returns whether the birth stands in this register, so that its extract is to be issued again
 * @basis UU 23/2006 pasal 1 angka 17 dan pasal 52 (catatan pinggir)
 */
export async function addMarginalNote(
  input: Pick<EffectInput, 'tx' | 'context' | 'caseId'>,
  given: { readonly personId: string; readonly registerNumber: string; readonly note: string },
): Promise<boolean> {
  const { tx, context } = input
  const birth = await findBirthOf(tx, given.personId)
  await tx
    .insertInto('population.marginal_note')
    .values({
      id: newId(context.now.epochMilliseconds),
      person_id: given.personId,
      birth_id: birth?.id ?? null,
      case_id: input.caseId,
      register_number: given.registerNumber,
      note: given.note,
      noted_on: dayOf(context.now, context.tenant.profile.zone).toString(),
      noted_at: context.now.toString(),
    })
    .execute()
  return birth !== undefined
}

/** What stands on the margin, the oldest first. */
export async function listMarginalNotes(db: AnyHandle, personId: string): Promise<MarginalNote[]> {
  const rows = await db
    .selectFrom('population.marginal_note')
    .select(['birth_id', 'note', 'noted_on'])
    .where('person_id', '=', personId)
    .where('voided_at', 'is', null)
    .orderBy('noted_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ birthId: row.birth_id ?? undefined, note: row.note, notedOn: row.noted_on }))
}

/** Strikes out what a case noted. @returns the people whose extracts change by it */
export async function voidMarginalNotes(tx: WriteHandle, caseId: string, now: Temporal.Instant): Promise<string[]> {
  const rows = await tx
    .updateTable('population.marginal_note')
    .set({ voided_at: now.toString() })
    .where('case_id', '=', caseId)
    .where('voided_at', 'is', null)
    .returning('person_id')
    .execute()
  return [...new Set(rows.map((row) => row.person_id))]
}
