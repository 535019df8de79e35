import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor, systemOnly } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type CommandContext, command, runCommand } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { getFamily, listFamilyMembers } from '../../queries/families.ts'
import { getPerson } from '../../queries/persons.ts'
import { kkNumberContext, nikContext, openNik } from '../../queries/rows.ts'
import { voidEvent } from '../event/void-event.ts'
import { type Arrival, type EnterRegion, enterRegion } from './enter-region.ts'
import { type LeaveRegion, leaveRegion } from './leave-region.ts'
import { type MoveWithin, moveWithin } from './move-within.ts'

let place: TestTenant
const clock = new FixedClock('2026-11-23T02:00:00Z')
const village = '99.01.02.2003'
const newHome = { address: 'Jalan Anggrek 9', rt: '004', rw: '001', villageCode: '99.01.02.2004' }
const origin = ({ now }: CommandContext) =>
  ({ now, source: { kind: 'desk' }, reason: 'Pindah', territoryCode: village, validOn: '2026-11-20' }) as const

function run<Result>(work: (tx: WriteHandle, context: CommandContext) => Promise<Result>): Promise<Result> {
  const definition = command<unknown, Result>({
    name: 'people.move-in-test',
    event: 'people.moved-in-test.v1',
    access: systemOnly,
    input: { safeParse: () => ({ success: true, data: undefined }) } as never,
    run: async (tx, _, context) => ({ result: await work(tx, context), event: undefined }),
  })
  return runCommand(definition, undefined, { tenant: place.tenant, actor: systemActor('test'), clock })
}
const within = (draft: Pick<MoveWithin, 'memberIds' | 'to'> & Partial<MoveWithin>) =>
  run((tx, context) => moveWithin(tx, context.tenant, { ...origin(context), ...draft }))
const leave = (memberIds: string[], more: Partial<LeaveRegion> = {}) =>
  run((tx, context) => leaveRegion(tx, context.tenant, { ...origin(context), kind: 'move-out', memberIds, ...more }))
const enter = (arrivals: Arrival[], to: EnterRegion['to']) =>
  run((tx, context) => enterRegion(tx, context.tenant, { ...origin(context), kind: 'move-in', arrivals, to }))
const takeBack = (eventId: string) =>
  run((tx, { tenant, now }) => voidEvent(tx, tenant, eventId, { now, source: { kind: 'desk' }, reason: 'Pembatalan' }))
const refusal = (attempt: Promise<unknown>): Promise<AppError> =>
  attempt.then(
    () => Promise.reject(new Error('not refused')),
    (error: AppError) => error,
  )
const db = () => place.tenant.pools.read
const card = async (familyId: string) =>
  (await listFamilyMembers(db(), familyId)).map((member) => `${member.fullName}: ${member.familyRelation}`)

let made = 0
type Member = readonly [name: string, sex: 'male' | 'female', birthOn: string, relation: string, marital?: string]

async function household(...members: Member[]): Promise<{ familyId: string; ids: string[]; niks: string[] }> {
  const { cipher, pools } = place.tenant
  made += 1
  const sealed = (text: string, context: string) => [cipher.seal(text, context), cipher.fingerprint(text, context)]
  const familyId = newId()
  await pools.writePool.query(
    `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
     values ($1, $2, $3, 'Jalan Melati 14', '003', '007', $4, '2021-06-14')`,
    [familyId, ...sealed(`9901021406${String(made).padStart(6, '0')}`, kkNumberContext), village],
  )
  const ids: string[] = []
  const niks: string[] = []
  for (const [name, sex, birthOn, relation, marital = 'single'] of members) {
    const id = newId()
    const nik = `99010201${String(made).padStart(4, '0')}${String(ids.length + 1).padStart(4, '0')}`
    await pools.writePool.query(
      `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
         occupation, marital_status, family_id, family_relation, family_order)
       values ($1, $2, $3, $4, $5, 'Arunika', $6, 'Islam', '-', '-', $7, $8, $9, $10)`,
      [id, ...sealed(nik, nikContext), name, sex, birthOn, marital, familyId, relation, ids.length + 1],
    )
    ids.push(id)
    niks.push(nik)
  }
  await pools.writePool.query('update people.family set head_person_id = $2 where id = $1', [familyId, ids[0]])
  return { familyId, ids, niks }
}

const couple: Member[] = [
  ['Bima', 'male', '1990-01-01', 'head', 'married'],
  ['Sekar', 'female', '1992-01-01', 'wife', 'married'],
  ['Arka', 'male', '2020-01-01', 'child'],
]
let home: Awaited<ReturnType<typeof household>>

beforeAll(async () => {
  place = await testTenant()
  const areas = [
    ['99', null, 'province'],
    ['99.01', '99', 'regency'],
    ['99.01.02', '99.01', 'district'],
  ]
  for (const [code, parent, level] of [
    ...areas,
    [village, '99.01.02', 'village'],
    [newHome.villageCode, '99.01.02', 'village'],
  ]) {
    await place.tenant.pools.writePool.query(
      `insert into territory.area (code, parent_code, level, name, search_name, own) values ($1, $2, $3, $1, $1, true)`,
      [code, parent, level],
    )
  }
})
beforeEach(async () => {
  home = await household(...couple)
})
afterAll(() => place.close())

describe('a move inside the region', () => {
  it('of a whole family keeps its card and number with the new address, in another dwelling', async () => {
    const before = await getFamily(db(), home.familyId)
    const { familyId, eventId } = await within({ memberIds: home.ids, to: { kind: 'address', place: newHome } })
    const after = await getFamily(db(), home.familyId)
    expect(familyId).toBe(home.familyId)
    expect(after).toMatchObject({ ...newHome, status: 'active', version: before.version + 1 })
    expect(after.householdId).not.toBe(before.householdId)
    expect(after.kkNumberSealed).toEqual(before.kkNumberSealed)
    await takeBack(eventId)
    expect(await getFamily(db(), home.familyId)).toMatchObject({ rt: '003', villageCode: village })
  })

  it('of the head with a child opens a card for them and leaves the other under the wife', async () => {
    const [bima, sekar, arka] = home.ids as [string, string, string]
    const moved = await within({ memberIds: [bima, arka], to: { kind: 'address', place: newHome, headId: bima } })
    expect(await card(moved.familyId)).toEqual(['Bima: head', 'Arka: child'])
    expect(await card(home.familyId)).toEqual(['Sekar: head'])
    expect((await getFamily(db(), home.familyId)).headPersonId).toBe(sekar)
    await takeBack(moved.eventId)
    expect(await card(home.familyId)).toEqual(['Bima: head', 'Sekar: wife', 'Arka: child'])
    expect((await getFamily(db(), moved.familyId)).status).toBe('closed')
  })

  it('onto another card takes the whole family there and closes theirs', async () => {
    const host = await household(['Ibu Ratna', 'female', '1960-01-01', 'head', 'widowed'])
    await within({
      memberIds: home.ids,
      to: { kind: 'card', familyId: host.familyId, relations: { [home.ids[0] as string]: 'child' } },
    })
    expect(await card(host.familyId)).toEqual(['Ibu Ratna: head', 'Bima: child', 'Sekar: relative', 'Arka: relative'])
    expect((await getFamily(db(), home.familyId)).status).toBe('closed')
  })

  it('of a child alone needs the guardian’s statement, and an adult to go to', async () => {
    const arka = home.ids[2] as string
    const host = await household(['Nenek', 'female', '1950-01-01', 'head', 'widowed'])
    const alone = within({ memberIds: [arka], to: { kind: 'card', familyId: host.familyId } })
    expect((await refusal(alone)).fields[0]?.path).toBe('guardianStatement')
    const own = within({ memberIds: [arka], guardianConsents: true, to: { kind: 'address', place: newHome } })
    expect((await refusal(own)).fields[0]?.path).toBe('head')
    await within({
      memberIds: [arka],
      guardianConsents: true,
      to: { kind: 'card', familyId: host.familyId, relations: { [arka]: 'grandchild' } },
    })
    expect(await card(host.familyId)).toEqual(['Nenek: head', 'Arka: grandchild'])
  })

  it('never leaves a card to children', async () => {
    const [bima, sekar] = home.ids as [string, string]
    const error = await refusal(within({ memberIds: [bima, sekar], to: { kind: 'address', place: newHome } }))
    expect(error.fields[0]?.path).toBe('members')
  })
})

const told = (nik: string, fullName: string, relation: Arrival['relation'], more: Partial<Arrival> = {}): Arrival => ({
  nik,
  fullName,
  sex: 'male',
  birthPlace: 'Bandung',
  birthOn: '1988-03-02',
  religion: 'Islam',
  education: 'SLTA/Sederajat',
  occupation: 'Wiraswasta',
  maritalStatus: 'single',
  relation,
  ...more,
})

describe('leaving and coming back', () => {
  it('takes a whole family out: people and card are moved, and returns them under the same row and NIK', async () => {
    const gone = await leave(home.ids)
    expect((await getFamily(db(), home.familyId)).status).toBe('moved')
    expect(await card(home.familyId)).toEqual([])
    const [bima] = home.ids as [string]
    expect((await getPerson(db(), bima)).status).toBe('moved')
    const arrivals = home.niks.map((nik, index) =>
      told(nik, ['Bima', 'Sekar', 'Arka'][index] as string, (['head', 'wife', 'child'] as const)[index] ?? 'child', {
        sex: index === 1 ? 'female' : 'male',
        birthOn: index === 2 ? '2020-01-01' : '1990-01-01',
        maritalStatus: index === 2 ? 'single' : 'married',
      }),
    )
    const back = await enter(arrivals, { kind: 'address', place: newHome, headNik: home.niks[0] as string })
    expect(back.personIds).toEqual(home.ids)
    expect(back.familyId).not.toBe(home.familyId)
    expect(await card(back.familyId)).toEqual(['Bima: head', 'Sekar: wife', 'Arka: child'])
    expect(openNik(place.tenant, await getPerson(db(), bima))).toBe(home.niks[0])
    // What rests on it goes first.
    expect((await refusal(takeBack(gone.eventId))).code).toBe('conflict')
    await takeBack(back.eventId)
    expect((await getPerson(db(), bima)).status).toBe('moved')
    await takeBack(gone.eventId)
    expect(await card(home.familyId)).toEqual(['Bima: head', 'Sekar: wife', 'Arka: child'])
    expect(await getFamily(db(), home.familyId)).toMatchObject({ status: 'active', headPersonId: bima })
  })

  it('of the head leaves the others under a new one', async () => {
    const { left } = await leave([home.ids[0] as string])
    expect(left.get(home.familyId)).toBe(2)
    expect((await card(home.familyId))[0]).toBe('Sekar: head')
    expect((await refusal(leave([home.ids[0] as string]))).code).toBe('conflict')
  })

  it('enters strangers with the NIK they have, related to each other', async () => {
    const father = told('9802010203880001', 'Dadang', 'head', { maritalStatus: 'divorced' })
    const child = told('9802014506180002', 'Lilis', 'child', {
      sex: 'female',
      birthOn: '2018-06-05',
      fatherNik: father.nik,
    })
    const { familyId, personIds } = await enter([father, child], {
      kind: 'address',
      place: newHome,
      headNik: father.nik,
    })
    expect(await card(familyId)).toEqual(['Dadang: head', 'Lilis: child'])
    expect(await getPerson(db(), personIds[1] as string)).toMatchObject({ fatherId: personIds[0], status: 'active' })
    const again = enter([father], { kind: 'address', place: newHome, headNik: father.nik })
    expect((await refusal(again)).say('en')).toContain('registered as living here')
  })

  it('that was recorded by mistake is taken back, and may happen after all', async () => {
    const arrival = told('9802010203880099', 'Ujang', 'head')
    const to = { kind: 'address', place: newHome, headNik: arrival.nik } as const
    const first = await enter([arrival], to)
    await takeBack(first.eventId)
    expect((await getPerson(db(), first.personIds[0] as string)).status).toBe('void')
    const second = await enter([arrival], to)
    expect(second.personIds).toEqual(first.personIds)
  })

  it('refuses a child as head, a head who does not come, and one person twice', async () => {
    const child = told('9802014506180055', 'Nining', 'head', { birthOn: '2018-06-05' })
    const one = enter([child], { kind: 'address', place: newHome, headNik: child.nik })
    expect((await refusal(one)).fields[0]?.path).toBe('head')
    const other = enter([told('9802010203880056', 'Ade', 'head')], {
      kind: 'address',
      place: newHome,
      headNik: child.nik,
    })
    expect((await refusal(other)).fields[0]?.path).toBe('head')
    const ade = told('9802010203880056', 'Ade', 'head')
    expect((await refusal(enter([ade, ade], { kind: 'address', place: newHome, headNik: ade.nik }))).code).not.toBe(
      'done',
    )
  })
})
