// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface DeliveryTable {
  id: string
  message_id: string
  channel: 'whatsapp' | 'email'
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed'
  attempts: Generated<number>
  address: Buffer
  address_masked: string
  provider_id: string | null
  last_error: string | null
  origin: string
  created_at: Moment
  started_at: MaybeMoment
  sent_at: MaybeMoment
  delivered_at: MaybeMoment
  read_at: MaybeMoment
  failed_at: MaybeMoment
}

export interface MailTable {
  id: string
  message_id: string | null
  to_address: string
  subject: string
  body: string
  state: Generated<'queued' | 'sent' | 'failed'>
  tries: Generated<number>
  last_error: string | null
  created_at: Moment
  sent_at: MaybeMoment
}

export interface MessageTable {
  id: string
  account_id: string
  title: string
  body: string
  link: string | null
  template_key: string | null
  template_version: number | null
  template_values: Buffer | null
  created_at: Moment
  read_at: MaybeMoment
}

export interface PhoneProofTable {
  account_id: string
  phone: Buffer
  code_hash: Buffer
  expires_at: Moment
  tries: Generated<number>
  created_at: Moment
}

export interface PreferenceTable {
  account_id: string
  first_channel: 'whatsapp' | 'email'
  phone: Buffer | null
  phone_masked: string | null
  phone_print: Buffer | null
  phone_verified_at: MaybeMoment
  updated_at: Moment
}

export interface SimulatedRefusalTable {
  callback: string
  times: number
}

export interface SimulatedWhatsappTable {
  id: string
  callback: string
  recipient: Buffer
  recipient_masked: string
  body: string
  mood: string
  made_at: Moment
}

export interface TemplateTable {
  key: string
  version: number
  texts: Json
  valid_from: Day
  written_by: string
  written_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'messaging.delivery': DeliveryTable
    'messaging.mail': MailTable
    'messaging.message': MessageTable
    'messaging.phone_proof': PhoneProofTable
    'messaging.preference': PreferenceTable
    'messaging.simulated_refusal': SimulatedRefusalTable
    'messaging.simulated_whatsapp': SimulatedWhatsappTable
    'messaging.template': TemplateTable
  }
}
