// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface ArchiveStampTable {
  document_id: string
  version: number
  stamped_at: Moment
  certificate_valid_to: Moment
  is_superseded: Generated<boolean>
}

export interface AuthorityTable {
  id: string
  name: string
  certificate: string
  key_sealed: Buffer
  valid_from: Moment
  valid_to: Moment
  created_at: DefaultMoment
}

export interface CertificationTable {
  batch_id: string
  ordinal: number
  document_id: string
  official_id: string
  state: 'waiting' | 'asked' | 'certified' | 'failed' | 'unknown' | 'released'
  problem: string | null
  detail: string | null
  sent_hash: string | null
  remote_id: string | null
  attempts: Generated<number>
  asked_at: MaybeMoment
  ended_at: MaybeMoment
}

export interface CertificationBatchTable {
  id: string
  account_id: string
  person_id: string
  official_id: string
  position_id: string
  made_by: string
  state: 'proposed' | 'running' | 'done' | 'stopped' | 'interrupted'
  problem: string | null
  detail: string | null
  total: number
  made_at: Moment
  started_at: MaybeMoment
  beat_at: MaybeMoment
  ended_at: MaybeMoment
}

export interface FileVersionTable {
  document_id: string
  version: number
  file_hash: string
  size_bytes: number
  reason: 'issued' | 'co-signed' | 'level-raised' | 'certified'
  made_at: Moment
}

export interface IssuedTable {
  id: string
  code: string
  template: string
  number: string
  title: string
  subject_person_id: string | null
  subject_label: string
  source_type: string
  source_id: string
  unit_path: string
  data: Buffer
  page: Buffer
  toolkit: string
  content_hash: string
  rendition_bytes: number
  file_hash: string
  size_bytes: number
  act: string
  signer_name: string
  signer_position: string
  signer_manner: 'definitif' | 'plt' | 'plh' | 'seal'
  signer_order: string
  signer_position_id: string | null
  signatures_wanted: Generated<number>
  level: Generated<'B-B' | 'B-T' | 'B-LT' | 'B-LTA'>
  statement: Buffer
  issued_at: Moment
  completed_at: MaybeMoment
  valid_to: Day | null
  revoked_at: MaybeMoment
  revoked_reason: string | null
  replaced_by: string | null
}

export interface RaisingTable {
  document_id: string
  attempts: number
  problem: string
  retry_at: Moment
}

export interface RevocationFilterTable {
  number: number
  revoked_total: number
  made_at: Moment
  count: number
  bits: Buffer
  key_id: string
  signature: Buffer
}

export interface RevocationListTable {
  authority_id: string
  number: number
  this_update: Moment
  next_update: Moment
  encoded: Buffer
}

export interface SignatureTable {
  document_id: string
  ordinal: number
  signer_name: string
  signer_position: string
  manner: 'definitif' | 'plt' | 'plh' | 'seal'
  on_behalf_form: 'a.n.' | 'u.b.' | null
  on_behalf_of: string | null
  order_number: string
  holds_from: Day | null
  holds_to: Day | null
  act: string
  position_id: string | null
  official_id: string | null
  certificate_serial: string
  provider: Generated<'own' | 'bsre'>
  signed_at: Moment
}

export interface SigningCertificateTable {
  id: string
  authority_id: string
  position_id: string | null
  official_id: string | null
  unit_id: string | null
  serial: string
  certificate: string
  key_sealed: Buffer | null
  token_key: string | null
  valid_from: Moment
  valid_to: Moment
  revoked_at: MaybeMoment
  revoked_reason: 'key-compromise' | 'affiliation-changed' | 'superseded' | 'cessation-of-operation' | 'privilege-withdrawn' | null
  created_at: DefaultMoment
}

export interface SimulatedAuthorityTable {
  id: string
  certificate: string
  key_sealed: Buffer
  created_at: Moment
}

export interface StatementKeyTable {
  id: string
  key_id: string
  public_key: Buffer
  key_sealed: Buffer
  created_at: Moment
}

export interface TimeStamperTable {
  id: string
  authority_id: string
  serial: string
  certificate: string
  key_sealed: Buffer
  valid_from: Moment
  valid_to: Moment
  revoked_at: MaybeMoment
  revoked_reason: 'key-compromise' | 'affiliation-changed' | 'superseded' | 'cessation-of-operation' | 'privilege-withdrawn' | null
  created_at: DefaultMoment
}

export interface ToolkitTable {
  digest: string
  compiler: string
  files: Json
  first_used_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'documents.archive_stamp': ArchiveStampTable
    'documents.authority': AuthorityTable
    'documents.certification': CertificationTable
    'documents.certification_batch': CertificationBatchTable
    'documents.file_version': FileVersionTable
    'documents.issued': IssuedTable
    'documents.raising': RaisingTable
    'documents.revocation_filter': RevocationFilterTable
    'documents.revocation_list': RevocationListTable
    'documents.signature': SignatureTable
    'documents.signing_certificate': SigningCertificateTable
    'documents.simulated_authority': SimulatedAuthorityTable
    'documents.statement_key': StatementKeyTable
    'documents.time_stamper': TimeStamperTable
    'documents.toolkit': ToolkitTable
  }
}
