// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

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
  created_at: Moment
  read_at: MaybeMoment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'messaging.mail': MailTable
    'messaging.message': MessageTable
  }
}
