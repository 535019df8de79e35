import type { AnyHandle } from '#kernel/db/database.ts'

export interface SavedView {
  readonly id: string
  readonly name: string
  /** Parts of the address of the queue. */
  readonly filter: Readonly<Record<string, string>>
}

export async function listSavedViews(db: AnyHandle, accountId: string): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('services.saved_view')
    .select(['id', 'name', 'filter'])
    .where('account_id', '=', accountId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, filter: row.filter as Record<string, string> }))
}
