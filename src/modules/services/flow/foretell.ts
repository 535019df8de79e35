import { dayOf } from '#kernel/clock/clock.ts'
import type { WorkingCalendar } from '#kernel/clock/working-days.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { unitServing } from '#modules/organization/index.ts'
import { getCalendar, type RuleUse } from '#modules/rules/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { spell } from '../definition/spell.ts'
import type { Journey } from '../form/journey.ts'
import { readCaseRules, rulesIn } from './case-rules.ts'
import { type Cost, costOf } from './cost.ts'
import { deadlineOf } from './deadline.ts'

/** What a complete application meets when it is sent at a moment. */
export interface Foretold {
  readonly territory: string
  /** Serving unit. */
  readonly unit: { readonly id: string; readonly path: string; readonly name: string }
  readonly rules: readonly RuleUse[]
  /** In the figures of the place of the application. */
  readonly definition: ServiceDefinition
  readonly calendar: WorkingCalendar
  readonly promisedAt: Temporal.Instant
  /** By the answers alone; officials may measure otherwise later. */
  readonly cost: Cost
}

/**
 * Office, law, fee and promise of a complete application: shown before it is sent, and kept when it is.
 * @throws AppError `forbidden` when no office serves the place
 */
export async function foretell(
  tenant: Tenant,
  db: AnyHandle,
  written: ServiceDefinition,
  journey: Journey,
  now: Temporal.Instant,
): Promise<Foretold> {
  const day = dayOf(now, tenant.profile.zone)
  const territory = journey.expressions.text(written.territory, journey.surroundings)
  const unit = await unitServing(db, { unitCode: written.unit, territory, on: day.toString() })
  if (!unit) throw outside
  const rules = await readCaseRules(db, written, territory, day)
  const ruleOf = rulesIn(rules)
  const definition = spell(written, ruleOf)
  const calendar = await getCalendar(tenant, db, territory)
  const promisedAt = deadlineOf(definition.clock, now, ruleOf, calendar)
  const cost = costOf(definition, journey.surroundings, ruleOf)
  return { territory, unit, rules, definition, calendar, promisedAt, cost }
}

const outside = new AppError('forbidden', {
  text: {
    id: 'Alamat pada permohonan ini berada di luar wilayah layanan kantor ini.',
    en: 'The address of this application lies outside the area this office serves.',
  },
})
