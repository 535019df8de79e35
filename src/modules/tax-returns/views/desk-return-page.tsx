import type { AppError } from '#kernel/errors.ts'
import { formatDay, formatMonth, formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah, type Sen } from '#kernel/money/money.ts'
import {
  type Assessment,
  errorsOf,
  type HistoryEntry,
  TaxFrame,
  type TaxPageProps,
  taxNames,
} from '#modules/local-tax/index.ts'
import { localTaxPaths } from '#modules/local-tax/paths.ts'
import { ErrorSummary, LinkList, Section, SummaryList, type SummaryRow, Table, ToneText } from '#ui/index.ts'
import type { Typed } from '../domain.ts'
import { taxReturnPaths } from '../paths.ts'
import type { Comparison, Finding, Paper, Version } from '../queries/parts.ts'
import type { TaxReturn } from '../queries/returns.ts'
import { deskTexts } from '../texts/desk.ts'
import { DeskActs } from './desk-acts.tsx'
import { FindingList } from './finding-list.tsx'
import { StateTag, shownState, titleOf, VersionPart } from './return-words.tsx'

export interface DeskReturnProps extends TaxPageProps {
  readonly one: TaxReturn
  readonly versions: readonly Version[]
  readonly papers: readonly Paper[]
  readonly findings: readonly Finding[]
  readonly history: readonly HistoryEntry[]
  readonly comparison: Comparison
  readonly low: string
  readonly claim: Assessment | undefined
  readonly today: Temporal.PlainDate
  /** Of the form that was sent: which act it was. */
  readonly act: string | undefined
  readonly typed: Typed
  readonly error: AppError | undefined
}

/** A return on the desk: what was reported, what it is held against, what officers found, what can be done. */
export function DeskReturnPage(props: DeskReturnProps) {
  const { one, versions, papers, history, locale, zone, error, today } = props
  const t = deskTexts(locale)
  return (
    <TaxFrame
      {...props}
      title={titleOf(one, locale)}
      lead={<StateTag state={shownState(one, today)} locale={locale} />}
      crumbs={[{ label: t('title'), href: taxReturnPaths.desk }, { label: titleOf(one, locale) }]}
    >
      <ErrorSummary
        errors={errorsOf(error, locale).list.map(({ name, text }) => ({ name: name && `${props.act}-${name}`, text }))}
      />
      <Section title={t('facts')}>
        <SummaryList dense rows={factRows(props)} />
      </Section>
      <Comparing {...props} />
      <Section title={t('versions')} id="laporan">
        {versions.length === 0 && <p class="hint">{t('versions-none')}</p>}
        {versions.map((version) => (
          <VersionPart
            key={version.ordinal}
            {...{ one, version, locale, zone }}
            receiptHref={undefined}
            by={{ term: t('by') }}
          />
        ))}
      </Section>
      {papers.length > 0 && (
        <Section title={t('papers')} id="lampiran">
          <LinkList
            headingLevel={3}
            items={papers.map((paper) => ({ title: paper.name, href: taxReturnPaths.deskPaper(one.id, paper.id) }))}
          />
        </Section>
      )}
      <FindingList {...props} />
      <DeskActs {...props} />
      <Section title={t('history')} id="riwayat">
        <ol class="plain-list">
          {history.map((entry) => {
            const why = entry.payload['reason'] || entry.payload['ground']
            return (
              <li key={entry.id}>
                <b>{t(`event.${entry.event.split('.')[1]}` as Parameters<typeof t>[0])}</b>
                <span class="hint">
                  {' '}
                  {formatShort(entry.at, locale, zone)}, {entry.by.startsWith('tax-returns.') ? t('system') : entry.by}
                </span>
                {typeof why === 'string' && <blockquote class="quote">{why}</blockquote>}
              </li>
            )
          })}
        </ol>
      </Section>
    </TaxFrame>
  )
}

function factRows({ one, claim, locale }: DeskReturnProps): SummaryRow[] {
  const t = deskTexts(locale)
  const day = (date: Temporal.PlainDate) => formatDay(date, locale)
  return [
    { term: t('tax'), value: taxNames[one.tax][locale] },
    {
      term: t('object'),
      value: (
        <>
          <a href={localTaxPaths.object(one.objectId)}>{one.objectCode}</a>, {one.objectAddress}
        </>
      ),
    },
    {
      term: t('owner'),
      value: (
        <>
          <a href={localTaxPaths.taxpayer(one.taxpayerId)}>{one.ownerName}</a> ({one.npwpd})
        </>
      ),
    },
    ...(one.size ? [{ term: t('size'), value: t(`size.${one.tax}`, { n: formatNumber(one.size, locale) }) }] : []),
    { term: t('file-due'), value: day(one.fileDueOn) },
    { term: t('pay-due'), value: day(one.payDueOn) },
    ...(one.filedOn ? [{ term: t('filed-on'), value: day(one.filedOn) }] : []),
    ...(one.remindedOn ? [{ term: t('reminded'), value: day(one.remindedOn) }] : []),
    ...(one.endReason ? [{ term: t('end-reason'), value: one.endReason }] : []),
    ...(claim
      ? [
          {
            term: t('claim'),
            value: (
              <a href={localTaxPaths.assessment(claim.id)}>
                {claim.owed > 0n
                  ? t('claim-owed', { number: claim.number, amount: formatRupiah(claim.owed) })
                  : t('claim-settled', { number: claim.number })}
              </a>
            ),
          },
        ]
      : []),
  ]
}

/** What the turnover is held against, each with what is far below it. */
function Comparing({ one, comparison, low, locale }: DeskReturnProps) {
  const t = deskTexts(locale)
  const { average, lastYear, peers, months } = comparison
  const line = (term: string, amount: Sen, isFlagged: boolean) => ({
    term,
    value: formatRupiah(amount),
    ...(isFlagged ? { note: { text: t('flagged'), tone: 'late' as const } } : {}),
  })
  const rows: SummaryRow[] = [
    ...(one.turnover === undefined ? [] : [{ term: t('compare.this'), value: <b>{formatRupiah(one.turnover)}</b> }]),
    ...(average === undefined ? [] : [line(t('compare.average'), average, one.flags.includes('own'))]),
    ...(lastYear === undefined ? [] : [line(t('compare.last-year'), lastYear, one.flags.includes('last-year'))]),
    ...(peers
      ? [line(t('compare.peers', { n: String(peers.count) }), peers.turnover, one.flags.includes('peers'))]
      : []),
  ]
  const hasOther = average !== undefined || lastYear !== undefined || peers !== undefined
  return (
    <Section title={t('compare')} id="perbandingan">
      <p class="hint">{hasOther ? t('compare-help', { share: low }) : t('compare.none')}</p>
      {rows.length > 0 && <SummaryList dense rows={rows} />}
      {months.length > 1 && (
        <Table
          caption={t('compare.months')}
          dense
          rows={months}
          rowKey={({ id }) => id}
          rowHref={({ id }) => taxReturnPaths.deskReturn(id)}
          columns={[
            { key: 'month', label: t('month'), header: true, cell: ({ month }) => formatMonth(month, locale) },
            {
              key: 'turnover',
              label: t('turnover'),
              align: 'end',
              cell: ({ id, turnover }) =>
                id === one.id && one.flags.length > 0 ? (
                  <ToneText tone="late">{formatRupiah(turnover)}</ToneText>
                ) : (
                  formatRupiah(turnover)
                ),
            },
          ]}
        />
      )}
    </Section>
  )
}
