import { readdirSync, readFileSync } from 'node:fs'
import type { Client } from 'pg'
import { z } from 'zod'
import { fromRoot } from '#kernel/paths.ts'
import { ruleUnits } from './domain.ts'

const day = z.iso.date()
const status = z.enum(['verified', 'unverified', 'disputed'])

const ruleFile = z.array(
  z.object({
    key: z.string(),
    region: z.string().default(''),
    value: z.unknown(),
    unit: z.enum(ruleUnits),
    titleId: z.string(),
    titleEn: z.string(),
    citation: z.string().min(3),
    article: z.string().optional(),
    status,
    source: z.string().optional(),
    validFrom: day,
    validTo: day.optional(),
  }),
)

const holidayRow = z.tuple([day, z.string(), z.string()])
const holidayFile = z.object({
  sources: z.record(z.string(), z.string()),
  status: z.record(z.string(), status),
  national: z.array(holidayRow),
  joint: z.array(holidayRow),
})

const hoursFile = z.array(
  z.object({
    weekday: z.number().int().min(1).max(7),
    opens: z.string(),
    closes: z.string(),
    citation: z.string(),
    validFrom: day,
  }),
)

const notRules = new Set(['holidays.json', 'opening-hours.json'])

/** Reads every file of rules/ and checks its shape. */
export function readRuleFiles() {
  const read = (name: string): unknown => JSON.parse(readFileSync(fromRoot('rules', name), 'utf8'))
  const names = readdirSync(fromRoot('rules')).filter((name) => name.endsWith('.json') && !notRules.has(name))
  return {
    rules: names.flatMap((name) => ruleFile.parse(read(name))),
    holidays: holidayFile.parse(read('holidays.json')),
    hours: hoursFile.parse(read('opening-hours.json')),
  }
}

/** Brings the shipped rows into the database; rows a region added itself stay untouched. */
export async function seedRules(owner: Client): Promise<void> {
  const { rules, holidays, hours } = readRuleFiles()
  for (const rule of rules) {
    await owner.query(
      `insert into rules.rule (key, region, value, unit, title_id, title_en, citation, article, status, source, valid_from, valid_to)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
       where not exists (select 1 from rules.rule where key = $1 and region = $2 and valid_from = $11)`,
      [
        rule.key,
        rule.region,
        JSON.stringify(rule.value),
        rule.unit,
        rule.titleId,
        rule.titleEn,
        rule.citation,
        rule.article ?? null,
        rule.status,
        rule.source ?? null,
        rule.validFrom,
        rule.validTo ?? null,
      ],
    )
  }
  for (const kind of ['national', 'joint'] as const) {
    for (const [on, nameId, nameEn] of holidays[kind]) {
      const year = on.slice(0, 4)
      await owner.query(
        `insert into rules.holiday (day, kind, name_id, name_en, citation, status, recorded_at)
         values ($1, $2, $3, $4, $5, $6, '2000-01-01T00:00:00Z')
         on conflict (day, region) do nothing`,
        [on, kind, nameId, nameEn, holidays.sources[year], holidays.status[year]],
      )
    }
  }
  for (const row of hours) {
    await owner.query(
      `insert into rules.opening_hours (weekday, opens, closes, citation, valid_from) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [row.weekday, row.opens, row.closes, row.citation, row.validFrom],
    )
  }
}
