import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { issueDocument, listDocumentsOf, revokeDocument } from '#modules/documents/index.ts'
import { getPerson, voidEvent } from '#modules/people/index.ts'
import type { EffectUndo } from '#modules/services/index.ts'
import { familyCardDraft } from './papers.ts'

const reason = 'akta dibatalkan'

/**
 * Takes a death entry back: the entry is voided and keeps its number, the person and his place on the family card
 * return, the certificate no longer holds, and the family gets a new card.
 * @basis UU 23/2006 pasal 72 (pembatalan akta berdasarkan putusan pengadilan)
 */
export const voidDeath: EffectUndo = async ({ tx, context, caseId, caseNumber, unitPath }) => {
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
  const person = await getPerson(tx, entry.person_id)
  const papers = (await listDocumentsOf(tx, 'case', caseId)).filter((paper) => paper.standing === 'stands')
  for (const paper of papers) if (paper.number === entry.number) await revokeDocument(tx, context, paper.id, reason)
  if (!person.familyId || !cards.has(person.familyId)) return
  const subject = { subjectPersonId: person.id, subjectName: person.fullName }
  const card = await familyCardDraft(tenant, tx, person.familyId, subject, dayOf(now, tenant.profile.zone))
  const source = { type: 'case', id: caseId, unitPath }
  const replaces = papers.filter((paper) => paper.number === card.number).map(({ id }) => id)
  await issueDocument(tx, context, card, source, { replaces })
}
