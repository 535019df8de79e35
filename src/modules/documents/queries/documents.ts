import type { AnyHandle } from '#kernel/db/database.ts'
import { findDocumentOfFile } from './signatures.ts'

/** What anyone may know about a document: enough to compare with the paper, nothing more. */
export interface PublicDocument {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly number: string
  readonly subjectLabel: string
  readonly signerName: string
  readonly signerPosition: string
  /** `seal`: no official acted, and the order is the article of law. */
  readonly signerManner: 'definitif' | 'plt' | 'plh' | 'seal'
  readonly signerOrder: string
  readonly issuedAt: Temporal.Instant
  /** Last day on which it holds, `YYYY-MM-DD`; undefined when it has no end. */
  readonly validTo: string | undefined
  /** Whether it was taken out of force, and how. A document past its last day still stands. */
  readonly standing: 'stands' | 'revoked' | 'replaced'
  readonly revokedAt: Temporal.Instant | undefined
  readonly revokedReason: string | undefined
  readonly fileHash: string
  /** Of the newest file: what the signatures in it can still prove in later years. */
  readonly level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'
  readonly signaturesWanted: number
  /** Undefined while others must still sign. */
  readonly completedAt: Temporal.Instant | undefined
  readonly statement: Uint8Array
}

interface IssuedRow {
  id: string
  code: string
  title: string
  number: string
  subject_label: string
  signer_name: string
  signer_position: string
  signer_manner: string
  signer_order: string
  issued_at: Date
  valid_to: string | null
  revoked_at: Date | null
  revoked_reason: string | null
  replaced_by: string | null
  file_hash: string
  level: PublicDocument['level']
  signatures_wanted: number
  completed_at: Date | null
  statement: Buffer
}

const columns = [
  'id',
  'code',
  'title',
  'number',
  'subject_label',
  'signer_name',
  'signer_position',
  'signer_manner',
  'signer_order',
  'issued_at',
  'valid_to',
  'revoked_at',
  'revoked_reason',
  'replaced_by',
  'file_hash',
  'level',
  'signatures_wanted',
  'completed_at',
  'statement',
] as const

export async function findDocumentByCode(db: AnyHandle, code: string): Promise<PublicDocument | undefined> {
  const row = await db.selectFrom('documents.issued').select(columns).where('code', '=', code).executeTakeFirst()
  return row && toPublic(row)
}

/** The document one of whose files is this one, to the byte. */
export async function findDocumentByFile(db: AnyHandle, fileHash: string): Promise<PublicDocument | undefined> {
  const id = await findDocumentOfFile(db, fileHash)
  return id === undefined ? undefined : findDocument(db, id)
}

export async function findDocument(db: AnyHandle, id: string): Promise<PublicDocument | undefined> {
  const row = await db.selectFrom('documents.issued').select(columns).where('id', '=', id).executeTakeFirst()
  return row && toPublic(row)
}

/** The documents that came of one case or other source, oldest first; those revoked or replaced say so. */
export async function listDocumentsOf(db: AnyHandle, sourceType: string, sourceId: string): Promise<PublicDocument[]> {
  const rows = await db
    .selectFrom('documents.issued')
    .select(columns)
    .where('source_type', '=', sourceType)
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute()
  return rows.map(toPublic)
}

/** Every print of one paper, oldest first: a family card keeps its number through all its versions. */
export async function listDocumentsNumbered(
  db: AnyHandle,
  template: string,
  number: string,
): Promise<PublicDocument[]> {
  const rows = await db
    .selectFrom('documents.issued')
    .select(columns)
    .where('template', '=', template)
    .where('number', '=', number)
    .orderBy('id')
    .execute()
  return rows.map(toPublic)
}

/** A document that stands, as its holder chooses it from a list. */
export interface HeldDocument {
  readonly id: string
  readonly template: string
  readonly title: string
  readonly number: string
  readonly subjectPersonId: string
  readonly subjectLabel: string
  readonly issuedAt: Temporal.Instant
}

/** Documents about these people that stand, the newest first. */
export async function listHeldDocuments(
  db: AnyHandle,
  personIds: readonly string[],
  templates: readonly string[],
): Promise<HeldDocument[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('documents.issued')
    .select(['id', 'template', 'title', 'number', 'subject_person_id', 'subject_label', 'issued_at'])
    .where('subject_person_id', 'in', [...personIds])
    .where('template', 'in', [...templates])
    .where('revoked_at', 'is', null)
    .where('completed_at', 'is not', null)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    title: row.title,
    number: row.number,
    subjectPersonId: row.subject_person_id as string,
    subjectLabel: row.subject_label,
    issuedAt: Temporal.Instant.fromEpochMilliseconds(row.issued_at.getTime()),
  }))
}

export interface DocumentFile {
  readonly sourceType: string
  readonly sourceId: string
  readonly subjectPersonId: string | undefined
  readonly unitPath: string
  readonly title: string
  readonly number: string
  readonly fileHash: string
}

export async function findDocumentFile(db: AnyHandle, id: string): Promise<DocumentFile | undefined> {
  const row = await db
    .selectFrom('documents.issued')
    .select(['source_type', 'source_id', 'subject_person_id', 'unit_path', 'title', 'number', 'file_hash'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      sourceType: row.source_type,
      sourceId: row.source_id,
      subjectPersonId: row.subject_person_id ?? undefined,
      unitPath: row.unit_path,
      title: row.title,
      number: row.number,
      fileHash: row.file_hash,
    }
  )
}

/** The region's authority certificate in PEM, for people who verify with other programs. */
export async function findAuthorityPem(db: AnyHandle): Promise<string | undefined> {
  const row = await db
    .selectFrom('documents.authority')
    .select('certificate')
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return (
    row &&
    `-----BEGIN CERTIFICATE-----\n${row.certificate.replace(/(.{64})/g, '$1\n').trim()}\n-----END CERTIFICATE-----\n`
  )
}

function toPublic(row: IssuedRow): PublicDocument {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    number: row.number,
    subjectLabel: row.subject_label,
    signerName: row.signer_name,
    signerPosition: row.signer_position,
    signerManner: row.signer_manner as PublicDocument['signerManner'],
    signerOrder: row.signer_order,
    issuedAt: Temporal.Instant.fromEpochMilliseconds(row.issued_at.getTime()),
    validTo: row.valid_to ?? undefined,
    standing: row.replaced_by ? 'replaced' : row.revoked_at ? 'revoked' : 'stands',
    revokedAt: row.revoked_at ? Temporal.Instant.fromEpochMilliseconds(row.revoked_at.getTime()) : undefined,
    revokedReason: row.revoked_reason ?? undefined,
    fileHash: row.file_hash,
    level: row.level,
    signaturesWanted: row.signatures_wanted,
    completedAt: row.completed_at ? Temporal.Instant.fromEpochMilliseconds(row.completed_at.getTime()) : undefined,
    statement: row.statement,
  }
}
