// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>

export interface ChangeTable {
  id: string
  template_id: string
  version: number
  act: 'shipped' | 'copied' | 'begun' | 'edited' | 'published' | 'discarded' | 'retired' | 'restored'
  parts: Generated<string[]>
  note: Generated<string>
  made_at: Moment
  made_by: string
}

export interface TemplateTable {
  id: string
  key: string
  kind: string
  is_built_in: boolean
  copied_from: string | null
  unit_path: string
  status: 'draft' | 'published' | 'retired'
  published_version: number | null
  name_id: string
  name_en: string
  changed_at: Moment
  changed_by: string
}

export interface VersionTable {
  id: string
  template_id: string
  version: number
  state: 'draft' | 'published' | 'discarded'
  content: Json
  hash: Buffer
  revision: Generated<number>
  note: Generated<string>
  edited_at: Moment
  edited_by: string
  editor_key: string
  published_at: MaybeMoment
  published_by: string | null
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'templates.change': ChangeTable
    'templates.template': TemplateTable
    'templates.version': VersionTable
  }
}
