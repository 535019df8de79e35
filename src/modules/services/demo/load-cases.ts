import type { Client } from 'pg'
import { extendDeadline, type WorkingCalendar, workingDeadline } from '#kernel/clock/working-days.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { bulkLoad, type CopyValue, copyRows } from '../../../demo/copy.ts'
import { DemoIds, Random } from '../../../demo/random.ts'
import { nameKeys } from '../case/search-tokens.ts'
import { caseNumber } from '../case/tracking.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { readCaseRules } from '../flow/case-rules.ts'
import { caseAnswersContext, caseKnownContext, caseReadableContext } from '../flow/facts.ts'
import { readableForm } from '../form/display.ts'
import { journeyOf } from '../form/journey.ts'
import { type DemoMother, demoAnswers, listDemoMothers } from './answers.ts'
import { drawBeginning, type PlannedCase, planCase } from './plan.ts'

export interface DemoCasesOptions {
  readonly owner: Client
  readonly tenant: Tenant
  /** Services over which the cases are spread; all with the form and the flow of the first. */
  readonly definitions: readonly ServiceDefinition[]
  readonly calendar: WorkingCalendar
  readonly seed: string
  readonly now: Temporal.Instant
  readonly count: number
}

/** In the order in which rows are written; each list of columns in the order of its rows. */
const tables = {
  'services.case': [
    'id',
    'number',
    'service_id',
    'version',
    'state',
    'unit_id',
    'unit_path',
    'serving_path',
    'territory_code',
    'account_id',
    'applicant_person_id',
    'applicant_name',
    'subject_name',
    'answers',
    'readable',
    'known',
    'cost',
    'fee_amount',
    'outcome',
    'rules',
    'papers_asked',
    'papers_known',
    'revision',
    'submitted_at',
    'promised_at',
    'first_promised_at',
    'entered_at',
    'held_by_applicant_since',
    'held_spans',
    'closed_at',
    'result',
  ],
  'services.step': [
    'case_id',
    'number',
    'state',
    'verb',
    'actor_label',
    'actor_name',
    'actor_place',
    'position_id',
    'reason',
    'at',
  ],
  'services.task': [
    'id',
    'case_id',
    'state',
    'desk',
    'unit_id',
    'unit_path',
    'territory_code',
    'service_id',
    'opened_at',
    'due_at',
    'order_at',
  ],
  'services.case_token': ['token', 'case_id'],
  'services.mark': ['id', 'case_id', 'field', 'note', 'actor_label', 'marked_at', 'resolved_at'],
} as const
type Rows = Record<keyof typeof tables, (readonly CopyValue[])[]>

const perChunk = 2000
const regionCode = '99.01'

interface Office {
  readonly id: string
  readonly path: string
}

/**
 * Birth applications of the last fourteen months in every state, most of them finished. Each case is drawn
 * by itself and written in chunks, so that a million take no more memory than a few thousand.
 * @returns number of cases
 */
export async function loadDemoCases(options: DemoCasesOptions): Promise<number> {
  const { owner, tenant, seed, count } = options
  const mothers = await listDemoMothers(owner, tenant)
  const offices = await listOffices(owner)
  const order = oldestFirst(seed, count)
  const day = options.now.toZonedDateTimeISO(options.calendar.zone).toPlainDate()
  const [first] = options.definitions
  if (!first) throw new RangeError('cases need a service')
  const rules = JSON.stringify(await readCaseRules(tenant.pools.read, first, regionCode, day))
  await bulkLoad(owner, Object.keys(tables), async () => {
    for (let start = 0; start < count; start += perChunk) {
      const rows: Rows = {
        'services.case': [],
        'services.step': [],
        'services.task': [],
        'services.case_token': [],
        'services.mark': [],
      }
      for (const [offset, index] of order.subarray(start, start + perChunk).entries()) {
        const random = new Random(seed, 'case', index)
        const plan = planCase(random, options.now, options.calendar)
        const mother = random.pick(mothers)
        addCase(
          rows,
          { ...options, rules },
          {
            definition: options.definitions[index % options.definitions.length] as ServiceDefinition,
            plan,
            mother,
            number: start + offset + 1,
            offices,
            random,
          },
        )
      }
      // Neighbours in the index lie together: far fewer pages are touched when there are many words.
      rows['services.case_token'].sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1))
      for (const [table, columns] of Object.entries(tables))
        await copyRows(owner, table, columns, rows[table as keyof Rows])
    }
  })
  await owner.query(`select setval('services.case_number', $1)`, [count])
  return count
}

/** Which cases come first, by the moment of submission; the n-th of them bears the number n. */
function oldestFirst(seed: string, count: number): Uint32Array {
  const minutesBack = new Uint32Array(count)
  for (let index = 0; index < count; index += 1)
    minutesBack[index] = drawBeginning(new Random(seed, 'case', index)).minutesBack
  const order = new Uint32Array(count).map((_, index) => index)
  return order.sort((a, b) => (minutesBack[b] as number) - (minutesBack[a] as number) || a - b)
}

interface OneCase {
  readonly definition: ServiceDefinition
  readonly plan: PlannedCase
  readonly mother: DemoMother
  readonly number: number
  readonly offices: ReadonlyMap<string, Office>
  readonly random: Random
}

function addCase(rows: Rows, options: DemoCasesOptions & { readonly rules: string }, one: OneCase): void {
  const { tenant, calendar } = options
  const { definition, plan, mother, random } = one
  const id = new DemoIds(random, plan.submittedAt.epochMilliseconds - 1).next()
  const state = definition.flow.states.find((candidate) => candidate.id === plan.state)
  const district = mother.villageCode.split('.').slice(0, 3).join('.')
  const serving = (one.offices.get(district) ?? one.offices.get('')) as Office
  const here = state?.unit ? (one.offices.get('') as Office) : serving
  const answers = demoAnswers(mother, plan, random)
  const today = plan.submittedAt.toZonedDateTimeISO(calendar.zone).toPlainDate()
  const journey = journeyOf(definition, { answers, known: {}, today: today.toString(), seen: [] })
  const first = workingDeadline(plan.submittedAt, 1, calendar)
  const promised = plan.heldFrom && plan.heldTo ? extendDeadline(first, plan.heldFrom, plan.heldTo, calendar) : first
  const at = plan.submittedAt.toString()
  const childName = String(answers['childName'])
  rows['services.case'].push([
    id,
    caseNumber(today.year, definition.code, one.number),
    definition.id,
    definition.version,
    plan.state,
    here.id,
    here.path,
    serving.path,
    mother.villageCode,
    null,
    mother.id,
    mother.name,
    childName,
    tenant.cipher.sealJson(answers, caseAnswersContext),
    tenant.cipher.sealJson(readableForm(journey), caseReadableContext),
    tenant.cipher.sealJson({}, caseKnownContext),
    '[]',
    '0',
    '{}',
    options.rules,
    answers['birthLetter'] ? 1 : 0,
    2,
    plan.steps.length,
    at,
    promised.toString(),
    first.toString(),
    plan.enteredAt.toString(),
    plan.state === 'returned' ? plan.enteredAt.toString() : null,
    plan.heldFrom && plan.heldTo ? JSON.stringify([[plan.heldFrom.toString(), plan.heldTo.toString()]]) : '[]',
    state?.result ? plan.enteredAt.toString() : null,
    state?.result ?? null,
  ])
  if (state?.holder === 'office' && state.desk) {
    rows['services.task'].push([
      new DemoIds(random, plan.enteredAt.epochMilliseconds).next(),
      id,
      state.id,
      state.desk,
      here.id,
      here.path,
      mother.villageCode,
      definition.id,
      plan.enteredAt.toString(),
      promised.toString(),
      promised.toString(),
    ])
  }
  for (const [index, step] of plan.steps.entries()) {
    const who = step.by === 'applicant' ? mother.name : step.by
    const place = step.by === 'applicant' ? '' : step.place
    const label = place ? `${who}, ${place}` : who
    rows['services.step'].push([
      id,
      index + 1,
      step.state,
      step.verb,
      label,
      who,
      place,
      null,
      step.reason ?? null,
      step.at.toString(),
    ])
  }
  for (const token of new Set([...mother.tokens, ...nameKeys(childName)])) rows['services.case_token'].push([token, id])
  if (plan.mark) {
    const { field, note, by } = plan.mark
    const markId = new DemoIds(random, plan.submittedAt.epochMilliseconds).next()
    rows['services.mark'].push([
      markId,
      id,
      field,
      note,
      by,
      plan.heldFrom?.toString() ?? at,
      plan.heldTo?.toString() ?? null,
    ])
  }
}

/** The civil-registry office (key "") and its counter in each district. */
async function listOffices(owner: Client): Promise<Map<string, Office>> {
  const { rows } = await owner.query<{ id: string; path: string; territory_code: string }>(
    `select id, path, territory_code from organization.unit where path = 'disdukcapil' or path like 'disdukcapil.upt-%'`,
  )
  return new Map(
    rows.map((row) => [row.path === 'disdukcapil' ? '' : row.territory_code, { id: row.id, path: row.path }]),
  )
}
