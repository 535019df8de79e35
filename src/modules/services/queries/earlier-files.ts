import type { AnyHandle } from '#kernel/db/database.ts'

/** A paper that a person gave before and may give again. */
export interface EarlierFile {
  readonly id: string
  readonly document: string
  readonly name: string
  readonly sizeBytes: number
  readonly uploadedAt: Temporal.Instant
}

const offered = 3

/** Papers of these kinds that a person gave with other applications, each file once, the newest first. */
export async function listEarlierFiles(
  db: AnyHandle,
  personId: string,
  documents: readonly string[],
  exceptOwner: string,
): Promise<EarlierFile[]> {
  if (documents.length === 0) return []
  const rows = await db
    .selectFrom('services.attachment')
    .select(['id', 'document', 'name', 'size_bytes', 'file_hash', 'uploaded_at'])
    .distinctOn(['document', 'file_hash'])
    .where('person_id', '=', personId)
    .where('document', 'in', [...documents])
    .where('owner_id', '<>', exceptOwner)
    .where('removed_at', 'is', null)
    .orderBy('document')
    .orderBy('file_hash')
    .orderBy('uploaded_at', 'desc')
    .execute()
  const newest = rows.toSorted((a, b) => b.uploaded_at.getTime() - a.uploaded_at.getTime())
  return [...Map.groupBy(newest, (row) => row.document ?? '')].flatMap(([document, same]) =>
    same.slice(0, offered).map((row) => ({
      id: row.id,
      document,
      name: row.name,
      sizeBytes: row.size_bytes,
      uploadedAt: Temporal.Instant.fromEpochMilliseconds(row.uploaded_at.getTime()),
    })),
  )
}
