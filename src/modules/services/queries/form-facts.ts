import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getPerson, listFamilyMembers, openNik } from '#modules/people/index.ts'
import { areasByCode, codesDownTo } from '#modules/territory/index.ts'
import type { Address, Known } from '../definition/expressions.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { FormDefinition, Journey } from '../form/journey.ts'
import { fieldsOfPages } from '../form/kinds.ts'

const asking = new WeakMap<object, boolean>()

/** True when questions or expressions of a service speak of the applicant's family. */
export function asksForFamily(definition: FormDefinition & Partial<ServiceDefinition>): boolean {
  let asks = asking.get(definition)
  if (asks === undefined) {
    const kinds = fieldsOfPages(definition.form.pages).map((field) => field.kind)
    asks =
      kinds.includes('family-member') ||
      kinds.includes('family-members') ||
      JSON.stringify(definition).includes('list(known, \\"family\\")')
    asking.set(definition, asks)
  }
  return asks
}

/** The living members of the applicant's family card, the head first; only himself while he is on none. */
export async function listFamily(tenant: Tenant, db: AnyHandle, personId: string): Promise<FamilyFact[]> {
  const person = await getPerson(db, personId)
  const members = person.familyId ? await listFamilyMembers(db, person.familyId) : [person]
  return members.map((member) => ({
    id: member.id,
    name: member.fullName,
    nik: openNik(tenant, member),
    relation: member.familyRelation,
    birthOn: member.birthOn,
    sex: member.sex,
  }))
}

export type FamilyFact = Extract<Known[string], readonly unknown[]>[number]

/** The journey with the names of the areas in its answers: "Sukawening, Mekarsari, Kabupaten Arunika". */
export async function withPlaces(db: AnyHandle, journey: Journey): Promise<Journey> {
  const codes = journey.pages.flatMap((page) =>
    page.fields.flatMap((field) => {
      const answer = journey.answers[field.id]
      const code =
        field.kind === 'area' ? answer : field.kind === 'address' ? (answer as Address | undefined)?.area : ''
      return typeof code === 'string' && code !== '' ? [code] : []
    }),
  )
  if (codes.length === 0) return journey
  return { ...journey, places: await namePlaces(db, codes) }
}

/** "Mekarsari, Arunika Kota, Kabupaten Arunika" for each code of an area; a code nobody knows stays as it is. */
export async function namePlaces(db: AnyHandle, codes: readonly string[]): Promise<Record<string, string>> {
  const areas = await areasByCode(db, [...new Set(codes.flatMap(codesDownTo))])
  return Object.fromEntries(
    codes.map((code): [string, string] => {
      const path = codesDownTo(code).flatMap((each) => areas.get(each)?.name ?? [])
      return [code, path.slice(1).toReversed().join(', ') || (path[0] ?? code)]
    }),
  )
}
