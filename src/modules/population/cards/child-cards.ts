import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findPerson, getFamily, getPerson, type Person } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { Answers, EffectInput, EffectOutcome, RegisterCheck } from '#modules/services/index.ts'
import { childCardDraft } from './child-card-draft.ts'
import { endHeldCards, openCard, stepCard } from './commands/card-row.ts'
import { deliveryOf } from './identity-cards.ts'
import { childCardFor } from './machine.ts'

/**
 * Gives a child its card: the signed card as a file at once, and the printed one through the desk.
 * @basis Permendagri 2/2016 pasal 3 sampai 5
 */
export async function issueChildCard(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const applicant = await getPerson(tx, input.applicantPersonId)
  const child = await getPerson(tx, String(answers['child'] ?? ''))
  const isParent = child.motherId === applicant.id || child.fatherId === applicant.id
  if (!isParent && (!child.familyId || child.familyId !== applicant.familyId)) {
    throw invalidField(
      'child',
      'Anak ini tidak pada kartu keluarga pemohon.',
      'This child is not on the applicant’s card.',
    )
  }
  const why = answers['why']
  if (why === 'lost') await endHeldCards(tx, context, { personId: child.id, kind: 'kia' }, 'lost')
  const reason = why === 'lost' || why === 'damaged' || why === 'photo' ? why : 'first'
  return giveChildCard(input, child, reason)
}

/**
 * The card of a child as a part of another effect, such as the registration of its birth. Nothing for who is of age.
 * @returns the signed card to issue, and facts for the file
 */
export async function giveChildCard(
  input: Pick<EffectInput, 'tx' | 'context' | 'caseId' | 'caseNumber' | 'answers'>,
  child: Person,
  reason: 'first' | 'lost' | 'damaged' | 'birth' | 'photo',
): Promise<EffectOutcome> {
  const { tx, context } = input
  const today = dayOf(context.now, context.tenant.profile.zone)
  if (child.status !== 'active' || !child.familyId) return { facts: {}, documents: [] }
  const family = await getFamily(tx, child.familyId)
  const fitting = childCardFor(child.birthOn, today, await childCardRules(tx, family.villageCode, today))
  if (!fitting || child.maritalStatus !== 'single') {
    throw invalidField(
      'child',
      `${child.fullName} sudah wajib KTP-el, jadi tidak mendapat KIA.`,
      `${child.fullName} needs an identity card already, not a child card.`,
    )
  }
  const card = await openCard(tx, context, {
    kind: 'kia',
    personId: child.id,
    caseId: input.caseId,
    caseNumber: input.caseNumber,
    reason,
    withPhoto: fitting.withPhoto,
    biometrics: 'none',
    villageCode: family.villageCode,
    expiresOn: fitting.expiresOn,
    ...deliveryOf(input.answers, family),
  })
  await stepCard(tx, context, card, 'order')
  return {
    facts: { childCardCode: card.code, childCardUntil: formatDay(Temporal.PlainDate.from(fitting.expiresOn), 'id') },
    documents: [await childCardDraft(context.tenant, tx, child, { ...fitting, code: card.code, on: today })],
  }
}

async function childCardRules(db: AnyHandle, village: string, today: Temporal.PlainDate) {
  const figure = async (key: string) =>
    wholeNumber(await getRule(db, `identity-documents.child-card.${key}`, village, today))
  return { photoFrom: await figure('photo-from'), until: await figure('until') }
}

/** What the register answers to a request for a child card. */
export async function childCardChecks(tenant: Tenant, db: AnyHandle, answers: Answers): Promise<RegisterCheck[]> {
  const id = answers['child']
  const child = typeof id === 'string' && id ? await findPerson(db, id) : undefined
  if (!child?.familyId)
    return [{ field: 'child', tone: 'late', say: { id: 'tidak pada kartu keluarga', en: 'on no family card' } }]
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const { villageCode } = await getFamily(db, child.familyId)
  const fitting = childCardFor(child.birthOn, today, await childCardRules(db, villageCode, today))
  if (!fitting)
    return [{ field: 'child', tone: 'late', say: { id: 'sudah wajib KTP-el', en: 'needs an identity card' } }]
  const akta = child.birthCertificateNumber
  return [
    {
      field: 'child',
      tone: 'good',
      say: fitting.withPhoto
        ? { id: 'KIA dengan foto', en: 'card with a photo' }
        : { id: 'KIA tanpa foto', en: 'card without a photo' },
    },
    akta
      ? { field: 'child', tone: 'good', say: { id: `akta kelahiran ${akta}`, en: `birth certificate ${akta}` } }
      : {
          field: 'child',
          tone: 'soon',
          say: { id: 'nomor akta kelahiran belum tercatat', en: 'no birth certificate number noted' },
        },
  ]
}
