import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { ErrorSummary, Section } from '#ui/index.ts'
import { assessmentStates, taxes, taxNames } from '../claims.ts'
import { localTaxPaths } from '../paths.ts'
import type { Assessment } from '../queries/assessments.ts'
import { claimTexts } from '../texts/claims.ts'
import { collectingTexts } from '../texts/collecting.ts'
import { ClaimTag, claimTitle } from './claim-words.tsx'
import { errorsOf } from './frame.tsx'
import { ProposeForm, pickColumn, pickedForm } from './propose-form.tsx'
import { type AreaOption, type ListProps, TaxList } from './tax-list.tsx'

interface PageProps
  extends ListProps<{
    readonly q: string
    readonly pajak?: string | undefined
    readonly keadaan?: string | undefined
    readonly tahun?: string | undefined
    readonly wilayah: string
  }> {
  readonly rows: readonly Assessment[]
  readonly areas: readonly AreaOption[]
  readonly today: Temporal.PlainDate
  readonly typed: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
  readonly error: AppError | undefined
}

/** A draft of its own; those of a yearly assessment are approved with it. */
const isProposable = (row: Assessment) => row.state === 'draft' && row.runId === undefined

/** Tax years of the last decade, the latest first. */
export const yearOptions = (today: Temporal.PlainDate) =>
  Array.from({ length: 11 }, (_, back) => String(today.year + 1 - back)).map((year) => ({ value: year, label: year }))

export const taxOptions = (locale: PageProps['locale']) =>
  taxes.map((value) => ({ value, label: taxNames[value][locale] }))

export function AssessmentListPage(props: PageProps) {
  const { locale, query } = props
  const t = claimTexts(locale)
  const errors = errorsOf(props.error, locale)
  const drafts = props.rows.filter(isProposable)
  const mayPropose = drafts.length > 0 && isPermitted(props.actor, 'local-tax.assess')
  return (
    <TaxList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={localTaxPaths.assessments}
      searchLabel={t('search')}
      selects={[
        { name: 'pajak', label: t('tax'), value: query.pajak, options: taxOptions(locale) },
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: assessmentStates.map((value) => ({ value, label: t(`state.${value}`) })),
        },
        { name: 'tahun', label: t('year'), value: query.tahun, options: yearOptions(props.today) },
        { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
      ]}
      before={<ErrorSummary errors={errors.list} />}
      rowHref={(row) => localTaxPaths.assessment(row.id)}
      none={[t('none'), t('none-help')]}
      noMatch={[t('no-match'), t('no-match-help')]}
      columns={[
        { key: 'number', label: t('number'), header: true, cell: (row) => row.number },
        { key: 'what', label: t('kind'), cell: (row) => claimTitle(row, locale) },
        { key: 'owner', label: t('owner'), cell: (row) => row.ownerName },
        { key: 'amount', label: t('amount'), align: 'end', cell: (row) => formatRupiah(row.amount) },
        { key: 'owed', label: t('owed'), align: 'end', cell: (row) => (row.owed > 0n ? formatRupiah(row.owed) : '–') },
        { key: 'due', label: t('due-on'), cell: (row) => formatDay(row.dueOn, locale) },
        { key: 'state', label: t('state'), cell: (row) => <ClaimTag state={row.state} locale={locale} /> },
        ...(mayPropose ? [pickColumn({ locale, chosen: props.chosen, isOffered: isProposable })] : []),
      ]}
    >
      {mayPropose && (
        <Section title={collectingTexts(locale)('propose-issue')} id="usulan">
          <p class="hint">{collectingTexts(locale)('propose-lead')}</p>
          <ProposeForm
            id={pickedForm}
            action={localTaxPaths.assessments}
            kinds={['assessment']}
            typed={props.typed}
            errorOf={(name) => errors.of(name)}
            locale={locale}
          >
            {Object.entries(query).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value ?? ''} />
            ))}
          </ProposeForm>
        </Section>
      )}
    </TaxList>
  )
}
