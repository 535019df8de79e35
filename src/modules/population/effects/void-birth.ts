import { notFound } from '#kernel/errors.ts'
import { revokeDocument } from '#modules/documents/index.ts'
import { listHistoryOf, voidEvent } from '#modules/people/index.ts'
import type { EffectInput, EffectUndo } from '#modules/services/index.ts'
import { endCardsOf } from '../cards/commands/card-row.ts'
import { issueOrEndFamilyCard } from '../cards/issue-family-card.ts'
import { type BirthEntry, listBirthsOf } from './birth-entry.ts'
import { standingExtracts } from './papers.ts'

/**
 * Takes a birth back, as when a court voids it: the entries are voided and keep their numbers, the children leave the
 * register and the card, neither certificates nor cards of theirs hold any more, and the family gets a new card.
 * @throws not-found; conflict when later events rest on a child
 * @basis UU 23/2006 pasal 72 (pembatalan akta berdasarkan putusan pengadilan)
 */
export const voidBirth: EffectUndo = async (input) => {
  const { tx, context, caseId, caseNumber } = input
  const { tenant, now } = context
  const entries = await listBirthsOf(tx, caseId)
  if (entries.length === 0) throw notFound()
  const origin = {
    now,
    source: { kind: 'case' as const, id: caseId },
    reason: `Pembatalan akta kelahiran ${entries.map(({ number }) => number).join(', ')}`,
  }
  for (const entry of entries) {
    await endCardsOf(tx, context, entry.personId, 'akta kelahiran dibatalkan')
    await takeBackCorrections(input, entry, origin)
  }
  const cards = new Set<string>()
  for (const eventId of new Set(entries.map((entry) => entry.eventId))) {
    const done = await voidEvent(tx, tenant, eventId, origin)
    for (const familyId of done.cards.keys()) cards.add(familyId)
  }
  await tx
    .updateTable('population.birth')
    .set({ voided_at: now.toString(), voided_reason: `Berkas ${caseNumber}` })
    .where('case_id', '=', caseId)
    .where('voided_at', 'is', null)
    .execute()
  for (const entry of entries) {
    for (const id of await standingExtracts(tx, entry.number)) await revokeDocument(tx, context, id, 'akta dibatalkan')
  }
  for (const familyId of cards) await issueOrEndFamilyCard(input, familyId)
}

/** Errors of writing that were put right in the same file rest on the birth: they go first, the last before the others. */
async function takeBackCorrections(
  { tx, context, caseId }: Pick<EffectInput, 'tx' | 'context' | 'caseId'>,
  entry: BirthEntry,
  origin: Parameters<typeof voidEvent>[3],
): Promise<void> {
  const history = await listHistoryOf(tx, { personId: entry.personId })
  const corrections = history.filter((row) => row.stands && row.kind === 'correction' && row.source.id === caseId)
  for (const row of corrections.toReversed()) await voidEvent(tx, context.tenant, row.eventId, origin)
}
