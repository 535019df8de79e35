import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatDay, formatNumber } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { BarChart, ErrorSummary, Radios, Section } from '#ui/index.ts'
import { arrearStates, type ProposalKind } from '../claims.ts'
import { mostInProposal } from '../commands/propose.ts'
import { localTaxPaths } from '../paths.ts'
import { type ArrearSum, arrearAgeNames } from '../queries/arrears.ts'
import type { Assessment } from '../queries/assessments.ts'
import { claimTexts } from '../texts/claims.ts'
import { collectingTexts } from '../texts/collecting.ts'
import { taxOptions } from './assessment-list-page.tsx'
import { ClaimTag, claimTitle } from './claim-words.tsx'
import { errorsOf } from './frame.tsx'
import { ProposeForm, pickColumn, pickedForm } from './propose-form.tsx'
import { type AreaOption, type ListProps, TaxList } from './tax-list.tsx'

interface PageProps
  extends ListProps<{
    readonly q: string
    readonly pajak?: string | undefined
    readonly tahap?: string | undefined
    readonly lama?: string | undefined
    readonly wilayah: string
  }> {
  readonly rows: readonly Assessment[]
  readonly sums: readonly ArrearSum[]
  readonly areas: readonly AreaOption[]
  readonly typed: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
  readonly error: AppError | undefined
}

const collecting: readonly ProposalKind[] = ['stpd', 'warning', 'seizure', 'write-off']

export function ArrearsPage(props: PageProps) {
  const { locale, query, rows, actor } = props
  const t = collectingTexts(locale)
  const c = claimTexts(locale)
  const errors = errorsOf(props.error, locale)
  const mayPropose = isPermitted(actor, 'local-tax.assess') && rows.length > 0
  return (
    <TaxList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={localTaxPaths.arrears}
      searchLabel={t('search')}
      selects={[
        { name: 'pajak', label: t('tax'), value: query.pajak, options: taxOptions(locale) },
        {
          name: 'tahap',
          label: t('state'),
          value: query.tahap,
          options: arrearStates.map((value) => ({ value, label: c(`state.${value}`) })),
        },
        {
          name: 'lama',
          label: t('age'),
          value: query.lama,
          options: arrearAgeNames.map((value) => ({ value, label: t(`age.${value}`) })),
        },
        { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
      ]}
      before={
        <>
          <ErrorSummary errors={errors.list} />
          <Sums {...props} />
        </>
      }
      rowHref={(row) => localTaxPaths.assessment(row.id)}
      none={[t('none'), t('none-help')]}
      noMatch={[t('no-match'), t('no-match-help')]}
      columns={[
        { key: 'number', label: c('number'), header: true, cell: (row) => row.number },
        { key: 'what', label: c('kind'), cell: (row) => claimTitle(row, locale) },
        { key: 'owner', label: t('owner'), cell: (row) => row.ownerName },
        { key: 'owed', label: t('owed'), align: 'end', cell: (row) => formatRupiah(row.owed) },
        { key: 'due', label: t('due-on'), cell: (row) => formatDay(row.dueOn, locale) },
        { key: 'state', label: t('state'), cell: (row) => <ClaimTag state={row.state} locale={locale} /> },
        ...(mayPropose ? [pickColumn({ locale, chosen: props.chosen })] : []),
      ]}
    >
      {mayPropose && (
        <Section title={t('propose')} id="usulan">
          <p class="hint">{t('propose-lead')}</p>
          <ProposeForm
            id={pickedForm}
            action={localTaxPaths.arrears}
            kinds={collecting}
            typed={props.typed}
            errorOf={errors.of}
            locale={locale}
          >
            {Object.entries(query).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value ?? ''} />
            ))}
            <Radios
              name="which"
              label={t('which')}
              value={props.typed['which'] ?? 'chosen'}
              error={errors.of('assessmentIds')}
              options={[
                { value: 'chosen', label: t('which.chosen') },
                { value: 'all', label: t('which.all', { most: formatNumber(mostInProposal, locale) }) },
              ]}
            />
          </ProposeForm>
        </Section>
      )}
    </TaxList>
  )
}

function Sums({ sums, locale }: PageProps) {
  const t = collectingTexts(locale)
  const c = claimTexts(locale)
  if (sums.every((sum) => sum.count === 0)) return null
  return (
    <BarChart
      title={t('sums')}
      points={sums.map((sum) => ({
        label: c(`state.${sum.state}`),
        value: Number(sum.owed / 100n),
        text: t('sum', { count: formatNumber(sum.count, locale), amount: formatRupiah(sum.owed) }),
        tone: 'late' as const,
      }))}
    />
  )
}
