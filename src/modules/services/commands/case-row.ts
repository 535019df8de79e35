import type { Insertable, Selectable } from 'kysely'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getDefinition } from '../definition/store.ts'
import type { CaseTable } from '../tables.ts'

export type CaseRow = Selectable<CaseTable>

export interface OpenCase {
  readonly row: CaseRow
  /** Its texts tell the figures that stayed with the case. */
  readonly definition: ServiceDefinition
}

/** Stores a new case and gives it back as it stands. */
export function caseRowOf(tx: WriteHandle, values: Insertable<CaseTable>): Promise<CaseRow> {
  return tx.insertInto('services.case').values(values).returningAll().executeTakeFirstOrThrow()
}

/** A case locked for change, with the definition it was made under; undefined when there is none. */
export async function lockCase(tx: WriteHandle, caseId: string): Promise<OpenCase | undefined> {
  const row = await tx.selectFrom('services.case').selectAll().where('id', '=', caseId).forUpdate().executeTakeFirst()
  return row && withDefinition(tx, row)
}

export async function findCase(db: AnyHandle, caseId: string): Promise<OpenCase | undefined> {
  const row = await db.selectFrom('services.case').selectAll().where('id', '=', caseId).executeTakeFirst()
  return row && withDefinition(db, row)
}

export async function findCaseByNumber(db: AnyHandle, number: string): Promise<OpenCase | undefined> {
  const row = await db.selectFrom('services.case').selectAll().where('number', '=', number).executeTakeFirst()
  return row && withDefinition(db, row)
}

async function withDefinition(db: AnyHandle, row: CaseRow): Promise<OpenCase> {
  const rules = row.rules as RuleUse[]
  return { row, definition: await getDefinition(db, row.service_id, row.version, { rules }) }
}
