import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { isAdult, nextHead } from '../family-head.ts'
import { listSpouses } from '../queries/persons.ts'
import type { Person } from '../queries/rows.ts'
import type { EventOrigin } from './event/event.ts'
import { openEvent } from './event/open-event.ts'
import { kinOf } from './event/places.ts'
import { otherMarriage } from './other-marriage.ts'

export interface NewDeath extends EventOrigin {
  readonly personId: string
  /** ISO day. */
  readonly diedOn: string
  /** Who heads the family from now on, when the head died and the family named somebody. */
  readonly newHeadId?: string | undefined
}

export interface RegisteredDeath {
  /** By which it can be taken back: see `voidEvent`. */
  readonly eventId: string
  readonly familyId: string | undefined
  /** Undefined when nobody is left on the card, which is then closed. */
  readonly familyVersion: number | undefined
  readonly newHeadId: string | undefined
  /** True when only children are left: they belong on the card of a guardian. */
  readonly onlyMinors: boolean
  readonly widowedPersonId: string | undefined
}

/**
 * Records a death inside the calling command's transaction: the person stays in the register as dead, the spouse is
 * widowed, the family card is renewed without the dead person and, when he was its head, under a new one.
 * @throws not-found; conflict when the death is already recorded; invalid-input at `diedOn` or `newHead`
 * @basis UU 23/2006 pasal 44 jo. UU 24/2013; Perpres 96/2018 pasal 12
 */
export async function registerDeath(tx: WriteHandle, tenant: Tenant, death: NewDeath): Promise<RegisteredDeath> {
  const today = dayOf(death.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, { ...death, kind: 'death', validOn: death.diedOn })
  const person = await event.person(death.personId)
  refuseImpossible(person, death, today)
  const spouses = await listSpouses(tx, person)
  // As they stood before the death: whom the head leaves behind was married to him.
  const onCard = person.familyId ? await event.members(person.familyId) : []
  const left = onCard.filter((member) => member.id !== person.id)
  const headId = person.familyId ? (await event.family(person.familyId)).headPersonId : undefined
  const wasHead = headId === person.id || person.familyRelation === 'head'
  const head =
    wasHead && left.length > 0
      ? (chosenHead(left, death.newHeadId, today) ?? nextHead(left.map(kinOf), today))
      : undefined
  await event.changePerson(person.id, { status: 'dead', diedOn: death.diedOn })
  if (head && person.familyId) await event.setHead(person.familyId, head.id)
  for (const spouse of spouses) {
    await event.changePerson(spouse.id, (await otherMarriage(tx, spouse, [person])) ?? { maritalStatus: 'widowed' })
  }
  const { eventId, cards } = await event.close()
  const familyVersion = person.familyId ? cards.get(person.familyId) : undefined
  return {
    eventId,
    familyId: person.familyId,
    familyVersion,
    newHeadId: head?.id,
    onlyMinors: left.length > 0 && left.every((member) => !isAdult(kinOf(member), today)),
    widowedPersonId: spouses[0]?.id,
  }
}

function refuseImpossible(person: Person, death: NewDeath, today: Temporal.PlainDate): void {
  if (person.diedOn) {
    throw new AppError('conflict', {
      text: {
        id: 'Orang ini sudah tercatat meninggal. Kematian hanya dicatat satu kali.',
        en: 'This person is already recorded as deceased. A death is recorded once.',
      },
    })
  }
  const say = (id: string, en: string) =>
    new AppError('invalid-input', { fields: [{ path: 'diedOn', message: { id, en } }] })
  if (death.diedOn < person.birthOn) {
    throw say('Tanggal meninggal mendahului tanggal lahirnya.', 'The date of death comes before the date of birth.')
  }
  if (death.diedOn > today.toString()) {
    throw say('Tanggal meninggal belum tiba.', 'The date of death is still to come.')
  }
}

function chosenHead(left: readonly Person[], id: string | undefined, today: Temporal.PlainDate): Person | undefined {
  if (!id) return undefined
  const chosen = left.find((member) => member.id === id)
  const mayHead = chosen && (isAdult(kinOf(chosen), today) || !left.some((member) => isAdult(kinOf(member), today)))
  if (mayHead) return chosen
  throw new AppError('invalid-input', {
    fields: [
      {
        path: 'newHead',
        message: {
          id: 'Kepala keluarga yang baru harus anggota kartu keluarga ini yang sudah dewasa.',
          en: 'The new head must be an adult on this family card.',
        },
      },
    ],
  })
}

/** Corrects the day of a recorded death. @throws invalid-input at `correctDiedOn` */
export async function correctDeathDay(
  tx: WriteHandle,
  tenant: Tenant,
  correction: EventOrigin & { readonly personId: string; readonly diedOn: string },
): Promise<void> {
  const { diedOn } = correction
  const event = await openEvent(tx, tenant, { ...correction, kind: 'correction', validOn: diedOn })
  const person = await event.person(correction.personId)
  if (!person.diedOn || diedOn < person.birthOn) {
    const message = {
      id: 'Tanggal meninggal mendahului tanggal lahirnya.',
      en: 'The date of death comes before the date of birth.',
    }
    throw new AppError('invalid-input', { fields: [{ path: 'correctDiedOn', message }] })
  }
  await event.changePerson(person.id, { diedOn })
  await event.close()
}
