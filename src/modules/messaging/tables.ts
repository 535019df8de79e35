import type { ColumnType, Generated } from 'kysely'

type Moment = ColumnType<Date, string | Date, string | Date>
type MaybeMoment = ColumnType<Date | null, string | Date | null | undefined, string | Date | null>

export interface MessageTable {
  id: string
  account_id: string
  title: string
  body: string
  link: string | null
  created_at: Moment
  read_at: MaybeMoment
}

export interface MailTable {
  id: string
  message_id: string | null
  to_address: string
  subject: string
  body: string
  state: Generated<string>
  tries: Generated<number>
  last_error: string | null
  created_at: Moment
  sent_at: MaybeMoment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'messaging.message': MessageTable
    'messaging.mail': MailTable
  }
}
