import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { administrator } from '#modules/organization/testing.ts'
import { seedShippedRules } from '#modules/rules/testing.ts'
import { countRegister } from './commands/count-register.ts'
import { demography } from './module.ts'
import { demographyPaths } from './paths.ts'
import { countArea, listCensuses, listFlows, monthlyReport } from './queries/figures.ts'

let place: TestTenant
let server: TestServer
const clock = new FixedClock('2026-11-23T02:00:00Z')
const villages = ['99.01.02.2003', '99.01.02.2004', '99.01.03.2001'] as const
const query = (text: string, values: unknown[] = []) => place.tenant.pools.writePool.query(text, values)
const db = () => place.tenant.pools.read
let people = 0

async function enter(
  village: string,
  sex: string,
  birthOn: string,
  count: number,
  certified = false,
): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    people += 1
    const [id, family] = [newId(), newId()]
    const print = Buffer.from(String(people))
    await query(
      `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
       values ($1, $2, $2, 'Jalan', '001', '001', $3, '2020-01-01')`,
      [family, print, village],
    )
    await query(
      `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
         occupation, marital_status, family_id, family_relation, birth_certificate_number)
       values ($1, $2, $2, 'Orang', $3, 'Arunika', $4, '', '', '', 'single', $5, 'head', $6)`,
      [id, print, sex, birthOn, family, certified ? `A-${people}` : null],
    )
    ids.push(id)
  }
  return ids
}

async function happen(
  kind: string,
  personId: string,
  validOn: string,
  recorded: string,
  after: object,
  entered = false,
) {
  const id = newId()
  await query(
    `insert into people.event (id, kind, valid_on, recorded_at, source_kind, reason, territory_code)
     values ($1, $2, $3, $4, 'desk', $2, $5)`,
    [id, kind, validOn, recorded, villages[0]],
  )
  await query(
    `insert into people.change (event_id, ordinal, person_id, valid_on, entered, before, after)
     values ($1, 1, $2, $3, $4, '{}', $5)`,
    [id, personId, validOn, entered, JSON.stringify(after)],
  )
  return id
}

const count = () => runCommand(countRegister, {}, { tenant: place.tenant, actor: systemActor('test'), clock })

beforeAll(async () => {
  place = await testTenant()
  server = await testServer({ ...place, modules: [demography], clock })
  await seedShippedRules(place.ownerUrl)
  await query(`insert into territory.area values ('99', null, 'province', 'Nusa Kencana', 'n', true),
    ('99.01', '99', 'regency', 'Arunika', 'a', true), ('99.01.02', '99.01', 'district', 'Mekarsari', 'm', true),
    ('99.01.03', '99.01', 'district', 'Cempaka', 'c', true), ('99.01.02.2003', '99.01.02', 'village', 'Sukawening', 's', true),
    ('99.01.02.2004', '99.01.02', 'village', 'Sukamaju', 's', true), ('99.01.03.2001', '99.01.03', 'village', 'Cibiru', 'c', true)`)
  await enter(villages[0], 'male', '2020-01-01', 8, true)
  await enter(villages[0], 'female', '1990-01-01', 7)
  await enter(villages[1], 'female', '1950-01-01', 2)
  await enter(villages[2], 'male', '1921-11-24', 6)
})
afterAll(async () => {
  await server.close()
  await place.close()
})

describe('a count', () => {
  it('tells people by village, age and sex, and takes the place of an earlier one of that day', async () => {
    expect(await count()).toEqual({ people: 23, families: 23 })
    await count()
    const whole = await countArea(db(), '2026-11-23', '')
    expect([whole.male, whole.female, whole.families]).toEqual([14, 9, 23])
    expect(whole.children).toEqual({ all: 8, certified: 8 })
    expect(whole.cells.find((cell) => cell.ageFrom === 5)).toEqual({ ageFrom: 5, male: 8, female: 0 })
    expect(whole.cells.find((cell) => cell.ageFrom === 75)).toEqual({ ageFrom: 75, male: 6, female: 2 })
    const village = await countArea(db(), '2026-11-23', villages[1])
    expect([village.male, village.female]).toEqual([0, 2])
  })

  it('counts newborns, the dead and movers, not who stands on their cards, and forgets what was taken back', async () => {
    const [child, parent, widow] = await enter(villages[0], 'female', '2026-10-01', 3)
    await happen('birth', child as string, '2026-08-01', '2026-11-02T02:00:00Z', {}, true)
    await happen('birth', parent as string, '2026-08-01', '2026-11-02T02:00:00Z', { familyOrder: 2 })
    await happen('death', widow as string, '2026-11-01', '2026-11-02T02:00:00Z', { maritalStatus: 'widowed' })
    await happen('move-out', parent as string, '2026-10-15', '2026-10-20T02:00:00Z', { status: 'moved' })
    const voided = await happen('death', parent as string, '2026-11-01', '2026-11-02T02:00:00Z', { status: 'dead' })
    await count()
    const kinds = async () =>
      (await listFlows(db(), '', '2026-01-01')).map(({ month, kind, female, late }) => [month, kind, female, late])
    expect(await kinds()).toEqual([
      ['2026-10-01', 'out', 1, 0],
      ['2026-11-01', 'birth', 1, 1],
      ['2026-11-01', 'death', 1, 0],
    ])
    await query('update people.event set voided_at = now() where id = $1', [voided])
    await count()
    expect((await kinds()).map(([, kind]) => kind)).toEqual(['out', 'birth'])
  })

  it('makes the monthly report: the beginning is the end without what came and went', async () => {
    const rows = await monthlyReport(db(), '2026-11-23', '2026-11-01', '', 8)
    const mekarsari = rows.find((row) => row.code === '99.01.02')
    expect(mekarsari?.end.female).toBe(12)
    expect(mekarsari?.start.female).toBe(11)
    expect(mekarsari?.flows.birth).toEqual({ male: 0, female: 1 })
  })

  it('of a month that is over keeps its last day', async () => {
    clock.set('2026-11-29T02:00:00Z')
    await count()
    clock.set('2026-12-01T02:00:00Z')
    await count()
    expect((await listCensuses(db())).map((census) => census.countedOn)).toEqual(['2026-12-01', '2026-11-29'])
  })
})

describe('in the open', () => {
  it('anybody reads the figures, with small groups hidden on the page and in the data', async () => {
    const page = await server.get(`${demographyPaths.figures}?wilayah=${villages[1]}`)
    expect(page.status).toBe(200)
    expect(page.plain()).toContain('tidak ditampilkan')
    const data = (await server.get(`${demographyPaths.figures}.csv?wilayah=99.01.02`)).text
    const row = (code: string, age: string) =>
      data.split(/\r?\n/).find((line) => line.includes(code) && line.includes(age))
    expect(row(villages[1], '75+')).not.toMatch(/[;,]2$/)
    expect(row(villages[0], '5–9')).toMatch(/8/)
  })

  it('nobody without the permission reads the monthly report, and nobody beyond his area', async () => {
    const citizen = { ...administrator([]), kind: 'citizen' } as const
    expect((await server.get(demographyPaths.monthly, { as: citizen })).status).toBe(403)
    const officer = administrator(['demography.report'])
    expect((await server.get(demographyPaths.monthly, { as: officer })).plain()).toContain('Mekarsari')
    const narrow = { ...officer, grants: [{ permission: 'demography.report', unitPath: '', territory: '99.01.03' }] }
    const page = await server.get(`${demographyPaths.monthly}?wilayah=99.01.02`, { as: narrow })
    expect(page.plain()).not.toContain('Sukawening')
    expect((await server.get(`${demographyPaths.monthly}.csv`, { as: officer })).text).toContain('99.01.02')
  })
})
