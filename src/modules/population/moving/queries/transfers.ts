import { type Selectable, sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getPerson, type Person } from '#modules/people/index.ts'
import type { TransferTable } from '../../tables.ts'
import { type MovingPackage, packageContext } from '../package.ts'
import type { TransferState } from '../transfers.ts'

export const transferStates = [
  'asked',
  'drafted',
  'sent',
  'accepted',
  'withdrawing',
  'announced',
  'claimed',
  'registered',
  'settled',
  'refused',
  'lapsed',
  'cancelled',
  'withdrawn',
] as const satisfies readonly TransferState[]
export const transferChannels = ['peer', 'letter', 'abroad'] as const

export interface Transfer {
  readonly id: string
  readonly direction: 'out' | 'in'
  readonly channel: (typeof transferChannels)[number]
  readonly state: TransferState
  readonly peerCode: string | undefined
  readonly number: string | undefined
  readonly headName: string
  readonly peopleCount: number
  readonly otherPlace: string
  readonly villageCode: string
  readonly movedOn: string
  readonly validTo: string | undefined
  readonly familyId: string | undefined
  readonly caseId: string | undefined
  readonly trouble: string | undefined
  readonly reason: string | undefined
  readonly attempts: number
  readonly nextAttemptAt: Temporal.Instant | undefined
  readonly changedAt: Temporal.Instant
  readonly withdrawingSince: Temporal.Instant | undefined
  /** How an officer proposes to end what the other region never answered. */
  readonly proposal:
    | {
        readonly endAs: 'stay' | 'gone'
        readonly reason: string
        readonly by: string
        readonly accountId: string | undefined
      }
    | undefined
}

export interface TransferFilter {
  /** Part of a name, or a number. */
  readonly text?: string | undefined
  readonly direction?: 'out' | 'in' | undefined
  readonly channel?: Transfer['channel'] | undefined
  /** One state; "waiting" those that need somebody of this desk. */
  readonly state?: TransferState | 'waiting' | undefined
  readonly territories: readonly string[]
}

/** The latest first. @param after `next` of the page before */
export async function listTransfers(
  db: AnyHandle,
  filter: TransferFilter,
  after?: string,
  pageSize = 50,
): Promise<{ rows: readonly Transfer[]; next: string | undefined }> {
  const { text, direction, channel, state, territories } = filter
  let query = db.selectFrom('population.transfer').selectAll()
  if (!territories.includes('')) {
    query = query.where(
      sql<boolean>`(${sql.join([sql`false`, ...territories.map((code) => sql`(village_code = ${code} or starts_with(village_code, ${`${code}.`}))`)], sql` or `)})`,
    )
  }
  if (text?.trim()) {
    query = query.where((where) =>
      where.or([where('head_name', 'ilike', containing(text)), where('number', 'ilike', containing(text))]),
    )
  }
  if (direction) query = query.where('direction', '=', direction)
  if (channel) query = query.where('channel', '=', channel)
  if (state === 'waiting') {
    query = query.where((where) =>
      where.or([
        where('trouble', 'is not', null),
        where('end_as', 'is not', null),
        where.and([where('direction', '=', 'in'), where('state', 'in', ['announced', 'claimed'])]),
        where.and([where('direction', '=', 'out'), where('state', '=', 'asked')]),
      ]),
    )
  } else if (state) query = query.where('state', '=', state)
  if (after) {
    query = query.where(
      sql<boolean>`(changed_at, id) < (select changed_at, id from population.transfer where id = ${after})`,
    )
  }
  const rows = await query
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize).map(toTransfer)
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)?.id : undefined }
}

/** @throws not-found */
export async function getTransfer(db: AnyHandle, id: string): Promise<Transfer> {
  const row = await db.selectFrom('population.transfer').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return toTransfer(row)
}

/** Who moves, where the other region sent it or this one keeps it for sending. */
export async function findPackage(tenant: Tenant, db: AnyHandle, id: string): Promise<MovingPackage | undefined> {
  const row = await db.selectFrom('population.transfer').select('package').where('id', '=', id).executeTakeFirst()
  return row?.package ? tenant.cipher.openJson<MovingPackage>(row.package, packageContext) : undefined
}

/** Who of this register moves with it, the eldest first. */
export async function listTransferPeople(db: AnyHandle, id: string): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('population.transfer_person')
    .select('person_id')
    .where('transfer_id', '=', id)
    .execute()
  const people = await Promise.all(rows.map((row) => getPerson(db, row.person_id)))
  return people.sort((a, b) => (a.birthOn < b.birthOn ? -1 : 1))
}

export interface TransferStep {
  readonly at: Temporal.Instant
  readonly what: string
  readonly by: string
  readonly note: string | undefined
}

/** What happened to it, the latest first. */
export async function listTransferHistory(db: AnyHandle, id: string): Promise<TransferStep[]> {
  const rows = await db
    .selectFrom('population.transfer_history')
    .selectAll()
    .where('transfer_id', '=', id)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ at: instantOf(row.at), what: row.what, by: row.by_name, note: row.note ?? undefined }))
}

/** Open arrivals under the number of a letter; the family claims one of them. */
export async function findClaimable(
  db: AnyHandle,
  number: string,
): Promise<{ id: string; package: Buffer } | undefined> {
  const row = await db
    .selectFrom('population.transfer')
    .select(['id', 'package'])
    .where('number', '=', number)
    .where('direction', '=', 'in')
    .where('channel', '=', 'peer')
    .where('state', 'in', ['announced', 'claimed'])
    .executeTakeFirst()
  return row?.package ? { id: row.id, package: row.package } : undefined
}

/** Whether and how a letter of another region was handed in here before, unless nothing came of it. */
export async function findHandedIn(
  db: AnyHandle,
  number: string,
): Promise<{ channel: Transfer['channel'] } | undefined> {
  return db
    .selectFrom('population.transfer')
    .select('channel')
    .where('number', '=', number)
    .where('direction', '=', 'in')
    .where('state', 'not in', ['withdrawn', 'refused', 'lapsed', 'cancelled'])
    .executeTakeFirst()
}

function toTransfer(row: Selectable<TransferTable>): Transfer {
  return {
    id: row.id,
    direction: row.direction,
    channel: row.channel,
    state: row.state,
    peerCode: row.peer_code ?? undefined,
    number: row.number ?? undefined,
    headName: row.head_name,
    peopleCount: row.people_count,
    otherPlace: row.other_place,
    villageCode: row.village_code,
    movedOn: row.moved_on,
    validTo: row.valid_to ?? undefined,
    familyId: row.family_id ?? undefined,
    caseId: row.case_id ?? undefined,
    trouble: row.trouble ?? undefined,
    reason: row.reason ?? undefined,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at ? instantOf(row.next_attempt_at) : undefined,
    changedAt: instantOf(row.changed_at),
    withdrawingSince: row.withdrawing_since ? instantOf(row.withdrawing_since) : undefined,
    proposal: row.end_as
      ? {
          endAs: row.end_as,
          reason: row.end_reason ?? '',
          by: row.end_by ?? '',
          accountId: row.end_account ?? undefined,
        }
      : undefined,
  }
}
