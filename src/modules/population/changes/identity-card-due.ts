import { dayOf } from '#kernel/clock/clock.ts'
import { getFamily, isOfAge, type Person } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { endCard, endHeldCards, lockCard, openCard, stepCard } from '../cards/commands/card-row.ts'
import { openStates } from '../cards/machine.ts'

/** What stands on an identity card. */
const printed = [
  'fullName',
  'sex',
  'birthPlace',
  'birthOn',
  'religion',
  'occupation',
  'maritalStatus',
  'bloodType',
  'citizenship',
] as const satisfies readonly (keyof Person)[]

/**
 * Orders a new identity card when something on it changed; who gives up Indonesian citizenship has none any more. Nothing
 * for children, and for whom a card is on its way already.
 * @basis UU 23/2006 pasal 64 ayat (8) jo. UU 24/2013; Perpres 96/2018 pasal 17
 */
export async function identityCardDue(input: EffectInput, before: Person, after: Person): Promise<void> {
  const { tx, context } = input
  if (!printed.some((field) => before[field] !== after[field])) return
  if (before.citizenship === 'WNI' && after.citizenship !== 'WNI') {
    await endHeldCards(tx, context, { personId: after.id, kind: 'ktp-el' }, 'Melepaskan kewarganegaraan Indonesia')
    return
  }
  if (!after.familyId || !isOfAge(after, dayOf(context.now, context.tenant.profile.zone))) return
  const open = await tx
    .selectFrom('population.identity_card')
    .select('id')
    .where('person_id', '=', after.id)
    .where('kind', '=', 'ktp-el')
    .where('state', 'in', [...openStates])
    .executeTakeFirst()
  if (open) return
  const card = await openCard(tx, context, {
    kind: 'ktp-el',
    personId: after.id,
    caseId: input.caseId,
    caseNumber: input.caseNumber,
    reason: 'changed',
    withPhoto: true,
    biometrics: 'none',
    villageCode: (await getFamily(tx, after.familyId)).villageCode,
    delivery: 'pick-up',
  })
  await stepCard(tx, context, card, 'order')
}

/** Cards that a case ordered and that have not reached their holders are not made after all. */
export async function cancelOrderedCards(
  input: Pick<EffectInput, 'tx' | 'context' | 'caseId'>,
  why: string,
): Promise<void> {
  const { tx, context, caseId } = input
  const rows = await tx
    .selectFrom('population.identity_card')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', 'not in', ['ended', 'cancelled'])
    .execute()
  for (const { id } of rows) await endCard(tx, context, await lockCard(tx, id), why)
}
