import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/journal/journal.ts'
import { checkDefinition, type Installed, sayFault } from './check.ts'
import { definitionSchema, type ServiceDefinition } from './schema.ts'

/** Versions that a region published itself begin here; those that come with the program stay below. */
export const firstRegionVersion = 10_001

/** A published version never changes, so it is parsed once in the life of the process. */
const parsed = new Map<string, ServiceDefinition>()

/**
 * Brings the shipped definitions into the database. A version that is already there must be the same
 * to the byte: cases were made under it.
 * @throws Error listing every fault of an unsound definition, or naming the version that was changed
 */
export async function publishShipped(
  owner: Client,
  shipped: readonly ServiceDefinition[],
  installed: Installed,
): Promise<void> {
  for (const definition of shipped) {
    const body = canonicalJson(definition)
    const hash = createHash('sha256').update(body).digest()
    const known = await owner.query<{ hash: Buffer }>(
      'select hash from services.definition where service_id = $1 and version = $2',
      [definition.id, definition.version],
    )
    if (known.rows[0]) {
      if (!known.rows[0].hash.equals(hash)) {
        throw new Error(
          `service ${definition.id} version ${definition.version} was changed after publishing; raise its version`,
        )
      }
      continue
    }
    // What is stored was proved when it came in; at every start again it would cost seconds.
    const faults = checkDefinition(definition, installed).map(sayFault)
    if (faults.length) throw new Error(`service ${definition.id} is unsound:\n  ${faults.join('\n  ')}`)
    await owner.query(
      'insert into services.definition (service_id, version, slug, body, hash, valid_from) values ($1, $2, $3, $4, $5, $6)',
      [definition.id, definition.version, definition.slug, body, hash, definition.validFrom],
    )
  }
}

/** The definition under which a new application is made today, by its address. */
export async function findServiceBySlug(
  db: AnyHandle,
  slug: string,
  today: string,
): Promise<ServiceDefinition | undefined> {
  const row = await db
    .selectFrom('services.definition')
    .select(['service_id', 'version', 'body', 'hash'])
    .where('slug', '=', slug)
    .where('valid_from', '<=', today)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && parse(row)
}

export async function getServiceBySlug(db: AnyHandle, slug: string, today: string): Promise<ServiceDefinition> {
  const found = await findServiceBySlug(db, slug, today)
  if (!found) throw notFound()
  return found
}

/** The definition of a service under which a new application is made on a day. @throws not-found */
export async function getCurrentDefinition(
  db: AnyHandle,
  serviceId: string,
  today: string,
): Promise<ServiceDefinition> {
  const row = await db
    .selectFrom('services.definition')
    .select(['service_id', 'version', 'hash'])
    .where('service_id', '=', serviceId)
    .where('valid_from', '<=', today)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw notFound()
  return parsed.get(keyOf(row)) ?? read(db, serviceId, row.version)
}

/** Exactly the version a draft or case was made under. */
export async function getDefinition(db: AnyHandle, serviceId: string, version: number): Promise<ServiceDefinition> {
  const shipped = version < firstRegionVersion ? parsed.get(`${serviceId}@${version}`) : undefined
  if (shipped) return shipped
  const row = await db
    .selectFrom('services.definition')
    .select(['service_id', 'version', 'hash'])
    .where('service_id', '=', serviceId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw notFound()
  return parsed.get(keyOf(row)) ?? read(db, serviceId, version)
}

async function read(db: AnyHandle, serviceId: string, version: number): Promise<ServiceDefinition> {
  const row = await db
    .selectFrom('services.definition')
    .select(['service_id', 'version', 'body', 'hash'])
    .where('service_id', '=', serviceId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw notFound()
  return parse(row)
}

/** The newest valid version of every service. */
export async function listServices(db: AnyHandle, today: string): Promise<ServiceDefinition[]> {
  const rows = await db
    .selectFrom('services.definition')
    .select(['service_id', 'version', 'body', 'hash'])
    .distinctOn('service_id')
    .where('valid_from', '<=', today)
    .orderBy('service_id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(parse)
}

/** @throws wrong-state when no new applications are taken any more */
export function requireOpen(definition: Pick<ServiceDefinition, 'validTo'>, today: string): void {
  if (definition.validTo === undefined || today <= definition.validTo) return
  throw new AppError('wrong-state', {
    text: {
      id: 'Layanan ini sudah ditutup dan tidak menerima permohonan baru.',
      en: 'This service is closed and takes no new applications.',
    },
  })
}

interface StoredKey {
  readonly service_id: string
  readonly version: number
  readonly hash: Buffer
}

/** What comes with the program is the same in every region; what a region wrote itself is told by its hash. */
function keyOf({ service_id, version, hash }: StoredKey): string {
  return version < firstRegionVersion ? `${service_id}@${version}` : `${service_id}@${version}#${hash.toString('hex')}`
}

function parse(row: StoredKey & { body: unknown }): ServiceDefinition {
  const key = keyOf(row)
  let found = parsed.get(key)
  if (!found) {
    found = definitionSchema.parse(row.body)
    parsed.set(key, found)
  }
  return found
}
