import { dayOf } from '#kernel/clock/clock.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { createDemoAccounts, type DemoAccount } from '#modules/accounts/index.ts'
import { findOfficialOfPerson, findSigner, type Signer } from '#modules/organization/index.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { listServices } from '#modules/services/index.ts'
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

/** A post of the demo that a visitor may want to try. */
interface Post {
  readonly holder: Signer
  /** What is done there, in words. */
  readonly work: readonly string[]
}

const workWords: Readonly<Record<string, string>> = {
  'services.receive': 'loket',
  'services.verify': 'verifikasi',
  'services.sign': 'keputusan',
  'services.allot': 'penetapan',
  'billing.receive': 'kas daerah',
  'billing.approve-refund': 'pengembalian',
  'local-tax.assess': 'pajak daerah',
  'local-tax.approve': 'persetujuan PBB',
}

/** Every desk that a file of a service comes to, by whoever holds it today, and those of the treasury. */
async function listPosts(tenant: Tenant): Promise<Post[]> {
  const db = tenant.pools.read
  const day = dayOf(Temporal.Now.instant(), tenant.profile.zone).toString()
  const desks = (await listServices(db, day)).flatMap(({ unit, flow, quota }) => [
    ...flow.states.flatMap((state) => [
      ...(state.desk ? [[state.unit ?? unit, state.desk] as const] : []),
      ...(state.branches ?? []).map((branch) => [branch.unit ?? state.unit ?? unit, branch.desk] as const),
    ]),
    ...(quota ? [[unit, 'services.allot'] as const] : []),
  ])
  desks.push(['pemerintah', 'billing.receive'], ['pemerintah', 'billing.approve-refund'])
  desks.push(['bapenda', 'local-tax.assess'], ['bapenda', 'local-tax.approve'])
  const posts = new Map<string, Post>()
  for (const desk of new Set(desks.map((each) => each.join(' ')))) {
    const [unitPath = '', permission = ''] = desk.split(' ')
    const holder = await findSigner(db, unitPath, permission, day)
    const word = workWords[permission]
    if (!holder || !word) continue
    const work = posts.get(holder.personId)?.work ?? []
    if (!work.includes(word)) posts.set(holder.personId, { holder, work: [...work, word] })
  }
  return [...posts.values()]
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
  const named = new Set(staff.map(({ name }) => name))
  const posts = (await listPosts(tenant)).map(({ holder, work }) => ({
    who: `${holder.unit.name}: ${work.join(', ')}`,
    name: `NIP ${holder.employeeNumber}`,
  }))
  const others = posts.filter(({ name }) => !named.has(name))
  return [
    { who: 'Warga (Bima, suami Sekar)', name: `NIK ${demoPeople.bima.nik}` },
    { who: 'Bidan (Yakomina), melaporkan kelahiran', name: `NIK ${demoPeople.yakomina.nik}` },
    ...staff,
    ...others,
  ]
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
  const midwife = await findPersonByNik(tenant, tenant.pools.read, demoPeople.yakomina.nik)
  if (midwife) {
    const { id: personId, fullName: displayName } = midwife
    accounts.push({ kind: 'citizen', personId, displayName, name: demoPeople.yakomina.nik })
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
  for (const { holder } of await listPosts(tenant)) {
    if (accounts.some((account) => account.personId === holder.personId)) continue
    const { personId, displayName, employeeNumber } = holder
    accounts.push({ kind: 'staff', personId, displayName, name: employeeNumber })
  }
  await tenant.pools.write.transaction().execute((tx) => createDemoAccounts(tx, tenant, accounts))
  return accounts.length
}
