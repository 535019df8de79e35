import type { Tenant } from '#kernel/tenancy/tenants.ts'

/** How far a job is: seen on the page, of no other consequence, so neither an event nor in the job's transaction. */
export async function noteProgress(tenant: Tenant, importId: string, phase: string, done: number): Promise<void> {
  await tenant.pools.write
    .updateTable('population_import.import')
    .set({ phase, done })
    .where('id', '=', importId)
    .execute()
}
