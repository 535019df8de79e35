import type { AnyHandle } from '#kernel/db/database.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { getDefinition, spellOn } from '../definition/store.ts'
import { type PublicPage, publicPages } from '../extensions.ts'
import { type Searchable, ServiceIndex } from '../search/service-index.ts'

export type Audience = ServiceDefinition['audience'][number]

/** What a list of services is narrowed to; left out means all. */
export interface CatalogueFilter {
  readonly audience?: Audience | undefined
  readonly lifeEvent?: string | undefined
  /** Path of the agency in charge. */
  readonly unit?: string | undefined
}

interface Listed extends Searchable {
  readonly definition: ServiceDefinition
}

interface Catalogue {
  readonly services: readonly ServiceDefinition[]
  /** All versions in force, closed ones too, in the words of the law as it was read. */
  readonly spelled: readonly ServiceDefinition[]
  readonly index: ServiceIndex<Listed>
}

const catalogues = new Map<string, Catalogue>()
const mostCatalogues = 12

/**
 * Services that fit what somebody typed, best first; tolerant of typing errors and of other words for the
 * same thing. An empty text lists all by title.
 */
export async function searchServices(
  db: AnyHandle,
  text: string,
  today: string,
  filter: CatalogueFilter = {},
): Promise<ServiceDefinition[]> {
  const { services, index } = await catalogueOn(db, today)
  const wanted = text.trim()
  const found = wanted ? index.find(wanted).map((hit) => hit.item.definition) : services
  return found.filter((service) => fits(service, filter))
}

/** They stand below services and have to fit better to be shown: of "akta kelahiran" the word "akta" is not enough. */
const leastScoreOfPage = 0.55

/** Pages beside services that fit what somebody typed, best first. */
export function searchPublicPages(text: string): PublicPage[] {
  const pages = publicPages.keys().flatMap((key) => publicPages.get(key))
  pageIndex ??= new ServiceIndex(pages.map((page) => ({ page, definition: wordsOf(page) })))
  return pageIndex.find(text).flatMap(({ item, score }) => (score >= leastScoreOfPage ? [item.page] : []))
}

let pageIndex: ServiceIndex<Searchable & { readonly page: PublicPage }> | undefined

const wordsOf = ({ title, summary, href, keywords = [] }: PublicPage): Searchable['definition'] => ({
  ...{ id: href, slug: href, lifeEvent: '', unit: '', audience: [], products: [] },
  title,
  summary,
  keywords: [...keywords],
})

/** Every service that can be applied for on a day, by title. */
export async function listOpenServices(db: AnyHandle, today: string): Promise<readonly ServiceDefinition[]> {
  return (await catalogueOn(db, today)).services
}

/**
 * The services of a day with their index. It is kept for as long as the same versions and the same figures of law are
 * in force: asking again costs three short queries.
 */
async function catalogueOn(db: AnyHandle, today: string): Promise<Catalogue> {
  const versions = await db
    .selectFrom('services.definition')
    .select(['service_id', 'version', 'hash'])
    .distinctOn('service_id')
    .where('valid_from', '<=', today)
    .orderBy('service_id')
    .orderBy('version', 'desc')
    .execute()
  // Of two regions in one process each has versions of its own: the hash tells them apart.
  const key = `${today} ${versions.map((row) => row.hash.toString('base64url').slice(0, 16)).join('')}`
  const written = await Promise.all(versions.map((row) => getDefinition(db, row.service_id, row.version, 'as-written')))
  const all = await spellOn(db, written, today)
  const known = catalogues.get(key)
  // A new figure of law makes other texts, and other texts are other objects.
  if (known?.spelled.every((definition, index) => definition === all[index])) return known
  const services = all
    .filter((service) => !isClosed(service, today))
    .sort((a, b) => a.title.id.localeCompare(b.title.id, 'id'))
  const index = new ServiceIndex(services.map((definition) => ({ definition, about: [definition.unit] })))
  if (catalogues.size >= mostCatalogues) catalogues.delete(catalogues.keys().next().value as string)
  const catalogue = { services, spelled: all, index }
  catalogues.set(key, catalogue)
  return catalogue
}

/** True when no new applications are made any more. */
export function isClosed(service: Pick<ServiceDefinition, 'validTo'>, today: string): boolean {
  return service.validTo !== undefined && service.validTo < today
}

function fits(service: ServiceDefinition, filter: CatalogueFilter): boolean {
  return (
    (!filter.audience || service.audience.includes(filter.audience)) &&
    (!filter.lifeEvent || service.lifeEvent === filter.lifeEvent) &&
    (!filter.unit || service.unit === filter.unit || service.unit.startsWith(`${filter.unit}.`))
  )
}
