import type { Unit } from '#modules/organization/index.ts'
import { CitizenLayout, LinkButton, LinkList, Section, StatusTag, useFrame } from '#ui/index.ts'
import type { LifeEvent } from '../events/life-events.ts'
import { type Need, type Standing, standingOf } from '../events/need.ts'
import { portalTexts } from '../texts.ts'

/** A service that can be applied for today. */
export interface OnlineService {
  readonly id: string
  readonly lifeEvent: string
  readonly title: string
  readonly text: string
  readonly href: string
}

export interface EventPageProps {
  readonly event: LifeEvent
  readonly services: readonly OnlineService[]
  /** Our offices by path. */
  readonly offices: ReadonlyMap<string, Unit>
}

/** Everything to see to around an event of life, in order: what is done here, what comes with it, and what is not ours. */
export function EventPage({ event, services, offices }: EventPageProps) {
  const { locale } = useFrame()
  const t = portalTexts(locale)
  const published = new Set(services.map((service) => service.id))
  const online = event.needs.filter((need) => ['online', 'covered'].includes(standingOf(need, published))).length
  const named = new Set(event.needs.map((need) => need.service))
  const more = services.filter((service) => service.lifeEvent === event.key && !named.has(service.id))
  return (
    <CitizenLayout title={event.title[locale]} lead={event.text[locale]} narrow>
      <p>{online > 0 ? t('event.lead-online', { online, all: event.needs.length }) : t('event.lead-none')}</p>
      <Section title={t('event.order')}>
        <ol class="rule-list">
          {event.needs.map((need, index) => (
            <li key={need.title.id}>
              <NeedRow need={need} number={index + 1} services={services} offices={offices} published={published} />
            </li>
          ))}
        </ol>
      </Section>
      {more.length > 0 && (
        <Section title={t('event.more')}>
          <LinkList items={more} headingLevel={3} />
        </Section>
      )}
      <p>
        <a href="/">{t('event.all-events')}</a> · <a href="/layanan">{t('event.all')}</a>
      </p>
    </CitizenLayout>
  )
}

const tones = { online: 'good', covered: 'good', office: 'soon', elsewhere: 'info' } as const

type NeedProps = Omit<EventPageProps, 'event'> & { need: Need; number: number; published: ReadonlySet<string> }

function NeedRow(props: NeedProps) {
  const { locale } = useFrame()
  const t = portalTexts(locale)
  const { need, number } = props
  const standing = standingOf(need, props.published)
  return (
    <>
      <h3 class="event-title">
        {number}. {need.title[locale]} <StatusTag tone={tones[standing]}>{t(`event.${standing}`)}</StatusTag>
      </h3>
      <p>{need.text[locale]}</p>
      <WhereTo {...props} standing={standing} />
    </>
  )
}

function WhereTo({ need, standing, services, offices }: NeedProps & { standing: Standing }) {
  const { locale } = useFrame()
  const t = portalTexts(locale)
  const service = services.find((each) => each.id === (standing === 'covered' ? need.coveredBy : need.service))
  if (standing === 'online' && service) {
    return (
      <p>
        <LinkButton href={service.href} small>
          {t('event.start')}
          <span class="sr-only">: {service.title}</span>
        </LinkButton>
      </p>
    )
  }
  if (standing === 'covered' && service) {
    return <p class="hint">{t('event.covered-by', { service: service.title.toLowerCase() })}</p>
  }
  if (standing === 'elsewhere' && need.elsewhere) {
    const { name, where, href } = need.elsewhere
    return (
      <p class="hint">
        {t('event.at', { name: name[locale], where: where[locale] })}.{' '}
        {href && (
          <a href={href} rel="external noopener">
            {t('event.website')}
            <span class="sr-only">: {name[locale]}</span>
          </a>
        )}
      </p>
    )
  }
  return <Office office={need.office ? offices.get(need.office) : undefined} />
}

function Office({ office }: { office: Unit | undefined }) {
  const { locale } = useFrame()
  const t = portalTexts(locale)
  if (!office) return <></>
  const parts = [
    t('event.go-to', { office: office.name }),
    office.address,
    office.phone && t('event.phone', { phone: office.phone }),
  ]
  return <p class="hint">{parts.filter(Boolean).join(', ')}.</p>
}
