import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { AreaChart, type ChartProps } from './chart.tsx'
import { SummaryList, type SummaryRow } from './summary-list.tsx'

export type ServiceFactsProps = {
  cost: ComponentChildren
  legalTime?: ComponentChildren
  measuredTime?: ComponentChildren
  promisesKept?: ComponentChildren
  satisfaction?: ComponentChildren
  countThisMonth?: ComponentChildren
  /** More rows, for example validity. */
  more?: readonly SummaryRow[] | undefined
  trend?: (ChartProps & { startText?: string | undefined; endText?: string | undefined }) | undefined
}

/** The measured promise beside the legal one. What is not known is left out. */
export function ServiceFacts(props: ServiceFactsProps) {
  const t = useTexts()
  const rows: SummaryRow[] = [
    { term: t('facts-cost'), value: props.cost },
    { term: t('facts-time'), value: props.legalTime },
    { term: t('facts-measured'), value: props.measuredTime },
    { term: t('facts-kept'), value: props.promisesKept },
    { term: t('facts-satisfaction'), value: props.satisfaction },
    { term: t('facts-count'), value: props.countThisMonth },
    ...(props.more ?? []),
  ].filter((row) => row.value !== undefined && row.value !== null && row.value !== '')
  return (
    <div class="facts">
      <SummaryList rows={rows} facts />
      {props.trend && <AreaChart {...props.trend} titleHidden />}
    </div>
  )
}
