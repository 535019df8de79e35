import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import { logSigner } from './log-key.ts'
import { checkpointBody, noteText, signLine } from './note.ts'
import { storeRows, TreeEdge } from './tiles.ts'

/** Cached pages that show the newest head. */
export const headTag = 'proof-log'

/** Between which of these a sealer may die; tests let it. */
export type SealStep = 'locked' | 'read' | 'leaves' | 'rows' | 'head' | 'cleared'

export interface SealOptions {
  readonly now: Temporal.Instant
  /** Name of the log when its key has still to be made. */
  readonly origin: string
  /** Most leaves of one batch. */
  readonly most?: number | undefined
  readonly onStep?: ((step: SealStep, tx: Kysely<Database>) => Promise<void>) | undefined
}

export interface SealedBatch {
  readonly from: number
  readonly size: number
  readonly root: Buffer
}

const mostAtOnce = 50_000
const busy = '55P03'

/**
 * Seals what waits: each event and access record becomes a leaf, and a new head is signed. All of it is one
 * transaction, so that a sealer that dies leaves the log as it was.
 *
 * Nothing is skipped: what waits is a row of `kernel.proof_pending`, written with the event itself, so an event whose
 * transaction ends late is simply still waiting; no running number or time decides what was already seen.
 *
 * @returns the batch; undefined when nothing waits or another sealer is at work
 */
export async function sealBatch(tenant: Tenant, options: SealOptions): Promise<SealedBatch | undefined> {
  try {
    return await tenant.pools.write
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => sealIn(tx, tenant, options))
  } catch (error) {
    if ((error as { code?: string }).code === busy) return undefined
    throw error
  }
}

/** Seals batch after batch until nothing waits. @returns the number of new leaves */
export async function sealAll(tenant: Tenant, options: SealOptions): Promise<number> {
  let sealed = 0
  for (;;) {
    const batch = await sealBatch(tenant, options)
    if (!batch) return sealed
    sealed += batch.size - batch.from
  }
}

async function sealIn(
  tx: Kysely<Database>,
  tenant: Tenant,
  { now, origin, most = mostAtOnce, onStep }: SealOptions,
): Promise<SealedBatch | undefined> {
  // The lock comes before the snapshot: a snapshot from before another sealer's commit would see its work as still to do.
  await sql`lock table kernel.proof_key in share row exclusive mode nowait`.execute(tx)
  await onStep?.('locked', tx)
  const { rows } = await sql<{ leaf: Buffer }>`
    select leaf from kernel.proof_pending order by at, id limit ${most}`.execute(tx)
  if (rows.length === 0) return undefined
  const heads = await sql<{ size: number }>`
    select size from journal.tree_head order by size desc limit 1`.execute(tx)
  const from = heads.rows[0]?.size ?? 0
  const edge = await TreeEdge.load(tx, from)
  for (const { leaf } of rows) edge.append(leaf)
  await onStep?.('read', tx)
  await sql`insert into journal.leaf (leaf_index, source, id, at, commitment)
    select ${from} + row_number() over (order by at, id) - 1, source, id, at, commitment
    from (select * from kernel.proof_pending order by at, id limit ${most}) as waiting`.execute(tx)
  await onStep?.('leaves', tx)
  await storeRows(tx, edge.rows())
  await onStep?.('rows', tx)
  const signer = await logSigner(tx, tenant, { origin, now })
  const root = edge.root()
  const body = checkpointBody({ origin: signer.key.name, size: edge.size, root })
  const note = noteText(body, [signLine(body, signer)])
  await sql`insert into journal.tree_head (size, root, at, note)
    values (${edge.size}, ${root}, ${now.toString()}, ${note})`.execute(tx)
  await onStep?.('head', tx)
  await sql`delete from kernel.proof_pending p using journal.leaf l
    where l.leaf_index >= ${from} and l.id = p.id`.execute(tx)
  await sql`select pg_notify('balai_invalidate', ${JSON.stringify([headTag])})`.execute(tx)
  await onStep?.('cleared', tx)
  return { from, size: edge.size, root }
}
