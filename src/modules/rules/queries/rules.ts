import type { Selectable } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { citationOf, type Rule, type RuleStatus, type RuleUnit, ruleOn } from '../domain.ts'
import type { RuleTable } from '../tables.ts'

/** All rows of all days, or only those of some keys. */
export async function listRules(db: AnyHandle, keys?: readonly string[]): Promise<Rule[]> {
  const query = db.selectFrom('rules.rule').selectAll()
  const rows = await (keys ? query.where('key', 'in', keys.length ? keys : ['']) : query)
    .orderBy('key')
    .orderBy('region')
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map(ruleOfRow)
}

/**
 * The rule that holds on a day in a region.
 * @throws Error naming the key: a missing rule is a fault of the installation, never of the person
 */
export async function getRule(db: AnyHandle, key: string, region: string, day: Temporal.PlainDate): Promise<Rule> {
  const rule = ruleOn(await listRules(db, [key]), key, region, day)
  if (!rule) throw new Error(`no rule ${key} holds in ${region || 'the country'} on ${day}`)
  return rule
}

/** One row with where it came from. */
export interface RuleRecord extends Rule {
  readonly source: string | undefined
  /** Undefined for rows that come with the program. */
  readonly recordedBy: string | undefined
  readonly recordedAt: Date
}

/** Every row of one key, the newest first; of other regions none. */
export async function listHistory(db: AnyHandle, key: string, region: string): Promise<RuleRecord[]> {
  const rows = await db
    .selectFrom('rules.rule')
    .selectAll()
    .where('key', '=', key)
    .orderBy('valid_from', 'desc')
    .orderBy('region', 'desc')
    .execute()
  return rows.filter((row) => isHere(row.region, region)).map(recordOf)
}

export async function findRuleRecord(db: AnyHandle, id: string): Promise<RuleRecord | undefined> {
  const row = await db.selectFrom('rules.rule').selectAll().where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/** One time somebody held a row against the legal text. */
export interface Verification {
  readonly ruleId: string
  readonly status: RuleStatus
  readonly note: string
  readonly actorName: string
  readonly at: Date
}

export async function listVerifications(db: AnyHandle, ruleIds: readonly string[]): Promise<Verification[]> {
  if (ruleIds.length === 0) return []
  const rows = await db
    .selectFrom('rules.verification')
    .selectAll()
    .where('rule_id', 'in', ruleIds)
    .orderBy('verified_at', 'desc')
    .execute()
  return rows.map((row) => ({
    ruleId: row.rule_id,
    status: row.status,
    note: row.note,
    actorName: row.actor_name,
    at: row.verified_at,
  }))
}

/** True when a row for `area` counts in `place`. */
function isHere(area: string, place: string): boolean {
  return area === '' || area === place || place.startsWith(`${area}.`)
}

function recordOf(row: Selectable<RuleTable>): RuleRecord {
  return {
    ...ruleOfRow(row),
    source: row.source ?? undefined,
    recordedBy: row.recorded_by ?? undefined,
    recordedAt: row.recorded_at,
  }
}

function ruleOfRow(row: Selectable<RuleTable>): Rule {
  return {
    id: row.id,
    key: row.key,
    region: row.region,
    value: row.value,
    unit: row.unit as RuleUnit,
    title: { id: row.title_id, en: row.title_en },
    citation: citationOf(row),
    status: row.status as RuleStatus,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }
}
