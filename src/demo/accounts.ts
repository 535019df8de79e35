import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { createDemoAccounts, type DemoAccount } from '#modules/accounts/index.ts'
import type { Client } from 'pg'
import { findPersonByNik } from '#modules/people/index.ts'
import { demoPeople } from './known-people.ts'
import { knownEmployeeNumbers } from './employee-numbers.ts'

export interface DemoSignIn {
  readonly who: string
  /** What is typed as the name: NIK of a citizen, NIP of an employee. */
  readonly name: string
}

type StaffKey = Exclude<keyof typeof demoPeople, 'sekar' | 'bima' | 'arka'>

const staffRoles: readonly [key: StaffKey, who: string][] = [
  ['bagas', 'Petugas loket Mekarsari (Bagas)'],
  ['laras', 'Verifikator (Laras)'],
  ['wening', 'Kepala dinas (Wening)'],
  ['ratih', 'Pengelola register (Ratih)'],
  ['yusuf', 'Administrator (Yusuf)'],
  ['kartika', 'Auditor (Kartika)'],
]

/** Whom the terminal names after a start. Sekar signs up herself: that is the first thing to try. */
export const demoSignIns: readonly DemoSignIn[] = [
  { who: 'Warga (Bima, suami Sekar)', name: `NIK ${demoPeople.bima.nik}` },
  ...staffRoles.map(([key, who]) => ({ who, name: `NIP ${knownEmployeeNumbers[key]}` })),
]

/** Accounts of everybody whom the guide names, but not of Sekar, who has none yet. */
export async function loadDemoAccounts(owner: Client, tenant: Tenant): Promise<number> {
  const accounts: DemoAccount[] = []
  const bima = await findPersonByNik(tenant, tenant.pools.read, demoPeople.bima.nik)
  if (bima) {
    accounts.push({ kind: 'citizen', personId: bima.id, displayName: bima.fullName, name: demoPeople.bima.nik, phone: '081200000002', email: 'bima@warga.example' })
  }
  for (const [key] of staffRoles) {
    const person = await findPersonByNik(tenant, tenant.pools.read, demoPeople[key].nik)
    const { rows } = await owner.query<{ display_name: string; employee_number: string }>(
      'select display_name, employee_number from organization.official where person_id = $1',
      [person?.id],
    )
    const official = rows[0]
    if (!person || !official) throw new Error(`the demo has no official "${key}"`)
    accounts.push({ kind: 'staff', personId: person.id, displayName: official.display_name, name: official.employee_number })
  }
  await tenant.pools.write.transaction().execute((tx) => createDemoAccounts(tx, tenant, accounts))
  return accounts.length
}
