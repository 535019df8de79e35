import { formatNumber } from '#kernel/i18n/format.ts'
import { localTaxPaths } from '#modules/local-tax/paths.ts'
import { rulePaths } from '#modules/rules/paths.ts'
import { taxPaths } from '#modules/tax/paths.ts'
import { CitizenLayout, LifeEventList, LinkList, SearchBox, Section, Stats, useFrame } from '#ui/index.ts'
import { lifeEvents } from '../events/life-events.ts'
import { portalPaths } from '../paths.ts'
import { portalTexts } from '../texts.ts'

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

export function GovernmentPage() {
  const { locale, region } = useFrame()
  const t = portalTexts(locale)
  return (
    <CitizenLayout title={region.name} lead={t('government.lead')} narrow>
      <LinkList
        headingLevel={2}
        items={[
          { title: t('government.services'), href: '/layanan', text: t('government.services-text') },
          { title: t('government.offices'), href: '/kantor', text: t('government.offices-text') },
          { title: t('government.rules'), href: rulePaths.law, text: t('government.rules-text') },
          { title: t('government.land-tax'), href: localTaxPaths.check, text: t('government.land-tax-text') },
          { title: t('government.taxes'), href: taxPaths.all, text: t('government.taxes-text') },
          { title: t('government.days'), href: rulePaths.calendar, text: t('government.days-text') },
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
