import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tax } from '../claims.ts'

/** Whose tax the taxpayer computes himself, month by month. @basis UU 1/2022 pasal 50; PP 35/2023 tentang SPTPD */
const selfAssessedKinds = ['restaurant', 'hotel', 'parking', 'entertainment'] as const satisfies readonly Tax[]
type SelfAssessedKind = (typeof selfAssessedKinds)[number]

export const isSelfAssessed = (kind: string): boolean => (selfAssessedKinds as readonly string[]).includes(kind)

/** An object of which a return is owed for a month, and who owes it. */
interface SelfAssessedObject {
  readonly id: string
  readonly kind: SelfAssessedKind
  readonly code: string
  readonly name: string
  readonly address: string
  readonly villageCode: string
  readonly details: Readonly<Record<string, number>>
  readonly taxpayerId: string
  readonly npwpd: string
  readonly ownerName: string
}

/** Objects that were there on some day of a time, in the order of their numbers; closed taxpayers owe nothing more. */
export async function listSelfAssessed(
  db: AnyHandle,
  time: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  after: string,
  limit: number,
): Promise<SelfAssessedObject[]> {
  const { rows } = await sql<{
    id: string
    kind: SelfAssessedKind
    code: string
    name: string
    address: string
    village_code: string
    details: Record<string, number>
    taxpayer_id: string
    npwpd: string
    owner_name: string
  }>`
    select o.id, o.kind, o.code, o.name, o.address, o.village_code, o.details, o.taxpayer_id, t.npwpd, t.name as owner_name
    from local_tax.object o join local_tax.taxpayer t on t.id = o.taxpayer_id
    where o.kind = any (${[...selfAssessedKinds]}::text[]) and o.code > ${after} and t.state <> 'closed'
      and o.registered_on <= ${time.to.toString()}::date and (o.ended_on is null or o.ended_on >= ${time.from.toString()}::date)
    order by o.code limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    code: row.code,
    name: row.name,
    address: row.address,
    villageCode: row.village_code,
    details: row.details,
    taxpayerId: row.taxpayer_id,
    npwpd: row.npwpd,
    ownerName: row.owner_name,
  }))
}
