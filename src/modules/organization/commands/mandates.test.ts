import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { provide } from '#kernel/define/extension-point.ts'
import type { AppError } from '#kernel/errors.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { mandateActs } from '../mandate-acts.ts'
import { listMandates } from '../queries/mandates.ts'
import { administrator, testOffice } from '../testing.ts'
import { endMandate } from './end-mandate.ts'
import { giveMandate } from './give-mandate.ts'

const clock = new FixedClock('2026-11-23T03:00:00Z')
let place: TestTenant
let posts: Record<'regent' | 'secretary' | 'head' | 'section' | 'elsewhere', string>

beforeAll(async () => {
  for (const act of ['routine', 'leave', 'budget']) provide(mandateActs, act, { id: act, en: act }).install()
  place = await testTenant()
  const office = testOffice(place.tenant)
  const top = await office.unit('pemda', { kind: 'government' })
  const agency = await office.unit('disdukcapil')
  const division = await office.unit('disdukcapil.layanan', { kind: 'division' })
  const other = await office.unit('dinkes')
  posts = {
    regent: await office.position(top, 'Bupati', { rank: 1 }),
    secretary: await office.position(top, 'Sekretaris Daerah', { rank: 5 }),
    head: await office.position(agency, 'Kepala Dinas', { rank: 20 }),
    section: await office.position(division, 'Kepala Bidang', { rank: 40 }),
    elsewhere: await office.position(other, 'Kepala Bidang Lain', { rank: 40 }),
  }
})
afterAll(() => place.close())

const run = (command: never, input: unknown) =>
  runCommand(command, input, { tenant: place.tenant, actor: administrator(['organization.assign']), clock })
const give = (changes: Record<string, unknown>) =>
  run(giveMandate as never, {
    form: 'a.n.',
    acts: ['routine'],
    orderNumber: 'SPM/1/2026',
    orderOn: '2026-11-20',
    from: '2026-11-23',
    to: '2027-01-31',
    ...changes,
  }) as Promise<{ mandateId: string }>
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.fields.map(({ path }) => path).join() || error.code,
  )

describe('a mandate to sign', () => {
  it('goes from a superior to a post below: in the unit, in units below, from the top to heads of units', async () => {
    expect(await refusal(give({ principalId: posts.head, holderId: posts.section }))).toBe('done')
    expect(await refusal(give({ principalId: posts.regent, holderId: posts.head }))).toBe('done')
    expect(await refusal(give({ principalId: posts.section, holderId: posts.head }))).toBe('holderId')
    expect(await refusal(give({ principalId: posts.head, holderId: posts.elsewhere }))).toBe('holderId')
    expect(await refusal(give({ principalId: posts.head, holderId: posts.head }))).toBe('holderId')
  })

  it('covers named acts and days', async () => {
    const base = { principalId: posts.head, holderId: posts.section }
    expect(await refusal(give({ ...base, acts: [] }))).toBe('acts')
    expect(await refusal(give({ ...base, acts: ['everything'] }))).toBe('acts')
    expect(await refusal(give({ ...base, to: '2026-11-22' }))).toBe('to')
    expect(await refusal(give({ ...base, orderNumber: '' }))).toBe('orderNumber')
  })

  it('u.b. hands down only what the post itself holds, for no longer', async () => {
    await give({ principalId: posts.regent, holderId: posts.secretary, acts: ['routine', 'leave'], to: '2026-12-31' })
    const down = { principalId: posts.secretary, holderId: posts.head, form: 'u.b.', to: '2026-12-31' }
    expect(await refusal(give({ ...down, acts: ['budget'] }))).toBe('form')
    expect(await refusal(give({ ...down, to: '2027-01-01' }))).toBe('form')
    const { mandateId } = await give(down)
    const [mandate] = await listMandates(place.tenant.pools.read, { id: mandateId })
    expect(mandate).toMatchObject({ beyond: 'Bupati', form: 'u.b.' })
  })

  it('is taken back from a day on, never for the past, never for longer', async () => {
    const { mandateId } = await give({ principalId: posts.head, holderId: posts.section, acts: ['leave'] })
    const end = (lastDay: string) => refusal(run(endMandate as never, { mandateId, lastDay }))
    expect(await end('2026-11-20')).toBe('lastDay')
    expect(await end('2027-02-01')).toBe('lastDay')
    expect(await end('2026-11-30')).toBe('done')
    const held = await listMandates(place.tenant.pools.read, { holderId: posts.section, day: '2026-12-01' })
    expect(held.map(({ id }) => id)).not.toContain(mandateId)
  })

  it('needs the right to assign', async () => {
    const attempt = runCommand(giveMandate, { principalId: posts.head } as never, {
      tenant: place.tenant,
      actor: administrator(['organization.read']),
      clock,
    })
    expect(await refusal(attempt)).toBe('forbidden')
  })
})
