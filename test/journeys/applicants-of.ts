import { Random } from '../../src/demo/random.ts'
import { answersFor } from '../../src/modules/services/demo/answers-for.ts'
import { knownSources, type ServiceDefinition } from '../../src/modules/services/index.ts'
import { asksForFamily, journeyOf, listFamily, refusalsOf } from '../../src/modules/services/testing-form.ts'
import type { World } from './world.ts'

export type Given = Readonly<Record<string, unknown>>

/** Somebody of the register who may apply for a service, and the answers of its first granted example as he gives them. */
export interface FittingApplicant {
  readonly personId: string
  readonly answers: Given
}

/** Adults and older children without an account or an office, so that nothing of theirs is in the way. */
async function listCandidates(world: World, needsTaxes: boolean): Promise<string[]> {
  const rows = await world.rows<{ id: string }>(
    `select p.id from people.person p where p.died_on is null and p.family_id is not null
       and p.birth_on between now() - interval '50 years' and now() - interval '16 years'
       and not exists (select 1 from accounts.account a where a.person_id = p.id)
       and not exists (select 1 from organization.official o where o.person_id = p.id)
     order by $1 and exists (select 1 from local_tax.assessment a join local_tax.taxpayer t on t.id = a.taxpayer_id
         where t.person_id = p.id) desc, p.family_relation = 'wife' desc, p.id limit 600`,
    [needsTaxes],
  )
  return rows.map((row) => row.id)
}

/** @param taken persons and stalls of other applications; those found are added */
export async function findApplicant(
  world: World,
  service: ServiceDefinition,
  taken: Set<string>,
): Promise<FittingApplicant> {
  const example = service.golden.find(({ result, refused }) => result === 'granted' && refused.length === 0)
  if (!example) throw new Error(`${service.id} has no example that is granted`)
  const now = Temporal.Now.instant()
  const today = now.toZonedDateTimeISO('Asia/Jakarta').toPlainDate().toString()
  const why = new Set<string>()
  const needsTaxes = /^local-tax\.(claim|plan|taxpayer)-facts$/.test(service.known)
  for (const personId of (await listCandidates(world, needsTaxes)).filter((id) => !taken.has(id))) {
    const db = world.tenant.pools.read
    const family = asksForFamily(service) ? { family: await listFamily(world.tenant, db, personId) } : {}
    const knownWith = async (answers: Given) => ({
      ...(await knownSources.get(service.known)(world.tenant, db, personId, answers as never)),
      ...family,
    })
    const known = await knownWith({})
    const refusals = refusalsOf(service, { answers: {}, known, today })
    if (refusals.length > 0) {
      for (const refusal of refusals) why.add(refusal.refused.en)
      continue
    }
    const fitted = answersFor(service, example, now, new Random(personId, 'journey')) as Record<string, unknown>
    const ofRegisters = { ...ofRegister(known, taken), ...(await ofTaxes(world, fitted, known)) }
    for (const answers of withFamily(service, { ...fitted, ...ofRegisters }, known, personId)) {
      const seen = service.form.pages.map((page) => page.id)
      const journey = journeyOf(service, { answers: answers as never, known: await knownWith(answers), today, seen })
      for (const error of journey.pages.flatMap((page) => page.errors)) why.add(`${error.path}: ${error.message.en}`)
      if (!journey.complete) continue
      taken.add(personId)
      return { personId, answers: journey.answers }
    }
  }
  throw new Error(`nobody can apply for ${service.id}: ${[...why].join(' ')}`)
}

/** Rows of registers are not those of the example: the first free stall. */
function ofRegister(known: Given, taken: Set<string>): Given {
  const stalls = known['stalls'] as readonly { code: string; standing: string }[] | undefined
  const free = stalls?.find((stall) => stall.standing === 'free' && !taken.has(stall.code))
  if (free) taken.add(free.code)
  return free ? { stallCode: free.code } : {}
}

/** His own assessment and number in place of those of the example, and land of somebody else. */
async function ofTaxes(world: World, fitted: Given, known: Given): Promise<Given> {
  const claim = (known['claims'] as readonly { number: string }[] | undefined)?.[0]
  const taxpayer = (known['taxpayers'] as readonly { npwpd: string }[] | undefined)?.[0]
  const [parcel] = fitted['nop']
    ? await world.rows<{ code: string }>(
        `select o.code from local_tax.object o join local_tax.land l on l.object_id = o.id
         where o.state = 'active' and o.taxpayer_id is not null and not exists
           (select 1 from local_tax.assessment a where a.object_id = o.id and a.state in ('overdue', 'dunned', 'warned', 'seizure'))
         order by random() limit 1`,
      )
    : []
  // He lives and owns where the register says; without scripts an address that is filled in stays whole.
  const village = String(known['villageCode'] ?? '')
  const places = ['landVillage', 'objectsVillage'].filter((field) => field in fitted)
  const home = fitted['mailAddress'] as object | undefined
  return {
    ...Object.fromEntries(places.map((field) => [field, village])),
    ...(home ? { mailAddress: { ...home, area: village } } : {}),
    ...(claim && 'assessment' in fitted ? { assessment: claim.number } : {}),
    ...(claim && 'agreedAmount' in fitted ? { agreedAmount: 0 } : {}),
    ...(taxpayer && 'npwpd' in fitted ? { npwpd: taxpayer.npwpd } : {}),
    ...(parcel ? { nop: parcel.code } : {}),
  }
}

/** Members of the example's family become each pair of members of his own. */
function withFamily(service: ServiceDefinition, answers: Given, known: Given, personId: string): Given[] {
  const asked = service.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
  const fields = asked.filter((field) => field.kind === 'family-member' && field.id in answers).map((field) => field.id)
  const others = ((known['family'] as readonly { id: string }[] | undefined) ?? []).map((member) => member.id)
  if (fields.length === 0) return [answers]
  return others
    .filter((id) => id !== personId)
    .map((first) => ({ ...answers, ...Object.fromEntries(fields.map((id, at) => [id, at === 0 ? first : personId])) }))
}
