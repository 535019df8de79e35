import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Payer } from '../queries/own.ts'
import type { ProgramPayerTable } from '../tables.ts'

/** Whose bills the program of a partner may fetch. */
export async function programPayer(db: AnyHandle, partnerId: string): Promise<Payer> {
  const references = await db
    .selectFrom('billing.program_payer')
    .select(['kind', 'value'])
    .where('partner_id', '=', partnerId)
    .execute()
  return { accountId: undefined, personId: undefined, references }
}

export interface ProgramRight {
  readonly partnerId: string
  readonly kind: ProgramPayerTable['kind']
  readonly value: string
  readonly addedBy: string
  readonly addedAt: Temporal.Instant
}

export async function listProgramRights(db: AnyHandle): Promise<ProgramRight[]> {
  const rows = await db
    .selectFrom('billing.program_payer')
    .selectAll()
    .orderBy('partner_id')
    .orderBy('kind')
    .orderBy('value')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    partnerId: row.partner_id,
    kind: row.kind,
    value: row.value,
    addedBy: row.added_by,
    addedAt: instantOf(row.added_at),
  }))
}
