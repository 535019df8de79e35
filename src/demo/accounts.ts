import { dayOf } from '#kernel/clock/clock.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { createDemoAccounts, type DemoAccount } from '#modules/accounts/index.ts'
import { findOfficialOfPerson, findSigner, type Signer } from '#modules/organization/index.ts'
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

/** Further posts that a visitor may want to try, by unit and what the post is for. */
const postRoles: readonly { readonly who: string; readonly unitPath: string; readonly permission: string }[] = [
  { who: 'Loket perizinan', unitPath: 'dpmptsp', permission: 'services.receive' },
  { who: 'Verifikator perizinan', unitPath: 'dpmptsp', permission: 'services.verify' },
  { who: 'Kepala dinas perizinan', unitPath: 'dpmptsp', permission: 'services.sign' },
  { who: 'Verifikator pekerjaan umum', unitPath: 'dpupr', permission: 'services.verify' },
  { who: 'Kepala dinas pendidikan', unitPath: 'disdik', permission: 'services.sign' },
  { who: 'Bendahara penerimaan', unitPath: 'pemerintah', permission: 'billing.receive' },
]

/** Who holds these posts today. */
async function postHolders(tenant: Tenant): Promise<{ who: string; holder: Signer }[]> {
  const day = dayOf(Temporal.Now.instant(), tenant.profile.zone).toString()
  const found = await Promise.all(
    postRoles.map(async ({ who, unitPath, permission }) => ({
      who,
      holder: await findSigner(tenant.pools.read, unitPath, permission, day),
    })),
  )
  return found.flatMap(({ who, holder }) => (holder ? [{ who, holder }] : []))
}

/** Whom the terminal names after a start. Sekar is not among them: she signs up herself, the first thing to try. */
export async function listDemoSignIns(tenant: Tenant): Promise<DemoSignIn[]> {
  const staff = await Promise.all(
    staffRoles.map(async ([key, who]) => {
      const person = await findPersonByNik(tenant, tenant.pools.read, demoPeople[key].nik)
      const official = person && (await findOfficialOfPerson(tenant.pools.read, person.id))
      return { who, name: `NIP ${official?.employeeNumber ?? '-'}` }
    }),
  )
  const posts = (await postHolders(tenant)).map(({ who, holder }) => ({
    who: `${who} (${holder.displayName})`,
    name: `NIP ${holder.employeeNumber}`,
  }))
  return [{ who: 'Warga (Bima, suami Sekar)', name: `NIK ${demoPeople.bima.nik}` }, ...staff, ...posts]
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
  for (const { holder } of await postHolders(tenant)) {
    if (accounts.some((account) => account.personId === holder.personId)) continue
    const { personId, displayName, employeeNumber } = holder
    accounts.push({ kind: 'staff', personId, displayName, name: employeeNumber })
  }
  await tenant.pools.write.transaction().execute((tx) => createDemoAccounts(tx, tenant, accounts))
  return accounts.length
}
