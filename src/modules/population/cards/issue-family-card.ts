import { dayOf } from '#kernel/clock/clock.ts'
import { issueDocument, listDocumentsNumbered, revokeDocument } from '#modules/documents/index.ts'
import { getFamily, getPerson, openKkNumber } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { familyCardDraft } from '../effects/papers.ts'

export type CardCase = Pick<EffectInput, 'tx' | 'context' | 'caseId' | 'unitPath'>

/** Issues a family card as it stands now; every earlier print of it counts as replaced. */
export async function issueFamilyCard(input: CardCase, familyId: string): Promise<void> {
  const { tx, context, caseId: id, unitPath } = input
  const { headPersonId } = await getFamily(tx, familyId)
  const head = await getPerson(tx, headPersonId as string)
  const subject = { subjectPersonId: head.id, subjectName: head.fullName }
  const today = dayOf(context.now, context.tenant.profile.zone)
  const card = await familyCardDraft(context.tenant, tx, familyId, subject, today)
  const replaces = await standingPrints(input, card.number)
  await issueDocument(tx, context, card, { type: 'case', id, unitPath }, { replaces })
}

/** Nobody stands on a card any more: none of its prints holds. */
export async function endFamilyCard(input: CardCase, familyId: string): Promise<void> {
  const { tx, context } = input
  const family = await getFamily(tx, familyId)
  for (const id of await standingPrints(input, openKkNumber(context.tenant, family)))
    await revokeDocument(tx, context, id, 'kartu keluarga ditutup')
}

async function standingPrints({ tx }: CardCase, number: string): Promise<string[]> {
  const prints = await listDocumentsNumbered(tx, 'family-card', number)
  return prints.filter((print) => print.standing === 'stands').map((print) => print.id)
}
