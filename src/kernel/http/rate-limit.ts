import { sql } from 'kysely'
import { AppError } from '../errors.ts'
import type { Tenant } from '../tenancy/tenants.ts'

/**
 * Counts an attempt in the database, so that the limit survives a restart and holds over all processes.
 * For the few actions where guessing pays (sign-in, tracking PIN); ordinary traffic is limited in memory.
 * @throws too-many-requests with the seconds left
 */
export async function countAttempt(
  tenant: Tenant,
  bucket: string,
  limit: { readonly attempts: number; readonly perSeconds: number },
): Promise<void> {
  const { rows } = await sql<{ hits: number; left: number }>`
    insert into kernel.rate_limit as r (bucket, hits, resets_at)
    values (${bucket}, 1, now() + make_interval(secs => ${limit.perSeconds}))
    on conflict (bucket) do update set
      hits = case when r.resets_at < now() then 1 else r.hits + 1 end,
      resets_at = case when r.resets_at < now() then excluded.resets_at else r.resets_at end
    returning hits, ceil(extract(epoch from resets_at - now()))::int as left`.execute(tenant.pools.write)
  const row = rows[0]
  if (row && row.hits > limit.attempts) throw new AppError('too-many-requests', { params: { seconds: row.left } })
}

export async function clearAttempts(tenant: Tenant, bucket: string): Promise<void> {
  await sql`delete from kernel.rate_limit where bucket = ${bucket}`.execute(tenant.pools.write)
}
