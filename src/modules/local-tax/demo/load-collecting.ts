import type { Client } from 'pg'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findBillsOf, owedOnBills, payBill } from '#modules/billing/index.ts'
import type { Random } from '../../../demo/random.ts'
import { subjectType } from '../commands/assessment-row.ts'
import { carryOut, finishProposal } from '../commands/carry-out.ts'
import { approveProposal } from '../commands/decide-proposal.ts'
import { draftAssessment } from '../commands/draft-assessment.ts'
import { followPayment } from '../commands/follow-payment.ts'
import { markOverdue } from '../commands/mark-overdue.ts'
import { startPrint } from '../commands/print-notices.ts'
import { propose } from '../commands/propose.ts'
import { setTarget } from '../commands/set-target.ts'
import { listWaiting } from '../queries/proposals.ts'

export type Run = <Input, Result>(command: Command<Input, Result>, input: unknown, actor: Actor) => Promise<Result>

interface CollectingDemo {
  readonly tenant: Tenant
  readonly owner: Client
  readonly now: Temporal.Instant
  readonly run: Run
  readonly officer: Actor
  readonly head: Actor
  readonly random: Random
}

const targets = [
  { tax: 'pbb', amount: '240.000.000' },
  { tax: 'bphtb', amount: '120.000.000' },
  { tax: 'restaurant', amount: '60.000.000' },
  { tax: 'hotel', amount: '180.000.000' },
  { tax: 'parking', amount: '25.000.000' },
  { tax: 'entertainment', amount: '90.000.000' },
  { tax: 'billboard', amount: '5.000.000' },
  { tax: 'groundwater', amount: '4.000.000' },
] as const

/** Money that came, what fell overdue, demands and a warning, a billboard and a well, targets, sheets for printing. */
export async function loadCollecting(demo: CollectingDemo): Promise<void> {
  const { tenant, owner, now, run, officer, head, random } = demo
  const year = now.toZonedDateTimeISO(tenant.profile.zone).year
  const system = systemActor('local-tax.demo')
  for (const { tax, amount } of targets) {
    for (const each of [year - 1, year]) {
      const ground = `Perda APBD Kabupaten Arunika ${each} (rekaan)`
      await run(setTarget, { tax, year: each, amount, ground, validFrom: `${each}-01-01` }, head)
    }
  }
  await pay(demo)
  await run(markOverdue, {}, system)
  const late = await idsOf(owner, `state = 'overdue'`, 12)
  const ground = `Rencana penagihan ${year} (rekaan)`
  await carry(demo, { kind: 'stpd', assessmentIds: late.slice(0, 4), ground })
  await run(propose, { kind: 'stpd', assessmentIds: late.slice(4, 9), ground }, officer)
  for (const { id, kind } of await official(owner)) {
    const input =
      kind === 'billboard'
        ? { valueIs: 'formula', boards: [{ type: 'billboard', area: 32, sides: 2, days: 30, road: 'b', height: 6 }] }
        : { volume: random.between(300, 900), group: 'group3' }
    const period = { periodFrom: `${year}-01-01`, periodTo: `${year}-01-30` }
    const facts = { objectId: id, ...period, ground: 'Hasil pendataan (rekaan)', input }
    const { assessmentId } = await run(draftAssessment, facts, officer)
    if (kind === 'billboard')
      await carry(demo, { kind: 'assessment', assessmentIds: [assessmentId], ground: facts.ground })
  }
  const [village] = (
    await owner.query<{ code: string }>(
      `select village_code as code from local_tax.assessment where kind = 'sppt' and year = $1 and state = 'issued' limit 1`,
      [year],
    )
  ).rows
  if (village) await run(startPrint, { year, villageCode: village.code }, officer)
}

/** Two of three notices are paid, on days of the weeks before. */
async function pay({ tenant, owner, now, run, random }: CollectingDemo): Promise<void> {
  const system = systemActor('simulator')
  const ids = await idsOf(owner, `kind = 'sppt' and state = 'issued'`, 200)
  for (const [index, id] of ids.entries()) {
    if (index % 3 === 0) continue
    const [bill] = await findBillsOf(tenant.pools.read, subjectType, id)
    if (!bill) continue
    const paidAt = now.subtract({ hours: random.between(1, 90) * 24 })
    const day = paidAt.toZonedDateTimeISO(tenant.profile.zone).toPlainDate()
    const owed = (await owedOnBills(tenant.pools.read, tenant, [bill.id], day)).get(bill.id)?.total ?? bill.total
    const told = { channel: 'simulator', reference: `pbb-${index}`, number: bill.number, paidAt: paidAt.toString() }
    await run(payBill, { by: 'channel', ...told, amount: senToNumeric(owed) }, system)
    await run(followPayment, { assessmentId: id }, system)
  }
}

/** What taxpayers declared themselves is paid on its due day, but for one; then what is late falls overdue. */
export async function payDeclared({
  tenant,
  owner,
  now,
}: Pick<CollectingDemo, 'tenant' | 'owner' | 'now'>): Promise<void> {
  const ids = await idsOf(owner, `kind = 'self' and state = 'issued' and due_on < '${dayText(now, tenant)}'`, 200)
  let moment = now
  const run: Run = (command, input, actor) =>
    runCommand(command, input, { tenant, actor, clock: { now: () => moment } })
  const system = systemActor('simulator')
  for (const [index, id] of ids.slice(0, -1).entries()) {
    const [bill] = await findBillsOf(tenant.pools.read, subjectType, id)
    if (!bill) continue
    moment = bill.dueAt.subtract({ hours: 14 })
    const told = { channel: 'simulator', reference: `sptpd-${index}`, number: bill.number, paidAt: moment.toString() }
    await run(payBill, { by: 'channel', ...told, amount: senToNumeric(bill.total) }, system)
    await run(followPayment, { assessmentId: id }, system)
  }
  moment = now
  await run(markOverdue, {}, system)
}

const dayText = (now: Temporal.Instant, tenant: Tenant) =>
  now.toZonedDateTimeISO(tenant.profile.zone).toPlainDate().toString()

async function carry(demo: CollectingDemo, what: Readonly<Record<string, unknown>>): Promise<void> {
  const { tenant, run, officer, head } = demo
  const { proposalId } = await run(propose, what, officer)
  await run(approveProposal, { proposalId }, head)
  for (const ordinal of await listWaiting(tenant.pools.read, proposalId, 100)) {
    await run(carryOut, { proposalId, ordinal }, head)
  }
  await run(finishProposal, { proposalId }, systemActor('local-tax.demo'))
}

async function idsOf(owner: Client, where: string, limit: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from local_tax.assessment where ${where} order by due_on, code limit $1`,
    [limit],
  )
  return rows.map((row) => row.id)
}

async function official(owner: Client): Promise<{ id: string; kind: string }[]> {
  const { rows } = await owner.query<{ id: string; kind: string }>(
    `select id, kind from local_tax.object where kind in ('billboard', 'well') and taxpayer_id is not null order by kind`,
  )
  return rows
}
