import { CitizenLayout, EmptyState, FilterBar, LinkButton, LinkList, SearchBox, useFrame } from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import type { PublicPage } from '../extensions.ts'
import { servicePaths } from '../paths.ts'
import type { CatalogueFilter } from '../queries/catalogue.ts'
import { eventName, publicTexts } from '../texts/public-face.ts'
import { serviceTexts } from '../texts.ts'

export { requirementsOf } from './requirements.ts'

export interface CataloguePageProps {
  readonly services: readonly ServiceDefinition[]
  /** Calculators and checks that fit the words as well. */
  readonly pages: readonly PublicPage[]
  readonly query: string
  readonly filter: CatalogueFilter
  /** What there is to choose from. */
  readonly audiences: readonly ServiceDefinition['audience'][number][]
  readonly events: readonly string[]
  readonly agencies: readonly { readonly path: string; readonly name: string }[]
}

export function CataloguePage(props: CataloguePageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const p = publicTexts(locale)
  const { services, pages, query, filter } = props
  const isFiltered = Boolean(filter.audience || filter.lifeEvent || filter.unit)
  return (
    <CitizenLayout title={t('catalogue.title')} lead={t('catalogue.lead')}>
      <SearchBox value={query} action={servicePaths.catalogue} />
      <FilterBar
        action={servicePaths.catalogue}
        hidden={query ? { q: query } : {}}
        clearHref={isFiltered ? servicePaths.catalogue : undefined}
        active={isFiltered ? activeFilters(props, p) : undefined}
        selects={[
          {
            name: 'untuk',
            label: p('filter.audience'),
            value: filter.audience,
            options: props.audiences.map((value) => ({ value, label: p(`audience.${value}`) })),
          },
          {
            name: 'peristiwa',
            label: p('filter.event'),
            value: filter.lifeEvent,
            options: props.events.map((value) => ({ value, label: eventName(value, p) })),
          },
          {
            name: 'kantor',
            label: p('filter.agency'),
            value: filter.unit,
            options: props.agencies.map(({ path, name }) => ({ value: path, label: name })),
          },
        ]}
      />
      {services.length > 0 && (
        <p role="status" class="mt-4 mb-4">
          {query
            ? t('catalogue.found', { n: services.length, q: query })
            : p('catalogue.count', { n: services.length })}
        </p>
      )}
      {services.length === 0 && pages.length === 0 && (
        <EmptyState
          title={query ? t('catalogue.nothing', { q: query }) : p('catalogue.nothing-filter')}
          icon="search"
          action={<LinkButton href={servicePaths.catalogue}>{t('catalogue.all')}</LinkButton>}
        >
          {t('catalogue.nothing-help')}
        </EmptyState>
      )}
      <LinkList
        items={services.map((service) => ({
          title: service.title[locale],
          href: servicePaths.service(service.slug),
          text: service.summary[locale],
        }))}
      />
      {pages.length > 0 && (
        <section class="mt-8">
          <h2>{t('catalogue.pages')}</h2>
          <LinkList
            items={pages.map(({ title, href, summary }) => ({ title: title[locale], href, text: summary[locale] }))}
          />
        </section>
      )}
    </CitizenLayout>
  )
}

function activeFilters({ filter, query, agencies }: CataloguePageProps, p: ReturnType<typeof publicTexts>) {
  const values = { q: query, untuk: filter.audience, peristiwa: filter.lifeEvent, kantor: filter.unit }
  const labels = {
    q: '',
    untuk: filter.audience && p(`audience.${filter.audience}`),
    peristiwa: filter.lifeEvent && eventName(filter.lifeEvent, p),
    kantor: agencies.find((agency) => agency.path === filter.unit)?.name ?? filter.unit,
  }
  const names = ['untuk', 'peristiwa', 'kantor'] as const
  return names.flatMap((name) => {
    const label = labels[name]
    if (!label) return []
    const rest = Object.entries(values).flatMap(([other, value]): [string, string][] =>
      other !== name && value ? [[other, value]] : [],
    )
    return [{ label, removeHref: `${servicePaths.catalogue}?${new URLSearchParams(rest)}` }]
  })
}
