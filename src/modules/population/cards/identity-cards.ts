import type { Selectable } from 'kysely'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { getFamily, getPerson, isOfAge, type Person } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome, EffectUndo } from '#modules/services/index.ts'
import type { IdentityCardTable } from '../tables.ts'
import { endHeldCards, lockCard, openCard, stepCard } from './commands/card-row.ts'
import { cardMachine } from './machine.ts'

type CardRow = Selectable<IdentityCardTable>

/** Notes the card that is asked for, so that biometrics can be recorded for it. @basis UU 24/2013 pasal 63; Perpres 96/2018 pasal 15 */
export async function requestIdentityCard(input: EffectInput): Promise<EffectOutcome> {
  const known = await openCardOf(input)
  if (known) return { facts: { cardCode: known.code }, documents: [] }
  const card = await openCard(input.tx, input.context, {
    ...(await wantedOf(input)),
    reason: 'first',
    biometrics: 'waiting',
  })
  return { facts: { cardCode: card.code }, documents: [] }
}

/** The file goes on only when everything was recorded. @throws wrong-state before that */
export async function confirmRecording(input: EffectInput): Promise<EffectOutcome> {
  const card = await openCardOf(input)
  if (card?.state !== 'recorded') {
    throw new AppError('wrong-state', {
      params: { code: card?.code ?? '-' },
      text: {
        id: 'Perekaman untuk kartu {code} belum selesai. Selesaikan dahulu di meja kartu, menu Perekaman.',
        en: 'The recording for card {code} is not finished. Finish it at the card desk first, under Recording.',
      },
    })
  }
  return { facts: { cardCode: card.code }, documents: [] }
}

/** The head of office has decided: the card waits for the printer. A card that was lost ends with that. */
export async function orderIdentityCard(input: EffectInput): Promise<EffectOutcome> {
  const { tx, context, answers } = input
  const why = answers['why']
  const reason = why === 'lost' || why === 'damaged' || why === 'changed' ? why : 'first'
  const card =
    (await openCardOf(input)) ??
    (await openCard(tx, context, { ...(await wantedOf(input)), reason, biometrics: 'none' }))
  await stepCard(tx, context, card, 'order')
  if (reason === 'lost') await endHeldCards(tx, context, { personId: card.person_id, kind: 'ktp-el' }, 'lost')
  return { facts: { cardCode: card.code, printNumber: card.print_number }, documents: [] }
}

/** Refused or given up: the card that was asked for is not made. */
export async function cancelIdentityCard(input: EffectInput): Promise<EffectOutcome> {
  const card = await openCardOf(input)
  if (card && cardMachine.from(card.state).some((row) => row.verb === 'cancel')) {
    await stepCard(input.tx, input.context, card, 'cancel', { ended_reason: 'Permohonan tidak dikabulkan' })
  }
  return { facts: {}, documents: [] }
}

/** What was ordered and has not reached its holder is cancelled. */
export const undoOrder: EffectUndo = async (input) => {
  await cancelIdentityCard(input)
}

async function openCardOf({ tx, caseId }: EffectInput): Promise<CardRow | undefined> {
  const row = await tx
    .selectFrom('population.identity_card')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', 'not in', ['ended', 'cancelled', 'handed-over'])
    .executeTakeFirst()
  return row && lockCard(tx, row.id)
}

async function wantedOf(input: EffectInput) {
  const { tx, context, answers } = input
  const holder = await holderOf(input)
  if (!isOfAge(holder, dayOf(context.now, context.tenant.profile.zone))) {
    throw invalidField(
      'member',
      `${holder.fullName} belum wajib KTP-el: belum cukup umur dan belum pernah kawin.`,
      `${holder.fullName} does not need an identity card yet: neither of age nor ever married.`,
    )
  }
  if (!holder.familyId) {
    throw invalidField('member', 'Urus kartu keluarga dahulu.', 'A family card comes first.')
  }
  const family = await getFamily(tx, holder.familyId)
  return {
    kind: 'ktp-el' as const,
    personId: holder.id,
    caseId: input.caseId,
    caseNumber: input.caseNumber,
    withPhoto: true,
    villageCode: family.villageCode,
    ...deliveryOf(answers, family),
  }
}

/** Where the card goes: to the counter, or to the address on the family card. */
export function deliveryOf(
  answers: EffectInput['answers'],
  family: { readonly address: string; readonly rt: string; readonly rw: string },
): { readonly delivery: 'pick-up' | 'delivery'; readonly deliveryAddress?: string } {
  if (answers['delivery'] !== 'delivery') return { delivery: 'pick-up' }
  return { delivery: 'delivery', deliveryAddress: `${family.address} RT ${family.rt} RW ${family.rw}` }
}

/** The applicant, or a member of his own family card. */
export async function holderOf({ tx, answers, applicantPersonId }: EffectInput): Promise<Person> {
  const applicant = await getPerson(tx, applicantPersonId)
  const holder = answers['who'] === 'member' ? await getPerson(tx, String(answers['member'] ?? '')) : applicant
  if (holder.id !== applicant.id && (!holder.familyId || holder.familyId !== applicant.familyId)) {
    throw invalidField(
      'member',
      'Orang ini tidak pada kartu keluarga pemohon.',
      'This person is not on the applicant’s card.',
    )
  }
  if (holder.status !== 'active' || holder.checkReason) {
    throw invalidField(
      'member',
      `Data ${holder.fullName} sedang diperiksa atau tidak aktif.`,
      `The data of ${holder.fullName} are under check or not active.`,
    )
  }
  return holder
}
