import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../access/access.ts'
import { newId } from '../ids.ts'
import { accessContent, eventContent } from '../journal/content.ts'
import { commitmentOf, entryText } from '../journal/entry.ts'
import { recordAccess, writeEvent } from '../journal/journal.ts'
import { type TestTenant, testTenant } from '../testing/database.ts'
import { findLogKey } from './log-key.ts'
import { leafHash } from './merkle.ts'
import { openCheckpoint, parseNote } from './note.ts'
import { checkProofText, proofText } from './proof-file.ts'
import {
  consistencyProof,
  countWaiting,
  examineLog,
  inclusionProofAt,
  inclusionProofOf,
  latestHead,
  listHeadsAbove,
  readEntries,
} from './proofs.ts'
import { type SealStep, sealAll, sealBatch } from './seal.ts'
import { mth, path, proof } from './testing/naive-tree.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

let place: TestTenant
let owner: pg.Client
const now = Temporal.Instant.from('2026-11-23T03:00:00Z')
const options = { now, origin: 'arunika.example/bukti/log' }
const actor = { ...systemActor('test'), name: 'Laras Prameswari' }

beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await place.close()
})

const event = (at: Temporal.Instant, payload: Record<string, unknown> = {}) => ({
  at,
  name: 'test.thing-done.v1',
  command: 'test.do-thing',
  actor,
  requestId: undefined,
  subject: { type: 'test.thing', id: newId() },
  payload,
})

const write = (count: number) =>
  place.tenant.pools.write.transaction().execute(async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) ids.push(await writeEvent(tx, event(Temporal.Now.instant(), { n })))
    return ids
  })

/** The whole log checked by definition, from its public entries alone. */
async function checkAll(): Promise<{ size: number; leaves: Buffer[] }> {
  const db = place.tenant.pools.read
  const key = (await findLogKey(db)) as NonNullable<Awaited<ReturnType<typeof findLogKey>>>
  const newest = (await latestHead(db))?.size ?? 0
  const entries: string[] = []
  while (entries.length < newest) entries.push(...(await readEntries(db, entries.length)))
  const leaves = entries.map(leafHash)
  expect(leaves).toHaveLength(newest)
  for (const head of await listHeadsAbove(db, 0, 1000)) {
    const signed = openCheckpoint(parseNote(head.note), key)
    expect(signed.size).toBe(head.size)
    expect(signed.root).toEqual(mth(leaves.slice(0, head.size)))
  }
  const counts = await owner.query(`select (select count(*)::int from journal.leaf) as leaves,
    (select count(*)::int from journal.event) + (select count(*)::int from journal.access) as rows,
    (select count(*)::int from kernel.proof_pending) as waiting,
    (select count(distinct id)::int from journal.leaf) as ids`)
  const { leaves: n, rows, waiting, ids } = counts.rows[0]
  expect([n, ids, n + waiting]).toEqual([newest, newest, rows])
  return { size: newest, leaves }
}

describe('sealing', () => {
  it('has nothing to do before the first event', async () => {
    expect(await sealBatch(place.tenant, options)).toBeUndefined()
    expect(await findLogKey(place.tenant.pools.read)).toBeUndefined()
  })

  it('makes every event and access record a leaf, in batches, under signed heads', async () => {
    const ids = await write(37)
    await recordAccess(
      place.tenant.pools.write,
      actor,
      [{ personId: newId(), object: { type: 'test.thing', id: '1' }, purpose: 'memeriksa' }],
      now,
    )
    expect(await countWaiting(place.tenant.pools.read)).toBe(38)
    expect(await sealAll(place.tenant, { ...options, most: 10 })).toBe(38)
    expect(await sealAll(place.tenant, options)).toBe(0)
    expect((await listHeadsAbove(place.tenant.pools.read, 0, 99)).map((head) => head.size)).toEqual([10, 20, 30, 38])
    await checkAll()
    for (const id of ids) expect((await inclusionProofOf(place.tenant.pools.read, id))?.treeSize).toBe(38)
  })

  it('grows over every edge of a stored row, with proofs that the definition gives', async () => {
    for (const most of [1, 2, 5, 16, 17, 100, 241]) {
      await write(most)
      await sealAll(place.tenant, options)
    }
    const { size, leaves } = await checkAll()
    expect(size).toBeGreaterThan(256)
    const db = place.tenant.pools.read
    const head = (await latestHead(db)) as NonNullable<Awaited<ReturnType<typeof latestHead>>>
    for (let index = 0; index < size; index += 7) {
      const made = await inclusionProofAt(db, index, size)
      expect(made.path).toEqual(path(index, leaves))
      verifyInclusion({ ...made, leaf: leafHash(made.entry), root: head.root })
    }
    for (const earlier of await listHeadsAbove(db, 0, 99)) {
      const made = await consistencyProof(db, earlier.size, size)
      expect(made).toEqual(proof(earlier.size, leaves))
      verifyConsistency({ first: earlier, second: head, path: made })
    }
    const inEarlier = await inclusionProofAt(db, 3, 20)
    expect(inEarlier.path).toEqual(path(3, leaves.slice(0, 20)))
  })

  it('does not skip an event whose transaction began first and ended last', async () => {
    const { write: pool } = place.tenant.pools
    let late = ''
    await pool.transaction().execute(async (tx) => {
      late = await writeEvent(tx, event(Temporal.Now.instant().subtract({ minutes: 5 })))
      await write(3)
      expect(await sealAll(place.tenant, options)).toBe(3)
      expect(await inclusionProofOf(place.tenant.pools.read, late)).toBeUndefined()
    })
    expect(await sealAll(place.tenant, options)).toBe(1)
    expect((await inclusionProofOf(place.tenant.pools.read, late))?.id).toBe(late)
    await checkAll()
  })

  it('takes what is written to a partition directly as well', async () => {
    const id = newId()
    const at = Temporal.Now.instant().round('millisecond').toString()
    const { rows } = await owner.query(
      `select tableoid::regclass::text as part from journal.event order by at desc limit 1`,
    )
    await place.tenant.pools.writePool.query(
      `insert into ${rows[0].part} (id, at, name, command, actor_kind, actor_label, subject_type, subject_id, commitment, leaf)
       values ($1, $2, 'x.y.v1', 'x.y', 'system', 'x', 'x', 'x', $3, $4)`,
      [id, at, Buffer.alloc(32), leafHash(entryText(id, Buffer.alloc(32)))],
    )
    expect(await sealAll(place.tenant, options)).toBe(1)
    await checkAll()
  })

  it('refuses a row whose leaf is not the hash of its entry', async () => {
    const values = [newId(), Buffer.alloc(32), Buffer.alloc(32)]
    const wrong = place.tenant.pools.writePool.query(
      `insert into journal.event (id, at, name, command, actor_kind, actor_label, subject_type, subject_id, commitment, leaf)
       values ($1, now(), 'x.y.v1', 'x.y', 'system', 'x', 'x', 'x', $2, $3)`,
      values,
    )
    await expect(wrong).rejects.toThrow(/not the hash of its entry/)
  })

  it('dies between any two steps and leaves the log as it was', async () => {
    const steps: SealStep[] = ['locked', 'read', 'leaves', 'rows', 'head', 'cleared']
    for (const step of steps) {
      await write(5)
      const before = (await latestHead(place.tenant.pools.read))?.size
      const waiting = await countWaiting(place.tenant.pools.read)
      const dying = sealBatch(place.tenant, {
        ...options,
        async onStep(now, tx) {
          if (now !== step) return
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
          await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
          await sql`select 1`.execute(tx)
        },
      })
      await expect(dying).rejects.toThrow()
      expect((await latestHead(place.tenant.pools.read))?.size).toBe(before)
      expect(await countWaiting(place.tenant.pools.read)).toBe(waiting)
      await checkAll()
    }
    expect(await sealAll(place.tenant, options)).toBe(30)
    await checkAll()
  })

  it('is looked after: what is lost, and what waits too long, is told', async () => {
    const db = place.tenant.pools.read
    expect(await examineLog(db)).toEqual({ lost: 0, oldestMinutes: 0 })
    await write(2)
    await owner.query(`delete from kernel.proof_pending where id = (select id from kernel.proof_pending limit 1)`)
    await owner.query(`update kernel.proof_pending set at = at - interval '2 hours'`)
    expect(await examineLog(db)).toEqual({ lost: 1, oldestMinutes: 120 })
    await owner.query('delete from kernel.proof_pending')
    await owner.query('delete from journal.event e where not exists (select 1 from journal.leaf l where l.id = e.id)')
  })

  it('is done by one sealer at a time, however many try', async () => {
    const writers = Array.from({ length: 8 }, async () => {
      for (let round = 0; round < 5; round += 1) await write(4)
    })
    const sealers = Array.from({ length: 4 }, async () => {
      for (let round = 0; round < 12; round += 1) await sealBatch(place.tenant, { ...options, most: 13 })
    })
    await Promise.all([...writers, ...sealers])
    await sealAll(place.tenant, options)
    const { size } = await checkAll()
    expect(size % 1).toBe(0)
  })
})

describe('a leaf', () => {
  it('is bound to everything that the row says', async () => {
    const [id] = (await write(1)) as [string]
    const { rows } = await owner.query('select * from journal.event where id = $1', [id])
    const [row] = rows
    const at = Temporal.Instant.fromEpochMilliseconds(row.at.getTime()).toString({ fractionalSecondDigits: 3 })
    const content = eventContent({ ...row, at })
    expect(commitmentOf(content, row.salt)).toEqual(row.commitment)
    expect(leafHash(entryText(id, row.commitment))).toEqual(row.leaf)
    for (const changed of [
      { actor_label: 'Orang lain' },
      { payload: { n: 1 } },
      { subject_id: 'x' },
      { command: 'a.b' },
    ])
      expect(commitmentOf(eventContent({ ...row, at, ...changed }), row.salt)).not.toEqual(row.commitment)
  })

  it('of a reading is bound to who read what and why', async () => {
    const { rows } = await owner.query('select * from journal.access limit 1')
    const [row] = rows
    const at = Temporal.Instant.fromEpochMilliseconds(row.at.getTime()).toString({ fractionalSecondDigits: 3 })
    expect(commitmentOf(accessContent({ ...row, at }), row.salt)).toEqual(row.commitment)
    expect(commitmentOf(accessContent({ ...row, at, purpose: 'lain' }), row.salt)).not.toEqual(row.commitment)
  })

  it('shows nobody what it holds: two events that say the same have different entries', async () => {
    const nik = '9901010101900001'
    const ids = await place.tenant.pools.write.transaction().execute(async (tx) => {
      const same = event(now, { nik })
      return [await writeEvent(tx, same), await writeEvent(tx, same)]
    })
    await sealAll(place.tenant, options)
    const proofs = await Promise.all(ids.map((id) => inclusionProofOf(place.tenant.pools.read, id)))
    const [one, two] = proofs.map((each) => each?.entry ?? '') as [string, string]
    expect(one + two).not.toContain(nik)
    expect(JSON.parse(one).commitment).not.toBe(JSON.parse(two).commitment)
    expect(Object.keys(JSON.parse(one))).toEqual(['commitment', 'id', 'v'])
  })

  it('keeps every proof true when the row behind it is erased', async () => {
    const db = place.tenant.pools.read
    const [erased, gone] = (await write(2)) as [string, string]
    await sealAll(place.tenant, options)
    const kept = proofText(
      (await inclusionProofOf(db, erased)) as NonNullable<Awaited<ReturnType<typeof inclusionProofOf>>>,
    )
    await owner.query(
      `update journal.event set payload = null, salt = null, actor_label = '', person_id = null where id = $1`,
      [erased],
    )
    await owner.query('delete from journal.event where id = $1', [gone])
    const key = (await findLogKey(db)) as NonNullable<Awaited<ReturnType<typeof findLogKey>>>
    expect(checkProofText(kept, key).entry).toContain(erased)
    for (const id of [erased, gone]) {
      const again = (await inclusionProofOf(db, id)) as NonNullable<Awaited<ReturnType<typeof inclusionProofOf>>>
      expect(checkProofText(proofText(again), key).entry).toContain(id)
    }
  })

  it('cannot be changed or removed by the program', async () => {
    const { writePool } = place.tenant.pools
    for (const table of ['leaf', 'tree_head', 'cosignature'])
      await expect(writePool.query(`delete from journal.${table}`)).rejects.toThrow(/permission denied/)
  })
})
