import { formatMoment, formatNumber, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  CsrfField,
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  Notice,
  Stats,
  StatusTag,
  Table,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { differenceKinds, differenceStates, faultTexts } from '../domain.ts'
import { nationalPaths } from '../paths.ts'
import type { Difference } from '../queries/differences.ts'
import type { Status, Tally } from '../queries/status.ts'
import type { Mode } from '../settings.ts'
import { nationalTexts } from '../texts.ts'
import { differenceTexts } from '../texts-difference.ts'
import { type Around, NationalFrame } from './frame.tsx'
import { differenceTones, eventName } from './words.ts'

export interface BoardProps extends Around {
  readonly mode: Mode
  readonly status: Status
  readonly tally: Tally
  readonly rows: readonly Difference[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: Readonly<Record<string, string | undefined>>
  readonly areas: readonly { readonly value: string; readonly label: string }[]
}

/** Where the region stands with the national register, and what is not the same there. */
export function BoardPage(props: BoardProps) {
  const { locale } = useFrame()
  const t = nationalTexts(locale)
  const { query } = props
  const path = nationalPaths.board
  return (
    <NationalFrame
      {...props}
      title={t('board.title')}
      lead={t('board.lead')}
      actions={props.may.settle && <ExportLinks path={path} query={query} />}
    >
      <StateNotice {...props} />
      <TallyLine {...props} />
      {props.may.settle && <DifferenceList {...props} />}
    </NationalFrame>
  )
}

function DifferenceList(props: BoardProps) {
  const { locale } = useFrame()
  const t = nationalTexts(locale)
  const d = differenceTexts(locale)
  const { query, zone } = props
  const isFiltered = Object.values(query).some(Boolean)
  const path = nationalPaths.board
  return (
    <>
      <FilterBar
        action={path}
        search={{ name: 'q', value: query['q'], label: t('search') }}
        selects={[
          {
            name: 'keadaan',
            label: t('state'),
            value: query['keadaan'],
            options: (['unended', ...differenceStates] as const).map((value) => ({
              value,
              label: d(`states.${value}`),
            })),
          },
          {
            name: 'masalah',
            label: t('kind'),
            value: query['masalah'],
            options: differenceKinds.map((value) => ({ value, label: d(`kinds.${value}`) })),
          },
          { name: 'wilayah', label: t('area'), value: query['wilayah'], options: props.areas },
        ]}
        clearHref={path}
      />
      <Table
        caption={t('board.title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => nationalPaths.difference(row.id)}
        empty={
          isFiltered ? (
            <EmptyState title={t('none')} icon="search">
              {t('none-help')}
            </EmptyState>
          ) : (
            <EmptyState title={t('empty.title')} icon="circle-check">
              {t('empty.text')}
            </EmptyState>
          )
        }
        columns={[
          { key: 'name', label: t('name'), header: true, cell: (row) => row.personName },
          { key: 'kind', label: t('kind'), cell: (row) => d(`kinds.${row.kind}`) },
          { key: 'event', label: t('event'), cell: (row) => eventName(row.eventKind, locale) ?? '–' },
          { key: 'opened', label: t('opened'), cell: (row) => formatShort(row.openedAt, locale, zone) },
          {
            key: 'state',
            label: t('state'),
            cell: (row) => <StatusTag tone={differenceTones[row.state]}>{d(`states.${row.state}`)}</StatusTag>,
          },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
      />
    </>
  )
}

function StateNotice({ mode, status, zone }: BoardProps) {
  const { locale } = useFrame()
  const t = nationalTexts(locale)
  if (mode === 'off') return <Notice tone="info">{t('state.off')}</Notice>
  const since = formatMoment(status.since, locale, zone)
  if (status.state === 'up') {
    return (
      <Notice tone="good">
        <p>{t('state.up', { since })}</p>
      </Notice>
    )
  }
  const trial = (
    <form class="mt-3" method="post" action={nationalPaths.tryNow}>
      <CsrfField />
      <Button variant="secondary" small>
        {t('state.try')}
      </Button>
    </form>
  )
  if (status.state === 'untried') {
    return (
      <Notice tone="info">
        <p>{t('state.untried')}</p>
        {trial}
      </Notice>
    )
  }
  return (
    <Notice tone="late" title={t('state.down', { since })}>
      <p>
        {status.fault && faultTexts[status.fault][locale]}{' '}
        {status.nextTryAt && t('state.next', { when: formatShort(status.nextTryAt, locale, zone) })}
      </p>
      {status.detail && <p>{t('state.words', { words: status.detail })}</p>}
      {status.lastOkAt && <p>{t('state.last-ok', { when: formatMoment(status.lastOkAt, locale, zone) })}</p>}
      {trial}
    </Notice>
  )
}

function TallyLine({ mode, tally, zone, openDifferences }: BoardProps) {
  const { locale } = useFrame()
  const t = nationalTexts(locale)
  if (mode === 'off') return null
  const number = (value: number) => formatNumber(value, locale)
  return (
    <>
      <Stats
        label={t('stats')}
        items={[
          {
            value: number(tally.waiting),
            text: t('stat.waiting'),
            href: withQuery(nationalPaths.queue, { keadaan: 'unsettled' }),
          },
          {
            value: number(tally.held),
            text: t('stat.held'),
            href: withQuery(nationalPaths.queue, { keadaan: 'held' }),
          },
          ...(openDifferences === undefined
            ? []
            : [
                {
                  value: number(openDifferences),
                  text: t('stat.open'),
                  href: withQuery(nationalPaths.board, { keadaan: 'unended' }),
                },
              ]),
          { value: number(tally.numbersWaiting), text: t('stat.numbers') },
          {
            value: number(tally.sentToday),
            text: t('stat.sent'),
            href: withQuery(nationalPaths.queue, { keadaan: 'accepted' }),
          },
        ]}
      />
      {tally.oldestAt && <p class="hint">{t('stat.oldest', { when: formatMoment(tally.oldestAt, locale, zone) })}</p>}
    </>
  )
}
