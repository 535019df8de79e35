import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { JournalEntryTable } from '../tables.ts'

export interface AccountMovement {
  readonly account: string
  readonly debit: Sen
  readonly credit: Sen
}

/** What moved on each account on one day of the books. */
export async function journalTotals(db: AnyHandle, day: string): Promise<AccountMovement[]> {
  const { rows } = await sql<{ account: string; debit: string; credit: string }>`
    select l.account, sum(l.debit)::text as debit, sum(l.credit)::text as credit
    from billing.journal_entry e join billing.journal_line l on l.entry_id = e.id
    where e.entry_on = ${day}::date group by l.account order by l.account`.execute(db)
  return rows.map((row) => ({
    account: row.account,
    debit: senFromNumeric(row.debit),
    credit: senFromNumeric(row.credit),
  }))
}

export interface EntryRow {
  readonly key: string
  readonly entryId: string
  readonly kind: JournalEntryTable['kind']
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
  readonly reference: string
  readonly account: string
  readonly debit: Sen
  readonly credit: Sen
}

export const entryPageSize = 40

/** Lines of the entries of a day, in the order of the books. @param after id of the last entry of the page before */
export async function listEntries(
  db: AnyHandle,
  day: string,
  after: string | undefined,
  limit = entryPageSize,
): Promise<{ rows: EntryRow[]; next: string | undefined }> {
  const { rows } = await sql<{
    id: string
    kind: EntryRow['kind']
    made_at: Date
    made_by: string
    reference: string
    position: number
    account: string
    debit: string
    credit: string
  }>`
    select e.id, e.kind, e.made_at, e.made_by, y.reference, l.position, l.account, l.debit, l.credit
    from (select * from billing.journal_entry where entry_on = ${day}::date
      ${after ? sql`and id > ${after}::uuid` : sql``} order by id limit ${limit + 1}) e
    join billing.payment y on y.id = e.payment_id join billing.journal_line l on l.entry_id = e.id
    order by e.id, l.position`.execute(db)
  const ids = [...new Set(rows.map((row) => row.id))]
  const shown = new Set(ids.slice(0, limit))
  return {
    rows: rows
      .filter((row) => shown.has(row.id))
      .map((row) => ({
        key: `${row.id}-${row.position}`,
        entryId: row.id,
        kind: row.kind,
        madeAt: instantOf(row.made_at),
        madeBy: row.made_by,
        reference: row.reference,
        account: row.account,
        debit: senFromNumeric(row.debit),
        credit: senFromNumeric(row.credit),
      })),
    next: ids.length > limit ? ids[limit - 1] : undefined,
  }
}

export async function listBeneficiaries(db: AnyHandle) {
  return db.selectFrom('billing.beneficiary').selectAll().orderBy('id').execute()
}
