// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string

export interface KeyTable {
  id: string
  partner_id: string
  label: string
  prefix: string
  secret_hash: Buffer
  permissions: string[]
  daily_limit: number
  created_at: Moment
  created_by: string
  expires_on: Day
  revoked_at: MaybeMoment
  revoked_reason: string | null
}

export interface MemberTable {
  id: string
  partner_id: string
  person_id: string
  permissions: string[]
  added_at: Moment
  ended_at: MaybeMoment
}

export interface PartnerTable {
  id: string
  name: string
  kind: 'hospital' | 'clinic' | 'midwife' | 'village' | 'religious-office' | 'court' | 'funeral-service' | 'school' | 'bank' | 'agency' | 'other'
  territory_code: string
  agreement: string
  agreement_until: Day
  contact_name: string
  contact_phone: string
  contact_email: string
  state: Generated<'active' | 'suspended' | 'ended'>
  state_reason: string | null
  created_at: Moment
  updated_at: Moment
}

export interface UsageTable {
  key_id: string
  day: Day
  permission: string
  asked: number
}

export interface PartnerView {
  partner_id: string | null
  name: string | null
  kind: string | null
  state: string | null
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'partners.key': KeyTable
    'partners.member': MemberTable
    'partners.partner': PartnerTable
    'partners.usage': UsageTable
    'partners.v_partner': PartnerView
  }
}
