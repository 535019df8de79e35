import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

export const noteContext = 'services.note.text'

export interface Note {
  readonly id: string
  readonly fromApplicant: boolean
  readonly authorName: string
  readonly authorLabel: string
  readonly text: string
  readonly writtenAt: Temporal.Instant
  readonly readAt: Temporal.Instant | undefined
}

/** Questions and answers on a case, oldest first. */
export async function listNotes(tenant: Tenant, db: AnyHandle, caseId: string): Promise<Note[]> {
  const rows = await db
    .selectFrom('services.note')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('written_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fromApplicant: row.from_applicant,
    authorName: row.author_name,
    authorLabel: row.author_label,
    text: tenant.cipher.open(row.text, noteContext),
    writtenAt: instantOf(row.written_at),
    readAt: row.read_at ? instantOf(row.read_at) : undefined,
  }))
}
