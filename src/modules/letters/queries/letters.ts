import { type RawBuilder, sql } from 'kysely'
import { type Actor, grantsFor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { headContext, type LetterHead } from '../content.ts'
import type { LetterState, Role, Security, Urgency } from '../domain.ts'

/** One letter as a list shows it. */
export interface ListedLetter {
  readonly id: string
  readonly kind: string
  readonly state: LetterState
  readonly security: Security
  readonly urgency: Urgency
  readonly subject: string
  readonly recipients: readonly string[]
  readonly number: string | undefined
  readonly unitPath: string
  readonly drafter: string
  readonly version: number
  readonly hash: string
  readonly changedAt: Temporal.Instant
  readonly issuedAt: Temporal.Instant | undefined
  /** In the queue: since when it waits, and for what. */
  readonly turn: { readonly since: Temporal.Instant; readonly role: Role } | undefined
}

export interface LetterFilter {
  readonly text?: string | undefined
  readonly kind?: string | undefined
  readonly state?: LetterState | undefined
  readonly security?: Security | undefined
  readonly unit?: string | undefined
  readonly role?: Role | undefined
  /** ISO days, both inclusive, by when the letter was last changed. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly after?: string | undefined
}

export interface LetterPage {
  readonly rows: readonly ListedLetter[]
  readonly next: string | undefined
}

export const letterPageSize = 50

interface Row {
  id: string
  kind: string
  state: LetterState
  security: Security
  urgency: Urgency
  head_sealed: Buffer
  number: string | null
  unit_path: string
  drafter_label: string
  version: number
  content_hash: string
  changed_at: Date
  issued_at: Date | null
  role?: Role
  since?: Date
  urgency_rank?: number
}

const columns = sql`l.id, l.kind, l.state, l.security, l.urgency, l.head_sealed, l.number, l.unit_path, l.drafter_label,
  l.version, l.content_hash, l.changed_at, l.issued_at`

function listed(tenant: Tenant, row: Row): ListedLetter {
  const head = tenant.cipher.openJson<LetterHead>(row.head_sealed, headContext)
  return {
    ...head,
    id: row.id,
    kind: row.kind,
    state: row.state,
    security: row.security,
    urgency: row.urgency,
    number: row.number ?? undefined,
    unitPath: row.unit_path,
    drafter: row.drafter_label,
    version: row.version,
    hash: row.content_hash,
    changedAt: instantOf(row.changed_at),
    issuedAt: row.issued_at ? instantOf(row.issued_at) : undefined,
    turn: row.role && row.since ? { role: row.role, since: instantOf(row.since) } : undefined,
  }
}

/** What waits for the post in which somebody acts, the most urgent first, then the oldest. */
export async function listQueue(
  tenant: Tenant,
  db: AnyHandle,
  actor: Actor,
  filter: LetterFilter,
  limit = letterPageSize,
): Promise<LetterPage> {
  if (!actor.position) return { rows: [], next: undefined }
  const [rank, since, id] = filter.after?.split('_') ?? []
  const { rows } = await sql<Row>`
    select ${columns}, t.role, t.since, t.urgency_rank
    from letters.turn t join letters.letter l on l.id = t.letter_id
    where t.position_id = ${actor.position.id}
      ${filter.role ? sql`and t.role = ${filter.role}` : sql``}
      ${narrowed(filter)}
      ${
        rank && since && id
          ? sql`and (t.urgency_rank < ${rank}::int or (t.urgency_rank = ${rank}::int
              and (t.since, t.letter_id) > (${since}::timestamptz, ${id}::uuid)))`
          : sql``
      }
    order by t.urgency_rank desc, t.since, t.letter_id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => listed(tenant, row)),
    next:
      rows.length > limit && last?.since ? `${last.urgency_rank}_${last.since.toISOString()}_${last.id}` : undefined,
  }
}

export interface QueueCounts {
  readonly paraf: number
  readonly signature: number
}

/** How much waits for a post; past a thousand it is only said that it is many. */
export async function countQueue(db: AnyHandle, actor: Actor): Promise<QueueCounts> {
  if (!actor.position) return { paraf: 0, signature: 0 }
  const { rows } = await sql<QueueCounts>`
    select count(*) filter (where role = 'paraf')::int as paraf, count(*) filter (where role = 'signature')::int as signature
    from (select role from letters.turn where position_id = ${actor.position.id} limit 1001) t`.execute(db)
  return rows[0] ?? { paraf: 0, signature: 0 }
}

/** Letters that somebody drafted himself. */
export function listOwn(
  tenant: Tenant,
  db: AnyHandle,
  actor: Actor,
  filter: LetterFilter,
  limit = letterPageSize,
): Promise<LetterPage> {
  return listBy(tenant, db, sql`l.drafter_person_id = ${actor.personId ?? null}`, filter, limit)
}

/**
 * Letters of the units that somebody may read. A list of one office walks its index; whoever may read everything walks
 * the whole, newest first. Secret ones only where he is entitled, or in their chain.
 */
export function listReadable(
  tenant: Tenant,
  db: AnyHandle,
  actor: Actor,
  filter: LetterFilter,
  limit = letterPageSize,
): Promise<LetterPage> {
  const open = scopeOf(actor, ['letters.read', 'letters.draft'], filter.unit)
  const secret = scopeOf(actor, ['letters.read-secret'], filter.unit)
  if (!open && !secret) return Promise.resolve({ rows: [], next: undefined })
  const entitled = secret ? sql`or ${secret}` : sql``
  const where = sql`${open ?? secret} and (l.security in ('biasa', 'terbatas') ${entitled}
    or l.drafter_person_id = ${actor.personId ?? null}
    or exists (select 1 from letters.step_post p where p.letter_id = l.id and p.position_id = ${actor.position?.id ?? null}))`
  return listBy(tenant, db, where, filter, limit)
}

/** Units that a permission covers, narrowed to one of them; undefined when it covers none. */
function scopeOf(
  actor: Actor,
  permissions: readonly string[],
  unit: string | undefined,
): RawBuilder<unknown> | undefined {
  const paths = permissions.flatMap((permission) => grantsFor(actor, permission).map((grant) => grant.unitPath))
  if (paths.length === 0) return undefined
  const covers = (path: string) => paths.some((own) => own === '' || path === own || path.startsWith(`${own}.`))
  if (unit) {
    if (covers(unit)) return within(unit)
    const inside = paths.filter((path) => path.startsWith(`${unit}.`))
    return inside.length > 0 ? sql`(${sql.join(inside.map(within), sql` or `)})` : sql`false`
  }
  if (paths.includes('')) return sql`true`
  return sql`(${sql.join([...new Set(paths)].map(within), sql` or `)})`
}

/** By the office, which the index knows, and then by the path. */
function within(path: string): RawBuilder<unknown> {
  const office = path.split('.')[0] as string
  if (path === office) return sql`l.office = ${office}`
  return sql`(l.office = ${office} and (l.unit_path = ${path} or starts_with(l.unit_path, ${`${path}.`})))`
}

async function listBy(
  tenant: Tenant,
  db: AnyHandle,
  where: RawBuilder<unknown>,
  filter: LetterFilter,
  limit: number,
): Promise<LetterPage> {
  const [at, id] = filter.after?.split('_') ?? []
  const { rows } = await sql<Row>`
    select ${columns} from letters.letter l
    where ${where} ${narrowed(filter)}
      ${filter.from ? sql`and l.changed_at >= ${filter.from}::date` : sql``}
      ${filter.to ? sql`and l.changed_at < ${filter.to}::date + 1` : sql``}
      ${at && id ? sql`and (l.changed_at, l.id) < (${at}::timestamptz, ${id}::uuid)` : sql``}
    order by l.changed_at desc, l.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => listed(tenant, row)),
    next: rows.length > limit && last ? `${last.changed_at.toISOString()}_${last.id}` : undefined,
  }
}

function narrowed({ text, kind, state, security }: LetterFilter): RawBuilder<unknown> {
  const words = (text ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
  const parts = [
    ...words.map((word) => sql`l.search_text like ${containing(word)}`),
    ...(kind ? [sql`l.kind = ${kind}`] : []),
    ...(state ? [sql`l.state = ${state}`] : []),
    ...(security ? [sql`l.security = ${security}`] : []),
  ]
  return parts.length > 0 ? sql`and ${sql.join(parts, sql` and `)}` : sql``
}
