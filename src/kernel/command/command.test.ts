import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Actor, anonymous, anyone, permitted } from '../access/access.ts'
import { systemClock } from '../clock/clock.ts'
import { AppError } from '../errors.ts'
import { type TestTenant, testTenant } from '../testing/database.ts'
import { command, runCommand } from './command.ts'

let place: TestTenant
beforeAll(async () => {
  place = await testTenant()
})
afterAll(() => place.close())

const clerk: Actor = {
  kind: 'staff',
  accountId: 'clerk-1',
  name: 'Laras',
  grants: [{ permission: 'kernel.note', unitPath: 'disdukcapil', territory: '99.01' }],
}

let runs = 0
const note = command({
  name: 'kernel.note-down',
  event: 'kernel.noted.v1',
  access: anyone,
  input: z.object({ text: z.string().min(1).max(20) }),
  async run(_tx, input) {
    runs += 1
    return {
      result: { said: input.text, run: runs },
      event: { subject: { type: 'note', id: input.text }, payload: {} },
    }
  },
})
const guarded = command({
  name: 'kernel.note-guarded',
  event: 'kernel.noted.v1',
  access: permitted('kernel.note'),
  input: z.object({ unitPath: z.string(), territory: z.string() }),
  async run(_tx, input, context) {
    context.require('kernel.note', input)
    return { result: 'done', event: undefined }
  },
})

const invocation = (actor: Actor, idempotencyKey?: string) => ({
  tenant: place.tenant,
  actor,
  clock: systemClock,
  idempotencyKey,
})

async function events(id: string): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from journal.event where subject_id = ${id}`.execute(place.tenant.pools.read)
  return rows[0]?.n ?? 0
}

describe('command', () => {
  it('stores one event for one run', async () => {
    await runCommand(note, { text: 'satu' }, invocation(anonymous))
    expect(await events('satu')).toBe(1)
  })

  it('gives the same answer for the same key and input, without running twice', async () => {
    const first = await runCommand(note, { text: 'dua' }, invocation(clerk, 'k1'))
    const second = await runCommand(note, { text: 'dua' }, invocation(clerk, 'k1'))
    expect(second).toEqual(first)
    expect(await events('dua')).toBe(1)
  })

  it('refuses other input under a used key with 409', async () => {
    await runCommand(note, { text: 'tiga' }, invocation(clerk, 'k2'))
    const refusal = await runCommand(note, { text: 'lain' }, invocation(clerk, 'k2')).catch((error) => error)
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal.status).toBe(409)
    expect(await events('lain')).toBe(0)
  })

  it('runs once when the same key arrives many times at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => runCommand(note, { text: 'serentak' }, invocation(clerk, 'k3'))),
    )
    expect(new Set(answers.map((answer) => answer.run)).size).toBe(1)
    expect(await events('serentak')).toBe(1)
  })

  it('names the refused field in both languages', async () => {
    const refusal: AppError = await runCommand(note, { text: '' }, invocation(anonymous)).catch((error) => error)
    expect(refusal.code).toBe('invalid-input')
    expect(refusal.fields[0]?.path).toBe('text')
    expect(refusal.fields[0]?.message.id).not.toBe(refusal.fields[0]?.message.en)
  })

  it('checks the permission within unit and jurisdiction', async () => {
    const run = (unitPath: string, territory: string, actor = clerk) =>
      runCommand(guarded, { unitPath, territory }, invocation(actor)).then(
        () => 'done',
        (error: AppError) => error.code,
      )
    expect(await run('disdukcapil.pelayanan', '99.01.02')).toBe('done')
    expect(await run('disdukcapilx', '99.01')).toBe('forbidden')
    expect(await run('disdukcapil', '99.02')).toBe('forbidden')
    expect(await run('disdukcapil', '99.01', anonymous)).toBe('sign-in-needed')
  })

  it('retries when two transactions disagree, and loses no update', async () => {
    const raise = command({
      name: 'kernel.raise-counter',
      event: 'kernel.raised.v1',
      access: anyone,
      input: z.object({}),
      async run(tx) {
        const { rows } = await sql<{
          hits: number
        }>`select hits from kernel.rate_limit where bucket = 'counter'`.execute(tx)
        const next = (rows[0]?.hits ?? 0) + 1
        await sql`insert into kernel.rate_limit values ('counter', ${next}, now())
          on conflict (bucket) do update set hits = ${next}`.execute(tx)
        return { result: next, event: undefined }
      },
    })
    const answers = await Promise.all(Array.from({ length: 5 }, () => runCommand(raise, {}, invocation(anonymous))))
    expect([...answers].sort()).toEqual([1, 2, 3, 4, 5])
  })

  it('lets many at one counter go one after another: hardly any work is thrown away', async () => {
    let runs = 0
    const take = command({
      name: 'kernel.take-number',
      event: 'kernel.taken.v1',
      access: anyone,
      input: z.object({}),
      async run(tx) {
        runs += 1
        const { rows } = await sql<{ hits: number }>`insert into kernel.rate_limit as r values ('numbers', 1, now())
          on conflict (bucket) do update set hits = r.hits + 1 returning hits`.execute(tx)
        // What else a registration does while it holds its number.
        await sql`select pg_sleep(0.005)`.execute(tx)
        return { result: rows[0]?.hits ?? 0, event: undefined }
      },
    })
    const answers = await Promise.all(Array.from({ length: 60 }, () => runCommand(take, {}, invocation(anonymous))))
    expect(answers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    // Each was tried once beside the others and once in its turn; all sixty at once in rounds would be hundreds.
    expect(runs).toBeLessThanOrEqual(150)
  })
})

describe('journal', () => {
  it('cannot be changed or emptied by the role of the application', async () => {
    const write = place.tenant.pools.writePool
    await expect(write.query(`update journal.event set actor_label = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(write.query('delete from journal.event')).rejects.toThrow(/permission denied/)
    await expect(write.query('truncate journal.event')).rejects.toThrow(/permission denied/)
    await expect(write.query('drop table journal.event')).rejects.toThrow(/must be owner/)
    await expect(write.query('delete from journal.access')).rejects.toThrow(/permission denied/)
  })

  it('refuses a query that writes on the read handle', async () => {
    await expect(place.tenant.pools.readPool.query(`delete from kernel.idempotency`)).rejects.toThrow(/read-only/)
  })
})
