import type { Actor } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { accountForPerson, createDemoAccounts } from '#modules/accounts/index.ts'
import { foundAuthority } from '#modules/documents/index.ts'
import { getPerson, listFamilyMembers, openNik } from '#modules/people/index.ts'
import { Random } from '../../../demo/random.ts'
import type { Answers } from '../definition/expressions.ts'
import type { GoldenCase, ServiceDefinition } from '../definition/schema.ts'
import { optionSources } from '../extensions.ts'
import { answersFor } from './answers-for.ts'
import { CaseWalk } from './walk.ts'

export interface LoadWalksOptions {
  readonly tenant: Tenant
  readonly definitions: readonly ServiceDefinition[]
  readonly seed: string
  readonly now: Temporal.Instant
  /** Address of the region, for the QR of letters. */
  readonly origin: string
  /** Applications of each service. */
  readonly count: number
  /** By service, for those that need something which few people have. */
  readonly holders?: ReadonlyMap<string, Holders>
}

/** Who has what a service is about, and what of the example has other words here. */
export interface Holders {
  readonly personIds?: readonly string[]
  /** One of these goes with each application. */
  readonly answers?: readonly Answers[]
}

const oldestDays = 300
const dayMinutes = 24 * 60
const tries = 16

/**
 * Applications of the services that are not loaded in bulk, taken from their golden cases and walked through the real
 * commands, some to their end and some only part of the way. What a person may not apply for is passed over.
 * @returns number of cases
 */
export async function loadDemoWalks(options: LoadWalksOptions): Promise<number> {
  const { tenant, now } = options
  const founded = now.subtract({ minutes: (oldestDays + 60) * dayMinutes })
  await tenant.pools.write.transaction().execute((tx) => foundAuthority(tx, tenant, founded))
  const grown = await listApplicants(tenant, { count: 40, from: 25, to: 60 })
  const applicants = [...grown, ...(await listApplicants(tenant, { count: 20, from: 17, to: 24 }))]
  const holders = new Map<string, readonly Actor[]>()
  for (const [id, { personIds }] of options.holders ?? [])
    if (personIds) holders.set(id, await actorsOf(tenant, personIds))
  let written = 0
  for (const plan of planWalks(options)) {
    if (await walkOne(options, plan, holders.get(plan.definition.id) ?? applicants)) written += 1
  }
  return written
}

interface Plan {
  readonly definition: ServiceDefinition
  readonly example: GoldenCase
  readonly isFinished: boolean
  readonly startsAt: Temporal.Instant
  readonly random: Random
}

/** The oldest first, so that numbers and certificates come in the order of their days. */
function planWalks({ definitions, count, seed, now }: LoadWalksOptions): Plan[] {
  const plans = definitions.flatMap((definition) => {
    const examples = definition.golden.filter(
      (each) => each.path && each.refused.length === 0 && each.ineligible.length === 0,
    )
    if (examples.length === 0) return []
    return Array.from({ length: count }, (_, index): Plan => {
      const random = new Random(seed, `walk ${definition.id} ${index}`)
      // What is finished lies back; what still runs began in the last days, as it would in an office that keeps its promises.
      const isFinished = random.chance(0.55)
      const minutesBack = isFinished
        ? random.between(40 * dayMinutes, oldestDays * dayMinutes)
        : random.between(120, 4 * dayMinutes)
      const example = examples[index % examples.length] as GoldenCase
      return { definition, example, isFinished, startsAt: now.subtract({ minutes: minutesBack }), random }
    })
  })
  return plans.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
}

/** Not everybody may apply for everything, and not every step is possible for everybody. */
function passOver(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error
}

async function walkOne(options: LoadWalksOptions, plan: Plan, applicants: readonly Actor[]): Promise<boolean> {
  const { definition, example, isFinished, startsAt, random } = plan
  const path = example.path ?? []
  const reach = isFinished ? path.length : random.between(0, Math.max(0, path.length - 1))
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const applicant = applicants.length > 0 ? random.pick(applicants) : undefined
    if (!applicant) return false
    const walk = new CaseWalk({
      tenant: options.tenant,
      origin: options.origin,
      subscribers: new Map(),
      applicant,
      definition,
      startsAt,
      pause: () => random.between(1, 20),
    })
    const kin = await kinOf(options.tenant, example, applicant)
    const others = options.holders?.get(definition.id)?.answers ?? []
    const answers = {
      ...answersFor(definition, example, startsAt, random, kin),
      ...(others.length > 0 ? random.pick(others) : {}),
    }
    const caseId = await walk.apply(await ownOptions(options.tenant, plan, answers, applicant)).catch(passOver)
    if (!caseId) continue
    try {
      const taken = await walk.follow(caseId, path.slice(0, reach), options.now)
      if (isFinished && taken < reach) await walk.withdraw(caseId).catch(passOver)
    } catch (error) {
      passOver(error)
      // Nobody there could take the next step: the applicant takes his file back rather than wait for ever.
      await walk.withdraw(caseId).catch(passOver)
    }
    return true
  }
  return false
}

/** What is chosen from a register is one of the applicant's own. */
async function ownOptions(tenant: Tenant, plan: Plan, answers: Answers, { personId }: Actor): Promise<Answers> {
  const { definition, startsAt, random } = plan
  const fields = definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
  const own: Record<string, unknown> = { ...answers }
  for (const { id, optionsFrom } of fields) {
    if (!optionsFrom || typeof own[id] !== 'string' || !personId) continue
    const asked = { answers: own as Answers, personId, day: dayOf(startsAt, tenant.profile.zone).toString() }
    const values = (await optionSources.get(optionsFrom).list(tenant, tenant.pools.read, asked)).map(
      ({ value }) => value,
    )
    if (values.length > 0 && !values.includes(own[id])) own[id] = random.pick(values)
  }
  return own as Answers
}

interface Kinsman {
  readonly id: string
  readonly relation: string
  readonly sex?: string
}

/** Who of the applicant's family stands where somebody stands in the family of the example. */
async function kinOf(tenant: Tenant, example: GoldenCase, applicant: Actor): Promise<ReadonlyMap<string, string>> {
  const known = example.known as Record<string, unknown>
  const family = Array.isArray(known['family']) ? (known['family'] as Kinsman[]) : []
  const person = applicant.personId ? await getPerson(tenant.pools.read, applicant.personId) : undefined
  const kin = new Map<string, string>()
  if (!person?.familyId || family.length === 0) return kin
  const left = (await listFamilyMembers(tenant.pools.read, person.familyId)).filter(({ id }) => id !== person.id)
  for (const member of family) {
    if (member.id === known['personId']) {
      kin.set(member.id, person.id)
      continue
    }
    const place = left.findIndex(
      (each) => each.familyRelation === member.relation && (!member.sex || each.sex === member.sex),
    )
    const anyPlace = place === -1 ? left.findIndex((each) => each.familyRelation === member.relation) : place
    const [found] = anyPlace === -1 ? [] : left.splice(anyPlace, 1)
    if (found) kin.set(member.id, found.id)
  }
  return kin
}

interface Ages {
  readonly count: number
  readonly from: number
  readonly to: number
}

async function listApplicants(tenant: Tenant, { count, from, to }: Ages): Promise<Actor[]> {
  const { rows } = await tenant.pools.readPool.query<{ id: string }>(
    `select p.id from people.person p
     where p.family_id is not null and p.birth_on between current_date - make_interval(years => $2) and current_date - make_interval(years => $3)
     order by md5(p.id::text) limit $1`,
    [count, to, from],
  )
  return actorsOf(
    tenant,
    rows.map((row) => row.id),
  )
}

/** People who can sign in; who could not yet, can now. */
async function actorsOf(tenant: Tenant, personIds: readonly string[]): Promise<Actor[]> {
  const people = await Promise.all(personIds.map((id) => getPerson(tenant.pools.read, id)))
  const known = await Promise.all(people.map((person) => accountForPerson(tenant.pools.read, person.id)))
  const without = people.filter((_, index) => !known[index])
  const list = without.map((person) => ({
    kind: 'citizen' as const,
    personId: person.id,
    displayName: person.fullName,
    name: openNik(tenant, person),
  }))
  const ids = await tenant.pools.write.transaction().execute((tx) => createDemoAccounts(tx, tenant, list))
  const made = new Map(without.map((person, index) => [person.id, ids[index]]))
  return people.map((person, index) => ({
    kind: 'citizen',
    accountId: known[index]?.id ?? made.get(person.id),
    personId: person.id,
    name: person.fullName,
    grants: [],
  }))
}
