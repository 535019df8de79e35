import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { listRejectedRows } from '#modules/people/index.ts'
import { tableRows } from '../reading/open-table.ts'
import { storedFile } from '../reading/stored-file.ts'
import { type Import, listParts, openReading } from './imports.ts'

export interface RejectedRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly reasons: readonly string[]
}

/** Each page is found among all refused rows, so that few large ones cost less than many small ones. */
const pageSize = 50_000

/** The rows that are not entered, as the file has them, read from it while they are handed out. @throws not-found once the file is removed */
export async function rejectedRows(
  tenant: Tenant,
  db: AnyHandle,
  one: Import,
): Promise<{ headings: readonly string[]; rows: AsyncGenerator<RejectedRow> }> {
  const reading = await openReading(tenant, db, one.id)
  const { shape } = one
  if (!reading || !shape) throw notFound()
  const source = storedFile(tenant, await listParts(db, one.id))
  async function* rows(): AsyncGenerator<RejectedRow> {
    let wanted = await listRejectedRows(db, one.id, 0, pageSize)
    let at = 0
    for await (const batch of tableRows(source, shape as NonNullable<typeof shape>, one.sheet)) {
      for (const raw of batch) {
        const next = wanted[at]
        if (!next) return
        if (raw.number !== next.row) continue
        yield { row: next.row, cells: raw.cells, reasons: next.reasons }
        at += 1
        if (at === wanted.length) {
          wanted = await listRejectedRows(db, one.id, next.row, pageSize)
          at = 0
        }
      }
    }
  }
  return { headings: reading.columns.map((column) => column.heading), rows: rows() }
}
