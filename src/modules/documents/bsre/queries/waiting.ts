import { sql } from 'kysely'
import { instantOf } from '#kernel/clock/clock.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'

/** The official in the post in which he signed. */
export interface Holder {
  readonly officialId: string
  readonly positionId: string
}

/** His signatures, of documents that hold and are complete, that no certified one of his stands beside or is asked for. */
export function withoutCertified(db: AnyHandle, { officialId, positionId }: Holder) {
  return db
    .selectFrom('documents.signature as s')
    .innerJoin('documents.issued as i', 'i.id', 's.document_id')
    .where('s.official_id', '=', officialId)
    .where('s.position_id', '=', positionId)
    .where('s.provider', '=', 'own')
    .where('i.revoked_at', 'is', null)
    .where('i.completed_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('documents.signature as n')
            .select('n.ordinal')
            .whereRef('n.document_id', '=', 's.document_id')
            .whereRef('n.official_id', '=', 's.official_id')
            .where('n.provider', '=', 'bsre'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('documents.certification as c')
            .innerJoin('documents.certification_batch as b', 'b.id', 'c.batch_id')
            .select('c.ordinal')
            .whereRef('c.document_id', '=', 's.document_id')
            .whereRef('c.official_id', '=', 's.official_id')
            .where((eb) =>
              eb.or([
                eb('c.state', 'in', ['asked', 'unknown']),
                eb.and([eb('c.state', '=', 'waiting'), eb('b.state', '=', 'running')]),
              ]),
            ),
        ),
      ),
    )
}

export interface WaitingDocument {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly subject: string
  readonly signedAt: Temporal.Instant
}

export interface WaitingFilter {
  readonly text?: string | undefined
  readonly template?: string | undefined
  /** As `next` of the page before gave it. */
  readonly after?: string | undefined
}

const pageSize = 50

/** Newest signature first. */
export async function listWaiting(
  db: AnyHandle,
  holder: Holder,
  filter: WaitingFilter,
  limit = pageSize,
): Promise<{ rows: WaitingDocument[]; next: string | undefined }> {
  let query = withoutCertified(db, holder)
    .select(['i.id', 'i.number', 'i.title', 'i.subject_label', 's.signed_at'])
    .orderBy('s.signed_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
  for (const word of (filter.text ?? '').split(/\s+/).filter(Boolean).slice(0, 6)) {
    const like = containing(word)
    query = query.where((eb) => eb.or([eb('i.number', 'ilike', like), eb('i.title', 'ilike', like)]))
  }
  if (filter.template) query = query.where('i.template', '=', filter.template)
  const [at, id] = filter.after?.split('_') ?? []
  if (at && id) {
    query = query.where(
      sql<boolean>`(date_trunc('milliseconds', s.signed_at), i.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const rows = (await query.execute()).map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    subject: row.subject_label,
    signedAt: instantOf(row.signed_at),
  }))
  const last = rows[limit - 1]
  return { rows: rows.slice(0, limit), next: rows.length > limit && last ? `${last.signedAt}_${last.id}` : undefined }
}

/** The newest file of a document that this official signed himself, whatever came of it since. */
export async function findSignedFile(
  db: AnyHandle,
  documentId: string,
  officialId: string,
): Promise<{ fileHash: string; number: string; subjectPersonId: string | undefined } | undefined> {
  const row = await db
    .selectFrom('documents.signature as s')
    .innerJoin('documents.issued as i', 'i.id', 's.document_id')
    .select(['i.file_hash', 'i.number', 'i.subject_person_id'])
    .where('s.document_id', '=', documentId)
    .where('s.official_id', '=', officialId)
    .limit(1)
    .executeTakeFirst()
  return row && { fileHash: row.file_hash, number: row.number, subjectPersonId: row.subject_person_id ?? undefined }
}

/** At most 501, so that counting never takes long. */
export async function countWaiting(db: AnyHandle, holder: Holder): Promise<number> {
  return (await withoutCertified(db, holder).select('i.id').limit(501).execute()).length
}
