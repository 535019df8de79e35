import { dayOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { isId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import {
  type Contradiction,
  findContradictions,
  findKinship,
  findPerson,
  findPersonByNik,
  findSpouse,
  listChildrenOf,
  type Person,
  type PlausibilityContext,
  type PlausiblePerson,
  plausibilityLimitsOn,
} from '#modules/people/index.ts'
import type { Answers, DecisionFinding, DecisionFindings } from '#modules/services/index.ts'
import { type ReportedChild, reportedChildren } from '../effects/reported-children.ts'
import { spouseNikOf } from '../family-law/spouses.ts'

interface Asked {
  readonly tenant: Tenant
  readonly db: AnyHandle
  readonly answers: Answers
  readonly applicant: Person | undefined
  readonly context: PlausibilityContext
}
type Looks = (asked: Asked) => Promise<readonly DecisionFinding[]>

/** What cannot be true or is rare about an application, by what it reports; whoever applies lives and lives here. */
export function contradictionsOf(look: Looks): DecisionFindings {
  return async (tenant, db, { answers, applicantPersonId, now }) => {
    const today = dayOf(now, tenant.profile.zone)
    const context = { limits: await plausibilityLimitsOn(db, today), today: today.toString() }
    const applicant = await findPerson(db, applicantPersonId)
    const asked = { tenant, db, answers, applicant, context }
    const used = applicant ? numberUsed(applicant, '', context) : []
    const found = [...used, ...(await look(asked))]
    return found.filter((one, at) => found.findIndex((each) => each.say.id === one.say.id) === at)
  }
}

export const aboutBirth: Looks = async ({ tenant, db, answers, context }) => {
  const mother = await byNik(tenant, db, answers['motherNik'])
  const father = await byNik(tenant, db, answers['fatherNik'])
  const siblings = mother ? (await listChildrenOf(db, mother.id)).map(plausible) : []
  const children = reportedChildren(answers)
  return children.flatMap((child, index) => {
    if (!child.bornOn) return []
    const event = { kind: 'birth', on: child.bornOn, isTwin: children.length > 1 } as const
    const kin = { mother: mother && plausible(mother), father: father && plausible(father), siblings }
    return fields(index === 0 ? 'birthOn' : 'siblings', findContradictions(newborn(child), kin, event, context))
  })
}

const newborn = (child: ReportedChild): PlausiblePerson => ({
  fullName: child.name,
  sex: child.sex,
  birthOn: child.bornOn,
})

export const aboutDeath: Looks = async ({ tenant, db, answers, context }) => {
  const inFamily = answers['reporterKind'] === 'family'
  const deceased = inFamily
    ? await byId(db, answers['deceasedMember'])
    : await byNik(tenant, db, answers['deceasedNik'])
  const on = answers['diedOn']
  if (!deceased || typeof on !== 'string' || !on) return []
  return fields('diedOn', findContradictions(plausible(deceased), {}, { kind: 'death', on }, context))
}

/** A couple that lived as married is married to nobody else. */
export const aboutMarriage: Looks = async ({ tenant, db, answers, applicant, context }) => {
  const text = (name: string) => (typeof answers[name] === 'string' ? (answers[name] as string) : '')
  const on = text('marriedOn')
  if (!applicant || !on) return []
  const partner = await byNik(tenant, db, spouseNikOf(text))
  const bound = async (one: Person, other: Person | undefined) => {
    if (one.maritalStatus !== 'married' && one.maritalStatus !== 'married-unrecorded') return false
    const spouse = await findSpouse(db, one)
    return !(one.maritalStatus === 'married-unrecorded' && (!spouse || spouse.id === other?.id))
  }
  const related = partner ? await findKinship(db, applicant, partner) : undefined
  return fields(
    'marriedOn',
    findContradictions(
      { ...plausible(applicant), isMarried: await bound(applicant, partner) },
      {},
      {
        kind: 'marriage',
        on,
        partner: partner && { ...plausible(partner), isMarried: await bound(partner, applicant) },
        hasDispensation: text('belowAge') === 'yes',
        hasPermission: text('secondMarriage') === 'yes',
        areCloseRelatives: related !== undefined,
      },
      context,
    ),
  )
}

/** A child is told to be that of a parent: the register as it would then be. */
export const aboutParentage: Looks = async ({ tenant, db, answers, applicant, context }) => {
  const child = await byNik(tenant, db, answers['childNik'])
  if (!child || !applicant) return []
  const side = applicant.sex === 'male' ? 'father' : 'mother'
  const found = findContradictions(
    plausible(child),
    { [side]: plausible(applicant) },
    { kind: 'birth', on: child.birthOn },
    context,
  )
  return [...numberUsed(child, 'childNik', context), ...fields('childNik', found)]
}

/** People who arrive are entered as their letter describes them. */
export const aboutArrivals: Looks = async ({ answers, context }) => {
  const rows = Array.isArray(answers['arrivals']) ? (answers['arrivals'] as Record<string, string>[]) : []
  return rows.flatMap((row) => {
    if (!row['birthOn']) return []
    const person = { fullName: row['name'] ?? '', sex: row['sex'] === 'female' ? 'female' : 'male' } as const
    const event = { kind: 'record', on: context.today } as const
    return fields('arrivals', findContradictions({ ...person, birthOn: row['birthOn'] }, {}, event, context))
  })
}

/** Changes of somebody's own data, of a family card, of where people live: nobody of them may be dead or gone. */
export const aboutPeople: Looks = async ({ tenant, db, answers, context }) => {
  const found: DecisionFinding[] = []
  for (const field of ['person', 'member', 'partnerMember', 'newHead', 'child'] as const) {
    const person = await byId(db, answers[field])
    if (person) found.push(...numberUsed(person, field, context))
  }
  for (const field of ['partnerNik', 'hostNik', 'hostNikByLetter', 'guestNik', 'spouseNik'] as const) {
    const person = await byNik(tenant, db, answers[field])
    if (person) found.push(...numberUsed(person, field, context))
  }
  return found
}

function numberUsed(person: Person, field: string, context: PlausibilityContext): DecisionFinding[] {
  const event = { kind: 'number-used', on: context.today } as const
  return fields(field, findContradictions(plausible(person), {}, event, context))
}

const fields = (field: string, found: readonly Contradiction[]): DecisionFinding[] =>
  found.map(({ code, severity, say }) => ({ field, code, severity, say }))

const byNik = (tenant: Tenant, db: AnyHandle, nik: unknown): Promise<Person | undefined> =>
  typeof nik === 'string' && nik ? findPersonByNik(tenant, db, nik) : Promise.resolve(undefined)

const byId = (db: AnyHandle, id: unknown): Promise<Person | undefined> =>
  typeof id === 'string' && isId(id) ? findPerson(db, id) : Promise.resolve(undefined)

function plausible(person: Person): PlausiblePerson {
  const { id, fullName, sex, birthOn, diedOn, status } = person
  return { id, fullName, sex, birthOn, diedOn, status }
}
