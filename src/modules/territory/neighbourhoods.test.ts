import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import type { AppError } from '#kernel/errors.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { closeNeighbourhood, openNeighbourhoods, reopenNeighbourhood } from './commands/neighbourhoods.ts'
import { readNumbers, threeDigits } from './neighbourhood.ts'
import {
  findNeighbourhood,
  listNeighbourhoodHistory,
  listNeighbourhoods,
  listNeighbourhoodsOf,
  requireOpenNeighbourhood,
} from './queries/neighbourhoods.ts'

let place: TestTenant
const clock = new FixedClock('2026-11-23T02:00:00Z')
const village = '99.01.01.2001'
const other = '99.01.02.2001'
const officer = (territory: string): Actor => ({
  kind: 'staff',
  accountId: '018f0000-0000-7000-8000-000000000001',
  name: 'Yusuf',
  grants: [
    { permission: 'territory.edit-neighbourhoods', unitPath: '', territory },
    { permission: 'territory.read-neighbourhoods', unitPath: '', territory },
  ],
})
const run = <I, R>(act: Command<I, R>, input: unknown, actor = officer('99.01')) =>
  runCommand(act, input, { tenant: place.tenant, actor, clock })
const refused = (attempt: Promise<unknown>): Promise<AppError> =>
  attempt.then(
    () => expect.fail('it was done'),
    (error: AppError) => error,
  )
const db = () => place.tenant.pools.read
const opening = { villageCode: village, rw: '3', rt: '001-012', openedOn: '2020-01-01', note: 'SK Kepala Desa 3/2020' }

beforeAll(async () => {
  place = await testTenant()
  const area = (code: string, parent: string | null, level: string) =>
    place.tenant.pools.writePool.query(
      `insert into territory.area (code, parent_code, level, name, search_name, own) values ($1, $2, $3, $1, $1, true)`,
      [code, parent, level],
    )
  await area('99', null, 'province')
  await area('99.01', '99', 'regency')
  for (const district of ['99.01.01', '99.01.02']) {
    await area(district, '99.01', 'district')
    await area(`${district}.2001`, district, 'village')
  }
})
afterAll(() => place.close())

describe('numbers', () => {
  it('are read as people write them', () => {
    expect(readNumbers('001-003, 7; RT 9')).toEqual(['001', '002', '003', '007', '009'])
    expect(readNumbers('3 s.d. 5, 4')).toEqual(['003', '004', '005'])
    expect(threeDigits('RW 05')).toBe('005')
  })

  it('that are none, backwards, zero or too many are refused', () => {
    for (const text of ['', 'a', '5-3', '1-2-3', '0', '000-002', '1-999', '1234']) {
      expect(readNumbers(text), text).toBeUndefined()
    }
  })
})

describe('the register of neighbourhoods', () => {
  it('accepts every number as long as a village has no list', async () => {
    expect(await findNeighbourhood(db(), { villageCode: village, rw: '1', rt: '99' })).toEqual({ kind: 'unlisted' })
  })

  it('opens a row of them at once, and none when one stands already', async () => {
    expect(await run(openNeighbourhoods, opening)).toMatchObject({ opened: 12 })
    const again = await refused(run(openNeighbourhoods, { ...opening, rt: '012-014' }))
    expect(again.fields[0]).toMatchObject({ path: 'rt', message: { id: expect.stringContaining('RT 012') } })
    expect(await listNeighbourhoodsOf(db(), village)).toHaveLength(12)
    expect(await findNeighbourhood(db(), { villageCode: village, rw: '3', rt: '12' })).toEqual({ kind: 'open' })
    expect(await findNeighbourhood(db(), { villageCode: village, rw: '3', rt: '13' })).toEqual({ kind: 'unknown' })
  })

  it('is not changed outside an officer’s territory', async () => {
    const elsewhere = run(openNeighbourhoods, { ...opening, villageCode: other }, officer('99.01.01'))
    expect((await refused(elsewhere)).code).toBe('forbidden')
  })

  it('refuses an address in a closed one with reason and successor, until it is opened again', async () => {
    const [first, second] = await listNeighbourhoodsOf(db(), village)
    const closing = { neighbourhoodId: first?.id, closedOn: '2026-11-01', successorId: second?.id }
    expect((await refused(run(closeNeighbourhood, { ...closing, reason: 'banjir' }))).fields[0]?.path).toBe('reason')
    expect(
      (await refused(run(closeNeighbourhood, { ...closing, reason: 'x'.repeat(12), successorId: first?.id }))).fields[0]
        ?.path,
    ).toBe('successorId')
    await run(closeNeighbourhood, { ...closing, reason: 'tanah bergerak sejak Oktober' })
    const at = { villageCode: village, rw: '003', rt: '001' }
    const error = await refused(requireOpenNeighbourhood(db(), at, 'newRt'))
    expect(error.fields[0]).toMatchObject({
      path: 'newRt',
      message: { id: expect.stringMatching(/tanah bergerak.*RT 002 RW 003/) },
    })
    expect((await refused(run(closeNeighbourhood, { ...closing, reason: 'sekali lagi ditutup' }))).code).toBe(
      'wrong-state',
    )
    await run(reopenNeighbourhood, { neighbourhoodId: first?.id, reason: 'tanah sudah dinyatakan aman' })
    await requireOpenNeighbourhood(db(), at, 'newRt')
    const acts = await listNeighbourhoodHistory(db(), first?.id ?? '')
    expect(acts.map((act) => act.what)).toEqual(['reopened', 'closed', 'opened'])
  })

  it('one that was opened anew under its number keeps the old one from being opened again', async () => {
    const [, , third] = await listNeighbourhoodsOf(db(), village)
    await run(closeNeighbourhood, {
      neighbourhoodId: third?.id,
      closedOn: '2026-11-02',
      reason: 'digabung sementara',
      successorId: '',
    })
    await run(openNeighbourhoods, { ...opening, rt: '3' })
    const reopened = run(reopenNeighbourhood, { neighbourhoodId: third?.id, reason: 'ternyata masih perlu' })
    expect((await refused(reopened)).code).toBe('conflict')
    expect(await findNeighbourhood(db(), { villageCode: village, rw: '003', rt: '003' })).toEqual({ kind: 'open' })
  })

  it('is listed page by page, by area, number and state', async () => {
    const everywhere = { territories: ['99.01'] }
    const first = await listNeighbourhoods(db(), everywhere, undefined, 5)
    const second = await listNeighbourhoods(db(), everywhere, first.next, 50)
    expect([first.rows.length, second.rows.length]).toEqual([5, 8])
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(13)
    expect((await listNeighbourhoods(db(), { ...everywhere, text: '3/3', state: 'closed' })).rows).toHaveLength(1)
    expect((await listNeighbourhoods(db(), { territories: ['99.02'] })).rows).toEqual([])
    expect((await listNeighbourhoods(db(), { territories: [] })).rows).toEqual([])
  })
})
