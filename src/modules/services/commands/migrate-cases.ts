import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getCalendar } from '#modules/rules/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getDefinition } from '../definition/store.ts'
import { readCaseRules, rulesIn } from '../flow/case-rules.ts'
import { placeInQueue } from '../flow/deadline.ts'
import { type PlannedMove, planMove, type StateMapping } from '../flow/migration-plan.ts'
import { recordStep, setTimer } from '../flow/take-step.ts'
import { listOpenTasks } from '../flow/tasks.ts'
import type { CaseRow } from './case-row.ts'

/** Cases that one transaction looks at, and that are read at once to foretell. */
const mostAtOnce = 500

const which = {
  serviceId: z.string(),
  from: z.coerce.number().int().positive(),
  to: z.coerce.number().int().positive(),
  mapping: z.record(z.string(), z.string()).default({}),
}

export interface MigrationPreview {
  readonly moves: number
  /** Of those, with an earlier promise than before; none gets a later one. */
  readonly earlier: number
  readonly stays: Readonly<Record<Extract<PlannedMove, { kind: 'stays' }>['why'], number>>
  /** Cases by state: where they go, or undefined when they stay. */
  readonly byState: readonly { readonly state: string; readonly to: string | undefined; readonly count: number }[]
}

/** What `migrateCases` would do to every running case, without doing it. */
export async function previewMigration(
  tenant: Tenant,
  db: AnyHandle,
  input: { serviceId: string; from: number; to: number; mapping: StateMapping },
): Promise<MigrationPreview> {
  const from = await getDefinition(db, input.serviceId, input.from, 'as-written')
  const to = await getDefinition(db, input.serviceId, input.to, 'as-written')
  const stays = { 'no-state': 0, 'under-review': 0, 'not-same-holder': 0 }
  const byState = new Map<string, { state: string; to: string | undefined; count: number }>()
  const law = new LawByDay(tenant, db, to)
  let earlier = 0
  let moves = 0
  for await (const row of eachMovable(db, input)) {
    const plan = planMove(row, from, to, input.mapping, await law.of(row))
    if (plan.kind === 'moves') {
      moves += 1
      if (plan.isEarlier) earlier += 1
    } else stays[plan.why] += 1
    const goes = plan.kind === 'moves' ? plan.to.id : undefined
    const known = byState.get(`${row.state}>${goes}`) ?? { state: row.state, to: goes, count: 0 }
    byState.set(`${row.state}>${goes}`, { ...known, count: known.count + 1 })
  }
  return { moves, earlier, stays, byState: [...byState.values()] }
}

/** What is needed to foretell the move of every running case, page by page. */
async function* eachMovable(db: AnyHandle, { serviceId, from }: { serviceId: string; from: number }) {
  for (let after: string | undefined, size = mostAtOnce; size === mostAtOnce; ) {
    const rows = await runningCases(db, { serviceId, from, after })
      .select(['id', 'state', 'promised_at', 'submitted_at', 'held_spans', 'branches', 'territory_code'])
      .execute()
    yield* rows
    after = rows.at(-1)?.id
    size = rows.length
  }
}

/**
 * Moves running cases to another version of their definition, the next 500 after the one given. Cases that cannot be
 * moved stay on their version. Clocks go on; no promise gets later.
 * @returns the last case looked at, while there may be more: run it again from there
 */
export const migrateCases = command({
  name: 'services.migrate-cases',
  event: 'services.cases-migrated.v1',
  access: permitted('services.publish', { stepUp: true }),
  input: z.object({ ...which, after: z.uuid().optional() }),
  async run(tx, input, context) {
    const from = await getDefinition(tx, input.serviceId, input.from, 'as-written')
    const to = await getDefinition(tx, input.serviceId, input.to, 'as-written')
    if (input.from === input.to) throw new AppError('invalid-input')
    const rows = await runningCases(tx, input).selectAll().forUpdate().execute()
    const next = rows.length === mostAtOnce ? rows.at(-1)?.id : undefined
    const law = new LawByDay(context.tenant, tx, to)
    let moved = 0
    for (const row of rows) {
      const plan = planMove(row, from, to, input.mapping, await law.of(row))
      if (plan.kind === 'stays') continue
      await moveOne(tx, context, { row, from, to, plan })
      moved += 1
    }
    if (moved === 0) return { result: { moved, next }, event: undefined }
    const id = newId(context.now.epochMilliseconds)
    await tx
      .insertInto('services.migration')
      .values({
        id,
        service_id: input.serviceId,
        from_version: input.from,
        to_version: input.to,
        mapping: JSON.stringify(input.mapping),
        moved,
        kept: rows.length - moved,
        at: context.now.toString(),
        actor_label: labelOf(context.actor),
      })
      .execute()
    const payload = { ...input, moved, kept: rows.length - moved }
    return { result: { moved, next }, event: { subject: { type: 'migration', id }, payload } }
  },
})

interface OneMove {
  readonly row: CaseRow
  readonly from: ServiceDefinition
  readonly to: ServiceDefinition
  readonly plan: Extract<PlannedMove, { kind: 'moves' }>
}

async function moveOne(tx: WriteHandle, context: CommandContext, { row, from, to, plan }: OneMove): Promise<void> {
  const calendar = await getCalendar(context.tenant, tx, row.territory_code)
  const day = dayOf(instantOf(row.submitted_at), context.tenant.profile.zone)
  const rules = await readCaseRules(tx, to, row.territory_code, day)
  const moved = await tx
    .updateTable('services.case')
    .set((eb) => ({
      version: to.version,
      state: plan.to.id,
      rules: JSON.stringify(rules),
      promised_at: plan.promisedAt.toString(),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const promised = plan.promisedAt.toString()
  const desk = plan.to.desk
  await tx
    .updateTable('services.task')
    .set((eb) => ({
      state: plan.to.id,
      ...(desk && !plan.to.branches ? { desk } : {}),
      due_at: eb.fn<Date>('least', ['due_at', eb.val(new Date(promised))]),
      order_at: eb.fn<Date>('least', [
        'order_at',
        eb.val(new Date(placeInQueue(plan.promisedAt, row.risk).toString())),
      ]),
    }))
    .where('case_id', '=', row.id)
    .where('closed_at', 'is', null)
    .execute()
  const verb = `migrate-${from.version}-${to.version}`
  await recordStep(tx, context, row.id, { row: { verb, to: plan.to.id, by: 'engine' } })
  await setTimer(tx, { definition: to, row: moved }, moved, await listOpenTasks(tx, row.id), calendar)
}

function runningCases(
  db: AnyHandle,
  { serviceId, from, after }: { serviceId: string; from: number; after?: string | undefined },
) {
  return db
    .selectFrom('services.case')
    .where('service_id', '=', serviceId)
    .where('version', '=', from)
    .where('closed_at', 'is', null)
    .$if(after !== undefined, (query) => query.where('id', '>', after as string))
    .orderBy('id')
    .limit(mostAtOnce)
}

/** Rules and calendar for each day of application and place, each read once. */
class LawByDay {
  private readonly known = new Map<string, Parameters<typeof planMove>[4]>()

  constructor(
    private readonly tenant: Tenant,
    private readonly db: AnyHandle,
    private readonly definition: ServiceDefinition,
  ) {}

  async of(row: Pick<CaseRow, 'submitted_at' | 'territory_code'>): Promise<Parameters<typeof planMove>[4]> {
    const day = dayOf(instantOf(row.submitted_at), this.tenant.profile.zone)
    const key = `${day}/${row.territory_code}`
    let found = this.known.get(key)
    if (!found) {
      found = {
        ruleOf: rulesIn(await readCaseRules(this.db, this.definition, row.territory_code, day)),
        calendar: await getCalendar(this.tenant, this.db, row.territory_code),
      }
      this.known.set(key, found)
    }
    return found
  }
}
