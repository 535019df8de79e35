import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemActor, systemOnly } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { command, runCommand } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { AppError } from '#kernel/errors.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import type { EventKind } from '../../domain.ts'
import { familyCardSnapshot, getFamily, getFamilyVersion, listFamilyMembers } from '../../queries/families.ts'
import { familyAsOf, listHistoryOf, personAsOf } from '../../queries/history.ts'
import { findPersonByNik, getPerson } from '../../queries/persons.ts'
import { openNik, type Person } from '../../queries/rows.ts'
import type { OpenEvent } from './event.ts'
import { openEvent } from './open-event.ts'
import { voidEvent } from './void-event.ts'

let place: TestTenant
const village = '99.01.02.2003'

/** What a higher module's command does: any work inside its own transaction. */
let work: (tx: WriteHandle, now: Temporal.Instant) => Promise<unknown>
const perform = command({
  name: 'people.perform-in-test',
  event: 'people.performed-in-test.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, { now }) {
    return { result: await work(tx, now), event: undefined }
  },
})

async function during<Result>(at: string, task: (tx: WriteHandle, now: Temporal.Instant) => Promise<Result>) {
  work = task
  return (await runCommand(
    perform,
    {},
    {
      tenant: place.tenant,
      actor: systemActor('test'),
      clock: new FixedClock(at),
    },
  )) as Result
}

function happens<Result>(
  at: string,
  kind: EventKind,
  task: (event: OpenEvent) => Promise<Result>,
  validOn = at.slice(0, 10),
): Promise<Result & { eventId: string }> {
  return during(at, async (tx, now) => {
    const event = await openEvent(tx, place.tenant, {
      kind,
      validOn,
      now,
      source: { kind: 'desk' },
      reason: `${kind} ${at.slice(0, 10)}`,
      territoryCode: village,
    })
    const result = await task(event)
    const { eventId } = await event.close()
    return { ...result, eventId }
  })
}

const undo = (at: string, eventId: string) =>
  during(at, (tx, now) => voidEvent(tx, place.tenant, eventId, { now, source: { kind: 'desk' }, reason: 'Pembatalan' }))
const refusal = (attempt: Promise<unknown>): Promise<AppError> =>
  attempt.then(
    () => Promise.reject(new Error('not refused')),
    (error: AppError) => error,
  )

const facts = (fullName: string, sex: 'male' | 'female', birthOn: string) =>
  ({
    fullName,
    sex,
    birthOn,
    birthPlace: 'Arunika',
    religion: 'Islam',
    education: 'SLTA/Sederajat',
    occupation: 'Wiraswasta',
  }) as const
const home = { address: 'Jalan Kenanga 14', rt: '003', rw: '005', villageCode: village }

/** A couple with a child on a card of their own, entered on 1 March 2020. */
async function family() {
  return happens('2020-03-01T02:00:00Z', 'entry', async (event) => {
    const card = await event.openFamily(home)
    const married = { maritalStatus: 'married', marriageCertificateNumber: card.id.slice(0, 8) } as const
    const join = { familyId: card.id }
    const head = await event.addPerson({
      ...facts('Bima', 'male', '1988-03-12'),
      ...married,
      ...join,
      relation: 'head',
    })
    const wife = await event.addPerson({
      ...facts('Sekar', 'female', '1992-11-07'),
      ...married,
      ...join,
      relation: 'wife',
    })
    const parents = { motherId: wife.id, fatherId: head.id }
    const child = await event.addPerson({
      ...facts('Arka', 'male', '2015-05-08'),
      ...parents,
      ...join,
      relation: 'child',
    })
    return { cardId: card.id, head, wife, child }
  })
}

beforeAll(async () => {
  place = await testTenant()
  for (const [code, parent, level, name] of [
    ['99', null, 'province', 'Nusa Kencana'],
    ['99.01', '99', 'regency', 'Kabupaten Arunika'],
    ['99.01.02', '99.01', 'district', 'Mekarsari'],
    [village, '99.01.02', 'village', 'Sukawening'],
  ]) {
    await place.tenant.pools.writePool.query('insert into territory.area values ($1, $2, $3, $4, lower($4), true)', [
      code,
      parent,
      level,
      name,
    ])
  }
})
afterAll(() => place.close())

const db = () => place.tenant.pools.read
const members = async (cardId: string) =>
  (await listFamilyMembers(db(), cardId)).map((member) => `${member.fullName}: ${member.familyRelation}`)

describe('an event', () => {
  it('that enters a family gives numbers, a head, a dwelling and the first version of a card', async () => {
    const { cardId, head, wife } = await family()
    const card = await familyCardSnapshot(place.tenant, db(), cardId)
    expect(card).toMatchObject({ version: 1, headName: 'Bima' })
    expect(card.kkNumber).toMatch(/^990102010320\d{4}$/)
    expect(openNik(place.tenant, wife)).toMatch(/^990102471192\d{4}$/)
    expect((await getFamily(db(), cardId)).householdId).toBeDefined()
    expect((await findPersonByNik(place.tenant, db(), openNik(place.tenant, head)))?.id).toBe(head.id)
  })

  it('that changes nothing printed makes no version; one that changes nothing leaves no row', async () => {
    const { cardId, child } = await family()
    await happens('2021-01-01T02:00:00Z', 'check', async (event) => {
      await event.changePerson(child.id, { checkReason: 'Tanggal lahir diragukan' })
      await event.changePerson(child.id, { fullName: 'Arka' })
    })
    expect((await getFamily(db(), cardId)).version).toBe(1)
    const history = await listHistoryOf(db(), { personId: child.id })
    expect(history.map((row) => [row.kind, row.after])).toEqual([
      ['entry', {}],
      ['check', { checkReason: 'Tanggal lahir diragukan' }],
    ])
  })

  it('that takes the last people off a card closes it, and renews the card they join once', async () => {
    const [left, joined] = [await family(), await family()]
    const { eventId } = await happens('2022-01-01T02:00:00Z', 'family-join', async (event) => {
      for (const person of [left.head, left.wife, left.child]) {
        await event.moveMember(person.id, joined.cardId, 'relative')
      }
    })
    expect(await getFamily(db(), left.cardId)).toMatchObject({ status: 'closed', closedOn: '2022-01-01' })
    expect((await getFamily(db(), joined.cardId)).version).toBe(2)
    expect(await members(joined.cardId)).toHaveLength(6)
    await undo('2022-01-02T02:00:00Z', eventId)
    expect(await members(left.cardId)).toEqual(['Bima: head', 'Sekar: wife', 'Arka: child'])
    expect(await getFamily(db(), left.cardId)).toMatchObject({ status: 'active', closedOn: undefined })
    expect(await members(joined.cardId)).toHaveLength(3)
  })

  it('that leaves a card without a head gives it the next in line', async () => {
    const { cardId, head } = await family()
    await happens('2022-02-01T02:00:00Z', 'move-out', (event) => event.changePerson(head.id, { status: 'moved' }))
    expect(await members(cardId)).toEqual(['Sekar: head', 'Arka: child'])
    expect((await getFamilyVersion(place.tenant, db(), cardId, 1)).headName).toBe('Bima')
  })

  it('on a closed card, with a NIK that is taken or for who is not on the card is refused', async () => {
    const { cardId, child, head } = await family()
    const nik = openNik(place.tenant, head)
    const entering = happens('2022-03-01T02:00:00Z', 'move-in', (event) =>
      event.addPerson({ ...facts('Kembar', 'male', '1988-03-12'), nik, familyId: cardId, relation: 'relative' }),
    )
    expect((await refusal(entering)).code).toBe('conflict')
    const other = await family()
    const heading = happens('2022-03-01T02:00:00Z', 'head-change', async (event) => {
      await event.setHead(cardId, other.head.id)
    })
    expect((await refusal(heading)).code).toBe('conflict')
    await happens('2022-03-01T02:00:00Z', 'move-out', async (event) => {
      for (const person of await event.members(cardId)) await event.changePerson(person.id, { status: 'moved' })
    })
    const joining = happens('2022-03-02T02:00:00Z', 'family-join', (event) =>
      event.moveMember(other.child.id, cardId, 'relative'),
    )
    expect((await refusal(joining)).code).toBe('conflict')
    expect((await getPerson(db(), child.id)).status).toBe('moved')
  })
})

describe('both times', () => {
  const name = async (person: Person, validOn: string, recorded?: string) => {
    const at = { validOn, recordedAt: recorded ? Temporal.Instant.from(recorded) : undefined }
    return (await personAsOf(db(), person.id, at))?.religion
  }

  it('tell what was true and what was known, and a correction is true from its own day', async () => {
    const { child } = await family()
    await happens('2021-06-01T02:00:00Z', 'data-change', (event) => event.changePerson(child.id, { religion: 'Hindu' }))
    // Entered late: true since 2020, known in 2023; what became true after it still holds.
    await happens('2023-06-01T02:00:00Z', 'correction', (event) =>
      event.changePerson(child.id, { religion: 'Buddha' }, '2020-06-01'),
    )
    expect(await name(child, '2020-04-01')).toBe('Islam')
    expect(await name(child, '2020-12-01', '2022-01-01T00:00:00Z')).toBe('Islam')
    expect(await name(child, '2020-12-01')).toBe('Buddha')
    expect(await name(child, '2022-01-01')).toBe('Hindu')
    expect(await name(child, '2022-01-01', '2019-01-01T00:00:00Z')).toBeUndefined()
  })

  it('forget an event that was taken back, except for who asks what was known before', async () => {
    const { cardId, child } = await family()
    const moved = await happens('2021-06-01T02:00:00Z', 'move-within', (event) =>
      event.changeFamily(cardId, { address: 'Jalan Melati 2' }),
    )
    await undo('2021-08-01T02:00:00Z', moved.eventId)
    expect((await getFamily(db(), cardId)).address).toBe('Jalan Kenanga 14')
    const then = { validOn: '2021-07-01', recordedAt: Temporal.Instant.from('2021-07-01T00:00:00Z') }
    expect((await familyAsOf(db(), cardId, then))?.address).toBe('Jalan Melati 2')
    expect((await familyAsOf(db(), cardId, { validOn: '2021-07-01' }))?.address).toBe('Jalan Kenanga 14')
    expect((await familyCardSnapshot(place.tenant, db(), cardId)).version).toBe(3)
    expect(await name(child, '2021-07-01')).toBe('Islam')
  })
})

describe('taking back', () => {
  it('is refused when a later event rests on it, and names that event', async () => {
    const { child } = await family()
    const change = (at: string, fullName: string) =>
      happens(at, 'name-change', (event) => event.changePerson(child.id, { fullName }))
    const first = await change('2021-01-01T02:00:00Z', 'Arka Satu')
    const second = await change('2022-01-01T02:00:00Z', 'Arka Dua')
    const refused = await refusal(undo('2022-02-01T02:00:00Z', first.eventId))
    expect([refused.code, refused.params['later']]).toEqual(['conflict', 'name-change 2022-01-01'])
    await undo('2022-02-01T02:00:00Z', second.eventId)
    expect((await getPerson(db(), child.id)).fullName).toBe('Arka Satu')
    await undo('2022-02-02T02:00:00Z', first.eventId)
    expect((await getPerson(db(), child.id)).fullName).toBe('Arka')
    expect((await refusal(undo('2022-02-03T02:00:00Z', first.eventId))).code).toBe('conflict')
  })

  it('of a birth makes the child void and takes him off the card; his NIK is never given again', async () => {
    const { cardId, wife, head } = await family()
    const newborn = await happens('2021-01-10T02:00:00Z', 'birth', (event) =>
      event.addPerson({
        ...facts('Nadi', 'female', '2021-01-05'),
        familyId: cardId,
        relation: 'child',
        motherId: wife.id,
        fatherId: head.id,
      }),
    )
    const nik = openNik(place.tenant, newborn)
    await undo('2021-02-01T02:00:00Z', newborn.eventId)
    expect(await members(cardId)).toEqual(['Bima: head', 'Sekar: wife', 'Arka: child'])
    expect(await getPerson(db(), newborn.id)).toMatchObject({ status: 'void', familyId: undefined })
    const next = await happens('2021-02-02T02:00:00Z', 'birth', (event) =>
      event.addPerson({ ...facts('Lain', 'female', '2021-01-05'), familyId: cardId, relation: 'child' }),
    )
    expect(openNik(place.tenant, next)).not.toBe(nik)
  })
})
