import type { Actor } from '#kernel/access/access.ts'
import { runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { verifyRow } from '../commands/verify-row.ts'
import { listRules } from '../queries/rules.ts'

export interface CheckedLaw {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly region: string
  /** First letters of the keys. */
  readonly prefixes: readonly string[]
  /** Who held the rows against their text, one after the other. */
  readonly by: readonly { readonly name: string; readonly title: string }[]
}

/**
 * The invented by-laws of the demo region are held against their invented text by two officials, as a real region would do it
 * before it assesses by them. Rows of national law stay as they are.
 */
export async function loadCheckedLaw({ tenant, now, region, prefixes, by }: CheckedLaw): Promise<void> {
  const rows = (await listRules(tenant.pools.read)).filter(
    (row) => row.region === region && prefixes.some((prefix) => row.key.startsWith(prefix)),
  )
  for (const { name, title } of by) {
    const actor: Actor = {
      kind: 'staff',
      name: `${name}, ${title}`,
      grants: [{ permission: 'rules.edit', unitPath: '', territory: '' }],
      elevatedUntil: Number.MAX_SAFE_INTEGER,
    }
    const note = 'Dicocokkan dengan naskah rekaan Kabupaten Arunika untuk peragaan.'
    for (const { id } of rows)
      await runCommand(verifyRow, { id, status: 'verified', note }, { tenant, actor, clock: { now: () => now } })
  }
}
