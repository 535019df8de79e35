import { type RawBuilder, sql } from 'kysely'
import { type Actor, grantsFor } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { areasByCode } from '#modules/territory/index.ts'
import { type CardKind, type CardState, openStates, readCardCode } from '../machine.ts'

export interface Card {
  readonly id: string
  readonly kind: CardKind
  readonly personId: string
  readonly name: string
  readonly caseId: string | undefined
  readonly caseNumber: string | undefined
  readonly printNumber: number
  readonly reason: 'first' | 'lost' | 'damaged' | 'changed' | 'birth' | 'photo'
  readonly state: CardState
  readonly stateAt: Temporal.Instant
  readonly requestedAt: Temporal.Instant
  readonly code: string
  readonly withPhoto: boolean
  readonly biometrics: 'none' | 'waiting' | 'recorded'
  readonly serial: string | undefined
  readonly villageCode: string
  readonly village: string
  readonly delivery: 'pick-up' | 'delivery'
  readonly deliveryAddress: string | undefined
  readonly batchId: string | undefined
  readonly failures: number
  readonly note: string | undefined
  readonly place: string | undefined
  readonly courier: string | undefined
  readonly receiptNumber: string | undefined
  readonly receiverName: string | undefined
  readonly receiverRelation: string | undefined
  readonly receiverProof: string | undefined
  readonly expiresOn: string | undefined
  readonly endedReason: string | undefined
}

interface Row {
  id: string
  kind: CardKind
  person_id: string
  holder_name: string
  case_id: string | null
  case_number: string | null
  print_number: number
  reason: Card['reason']
  state: CardState
  state_at: Date
  requested_at: Date
  code: string
  with_photo: boolean
  biometrics: Card['biometrics']
  serial: string | null
  village_code: string
  delivery: Card['delivery']
  delivery_address: string | null
  batch_id: string | null
  failures: number
  note: string | null
  place: string | null
  courier: string | null
  receipt_number: string | null
  receiver_name: string | null
  receiver_relation: string | null
  receiver_proof: string | null
  expires_on: string | null
  ended_reason: string | null
}

export interface CardFilter {
  /** A code, the number of a file, or part of a name. */
  readonly text?: string | undefined
  /** Left out: those still on their way. */
  readonly state?: CardState | undefined
  readonly kind?: CardKind | undefined
  /** Code of a district. */
  readonly district?: string | undefined
  readonly batchId?: string | undefined
  /** Id of the last row of the page before. */
  readonly after?: string | undefined
}

export const cardPageSize = 40

/** Oldest first: who has waited longest is at the top. */
export async function listCards(
  db: AnyHandle,
  actor: Actor,
  filter: CardFilter,
  limit = cardPageSize,
): Promise<{ rows: Card[]; next: string | undefined }> {
  const state = filter.state
    ? sql`c.state = ${filter.state}`
    : filter.batchId
      ? sql`true`
      : sql`c.state in (${sql.join([...openStates])})`
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where ${state} and ${readable(actor)} and ${matching(filter.text)}
      ${filter.kind ? sql`and c.kind = ${filter.kind}` : sql``}
      ${filter.district ? sql`and c.village_code like ${`${filter.district}.%`}` : sql``}
      ${filter.batchId ? sql`and c.batch_id = ${filter.batchId}::uuid` : sql``}
      ${filter.after ? sql`and c.id > ${filter.after}::uuid` : sql``}
    order by c.id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  return { rows: await cardsOf(db, shown), next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

/** How many cards wait in each state on the way; what has ended is not counted. */
export async function countCards(db: AnyHandle, actor: Actor): Promise<ReadonlyMap<CardState, number>> {
  const { rows } = await sql<{ state: CardState; n: number }>`select c.state, count(*)::int as n
    from population.identity_card c where c.state in (${sql.join([...openStates])}) and ${readable(actor)} group by c.state`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.state, row.n]))
}

export async function findCard(db: AnyHandle, actor: Actor, id: string): Promise<Card | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} from ${source} where c.id = ${id}::uuid and ${readable(actor)}`.execute(db)
  return (await cardsOf(db, rows))[0]
}

/** By the code on its sleeve. */
export async function findCardByCode(db: AnyHandle, actor: Actor, typed: string): Promise<Card | undefined> {
  const code = readCardCode(typed)
  if (!code) return undefined
  const { rows } =
    await sql<Row>`select ${columns} from ${source} where c.code = ${code} and ${readable(actor)}`.execute(db)
  return (await cardsOf(db, rows))[0]
}

/** Every card of these people, the newest first. */
export async function listCardsOf(db: AnyHandle, personIds: readonly string[]): Promise<Card[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where c.person_id in (${sql.join([...personIds])}) order by c.id desc limit 100`.execute(db)
  return cardsOf(db, rows)
}

export interface CardStep {
  readonly verb: string
  readonly state: CardState
  readonly at: Temporal.Instant
  readonly by: string
  readonly note: string | undefined
}

/** What happened to a card, in order. */
export async function listCardSteps(db: AnyHandle, cardId: string): Promise<CardStep[]> {
  const rows = await db
    .selectFrom('population.identity_card_step')
    .selectAll()
    .where('card_id', '=', cardId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    verb: row.verb,
    state: row.state as CardState,
    at: instantOf(row.at),
    by: row.by_name,
    note: row.note ?? undefined,
  }))
}

const columns = sql.raw('c.*')
const source = sql.raw('population.identity_card c')

/** Cards of the territory in which the officer may read them. */
function readable(actor: Actor): RawBuilder<boolean> {
  const areas = [...new Set(grantsFor(actor, 'population.read-cards').map((grant) => grant.territory))]
  if (areas.length === 0) return sql<boolean>`false`
  if (areas.includes('')) return sql<boolean>`true`
  const within = areas.map((area) => sql<boolean>`(c.village_code = ${area} or c.village_code like ${`${area}.%`})`)
  return sql<boolean>`(${sql.join(within, sql` or `)})`
}

function matching(text: string | undefined): RawBuilder<boolean> {
  const typed = text?.trim() ?? ''
  if (!typed) return sql<boolean>`true`
  const code = readCardCode(typed)
  if (code) return sql<boolean>`c.code = ${code}`
  if (/\d{3}/.test(typed))
    return sql<boolean>`(c.case_number = ${typed.toUpperCase()} or c.serial = ${typed.toUpperCase()})`
  return sql<boolean>`c.holder_name ilike ${`%${typed.replace(/[%_\\]/g, '\\$&')}%`}`
}

async function cardsOf(db: AnyHandle, rows: readonly Row[]): Promise<Card[]> {
  const areas = rows.length > 0 ? await areasByCode(db, [...new Set(rows.map((row) => row.village_code))]) : new Map()
  return rows.map((row) => cardOf(row, areas.get(row.village_code)?.name ?? row.village_code))
}

function cardOf(row: Row, village: string): Card {
  return {
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    name: row.holder_name,
    caseId: row.case_id ?? undefined,
    caseNumber: row.case_number ?? undefined,
    printNumber: row.print_number,
    reason: row.reason,
    state: row.state,
    stateAt: instantOf(row.state_at),
    requestedAt: instantOf(row.requested_at),
    code: row.code,
    withPhoto: row.with_photo,
    biometrics: row.biometrics,
    serial: row.serial ?? undefined,
    villageCode: row.village_code,
    village,
    delivery: row.delivery,
    deliveryAddress: row.delivery_address ?? undefined,
    batchId: row.batch_id ?? undefined,
    failures: row.failures,
    note: row.note ?? undefined,
    place: row.place ?? undefined,
    courier: row.courier ?? undefined,
    receiptNumber: row.receipt_number ?? undefined,
    receiverName: row.receiver_name ?? undefined,
    receiverRelation: row.receiver_relation ?? undefined,
    receiverProof: row.receiver_proof ?? undefined,
    expiresOn: row.expires_on ?? undefined,
    endedReason: row.ended_reason ?? undefined,
  }
}
