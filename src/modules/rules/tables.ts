import type { Generated } from 'kysely'

export interface RuleTable {
  id: Generated<string>
  key: string
  region: Generated<string>
  value: unknown
  unit: string
  title_id: string
  title_en: string
  citation: string
  article: string | null
  status: string
  source: string | null
  valid_from: string
  valid_to: string | null
}

export interface HolidayTable {
  day: string
  region: Generated<string>
  kind: string
  name_id: string
  name_en: string
  citation: string
  status: string
}

export interface OpeningHoursTable {
  region: Generated<string>
  weekday: number
  opens: string
  closes: string
  citation: string
  valid_from: string
  valid_to: string | null
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'rules.rule': RuleTable
    'rules.holiday': HolidayTable
    'rules.opening_hours': OpeningHoursTable
  }
}
