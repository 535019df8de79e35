import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatMoment, formatMonth } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { ButtonRow, LinkButton, StatusTag, SummaryList, type SummaryRow, Table, type Tone } from '#ui/index.ts'
import { servicesOf } from '../domain.ts'
import type { Version } from '../queries/parts.ts'
import type { ListState, TaxReturn } from '../queries/returns.ts'
import { ownTexts } from '../texts/own.ts'

const tones: Readonly<Record<ListState, Tone>> = {
  open: 'info',
  late: 'late',
  filed: 'good',
  examining: 'soon',
  accepted: 'good',
  assessed: 'neutral',
  void: 'neutral',
}

export const shownState = (one: TaxReturn, today: Temporal.PlainDate): ListState =>
  one.state === 'open' && Temporal.PlainDate.compare(one.fileDueOn, today) < 0 ? 'late' : one.state

export function StateTag({ state, locale }: { state: ListState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{ownTexts(locale)(`state.${state}`)}</StatusTag>
}

export const titleOf = (one: TaxReturn, locale: Locale): string =>
  ownTexts(locale)('one.title', { object: one.objectName, month: formatMonth(one.month, locale) })

type ServiceText = 'service.entertainment' | 'service.night-entertainment' | 'service.spa'

export const serviceOptions = (tax: TaxReturn['tax'], locale: Locale) =>
  servicesOf[tax].length < 2
    ? []
    : servicesOf[tax].map((value) => ({ value, label: ownTexts(locale)(`service.${value}` as ServiceText) }))

export const versionName = (ordinal: number, locale: Locale): string =>
  ordinal === 1 ? ownTexts(locale)('version.1') : ownTexts(locale)('version.n', { n: String(ordinal - 1) })

interface VersionProps {
  readonly one: TaxReturn
  readonly version: Version
  readonly receiptHref: string | undefined
  /** Shown to officers only. */
  readonly by?: { readonly term: string } | undefined
  readonly locale: Locale
  readonly zone: Zone
}

/** One version as it was filed, with its days and its receipt. */
export function VersionPart({ one, version, receiptHref, by, locale, zone }: VersionProps) {
  const t = ownTexts(locale)
  const service = serviceOptions(one.tax, locale).find(({ value }) => value === version.service)
  const at = formatMoment(version.filedAt, locale, zone)
  const rows: SummaryRow[] = [
    { term: t('filed-on'), value: version.isLate ? `${at}, ${t('late')}` : at },
    ...(by ? [{ term: by.term, value: version.filedBy }] : []),
    ...(version.reason ? [{ term: t('reason'), value: version.reason }] : []),
    ...(service ? [{ term: t('service'), value: service.label }] : []),
    { term: t('turnover'), value: formatRupiah(version.turnover) },
    ...(version.exempt > 0n
      ? [
          { term: t('exempt'), value: formatRupiah(version.exempt) },
          { term: t('exempt-reason'), value: version.exemptReason },
          { term: t('taxable'), value: formatRupiah(version.turnover - version.exempt) },
        ]
      : []),
    { term: t('tax-amount'), value: <b>{formatRupiah(version.taxAmount)}</b> },
  ]
  return (
    <>
      <h3>{versionName(version.ordinal, locale)}</h3>
      <SummaryList dense rows={rows} />
      {version.days.length > 0 && (
        <details>
          <summary>{t('daily')}</summary>
          <Table
            caption={t('daily')}
            captionHidden
            dense
            keep
            rows={version.days}
            rowKey={({ day }) => day.toString()}
            columns={[
              { key: 'day', label: t('date'), header: true, cell: ({ day }) => formatDay(day, locale) },
              { key: 'amount', label: t('turnover'), align: 'end', cell: ({ amount }) => formatRupiah(amount) },
            ]}
          />
        </details>
      )}
      {receiptHref && (
        <ButtonRow>
          <LinkButton href={receiptHref} variant="secondary" icon="download">
            {t('receipt')}
          </LinkButton>
        </ButtonRow>
      )}
    </>
  )
}
