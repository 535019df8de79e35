import { formatDay, formatDayWithName, formatNumber } from '#kernel/i18n/format.ts'
import { formatRupiah, rupiah } from '#kernel/money/money.ts'
import type { Unit } from '#modules/organization/index.ts'
import type { Holiday, Rule } from '#modules/rules/index.ts'
import {
  CitizenLayout,
  LifeEventList,
  LinkList,
  Notice,
  SearchBox,
  Section,
  Stats,
  StatusTag,
  SummaryList,
  Table,
  useFrame,
} from '#ui/index.ts'
import { type LifeEvent, lifeEvents } from './life-events.ts'
import { portalPaths } from './paths.ts'
import { portalTexts } from './texts.ts'

export interface StartPageProps {
  readonly serviceCount: number
  readonly finishedThisWeek: number
  readonly keptShare: number | undefined
}

export function StartPage(props: StartPageProps) {
  const { locale } = useFrame()
  const t = portalTexts(locale)
  return (
    <CitizenLayout
      title={t('start.title')}
      description={t('start.question')}
      hero={
        <>
          <h1>{t('start.question')}</h1>
          <SearchBox look="hero" placeholder={t('start.placeholder')} label={t('start.question')} />
          <p>
            {t('start.sent')} <a href="/lacak">{t('start.track')}</a> {t('start.without')}
          </p>
        </>
      }
    >
      <Section title={t('start.events')}>
        <LifeEventList
          events={lifeEvents.map((event) => ({
            title: event.title[locale],
            text: event.text[locale],
            icon: event.icon,
            href: portalPaths.event(event.slug),
          }))}
          headingLevel={3}
        />
      </Section>
      <Stats
        rule
        label={t('start.figures')}
        items={[
          { value: formatNumber(props.finishedThisWeek, locale), text: t('start.finished') },
          ...(props.keptShare === undefined
            ? []
            : [{ value: `${formatNumber(props.keptShare * 100, locale, 1)}%`, text: t('start.kept') }]),
          { value: formatNumber(props.serviceCount, locale), text: t('start.services'), href: '/layanan' },
        ]}
      />
    </CitizenLayout>
  )
}

export interface ListedService {
  readonly title: string
  readonly href: string
  readonly text: string
}

export function EventPage(props: { event: LifeEvent; services: readonly ListedService[]; office: Unit | undefined }) {
  const { locale } = useFrame()
  const t = portalTexts(locale)
  const { event, services, office } = props
  const officeRows = office
    ? [
        { term: t('event.office'), value: office.name },
        ...(office.address ? [{ term: t('event.address'), value: office.address }] : []),
        ...(office.phone ? [{ term: t('event.phone'), value: office.phone }] : []),
      ]
    : []
  return (
    <CitizenLayout title={event.title[locale]} lead={event.text[locale]} narrow>
      {services.length > 0 ? (
        <Section title={t('event.services')}>
          <LinkList items={services} headingLevel={3} />
        </Section>
      ) : (
        <Notice tone="info" title={t('event.none')}>
          {t('event.none-help')}
        </Notice>
      )}
      {officeRows.length > 0 && <SummaryList rows={officeRows} />}
      <p>
        <a href="/layanan">{t('event.all')}</a>
      </p>
    </CitizenLayout>
  )
}

export function GovernmentPage(props: { year: number }) {
  const { locale, region } = useFrame()
  const t = portalTexts(locale)
  return (
    <CitizenLayout title={region.name} lead={t('government.lead')} narrow>
      <LinkList
        headingLevel={2}
        items={[
          { title: t('government.services'), href: '/layanan', text: t('government.services-text') },
          { title: t('government.offices'), href: '/kantor', text: t('government.offices-text') },
          { title: t('government.rules'), href: portalPaths.rules, text: t('government.rules-text') },
          { title: t('government.days'), href: portalPaths.holidays(props.year), text: t('government.days-text') },
        ]}
      />
    </CitizenLayout>
  )
}

export function AccessibilityPage() {
  const t = portalTexts(useFrame().locale)
  return (
    <CitizenLayout title={t('access.title')} lead={t('access.lead')} narrow>
      <ul class="plain-list">
        <li>{t('access.1')}</li>
        <li>{t('access.2')}</li>
        <li>{t('access.3')}</li>
        <li>{t('access.4')}</li>
      </ul>
    </CitizenLayout>
  )
}

const tones = { verified: 'good', unverified: 'soon', disputed: 'late' } as const

export function RulesPage(props: { rules: readonly Rule[] }) {
  const { locale } = useFrame()
  const t = portalTexts(locale)
  return (
    <CitizenLayout title={t('rules.title')} lead={t('rules.lead')}>
      <Table
        caption={t('rules.title')}
        captionHidden
        rows={props.rules}
        rowKey={(rule) => rule.id}
        columns={[
          { key: 'rule', label: t('rules.rule'), header: true, cell: (rule) => rule.title[locale] },
          { key: 'value', label: t('rules.value'), cell: (rule) => valueText(rule, t) },
          { key: 'citation', label: t('rules.citation'), cell: (rule) => rule.citation },
          {
            key: 'since',
            label: t('rules.since'),
            cell: (rule) => formatDay(Temporal.PlainDate.from(rule.validFrom), locale),
          },
          {
            key: 'status',
            label: t('rules.status'),
            cell: (rule) => <StatusTag tone={tones[rule.status]}>{t(`rules.${rule.status}`)}</StatusTag>,
          },
        ]}
      />
    </CitizenLayout>
  )
}

function valueText(rule: Rule, t: ReturnType<typeof portalTexts>): string {
  if (rule.unit === 'rupiah' && typeof rule.value === 'number') return formatRupiah(rupiah(rule.value))
  if (rule.unit === 'text') return String(rule.value)
  return t(`unit.${rule.unit as 'year'}`, { n: String(rule.value) })
}

export function HolidaysPage(props: { year: number; years: readonly number[]; holidays: readonly Holiday[] }) {
  const { locale } = useFrame()
  const t = portalTexts(locale)
  return (
    <CitizenLayout title={t('days.title', { year: props.year })} lead={t('days.lead')}>
      <nav aria-label={t('days.years')}>
        <ul class="inline-list">
          {props.years.map((year) => (
            <li key={year}>
              <a href={portalPaths.holidays(year)} aria-current={year === props.year ? 'page' : undefined}>
                {year}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Table
        caption={t('days.title', { year: props.year })}
        captionHidden
        rows={props.holidays}
        rowKey={(holiday) => `${holiday.day}${holiday.kind}`}
        columns={[
          {
            key: 'day',
            label: t('days.day'),
            header: true,
            cell: (holiday) => formatDayWithName(Temporal.PlainDate.from(holiday.day), locale),
          },
          { key: 'name', label: t('days.name'), cell: (holiday) => holiday.name[locale] },
          { key: 'kind', label: t('days.kind'), cell: (holiday) => t(`days.${holiday.kind}`) },
          {
            key: 'source',
            label: t('days.source'),
            cell: (holiday) => (
              <>
                {holiday.citation}{' '}
                {holiday.status !== 'verified' && <StatusTag tone="soon">{t('rules.unverified')}</StatusTag>}
              </>
            ),
          },
        ]}
      />
    </CitizenLayout>
  )
}
