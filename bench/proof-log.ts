import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { systemActor } from '#kernel/access/access.ts'
import { newId } from '#kernel/ids.ts'
import { commit } from '#kernel/journal/entry.ts'
import { checkExport } from '#kernel/proof-log/check-export.ts'
import { exportLog } from '#kernel/proof-log/export-log.ts'
import { logSigner } from '#kernel/proof-log/log-key.ts'
import { leafHash } from '#kernel/proof-log/merkle.ts'
import { checkpointBody, noteText, signLine } from '#kernel/proof-log/note.ts'
import { inclusionProofOf, latestHead } from '#kernel/proof-log/proofs.ts'
import { sealAll } from '#kernel/proof-log/seal.ts'
import { storeRows, TreeEdge } from '#kernel/proof-log/tiles.ts'
import { verifyInclusion } from '#kernel/proof-log/verify.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { BenchOptions } from './main.ts'
import type { Figure } from './report.ts'
import { median, percentile, timed } from './rounds.ts'
import type { Stage } from './stage.ts'

const sealed = 100_000
const exported = 1_000_000
const origin = 'bench.example/bukti/log'

/**
 * The proof log: sealing a hundred thousand events beside the hashing and the inserting that it cannot do without, and
 * one inclusion proof from a log of ten million leaves.
 */
export async function benchProofLog(stage: Stage, { sizes, say }: BenchOptions): Promise<Figure[]> {
  const { tenant } = await stage.region('proof-log', { people: 600, cases: 50 })
  const options = { now: Temporal.Now.instant(), origin }
  await sealAll(tenant, options)
  await writeEvents(tenant, sealed)
  say(`${sealed} events wait`)
  const sealMs = await timed(() => sealAll(tenant, options))
  const insertMs = await timed(() => insertBare(tenant, sealed))
  const check = await checkMillion(tenant, sizes[1] >= 1_000_000 ? exported : exported / 10, say)
  const leaves = sizes[1] >= 1_000_000 ? 10_000_000 : 1_000_000
  await growTo(tenant, leaves, say)
  const proofs = await measureProofs(tenant, leaves)
  return [
    {
      name: `sealing ${sealed.toLocaleString('en-GB')} events`,
      unit: 'ms',
      value: sealMs,
      limit: { name: 'bare insert of the same rows', value: insertMs },
      goal: { of: 'value', is: '<=', than: 5000 },
      detail: { hashesAloneMs: hashAlone(sealed * 2) },
    },
    {
      name: `inclusion proof at ${leaves.toLocaleString('en-GB')} leaves, median`,
      unit: 'ms',
      value: median(proofs.all),
      limit: { name: 'one row by its key', value: proofs.rowMs },
      goal: { of: 'value', is: '<=', than: 1 },
      detail: { p95: proofs.p95 },
    },
    ...check,
  ]
}

/** Real rows of the journal, only written in bulk. */
async function writeEvents(tenant: Tenant, count: number): Promise<void> {
  const { name } = systemActor('bench')
  for (let done = 0; done < count; done += 5000) {
    const made = Array.from({ length: 5000 }, (_, n) => ({ id: newId(), payload: { n: done + n } })).map((content) => ({
      ...content,
      ...commit(content),
    }))
    await sql`insert into journal.event (id, at, name, command, actor_kind, actor_label, subject_type, subject_id, payload,
        salt, commitment, leaf)
      select id, now(), 'bench.thing-done.v1', 'bench.do-thing', 'system', ${name}, 'thing', id::text, payload, salt,
        commitment, leaf
      from unnest(${made.map((row) => row.id)}::uuid[], ${made.map((row) => JSON.stringify(row.payload))}::jsonb[],
        ${made.map((row) => row.salt)}::bytea[], ${made.map((row) => row.commitment)}::bytea[],
        ${made.map((row) => row.leaf)}::bytea[]) as made (id, payload, salt, commitment, leaf)`.execute(
      tenant.pools.write,
    )
  }
}

/** The least that sealing must do: as many rows, as wide, with the same two keys. */
async function insertBare(tenant: Tenant, count: number): Promise<void> {
  await tenant.pools.write.transaction().execute(async (tx) => {
    await sql`create temporary table bare (leaf_index bigint primary key, source text not null, id uuid not null unique,
      at timestamptz not null, commitment bytea not null) on commit drop`.execute(tx)
    await sql`insert into bare select n, 'event', gen_random_uuid(), now(), sha256(n::text::bytea)
      from generate_series(1, ${count}) n`.execute(tx)
  })
}

function hashAlone(count: number): number {
  const bytes = randomBytes(65)
  const started = performance.now()
  for (let n = 0; n < count; n += 1) createHash('sha256').update(bytes).digest()
  return performance.now() - started
}

const step = 500_000

/** Leaves that stand for events of years; their hashes and places are all that a proof reads. */
async function growTo(tenant: Tenant, leaves: number, say: (line: string) => void): Promise<void> {
  const { write } = tenant.pools
  for (let size = (await latestHead(write))?.size ?? 0; size < leaves; ) {
    const to = Math.min(leaves, size + step)
    const edge = await TreeEdge.load(write, size)
    for (let at = size; at < to; at += 1) edge.append(leafHash(String(at)))
    await write.transaction().execute(async (tx) => {
      await storeRows(tx, edge.rows())
      for (let at = size; at < to; at += step / 5) {
        await sql`insert into journal.leaf (leaf_index, source, id, at, commitment)
          select n, 'event', gen_random_uuid(), now(), sha256(n::text::bytea)
          from generate_series(${at}::bigint, ${Math.min(to, at + step / 5) - 1}::bigint) n`.execute(tx)
      }
      const now = Temporal.Now.instant()
      const signer = await logSigner(tx, tenant, { origin, now })
      const body = checkpointBody({ origin, size: to, root: edge.root() })
      await sql`insert into journal.tree_head (size, root, at, note)
        values (${to}, ${edge.root()}, ${now.toString()}, ${noteText(body, [signLine(body, signer)])})`.execute(tx)
    })
    size = to
    say(`${size} leaves`)
  }
}

async function measureProofs(tenant: Tenant, leaves: number) {
  const { read } = tenant.pools
  const places = Array.from({ length: 1000 }, () => Math.floor(Math.random() * leaves))
  const { rows } = await sql<{ id: string; leaf_index: number }>`
    select id, leaf_index from journal.leaf where leaf_index = any(${places}::bigint[]) order by random()`.execute(read)
  const times: number[] = []
  const head = await latestHead(read)
  for (const { id, leaf_index: at } of rows) {
    let proof: Awaited<ReturnType<typeof inclusionProofOf>>
    times.push(
      await timed(async () => {
        proof = await inclusionProofOf(read, id)
      }),
    )
    // What stands for an event has no entry, so its hash is told from its place.
    if (at >= sealed * 12)
      verifyInclusion({
        leafIndex: at,
        treeSize: leaves,
        leaf: leafHash(String(at)),
        path: proof?.path ?? [],
        root: head?.root ?? Buffer.alloc(0),
      })
  }
  const rowTimes: number[] = []
  for (const { id } of rows.slice(0, 200)) {
    rowTimes.push(await timed(() => sql`select * from journal.leaf where id = ${id}`.execute(read)))
  }
  return { all: times, p95: percentile(times, 0.95), rowMs: median(rowTimes) }
}

/** Export and check of a whole log: real entries, one pass, memory that does not grow with it. */
async function checkMillion(tenant: Tenant, count: number, say: (line: string) => void): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-bench-log-'))
  try {
    for (let have = (await latestHead(tenant.pools.read))?.size ?? 0; have < count; have += sealed) {
      await writeEvents(tenant, Math.min(sealed, Math.ceil((count - have) / 5000) * 5000))
      await sealAll(tenant, { now: Temporal.Now.instant(), origin })
    }
    let leaves = 0
    const exportMs = await timed(async () => {
      leaves = (await exportLog(tenant.pools.read, folder)) ?? 0
    })
    say(`${leaves} leaves exported`)
    const before = process.memoryUsage().rss
    const checkMs = await timed(async () => checkExport(folder))
    const grown = (process.memoryUsage().rss - before) / 2 ** 20
    const name = leaves.toLocaleString('en-GB')
    return [
      { name: `export of ${name} leaves`, unit: 'ms', value: exportMs },
      {
        name: `check of an export of ${name} leaves`,
        unit: 'ms',
        value: checkMs,
        limit: { name: 'SHA-256 of leaves and nodes alone', value: hashAlone(leaves * 2) },
      },
      {
        name: `memory that the check of ${name} leaves adds`,
        unit: 'MB',
        value: grown,
        goal: { of: 'value', is: '<=', than: 64 },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
