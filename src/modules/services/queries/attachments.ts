import type { AnyHandle } from '#kernel/db/database.ts'

export interface Attachment {
  readonly id: string
  readonly ownerId: string
  readonly field: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly fileHash: string
  readonly isImage: boolean
}

const columns = ['id', 'owner_id', 'field', 'name', 'media_type', 'size_bytes', 'file_hash'] as const

/** The living attachments of a draft or case, oldest first. */
export async function listAttachments(db: AnyHandle, ownerId: string): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('services.attachment')
    .select(columns)
    .where('owner_id', '=', ownerId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(toAttachment)
}

export async function findAttachment(db: AnyHandle, id: string): Promise<Attachment | undefined> {
  const row = await db.selectFrom('services.attachment').select(columns).where('id', '=', id).executeTakeFirst()
  return row && toAttachment(row)
}

function toAttachment(row: {
  id: string
  owner_id: string
  field: string
  name: string
  media_type: string
  size_bytes: number
  file_hash: string
}): Attachment {
  return {
    id: row.id,
    ownerId: row.owner_id,
    field: row.field,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    fileHash: row.file_hash,
    isImage: row.media_type.startsWith('image/'),
  }
}
