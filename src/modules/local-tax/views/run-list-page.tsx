import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { FormPage, NumberField, Section, Select, StatusTag, type Tone } from '#ui/index.ts'
import { type RunState, runStates } from '../domain.ts'
import { localTaxPaths } from '../paths.ts'
import type { Run } from '../queries/runs.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import { errorsOf, type TaxPageProps } from './frame.tsx'
import { type AreaOption, type ListProps, TaxList } from './tax-list.tsx'

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

interface PageProps
  extends ListProps<{
    readonly q: string
    readonly tahun?: string | undefined
    readonly keadaan?: string | undefined
    readonly wilayah: string
  }> {
  readonly rows: readonly Run[]
  readonly years: readonly number[]
  readonly villages: readonly AreaOption[]
  readonly typed: Readonly<Record<string, string>>
  readonly error: AppError | undefined
}

export function RunListPage(props: PageProps) {
  const { locale, typed, query, villages } = props
  const t = assessmentTexts(locale)
  const errors = errorsOf(props.error, locale)
  const where = (run: Run) =>
    villages.find(({ value }) => value === run.villageCode)?.label ?? run.villageCode ?? t('village-all')
  return (
    <TaxList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={localTaxPaths.runs}
      searchLabel={t('runs.search')}
      selects={[
        {
          name: 'tahun',
          label: t('year'),
          value: query.tahun,
          options: props.years.map((year) => ({ value: String(year), label: String(year) })),
        },
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: runStates.map((value) => ({ value, label: t(`state.${value}`) })),
        },
        { name: 'wilayah', label: t('village'), value: query.wilayah, options: villages },
      ]}
      rowHref={(run) => localTaxPaths.run(run.id)}
      none={[t('none'), t('none-help')]}
      noMatch={[t('runs.no-match'), t('list.no-match-help')]}
      columns={[
        { key: 'year', label: t('year'), header: true, cell: (run) => String(run.year) },
        { key: 'where', label: t('village'), cell: where },
        { key: 'state', label: t('state'), cell: (run) => <RunTag state={run.state} locale={locale} /> },
        { key: 'count', label: t('assessed'), align: 'end', cell: (run) => formatNumber(run.assessed, locale) },
        { key: 'amount', label: t('amount'), align: 'end', cell: (run) => formatRupiah(run.amount) },
        {
          key: 'made',
          label: t('made-by'),
          cell: (run) => `${run.madeBy}, ${formatShort(run.madeAt, locale, props.zone)}`,
        },
      ]}
    >
      {isPermitted(props.actor, 'local-tax.assess') && (
        <Section title={t('start.title')} id="baru">
          <FormPage action={localTaxPaths.runs} errors={errors.list} submitLabel={t('start')}>
            <NumberField name="year" label={t('year')} value={typed['year']} error={errors.of('year')} maxLength={4} />
            <Select
              name="villageCode"
              label={t('village')}
              value={typed['villageCode']}
              error={errors.of('villageCode')}
              options={villages}
              empty={t('village-all')}
            />
          </FormPage>
        </Section>
      )}
    </TaxList>
  )
}
