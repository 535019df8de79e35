import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { noteDuplicatesOf } from '../../duplicates/record-duplicates.ts'
import { getFamily, listFamilyMembers } from '../../queries/families.ts'
import { getPerson } from '../../queries/persons.ts'
import type { Family, Person } from '../../queries/rows.ts'
import { keepCurrentVersion } from '../family-card-versions.ts'
import { closeCards } from './close-cards.ts'
import { enterFamily, enterPerson } from './enter.ts'
import type { EventDraft, OpenEvent } from './event.ts'
import {
  columnValues,
  differences,
  type FamilyFacts,
  familyColumns,
  isPrinted,
  type PersonFacts,
  personColumns,
  type StoredFacts,
} from './fields.ts'
import { placesUnderHead } from './places.ts'

/**
 * Begins an event of the population register: the only way in which people and families change.
 * Cards are renewed by `close`, which must be awaited before the command ends.
 */
export async function openEvent(tx: WriteHandle, tenant: Tenant, draft: EventDraft): Promise<OpenEvent> {
  const today = dayOf(draft.now, tenant.profile.zone)
  const eventId = newId<'event'>(draft.now.epochMilliseconds)
  await tx.insertInto('people.event').values(eventRow(eventId, draft)).execute()
  const people = new Map<string, Person>()
  const families = new Map<string, Family>()
  const touched = new Set<string>()
  const changes: Change[] = []

  const person = async (id: string): Promise<Person> => {
    const known = people.get(id)
    if (known) return known
    await tx.selectFrom('people.person').select('id').where('id', '=', id).forUpdate().execute()
    return keep(people, await getPerson(tx, id))
  }
  const family = async (id: string): Promise<Family> => {
    const known = families.get(id)
    if (known) return known
    // The lock makes two events on one card take turns, each with a version of its own.
    await tx.selectFrom('people.family').select('id').where('id', '=', id).forUpdate().execute()
    const found = await getFamily(tx, id)
    if (found.status === 'closed' && !draft.voidsEventId) throw cardClosed()
    await keepCurrentVersion(tx, tenant, found)
    return keep(families, found)
  }
  const members = async (familyId: string): Promise<readonly Person[]> => {
    const rows = await listFamilyMembers(tx, familyId)
    return rows.map((row) => people.get(row.id) ?? row)
  }
  const changePerson = async (id: string, facts: PersonFacts, validOn = draft.validOn): Promise<Person> => {
    const present = await person(id)
    const { before, after } = differences(present, facts)
    if (Object.keys(after).length === 0) return present
    if (Object.keys(after).some(isPrinted)) {
      for (const card of new Set([present.familyId, 'familyId' in facts ? facts.familyId : undefined])) {
        if (card) touched.add((await family(card)).id)
      }
    }
    await tx
      .updateTable('people.person')
      .set({ ...columnValues(personColumns, after), updated_at: draft.now.toString() })
      .where('id', '=', id)
      .execute()
    note(changes, { personId: id, validOn, before, after })
    return keep(people, { ...present, ...facts } as Person)
  }
  const changeFamily = async (id: string, facts: FamilyFacts, validOn = draft.validOn): Promise<Family> => {
    const present = await family(id)
    const { before, after } = differences(present, facts)
    if (Object.keys(after).length === 0) return present
    touched.add(id)
    await tx
      .updateTable('people.family')
      .set({ ...columnValues(familyColumns, after), updated_at: draft.now.toString() })
      .where('id', '=', id)
      .execute()
    note(changes, { familyId: id, validOn, before, after })
    return keep(families, { ...present, ...facts } as Family)
  }
  const moveMember: OpenEvent['moveMember'] = async (personId, familyId, relation) => {
    if (!familyId) return changePerson(personId, { familyId, familyRelation: relation, familyOrder: 1 })
    await family(familyId)
    const last = Math.max(0, ...(await members(familyId)).map((member) => member.familyOrder))
    return changePerson(personId, { familyId, familyRelation: relation, familyOrder: last + 1 })
  }
  const setHead: OpenEvent['setHead'] = async (familyId, personId) => {
    const present = await members(familyId)
    const places = placesUnderHead(present, personId)
    if (!places) throw new AppError('conflict')
    for (const place of places) {
      await changePerson(place.id, { familyRelation: place.relation, familyOrder: place.order })
    }
    await changeFamily(familyId, { headPersonId: personId })
  }
  const entered = new Map<string, number>()
  const entering = {
    ...draft,
    nth(alike: string) {
      const before = entered.get(alike) ?? 0
      entered.set(alike, before + 1)
      return before
    },
  }
  const event: OpenEvent = {
    eventId,
    person,
    family,
    members,
    changePerson,
    changeFamily,
    moveMember,
    setHead,
    async addPerson(newcomer) {
      const card = newcomer.familyId ? await family(newcomer.familyId) : undefined
      const order = card ? Math.max(0, ...(await members(card.id)).map((member) => member.familyOrder)) + 1 : 1
      if (card) touched.add(card.id)
      const row = await enterPerson(tx, tenant, newcomer, card, order, entering)
      note(changes, { personId: row.id, validOn: draft.validOn, before: {}, after: {}, entered: true })
      await noteDuplicatesOf(tx, tenant, row, { now: draft.now, territoryCode: draft.territoryCode })
      return keep(people, row)
    },
    async openFamily(opened) {
      const row = await enterFamily(tx, tenant, opened, today, entering)
      note(changes, { familyId: row.id, validOn: draft.validOn, before: {}, after: {}, entered: true })
      touched.add(row.id)
      return keep(families, row)
    },
    async renew(id) {
      const row = await family(id)
      touched.add(id)
      note(changes, { familyId: id, validOn: draft.validOn, before: {}, after: {} })
      return row
    },
    async close() {
      const cards = await closeCards(tx, tenant, event, [...touched], today, draft)
      if (changes.length > 0) await tx.insertInto('people.change').values(changeRows(eventId, changes)).execute()
      return { eventId, cards }
    },
  }
  return event
}

interface Change {
  readonly personId?: string
  readonly familyId?: string
  readonly validOn: string
  readonly entered?: boolean
  before: StoredFacts
  after: StoredFacts
}

/** Several changes of one subject on one day are one row, from its first state to its last. */
function note(changes: Change[], change: Change): void {
  const same = changes.find(
    (row) => row.personId === change.personId && row.familyId === change.familyId && row.validOn === change.validOn,
  )
  if (!same) {
    changes.push(change)
    return
  }
  // Who was entered by this very event has no state before.
  if (same.entered) return
  same.before = { ...change.before, ...same.before }
  same.after = { ...same.after, ...change.after }
}

function changeRows(eventId: string, changes: readonly Change[]) {
  return changes.map((change, index) => ({
    event_id: eventId,
    ordinal: index + 1,
    person_id: change.personId ?? null,
    family_id: change.familyId ?? null,
    valid_on: change.validOn,
    entered: change.entered ?? false,
    before: JSON.stringify(change.before),
    after: JSON.stringify(change.after),
  }))
}

function eventRow(id: string, draft: EventDraft) {
  return {
    id,
    kind: draft.kind,
    valid_on: draft.validOn,
    recorded_at: draft.now.toString(),
    source_kind: draft.source.kind,
    source_id: draft.source.id ?? null,
    register_number: draft.registerNumber ?? null,
    reason: draft.reason,
    territory_code: draft.territoryCode,
    voids_event_id: draft.voidsEventId ?? null,
  }
}

function keep<Row extends { readonly id: string }>(rows: Map<string, Row>, row: Row): Row {
  rows.set(row.id, row)
  return row
}

function cardClosed(): AppError {
  return new AppError('conflict', {
    text: {
      id: 'Kartu keluarga ini sudah ditutup. Periksa kartu keluarga yang berlaku sekarang.',
      en: 'This family card is closed. Look at the card that holds now.',
    },
  })
}
