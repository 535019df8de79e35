// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface CredentialTable {
  id: string
  kind: 'birth' | 'death' | 'marriage' | 'divorce' | 'residence'
  holder_person_id: string
  subject_person_id: string
  entry_id: string | null
  family_id: string | null
  number: string | null
  device_id: string
  key_id: string
  holder_key: string
  status_list: number
  status_index: number
  issued_at: Moment
  expires_at: Moment
  revoked_at: MaybeMoment
  revoked_cause: 'voided' | 'corrected' | 'noted' | 'paper-ended' | 'moved' | 'address-changed' | 'data-changed' | 'marriage-ended' | 'holder-died' | 'removed' | 'lost' | null
  told_at: MaybeMoment
}

export interface DeviceTable {
  id: string
  person_id: string
  kind: 'browser' | 'wallet'
  name: string
  added_at: Moment
  lost_at: MaybeMoment
}

export interface IssuerKeyTable {
  id: string
  public_jwk: Json
  private_sealed: Buffer
  made_at: Moment
  retired_at: MaybeMoment
}

export interface OfferTable {
  id: string
  holder_person_id: string
  account_id: string
  session_id: string
  kind: string
  subject_person_id: string
  entry_id: string | null
  with_nik: boolean
  device_id: string
  reference_hash: Buffer
  code_hash: Buffer
  pin_hash: Buffer | null
  wrong_pins: Generated<number>
  made_at: Moment
  expires_at: Moment
  state: 'open' | 'redeemed' | 'issued' | 'blocked'
  token_hash: Buffer | null
  token_expires_at: MaybeMoment
  credential_id: string | null
}

export interface RequestTable {
  id: string
  secret_hash: Buffer
  kind: 'birth' | 'death' | 'marriage' | 'divorce' | 'residence'
  fields: string[]
  asker: string
  purpose: string
  nonce: string
  state: string
  made_at: Moment
  expires_at: Moment
  answer_sealed: Buffer | null
  answered_at: MaybeMoment
}

export interface ShowingTable {
  id: string
  credential_id: string
  holder_person_id: string
  channel: 'qr' | 'page' | 'program'
  fields: string[]
  audience: string
  purpose: string
  code_hash: Buffer | null
  presentation_sealed: Buffer | null
  made_at: Moment
  expires_at: Moment
  opened_at: MaybeMoment
  outcome: 'valid' | 'invalid' | null
}

export interface StatusPieceTable {
  list: number
  piece: number
  bits: Buffer
  version: number
}

export interface UsedNonceTable {
  hash: Buffer
  expires_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'credentials.credential': CredentialTable
    'credentials.device': DeviceTable
    'credentials.issuer_key': IssuerKeyTable
    'credentials.offer': OfferTable
    'credentials.request': RequestTable
    'credentials.showing': ShowingTable
    'credentials.status_piece': StatusPieceTable
    'credentials.used_nonce': UsedNonceTable
  }
}
