import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  CsrfField,
  CursorPagination,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Notice,
  Section,
  Table,
  withQuery,
} from '#ui/index.ts'
import { certificateStateTexts, isProblem, problemTexts } from '../domain.ts'
import type { KnownState } from '../known-state.ts'
import { certifyPaths } from '../paths.ts'
import type { BatchItem } from '../queries/batches.ts'
import type { WaitingDocument } from '../queries/waiting.ts'
import { certifyTexts } from '../texts.ts'
import { CertifyFrame, type CertifyPageProps } from './frame.tsx'

export const templates = [
  'birth-certificate',
  'death-certificate',
  'civil-certificate',
  'moving-letter',
  'child-card',
  'family-card',
  'decision-letter',
  'certificate',
  'official-letter',
] as const

export interface WaitingPageProps extends CertifyPageProps {
  readonly rows: readonly WaitingDocument[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: { readonly q?: string | undefined; readonly jenis?: (typeof templates)[number] | undefined }
  readonly count: number
  readonly unknown: readonly BatchItem[]
  readonly state: KnownState | undefined
  readonly chosen: ReadonlySet<string>
  readonly refused: string | undefined
}

export function WaitingPage(props: WaitingPageProps) {
  const { locale, query, count } = props
  const t = certifyTexts(locale)
  const isFiltered = Boolean(query.q || query.jenis)
  const many = count > 500 ? `${formatNumber(500, locale)}+` : formatNumber(count, locale)
  const lead = !props.actor.position
    ? t('list.no-post')
    : count === 0
      ? t('list.lead-none')
      : t('list.lead', { n: many })
  return (
    <CertifyFrame {...props} title={t('list.title')} lead={lead}>
      {props.refused && <ErrorSummary errors={[{ name: 'dokumen', text: props.refused }]} />}
      {props.actor.position && <CertificateNotice {...props} />}
      {props.unknown.length > 0 && <UnknownOnes {...props} />}
      {(count > 0 || isFiltered) && <Filters {...props} />}
      {props.rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'list.not-found' : 'list.none')} icon="circle-check">
          {t(isFiltered ? 'list.not-found-help' : 'list.none-help')}
        </EmptyState>
      ) : (
        <Choice {...props} />
      )}
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(certifyPaths.list, query)}
        nextHref={props.next && withQuery(certifyPaths.list, { ...query, setelah: props.next })}
      />
    </CertifyFrame>
  )
}

function CertificateNotice({ state, locale, zone }: WaitingPageProps) {
  const t = certifyTexts(locale)
  const isWell = state?.state === 'ISSUE'
  const words =
    state === undefined
      ? t('state.unseen')
      : state.state === 'away'
        ? t('state.away')
        : certificateStateTexts[state.state][locale]
  return (
    <Notice tone={isWell ? 'good' : state === undefined ? 'info' : 'soon'} title={t('state.title')}>
      <p>
        {words} {state && <span class="hint">{t('state.at', { when: formatShort(state.at, locale, zone) })}</span>}
      </p>
      <form class="mt-3" method="post" action={certifyPaths.state}>
        <CsrfField />
        <Button variant="secondary" small icon="refresh-cw">
          {t(state ? 'state.check' : 'state.check-now')}
        </Button>
      </form>
    </Notice>
  )
}

function UnknownOnes({ unknown, locale, zone }: WaitingPageProps) {
  const t = certifyTexts(locale)
  return (
    <Section title={t('unknown.title')} id="belum-pasti">
      <p>{t('unknown.lead')}</p>
      <Table
        caption={t('unknown.title')}
        captionHidden
        dense
        rows={unknown}
        rowKey={(row) => `${row.batchId}-${row.ordinal}`}
        rowHref={(row) => certifyPaths.settle(row.batchId, row.ordinal)}
        columns={[
          {
            key: 'document',
            label: t('document'),
            header: true,
            cell: (row) => (
              <>
                <b>{row.title}</b>
                <span class="hint">{row.number}</span>
              </>
            ),
          },
          {
            key: 'what',
            label: t('settle.what'),
            cell: (row) => (isProblem(row.problem) ? problemTexts[row.problem][locale] : ''),
          },
          {
            key: 'asked',
            label: t('settle.asked'),
            cell: (row) => row.askedAt && formatShort(row.askedAt, locale, zone),
          },
        ]}
      />
    </Section>
  )
}

function Filters({ query, locale }: WaitingPageProps) {
  const t = certifyTexts(locale)
  const options = templates.map((value) => ({ value, label: t(`template.${value}`) }))
  const active = [
    ...(query.q ? [{ label: query.q, removeHref: withQuery(certifyPaths.list, { ...query, q: undefined }) }] : []),
    ...(query.jenis
      ? [
          {
            label: `${t('template')}: ${t(`template.${query.jenis}`)}`,
            removeHref: withQuery(certifyPaths.list, { ...query, jenis: undefined }),
          },
        ]
      : []),
  ]
  return (
    <FilterBar
      action={certifyPaths.list}
      search={{ label: t('search'), value: query.q }}
      selects={[{ name: 'jenis', label: t('template'), value: query.jenis, options }]}
      active={active}
      clearHref={certifyPaths.list}
    />
  )
}

function Choice({ rows, query, chosen, locale, zone }: WaitingPageProps) {
  const t = certifyTexts(locale)
  return (
    <form method="post" action={certifyPaths.propose}>
      <CsrfField />
      {Object.entries(query).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div class="queue-table">
        <Table
          caption={t('list.title')}
          captionHidden
          dense
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'choose',
              label: t('pick'),
              cell: (row) => (
                <label class="choose">
                  <input type="checkbox" name="dokumen" value={row.id} checked={chosen.has(row.id)} />
                  <span class="sr-only">{t('choose', { title: row.title, number: row.number })}</span>
                </label>
              ),
            },
            {
              key: 'document',
              label: t('document'),
              header: true,
              cell: (row) => <a href={certifyPaths.file(row.id)}>{row.title}</a>,
            },
            { key: 'number', label: t('number'), cell: (row) => row.number },
            { key: 'subject', label: t('subject'), cell: (row) => row.subject || '–' },
            { key: 'signed', label: t('signed'), cell: (row) => formatShort(row.signedAt, locale, zone) },
          ]}
        />
      </div>
      <fieldset class="bulk">
        <legend>{t('bulk')}</legend>
        <div class="btn-row">
          <Button name="yang" value="dipilih">
            {t('bulk-chosen')}
          </Button>
          <Button name="yang" value="semua" variant="secondary">
            {t('bulk-all')}
          </Button>
        </div>
      </fieldset>
    </form>
  )
}
