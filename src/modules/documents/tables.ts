// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string

export interface AuthorityTable {
  id: string
  name: string
  certificate: string
  key_sealed: Buffer
  valid_from: Moment
  valid_to: Moment
  created_at: DefaultMoment
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
  file_hash: string
  size_bytes: number
  signer_name: string
  signer_position: string
  signer_manner: 'definitif' | 'plt' | 'plh' | 'seal'
  signer_order: string
  signer_position_id: string | null
  certificate_serial: string
  issued_at: Moment
  valid_to: Day | null
  revoked_at: MaybeMoment
  revoked_reason: string | null
  replaced_by: string | null
}

export interface SigningCertificateTable {
  id: string
  authority_id: string
  position_id: string | null
  official_id: string | null
  unit_id: string | null
  serial: string
  certificate: string
  key_sealed: Buffer
  valid_from: Moment
  valid_to: Moment
  revoked_at: MaybeMoment
  created_at: DefaultMoment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'documents.authority': AuthorityTable
    'documents.issued': IssuedTable
    'documents.signing_certificate': SigningCertificateTable
  }
}
