import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { EmptyState, FormPage, NumberField, Section, Select, StatusTag, Table, type Tone } from '#ui/index.ts'
import type { RunState } from '../domain.ts'
import { localTaxPaths } from '../paths.ts'
import type { Run } from '../queries/runs.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import { errorsOf, TaxFrame, type TaxPageProps } from './frame.tsx'
import type { AreaOption } from './taxpayer-list-page.tsx'

const tones: Readonly<Record<RunState, Tone>> = {
  drafting: 'info',
  drafted: 'soon',
  submitted: 'soon',
  issuing: 'info',
  issued: 'good',
  discarding: 'info',
  discarded: 'neutral',
}

export function RunTag({ state, locale }: { state: RunState; locale: TaxPageProps['locale'] }) {
  return <StatusTag tone={tones[state]}>{assessmentTexts(locale)(`state.${state}`)}</StatusTag>
}

interface ListProps extends TaxPageProps {
  readonly runs: readonly Run[]
  readonly villages: readonly AreaOption[]
  readonly typed: Readonly<Record<string, string>>
  readonly error: AppError | undefined
}

export function RunListPage(props: ListProps) {
  const { locale, typed } = props
  const t = assessmentTexts(locale)
  const errors = errorsOf(props.error, locale)
  return (
    <TaxFrame {...props} title={t('title')} lead={t('lead')}>
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={props.runs}
        rowKey={(run) => run.id}
        rowHref={(run) => localTaxPaths.run(run.id)}
        empty={
          <EmptyState title={t('none')} icon="search">
            {t('none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'year', label: t('year'), header: true, cell: (run) => String(run.year) },
          {
            key: 'where',
            label: t('village'),
            cell: (run) =>
              props.villages.find(({ value }) => value === run.villageCode)?.label ??
              run.villageCode ??
              t('village-all'),
          },
          { key: 'state', label: t('state'), cell: (run) => <RunTag state={run.state} locale={locale} /> },
          { key: 'count', label: t('assessed'), align: 'end', cell: (run) => formatNumber(run.assessed, locale) },
          { key: 'amount', label: t('amount'), align: 'end', cell: (run) => formatRupiah(run.amount) },
          {
            key: 'made',
            label: t('made-by'),
            cell: (run) => `${run.madeBy}, ${formatShort(run.madeAt, locale, props.zone)}`,
          },
        ]}
      />
      {isPermitted(props.actor, 'local-tax.assess') && (
        <Section title={t('start.title')} id="baru">
          <FormPage action={localTaxPaths.runs} errors={errors.list} submitLabel={t('start')}>
            <NumberField name="year" label={t('year')} value={typed['year']} error={errors.of('year')} maxLength={4} />
            <Select
              name="villageCode"
              label={t('village')}
              value={typed['villageCode']}
              error={errors.of('villageCode')}
              options={props.villages}
              empty={t('village-all')}
            />
          </FormPage>
        </Section>
      )}
    </TaxFrame>
  )
}
