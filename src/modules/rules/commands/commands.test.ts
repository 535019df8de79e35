import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { isWorkingDay, workingDeadline } from '#kernel/clock/working-days.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import type { AppError } from '#kernel/errors.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { administrator } from '#modules/organization/testing.ts'
import { calendarKnownAt, forgetCalendars, getCalendar, getRule, listRules } from '../index.ts'
import { listVerifications } from '../queries/rules.ts'
import { addHoliday } from './add-holiday.ts'
import { addRow } from './add-row.ts'
import { verifyRow } from './verify-row.ts'

let place: TestTenant
const clock = new FixedClock('2026-11-20T02:00:00Z')
const editor = administrator(['rules.edit'])
const checker: Actor = { ...administrator(['rules.edit']), accountId: 'admin-2', name: 'Ratih' }
const key = 'civil-registration.birth.service-time'

beforeAll(async () => {
  place = await testTenant()
  await place.tenant.pools.writePool.query(
    `insert into rules.opening_hours (weekday, opens, closes, citation, valid_from)
     select n, '08:00', '16:00', 'Perpres 21/2023', '2023-04-12' from generate_series(1, 5) n on conflict do nothing`,
  )
  await place.tenant.pools.writePool.query(
    `insert into rules.rule (key, value, unit, title_id, title_en, citation, status, valid_from)
     select $1, '1', 'working-day', 'Waktu akta', 'Time', 'Permendagri 19/2018', 'unverified', '2018-04-02'
     where not exists (select 1 from rules.rule where key = $1)`,
    [key],
  )
})
afterAll(() => place.close())

const run = <I, R>(command: Command<I, R>, input: unknown, actor: Actor = editor) =>
  runCommand(command, input, { tenant: place.tenant, actor, clock })
const fault = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.fields?.[0]?.path ?? error.code,
  )
const at = (moment: string) => Temporal.Instant.from(moment)
const newYearsEve = {
  day: '2026-11-25',
  nameId: 'Hari Jadi',
  nameEn: 'Anniversary',
  citation: 'Keputusan Bupati 9/2026',
}

describe('a regional holiday', () => {
  it('counts for promises from then on, and moves none that was given before', async () => {
    const { tenant } = place
    const promised = (calendar: Awaited<ReturnType<typeof getCalendar>>) =>
      workingDeadline(at('2026-11-20T02:00:00Z'), 3, calendar).toString()
    const before = promised(await getCalendar(tenant, tenant.pools.read, ''))
    expect(before).toBe('2026-11-25T09:00:00Z')
    clock.set('2026-11-21T02:00:00Z')
    await run(addHoliday, newYearsEve)
    expect(promised(await getCalendar(tenant, tenant.pools.read, ''))).toBe(before)
    forgetCalendars(tenant)
    const now = await getCalendar(tenant, tenant.pools.read, '')
    expect(isWorkingDay(Temporal.PlainDate.from('2026-11-25'), now)).toBe(false)
    expect(promised(now)).toBe('2026-11-26T09:00:00Z')
    const then = await calendarKnownAt(tenant, tenant.pools.read, '', at('2026-11-20T02:00:00Z'))
    expect(promised(then)).toBe(before)
  })

  it('is announced, and the same day cannot be added twice', async () => {
    const { rows } = await place.tenant.pools.readPool.query(
      `select payload from journal.event where name = 'rules.holiday-added.v1'`,
    )
    expect(rows[0].payload).toMatchObject({ day: '2026-11-25', nameId: 'Hari Jadi' })
    expect(await fault(run(addHoliday, newYearsEve))).toBe('day')
  })

  it('needs the permission, a fresh proof, and all four fields', async () => {
    const clerk = administrator(['services.queue'])
    expect(await fault(run(addHoliday, newYearsEve, clerk))).toBe('forbidden')
    expect(await fault(run(addHoliday, newYearsEve, { ...editor, elevatedUntil: 0 }))).toBe('step-up-needed')
    const refused = await run(addHoliday, { day: '?', nameId: '', nameEn: '', citation: '' }).catch((error) => error)
    expect(refused.fields.map((field: { path: string }) => field.path)).toEqual(['day', 'nameId', 'nameEn', 'citation'])
  })
})

describe('a new row', () => {
  const row = { key, value: '2', citation: 'Perbup Arunika 7/2026 pasal 4', validFrom: '2027-01-01' }

  it('holds from its day on; the row before ends the day before and keeps its value', async () => {
    await run(addRow, row)
    const { read } = place.tenant.pools
    const on = (day: string) => getRule(read, key, '', Temporal.PlainDate.from(day))
    expect(await on('2026-12-31')).toMatchObject({ value: 1, validTo: '2026-12-31' })
    expect(await on('2027-01-01')).toMatchObject({ value: 2, status: 'unverified', citation: row.citation })
  })

  it('never lies over another, and its value fits the unit', async () => {
    expect(await fault(run(addRow, row))).toBe('validFrom')
    expect(await fault(run(addRow, { ...row, validFrom: '2026-06-01' }))).toBe('validFrom')
    expect(await fault(run(addRow, { ...row, validFrom: '2028-01-01', value: 'dua' }))).toBe('value')
    expect(await fault(run(addRow, { ...row, key: 'tidak.ada' }))).toBe('not-found')
    await run(addRow, { ...row, validFrom: '2026-06-01', validTo: '2026-12-31' })
    expect((await listRules(place.tenant.pools.read, [key])).length).toBe(3)
  })
})

describe('verification', () => {
  it('says who found what and when; whoever entered the row cannot verify it', async () => {
    const { read } = place.tenant.pools
    const row = await getRule(read, key, '', Temporal.PlainDate.from('2027-03-01'))
    const found = { id: row.id, status: 'verified', note: 'Berita Daerah 2026 nomor 7 halaman 3' }
    expect(await fault(run(verifyRow, found))).toBe('status')
    expect(await fault(run(verifyRow, { ...found, note: 'x' }, checker))).toBe('note')
    await run(verifyRow, found, checker)
    expect((await getRule(read, key, '', Temporal.PlainDate.from('2027-03-01'))).status).toBe('verified')
    expect(await listVerifications(read, [row.id])).toMatchObject([{ actorName: 'Ratih', status: 'verified' }])
  })
})
