import type { AnyHandle } from '#kernel/db/database.ts'

/** Those of the bills whose payers were not told of a step yet. */
export async function listUntold(db: AnyHandle, step: string, billIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('billing.bill_news')
    .select('bill_id')
    .where('step', '=', step)
    .where('bill_id', 'in', [...billIds])
    .execute()
  const told = new Set(rows.map((row) => row.bill_id))
  return billIds.filter((id) => !told.has(id))
}
