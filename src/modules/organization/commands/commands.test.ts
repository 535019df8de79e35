import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import { provide } from '#kernel/define/extension-point.ts'
import type { AppError } from '#kernel/errors.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { permissionCatalogue } from '../permission-catalogue.ts'
import { resolveGrants } from '../queries/authority.ts'
import { administrator, type TestOffice, testOffice } from '../testing.ts'
import { assignOfficial } from './assign-official.ts'
import { closePosition } from './close-position.ts'
import { closeUnit } from './close-unit.ts'
import { createPosition } from './create-position.ts'
import { createUnit } from './create-unit.ts'
import { editPosition } from './edit-position.ts'
import { editRole } from './edit-role.ts'
import { endAssignment } from './end-assignment.ts'

let place: TestTenant
let office: TestOffice
let dinasId: string
let official: { id: string; personId: string }
const clock = new FixedClock('2026-11-23T03:00:00Z')
const admin = administrator(['organization.edit', 'organization.assign'])
const number = '199001012015032001'

beforeAll(async () => {
  place = await testTenant()
  office = testOffice(place.tenant)
  provide(permissionCatalogue, 'services', { 'services.queue': { id: 'Antrean', en: 'Queue' } }).install()
  await office.role('clerk', ['services.queue'])
  dinasId = await office.unit('disdukcapil')
  official = await office.official(number, 'Laras, S.E.')
})
afterAll(() => place.close())

function run<Input, Result>(command: Command<Input, Result>, input: unknown, actor: Actor = admin): Promise<Result> {
  return runCommand(command, input, { tenant: place.tenant, actor, clock })
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: AppError) => [error.code, ...error.fields.map((field) => field.path)].join(' '),
  )

const unit = (more = {}) => ({
  parentId: dinasId,
  code: 'capil',
  kind: 'division',
  name: 'Bidang Pencatatan Sipil',
  shortName: 'Capil',
  territoryCode: '',
  validFrom: '2026-01-01',
  ...more,
})

async function position(title: string): Promise<string> {
  const input = { unitId: dinasId, title, rank: '20', territoryCode: '', roles: ['clerk'], validFrom: '2026-01-01' }
  return (await run(createPosition, input)).positionId
}
const assignment = (positionId: string, more = {}) => ({
  positionId,
  employeeNumber: '19900101 201503 2 001',
  manner: 'definitif',
  decreeNumber: '821/45/2026',
  decreeOn: '2026-11-20',
  from: '2026-11-24',
  ...more,
})

describe('units', () => {
  it('are created under a parent, with one event', async () => {
    const { unitId } = await run(createUnit, unit())
    const { rows } = await sql<{ path: string; event: string }>`select u.path, e.name as event from organization.unit u
      join journal.event e on e.subject_id = u.id::text where u.id = ${unitId}`.execute(place.tenant.pools.read)
    expect(rows).toEqual([{ path: 'disdukcapil.capil', event: 'organization.unit-created.v1' }])
  })

  it('are refused outside the authority of the administrator', async () => {
    const narrow = administrator(['organization.edit'], 'dinkes')
    expect(await refusal(run(createUnit, unit({ code: 'lain' }), narrow))).toBe('forbidden')
    expect(await refusal(run(createUnit, unit({ code: 'lain', parentId: undefined }), narrow))).toBe('forbidden')
  })

  it('name the field that is wrong', async () => {
    expect(await refusal(run(createUnit, unit()))).toBe('invalid-input code')
    expect(await refusal(run(createUnit, unit({ code: 'Dua Kata' })))).toBe('invalid-input code')
    expect(await refusal(run(createUnit, unit({ code: 'lain', territoryCode: '99.77' })))).toBe(
      'invalid-input territoryCode',
    )
    expect(await refusal(run(createUnit, unit({ code: 'lain', validFrom: '?' })))).toBe('invalid-input validFrom')
  })

  it('close only when nothing under them is open any more, and only after a fresh proof', async () => {
    expect(await refusal(run(closeUnit, { unitId: dinasId, lastDay: '2026-12-31' }))).toBe('invalid-input lastDay')
    const stale = { ...admin, elevatedUntil: undefined }
    expect(await refusal(run(closeUnit, { unitId: dinasId, lastDay: '2026-12-31' }, stale))).toBe('step-up-needed')
    const { unitId } = await run(createUnit, unit({ code: 'sementara' }))
    await run(closeUnit, { unitId, lastDay: '2026-12-31' })
    expect(await refusal(run(createUnit, unit({ code: 'bawah', parentId: unitId })))).toBe('invalid-input parentId')
  })
})

describe('assignments', () => {
  it('take effect on their first day and end after their last, by themselves', async () => {
    const positionId = await position('Kepala Bidang')
    await run(assignOfficial, assignment(positionId, { to: '2026-12-31' }))
    const held = async (day: string) => (await resolveGrants(place.tenant.pools.read, official.personId, day)).length
    expect([
      await held('2026-11-23'),
      await held('2026-11-24'),
      await held('2026-12-31'),
      await held('2027-01-01'),
    ]).toEqual([0, 1, 1, 0])
  })

  it('say at the field who holds the post in those days', async () => {
    const positionId = await position('Kepala Seksi')
    await run(assignOfficial, assignment(positionId))
    const error: AppError = await run(assignOfficial, assignment(positionId, { from: '2027-02-01' })).catch((e) => e)
    expect(error.fields[0]?.path).toBe('from')
    expect(error.fields[0]?.message.id).toContain('Laras, S.E. memegang jabatan ini')
  })

  it('need an employee, a last day for Plt and Plh, and days within those of the post', async () => {
    const positionId = await position('Analis')
    expect(await refusal(run(assignOfficial, assignment(positionId, { employeeNumber: '1' })))).toBe(
      'invalid-input employeeNumber',
    )
    expect(await refusal(run(assignOfficial, assignment(positionId, { manner: 'plt' })))).toBe('invalid-input to')
    expect(await refusal(run(assignOfficial, assignment(positionId, { to: '2026-11-01' })))).toBe('invalid-input to')
    expect(await refusal(run(assignOfficial, assignment(positionId, { from: '2025-01-01' })))).toBe(
      'invalid-input from',
    )
    expect(await refusal(run(assignOfficial, assignment(positionId), administrator(['organization.edit'])))).toBe(
      'forbidden',
    )
  })

  it('end on a day that is not past, and free the post for somebody else', async () => {
    const positionId = await position('Bendahara')
    const { assignmentId } = await run(assignOfficial, assignment(positionId, { from: '2026-02-01' }))
    expect(await refusal(run(endAssignment, { assignmentId, lastDay: '2026-10-01' }))).toBe('invalid-input lastDay')
    expect(await refusal(run(closePosition, { positionId, lastDay: '2026-11-30' }))).toBe('invalid-input lastDay')
    await run(endAssignment, { assignmentId, lastDay: '2026-11-22' })
    await run(assignOfficial, assignment(positionId, { from: '2026-11-23', to: '2026-11-30' }))
    await run(closePosition, { positionId, lastDay: '2026-11-30' })
    expect(await refusal(run(assignOfficial, assignment(positionId, { from: '2026-12-01' })))).toBe(
      'invalid-input from',
    )
  })
})

describe('roles', () => {
  const role = (more = {}) => ({
    key: 'verifier',
    nameId: 'Verifikator',
    nameEn: 'Verifier',
    permissions: ['services.queue'],
    create: true,
    ...more,
  })

  it('are made of known permissions, by somebody with authority over the whole government', async () => {
    await run(editRole, role())
    expect(await refusal(run(editRole, role()))).toBe('invalid-input key')
    expect(await refusal(run(editRole, role({ key: 'b-b', permissions: ['x.y'] })))).toBe('invalid-input permissions')
    expect(await refusal(run(editRole, role({ key: 'cc' }), administrator(['organization.edit'], 'disdukcapil')))).toBe(
      'forbidden',
    )
  })

  it('change what a post permits at once', async () => {
    const positionId = await position('Verifikator')
    await run(assignOfficial, assignment(positionId, { from: '2026-11-01', to: '2026-11-23' }))
    const count = async () =>
      (await resolveGrants(place.tenant.pools.read, official.personId, '2026-11-23')).find(
        (held) => held.position.id === positionId,
      )?.grants.length
    expect(await count()).toBe(1)
    await run(editPosition, { positionId, title: 'Verifikator', rank: 30, roles: [] })
    expect(await count()).toBe(0)
    expect(await refusal(run(editPosition, { positionId, title: 'Verifikator', rank: 30, roles: ['tidak-ada'] }))).toBe(
      'invalid-input roles',
    )
  })
})
