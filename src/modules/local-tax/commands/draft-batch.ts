import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Rate, rate, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { getRule, listRules, type Rule } from '#modules/rules/index.ts'
import { calculate, findCalculator, LawBook } from '#modules/tax/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { objectsAtOnce, type RemarkReason, roseBeyond } from '../domain.ts'
import { type PbbBasis, pbbQuestion } from '../pbb-question.ts'
import { dueTime } from './decide-run.ts'
import { enqueueRun, eventOf, lockRun, type RememberedRule, type RunRow, takeStep } from './run-row.ts'

export type BatchOutcome = 'more' | 'done' | 'halted'

export const batchInput = z.object({
  runId: z.uuid(),
  /** This run of the job ends here: another one goes on, so that jobs of others have their turn. */
  handOver: z.boolean(),
})
export type BatchInput = z.infer<typeof batchInput>

interface LandRow {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly village_code: string
  readonly taxpayer_id: string | null
  readonly owner_state: string | null
  readonly is_dead: boolean
  readonly land_area: string | null
  readonly land_price: string
  readonly building_area: string
  readonly building_price: string
  readonly land_use: string
  readonly value: string
  readonly has_untaxed: boolean
  readonly last_year: string | null
  readonly is_assessed: boolean
}

/**
 * The next parcels in the order of their NOP. The untaxed value counts for the most valuable parcel of each taxpayer.
 * @basis UU 1/2022 pasal 40: NJOPTKP diberikan untuk salah satu objek dari setiap wajib pajak
 */
async function nextParcels(tx: WriteHandle, run: RunRow): Promise<LandRow[]> {
  const { rows } = await sql<LandRow>`
    select o.id, o.code, o.version, o.village_code, o.taxpayer_id, t.state as owner_state,
      t.person_id is not null and exists (select 1 from people.v_event_subject e
        where e.person_id = t.person_id and e.kind = 'death') as is_dead,
      l.land_area::text, l.land_price::text, l.building_area::text, l.building_price::text, l.land_use, l.value::text,
      not exists (select 1 from local_tax.object o2 join local_tax.land l2 on l2.object_id = o2.id
        where o2.taxpayer_id = o.taxpayer_id and o2.state = 'active' and (l2.value, o2.code) > (l.value, o.code)) as has_untaxed,
      last.amount::text as last_year, now.id is not null as is_assessed
    from (select * from local_tax.object where kind = 'land' and state = 'active' and code > ${run.done_to}
        and (${run.village_code}::text is null or village_code = ${run.village_code}) order by code limit ${objectsAtOnce}) o
    left join local_tax.land l on l.object_id = o.id
    left join local_tax.taxpayer t on t.id = o.taxpayer_id
    left join local_tax.assessment last on last.object_id = o.id and last.year = ${run.year - 1}
      and last.kind = 'sppt' and last.state not in ('draft', 'cancelled')
    left join local_tax.assessment now on now.object_id = o.id and now.year = ${run.year}
      and now.kind = 'sppt' and now.state <> 'cancelled'
    order by o.code`.execute(tx)
  return rows
}

interface Draft {
  readonly id: string
  readonly object_id: string
  readonly taxpayer_id: string
  readonly object_version: number
  readonly number: string
  readonly village_code: string
  readonly code: string
  readonly basis: unknown
  readonly amount: string
  readonly last_year_amount: string | null
}

interface Remark {
  readonly code: string
  readonly reason: RemarkReason
  readonly object_id: string
  readonly is_left_out: boolean
  readonly before: string | null
  readonly after: string | null
}

/**
 * The next drafts, in one transaction with the place behind them: whatever is killed at whatever moment, the next
 * run goes on with the first parcel that is not computed, and none is computed twice.
 */
export const draftBatch = command<BatchInput, BatchOutcome>({
  name: 'local-tax.draft-batch',
  event: 'local-tax.batch-drafted.v1',
  access: systemOnly,
  input: batchInput,
  async run(tx, { runId, handOver }, context) {
    const run = await lockRun(tx, runId)
    if (run.state !== 'drafting') return { result: 'halted', event: undefined }
    if (handOver) await enqueueRun(context, runId)
    const own = (await findOwnRegion(tx))?.code ?? ''
    const parcels = await nextParcels(tx, run)
    if (parcels.length === 0) {
      const { to } = await takeStep(tx, context, runId, 'finish-drafts')
      const due = await getRule(tx, dueTime, own, Temporal.PlainDate.from(run.due_on))
      const open = run.open_rules as RememberedRule[]
      const openAll = due.status === 'verified' ? open : merge(open, [due])
      await tx
        .updateTable('local_tax.run')
        .set({ state: to, open_rules: JSON.stringify(openAll), updated_at: context.now.toString() })
        .where('id', '=', runId)
        .execute()
      return { result: 'done', event: eventOf(runId, { finished: true, assessed: run.assessed, amount: run.amount }) }
    }
    const calculator = findCalculator('pbb')
    if (!calculator) throw new Error('there is no calculation of PBB')
    const assessor = new Assessor(
      run,
      own,
      new LawBook(await listRules(tx, calculator.rules)),
      rate(
        String(
          (await getRule(tx, 'local-tax.pbb-large-rise', own, dayOf(context.now, context.tenant.profile.zone))).value,
        ),
      ),
    )
    for (const parcel of parcels) assessor.assess(parcel, () => newId(context.now.epochMilliseconds))
    await writeDrafts(tx, run, assessor)
    await tx
      .updateTable('local_tax.run')
      .set({
        done: run.done + parcels.length,
        done_to: parcels.at(-1)?.code as string,
        assessed: run.assessed + assessor.drafts.length,
        amount: senToNumeric(senFromNumeric(run.amount) + assessor.amount),
        last_year_amount: senToNumeric(senFromNumeric(run.last_year_amount) + assessor.lastYear),
        left_out: run.left_out + parcels.length - assessor.drafts.length,
        rules: JSON.stringify(merge(run.rules as RememberedRule[], [...assessor.used])),
        open_rules: JSON.stringify(merge(run.open_rules as RememberedRule[], [...assessor.open])),
        updated_at: context.now.toString(),
      })
      .where('id', '=', runId)
      .execute()
    return { result: 'more', event: eventOf(runId, { to: parcels.at(-1)?.code, drafts: assessor.drafts.length }) }
  },
})

function merge(known: readonly RememberedRule[], more: readonly Rule[]): RememberedRule[] {
  const byId = new Map(known.map((rule) => [rule.id, rule]))
  for (const { id, key, citation } of more) byId.set(id, { id, key, citation })
  return [...byId.values()]
}

/** Computes parcel after parcel with one book of law, and keeps what is to be written. */
class Assessor {
  readonly drafts: Draft[] = []
  readonly remarks: Remark[] = []
  readonly used = new Set<Rule>()
  readonly open = new Set<Rule>()
  amount = 0n
  lastYear = 0n

  constructor(
    private readonly run: RunRow,
    private readonly region: string,
    private readonly book: LawBook,
    private readonly largeRise: Rate,
  ) {}

  assess(parcel: LandRow, nextId: () => string): void {
    const reason = whyLeftOut(parcel)
    if (reason || !parcel.taxpayer_id) {
      this.remark(parcel, reason ?? 'no-owner', true)
      return
    }
    const lastYear = parcel.last_year === null ? 0n : senFromNumeric(parcel.last_year)
    const basis = {
      landArea: parcel.land_area as string,
      landPrice: parcel.land_price,
      buildingArea: parcel.building_area,
      buildingPrice: parcel.building_price,
      use: parcel.land_use,
      hasUntaxed: parcel.has_untaxed,
    }
    const result = this.compute(basis, lastYear)
    const amount = senFromNumeric(result.total.decimal(2))
    if (amount <= 0n) {
      this.remark(parcel, 'below-taxable', true, lastYear, amount)
      return
    }
    if (parcel.is_dead) this.remark(parcel, 'owner-dead', false)
    if (roseBeyond(lastYear, amount, this.largeRise)) this.remark(parcel, 'large-rise', false, lastYear, amount)
    this.amount += amount
    this.lastYear += lastYear
    this.drafts.push({
      id: nextId(),
      object_id: parcel.id,
      taxpayer_id: parcel.taxpayer_id,
      object_version: parcel.version,
      number: `${parcel.code}-${this.run.year}`,
      village_code: parcel.village_code,
      code: parcel.code,
      basis: {
        ...basis,
        value: parcel.value,
        lines: result.lines.map(({ id, label, amount: part, destination }) => ({
          id,
          label,
          amount: part.decimal(2),
          destination,
        })),
      },
      amount: senToNumeric(amount),
      last_year_amount: parcel.last_year,
    })
  }

  private compute(basis: PbbBasis, lastYear: bigint) {
    const calculator = findCalculator('pbb') as NonNullable<ReturnType<typeof findCalculator>>
    const question = pbbQuestion(this.region, this.run.year, basis, lastYear)
    const result = calculate(calculator, this.book, question, { trace: false })
    for (const rule of result.rules) this.used.add(rule)
    for (const rule of result.openRules) this.open.add(rule)
    return result
  }

  private remark(parcel: LandRow, reason: RemarkReason, isLeftOut: boolean, before?: bigint, after?: bigint): void {
    this.remarks.push({
      code: parcel.code,
      reason,
      object_id: parcel.id,
      is_left_out: isLeftOut,
      before: before === undefined ? null : senToNumeric(before),
      after: after === undefined ? null : senToNumeric(after),
    })
  }
}

function whyLeftOut(parcel: LandRow): RemarkReason | undefined {
  if (parcel.is_assessed) return 'already-assessed'
  if (!parcel.taxpayer_id) return 'no-owner'
  if (parcel.owner_state === 'closed') return 'owner-closed'
  if (Number(parcel.land_area ?? 0) <= 0) return 'no-land'
  return undefined
}

async function writeDrafts(tx: WriteHandle, run: RunRow, { drafts, remarks }: Assessor): Promise<void> {
  if (drafts.length > 0)
    await sql`
      insert into local_tax.assessment (id, kind, tax, run_id, object_id, taxpayer_id, object_version, number, year, state,
        village_code, code, basis, assessed_amount, amount, paid_amount, written_off_amount, last_year_amount, due_on)
      select id, 'sppt', 'pbb', ${run.id}, object_id, taxpayer_id, object_version, number, ${run.year}, 'draft', village_code,
        code, basis, amount, amount, 0, 0, last_year_amount, ${run.due_on}::date
      from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as draft (id uuid, object_id uuid, taxpayer_id uuid,
        object_version integer, number text, village_code text, code text, basis jsonb, amount numeric, last_year_amount numeric)
    `.execute(tx)
  if (remarks.length > 0)
    await sql`
      insert into local_tax.remark (run_id, code, reason, object_id, is_left_out, before, after)
      select ${run.id}, code, reason, object_id, is_left_out, before, after
      from jsonb_to_recordset(${JSON.stringify(remarks)}::jsonb) as remark (code text, reason text, object_id uuid,
        is_left_out boolean, before numeric, after numeric)`.execute(tx)
}
