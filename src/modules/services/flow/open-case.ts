import { sql } from 'kysely'
import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getPerson } from '#modules/people/index.ts'
import { caseTokens } from '../case/search-tokens.ts'
import { caseNumber } from '../case/tracking.ts'
import { type CaseRow, caseRowOf, type OpenCase } from '../commands/case-row.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { stateOf } from '../domain.ts'
import { readableForm } from '../form/display.ts'
import type { Journey } from '../form/journey.ts'
import { onceFingerprint } from '../queries/running-once.ts'
import { type Entry, enterState } from './enter-state.ts'
import { caseAnswersContext, caseKnownContext, caseReadableContext } from './facts.ts'
import { foretell } from './foretell.ts'
import { countPapers } from './papers.ts'
import { recordStep, setTimer, takeStep } from './take-step.ts'
import { insertTasks } from './tasks.ts'

/** A complete application, ready to become a case. */
export interface Application {
  readonly id: string
  readonly definition: ServiceDefinition
  readonly journey: Journey
  readonly personId: string
  readonly accountId: string | null
  readonly mandateId?: string | null | undefined
  readonly parentCaseId?: string | undefined
  readonly previousCaseId?: string | null | undefined
  /** When an official took it down away from the network, and what he says of that. */
  readonly reported?: { readonly at: Temporal.Instant; readonly note: string } | undefined
  /** Files that were not uploaded anew but taken over from earlier applications. */
  readonly reusedFiles?: number | undefined
}

/** Opens a case: number, office, rules, fee, promise, frozen copy, first desk. The caller tells the applicant. */
export async function openCase(tx: WriteHandle, context: CommandContext, application: Application): Promise<OpenCase> {
  const { tenant, now } = context
  const { journey } = application
  const day = dayOf(now, tenant.profile.zone)
  // The form was read in the words of the region; from here on the figures of the case's own place count.
  const foretold = await foretell(tenant, tx, application.definition, journey, now)
  const { definition, unit, rules, calendar, promisedAt, cost } = foretold
  const applicant = await getPerson(tx, application.personId)
  const language = journey.expressions
  const subject = language.text(definition.subject, journey.surroundings) || applicant.fullName
  const initial = stateOf(definition, definition.flow.initial)
  const papers = countPapers(definition, journey, application.reusedFiles ?? 0)
  const values = {
    id: application.id,
    number: caseNumber(day.year, definition.code, await nextNumber(tx)),
    service_id: definition.id,
    version: definition.version,
    state: initial.id,
    unit_id: unit.id,
    unit_path: unit.path,
    serving_path: unit.path,
    territory_code: foretold.territory,
    account_id: application.accountId,
    applicant_person_id: application.personId,
    applicant_name: applicant.fullName,
    subject_name: subject,
    answers: tenant.cipher.sealJson(journey.answers, caseAnswersContext),
    readable: tenant.cipher.sealJson(readableForm(journey), caseReadableContext),
    known: tenant.cipher.sealJson(journey.surroundings.known, caseKnownContext),
    cost: JSON.stringify(cost.items),
    fee_amount: String(cost.total),
    outcome: '{}',
    rules: JSON.stringify(rules),
    risk: definition.risk
      ? Math.min(9, Math.max(0, Number(language.evaluate(definition.risk, journey.surroundings))))
      : 0,
    papers_asked: papers.asked,
    papers_known: papers.known,
    once_key: onceKey(tenant, definition, journey, application.personId),
    mandate_id: application.mandateId ?? null,
    parent_case_id: application.parentCaseId ?? null,
    previous_case_id: application.previousCaseId ?? null,
    rank_score: definition.quota ? Number(language.evaluate(definition.quota.score, journey.surroundings)) : null,
    submitted_at: now.toString(),
    reported_at: application.reported?.at.toString() ?? null,
    promised_at: promisedAt.toString(),
    first_promised_at: promisedAt.toString(),
    entered_at: now.toString(),
  }
  const bare: OpenCase = { definition, row: await insertCase(tx, values, typeof definition.once === 'object') }
  const entry = await enterState(tx, context, bare, initial, { promisedAt, calendar })
  const row = await keepEntry(tx, bare.row, entry)
  const open: OpenCase = { definition, row }
  await insertTasks(tx, context, row, initial.id, entry.tasks)
  await setTimer(tx, open, row, entry.tasks, calendar)
  await keepTokens(tx, context, row, journey)
  const submitted = { verb: 'submit', to: initial.id, by: 'applicant' } as const
  await recordStep(tx, context, row.id, { row: submitted, reason: application.reported?.note })
  return entry.follow ? takeStep(tx, context, open, { row: entry.follow }) : open
}

type CaseValues = Parameters<typeof caseRowOf>[1]

const askedAlready = new AppError('conflict', {
  text: {
    id: 'Untuk hal yang sama sudah ada permohonan yang berjalan, milik Anda atau orang lain. Isian Anda tetap tersimpan; ubahlah, atau tunggu sampai yang itu selesai.',
    en: 'There is an application for the same thing already, yours or somebody else’s. Your answers are kept; change them, or wait until that one has ended.',
  },
})

async function insertCase(tx: WriteHandle, values: CaseValues, isPerThing: boolean): Promise<CaseRow> {
  try {
    return await caseRowOf(tx, values)
  } catch (error) {
    // A violation of case_once: the rule that there is one running application.
    if ((error as { constraint?: string }).constraint !== 'case_once') throw error
    if (isPerThing) throw askedAlready
    throw new AppError('conflict', {
      text: {
        id: 'Permohonan yang sama masih berjalan. Lihat di halaman berkas Anda; yang baru dapat diajukan setelah itu selesai.',
        en: 'The same application is still running. See your files; a new one can be sent when that one has ended.',
      },
    })
  }
}

/** What the first state brought with it beyond a desk at the serving unit; most cases need no second write. */
async function keepEntry(tx: WriteHandle, row: CaseRow, entry: Entry): Promise<CaseRow> {
  const outcome = { ...row.outcome, ...entry.facts }
  const isPlain =
    entry.place.unitId === row.unit_id && !Object.keys(entry.branches).length && !Object.keys(outcome).length
  if (isPlain) return row
  return tx
    .updateTable('services.case')
    .set({
      unit_id: entry.place.unitId,
      unit_path: entry.place.unitPath,
      branches: JSON.stringify(entry.branches),
      outcome: JSON.stringify(outcome),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What makes two applications the same, as a keyed hash where it is an answer: it may be a NIK. */
function onceKey(tenant: Tenant, definition: ServiceDefinition, journey: Journey, personId: string): string | null {
  if (!definition.once) return null
  if (definition.once === 'person') return personId
  const key = journey.expressions.text(definition.once.per, journey.surroundings)
  return onceFingerprint(tenant, key)
}

async function nextNumber(tx: WriteHandle): Promise<number> {
  const { rows } = await sql<{ next: number }>`select nextval('services.case_number') as next`.execute(tx)
  return rows[0]?.next as number
}

/** Everything an officer may find the case by. */
export async function keepTokens(
  tx: WriteHandle,
  context: CommandContext,
  row: Pick<CaseRow, 'id' | 'applicant_name' | 'subject_name'>,
  journey: Pick<Journey, 'answers'>,
): Promise<void> {
  const tokens = caseTokens(context.tenant, [row.applicant_name, row.subject_name], journey.answers)
  await sql`insert into services.case_token (token, case_id)
    select token, ${row.id}::uuid from unnest(${tokens}::text[]) as token on conflict do nothing`.execute(tx)
}
