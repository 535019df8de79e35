import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatMonth } from '#kernel/i18n/format.ts'
import { formatRupiah, type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { billingPaths } from '#modules/billing/paths.ts'
import { type Assessment, taxNames, WorkingPart } from '#modules/local-tax/index.ts'
import { localTaxPaths } from '#modules/local-tax/paths.ts'
import type { Result } from '#modules/tax/index.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  LinkButton,
  LinkList,
  Notice,
  Section,
  SummaryList,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { type Declaration, may } from '../domain.ts'
import { taxReturnPaths } from '../paths.ts'
import type { Paper, Version } from '../queries/parts.ts'
import type { TaxReturn } from '../queries/returns.ts'
import { ownTexts } from '../texts/own.ts'
import { StateTag, serviceOptions, shownState, titleOf, VersionPart } from './return-words.tsx'

interface ReturnProps {
  readonly one: TaxReturn
  readonly versions: readonly Version[]
  readonly papers: readonly Paper[]
  readonly claim: Assessment | undefined
  /** On its bill today, with interest. */
  readonly toPay: Sen
  readonly today: Temporal.PlainDate
  readonly notice: string | undefined
  readonly zone: Zone
}

/** A return of one's own after it was filed: what is to be paid, what was reported, its receipts. */
export function OwnReturnPage({ one, versions, papers, claim, toPay, today, notice, zone }: ReturnProps) {
  const { locale } = useFrame()
  const t = ownTexts(locale)
  return (
    <CitizenLayout
      title={titleOf(one, locale)}
      lead={<StateTag state={shownState(one, today)} locale={locale} />}
      breadcrumb={[{ label: t('title'), href: taxReturnPaths.own }, { label: titleOf(one, locale) }]}
      narrow
      private
    >
      {notice && (
        <Notice tone="good" announce>
          {notice}
        </Notice>
      )}
      {one.state === 'examining' && <Notice tone="soon">{t('examining')}</Notice>}
      {one.state === 'assessed' && <Notice tone="info">{t('assessed')}</Notice>}
      {one.endReason && <Notice>{t('void-note', { reason: one.endReason })}</Notice>}
      {claim?.billId && toPay > 0n && (
        <Section title={t('claim')}>
          <p>{t('pay-until', { day: formatDay(claim.dueOn, locale) })}</p>
          <ButtonRow>
            <LinkButton href={billingPaths.ownBill(claim.billId)}>
              {t('pay', { amount: formatRupiah(toPay) })}
            </LinkButton>
          </ButtonRow>
        </Section>
      )}
      <SummaryList
        dense
        rows={[
          { term: t('tax'), value: taxNames[one.tax][locale] },
          { term: t('object'), value: `${one.objectName}, ${one.objectAddress}` },
          { term: t('month'), value: formatMonth(one.month, locale) },
          { term: t('file-due'), value: formatDay(one.fileDueOn, locale) },
          { term: t('pay-due'), value: formatDay(one.payDueOn, locale) },
          ...(claim
            ? [
                {
                  term: t('claim'),
                  value: (
                    <>
                      <a href={localTaxPaths.ownAssessment(claim.id)}>{claim.number}</a>,{' '}
                      {claim.state === 'nil'
                        ? t('nil')
                        : claim.owed > 0n
                          ? t('to-pay', { amount: formatRupiah(claim.owed) })
                          : t('paid-up')}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {versions.length > 0 && (
        <Section title={t('reported')}>
          {versions.map((version) => (
            <VersionPart
              key={version.ordinal}
              {...{ one, version, locale, zone }}
              receiptHref={version.documentId && taxReturnPaths.receipt(one.id, version.ordinal)}
            />
          ))}
        </Section>
      )}
      {papers.length > 0 && (
        <Section title={t('papers')}>
          <LinkList
            headingLevel={3}
            items={papers.map((paper) => ({ title: paper.name, href: taxReturnPaths.ownPaper(one.id, paper.id) }))}
          />
        </Section>
      )}
      {may(one.state, 'correct') && (
        <ButtonRow>
          <LinkButton href={withQuery(taxReturnPaths.ownReturn(one.id), { betulkan: 'ya' })} variant="secondary">
            {t('correct')}
          </LinkButton>
        </ButtonRow>
      )}
    </CitizenLayout>
  )
}

interface ReviewProps {
  readonly one: TaxReturn
  readonly declaration: Declaration
  readonly result: Result
  readonly today: Temporal.PlainDate
  readonly error: string | undefined
}

/** What will be filed, computed, before it is filed. */
export function ReviewPage({ one, declaration, result, today, error }: ReviewProps) {
  const { locale } = useFrame()
  const t = ownTexts(locale)
  const amount: Sen = senFromNumeric(result.total.decimal(2))
  const before = one.taxAmount
  const isLate = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) < 0
  const open = [...new Set(result.openRules.map(({ key }) => key))].join(', ')
  const service = serviceOptions(one.tax, locale).find(({ value }) => value === declaration.service)
  const isLess = before !== undefined && amount < before
  return (
    <CitizenLayout
      title={t('review.title')}
      lead={titleOf(one, locale)}
      breadcrumb={[
        { label: t('title'), href: taxReturnPaths.own },
        { label: titleOf(one, locale), href: taxReturnPaths.ownReturn(one.id) },
        { label: t('review.title') },
      ]}
      narrow
      private
    >
      <ErrorSummary errors={error ? [{ text: error }] : []} />
      {open && <Notice tone="late">{t('review.open-law', { keys: open })}</Notice>}
      <SummaryList
        rows={[
          { term: t('tax'), value: taxNames[one.tax][locale] },
          ...(service ? [{ term: t('service'), value: service.label }] : []),
          {
            term: t('turnover'),
            value:
              declaration.manner === 'days'
                ? `${formatRupiah(declaration.turnover)} (${declaration.days.length} ${t('date').toLowerCase()})`
                : formatRupiah(declaration.turnover),
          },
          ...(declaration.exempt > 0n
            ? [
                { term: t('exempt'), value: formatRupiah(declaration.exempt) },
                { term: t('exempt-reason'), value: declaration.exemptReason },
              ]
            : []),
          ...(declaration.reason ? [{ term: t('reason'), value: declaration.reason }] : []),
          { term: t('review.tax'), value: <b>{formatRupiah(amount)}</b> },
          ...(before === undefined ? [] : [{ term: t('review.before'), value: formatRupiah(before) }]),
          ...(before !== undefined && amount > before
            ? [{ term: t('review.more'), value: <b>{formatRupiah(amount - before)}</b> }]
            : []),
          { term: t('pay-due'), value: formatDay(one.payDueOn, locale) },
        ]}
      />
      {isLess && <Notice tone="soon">{t('review.less', { amount: formatRupiah(before - amount) })}</Notice>}
      {amount === 0n && before === undefined && <Notice tone="info">{t('review.nothing')}</Notice>}
      {one.version === 0 && isLate(one.fileDueOn) && (
        <Notice tone="late">{t('review.late', { day: formatDay(one.fileDueOn, locale) })}</Notice>
      )}
      {amount > 0n && !isLess && isLate(one.payDueOn) && (
        <Notice tone="late">{t('review.pay-late', { day: formatDay(one.payDueOn, locale) })}</Notice>
      )}
      {result.warnings.map((warning) => (
        <Notice key={warning.id} tone="info">
          {warning[locale]}
        </Notice>
      ))}
      <WorkingPart steps={result.steps} locale={locale} />
      <form method="post" action={taxReturnPaths.review(one.id)} class="form-page">
        <CsrfField />
        <input type="hidden" name="after" value={String(one.version)} />
        {!open && <p>{t('review.true')}</p>}
        <ButtonRow>
          {!open && <Button>{t('file')}</Button>}
          <LinkButton
            href={withQuery(taxReturnPaths.ownReturn(one.id), { betulkan: one.version > 0 ? 'ya' : undefined })}
            variant="secondary"
          >
            {t('change')}
          </LinkButton>
        </ButtonRow>
      </form>
    </CitizenLayout>
  )
}
