import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import { getFamily, getPerson, listFamilyMembers } from '#modules/people/index.ts'
import { familyCardDraft } from '../effects/papers.ts'

/** Each card that an event changed and that stands, in the name of its head. */
export async function cardDrafts(
  tenant: Tenant,
  db: AnyHandle,
  cards: ReadonlyMap<string, number>,
  on: Temporal.PlainDate,
): Promise<DocumentDraft[]> {
  const drafts: DocumentDraft[] = []
  for (const familyId of cards.keys()) {
    const family = await getFamily(db, familyId)
    const [first] = await listFamilyMembers(db, familyId)
    if (family.status !== 'active' || !first) continue
    const head = family.headPersonId ? await getPerson(db, family.headPersonId) : first
    const subject = { subjectPersonId: head.id, subjectName: head.fullName }
    drafts.push(await familyCardDraft(tenant, db, familyId, subject, on))
  }
  return drafts
}
