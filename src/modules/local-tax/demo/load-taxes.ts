import type { Client } from 'pg'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getPerson, openNik } from '#modules/people/index.ts'
import { Random } from '../../../demo/random.ts'
import { correctObject } from '../commands/correct-object.ts'
import { approveRun, startRun, submitRun } from '../commands/decide-run.ts'
import { draftBatch } from '../commands/draft-batch.ts'
import { issueBatch } from '../commands/issue-batch.ts'
import { registerObject } from '../commands/register-object.ts'
import { registerTaxpayer } from '../commands/register-taxpayer.ts'
import type { BusinessKind } from '../domain.ts'
import { loadCollecting, type Run } from './load-collecting.ts'

/** An official in his post, as `findSigner` names him. */
interface Holder {
  readonly personId: string
  readonly displayName: string
  readonly positionTitle: string
  readonly positionId: string
  readonly unit: { readonly id: string; readonly name: string; readonly path: string }
  readonly manner: 'definitif' | 'plt' | 'plh'
}

export interface TaxDemo {
  readonly tenant: Tenant
  readonly owner: Client
  readonly now: Temporal.Instant
  readonly seed: string
  readonly officer: Holder
  readonly head: Holder
}

const landowners = 80

/** How long ago things were done: last year's tax is overdue by now, this year's is not. */
const daysSince = { entered: 430, thisYear: 100 } as const

const firms: readonly { name: string; kind: BusinessKind; object: string; details: Record<string, string> }[] = [
  { name: 'PT Cempaka Arunika', kind: 'hotel', object: 'Hotel Cempaka', details: { rooms: '48' } },
  { name: 'CV Rasa Kita', kind: 'restaurant', object: 'Rumah Makan Rasa Kita', details: { seats: '60' } },
  { name: 'PT Parkir Tertib', kind: 'parking', object: 'Parkir Pasar Arunika', details: { places: '120' } },
  { name: 'CV Layar Senja', kind: 'entertainment', object: 'Bioskop Senja', details: { visitors: '180' } },
  { name: 'PT Papan Warna', kind: 'billboard', object: 'Reklame Simpang Lima', details: { area: '32', sides: '2' } },
  { name: 'PT Tirta Jernih', kind: 'well', object: 'Sumur produksi 1', details: { depth: '90' } },
]

/** Taxpayers, land, businesses; this year assessed and issued, next year computed and waiting for its approval. */
export async function loadDemoTaxes(demo: TaxDemo): Promise<number> {
  const { tenant, now, seed } = demo
  const random = new Random(seed, 'local-tax')
  let moment = now.subtract({ hours: daysSince.entered * 24 })
  const run: Run = (command, input, actor) =>
    runCommand(command, input, { tenant, actor, clock: { now: () => moment } })
  const officer = actorOf(demo.officer, ['read', 'register', 'assess'])
  const system = systemActor('local-tax.demo')
  const parcels: string[] = []
  let firm = 0
  for (const { id, address, village } of await heads(demo.owner)) {
    const nik = openNik(tenant, await getPerson(tenant.pools.read, id))
    const person = { kind: 'person', nik, address, villageCode: village }
    const { npwpd } = await run(registerTaxpayer, person, officer)
    const { objectId } = await run(registerObject, landOf(random, npwpd, address, village), officer)
    parcels.push(objectId)
    const business = firms[firm]
    if (business && parcels.length % 10 === 0) {
      firm += 1
      const facts = { name: business.name, nib: `91200099${String(firm).padStart(5, '0')}`, responsibleNik: nik }
      const registered = await run(registerTaxpayer, { kind: 'firm', ...facts, address, villageCode: village }, officer)
      await run(
        registerObject,
        {
          kind: business.kind,
          npwpd: registered.npwpd,
          villageCode: village,
          name: business.object,
          address,
          details: business.details,
          ground: 'SPOPD awal (rekaan)',
        },
        officer,
      )
    }
    if (parcels.length % 25 === 0) await run(registerObject, landOf(random, '', address, village), officer)
  }
  if (parcels.length === 0) return 0
  const { year } = now.toZonedDateTimeISO(tenant.profile.zone)
  const compute = async (forYear: number) => {
    const { runId } = await run(startRun, { year: forYear }, officer)
    while ((await run(draftBatch, { runId, handOver: false }, system)) === 'more');
    await run(submitRun, { runId }, officer)
    return runId
  }
  const head = actorOf(demo.head, ['read', 'approve'])
  const issue = async (forYear: number) => {
    const runId = await compute(forYear)
    await run(approveRun, { runId }, head)
    while ((await run(issueBatch, { runId, handOver: false }, system)) === 'more');
  }
  await issue(year - 1)
  moment = now.subtract({ hours: daysSince.thisYear * 24 })
  await issue(year)
  for (const objectId of parcels.filter((_, at) => at % 12 === 5)) {
    const facts = { ...landOf(random, '', 'Letak menurut pengukuran ulang', ''), landPrice: '3.500.000' }
    await run(correctObject, { ...facts, objectId, version: 1, ground: 'Penilaian ulang tahunan (rekaan)' }, officer)
  }
  moment = now
  await compute(year + 1)
  await loadCollecting({ ...demo, run, officer, head, random })
  return parcels.length
}

function actorOf(holder: Holder, permissions: readonly string[]): Actor {
  return {
    kind: 'staff',
    // No account of its own in the demo's past; the post is what counts for the second pair of eyes.
    accountId: holder.positionId,
    personId: holder.personId,
    name: holder.displayName,
    position: {
      id: holder.positionId,
      title: holder.positionTitle,
      unitId: holder.unit.id,
      unitPath: holder.unit.path,
      unitName: holder.unit.name,
      manner: holder.manner,
    },
    grants: permissions.map((name) => ({ permission: `local-tax.${name}`, unitPath: holder.unit.path, territory: '' })),
    elevatedUntil: Number.MAX_SAFE_INTEGER,
  }
}

function landOf(random: Random, npwpd: string, address: string, villageCode: string) {
  const isBuilt = random.between(1, 10) > 2
  return {
    kind: 'land',
    npwpd,
    villageCode,
    block: `00${random.between(1, 4)}`,
    name: isBuilt ? 'Rumah tinggal' : 'Tanah kosong',
    address,
    landArea: String(random.between(60, 900)),
    landPrice: String(random.between(2, 24) * 100_000),
    buildingArea: isBuilt ? String(random.between(36, 200)) : '',
    buildingPrice: isBuilt ? String(random.between(8, 30) * 100_000) : '',
    ground: 'Pendataan awal (rekaan)',
  }
}

interface Head {
  readonly id: string
  readonly address: string
  readonly village: string
}

async function heads(owner: Client): Promise<Head[]> {
  const { rows } = await owner.query<Head>(
    `select p.id, f.address, f.village_code as village from people.person p join people.family f on f.id = p.family_id
     where p.status = 'active' and p.family_relation = 'head' order by p.id limit $1`,
    [landowners],
  )
  return rows
}
