import type { Client } from 'pg'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { payDeclared } from '#modules/local-tax/demo/load-collecting.ts'
import { loadDemoTaxes } from '#modules/local-tax/demo/load-taxes.ts'
import { findSigner } from '#modules/organization/index.ts'
import { loadCheckedLaw } from '#modules/rules/demo/load-checked-law.ts'
import { loadDemoReturns } from '#modules/tax-returns/demo/load-returns.ts'

export interface TaxFilling {
  readonly tenant: Tenant
  readonly owner: Client
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly seed: string
}

/** The revenue office checks the invented rows of its own regulation, enters taxpayers, and assesses the land. @returns rows */
export async function fillTaxes({ tenant, owner, now, today, seed }: TaxFilling): Promise<number> {
  const day = today.toString()
  const officer = await findSigner(tenant.pools.read, 'bapenda', 'local-tax.assess', day)
  const head = await findSigner(tenant.pools.read, 'bapenda', 'local-tax.approve', day)
  if (!officer || !head) return 0
  await loadCheckedLaw({
    tenant,
    now,
    region: '99.01',
    prefixes: [
      'tax.pbb.',
      'tax.local.',
      'tax.sanction.',
      'tax.reklame.',
      'tax.air-tanah.',
      'tax.bphtb.',
      'tax.pbjt.',
      'tax-returns.',
      'local-tax.',
    ],
    by: [officer, head].map(({ displayName, positionTitle }) => ({ name: displayName, title: positionTitle })),
  })
  const parcels = await loadDemoTaxes({ tenant, now, owner, seed, officer, head })
  if (parcels === 0) return 0
  const returns = await loadDemoReturns({ tenant, now, owner, seed, officer })
  await payDeclared({ tenant, owner, now })
  return parcels + returns
}
