import { sql } from 'kysely'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { PartnerKind, PartnerState } from '../domain.ts'

export interface Partner {
  readonly id: string
  readonly name: string
  readonly kind: PartnerKind
  readonly territoryCode: string
  readonly agreement: string
  readonly agreementUntil: string
  readonly contactName: string
  readonly contactPhone: string
  readonly contactEmail: string
  readonly state: PartnerState
  readonly stateReason: string | undefined
}

export interface PartnerFilter {
  readonly text?: string | undefined
  readonly kind?: PartnerKind | undefined
  readonly state?: PartnerState | undefined
  /** Name of the last one on the page before. */
  readonly after?: string | undefined
}

export const partnerPageSize = 50

/** Partners by name. */
export async function listPartners(
  db: AnyHandle,
  filter: PartnerFilter,
  pageSize: number = partnerPageSize,
): Promise<{ readonly rows: readonly Partner[]; readonly next: string | undefined }> {
  let query = db.selectFrom('partners.partner').selectAll()
  if (filter.text) query = query.where('name', 'ilike', containing(filter.text))
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.after) query = query.where('name', '>', filter.after)
  const rows = await query
    .orderBy('name')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize).map(toPartner)
  return { rows: shown, next: rows.length > pageSize ? shown.at(-1)?.name : undefined }
}

/** @throws not-found */
export async function getPartner(db: AnyHandle, id: string): Promise<Partner> {
  const row = await db.selectFrom('partners.partner').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return toPartner(row)
}

export interface PartnerKey {
  readonly id: string
  readonly label: string
  readonly prefix: string
  readonly permissions: readonly string[]
  readonly dailyLimit: number
  readonly expiresOn: string
  readonly createdBy: string
  readonly revokedReason: string | undefined
  readonly isRevoked: boolean
  /** ISO day of the last use. */
  readonly lastUsedOn: string | undefined
  readonly usedToday: number
  readonly usedLast30: number
}

/** @param today ISO day */
export async function listKeys(db: AnyHandle, partnerId: string, today: string): Promise<PartnerKey[]> {
  const { rows } = await sql<{
    id: string
    label: string
    prefix: string
    permissions: string[]
    daily_limit: number
    expires_on: string
    created_by: string
    revoked_at: Date | null
    revoked_reason: string | null
    last_used_on: string | null
    today: number
    month: number
  }>`select k.*, u.last_used_on, coalesce(u.today, 0)::int as today, coalesce(u.month, 0)::int as month
    from partners.key k left join lateral (
      select max(day) as last_used_on, sum(asked) filter (where day = ${today}::date) as today,
        sum(asked) filter (where day > ${today}::date - 30) as month
      from partners.usage where key_id = k.id) u on true
    where k.partner_id = ${partnerId} order by k.created_at desc`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    prefix: row.prefix,
    permissions: row.permissions,
    dailyLimit: row.daily_limit,
    expiresOn: row.expires_on,
    createdBy: row.created_by,
    revokedReason: row.revoked_reason ?? undefined,
    isRevoked: row.revoked_at !== null,
    lastUsedOn: row.last_used_on ?? undefined,
    usedToday: row.today,
    usedLast30: row.month,
  }))
}

export interface PartnerMember {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly hasEnded: boolean
}

export async function listMembers(db: AnyHandle, partnerId: string): Promise<PartnerMember[]> {
  const rows = await db
    .selectFrom('partners.member as member')
    .innerJoin('people.v_person_name as person', 'person.id', 'member.person_id')
    .select(['member.id', 'member.person_id', 'person.full_name', 'member.permissions', 'member.ended_at'])
    .where('member.partner_id', '=', partnerId)
    .orderBy('member.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('person.full_name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: row.full_name ?? '',
    permissions: row.permissions,
    hasEnded: row.ended_at !== null,
  }))
}

/** For whom somebody may act on the pages today. @param today ISO day */
export async function listMemberships(
  db: AnyHandle,
  personId: string,
  permission: string,
  today: string,
): Promise<Partner[]> {
  const rows = await db
    .selectFrom('partners.member as member')
    .innerJoin('partners.partner as partner', 'partner.id', 'member.partner_id')
    .selectAll('partner')
    .where('member.person_id', '=', personId)
    .where('member.ended_at', 'is', null)
    .where(sql<boolean>`${permission} = any(member.permissions)`)
    .where('partner.state', '=', 'active')
    .where('partner.agreement_until', '>=', today)
    .orderBy('partner.name')
    .execute()
  return rows.map(toPartner)
}

function toPartner(row: {
  id: string
  name: string
  kind: string
  territory_code: string
  agreement: string
  agreement_until: string
  contact_name: string
  contact_phone: string
  contact_email: string
  state: string
  state_reason: string | null
}): Partner {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as PartnerKind,
    territoryCode: row.territory_code,
    agreement: row.agreement,
    agreementUntil: row.agreement_until,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    contactEmail: row.contact_email,
    state: row.state as PartnerState,
    stateReason: row.state_reason ?? undefined,
  }
}
