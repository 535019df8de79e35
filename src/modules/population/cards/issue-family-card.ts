import { dayOf } from '#kernel/clock/clock.ts'
import { issueDocument, listDocumentsNumbered, revokeDocument } from '#modules/documents/index.ts'
import { getFamily, getPerson, openKkNumber } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { familyCardDraft } from '../effects/papers.ts'

export type CardCase = Pick<EffectInput, 'tx' | 'context' | 'caseId' | 'unitPath'>

/** Issues a family card as it stands now. */
export async function issueFamilyCard(input: CardCase, familyId: string): Promise<void> {
  const { tx, context, caseId: id, unitPath } = input
  const { headPersonId } = await getFamily(tx, familyId)
  const head = await getPerson(tx, headPersonId as string)
  const subject = { subjectPersonId: head.id, subjectName: head.fullName }
  const today = dayOf(context.now, context.tenant.profile.zone)
  const card = await familyCardDraft(context.tenant, tx, familyId, subject, today)
  await issueDocument(tx, context, card, { type: 'case', id, unitPath })
}

/** What a card looks like after something was taken back: issued as it stands, or ended when nobody is left on it. */
export async function issueOrEndFamilyCard(input: CardCase, familyId: string): Promise<void> {
  const { status } = await getFamily(input.tx, familyId)
  if (status === 'active') await issueFamilyCard(input, familyId)
  else await endFamilyCard(input, familyId)
}

/** Nobody stands on a card any more: none of its prints holds. */
export async function endFamilyCard(input: CardCase, familyId: string): Promise<void> {
  const { tx, context } = input
  const family = await getFamily(tx, familyId)
  for (const print of await listDocumentsNumbered(tx, 'family-card', openKkNumber(context.tenant, family))) {
    if (print.standing === 'stands') await revokeDocument(tx, context, print.id, 'kartu keluarga ditutup')
  }
}
