import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { type AssessmentKind, type AssessmentState, owedOf, type Tax } from '../claims.ts'
import { inArea, readable } from './territory-filter.ts'

interface BasisLine {
  readonly id: string
  readonly label: LocalText
  readonly amount: string
  readonly destination?: string | undefined
}

/** What a notice of land was computed from. */
export interface LandBasis {
  readonly landArea: string
  readonly landPrice: string
  readonly buildingArea: string
  readonly buildingPrice: string
  readonly use: 'general' | 'food-land'
  /** NJOP. */
  readonly value: string
  readonly hasUntaxed: boolean
  readonly lines: readonly BasisLine[]
}

/** What any other assessment was computed from. */
export interface CalculatorBasis {
  readonly calculator: string
  readonly day: string
  readonly input: unknown
  readonly lines: readonly BasisLine[]
  readonly rules: readonly { readonly id: string; readonly key: string; readonly citation: string }[]
}

export type Basis = LandBasis | CalculatorBasis
export const isOfLand = (basis: Basis): basis is LandBasis => 'landArea' in basis

export interface Assessment {
  readonly id: string
  readonly kind: AssessmentKind
  readonly tax: Tax
  readonly runId: string | undefined
  readonly number: string
  /** Number of the object; empty where there is none. */
  readonly code: string
  readonly year: number
  readonly period: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } | undefined
  readonly state: AssessmentState
  readonly villageCode: string | undefined
  readonly objectId: string | undefined
  readonly objectAddress: string | undefined
  readonly taxpayerId: string
  readonly npwpd: string
  readonly ownerName: string
  readonly ownerAddress: string
  readonly ownerPersonId: string | undefined
  readonly basis: Basis
  readonly ground: string
  /** As it was first issued. */
  readonly assessed: Sen
  /** What is claimed now. */
  readonly amount: Sen
  /** Tax that is paid, without interest. */
  readonly paid: Sen
  readonly writtenOff: Sen
  /** What is still owed of the tax, without interest. */
  readonly owed: Sen
  readonly lastYear: Sen | undefined
  readonly billId: string | undefined
  readonly issuedOn: Temporal.PlainDate | undefined
  readonly dueOn: Temporal.PlainDate
  readonly deliveredOn: Temporal.PlainDate | undefined
  readonly deliveredTo: string | undefined
  readonly disputedBy: string | undefined
  readonly cancelReason: string | undefined
}

interface Row {
  readonly id: string
  readonly kind: AssessmentKind
  readonly tax: Tax
  readonly run_id: string | null
  readonly number: string
  readonly code: string
  readonly year: number
  readonly period_from: string | null
  readonly period_to: string | null
  readonly state: AssessmentState
  readonly village_code: string | null
  readonly object_id: string | null
  readonly object_address: string | null
  readonly taxpayer_id: string
  readonly npwpd: string
  readonly owner_name: string
  readonly owner_address: string
  readonly owner_person_id: string | null
  readonly basis: Basis
  readonly ground: string
  readonly assessed_amount: string
  readonly amount: string
  readonly paid_amount: string
  readonly written_off_amount: string
  readonly last_year_amount: string | null
  readonly bill_id: string | null
  readonly issued_on: string | null
  readonly due_on: string
  readonly delivered_on: string | null
  readonly delivered_to: string | null
  readonly disputed_by: string | null
  readonly cancel_reason: string | null
}

const columns = sql`a.id, a.kind, a.tax, a.run_id, a.number, a.code, a.year, a.period_from, a.period_to, a.state, a.village_code,
  a.object_id, o.address as object_address, a.taxpayer_id, t.npwpd, t.name as owner_name, t.address as owner_address,
  t.person_id as owner_person_id, a.basis, a.ground, a.assessed_amount::text, a.amount::text, a.paid_amount::text,
  a.written_off_amount::text, a.last_year_amount::text, a.bill_id, a.issued_on, a.due_on, a.delivered_on, a.delivered_to,
  a.disputed_by, a.cancel_reason`
const joins = sql`left join local_tax.object o on o.id = a.object_id join local_tax.taxpayer t on t.id = a.taxpayer_id`

export interface AssessmentFilter {
  readonly runId?: string | undefined
  readonly objectId?: string | undefined
  readonly taxpayerId?: string | undefined
  /** First digits of an NOP, a number of an assessment, an NPWPD or words of a name. */
  readonly text?: string | undefined
  readonly states?: readonly AssessmentState[] | undefined
  readonly tax?: Tax | undefined
  readonly area?: string | undefined
  readonly year?: number | undefined
}

export interface Page<Row> {
  readonly rows: Row[]
  readonly next: string | undefined
}

export function assessmentConditions(filter: AssessmentFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  // The drafts of a yearly assessment are looked at in it; here they would hide all others.
  if (!filter.runId && !filter.objectId) conditions.push(sql`(a.state <> 'draft' or a.run_id is null)`)
  if (filter.runId) conditions.push(sql`a.run_id = ${filter.runId}::uuid`)
  if (filter.objectId) conditions.push(sql`a.object_id = ${filter.objectId}::uuid`)
  if (filter.taxpayerId) conditions.push(sql`a.taxpayer_id = ${filter.taxpayerId}::uuid`)
  if (filter.text) conditions.push(bearing(filter.text))
  if (filter.states) conditions.push(sql`a.state = any (${[...filter.states]}::text[])`)
  if (filter.tax) conditions.push(sql`a.tax = ${filter.tax}`)
  if (filter.year) conditions.push(sql`a.year = ${filter.year}`)
  if (filter.area) conditions.push(inArea(sql`a.village_code`, filter.area))
  return conditions
}

function bearing(text: string): RawBuilder<unknown> {
  const digits = text.replace(/[\s.-]/g, '')
  if (/^\d{4,18}$/.test(digits)) return sql`a.code like ${`${digits}%`}`
  if (/^[a-z]{3,8}-\d{4}(-\d+)?$/i.test(text)) return sql`a.number like ${`${text.toUpperCase()}%`}`
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)
  const bears = words.map((word) => sql`w.search_text like ${containing(word)}`)
  return bears.length === 0
    ? sql`true`
    : sql`a.taxpayer_id in (select w.id from local_tax.taxpayer w where ${sql.join(bears, sql` and `)})`
}

/** Assessments in the order of their objects; of one object the years follow each other. */
export async function listAssessments(
  db: AnyHandle,
  actor: Actor,
  filter: AssessmentFilter,
  after = '',
  limit = 50,
): Promise<Page<Assessment>> {
  const own = (await findOwnRegion(db))?.code ?? ''
  const conditions = [readable(actor, own, sql`coalesce(a.village_code, '')`), ...assessmentConditions(filter)]
  if (after) conditions.push(sql`(a.code, a.id) > (split_part(${after}, ' ', 1), split_part(${after}, ' ', 2)::uuid)`)
  const { rows } = await sql<Row>`
    select ${columns} from (select * from local_tax.assessment a where ${sql.join(conditions, sql` and `)}
      order by a.code, a.id limit ${limit + 1}) a ${joins} order by a.code, a.id`.execute(db)
  const shown = rows.slice(0, limit).map(toAssessment)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.code} ${last.id}` : undefined }
}

export const cursorPattern = /^[0-9A-Z.]{0,20} [0-9a-f-]{36}$/

/** Everything of one taxpayer that was issued, the latest year first. */
export async function listOfTaxpayer(db: AnyHandle, taxpayerId: string, limit = 100): Promise<Assessment[]> {
  const { rows } = await sql<Row>`
    select ${columns} from local_tax.assessment a ${joins}
    where a.taxpayer_id = ${taxpayerId}::uuid and a.state <> 'draft' order by a.year desc, a.id desc limit ${limit}`.execute(
    db,
  )
  return rows.map(toAssessment)
}

/** Notices of one parcel by its NOP, the latest year first, without drafts. */
export async function listOfParcel(db: AnyHandle, code: string): Promise<Assessment[]> {
  const { rows } = await sql<Row>`
    select ${columns} from local_tax.assessment a ${joins}
    where a.code = ${code} and a.kind = 'sppt' and a.state not in ('draft', 'cancelled') order by a.year desc limit 40`.execute(
    db,
  )
  return rows.map(toAssessment)
}

/** In the order in which they were asked for; what is unknown is left out. */
export async function findAssessments(db: AnyHandle, ids: readonly string[]): Promise<Assessment[]> {
  const { rows } = await sql<Row>`
    select ${columns} from local_tax.assessment a ${joins} where a.id = any (${[...ids]}::uuid[])`.execute(db)
  const found = new Map(rows.map((row) => [row.id, toAssessment(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

export async function findAssessment(db: AnyHandle, id: string): Promise<Assessment | undefined> {
  return (await findAssessments(db, [id]))[0]
}

const day = (text: string | null) => (text ? Temporal.PlainDate.from(text) : undefined)

function toAssessment(row: Row): Assessment {
  const [from, to] = [day(row.period_from), day(row.period_to)]
  const claim = {
    state: row.state,
    amount: senFromNumeric(row.amount),
    paid: senFromNumeric(row.paid_amount),
    writtenOff: senFromNumeric(row.written_off_amount),
  }
  return {
    ...claim,
    owed: owedOf(claim),
    id: row.id,
    kind: row.kind,
    tax: row.tax,
    runId: row.run_id ?? undefined,
    number: row.number,
    code: row.code,
    year: row.year,
    period: from && to ? { from, to } : undefined,
    villageCode: row.village_code ?? undefined,
    objectId: row.object_id ?? undefined,
    objectAddress: row.object_address ?? undefined,
    taxpayerId: row.taxpayer_id,
    npwpd: row.npwpd,
    ownerName: row.owner_name,
    ownerAddress: row.owner_address,
    ownerPersonId: row.owner_person_id ?? undefined,
    basis: row.basis,
    ground: row.ground,
    assessed: senFromNumeric(row.assessed_amount),
    lastYear: row.last_year_amount === null ? undefined : senFromNumeric(row.last_year_amount),
    billId: row.bill_id ?? undefined,
    issuedOn: day(row.issued_on),
    dueOn: Temporal.PlainDate.from(row.due_on),
    deliveredOn: day(row.delivered_on),
    deliveredTo: row.delivered_to ?? undefined,
    disputedBy: row.disputed_by ?? undefined,
    cancelReason: row.cancel_reason ?? undefined,
  }
}
