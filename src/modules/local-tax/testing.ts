import pg from 'pg'
import pino from 'pino'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import { provide } from '#kernel/define/extension-point.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { newId } from '#kernel/ids.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { interestSources } from '#modules/billing/index.ts'
import { takePayment } from '#modules/billing/testing.ts'
import { resolveGrants } from '#modules/organization/index.ts'
import { testOffice } from '#modules/organization/testing.ts'
import { lawKey, officeLaw } from '#modules/people/index.ts'
import { loadTestPeople, testLaw } from '#modules/people/testing.ts'
import { seedRules } from '#modules/rules/index.ts'
import { registerObject } from './commands/register-object.ts'
import { registerTaxpayer } from './commands/register-taxpayer.ts'
import { interestName, lateInterest } from './late-interest.ts'

const official = (name: string, ...permissions: string[]): Actor => ({
  kind: 'staff',
  accountId: name,
  personId: newId(),
  name,
  position: {
    id: newId(),
    title: name,
    unitId: newId(),
    unitPath: 'bapenda',
    unitName: 'Bapenda',
    manner: 'definitif',
  },
  grants: permissions.map((permission) => ({
    permission: `local-tax.${permission}`,
    unitPath: 'bapenda',
    territory: '',
  })),
  elevatedUntil: Number.MAX_SAFE_INTEGER,
})

/** Who registers and prepares in tests, and who approves. */
export const clerk = official('danu', 'read', 'register', 'assess')
export const head = official('mira', 'read', 'register', 'assess', 'approve')

export const village = '99.01.02.2003'

/** A region with three people, its villages, and its rows of law checked. */
export interface TaxWorld extends TestTenant {
  readonly owner: pg.Client
  readonly clock: FixedClock
  readonly people: Readonly<Record<string, string>>
  readonly job: JobContext
  run<Input, Result>(command: Command<Input, Result>, input: unknown, actor?: Actor): Promise<Result>
  /** The head of the office, who may sign. */
  signer(): Promise<Actor>
  /** Money of a channel on a billing code. */
  pay(number: string, amount: bigint, paidAt?: string): Promise<string>
  taxpayer(nik: string): Promise<{ taxpayerId: string; npwpd: string }>
  land(npwpd: string, more?: Readonly<Record<string, unknown>>): Promise<{ objectId: string; code: string }>
}

export const niks = { sari: '9901024510800001', budi: '9901021706750001', tono: '9901020101600001' }

export async function taxWorld(now = '2026-11-23T02:00:00Z'): Promise<TaxWorld> {
  if (!officeLaw.find(lawKey)) provide(officeLaw, lawKey, testLaw).install()
  const place = await testTenant()
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await owner.query(`insert into territory.area (code, parent_code, level, name, search_name, own) values
    ('99', null, 'province', 'Provinsi', 'provinsi', false), ('99.01', '99', 'regency', 'Arunika', 'arunika', true),
    ('99.01.02', '99.01', 'district', 'Mekarsari', 'mekarsari', true),
    ('99.01.02.2003', '99.01.02', 'village', 'Sukamaju', 'sukamaju', true),
    ('99.01.02.2004', '99.01.02', 'village', 'Sukasari', 'sukasari', true)`)
  await seedRules(owner)
  await owner.query(
    `update rules.rule set status = 'verified' where region = '99.01' and key ~ '^(tax.(pbb|local|reklame|air-tanah|bphtb|sanction)|local-tax)[.]'`,
  )
  const office = testOffice(place.tenant)
  const bapenda = await office.unit('bapenda', { name: 'Badan Pendapatan Daerah' })
  if (!interestSources.find(interestName)) provide(interestSources, interestName, lateInterest).install()
  const people = await loadTestPeople(place.tenant, owner, [
    { address: 'Jl. Melati 4', rt: '001', rw: '002', village },
    { name: 'Sari Puspita', born: '1980-10-05', sex: 'female', nik: niks.sari },
    { name: 'Budi Hartawan', born: '1975-06-17', nik: niks.budi },
    { name: 'Tono Subekti', born: '1960-01-01', nik: niks.tono },
  ])
  const { tenant, config } = place
  const clock = new FixedClock(now)
  let payments = 0
  const signer = async (): Promise<Actor> => {
    await office.role('kepala', ['documents.sign', 'local-tax.read', 'local-tax.approve'])
    const post = await office.position(bapenda, 'Kepala Badan Pendapatan Daerah', { roles: ['kepala'], rank: 10 })
    const { id, personId } = await office.official('197105141998031999', 'Ir. Damar Wicaksono, M.T.')
    await office.assign(post, id, '2024-01-02')
    const [held] = await resolveGrants(place.tenant.pools.read, personId, now.slice(0, 10))
    return {
      kind: 'staff',
      accountId: 'damar',
      personId,
      name: 'Damar',
      position: held?.position,
      grants: held?.grants ?? [],
      elevatedUntil: Number.MAX_SAFE_INTEGER,
    }
  }
  const run: TaxWorld['run'] = (command, input, actor = clerk) => runCommand(command, input, { tenant, clock, actor })
  return {
    ...place,
    owner,
    clock,
    people,
    run,
    signer,
    async pay(number, amount, paidAt) {
      payments += 1
      const told = {
        channel: 'uji',
        reference: `u-${payments}`,
        number,
        amount: senToNumeric(amount),
        paidAt: paidAt ?? clock.now().toString(),
      }
      return takePayment(
        (command, input, options) =>
          runCommand(command, input, { tenant, clock, actor: options?.actor ?? systemActor('uji') }),
        told,
        { actor: systemActor('uji') },
      )
    },
    job: {
      tenant,
      config,
      clock,
      log: pino({ level: 'silent' }),
      db: tenant.pools.read,
      attempt: 1,
      run: (command, input, options = {}) =>
        runCommand(command, input, { tenant, clock, actor: options.actor ?? systemActor('test') }),
    },
    taxpayer: (nik) =>
      run(registerTaxpayer, { kind: 'person', nik, address: 'Jl. Melati 4, Sukamaju', villageCode: village }),
    land: (npwpd, more = {}) =>
      run(registerObject, {
        kind: 'land',
        npwpd,
        villageCode: village,
        block: '001',
        name: 'Rumah tinggal',
        address: 'Jl. Melati 4',
        landArea: '120',
        landPrice: '1.500.000',
        buildingArea: '60',
        buildingPrice: '2.000.000',
        ground: 'SPOP 12/2026',
        ...more,
      }),
    async close() {
      await owner.end()
      await place.close()
    },
  }
}
export { registerObject as registerTaxObject } from './commands/register-object.ts'
