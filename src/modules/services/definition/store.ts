import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/journal/journal.ts'
import { listRules, type RuleUse, ruleOn } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { checkDefinition, type Installed, sayFault } from './check.ts'
import { definitionSchema, type ServiceDefinition } from './schema.ts'
import { ruleKeysIn, ruleKeysInTexts, spell, spellTexts } from './spell.ts'

/** Versions that a region published itself begin here; those that come with the program stay below. */
export const firstRegionVersion = 10_001

/** A published version never changes, so it is parsed once in the life of the process. */
const parsed = new Map<string, ServiceDefinition>()

/**
 * By which law the texts of a definition are said: the rules that stayed with a case, those of a day in this region, or
 * not at all. Names of services and states hold no rule, so lists take them as they are written.
 */
export type Wording = { readonly rules: readonly RuleUse[] } | { readonly on: string } | 'as-written'

/** Definitions with the figures of a day in this region. */
export async function spellOn(
  db: AnyHandle,
  definitions: readonly ServiceDefinition[],
  day: string,
): Promise<ServiceDefinition[]> {
  const figureOf = await figuresOn(db, definitions.flatMap(ruleKeysInTexts), day)
  return definitions.map((definition) => spell(definition, figureOf))
}

/** Any other texts that name rules, with the figures of a day in this region. */
export async function spellTextsOn<Part>(db: AnyHandle, texts: Part, day: string): Promise<Part> {
  return spellTexts(texts, await figuresOn(db, ruleKeysIn(texts), day))
}

async function figuresOn(db: AnyHandle, named: readonly string[], day: string) {
  const keys = [...new Set(named)]
  const rows = keys.length === 0 ? [] : await listRules(db, keys)
  const isLocal = rows.some((row) => row.region !== '')
  const region = isLocal ? ((await findOwnRegion(db))?.code ?? '') : ''
  const on = Temporal.PlainDate.from(day)
  // Of a day that no row covers any more the last row is told: nothing newer is known.
  return (key: string) => ruleOn(rows, key, region, on) ?? rows.find((row) => row.key === key)
}

async function spellOne(db: AnyHandle, definition: ServiceDefinition, day: string): Promise<ServiceDefinition> {
  const [found] = await spellOn(db, [definition], day)
  return found as ServiceDefinition
}

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
  return row && spellOne(db, parse(row), today)
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
  return spellOne(db, parsed.get(keyOf(row)) ?? (await read(db, serviceId, row.version)), today)
}

/** Exactly the version a draft or case was made under. */
export async function getDefinition(
  db: AnyHandle,
  serviceId: string,
  version: number,
  wording: Wording,
): Promise<ServiceDefinition> {
  const written = await getWritten(db, serviceId, version)
  if (wording === 'as-written') return written
  if ('on' in wording) return spellOne(db, written, wording.on)
  const rules = new Map(wording.rules.map((rule) => [rule.key, rule]))
  return spell(written, (key) => rules.get(key))
}

async function getWritten(db: AnyHandle, serviceId: string, version: number): Promise<ServiceDefinition> {
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
  return spellOn(db, rows.map(parse), today)
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
