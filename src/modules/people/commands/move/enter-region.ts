import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { type FamilyRelation, parseNik } from '../../domain.ts'
import { findPersonByNik } from '../../queries/persons.ts'
import type { Person } from '../../queries/rows.ts'
import { requireMayHead } from '../card-guards.ts'
import type { EventOrigin, OpenEvent } from '../event/event.ts'
import type { NewFamily, NewPerson, PersonFacts } from '../event/fields.ts'
import { openEvent } from '../event/open-event.ts'
import { headAs, takeOnto } from './movers.ts'

/** Somebody who arrives, as the region he left or his papers describe him. The NIK comes with him. */
export interface Arrival extends Omit<NewPerson, 'nik' | 'familyId' | 'motherId' | 'fatherId' | 'status' | 'diedOn'> {
  readonly nik: string
  readonly motherNik?: string | undefined
  readonly fatherNik?: string | undefined
  readonly spouseNik?: string | undefined
  readonly divorceCertificateNumber?: string | undefined
  readonly divorcedOn?: string | undefined
}

export type ArriveAt =
  | { readonly kind: 'address'; readonly place: Omit<NewFamily, 'status' | 'kkNumber'>; readonly headNik: string }
  | {
      readonly kind: 'card'
      readonly familyId: string
      readonly relations?: Readonly<Record<string, FamilyRelation>> | undefined
    }

export interface EnterRegion extends EventOrigin {
  readonly kind: 'move-in' | 'return-from-abroad'
  /** ISO day. */
  readonly validOn: string
  readonly arrivals: readonly Arrival[]
  readonly to: ArriveAt
  /** Of who lived here before the register knows better than papers that were typed in: only place and status change. */
  readonly knownDataStand?: boolean | undefined
}

export interface EnteredRegion {
  readonly eventId: string
  readonly familyId: string
  readonly familyVersion: number
  /** In the order of the arrivals. */
  readonly personIds: readonly string[]
}

/**
 * People arrive, inside the calling command's transaction. Who lived here before returns under the same row and the
 * same NIK; the others are entered with their NIK and what the region they left says of them.
 * @throws conflict for who is active, dead or a duplicate here; invalid-input at `arrivals` or `head`
 * @basis UU 23/2006 pasal 15 ayat (2), pasal 19; Perpres 96/2018 pasal 26, 28; PP 40/2019
 */
export async function enterRegion(tx: WriteHandle, tenant: Tenant, move: EnterRegion): Promise<EnteredRegion> {
  if (move.arrivals.length === 0) {
    throw invalidField('arrivals', 'Tulis paling sedikit satu orang.', 'Name at least one person.')
  }
  const today = dayOf(move.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, move)
  const family =
    move.to.kind === 'address' ? await event.openFamily(move.to.place) : await event.family(move.to.familyId)
  const people = new Map<string, Person>()
  for (const arrival of move.arrivals) {
    const person = await enterOne(tx, tenant, event, arrival, move.knownDataStand ?? false)
    if ([...people.values()].some((other) => other.id === person.id)) throw twice()
    people.set(nikOf(arrival), person)
  }
  await relate(tx, tenant, event, move.arrivals, people)
  const fresh: Person[] = []
  for (const person of people.values()) fresh.push(await event.person(person.id))
  if (move.to.kind === 'card') {
    await takeOnto(event, family.id, fresh, byPersonId(move.to.relations ?? {}, people))
  } else {
    await settle(event, family.id, fresh, people.get(parseNik(move.to.headNik) ?? ''), today)
  }
  const { eventId, cards } = await event.close()
  return {
    eventId,
    familyId: family.id,
    familyVersion: cards.get(family.id) as number,
    personIds: [...people.values()].map((person) => person.id),
  }
}

async function enterOne(
  tx: WriteHandle,
  tenant: Tenant,
  event: OpenEvent,
  arrival: Arrival,
  knownDataStand: boolean,
): Promise<Person> {
  const nik = nikOf(arrival)
  const found = await findPersonByNik(tenant, tx, nik)
  const { motherNik, fatherNik, spouseNik, divorceCertificateNumber, divorcedOn, ...told } = arrival
  if (!found) {
    const { id } = await event.addPerson({ ...told, nik })
    return event.changePerson(id, { divorceCertificateNumber, divorcedOn })
  }
  const known = await event.person(found.id)
  if (known.status !== 'moved' && known.status !== 'void') throw notElsewhere(known)
  const { nik: _same, relation, districtCode: _district, ...facts } = told
  return event.changePerson(known.id, {
    ...(knownDataStand ? {} : withoutGaps({ ...facts, divorceCertificateNumber, divorcedOn })),
    status: 'active',
    familyRelation: relation,
  })
}

/** Parents and spouses who arrive together, or are known here, are told by their NIK. */
async function relate(
  tx: WriteHandle,
  tenant: Tenant,
  event: OpenEvent,
  arrivals: readonly Arrival[],
  people: ReadonlyMap<string, Person>,
): Promise<void> {
  const find = async (text: string | undefined) => {
    const nik = text ? parseNik(text) : undefined
    return nik ? (people.get(nik)?.id ?? (await findPersonByNik(tenant, tx, nik))?.id) : undefined
  }
  for (const arrival of arrivals) {
    const person = people.get(nikOf(arrival))
    if (!person) continue
    const [motherId, fatherId, spouseId] = [
      await find(arrival.motherNik),
      await find(arrival.fatherNik),
      await find(arrival.spouseNik),
    ]
    await event.changePerson(person.id, withoutGaps({ motherId, fatherId, spouseId }))
  }
}

/** A card of their own: under the head whom the papers name, or another adult when that one stayed behind. */
async function settle(
  event: OpenEvent,
  familyId: string,
  people: readonly Person[],
  head: Person | undefined,
  today: Temporal.PlainDate,
): Promise<void> {
  const chosen = people.find((person) => person.id === head?.id)
  if (!chosen) {
    throw invalidField(
      'head',
      'Kepala keluarga harus salah satu dari orang yang datang.',
      'The head has to be one of the people who arrive.',
    )
  }
  requireMayHead(chosen, today, 'head')
  const others = people.filter((person) => person.id !== chosen.id)
  for (const person of [chosen, ...others]) {
    const stood = person.familyRelation === 'head' && person.id !== chosen.id ? 'relative' : person.familyRelation
    await event.moveMember(person.id, familyId, stood)
  }
  await headAs(event, familyId, chosen.id, chosen.familyRelation)
}

function byPersonId(relations: Readonly<Record<string, FamilyRelation>>, people: ReadonlyMap<string, Person>) {
  const given = Object.entries(relations).map(([nik, relation]) => [
    people.get(parseNik(nik) ?? '')?.id ?? '',
    relation,
  ])
  return Object.fromEntries(given) as Record<string, FamilyRelation>
}

/** What the papers do not say stays as the register has it. */
function withoutGaps(facts: PersonFacts): PersonFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''))
}

function nikOf(arrival: Arrival): string {
  const nik = parseNik(arrival.nik)
  if (!nik) throw invalidField('arrivals', 'NIK terdiri dari 16 angka.', 'A NIK has 16 digits.')
  return nik
}

function twice(): AppError {
  return invalidField('arrivals', 'Satu orang tertulis dua kali.', 'One person is named twice.')
}

function notElsewhere(person: Person): AppError {
  const params = { name: person.fullName }
  if (person.status === 'active') {
    return new AppError('conflict', {
      params,
      text: {
        id: '{name} masih tercatat aktif sebagai penduduk di sini, jadi tidak dapat dicatat datang. Periksa NIK-nya, atau ajukan pindah dalam daerah.',
        en: '{name} is registered as living here, so no arrival can be recorded. Check the NIK, or ask for a move inside the region.',
      },
    })
  }
  return new AppError('conflict', {
    params,
    text: {
      id: '{name} tercatat meninggal atau sebagai data ganda di sini. Selesaikan dahulu data itu sebelum kedatangannya dicatat.',
      en: '{name} is recorded here as deceased or as a duplicate. That has to be settled before an arrival is recorded.',
    },
  })
}
