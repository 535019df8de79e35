import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { RevocationReason } from '../signing/revocation-list.ts'

export type CertificateUse = 'official' | 'seal' | 'time-stamper'
export type CertificateState = 'good' | 'expired' | 'revoked'

/** A certificate of the region's own authority: who may sign with it, from when to when. */
export interface Certificate {
  readonly id: string
  readonly use: CertificateUse
  /** Official and post, or unit; of the time stamper empty. */
  readonly holder: string
  readonly serial: string
  readonly validFrom: Temporal.Instant
  readonly validTo: Temporal.Instant
  readonly state: CertificateState
  readonly revokedReason: RevocationReason | undefined
  readonly revokedAt: Temporal.Instant | undefined
}

interface Row {
  id: string
  use: CertificateUse
  holder: string
  serial: string
  valid_from: Date
  valid_to: Date
  revoked_at: Date | null
  revoked_reason: RevocationReason | null
}

const all = sql`(
  select c.id, case when c.unit_id is null then 'official' else 'seal' end as use,
    coalesce(u.name, o.display_name || ', ' || p.title) as holder, c.serial, c.valid_from, c.valid_to, c.revoked_at,
    c.revoked_reason
  from documents.signing_certificate c
  left join organization.v_official o on o.official_id = c.official_id
  left join organization.v_position p on p.position_id = c.position_id
  left join organization.v_unit u on u.unit_id = c.unit_id
  union all
  select s.id, 'time-stamper', '', s.serial, s.valid_from, s.valid_to, s.revoked_at, s.revoked_reason
  from documents.time_stamper s
) as certificate`

/** Certificates by the end of their time, the longest first. @param after id of the last row of the page before */
export async function listCertificates(
  db: AnyHandle,
  now: Temporal.Instant,
  filter: { readonly text?: string | undefined; readonly state?: CertificateState | undefined },
  page: { readonly after?: { readonly validTo: string; readonly id: string } | undefined; readonly limit: number },
): Promise<Certificate[]> {
  const at = now.toString()
  const states = {
    good: sql`revoked_at is null and valid_to > ${at}`,
    expired: sql`revoked_at is null and valid_to <= ${at}`,
    revoked: sql`revoked_at is not null`,
  }
  const text = filter.text?.trim()
  const conditions = [
    sql`true`,
    ...(text ? [sql`(holder ilike ${containing(text)} or starts_with(serial, ${text.toLowerCase()}))`] : []),
    ...(filter.state ? [states[filter.state]] : []),
    ...(page.after ? [sql`(valid_to, id) < (${page.after.validTo}, ${page.after.id})`] : []),
  ]
  const { rows } = await sql<Row>`select * from ${all} where ${sql.join(conditions, sql` and `)}
    order by valid_to desc, id desc limit ${page.limit}`.execute(db)
  return rows.map((row) => toCertificate(row, now))
}

export async function findCertificate(
  db: AnyHandle,
  now: Temporal.Instant,
  serial: string,
): Promise<Certificate | undefined> {
  const { rows } = await sql<Row>`select * from ${all} where serial = ${serial}`.execute(db)
  return rows[0] && toCertificate(rows[0], now)
}

function toCertificate(row: Row, now: Temporal.Instant): Certificate {
  const isOver = row.valid_to.getTime() <= now.epochMilliseconds
  return {
    id: row.id,
    use: row.use,
    holder: row.holder,
    serial: row.serial,
    validFrom: instantOf(row.valid_from),
    validTo: instantOf(row.valid_to),
    state: row.revoked_at ? 'revoked' : isOver ? 'expired' : 'good',
    revokedReason: row.revoked_reason ?? undefined,
    revokedAt: row.revoked_at ? instantOf(row.revoked_at) : undefined,
  }
}
