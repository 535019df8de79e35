import { type RawBuilder, type Selectable, sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { AssessmentKind, ProposalKind, ProposalState, Tax } from '../claims.ts'
import type { ProposalTable } from '../tables.ts'
import type { Page } from './assessments.ts'

export interface Proposal {
  readonly id: string
  readonly kind: ProposalKind
  readonly state: ProposalState
  readonly ground: string
  readonly total: number
  readonly done: number
  readonly leftOut: number
  /** Tax that it is about, without interest. */
  readonly amount: Sen
  readonly madeByAccount: string
  readonly madeBy: string
  readonly madeAt: Temporal.Instant
  readonly decidedByAccount: string | undefined
  readonly decidedBy: string | undefined
  readonly decidedByPerson: string | undefined
  readonly decidedIn: string | undefined
  readonly decidedAt: Temporal.Instant | undefined
  readonly decisionNote: string | undefined
}

function toProposal(row: Selectable<ProposalTable>): Proposal {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    ground: row.ground,
    total: row.total,
    done: row.done,
    leftOut: row.left_out,
    amount: senFromNumeric(row.amount),
    madeByAccount: row.made_by_account,
    madeBy: row.made_by,
    madeAt: instantOf(row.made_at),
    decidedByAccount: row.decided_by_account ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedByPerson: row.decided_by_person ?? undefined,
    decidedIn: row.decided_in ?? undefined,
    decidedAt: row.decided_at ? instantOf(row.decided_at) : undefined,
    decisionNote: row.decision_note ?? undefined,
  }
}

export async function findProposal(db: AnyHandle, id: string): Promise<Proposal | undefined> {
  const row = await db.selectFrom('local_tax.proposal').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toProposal(row)
}

export interface ProposalFilter {
  /** Words of the ground or of a name. */
  readonly text?: string | undefined
  readonly kind?: ProposalKind | undefined
  readonly state?: ProposalState | undefined
}

/** The latest first. */
export async function listProposals(
  db: AnyHandle,
  filter: ProposalFilter,
  after = '',
  limit = 50,
): Promise<Page<Proposal>> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (filter.kind) conditions.push(sql`p.kind = ${filter.kind}`)
  if (filter.state) conditions.push(sql`p.state = ${filter.state}`)
  if (filter.text)
    conditions.push(sql`concat_ws(' ', p.ground, p.made_by, p.decided_by) ilike ${containing(filter.text)}`)
  if (after)
    conditions.push(sql`(p.made_at, p.id) < (select made_at, id from local_tax.proposal where id = ${after}::uuid)`)
  const { rows } = await sql<Selectable<ProposalTable>>`
    select * from local_tax.proposal p where ${sql.join(conditions, sql` and `)}
    order by p.made_at desc, p.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map(toProposal)
  return { rows: shown, next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

export interface ProposalItem {
  readonly id: string
  readonly ordinal: number
  readonly assessmentId: string
  readonly assessmentNumber: string
  readonly kind: AssessmentKind
  readonly tax: Tax
  readonly year: number
  readonly ownerName: string
  readonly principal: Sen
  readonly interest: Sen
  readonly state: 'waiting' | 'done' | 'left-out'
  readonly reason: LocalText | undefined
  readonly number: string | undefined
  readonly documentId: string | undefined
}

/** In their order. @param after ordinal of the last one of the page before */
export async function listProposalItems(
  db: AnyHandle,
  proposalId: string,
  filter: { readonly text?: string | undefined; readonly state?: ProposalItem['state'] | undefined },
  after = '',
  limit = 50,
): Promise<Page<ProposalItem>> {
  const conditions: RawBuilder<unknown>[] = [
    sql`i.proposal_id = ${proposalId}::uuid`,
    sql`i.ordinal > ${Number(after) || 0}`,
  ]
  if (filter.state) conditions.push(sql`i.state = ${filter.state}`)
  if (filter.text) conditions.push(sql`concat_ws(' ', a.number, i.number, t.name) ilike ${containing(filter.text)}`)
  const { rows } = await sql<{
    ordinal: number
    assessment_id: string
    assessment_number: string
    kind: AssessmentKind
    tax: Tax
    year: number
    name: string
    principal: string
    interest: string
    state: ProposalItem['state']
    reason_id: string | null
    reason_en: string | null
    number: string | null
    document_id: string | null
  }>`
    select i.ordinal, i.assessment_id, a.number as assessment_number, a.kind, a.tax, a.year, t.name, i.principal::text,
      i.interest::text, i.state, i.reason_id, i.reason_en, i.number, i.document_id
    from local_tax.proposal_item i join local_tax.assessment a on a.id = i.assessment_id
    join local_tax.taxpayer t on t.id = a.taxpayer_id
    where ${sql.join(conditions, sql` and `)} order by i.ordinal limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit).map(
    (row): ProposalItem => ({
      id: String(row.ordinal),
      ordinal: row.ordinal,
      assessmentId: row.assessment_id,
      assessmentNumber: row.assessment_number,
      kind: row.kind,
      tax: row.tax,
      year: row.year,
      ownerName: row.name,
      principal: senFromNumeric(row.principal),
      interest: senFromNumeric(row.interest),
      state: row.state,
      reason: row.reason_id ? { id: row.reason_id, en: row.reason_en ?? row.reason_id } : undefined,
      number: row.number ?? undefined,
      documentId: row.document_id ?? undefined,
    }),
  )
  return { rows: shown, next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

/** Ordinals of those that still wait, in their order. */
export async function listWaiting(db: AnyHandle, proposalId: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('local_tax.proposal_item')
    .select('ordinal')
    .where('proposal_id', '=', proposalId)
    .where('state', '=', 'waiting')
    .orderBy('ordinal')
    .limit(limit)
    .execute()
  return rows.map((row) => row.ordinal)
}
