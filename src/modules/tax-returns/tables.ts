// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** A decimal number, as text, so that no digit is lost. */
type Decimal = ColumnType<string, string | number, string | number>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>
type MaybeDecimal = ColumnType<string | null, string | number | null | undefined, string | number | null>

export interface AttachmentTable {
  id: string
  return_id: string
  file_hash: string
  name: string
  media_type: string
  size_bytes: number
  attached_at: Moment
  removed_at: MaybeMoment
}

export interface FindingTable {
  id: string
  return_id: string
  kind: 'audit' | 'ex-officio'
  state: Generated<'proposed' | 'approved' | 'returned'>
  service: string
  turnover: Decimal
  exempt: Decimal
  tax_amount: Decimal
  declared_amount: Decimal
  ground: string
  made_by_account: string
  made_by: string
  made_at: Moment
  decided_by_account: string | null
  decided_by: string | null
  decided_at: MaybeMoment
  decision_note: string | null
  assessment_id: string | null
}

export interface LineTable {
  return_id: string
  ordinal: number
  day: Day
  amount: Decimal
}

export interface ReturnTable {
  id: string
  object_id: string
  taxpayer_id: string
  tax: 'restaurant' | 'hotel' | 'parking' | 'entertainment'
  month: Day
  state: Generated<'open' | 'filed' | 'examining' | 'accepted' | 'assessed' | 'void'>
  object_code: string
  object_name: string
  object_address: string
  village_code: string
  npwpd: string
  owner_name: string
  size: number | null
  search_text: string
  file_due_on: Day
  pay_due_on: Day
  draft: MaybeJson
  version: Generated<number>
  turnover: MaybeDecimal
  tax_amount: MaybeDecimal
  filed_on: Day | null
  assessment_id: string | null
  reminded_on: Day | null
  flags: Generated<string[]>
  end_reason: string | null
  opened_at: Moment
  updated_at: Moment
}

export interface VersionTable {
  return_id: string
  ordinal: number
  manner: 'month' | 'days' | 'nil'
  service: string
  turnover: Decimal
  exempt: Decimal
  exempt_reason: string
  tax_amount: Decimal
  reason: string
  is_late: boolean
  filed_at: Moment
  filed_by: string
  document_id: string | null
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'tax_returns.attachment': AttachmentTable
    'tax_returns.finding': FindingTable
    'tax_returns.line': LineTable
    'tax_returns.return': ReturnTable
    'tax_returns.version': VersionTable
  }
}
