import { sql } from 'kysely'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { PartnerKind } from '#modules/partners/index.ts'
import type { NoticeKind } from '../kinds.ts'
import type { NoticeState } from '../machine.ts'
import { detailsContext } from '../report-shape.ts'

export type Details = Readonly<Record<string, string | undefined>>

export interface NoticeRow {
  readonly id: string
  readonly kind: NoticeKind
  readonly partnerId: string
  readonly partnerName: string
  readonly partnerKind: PartnerKind
  readonly reference: string
  readonly happenedOn: string
  readonly reportedBy: string
  readonly reportedAt: Temporal.Instant
  readonly state: NoticeState
  readonly registerNumber: string | undefined
}

export interface NoticeFilter {
  readonly text?: string | undefined
  readonly kind?: NoticeKind | undefined
  readonly state?: NoticeState | undefined
  readonly partnerId?: string | undefined
  /** Id of the last one on the page before. */
  readonly after?: string | undefined
}

export const noticePageSize = 50

/** Notices, the newest first. The text is a reference or a partner's name: who it is about stands sealed. */
export async function listNotices(
  db: AnyHandle,
  filter: NoticeFilter,
  pageSize: number = noticePageSize,
): Promise<{ readonly rows: readonly NoticeRow[]; readonly next: string | undefined }> {
  let query = selected(db)
  if (filter.kind) query = query.where('notice.kind', '=', filter.kind)
  if (filter.state) query = query.where('notice.state', '=', filter.state)
  if (filter.partnerId) query = query.where('notice.partner_id', '=', filter.partnerId)
  if (filter.after) query = query.where('notice.id', '<', filter.after)
  if (filter.text) {
    const like = containing(filter.text)
    query = query.where((where) =>
      where.or([where('notice.reference', 'ilike', like), where('partner.name', 'ilike', like)]),
    )
  }
  const rows = await query
    .orderBy('notice.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize).map(toNotice)
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)?.id : undefined }
}

export async function findNotice(db: AnyHandle, id: string): Promise<NoticeRow | undefined> {
  const row = await selected(db).where('notice.id', '=', id).executeTakeFirst()
  return row && toNotice(row)
}

/** What was reported, opened. Whoever shows it to an officer records the reading. */
export async function openDetails(tenant: Tenant, db: AnyHandle, id: string): Promise<Details> {
  const row = await db.selectFrom('notices.notice').select('details_sealed').where('id', '=', id).executeTakeFirst()
  return row ? tenant.cipher.openJson<Details>(row.details_sealed, detailsContext) : {}
}

export interface NoticeStep {
  readonly at: Temporal.Instant
  readonly verb: string
  readonly state: NoticeState
  readonly by: string
  readonly reason: string | undefined
}

export async function listSteps(db: AnyHandle, noticeId: string): Promise<NoticeStep[]> {
  const rows = await db
    .selectFrom('notices.step')
    .selectAll()
    .where('notice_id', '=', noticeId)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    at: instantOf(row.at),
    verb: row.verb,
    state: row.state as NoticeState,
    by: row.by_label,
    reason: row.reason ?? undefined,
  }))
}

export async function listSubjectIds(db: AnyHandle, noticeId: string): Promise<{ role: string; personId: string }[]> {
  const rows = await db.selectFrom('notices.subject').selectAll().where('notice_id', '=', noticeId).execute()
  return rows.map((row) => ({ role: row.role, personId: row.person_id }))
}

/** Whether the notice is about somebody, or about the deceased of his family card. */
export async function isOfFamily(db: AnyHandle, noticeId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from notices.subject s
      where s.notice_id = ${noticeId} and (s.person_id = ${personId}::uuid
        or (s.role = 'deceased' and exists (select 1 from people.v_card_mate m
          where m.person_id = s.person_id and m.mate_id = ${personId}::uuid)))) as found`.execute(db)
  return personId !== '' && rows[0]?.found === true
}

/** The newest notice of a kind that a person can still act on. */
export async function findOpenNotice(
  tenant: Tenant,
  db: AnyHandle,
  personId: string,
  kind: NoticeKind,
): Promise<{ readonly notice: NoticeRow; readonly details: Details } | undefined> {
  const row = await selected(db)
    .innerJoin('notices.subject as subject', 'subject.notice_id', 'notice.id')
    .where('subject.person_id', '=', personId)
    .where('notice.kind', '=', kind)
    .where('notice.state', 'in', ['told', 'confirmed'])
    .orderBy('notice.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const notice = toNotice(row)
  return { notice, details: await openDetails(tenant, db, notice.id) }
}

function selected(db: AnyHandle) {
  return db
    .selectFrom('notices.notice as notice')
    .innerJoin('partners.v_partner as partner', 'partner.partner_id', 'notice.partner_id')
    .select([
      'notice.id',
      'notice.kind',
      'notice.partner_id',
      'partner.name as partner_name',
      'partner.kind as partner_kind',
      'notice.reference',
      'notice.happened_on',
      'notice.reported_by',
      'notice.reported_at',
      'notice.state',
      'notice.register_number',
    ])
}

function toNotice(row: {
  id: string
  kind: NoticeKind
  partner_id: string
  partner_name: string | null
  partner_kind: string | null
  reference: string
  happened_on: string
  reported_by: string
  reported_at: Date
  state: NoticeState
  register_number: string | null
}): NoticeRow {
  return {
    id: row.id,
    kind: row.kind,
    partnerId: row.partner_id,
    partnerName: row.partner_name ?? '',
    partnerKind: (row.partner_kind ?? 'other') as PartnerKind,
    reference: row.reference,
    happenedOn: row.happened_on,
    reportedBy: row.reported_by,
    reportedAt: instantOf(row.reported_at),
    state: row.state,
    registerNumber: row.register_number ?? undefined,
  }
}

function instantOf(moment: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
}
