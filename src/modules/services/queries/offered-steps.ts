import { type Actor, isPermitted } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getCalendar, type RuleUse } from '#modules/rules/index.ts'
import type { OpenCase } from '../commands/case-row.ts'
import { hasHeldAppointment } from '../commands/guards.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { FieldDefinition, TransitionDefinition } from '../definition/schema.ts'
import { machineOf, stateOf } from '../domain.ts'
import { rulesIn } from '../flow/case-rules.ts'
import { deadlineOf } from '../flow/deadline.ts'
import { factsOf } from '../flow/facts.ts'
import type { CaseTask } from './case-tasks.ts'

/** A step or the outcome of a review that somebody may take now. */
export interface OfferedStep {
  /** As it is posted: the verb, or "branch:outcome". */
  readonly verb: string
  /** The review it belongs to. */
  readonly branch: { readonly id: string; readonly label: LocalText } | undefined
  readonly label: LocalText
  readonly key: string | undefined
  readonly tone: TransitionDefinition['tone']
  readonly needs: TransitionDefinition['needs']
  readonly reasons: NonNullable<TransitionDefinition['reasons']>
  readonly form: readonly FieldDefinition[]
  readonly stepUp: boolean
  readonly bulk: boolean
  readonly effects: readonly string[]
  /** The last moment at which it is possible. */
  readonly until: Temporal.Instant | undefined
  /** Why it cannot be taken although it is this officer's. */
  readonly blocked: LocalText | undefined
}

interface Asked {
  readonly tenant: Tenant
  readonly db: AnyHandle
  readonly actor: Actor
  readonly now: Temporal.Instant
}

/** What this officer may do with a case now. Steps whose condition does not hold or whose time is over are left out. */
export async function officerSteps(asked: Asked, open: OpenCase, tasks: readonly CaseTask[]): Promise<OfferedStep[]> {
  const { actor } = asked
  const territory = open.row.territory_code
  const here = { unitPath: open.row.unit_path, territory }
  const rows = machineOf(open.definition)
    .from(open.row.state)
    .filter((row) => row.by.includes('.') && isPermitted(actor, row.by, here))
  const steps = await possible(asked, open, rows)
  const blocked = await blockedBy(asked, open, steps)
  const branches = (stateOf(open.definition, open.row.state).branches ?? []).flatMap((branch) => {
    const task = tasks.find((candidate) => candidate.branch === branch.id && !candidate.closedAt)
    if (!task || !isPermitted(actor, branch.desk, { unitPath: task.unitPath, territory })) return []
    return branch.outcomes.map(
      (outcome): OfferedStep => ({
        verb: `${branch.id}:${outcome.id}`,
        branch: { id: branch.id, label: branch.label },
        label: outcome.label,
        key: outcome.key,
        tone: outcome.tone,
        needs: outcome.needs,
        reasons: [],
        form: branch.form,
        stepUp: false,
        bulk: false,
        effects: [],
        until: undefined,
        blocked: undefined,
      }),
    )
  })
  return [...branches, ...steps.map((step) => offered(step, blocked.get(step.row.verb)))]
}

/** What the applicant may do with his case now. */
export async function applicantSteps(asked: Asked, open: OpenCase): Promise<OfferedStep[]> {
  const rows = machineOf(open.definition)
    .from(open.row.state)
    .filter((row) => row.by === 'applicant')
  return (await possible(asked, open, rows)).map((step) => offered(step, undefined))
}

interface Possible {
  readonly row: TransitionDefinition
  readonly until: Temporal.Instant | undefined
}

async function possible(asked: Asked, open: OpenCase, rows: readonly TransitionDefinition[]): Promise<Possible[]> {
  if (rows.length === 0) return []
  const { tenant, db, now } = asked
  const language = expressionsOf(open.definition)
  const facts = rows.some((row) => row.when) ? factsOf(tenant, open, now) : undefined
  const calendar = rows.some((row) => row.within) ? await getCalendar(tenant, db, open.row.territory_code) : undefined
  const ruleOf = rulesIn(open.row.rules as RuleUse[])
  return rows
    .filter((row) => !row.when || (facts && language.isTrue(row.when, facts)))
    .map((row) => ({
      row,
      until: row.within && calendar && deadlineOf(row.within, instantOf(open.row.entered_at), ruleOf, calendar),
    }))
    .filter(({ until }) => !until || Temporal.Instant.compare(now, until) <= 0)
}

/** Steps that wait for a meeting, or have to be another's because of four eyes. */
async function blockedBy(asked: Asked, open: OpenCase, steps: readonly Possible[]): Promise<Map<string, LocalText>> {
  const blocked = new Map<string, LocalText>()
  const mine = steps.some(({ row }) => row.notBy.length > 0)
    ? await asked.db
        .selectFrom('services.step')
        .select('verb')
        .where('case_id', '=', open.row.id)
        .where('person_id', '=', asked.actor.personId ?? null)
        .execute()
    : []
  const met = steps.some(({ row }) => row.afterAppointment) && (await hasHeldAppointment(asked.db, open.row))
  for (const { row } of steps) {
    if (row.notBy.some((verb) => mine.some((step) => step.verb === verb))) blocked.set(row.verb, fourEyes)
    else if (row.afterAppointment && !met) blocked.set(row.verb, beforeMeeting)
  }
  return blocked
}

function offered({ row, until }: Possible, blocked: LocalText | undefined): OfferedStep {
  return {
    verb: row.verb,
    branch: undefined,
    label: row.label,
    key: row.key,
    tone: row.tone,
    needs: row.needs,
    reasons: row.reasons ?? [],
    form: row.form,
    stepUp: row.stepUp,
    bulk: row.bulk,
    effects: row.effects,
    until,
    blocked,
  }
}

const fourEyes = {
  id: 'harus oleh pejabat lain, karena langkah sebelumnya Anda yang mengambil',
  en: 'has to be another official’s, because you took the step before',
}
const beforeMeeting = {
  id: 'menunggu pertemuan yang tercatat terlaksana',
  en: 'waits for a meeting that is recorded as held',
}
