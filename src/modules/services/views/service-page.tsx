import { formatDay } from '#kernel/i18n/format.ts'
import {
  CitizenLayout,
  Columns,
  LinkButton,
  Notice,
  PageHead,
  ProcedureSteps,
  RequirementList,
  Section,
  SummaryList,
  useFrame,
} from '#ui/index.ts'
import { optionSources } from '../extensions.ts'
import { fieldsOfPages } from '../form/kinds.ts'
import { lowerFirst } from '../form/lower-first.ts'
import { servicePaths } from '../paths.ts'
import { publicTexts } from '../texts/public-face.ts'
import { serviceTexts } from '../texts.ts'
import type { CostRow } from './cost-words.ts'
import { requirementsOf, stepsOf } from './requirements.ts'
import { MeasuredFacts, type MeasuredFactsProps } from './service-facts.tsx'

export interface ServicePageProps extends MeasuredFactsProps {
  readonly costs: readonly CostRow[]
  /** A fee that follows from the application can be tried beforehand. */
  readonly estimateAt: string | undefined
  /** No new applications are made any more. */
  readonly isClosed: boolean
  /** What registers already hold of the person who looks, when signed in. */
  readonly met?: ((known: string) => boolean) | undefined
}

/** Everything somebody wants to know before he applies, and everything the law wants published. */
export function ServicePage(props: ServicePageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const p = publicTexts(locale)
  const { service } = props
  const crumbs = [{ label: t('catalogue.title'), href: servicePaths.catalogue }, { label: service.title[locale] }]
  return (
    <CitizenLayout title={service.title[locale]} heading={false} description={service.summary[locale]}>
      <Columns aside={<MeasuredFacts {...props} />}>
        <PageHead
          title={service.title[locale]}
          lead={service.summary[locale]}
          breadcrumb={crumbs}
          actions={
            <>
              {!props.isClosed && <LinkButton href={servicePaths.start(service.slug)}>{t('service.start')}</LinkButton>}
              <LinkButton href={servicePaths.blankForm(service.slug)} variant="secondary" download>
                {t('service.blank-form')}
              </LinkButton>
            </>
          }
        />
        {props.isClosed && <Closed {...props} />}
        <Section title={t('service.needed')} id="persyaratan">
          <RequirementList items={requirementsOf(service, locale, props.met)} />
          <OpenLists service={service} />
        </Section>
        <Section title={t('service.who')} id="pemohon">
          <Eligibility {...props} />
        </Section>
        <Section title={t('service.steps')} id="urutan">
          <ProcedureSteps steps={stepsOf(service, locale)} />
          <p class="mt-4">
            <a href={servicePaths.procedure(service.slug)}>{t('service.procedure')}</a>
          </p>
          {service.quota && (
            <p class="mt-2">
              {p('quota.lead')} <a href={servicePaths.ranking(service.slug)}>{p('quota.ranking')}</a>
            </p>
          )}
        </Section>
        <Costs {...props} />
        <Section title={t('service.result')} id="hasil">
          <ul class="plain-list">
            {service.products.map((product) => (
              <li key={product.id}>{product[locale]}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('service.channels')} id="cara">
          <ul class="plain-list">
            {service.channels.map((channel) => (
              <li key={channel.id}>{channel[locale]}</li>
            ))}
          </ul>
        </Section>
      </Columns>
      <Standard {...props} />
    </CitizenLayout>
  )
}

/** Registers from which applicants choose, open to everybody before they begin. */
function OpenLists({ service }: Pick<ServicePageProps, 'service'>) {
  const { locale } = useFrame()
  const p = publicTexts(locale)
  const lists = fieldsOfPages(service.form.pages).flatMap(({ id, label, optionsFrom }) => {
    const source = optionsFrom === undefined ? undefined : optionSources.find(optionsFrom)
    return source ? [{ id, href: source.address, label: lowerFirst(label[locale]) }] : []
  })
  return (
    <>
      {lists.map(({ id, href, label }) => (
        <p key={id} class="mt-2">
          <a href={href}>{p('open-list', { what: label })}</a>
        </p>
      ))}
    </>
  )
}

function Closed({ service }: ServicePageProps) {
  const { locale } = useFrame()
  const p = publicTexts(locale)
  return (
    <Notice tone="soon" title={p('closed.title')}>
      {p('closed.text', { day: service.validTo ? formatDay(Temporal.PlainDate.from(service.validTo), locale) : '' })}
    </Notice>
  )
}

/** The rules of eligibility as they are said to those whom they refuse, with the article. */
function Eligibility({ service }: ServicePageProps) {
  const { locale } = useFrame()
  const p = publicTexts(locale)
  if (service.eligibility.length === 0) return <p>{p('who.none')}</p>
  return (
    <>
      <p class="mb-2">{p('who.lead')}</p>
      <ul class="plain-list">
        {service.eligibility.map((rule) => (
          <li key={rule.when}>
            {rule.refused[locale]} {rule.basis && <span class="hint">({rule.basis})</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Costs({ costs, estimateAt }: ServicePageProps) {
  const { locale } = useFrame()
  const p = publicTexts(locale)
  return (
    <Section title={p('cost.title')} id="biaya">
      {costs.every((cost) => cost.isFree) ? (
        <p>{p('cost.free')}</p>
      ) : (
        <ul class="rule-list">
          {costs.map((cost) => (
            <li key={cost.id}>
              <h3 class="event-title">{cost.label}</h3>
              <p>{cost.how}</p>
              <p class="hint">
                {p('cost.basis')}: {cost.basis}
              </p>
            </li>
          ))}
        </ul>
      )}
      {estimateAt && (
        <p class="btn-row mt-4">
          <LinkButton href={estimateAt} variant="secondary">
            {p('cost.estimate')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}

/**
 * The fourteen parts of a service standard, each with what the definition says.
 * @basis UU 25/2009 pasal 21; PermenPANRB 15/2014
 */
function Standard({ service, legalTimeText, costText }: ServicePageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const p = publicTexts(locale)
  const { standard } = service
  const own = (part: keyof NonNullable<typeof standard>) =>
    standard ? standard[part][locale] : <span class="hint">{p('standard.not-set')}</span>
  const above = (id: string, text: string) => <a href={`#${id}`}>{text}</a>
  const [first = '', ...others] = requirementsOf(service, locale, undefined).map((item) => item.title)
  return (
    <Section title={p('standard.title')} id="standar">
      <p class="mb-4">{p('standard.lead')}</p>
      <SummaryList
        rows={[
          { term: p('standard.a'), value: service.legalBasis.map((basis) => basis.citation).join('; ') },
          { term: p('standard.b'), value: above('persyaratan', [first, ...others].join('; ')) },
          {
            term: p('standard.c'),
            value: <a href={servicePaths.procedure(service.slug)}>{t('service.procedure')}</a>,
          },
          { term: p('standard.d'), value: legalTimeText },
          { term: p('standard.e'), value: above('biaya', costText) },
          { term: p('standard.f'), value: service.products.map((product) => product[locale]).join('; ') },
          { term: p('standard.g'), value: own('facilities') },
          { term: p('standard.h'), value: own('competence') },
          { term: p('standard.i'), value: own('supervision') },
          { term: p('standard.j'), value: service.complaints[locale] },
          { term: p('standard.k'), value: own('staff') },
          { term: p('standard.l'), value: own('guarantee') },
          { term: p('standard.m'), value: own('safety') },
          { term: p('standard.n'), value: own('evaluation') },
        ]}
      />
    </Section>
  )
}
