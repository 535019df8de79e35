import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { calendarKnownAt, type RuleUse } from '#modules/rules/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import { machineOf } from '../domain.ts'
import { rulesIn } from '../flow/case-rules.ts'
import { costOf } from '../flow/cost.ts'
import { deadlineOf } from '../flow/deadline.ts'
import { factsOf } from '../flow/facts.ts'
import { journeyOf, refusalsOf } from '../form/journey.ts'

/** One thing that was decided once, computed again. */
export interface Replayed {
  readonly what: LocalText
  readonly then: string
  readonly again: string
  readonly same: boolean
}

/**
 * Judges a case again as of its own day: the same version, the same rules, the same facts of registers, the calendar
 * as it was known then. Every line must come out the same.
 */
export async function replayCase(tenant: Tenant, db: AnyHandle, open: OpenCase): Promise<Replayed[]> {
  const { definition, row } = open
  const submittedAt = instantOf(row.submitted_at)
  const day = dayOf(submittedAt, tenant.profile.zone).toString()
  const facts = factsOf(tenant, open, submittedAt)
  const ruleOf = rulesIn(row.rules as RuleUse[])
  const calendar = await calendarKnownAt(tenant, db, row.territory_code, submittedAt)
  const journey = journeyOf(definition, {
    answers: facts.answers,
    known: facts.known,
    today: day,
    seen: definition.form.pages.map((page) => page.id),
  })
  const cost = costOf(definition, { ...facts, today: day }, ruleOf)
  const lines: readonly [LocalText, string, string][] = [
    [
      { id: 'Kelengkapan isian', en: 'Completeness' },
      'lengkap',
      journey.complete ? 'lengkap' : journey.pages.flatMap((page) => page.errors.map((error) => error.path)).join(', '),
    ],
    [
      { id: 'Syarat pemohon', en: 'Eligibility' },
      'memenuhi',
      refusalsOf(definition, journey.surroundings).length === 0 ? 'memenuhi' : 'tidak memenuhi',
    ],
    [{ id: 'Biaya', en: 'Fee' }, String(Number(row.fee_amount)), String(cost.total)],
    [
      { id: 'Tanggal janji', en: 'Promised date' },
      instantOf(row.first_promised_at).toString(),
      deadlineOf(definition.clock, submittedAt, ruleOf, calendar).toString(),
    ],
    [{ id: 'Urutan langkah', en: 'Order of steps' }, 'sah', await judgeWay(db, open)],
  ]
  return lines.map(([what, then, again]) => ({ what, then, again, same: then === again }))
}

/** @returns "sah", or the first step that the transition table does not allow */
async function judgeWay(db: AnyHandle, open: OpenCase): Promise<string> {
  const steps = await db
    .selectFrom('services.step')
    .select(['verb', 'state', 'branch', 'number'])
    .where('case_id', '=', open.row.id)
    .orderBy('number')
    .execute()
  let state = open.definition.flow.initial
  for (const step of steps) {
    if (step.verb === 'submit' || step.verb === 'review') continue
    if (step.verb.startsWith('migrate-')) {
      state = step.state
      continue
    }
    const row = machineOf(open.definition)
      .from(state)
      .find((candidate) => candidate.verb === step.verb && candidate.to === step.state)
    // Before a move to this version the way followed another table.
    if (!row && !steps.some((later) => later.number > step.number && later.verb.startsWith('migrate-'))) {
      return `langkah ${step.number}: ${step.verb}`
    }
    state = step.state
  }
  return 'sah'
}
