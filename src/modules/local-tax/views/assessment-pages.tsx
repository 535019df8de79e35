import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { formatRupiah, senFromNumeric } from '#kernel/money/money.ts'
import type { Result } from '#modules/tax/index.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  CursorPagination,
  DateField,
  type DateParts,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  FilterBar,
  LinkButton,
  Notice,
  PlainLayout,
  PrintLayout,
  Section,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  TextField,
  withQuery,
} from '#ui/index.ts'
import { type AssessmentState, assessmentStates } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { Assessment } from '../queries/assessments.ts'
import type { HistoryEntry } from '../queries/history.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import { objectTexts } from '../texts/objects.ts'
import { errorsOf, History, TaxFrame, type TaxPageProps } from './frame.tsx'
import { squareMetres } from './object-pages.tsx'
import type { AreaOption } from './taxpayer-list-page.tsx'
import { WorkingPart } from './working-part.tsx'

const tones = { draft: 'soon', issued: 'info', delivered: 'good', cancelled: 'neutral' } as const

function NoticeTag({ state, locale }: { state: AssessmentState; locale: TaxPageProps['locale'] }) {
  return <StatusTag tone={tones[state]}>{assessmentTexts(locale)(`notice.${state}`)}</StatusTag>
}

interface ListProps extends TaxPageProps {
  readonly rows: readonly Assessment[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly areas: readonly AreaOption[]
  readonly query: { readonly q: string; readonly keadaan?: string | undefined; readonly wilayah: string }
}

export function AssessmentListPage(props: ListProps) {
  const { locale, query } = props
  const t = assessmentTexts(locale)
  const path = localTaxPaths.assessments
  const isFiltered = Boolean(query.q || query.keadaan || query.wilayah)
  return (
    <TaxFrame {...props} title={t('notices.title')} lead={t('notices.lead')}>
      <FilterBar
        action={path}
        search={{ name: 'q', value: query.q, label: t('notices.search') }}
        selects={[
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: assessmentStates.map((value) => ({ value, label: t(`notice.${value}`) })),
          },
          { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
        ]}
        clearHref={path}
      />
      <Table
        caption={t('notices.title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => localTaxPaths.assessment(row.id)}
        empty={
          <EmptyState title={t(isFiltered ? 'notices.no-match' : 'notices.none')} icon="search">
            {t(isFiltered ? 'notices.no-match-help' : 'notices.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'nop', label: t('nop'), header: true, cell: (row) => formatNop(row.code) },
          { key: 'year', label: t('year'), cell: (row) => String(row.year) },
          { key: 'owner', label: t('owner'), cell: (row) => row.ownerName },
          { key: 'amount', label: t('amount'), align: 'end', cell: (row) => formatRupiah(row.amount) },
          { key: 'due', label: t('due-on'), cell: (row) => formatDay(row.dueOn, locale) },
          { key: 'state', label: t('state'), cell: (row) => <NoticeTag state={row.state} locale={locale} /> },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
      />
      <div class="btn-row">
        <ExportLinks path={path} query={query} />
      </div>
    </TaxFrame>
  )
}

export interface AssessmentPageProps extends TaxPageProps {
  readonly one: Assessment
  readonly history: readonly HistoryEntry[]
  /** Absent when the law known today would give another amount. */
  readonly steps: Result['steps'] | undefined
  readonly typed: Readonly<Record<string, string>>
  readonly deliveredOn: string | DateParts | undefined
  readonly error: AppError | undefined
}

function basisRows({ basis, code, objectAddress, year }: Assessment, locale: TaxPageProps['locale']) {
  const t = assessmentTexts(locale)
  const o = objectTexts(locale)
  return [
    { term: t('nop'), value: formatNop(code) },
    { term: t('year'), value: String(year) },
    { term: t('object-at'), value: objectAddress },
    {
      term: o('land-area'),
      value: `${squareMetres(basis.landArea, locale)} × ${formatRupiah(BigInt(basis.landPrice) * 100n)}`,
    },
    {
      term: o('building-area'),
      value: `${squareMetres(basis.buildingArea, locale)} × ${formatRupiah(BigInt(basis.buildingPrice) * 100n)}`,
    },
    { term: o('value'), value: formatRupiah(senFromNumeric(basis.value)) },
    { term: t('untaxed'), value: t(basis.hasUntaxed ? 'untaxed-yes' : 'untaxed-no') },
    ...basis.lines.map((line) => ({ term: line.label[locale], value: formatRupiah(senFromNumeric(line.amount)) })),
  ]
}

export function AssessmentPage(props: AssessmentPageProps) {
  const { locale, one } = props
  const t = assessmentTexts(locale)
  const errors = errorsOf(props.error, locale)
  return (
    <TaxFrame
      {...props}
      title={`SPPT ${one.year}, ${formatRupiah(one.amount)}`}
      lead={
        <>
          <NoticeTag state={one.state} locale={locale} />{' '}
          <a href={localTaxPaths.taxpayer(one.taxpayerId)}>{one.ownerName}</a>
        </>
      }
      crumbs={[
        { label: t('notices.title'), href: localTaxPaths.assessments },
        { label: formatNop(one.code), href: localTaxPaths.object(one.objectId) },
      ]}
      actions={
        <LinkButton href={localTaxPaths.sheet(one.id)} variant="secondary" icon="printer">
          {t('print')}
        </LinkButton>
      }
    >
      <ErrorSummary errors={errors.list} />
      <Columns aside={<Acts {...props} errorOf={errors.of} />}>
        <Section title={t('facts')} id="perihal">
          <SummaryList
            dense
            rows={[
              ...basisRows(one, locale),
              ...(one.lastYear === undefined ? [] : [{ term: t('before'), value: formatRupiah(one.lastYear) }]),
              ...(one.issuedOn ? [{ term: t('issued-on'), value: formatDay(one.issuedOn, locale) }] : []),
              { term: t('due-on'), value: formatDay(one.dueOn, locale) },
              ...(one.deliveredOn
                ? [
                    { term: t('delivered-on'), value: formatDay(one.deliveredOn, locale) },
                    { term: t('delivered-to'), value: one.deliveredTo ?? '–' },
                  ]
                : []),
              ...(one.cancelReason ? [{ term: t('cancel-reason'), value: one.cancelReason }] : []),
            ]}
          />
        </Section>
        {props.steps && <WorkingPart steps={props.steps} locale={locale} />}
        <History {...props} entries={props.history} />
      </Columns>
    </TaxFrame>
  )
}

function Acts(props: AssessmentPageProps & { errorOf: (name: string) => string | undefined }) {
  const { one, locale, actor, errorOf, typed } = props
  const t = assessmentTexts(locale)
  const isStanding = one.state === 'issued' || one.state === 'delivered'
  return (
    <>
      {one.state === 'issued' && isPermitted(actor, 'local-tax.assess') && (
        <Section title={t('deliver')} id="sampaikan">
          <form method="post" action={localTaxPaths.assessmentAct(one.id, 'sampaikan')} novalidate>
            <CsrfField />
            <DateField
              name="deliveredOn"
              label={t('delivered-on')}
              value={props.deliveredOn}
              error={errorOf('deliveredOn')}
            />
            <TextField
              name="deliveredTo"
              label={t('delivered-to')}
              value={typed['deliveredTo']}
              error={errorOf('deliveredTo')}
              maxLength={150}
              autocomplete="off"
            />
            <ButtonRow>
              <Button variant="secondary">{t('deliver')}</Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      {isStanding && isPermitted(actor, 'local-tax.approve') && (
        <Section title={t('cancel')} id="batalkan">
          <form method="post" action={localTaxPaths.assessmentAct(one.id, 'batalkan')} novalidate>
            <CsrfField />
            <TextArea
              name="reason"
              label={t('act.reason')}
              rows={3}
              maxLength={500}
              value={typed['reason']}
              error={errorOf('reason')}
            />
            <ButtonRow>
              <Button variant="danger">{t('cancel')}</Button>
            </ButtonRow>
          </form>
        </Section>
      )}
    </>
  )
}

/** The notice as it is printed from the browser. */
export function AssessmentSheet(props: {
  readonly one: Assessment
  readonly steps: Result['steps'] | undefined
  readonly locale: TaxPageProps['locale']
  readonly unit: string | undefined
}) {
  const { one, steps, locale, unit } = props
  const t = assessmentTexts(locale)
  return (
    <PlainLayout title={t('sheet.title')} heading={false}>
      <PrintLayout unit={unit} title={t('sheet.title')} number={formatNop(one.code)}>
        {one.state === 'draft' && <Notice tone="soon">{t('sheet.draft')}</Notice>}
        {one.state === 'cancelled' && <Notice tone="late">{t('sheet.cancelled')}</Notice>}
        <SummaryList
          dense
          rows={[
            { term: t('owner'), value: `${one.ownerName} (${one.npwpd})` },
            { term: t('owner-at'), value: one.ownerAddress },
            ...basisRows(one, locale),
            { term: t('total'), value: <b>{formatRupiah(one.amount)}</b> },
            { term: t('due-on'), value: formatDay(one.dueOn, locale) },
          ]}
        />
        {steps && <WorkingPart steps={steps} locale={locale} />}
      </PrintLayout>
    </PlainLayout>
  )
}
