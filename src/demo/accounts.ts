import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { createDemoAccounts, type DemoAccount } from '#modules/accounts/index.ts'
import { findOfficialOfPerson } from '#modules/organization/index.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { demoPeople } from './known-people.ts'

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

/** Whom the terminal names after a start. Sekar is not among them: she signs up herself, the first thing to try. */
export async function listDemoSignIns(tenant: Tenant): Promise<DemoSignIn[]> {
  const staff = await Promise.all(
    staffRoles.map(async ([key, who]) => {
      const person = await findPersonByNik(tenant, tenant.pools.read, demoPeople[key].nik)
      const official = person && (await findOfficialOfPerson(tenant.pools.read, person.id))
      return { who, name: `NIP ${official?.employeeNumber ?? '-'}` }
    }),
  )
  return [{ who: 'Warga (Bima, suami Sekar)', name: `NIK ${demoPeople.bima.nik}` }, ...staff]
}

/** Accounts of everybody whom the guide names, but not of Sekar, who has none yet. */
export async function loadDemoAccounts(tenant: Tenant): Promise<number> {
  const accounts: DemoAccount[] = []
  const bima = await findPersonByNik(tenant, tenant.pools.read, demoPeople.bima.nik)
  if (bima) {
    accounts.push({
      kind: 'citizen',
      personId: bima.id,
      displayName: bima.fullName,
      name: demoPeople.bima.nik,
      phone: '081200000002',
      email: 'bima@warga.example',
    })
  }
  for (const [key] of staffRoles) {
    const person = await findPersonByNik(tenant, tenant.pools.read, demoPeople[key].nik)
    const official = person && (await findOfficialOfPerson(tenant.pools.read, person.id))
    if (!person || !official) throw new Error(`the demo has no official "${key}"`)
    accounts.push({
      kind: 'staff',
      personId: person.id,
      displayName: official.displayName,
      name: official.employeeNumber,
    })
  }
  await tenant.pools.write.transaction().execute((tx) => createDemoAccounts(tx, tenant, accounts))
  return accounts.length
}
