import type { Client } from 'pg'
import { extendDeadline, type WorkingCalendar, workingDeadline } from '#kernel/clock/working-days.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { bulkLoad, CopyWriter } from '../../../demo/copy.ts'
import { DemoIds, Random } from '../../../demo/random.ts'
import { caseNumber } from '../case/tracking.ts'
import { nameTokens, nikToken } from '../case/search-tokens.ts'
import { caseAnswersContext, caseReadableContext } from '../commands/submit-case.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { readableForm } from '../form/display.ts'
import { journeyOf } from '../form/journey.ts'
import { type DemoMother, demoAnswers, listDemoMothers } from './answers.ts'
import { planCase, type PlannedCase } from './plan.ts'

export interface DemoCasesOptions {
  readonly owner: Client
  readonly tenant: Tenant
  readonly definition: ServiceDefinition
  readonly calendar: WorkingCalendar
  readonly seed: string
  readonly now: Temporal.Instant
  readonly count: number
}

const tables = ['services.case', 'services.step', 'services.case_token', 'services.mark']
const caseColumns = [
  'id', 'number', 'service_id', 'version', 'state', 'waiting_for', 'unit_id', 'unit_path', 'serving_path', 'territory_code',
  'account_id', 'applicant_person_id', 'applicant_name', 'subject_name', 'answers', 'readable', 'outcome', 'rules', 'revision',
  'submitted_at', 'promised_at', 'first_promised_at', 'entered_at', 'held_by_applicant_since', 'closed_at', 'result',
]

interface Office {
  readonly id: string
  readonly path: string
}

/** Birth applications of the last fourteen months in every state, most of them finished. @returns number of cases */
export async function loadDemoCases(options: DemoCasesOptions): Promise<number> {
  const { owner, tenant, seed } = options
  const mothers = await listDemoMothers(owner, tenant)
  const offices = await listOffices(owner)
  const random = new Random(seed, 'cases')
  const plans = Array.from({ length: options.count }, () => planCase(random, options.now, options.calendar))
  plans.sort((a, b) => a.submittedAt.epochMilliseconds - b.submittedAt.epochMilliseconds)
  await bulkLoad(owner, tables, async () => {
    const lines: Record<string, string[]> = { step: [], token: [], mark: [] }
    const cases = new CopyWriter(owner, 'services.case', caseColumns)
    let number = 0
    for (const plan of plans) {
      number += 1
      const mother = mothers[random.between(0, mothers.length - 1)] as DemoMother
      addCase(cases, lines, options, { plan, mother, number, offices, random })
      if (number % 500 === 0) await cases.flush()
    }
    await cases.end()
    await copyLines(owner, 'services.step', 'case_id, number, state, verb, actor_label, actor_name, actor_place, position_id, reason, at', lines['step'] as string[])
    await copyLines(owner, 'services.case_token', 'token, case_id', lines['token'] as string[])
    await copyLines(owner, 'services.mark', 'id, case_id, field, note, actor_label, marked_at, resolved_at', lines['mark'] as string[])
  })
  await owner.query(`select setval('services.case_number', $1)`, [options.count])
  return options.count
}

interface OneCase {
  readonly plan: PlannedCase
  readonly mother: DemoMother
  readonly number: number
  readonly offices: ReadonlyMap<string, Office>
  readonly random: Random
}

function addCase(cases: CopyWriter, lines: Record<string, string[]>, options: DemoCasesOptions, one: OneCase): void {
  const { tenant, definition, calendar } = options
  const { plan, mother, random } = one
  const id = new DemoIds(random, plan.submittedAt.epochMilliseconds - 1).next()
  const state = definition.flow.states.find((candidate) => candidate.id === plan.state)
  const district = mother.villageCode.split('.').slice(0, 3).join('.')
  const serving = (one.offices.get(district) ?? one.offices.get('')) as Office
  const here = state?.unit ? (one.offices.get('') as Office) : serving
  const answers = demoAnswers(mother, plan, random)
  const { zone } = calendar
  const today = plan.submittedAt.toZonedDateTimeISO(zone).toPlainDate().toString()
  const journey = journeyOf(definition, { answers, known: {}, today, seen: [] })
  const first = workingDeadline(plan.submittedAt, 1, calendar)
  const promised = plan.heldFrom && plan.heldTo ? extendDeadline(first, plan.heldFrom, plan.heldTo, calendar) : first
  const at = plan.submittedAt.toString()
  const childName = String(answers['childName'])
  cases.add([
    id, caseNumber(plan.submittedAt.toZonedDateTimeISO(zone).year, definition.code, one.number), definition.id, definition.version,
    plan.state, state?.holder === 'office' ? (state.desk ?? null) : null, here.id, here.path, serving.path, mother.villageCode,
    null, mother.id, mother.name, childName,
    tenant.cipher.sealJson(answers, caseAnswersContext), tenant.cipher.sealJson(readableForm(journey), caseReadableContext),
    '{}', '[]', plan.steps.length, at, promised.toString(), first.toString(),
    plan.enteredAt.toString(), plan.state === 'returned' ? plan.enteredAt.toString() : null,
    state?.result ? plan.enteredAt.toString() : null, state?.result ?? null,
  ])
  for (const [index, step] of plan.steps.entries()) {
    const who = step.by === 'applicant' ? mother.name : step.by
    const place = step.by === 'applicant' ? '' : step.place
    lines['step']?.push([id, index + 1, step.state, step.verb, place ? `${who}, ${place}` : who, who, place, '\\N', step.reason ?? '\\N', step.at.toString()].join('\t'))
  }
  for (const token of new Set([...nameTokens(mother.name), ...nameTokens(childName), nikToken(tenant, mother.nik)])) {
    lines['token']?.push(`${token}\t${id}`)
  }
  if (plan.mark) {
    const markId = new DemoIds(random, plan.submittedAt.epochMilliseconds).next()
    const resolved = plan.heldTo ? plan.heldTo.toString() : '\\N'
    lines['mark']?.push([markId, id, plan.mark.field, plan.mark.note, plan.mark.by, plan.heldFrom?.toString() ?? at, resolved].join('\t'))
  }
}

async function copyLines(owner: Client, table: string, columns: string, lines: readonly string[]): Promise<void> {
  const writer = new CopyWriter(owner, table, columns.split(', '))
  for (const line of lines) {
    writer.addLine(line)
    if (writer.rows % 5000 === 0) await writer.flush()
  }
  await writer.end()
}

/** The civil-registry office (key "") and its counter in each district. */
async function listOffices(owner: Client): Promise<Map<string, Office>> {
  const { rows } = await owner.query<{ id: string; path: string; territory_code: string }>(
    `select id, path, territory_code from organization.unit where path = 'disdukcapil' or path like 'disdukcapil.upt-%'`,
  )
  return new Map(rows.map((row) => [row.path === 'disdukcapil' ? '' : row.territory_code, { id: row.id, path: row.path }]))
}
