import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getDefinition } from '../definition/store.ts'

/** One published version of a service. */
export interface PublishedVersion {
  readonly version: number
  readonly validFrom: string
  /** Undefined for versions that come with the program. */
  readonly publishedBy: string | undefined
  readonly publishedAt: Date
  /** SHA-256 of the canonical JSON, hexadecimal. */
  readonly hash: string
  /** Cases still running under it. */
  readonly running: number
}

/** A service with what is in force and what is planned. */
export interface PublishedService {
  readonly id: string
  readonly current: ServiceDefinition | undefined
  readonly newest: ServiceDefinition
  readonly versions: readonly PublishedVersion[]
  readonly planned: readonly PublishedVersion[]
}

/** Every service ever published, by id. */
export async function listPublished(db: AnyHandle, today: string): Promise<PublishedService[]> {
  const versions = await readVersions(db)
  return Promise.all([...versions].map(([id, rows]) => published(db, id, rows, today)))
}

export async function getPublished(db: AnyHandle, serviceId: string, today: string): Promise<PublishedService> {
  const rows = (await readVersions(db, serviceId)).get(serviceId)
  if (!rows) throw notFound()
  return published(db, serviceId, rows, today)
}

async function published(
  db: AnyHandle,
  id: string,
  versions: readonly PublishedVersion[],
  today: string,
): Promise<PublishedService> {
  const inForce = versions.find((row) => row.validFrom <= today)
  const newest = versions[0] as PublishedVersion
  return {
    id,
    current: inForce && (await getDefinition(db, id, inForce.version, { on: today })),
    newest: await getDefinition(db, id, newest.version, { on: today }),
    versions,
    planned: versions.filter((row) => row.validFrom > today),
  }
}

/** Newest version first. */
async function readVersions(db: AnyHandle, serviceId?: string): Promise<Map<string, PublishedVersion[]>> {
  const one = serviceId ? sql`where service_id = ${serviceId}` : sql``
  const running = serviceId ? sql`and service_id = ${serviceId}` : sql``
  const { rows } = await sql<{
    service_id: string
    version: number
    valid_from: string
    published_by: string | null
    published_at: Date
    hash: Buffer
    running: number
  }>`
    select d.service_id, d.version, d.valid_from, d.published_by, d.published_at, d.hash, coalesce(c.n, 0)::int as running
    from (select service_id, version, valid_from, published_by, published_at, hash from services.definition ${one}) d
    left join (select service_id, version, count(*) as n from services.case where closed_at is null ${running}
      group by service_id, version) c using (service_id, version)
    order by d.service_id, d.version desc`.execute(db)
  const versions = rows.map((row) => ({
    serviceId: row.service_id,
    version: row.version,
    validFrom: row.valid_from,
    publishedBy: row.published_by ?? undefined,
    publishedAt: row.published_at,
    hash: row.hash.toString('hex'),
    running: row.running,
  }))
  return Map.groupBy(versions, (row) => row.serviceId)
}

/** One time that running cases were moved to another version. */
export interface DoneMigration {
  readonly from: number
  readonly to: number
  readonly moved: number
  readonly kept: number
  readonly at: Date
  readonly by: string
}

export async function listMigrations(db: AnyHandle, serviceId: string): Promise<DoneMigration[]> {
  const rows = await db
    .selectFrom('services.migration')
    .selectAll()
    .where('service_id', '=', serviceId)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    from: row.from_version,
    to: row.to_version,
    moved: row.moved,
    kept: row.kept,
    at: row.at,
    by: row.actor_label,
  }))
}

/** Promised moments of all running cases of a version, by case: held against what they are after a move. */
export async function readPromises(db: AnyHandle, serviceId: string, version: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('services.case')
    .select(['id', 'promised_at'])
    .where('service_id', '=', serviceId)
    .where('version', '=', version)
    .where('closed_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row.promised_at.getTime()]))
}

/** How promises fared in a move: nothing may be under `later`. */
export interface PromisesKept {
  readonly earlier: number
  readonly same: number
  readonly later: number
}

export async function comparePromises(
  db: AnyHandle,
  serviceId: string,
  version: number,
  before: ReadonlyMap<string, number>,
): Promise<PromisesKept> {
  const now = await readPromises(db, serviceId, version)
  const kept = { earlier: 0, same: 0, later: 0 }
  for (const [id, at] of now) {
    const earlier = before.get(id)
    if (earlier === undefined) continue
    kept[at < earlier ? 'earlier' : at > earlier ? 'later' : 'same'] += 1
  }
  return kept
}
