import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { pauseImport, resumeImport } from './commands/control-entering.ts'
import { approveImport, submitImport } from './commands/decide-import.ts'
import { enterBatch } from './commands/enter-batch.ts'
import { enterImport } from './jobs.ts'
import { findImport } from './queries/imports.ts'
import {
  approver,
  checkUploaded,
  fileOf,
  type InventedRow,
  jobContext,
  loadVillagesForTests,
  preparer,
  uploadFile,
} from './testing.ts'

let place: TestTenant
let owner: pg.Client
beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadVillagesForTests((text) => owner.query(text))
})
afterAll(async () => {
  await owner.end()
  await place.close()
})

const families = 6000

it('entering that is killed again and again goes on where it stopped: everybody is there, nobody twice', async () => {
  const rows = Array.from({ length: families }, (_, at): InventedRow => {
    const n = String(at + 1).padStart(4, '0')
    return { nik: `990102250380${n}`, kk: `990102010120${n}`, name: 'Sukarno' }
  })
  const id = await uploadFile(place, fileOf(...rows), 'besar.csv', 100_000)
  await checkUploaded(place, id)
  const as = (actor = preparer) => ({ tenant: place.tenant, clock: systemClock, actor })
  await runCommand(submitImport, { importId: id }, as())
  await runCommand(approveImport, { importId: id }, as(approver))

  let isOver = false
  let kills = 0
  const killer = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 120))
      const { rowCount } = await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query ilike '%staged%' limit 1`,
      )
      kills += rowCount ?? 0
      if (kills >= 5) return
    }
  })()
  const job = jobContext(place)
  for (let tries = 0; tries < 60; tries += 1) {
    // The runner tries a failed job again; so does this.
    await enterImport({ importId: id } as never, job).catch(() => {})
    const one = await findImport(place.tenant.pools.read, id).catch(() => undefined)
    if (one?.state === 'entered') break
  }
  isOver = true
  await killer
  expect(kills).toBeGreaterThan(0)
  const one = await findImport(place.tenant.pools.read, id)
  expect([one?.state, one?.enteredFamilies, one?.enteredPeople]).toEqual(['entered', families, families])
  const { rows: found } = await owner.query(`select
    (select count(*)::int from people.person) as people, (select count(*)::int from people.family) as cards,
    (select count(*)::int from people.event) as events, (select count(*)::int from people.change) as changes,
    (select sum((payload->>'people')::int)::int from journal.event where name = 'population-import.batch-entered.v1'
      and payload ? 'overtaken') as announced`)
  expect(found).toEqual([
    { people: families, cards: families, events: families, changes: 2 * families, announced: families },
  ])
})

it('entering halts behind its batch when it is paused, and goes on when it is resumed', async () => {
  const rows = Array.from(
    { length: 5 },
    (_, at): InventedRow => ({ nik: `99010225037000${at + 10}`, kk: `99010201012100${at + 10}`, name: 'Sukarni' }),
  )
  const id = await uploadFile(place, fileOf(...rows))
  await checkUploaded(place, id)
  const as = (actor = preparer) => ({ tenant: place.tenant, clock: systemClock, actor })
  await runCommand(submitImport, { importId: id }, as())
  await runCommand(approveImport, { importId: id }, as(approver))
  await runCommand(pauseImport, { importId: id }, as())
  expect(await jobContext(place).run(enterBatch, { importId: id, handOver: false })).toBe('halted')
  await runCommand(resumeImport, { importId: id }, as())
  await enterImport({ importId: id } as never, jobContext(place))
  expect((await findImport(place.tenant.pools.read, id))?.enteredPeople).toBe(5)
})

it('a family of whom somebody was registered since the check is left, the others are entered', async () => {
  const person = (n: number): InventedRow => ({ nik: `99010225036000${n}`, kk: `99010201012200${n}`, name: 'Sukarti' })
  const both = await uploadFile(place, fileOf(person(11), person(12)))
  await checkUploaded(place, both)
  const first = await uploadFile(place, fileOf(person(11)))
  await checkUploaded(place, first)
  const as = (actor = preparer) => ({ tenant: place.tenant, clock: systemClock, actor })
  for (const importId of [first, both]) {
    await runCommand(submitImport, { importId }, as())
    await runCommand(approveImport, { importId }, as(approver))
    await enterImport({ importId } as never, jobContext(place))
  }
  const one = await findImport(place.tenant.pools.read, both)
  expect([one?.state, one?.enteredFamilies]).toEqual(['entered', 1])
})
