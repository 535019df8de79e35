import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { RegionKeys } from '../exchange/keys.ts'

export const peerStates = ['waiting', 'active', 'suspended'] as const

/** Another region with which moves are settled electronically. */
export interface Peer {
  readonly regionCode: string
  readonly name: string
  readonly baseUrl: string
  readonly keys: RegionKeys
  readonly fingerprint: string
  readonly state: (typeof peerStates)[number]
  readonly stateReason: string | undefined
  readonly addedBy: string
  readonly addedAt: Temporal.Instant
  readonly changedBy: string
  readonly changedAt: Temporal.Instant
}

export async function findPeer(db: AnyHandle, regionCode: string): Promise<Peer | undefined> {
  const row = await db
    .selectFrom('population.peer')
    .selectAll()
    .where('region_code', '=', regionCode)
    .executeTakeFirst()
  return row && toPeer(row)
}

/** @throws not-found */
export async function getPeer(db: AnyHandle, regionCode: string): Promise<Peer> {
  const peer = await findPeer(db, regionCode)
  if (!peer) throw notFound()
  return peer
}

/** One that was verified and is not suspended. */
export async function findActivePeer(db: AnyHandle, regionCode: string): Promise<Peer | undefined> {
  const peer = await findPeer(db, regionCode)
  return peer?.state === 'active' ? peer : undefined
}

export async function listPeers(db: AnyHandle): Promise<Peer[]> {
  const rows = await db.selectFrom('population.peer').selectAll().orderBy('name').execute()
  return rows.map(toPeer)
}

function toPeer(row: {
  region_code: string
  name: string
  base_url: string
  keys: unknown
  fingerprint: string
  state: Peer['state']
  state_reason: string | null
  added_by: string
  added_at: Date
  changed_by: string
  changed_at: Date
}): Peer {
  return {
    regionCode: row.region_code,
    name: row.name,
    baseUrl: row.base_url,
    keys: row.keys as RegionKeys,
    fingerprint: row.fingerprint,
    state: row.state,
    stateReason: row.state_reason ?? undefined,
    addedBy: row.added_by,
    addedAt: instantOf(row.added_at),
    changedBy: row.changed_by,
    changedAt: instantOf(row.changed_at),
  }
}
