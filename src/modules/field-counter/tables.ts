// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>

export interface DeviceTable {
  id: string
  code: string
  name: string
  public_key: Json
  unit_id: string
  unit_path: string
  enrolled_by: string
  enrolled_at: Moment
  last_seen_at: Moment
  clock_offset_ms: Generated<number>
  drafts: Generated<number>
  queued: Generated<number>
  oldest_queued_at: MaybeMoment
  pack_made_at: MaybeMoment
  revoked_at: MaybeMoment
  revoked_by: string | null
  revoke_reason: string | null
  wiped_at: MaybeMoment
}

export interface FileTable {
  item_id: string
  id: string
  field: string
  name: string
  media_type: string
  size_bytes: number
  digest: Buffer
  parts: number
  stored: MaybeJson
}

export interface ItemTable {
  id: string
  device_id: string
  local_number: string
  account_id: string
  officer: string
  unit_path: string
  service_id: string
  version: number
  state: 'arriving' | 'received' | 'refused' | 'conflict' | 'withdrawn'
  filled_at: Moment
  queued_at: Moment
  clock_offset_ms: number
  reported_at: Moment
  clock_trusted: boolean
  first_seen_at: Moment
  settled_at: MaybeMoment
  territory_code: string | null
  content: Buffer | null
  digest: Buffer
  parts_wanted: number
  depends_on: string | null
  other_event_reason: string | null
  case_id: string | null
  case_number: string | null
  reason_code: string | null
  reason: MaybeJson
  attempts: Generated<number>
}

export interface KeeperTable {
  device_id: string
  account_id: string
  officer: string
  unlock_sealed: Buffer
  since: Moment
}

export interface PartTable {
  item_id: string
  file_id: string
  number: number
  bytes: Buffer
  kept_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'field_counter.device': DeviceTable
    'field_counter.file': FileTable
    'field_counter.item': ItemTable
    'field_counter.keeper': KeeperTable
    'field_counter.part': PartTable
  }
}
