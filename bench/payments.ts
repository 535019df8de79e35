import { sql } from 'kysely'
import { z } from 'zod'
import { anyone, systemActor } from '#kernel/access/access.ts'
import { systemClock } from '#kernel/clock/clock.ts'
import { command, runCommand } from '#kernel/command/command.ts'
import { rupiah, senToNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { issueBill } from '#modules/billing/index.ts'
import { brokenLaws, takePayment } from '#modules/billing/testing.ts'
import type { Figure } from './report.ts'
import { timed } from './rounds.ts'
import type { Stage } from './stage.ts'

const payments = 1000
const doubled = 0.2
const reordered = 0.1
const amount = rupiah(150_000)

const issueForBench = command({
  name: 'billing.issue-for-bench',
  event: 'billing.issued-for-bench.v1',
  access: anyone,
  input: z.object({ unitId: z.string(), personId: z.string(), name: z.string() }),
  async run(tx, input, context) {
    const bill = await issueBill(tx, context, {
      title: { id: 'Uji beban', en: 'Load test' },
      payer: { personId: input.personId, name: input.name },
      subject: { type: 'bench', id: input.personId },
      unitId: input.unitId,
      lines: [{ label: { id: 'Retribusi', en: 'Fee' }, amount, accountCode: '4.1.02.01' }],
      dueAt: context.now.add({ hours: 240 }),
    })
    return { result: bill.number, event: undefined }
  },
})

/**
 * A thousand callbacks at once, a fifth of them sent twice, a tenth out of their order: afterwards every law of money holds,
 * and each bill was announced as paid once.
 */
export async function benchPayments(stage: Stage): Promise<Figure[]> {
  const { tenant } = await stage.region('payments', { people: 600, cases: 50 })
  const run: Parameters<typeof takePayment>[0] = (definition, input, options) =>
    runCommand(definition, input, { tenant, clock: systemClock, actor: options?.actor ?? systemActor('bench') })
  const numbers = await issueAll(tenant, run)
  const paidAt = systemClock.now().toString()
  const callbacks = numbers.map((number, at) => ({
    channel: 'bench',
    reference: `B-${at}`,
    number,
    amount: senToNumeric(amount),
    paidAt,
  }))
  const sent = mixed([...callbacks, ...callbacks.slice(0, payments * doubled)])
  const waits: number[] = []
  const ms = await timed(() =>
    Promise.all(
      sent.map(async (told) => {
        const began = performance.now()
        await takePayment(run, told, {})
        waits.push(performance.now() - began)
      }),
    ),
  )
  const broken = await brokenLaws(tenant.pools.read)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from billing.payment y
    join billing.placement p on p.payment_id = y.id and p.state = 'on-bill' where y.channel = 'bench'`.execute(
    tenant.pools.read,
  )
  waits.sort((a, b) => a - b)
  return [
    { name: `callbacks at once, ${sent.length} of ${payments} payments`, unit: '/s', value: sent.length / (ms / 1000) },
    { name: 'slowest of them', unit: 'ms', value: waits.at(-1) ?? 0 },
    {
      name: 'laws of money that are broken, and payments not on their bill',
      unit: '',
      value: broken.length + Math.abs((rows[0]?.n ?? 0) - payments),
      goal: { of: 'value', is: '<=', than: 0 },
      detail: { broken },
    },
  ]
}

async function issueAll(tenant: Tenant, run: Parameters<typeof takePayment>[0]): Promise<string[]> {
  const { rows } = await sql<{ unitId: string; personId: string; name: string }>`
    select (select id from organization.unit order by path limit 1) as "unitId", id as "personId", full_name as name
    from people.person limit ${payments}`.execute(tenant.pools.read)
  const numbers: string[] = []
  for (let at = 0; at < payments; at += 1) numbers.push(await run(issueForBench, rows[at % rows.length]))
  return numbers
}

/** A tenth changes places with somebody further behind. */
function mixed<T>(list: T[]): T[] {
  const order = [...list]
  for (let at = 0; at < order.length * reordered; at += 1) {
    const [a, b] = [(at * 7919) % order.length, (at * 104_729) % order.length]
    const kept = order[a] as T
    order[a] = order[b] as T
    order[b] = kept
  }
  return order
}
