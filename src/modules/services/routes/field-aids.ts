import { dayOf } from '#kernel/clock/clock.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { getFamily, getPerson } from '#modules/people/index.ts'
import { addressLevels, findArea, findBoundary } from '#modules/territory/index.ts'
import type { Address, Answers } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { isRegisterChoice } from '../form/kinds.ts'
import type { Typed } from '../form/read-answers.ts'
import { listEarlierFiles } from '../queries/earlier-files.ts'
import { listFamily } from '../queries/form-facts.ts'
import { findMapSheet } from '../queries/map-sheet.ts'
import { type OfferedOptions, offeredOptions } from '../queries/register-options.ts'
import { isPoint } from '../views/answer-words.tsx'
import type { FieldAids } from '../views/fields/field-aids.ts'
import { searchName } from '../views/fields/register-choice.tsx'

type Asker = Pick<RouteContext, 'tenant' | 'db' | 'locale' | 'now' | 'actor' | 'request'>

export interface AidsFor {
  /** Draft or case that the fields belong to. */
  readonly ownerId: string
  readonly personId: string
  readonly fields: readonly FieldDefinition[]
  /** Answers as they are about to be shown. */
  readonly values: Typed
  /** Questions that may be left empty: nothing is chosen for the person there. */
  readonly isOptional?: ((field: FieldDefinition) => boolean) | undefined
  /** The page has the button that searches long lists; without it they are shown whole. */
  readonly canSearch?: boolean | undefined
}

/** Everything that the fields of one page need from registers: lists of areas, family, papers given before, the map. */
export async function fieldAids(context: Asker, asked: AidsFor): Promise<FieldAids> {
  const { tenant, db, now } = context
  const has = (...kinds: readonly string[]) => asked.fields.some((field) => kinds.includes(field.kind))
  return {
    areas: await areaLevels(context, asked),
    family: has('family-member', 'family-members') ? await listFamily(tenant, db, asked.personId) : [],
    earlier: await earlierFiles(context, asked),
    options: await registerOptions(context, asked),
    sheet: has('map-point') ? await findMapSheet(db, tenant, now) : undefined,
    centre: has('map-point') ? await findCentre(context, asked.personId, asked.values) : undefined,
  }
}

/** The map of the region, when there is a point among the answers to be shown on it. */
export async function sheetFor({ db, tenant, now }: Asker, answers: object): Promise<FieldAids['sheet']> {
  return Object.values(answers).some(isPoint) ? findMapSheet(db, tenant, now) : undefined
}

async function areaLevels({ db, locale }: Asker, { fields, values, isOptional }: AidsFor): Promise<FieldAids['areas']> {
  const wanted = fields.flatMap((field): [string, string | undefined][] => {
    const value = values[field.id]
    // Left out, the own region is chosen already; but in a question that may stay empty that would be half an answer.
    const nothing = isOptional?.(field) ? '' : undefined
    if (field.kind === 'area') return [[field.id, typeof value === 'string' && value !== '' ? value : nothing]]
    if (field.kind === 'address') return [[`${field.id}.area`, (value as Address | undefined)?.area || nothing]]
    return []
  })
  return Object.fromEntries(
    await Promise.all(
      wanted.map(async ([name, code]) => [name, await addressLevels(db, code, { field: name, locale })] as const),
    ),
  )
}

async function registerOptions(
  { tenant, db, now, request }: Asker,
  { fields, personId, values, canSearch }: AidsFor,
): Promise<FieldAids['options']> {
  const words = new URL(request.url, 'http://localhost').searchParams
  const day = dayOf(now, tenant.profile.zone).toString()
  const asked = { answers: values as Answers, personId, day }
  const offered: Record<string, OfferedOptions> = {}
  for (const field of fields.filter(isRegisterChoice)) {
    const search = canSearch ? (words.get(searchName(field.id)) ?? '').trim().slice(0, 80) : undefined
    offered[field.id] = await offeredOptions(tenant, db, field, { ...asked, search })
  }
  return offered
}

/** Offered to nobody but the person who gave them: not to who acts for him, nor to officials. */
async function earlierFiles(
  { db, actor }: Asker,
  { fields, personId, ownerId }: AidsFor,
): Promise<FieldAids['earlier']> {
  const papers = actor.personId === personId ? fields.filter((field) => field.document) : []
  const documents = [...new Set(papers.map((field) => field.document as string))]
  const files = await listEarlierFiles(db, personId, documents, ownerId)
  return Object.fromEntries(papers.map((field) => [field.id, files.filter((file) => file.document === field.document)]))
}

/** The village that was chosen on this page, or else the applicant's own. */
export async function findCentre(
  { db }: Pick<Asker, 'db'>,
  personId: string,
  values: Typed,
): Promise<FieldAids['centre']> {
  const chosen = Object.values(values).map((value) => {
    return typeof value === 'object' && 'area' in value
      ? (value as Address).area
      : typeof value === 'string'
        ? value
        : ''
  })
  const { familyId } = await getPerson(db, personId)
  const own = familyId ? (await getFamily(db, familyId)).villageCode : ''
  const code = chosen.find((value) => /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(value)) ?? own
  const boundary = code ? await findBoundary(db, code) : undefined
  if (!boundary) return undefined
  const [lon, lat] = boundary.centre
  return { name: (await findArea(db, code))?.name ?? code, lat: round(lat), lon: round(lon) }
}

/** To a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
