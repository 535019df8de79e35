import { dayOf } from '#kernel/clock/clock.ts'
import { type IssueSource, issueDocument, listDocumentsNumbered, revokeDocument } from '#modules/documents/index.ts'
import { getFamily, getPerson, openKkNumber } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { familyCardDraft } from '../effects/papers.ts'

export type CardCase = Pick<EffectInput, 'tx' | 'context' | 'caseId' | 'unitPath'>

/** Issues a family card as it stands now. */
export async function issueFamilyCard(input: CardCase, familyId: string): Promise<void> {
  const { tx, context, caseId: id, unitPath } = input
  await issueDocument(tx, context, await cardDraft(input, familyId), { type: 'case', id, unitPath })
}

/** The same where no official acts: under the seal of the office, as the article says. */
export async function sealFamilyCard(
  input: Pick<CardCase, 'tx' | 'context'>,
  familyId: string,
  source: IssueSource,
  sealedUnder: string,
): Promise<void> {
  const draft = { ...(await cardDraft(input, familyId)), sealedUnder }
  await issueDocument(input.tx, input.context, draft, source, { seal: true })
}

async function cardDraft({ tx, context }: Pick<CardCase, 'tx' | 'context'>, familyId: string) {
  const { headPersonId } = await getFamily(tx, familyId)
  const head = await getPerson(tx, headPersonId as string)
  const subject = { subjectPersonId: head.id, subjectName: head.fullName }
  const today = dayOf(context.now, context.tenant.profile.zone)
  return familyCardDraft(context.tenant, tx, familyId, subject, today)
}

/** What a card looks like after something was taken back: issued as it stands, or ended when nobody is left on it. */
export async function issueOrEndFamilyCard(input: CardCase, familyId: string): Promise<void> {
  const { status } = await getFamily(input.tx, familyId)
  if (status === 'active') await issueFamilyCard(input, familyId)
  else await endFamilyCard(input, familyId)
}

/** Nobody stands on a card any more: none of its prints holds. */
export async function endFamilyCard(input: Pick<CardCase, 'tx' | 'context'>, familyId: string): Promise<void> {
  const { tx, context } = input
  const family = await getFamily(tx, familyId)
  for (const print of await listDocumentsNumbered(tx, 'family-card', openKkNumber(context.tenant, family))) {
    if (print.standing === 'stands') await revokeDocument(tx, context, print.id, 'kartu keluarga ditutup')
  }
}
