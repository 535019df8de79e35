import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { formatNop } from '#modules/local-tax/index.ts'
import type { Holders } from '#modules/services/demo/load-walks.ts'

/** Who owes regional taxes, runs something, or could buy land, for the services about them. */
export async function taxHolders(tenant: Tenant): Promise<ReadonlyMap<string, Holders>> {
  const ids = async (text: string) => (await tenant.pools.readPool.query<{ id: string }>(text)).rows.map(({ id }) => id)
  const owner = 'coalesce(t.person_id, t.responsible_person_id)'
  const owing = await ids(
    `select distinct ${owner} as id from local_tax.taxpayer t
     join local_tax.assessment a on a.taxpayer_id = t.id and a.state in ('issued', 'delivered', 'overdue')
     where ${owner} is not null order by id limit 30`,
  )
  const registered = await ids(
    `select distinct ${owner} as id from local_tax.taxpayer t
     where t.state = 'active' and ${owner} is not null order by id limit 30`,
  )
  const free = await ids(
    `select o.code as id from local_tax.object o
     where o.kind = 'land' and o.state = 'active' and o.taxpayer_id is not null and not exists (
       select from local_tax.assessment a where a.object_id = o.id and a.state in ('overdue', 'dunned', 'warned', 'seizure'))
     order by id limit 20`,
  )
  const claims = { personIds: owing }
  return new Map<string, Holders>([
    ['tax-objection', claims],
    ['tax-reduction', claims],
    ['tax-instalments', claims],
    ['taxpayer-change', { personIds: registered }],
    ['bphtb', { answers: free.map((code) => ({ nop: formatNop(code) })) }],
  ])
}
