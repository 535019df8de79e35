import type { Actor } from '#kernel/access/access.ts'
import { type Grant, grantsFor } from '#kernel/access/access.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import {
  asksForFamily,
  carriedFigures,
  fieldsOfPages,
  findServiceBySlug,
  listServices,
  type ServiceDefinition,
} from '#modules/services/index.ts'
import { type Area, findArea, findOwnRegion, getAreaPath, listChildren } from '#modules/territory/index.ts'

/** A service as one chooses it to be taken along. */
export interface CarriedService {
  readonly id: string
  readonly version: number
  readonly slug: string
  readonly code: string
  readonly title: LocalText
  readonly summary: LocalText
  /** Why its form cannot be filled in without a network; undefined when it can. */
  readonly obstacle: LocalText | undefined
}

const obstacles = {
  register: {
    id: 'Formulirnya memilih dari daftar yang berubah setiap saat.',
    en: 'Its form chooses from a list that changes all the time.',
  },
  others: {
    id: 'Menunggu persetujuan orang lain di akun mereka.',
    en: 'Others have to agree to it in their accounts.',
  },
  closed: { id: 'Layanan ini sudah ditutup.', en: 'This service is closed.' },
  business: { id: 'Hanya untuk badan usaha dan instansi.', en: 'For businesses and agencies only.' },
} as const

/** What stands in the way of filling in a service away from the network. */
export function obstacleOf(definition: ServiceDefinition, today: string): LocalText | undefined {
  const fields = fieldsOfPages(definition.form.pages)
  if (definition.validTo && definition.validTo < today) return obstacles.closed
  if (!definition.audience.includes('citizen')) return obstacles.business
  if (fields.some((field) => field.optionsFrom)) return obstacles.register
  if (fields.some((field) => field.coSigns)) return obstacles.others
  return undefined
}

export async function listCarried(db: AnyHandle, today: string): Promise<CarriedService[]> {
  return (await listServices(db, today)).map((definition) => ({
    id: definition.id,
    version: definition.version,
    slug: definition.slug,
    code: definition.code,
    title: definition.title,
    summary: definition.summary,
    obstacle: obstacleOf(definition, today),
  }))
}

/** Everything of a service that its form, its check page and the talk at the table need. */
export async function findCarriedForm(db: AnyHandle, slug: string, today: string) {
  const definition = await findServiceBySlug(db, slug, today)
  if (!definition || obstacleOf(definition, today)) return undefined
  const { id, version, code, title, summary, form, eligibility, evidence, products, legalBasis } = definition
  return {
    id,
    version,
    slug,
    code,
    title,
    summary,
    form,
    conditions: eligibility.map((rule) => rule.refused),
    evidence: evidence.allOf.map((item) => ('oneOf' in item ? item.oneOf : [item]).map((each) => each.label)),
    products,
    law: legalBasis,
    asksForFamily: asksForFamily(definition),
    figures: await carriedFigures(db, definition, today),
  }
}

export interface CarriedAreas {
  /** Every area that can be chosen, widest first, as code and name. */
  readonly areas: readonly (readonly [string, string])[]
  /** The territory itself, in words. */
  readonly names: readonly string[]
}

/** The areas in which this official works, with those above them; never the whole country. */
export async function listCarriedAreas(db: AnyHandle, actor: Actor): Promise<CarriedAreas> {
  const roots = await rootsOf(db, grantsFor(actor, 'field-counter.work'))
  const found = new Map<string, string>()
  for (const root of roots) {
    for (const area of await getAreaPath(db, root.code)) found.set(area.code, area.name)
    let level: readonly Pick<Area, 'code'>[] = [root]
    while (level.length > 0) {
      const below = (await Promise.all(level.map((area) => listChildren(db, area.code)))).flat()
      for (const area of below) found.set(area.code, area.name)
      level = below
    }
  }
  return { areas: [...found].sort(([a], [b]) => (a < b ? -1 : 1)), names: roots.map((root) => root.name) }
}

async function rootsOf(db: AnyHandle, grants: readonly Grant[]): Promise<Area[]> {
  const codes = new Set(grants.map((grant) => grant.territory))
  const own = await findOwnRegion(db)
  if (codes.has('') || codes.size === 0) return own ? [own] : []
  const areas = await Promise.all([...codes].map((code) => findArea(db, code)))
  return areas.flatMap((area) => area ?? [])
}
