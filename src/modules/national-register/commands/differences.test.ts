import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { getPerson } from '#modules/people/index.ts'
import type { NationalRegister } from '../port/national-register.ts'
import { findDifference } from '../queries/differences.ts'
import { simulatedRegister } from '../testing/simulated.ts'
import { village, World } from '../testing/world.ts'
import {
  closeDifference,
  confirmCorrection,
  proposeCorrection,
  rejectCorrection,
  resumeDifferences,
  sendAgain,
  waitForDifference,
} from './differences.ts'

let place: TestTenant
let world: World
let people: string[]
let national: Awaited<ReturnType<typeof simulatedRegister>>
let register: NationalRegister
let index = 0

const officer = (name: string, territory = ''): Actor => ({
  kind: 'staff',
  accountId: newId(),
  personId: newId(),
  name,
  grants: ['national-register.read', 'national-register.settle', 'national-register.verify'].map((permission) => ({
    permission,
    unitPath: 'disdukcapil',
    territory,
  })),
  elevatedUntil: Date.parse('2030-01-01'),
})
const ratih = officer('Ratih')
const laras = officer('Laras')
const everywhere = [{ permission: 'national-register.read', unitPath: '', territory: '' }]

beforeAll(async () => {
  place = await testTenant()
  world = new World(place.tenant, new FixedClock('2026-11-02T01:00:00Z'))
  await world.prepare()
  people = await world.settle(8, 1)
  national = await simulatedRegister([], () => world.clock.now(), world.find)
  register = national.client()
})
afterAll(async () => {
  await national.service.close()
  await place.close()
})

/** An event of somebody of whom they have another name, refused there, and the difference that it made. */
async function refused(name = 'Warga Lain Nama') {
  const personId = people[index] as string
  index += 1
  const nik = await world.nikOf(personId)
  const known = await world.find(nik)
  national.register.put({ ...known, nik, fullName: name.toUpperCase(), birthPlace: 'KOTA LAIN' })
  const { eventId } = await world.happens('data-change', (event) => event.changePerson(personId, { bloodType: 'B' }))
  const behind = await world.happens('data-change', (event) => event.changePerson(personId, { bloodType: 'AB' }))
  await world.exchange(register)
  const row = await place.tenant.pools.write
    .selectFrom('national_register.difference')
    .select('id')
    .where('message_id', '=', eventId)
    .executeTakeFirstOrThrow()
  return { differenceId: row.id, personId, nik, eventId, behind: behind.eventId }
}

const look = (id: string) => findDifference(place.tenant, place.tenant.pools.write, everywhere, id)
const tellsOf = (nik: string) =>
  national.register.accepted.filter((event) => event.changes.some((change) => change.nik === nik))
const note = 'Sesuai akta kelahiran yang kami lihat'

beforeEach(() => world.clock.advance({ hours: 1 }))

describe('a difference on the desk', () => {
  it('shows both sides, sealed where they are stored, and marks what differs', async () => {
    const { differenceId } = await refused()
    const found = await look(differenceId)
    expect(found?.sides.find(({ field }) => field === 'fullName')?.theirs).toBe('WARGA LAIN NAMA')
    expect(found).toMatchObject({ kind: 'name-differs', state: 'open', words: 'Nama tidak sesuai dengan data pusat' })
    const raw = await place.tenant.pools.write
      .selectFrom('national_register.difference')
      .select('sides_sealed')
      .where('id', '=', differenceId)
      .executeTakeFirstOrThrow()
    expect(raw.sides_sealed.toString('latin1')).not.toContain('LAIN')
  })

  it('ours is right: sent again with the note, accepted, and what waited behind it follows', async () => {
    const { differenceId, nik, eventId, behind } = await refused()
    await world.run(sendAgain, { differenceId, note }, ratih)
    await world.exchange(register)
    expect(tellsOf(nik).map((event) => [event.eventId, event.note])).toEqual([
      [eventId, note],
      [behind, undefined],
    ])
    expect(await look(differenceId)).toMatchObject({ state: 'ours-accepted' })
    expect((await look(differenceId))?.steps.map(({ verb, by }) => [verb, by])).toEqual([
      ['open', 'Balai'],
      ['send-again', 'Ratih'],
      ['accept', 'Balai'],
    ])
  })

  it('theirs is right: nothing changes until another officer confirms, then the register and the telling do', async () => {
    const { differenceId, personId, nik, eventId, behind } = await refused('Warga Menurut Pusat')
    await world.run(proposeCorrection, { differenceId, fields: ['fullName', 'birthPlace'], note }, ratih)
    expect((await getPerson(place.tenant.pools.write, personId)).fullName).toMatch(/^Warga [A-J]/)
    await expect(world.run(confirmCorrection, { differenceId }, ratih)).rejects.toMatchObject({ code: 'forbidden' })
    await world.run(confirmCorrection, { differenceId }, laras)
    expect(await getPerson(place.tenant.pools.write, personId)).toMatchObject({
      fullName: 'Warga Menurut Pusat',
      birthPlace: 'Kota Lain',
    })
    await world.exchange(register)
    expect(tellsOf(nik).map((event) => event.eventId)).toEqual([eventId, behind])
    expect(await look(differenceId)).toMatchObject({ state: 'corrected', correctionEventId: expect.any(String) })
    // The correction came from there: it is not told back.
    const correction = await look(differenceId)
    expect(tellsOf(nik).some((event) => event.eventId === correction?.correctionEventId)).toBe(false)
  })

  it('a proposal without a field, of a field that they do not name, or of a number is refused at its field', async () => {
    const { differenceId } = await refused()
    for (const fields of [[], ['fatherName']]) {
      await expect(world.run(proposeCorrection, { differenceId, fields, note }, ratih)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ path: 'fields' }],
      })
    }
    await expect(world.run(proposeCorrection, { differenceId, fields: ['nik'], note }, ratih)).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await world.run(proposeCorrection, { differenceId, fields: ['fullName'], note }, ratih)
    await world.run(rejectCorrection, { differenceId, note: 'Nama di akta lain lagi' }, laras)
    expect(await look(differenceId)).toMatchObject({ state: 'open', proposedBy: undefined, chosen: [] })
  })

  it('waits until a day and comes back by itself', async () => {
    const { differenceId } = await refused()
    await expect(
      world.run(waitForDifference, { differenceId, until: '2026-11-02', note: '' }, ratih),
    ).rejects.toMatchObject({ fields: [{ path: 'until' }] })
    await world.run(waitForDifference, { differenceId, until: '2026-11-05', note: '' }, ratih)
    expect(await world.run(resumeDifferences, {})).toBe(0)
    world.clock.set('2026-11-05T01:00:00Z')
    expect(await world.run(resumeDifferences, {})).toBe(1)
    expect(await look(differenceId)).toMatchObject({ state: 'open', until: undefined })
  })

  it('closed without action lets go what waited behind it; a reason is asked for, and it is the end', async () => {
    const { differenceId, nik, eventId, behind } = await refused()
    await expect(world.run(closeDifference, { differenceId, note: 'ya' }, ratih)).rejects.toMatchObject({
      fields: [{ path: 'note' }],
    })
    national.register.put({ nik, ...(await world.find(nik)) })
    await world.run(closeDifference, { differenceId, note: 'Pusat sudah membetulkan sendiri' }, ratih)
    await world.exchange(register)
    expect(tellsOf(nik).map((event) => event.eventId)).toEqual([behind])
    expect(eventId).not.toBe(behind)
    await expect(world.run(sendAgain, { differenceId, note }, ratih)).rejects.toMatchObject({ code: 'wrong-state' })
  })

  it('is nobody else’s business than those of its place', async () => {
    const { differenceId } = await refused()
    const elsewhere = officer('Tamu', '99.01.07')
    await expect(world.run(closeDifference, { differenceId, note }, elsewhere)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const grants = elsewhere.grants.filter(({ permission }) => permission === 'national-register.read')
    expect(await findDifference(place.tenant, place.tenant.pools.write, grants, differenceId)).toBeUndefined()
    expect(village.startsWith('99.01.02')).toBe(true)
  })
})
