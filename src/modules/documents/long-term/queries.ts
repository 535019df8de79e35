import type { AnyHandle } from '#kernel/db/database.ts'
import type { Level } from './raise-pdf.ts'

export interface DueDocument {
  readonly id: string
  readonly fileHash: string
  /** Why it was not done before. */
  readonly problem: string | undefined
}

const below: Readonly<Record<Level, readonly Level[]>> = {
  'B-B': [],
  'B-T': ['B-B'],
  'B-LT': ['B-B', 'B-T'],
  'B-LTA': ['B-B', 'B-T', 'B-LT'],
}

/** How long before a certificate ends the stamps that it made are renewed. */
const renewBeforeDays = 180

/** Complete documents whose file is below the level, oldest first, save those put off. */
export async function listToRaise(db: AnyHandle, wanted: Level, now: Date, limit: number): Promise<DueDocument[]> {
  const rows = await db
    .selectFrom('documents.issued as i')
    .leftJoin('documents.raising as r', 'r.document_id', 'i.id')
    .select(['i.id', 'i.file_hash', 'r.problem'])
    .where('i.level', '<>', 'B-LTA')
    .where('i.level', 'in', below[wanted])
    .where('i.completed_at', 'is not', null)
    .where((eb) => eb.or([eb('r.retry_at', 'is', null), eb('r.retry_at', '<=', now)]))
    .orderBy('i.completed_at')
    .limit(limit)
    .execute()
  return rows.map(toDue)
}

/** Documents whose last time stamp was made under a certificate that ends soon. */
export async function listToRenew(db: AnyHandle, now: Date, limit: number): Promise<DueDocument[]> {
  const soon = new Date(now.getTime() + renewBeforeDays * 86_400_000)
  const rows = await db
    .selectFrom('documents.archive_stamp as s')
    .innerJoin('documents.issued as i', 'i.id', 's.document_id')
    .leftJoin('documents.raising as r', 'r.document_id', 'i.id')
    .select(['i.id', 'i.file_hash', 'r.problem'])
    .where('s.is_superseded', '=', false)
    .where('s.certificate_valid_to', '<', soon)
    // Where the root itself ends soon a new stamp lasts no longer: then once a month is enough.
    .where('s.stamped_at', '<', new Date(now.getTime() - 30 * 86_400_000))
    .where('i.level', '=', 'B-LTA')
    .where((eb) => eb.or([eb('r.retry_at', 'is', null), eb('r.retry_at', '<=', now)]))
    .orderBy('s.certificate_valid_to')
    .limit(limit)
    .execute()
  return rows.map(toDue)
}

const toDue = (row: { id: string; file_hash: string; problem: string | null }): DueDocument => ({
  id: row.id,
  fileHash: row.file_hash,
  problem: row.problem ?? undefined,
})
