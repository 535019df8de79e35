import { formatNumber } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { ColumnChart, LinkList, Section, Stats } from '#ui/index.ts'
import { localTaxPaths } from '../paths.ts'
import type { ArrearSum } from '../queries/arrears.ts'
import type { Proposal } from '../queries/proposals.ts'
import { againstTargets, type MonthRealized, type TaxRealized } from '../queries/realization.ts'
import type { WaitingRun } from '../queries/waiting.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import { collectingTexts } from '../texts/collecting.ts'
import { homeTexts } from '../texts/home.ts'
import { TaxFrame, type TaxPageProps } from './frame.tsx'
import { monthColumns, percentOf, shortRupiah } from './realization-page.tsx'

interface PageProps extends TaxPageProps {
  readonly today: Temporal.PlainDate
  readonly sums: readonly ArrearSum[]
  readonly byTax: readonly TaxRealized[]
  readonly byMonth: readonly MonthRealized[]
  readonly proposals: readonly Proposal[]
  readonly runs: readonly WaitingRun[]
  readonly drafts: number
}

/** Where an officer of regional taxes begins: what waits, what is overdue, what came in. */
export function HomePage(props: PageProps) {
  const { locale, today, sums, byTax, byMonth } = props
  const t = homeTexts(locale)
  const year = String(today.year)
  const count = sums.reduce((all, sum) => all + sum.count, 0)
  const owed = sums.reduce((all, sum) => all + sum.owed, 0n)
  const received = byTax.reduce((all, row) => all + row.received, 0n)
  const { target, received: meant } = againstTargets(byTax)
  const month = byMonth[today.month - 1]?.received ?? 0n
  return (
    <TaxFrame {...props} title={t('title')} lead={t('lead')}>
      <Stats
        label={t('title')}
        items={[
          {
            value: shortRupiah(owed, locale),
            text: count > 0 ? t('arrears', { count: formatNumber(count, locale) }) : t('arrears-none'),
            href: localTaxPaths.arrears,
          },
          { value: shortRupiah(month, locale), text: `${t('month')} (${formatRupiah(month)})` },
          {
            value: shortRupiah(received, locale),
            text: `${t('year', { year })} (${formatRupiah(received)})`,
            href: localTaxPaths.realization,
          },
          ...(target > 0n
            ? [
                {
                  value: percentOf(meant, target, locale),
                  text: t('share', { year, target: formatRupiah(target) }),
                },
              ]
            : []),
        ]}
      />
      <Waiting {...props} />
      <Section title={t('trend', { year })} id="tren">
        <ColumnChart title={t('trend', { year })} titleHidden points={monthColumns(byMonth, locale)} />
      </Section>
    </TaxFrame>
  )
}

function Waiting({ proposals, runs, drafts, locale }: PageProps) {
  const t = homeTexts(locale)
  const items = [
    ...runs.map((run) => ({
      title: t('run', { year: String(run.year) }),
      href: localTaxPaths.run(run.id),
      text: assessmentTexts(locale)(`state.${run.state}`),
    })),
    ...proposals.map((proposal) => ({
      title: t('proposal', {
        kind: collectingTexts(locale)(`kind.${proposal.kind}`),
        count: formatNumber(proposal.total, locale),
      }),
      href: localTaxPaths.proposal(proposal.id),
      text: `${formatRupiah(proposal.amount)}. ${proposal.ground}`,
    })),
    ...(drafts > 0
      ? [
          {
            title: t('drafts'),
            href: `${localTaxPaths.assessments}?keadaan=draft`,
            text: t('drafts-text', { count: formatNumber(drafts, locale) }),
          },
        ]
      : []),
  ]
  return (
    <Section title={t('waiting')} id="menunggu">
      {items.length === 0 ? <p class="hint">{t('waiting-none')}</p> : <LinkList headingLevel={3} items={items} />}
    </Section>
  )
}
