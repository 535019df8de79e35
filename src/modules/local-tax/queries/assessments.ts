import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { AssessmentState } from '../domain.ts'
import { readable } from './territory-filter.ts'

export interface Basis {
  readonly landArea: string
  readonly landPrice: string
  readonly buildingArea: string
  readonly buildingPrice: string
  readonly use: 'general' | 'food-land'
  /** NJOP. */
  readonly value: string
  readonly hasUntaxed: boolean
  readonly lines: readonly { readonly id: string; readonly label: LocalText; readonly amount: string }[]
}

export interface Assessment {
  readonly id: string
  readonly runId: string
  readonly number: string
  readonly code: string
  readonly year: number
  readonly state: AssessmentState
  readonly villageCode: string
  readonly objectId: string
  readonly objectAddress: string
  readonly taxpayerId: string
  readonly npwpd: string
  readonly ownerName: string
  readonly ownerAddress: string
  readonly ownerPersonId: string | undefined
  readonly basis: Basis
  readonly amount: Sen
  readonly lastYear: Sen | undefined
  readonly issuedOn: Temporal.PlainDate | undefined
  readonly dueOn: Temporal.PlainDate
  readonly deliveredOn: Temporal.PlainDate | undefined
  readonly deliveredTo: string | undefined
  readonly cancelReason: string | undefined
}

interface Row {
  readonly id: string
  readonly run_id: string
  readonly number: string
  readonly code: string
  readonly year: number
  readonly state: AssessmentState
  readonly village_code: string
  readonly object_id: string
  readonly object_address: string
  readonly taxpayer_id: string
  readonly npwpd: string
  readonly owner_name: string
  readonly owner_address: string
  readonly owner_person_id: string | null
  readonly basis: Basis
  readonly amount: string
  readonly last_year_amount: string | null
  readonly issued_on: string | null
  readonly due_on: string
  readonly delivered_on: string | null
  readonly delivered_to: string | null
  readonly cancel_reason: string | null
}

const columns = sql`a.id, a.run_id, a.number, a.code, a.year, a.state, a.village_code, a.object_id, o.address as object_address,
  a.taxpayer_id, t.npwpd, t.name as owner_name, t.address as owner_address, t.person_id as owner_person_id, a.basis,
  a.amount::text, a.last_year_amount::text, a.issued_on, a.due_on, a.delivered_on, a.delivered_to, a.cancel_reason`
const joins = sql`join local_tax.object o on o.id = a.object_id join local_tax.taxpayer t on t.id = a.taxpayer_id`

export interface AssessmentFilter {
  readonly runId?: string | undefined
  readonly objectId?: string | undefined
  readonly taxpayerId?: string | undefined
  /** First digits of an NOP. */
  readonly code?: string | undefined
  readonly state?: AssessmentState | undefined
  readonly area?: string | undefined
  readonly year?: number | undefined
}

/** Notices in the order of their numbers; of one parcel the years follow each other. */
export async function listAssessments(
  db: AnyHandle,
  actor: Actor,
  filter: AssessmentFilter,
  after = '',
  limit = 50,
): Promise<{ rows: Assessment[]; next: string | undefined }> {
  const own = (await findOwnRegion(db))?.code ?? ''
  const conditions: RawBuilder<unknown>[] = [readable(actor, own, sql`a.village_code`)]
  if (after) conditions.push(sql`(a.code, a.id) > (split_part(${after}, ' ', 1), split_part(${after}, ' ', 2)::uuid)`)
  if (filter.runId) conditions.push(sql`a.run_id = ${filter.runId}::uuid`)
  if (filter.objectId) conditions.push(sql`a.object_id = ${filter.objectId}::uuid`)
  if (filter.taxpayerId) conditions.push(sql`a.taxpayer_id = ${filter.taxpayerId}::uuid`)
  if (filter.code) conditions.push(sql`a.code like ${`${filter.code}%`}`)
  if (filter.state) conditions.push(sql`a.state = ${filter.state}`)
  if (filter.year) conditions.push(sql`a.year = ${filter.year}`)
  if (filter.area) conditions.push(sql`(a.village_code = ${filter.area} or a.village_code like ${`${filter.area}.%`})`)
  const { rows } = await sql<Row>`
    select ${columns} from (select * from local_tax.assessment a where ${sql.join(conditions, sql` and `)}
      order by a.code, a.id limit ${limit + 1}) a ${joins} order by a.code, a.id`.execute(db)
  const shown = rows.slice(0, limit).map(toAssessment)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.code} ${last.id}` : undefined }
}

export async function findAssessment(db: AnyHandle, id: string): Promise<Assessment | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from local_tax.assessment a ${joins} where a.id = ${id}::uuid`.execute(db)
  return rows[0] && toAssessment(rows[0])
}

const day = (text: string | null) => (text ? Temporal.PlainDate.from(text) : undefined)

function toAssessment(row: Row): Assessment {
  return {
    id: row.id,
    runId: row.run_id,
    number: row.number,
    code: row.code,
    year: row.year,
    state: row.state,
    villageCode: row.village_code,
    objectId: row.object_id,
    objectAddress: row.object_address,
    taxpayerId: row.taxpayer_id,
    npwpd: row.npwpd,
    ownerName: row.owner_name,
    ownerAddress: row.owner_address,
    ownerPersonId: row.owner_person_id ?? undefined,
    basis: row.basis,
    amount: senFromNumeric(row.amount),
    lastYear: row.last_year_amount === null ? undefined : senFromNumeric(row.last_year_amount),
    issuedOn: day(row.issued_on),
    dueOn: Temporal.PlainDate.from(row.due_on),
    deliveredOn: day(row.delivered_on),
    deliveredTo: row.delivered_to ?? undefined,
    cancelReason: row.cancel_reason ?? undefined,
  }
}
