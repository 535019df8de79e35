import type { WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { listDocumentsOf, revokeDocument } from '#modules/documents/index.ts'
import { voidEvent } from '#modules/people/index.ts'
import type { EffectInput, EffectUndo } from '#modules/services/index.ts'
import { standingExtracts } from './papers.ts'

export interface NewEntry {
  /** Which register: "marriage", "divorce", "recognition", … */
  readonly register: string
  readonly number: string
  /** Of the population register; left out when nothing there changed. */
  readonly eventId?: string | undefined
  /** ISO day. */
  readonly happenedOn: string
  readonly territoryCode: string
  readonly isLate?: boolean | undefined
  /** What the register notes besides the people; no NIK. */
  readonly details?: Readonly<Record<string, string | number | boolean>> | undefined
  /** Whom it is about, by role: husband, wife, child, mother, father, witness. */
  readonly people: readonly { readonly role: string; readonly personId: string }[]
}

/** Adds an entry to a civil register for the case of an effect. @returns its id */
export async function addEntry(
  input: Pick<EffectInput, 'tx' | 'caseId' | 'context'>,
  entry: NewEntry,
): Promise<string> {
  const { tx, context } = input
  const id = newId<'entry'>(context.now.epochMilliseconds)
  await tx
    .insertInto('population.entry')
    .values({
      id,
      register: entry.register,
      number: entry.number,
      case_id: input.caseId,
      event_id: entry.eventId ?? null,
      happened_on: entry.happenedOn,
      territory_code: entry.territoryCode,
      is_late: entry.isLate ?? false,
      details: JSON.stringify(entry.details ?? {}),
      registered_at: context.now.toString(),
    })
    .execute()
  if (entry.people.length > 0) {
    await tx
      .insertInto('population.entry_person')
      .values(entry.people.map(({ role, personId }) => ({ entry_id: id, role, person_id: personId })))
      .execute()
  }
  return id
}

/**
 * Takes back what a case entered in a civil register: the entry is voided and keeps its number, people and cards
 * return to what is true without it, and the papers of the case no longer hold.
 * @throws not-found; conflict when later events rest on it
 * @basis UU 23/2006 pasal 72 (pembatalan akta)
 */
export const undoEntry: EffectUndo = async (input) => {
  await voidEntries(input)
}

/** As `undoEntry`. @returns the family cards that changed by it, with their new versions */
export async function voidEntries(input: EffectInput): Promise<ReadonlyMap<string, number>> {
  const { tx, context, caseId, caseNumber } = input
  const entries = await standingEntries(tx, caseId)
  if (entries.length === 0) throw notFound()
  const changed = new Map<string, number>()
  for (const entry of entries) {
    if (entry.event_id) {
      const { cards } = await voidEvent(tx, context.tenant, entry.event_id, {
        now: context.now,
        source: { kind: 'case', id: caseId },
        reason: `Pembatalan ${entry.number}`,
      })
      for (const [familyId, version] of cards) changed.set(familyId, version)
    }
    await tx
      .updateTable('population.entry')
      .set({ voided_at: context.now.toString(), voided_reason: `Berkas ${caseNumber}` })
      .where('id', '=', entry.id)
      .execute()
  }
  const papers = await listDocumentsOf(tx, 'case', caseId)
  for (const paper of papers) {
    if (paper.standing === 'stands') await revokeDocument(tx, context, paper.id, 'akta dibatalkan')
  }
  for (const entry of entries) {
    for (const id of await standingExtracts(tx, entry.number)) await revokeDocument(tx, context, id, 'akta dibatalkan')
  }
  return changed
}

/** Entries of a case that stand, the last first: what came later rests on what came before. */
async function standingEntries(tx: WriteHandle, caseId: string) {
  return tx
    .selectFrom('population.entry')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('voided_at', 'is', null)
    .orderBy('registered_at', 'desc')
    .orderBy('id', 'desc')
    .forUpdate()
    .execute()
}
