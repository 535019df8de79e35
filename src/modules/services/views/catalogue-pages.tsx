import { formatNumber } from '#kernel/i18n/format.ts'
import {
  CitizenLayout,
  Columns,
  EmptyState,
  LinkButton,
  LinkList,
  Notice,
  PageHead,
  ProcedureSteps,
  type Requirement,
  RequirementList,
  SearchBox,
  Section,
  ServiceFacts,
  useFrame,
} from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { servicePaths } from '../paths.ts'
import type { Performance } from '../queries/performance.ts'
import { serviceTexts } from '../texts.ts'

export function CataloguePage(props: { services: readonly ServiceDefinition[]; query: string }) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { services, query } = props
  return (
    <CitizenLayout title={t('catalogue.title')} lead={t('catalogue.lead')}>
      <SearchBox value={query} action={servicePaths.catalogue} />
      {query && services.length > 0 && <p>{t('catalogue.found', { n: services.length, q: query })}</p>}
      {services.length === 0 && (
        <EmptyState
          title={t('catalogue.nothing', { q: query })}
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
    </CitizenLayout>
  )
}

export interface ServicePageProps {
  readonly service: ServiceDefinition
  readonly performance: Performance
  readonly costText: string
  readonly legalTimeText: string
  readonly unverified: readonly string[]
  /** What registers already hold of the person who looks, when signed in. */
  readonly met?: ((known: string) => boolean) | undefined
}

export function ServicePage(props: ServicePageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { service } = props
  const crumbs = [{ label: t('catalogue.title'), href: servicePaths.catalogue }, { label: service.title[locale] }]
  return (
    <CitizenLayout title={service.title[locale]} heading={false} description={service.summary[locale]}>
      <Columns aside={<Facts {...props} />}>
        <PageHead
          title={service.title[locale]}
          lead={service.summary[locale]}
          breadcrumb={crumbs}
          actions={
            <>
              <LinkButton href={servicePaths.start(service.slug)}>{t('service.start')}</LinkButton>
              <LinkButton href={servicePaths.blankForm(service.slug)} variant="secondary" download>
                {t('service.blank-form')}
              </LinkButton>
            </>
          }
        />
        <Section title={t('service.needed')}>
          <RequirementList items={requirementsOf(service, locale, props.met)} />
        </Section>
        <Section title={t('service.steps')}>
          <ProcedureSteps steps={stepsOf(service, locale)} />
          <p>
            <a href={servicePaths.procedure(service.slug)}>{t('service.procedure')}</a>
          </p>
        </Section>
        <Section title={t('service.result')}>
          <ul class="plain-list">
            {service.products.map((product) => (
              <li key={product.id}>{product[locale]}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('service.channels')}>
          <ul class="plain-list">
            {service.channels.map((channel) => (
              <li key={channel.id}>{channel[locale]}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('service.complaints')}>
          <p>{service.complaints[locale]}</p>
        </Section>
      </Columns>
    </CitizenLayout>
  )
}

function Facts(props: ServicePageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { performance, service } = props
  const weekly = performance.weekly
  const kept = performance.keptShare
  return (
    <>
      <ServiceFacts
        cost={props.costText}
        legalTime={props.legalTimeText}
        measuredTime={
          performance.medianMinutes === undefined ? t('service.no-figures') : durationText(performance.medianMinutes, t)
        }
        promisesKept={kept === undefined ? undefined : `${formatNumber(kept * 100, locale, 1)}%`}
        countThisMonth={formatNumber(performance.submittedThisMonth, locale)}
        trend={
          weekly.length > 2
            ? {
                title: t('service.trend'),
                points: weekly.map((week) => ({
                  label: week.week,
                  value: week.minutes,
                  text: durationText(week.minutes, t),
                })),
                startText: durationText(weekly[0]?.minutes ?? 0, t),
                endText: durationText(weekly.at(-1)?.minutes ?? 0, t),
              }
            : undefined
        }
      />
      <Notice>
        {t('service.basis', {
          list: service.legalBasis.map((basis) => `${basis.citation} (${basis.about[locale]})`).join('; '),
        })}
        .
        {props.unverified.length > 0 && (
          <span class="hint">
            {' '}
            {props.unverified.join('; ')}: {t('service.unverified')}.
          </span>
        )}
      </Notice>
    </>
  )
}

type Texts = ReturnType<typeof serviceTexts>

/** Opening time in words; a working day has eight hours. */
export function durationText(minutes: number, t: Texts): string {
  if (minutes >= 16 * 60) return t('service.days', { n: Math.round(minutes / (8 * 60)) })
  if (minutes >= 60) return t('service.hours-minutes', { h: Math.floor(minutes / 60), m: minutes % 60 })
  return t('service.minutes', { m: minutes })
}

export function requirementsOf(
  service: ServiceDefinition,
  locale: 'id' | 'en',
  met: ServicePageProps['met'],
): Requirement[] {
  const t = serviceTexts(locale)
  return service.evidence.allOf.map((node): Requirement => {
    if ('oneOf' in node) {
      const [first, ...others] = node.oneOf
      const rest = others.map(
        (item) => `${t('service.or')} ${item.label[locale].charAt(0).toLowerCase()}${item.label[locale].slice(1)}`,
      )
      return { title: first?.label[locale] ?? '', text: [first?.help?.[locale], ...rest].filter(Boolean).join(' ') }
    }
    // Before signing in, what government holds of everybody is ticked; personal facts are ticked afterwards.
    const held = node.known !== undefined && (met ? met(node.known) : node.kind === 'register' && !node.field)
    return { title: node.label[locale], met: held, text: held ? t('service.check-only') : node.help?.[locale] }
  })
}

function stepsOf(service: ServiceDefinition, locale: 'id' | 'en') {
  const t = serviceTexts(locale)
  return [
    { title: t('service.you-fill'), by: t('service.you-fill-time', { n: service.minutesToFill }) },
    ...service.flow.states.flatMap((state) =>
      state.step
        ? [{ title: state.step.title[locale], by: state.step.place[locale], time: state.step.time?.[locale] }]
        : [],
    ),
  ]
}
