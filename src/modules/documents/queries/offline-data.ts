import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { OfflineData } from '../statement/revocation-list.ts'
import { listStatementKeys } from '../statement/statement-key.ts'

/** What a phone keeps; undefined until the region has listed its revoked codes for the first time. */
export async function findOfflineData(db: AnyHandle, region: string, origin: string): Promise<OfflineData | undefined> {
  const list = await db
    .selectFrom('documents.revocation_filter')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!list) return undefined
  return {
    version: 1,
    region,
    origin,
    keys: await listStatementKeys(db),
    revoked: {
      madeAt: list.made_at.toISOString(),
      count: list.count,
      bits: list.bits.toString('base64'),
      keyId: list.key_id,
      signature: list.signature.toString('base64'),
    },
  }
}

/** How many documents were ever revoked or replaced; none is ever put into force again. */
export async function countRevoked(db: AnyHandle): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from documents.issued where revoked_at is not null`.execute(db)
  return rows[0]?.n ?? 0
}
