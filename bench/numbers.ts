import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { systemActor } from '#kernel/access/access.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { takeNumber } from '#modules/registers/index.ts'
import { checkCompleteness } from '#modules/registers/testing.ts'
import type { BenchOptions } from './main.ts'
import type { Figure } from './report.ts'
import { timed } from './rounds.ts'
import type { Stage } from './stage.ts'

const workers = 4
const perTransaction = 50
const bare = 20_000
const ask = {
  register: 'uji-beban',
  brought: { name: { id: 'Uji beban', en: 'Load test' }, pattern: '188/{sequence:7}/UJI/{year}' },
  unitPath: 'setda',
  purpose: 'uji beban',
}

/**
 * A register under load, whose backends die at every step: one transaction in ten fails or loses its server in the
 * middle. Afterwards every sequence is there once.
 */
export async function benchNumbers(stage: Stage, { sizes, say }: BenchOptions): Promise<Figure[]> {
  const { tenant } = await stage.region('numbers', { people: 600, cases: 50 })
  const wanted = sizes[1]
  let acknowledged = 0
  let lost = 0
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: workers }, async () => {
        while (acknowledged < wanted) {
          if (await takeSome(tenant)) acknowledged += perTransaction
          else lost += 1
          if (acknowledged % 100_000 < perTransaction) say(`${acknowledged} numbers, ${lost} transactions died`)
        }
      }),
    ),
  )
  const found = await sql<{ id: string; n: number; different: number }>`
    select r.id, count(*)::int as n, count(distinct n.text)::int as different from registers.register r
    join registers.number n on n.register_id = r.id where r.key = ${ask.register} group by r.id`.execute(
    tenant.pools.read,
  )
  const row = found.rows[0]
  if (!row) throw new Error('no number was taken')
  const { gaps } = await checkCompleteness(tenant.pools.read, row.id)
  const bareMs = await timed(() => takeBare(tenant, row.id))
  const n = acknowledged.toLocaleString('en-GB')
  return [
    {
      name: `a thousand numbers of ${n}, ${lost.toLocaleString('en-GB')} transactions died on the way`,
      unit: 'ms',
      value: ms / (acknowledged / 1000),
      limit: { name: 'counter and row by bare SQL', value: bareMs / (bare / 1000) },
    },
    {
      name: 'numbers twice, missing, or lost after they were acknowledged',
      unit: '',
      value: row.n - row.different + gaps.length + Math.abs(row.n - acknowledged),
      goal: { of: 'value', is: '<=', than: 0 },
    },
  ]
}

/** @returns false when it failed or its server died before the commit */
async function takeSome(tenant: Tenant): Promise<boolean> {
  const dies = randomInt(10) === 0
  const diesAt = randomInt(perTransaction)
  const byServer = randomInt(2) === 0
  try {
    await tenant.pools.write.transaction().execute(async (tx) => {
      const context = { tenant, actor: systemActor('bench'), now: Temporal.Now.instant() } as unknown as CommandContext
      for (let count = 0; count < perTransaction; count += 1) {
        if (dies && count === diesAt) {
          if (!byServer) throw new Error('fails')
          await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
        }
        await takeNumber(tx, context, ask)
      }
    })
    return true
  } catch (error) {
    if (!dies) throw error
    return false
  }
}

/** The same two rows without anything around them, a transaction of fifty at a time. */
async function takeBare(tenant: Tenant, registerId: string): Promise<void> {
  const client = await tenant.pools.writePool.connect()
  try {
    for (let done = 0; done < bare; done += perTransaction) {
      await client.query('begin')
      for (let count = 0; count < perTransaction; count += 1) {
        const { rows } = await client.query(
          `insert into registers.counter values ($1, 'bare', 1) on conflict (register_id, period)
             do update set last_sequence = registers.counter.last_sequence + 1 returning last_sequence as last`,
          [registerId],
        )
        await client.query(
          `insert into registers.number (id, register_id, period, sequence, text, status, dated_on, unit_path, purpose, taken_at, taken_by)
           values ($1, $2, 'bare', $3, $4, 'taken', now(), 'setda', 'uji', now(), 'bench')`,
          [newId(), registerId, rows[0].last, `bare ${rows[0].last}`],
        )
      }
      await client.query('commit')
    }
  } finally {
    client.release()
  }
}
