import { notFound } from '#kernel/errors.ts'
import { revokeDocument } from '#modules/documents/index.ts'
import { voidEvent } from '#modules/people/index.ts'
import type { EffectUndo } from '#modules/services/index.ts'
import { issueOrEndFamilyCard } from '../cards/issue-family-card.ts'
import { standingExtracts } from './papers.ts'

const reason = 'akta dibatalkan'

/**
 * Takes a death entry back: the entry is voided and keeps its number, the person and his place on the family card
 * return, the certificate no longer holds, and the family gets a new card.
 * @basis UU 23/2006 pasal 72 (pembatalan akta berdasarkan putusan pengadilan)
 */
export const voidDeath: EffectUndo = async (input) => {
  const { tx, context, caseId, caseNumber } = input
  const { tenant, now } = context
  const entry = await tx
    .selectFrom('population.death')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('voided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!entry) throw notFound()
  const { cards } = await voidEvent(tx, tenant, entry.event_id, {
    now,
    source: { kind: 'case', id: caseId },
    reason: `Pembatalan akta kematian ${entry.number}`,
  })
  await tx
    .updateTable('population.death')
    .set({ voided_at: now.toString(), voided_reason: `Berkas ${caseNumber}` })
    .where('id', '=', entry.id)
    .execute()
  for (const id of await standingExtracts(tx, entry.number)) await revokeDocument(tx, context, id, reason)
  for (const familyId of cards.keys()) await issueOrEndFamilyCard(input, familyId)
}
