import type { Zone } from '#kernel/clock/clock.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  CursorPagination,
  EmptyState,
  ErrorSummary,
  StaffLayout,
  Table,
  TextField,
  ToneText,
  useFrame,
} from '#ui/index.ts'
import type { TransitionDefinition } from '../definition/schema.ts'
import { servicePaths } from '../paths.ts'
import { mostCounted, type QueueItem } from '../queries/desk.ts'
import { queueTexts } from '../texts/desk.ts'
import { dueWords } from './case-words.ts'
import { deskTexts } from './desk-texts.ts'
import { QueueFilters } from './queue-filters.tsx'

/** A row of the queue with its words. */
export interface ShownTask extends QueueItem {
  readonly title: string
  readonly placeName: string
  /** The stage, or the review that is asked for. */
  readonly stateLabel: string
  /** Steps that may be taken for many files at once. */
  readonly bulk: readonly TransitionDefinition[]
}

export interface QueuePageProps {
  readonly rows: readonly ShownTask[]
  readonly actions: readonly TransitionDefinition[]
  readonly counts: { readonly waiting: number; readonly late: number }
  readonly nextHref: string | undefined
  readonly firstHref: string | undefined
  /** Carried to the file, so that its queue stays as it is filtered here. */
  readonly fileQuery: string
  readonly parts: Readonly<Record<string, string>>
  readonly choices: {
    readonly services: readonly { readonly id: string; readonly title: LocalText }[]
    readonly states: readonly { readonly id: string; readonly label: LocalText }[]
    readonly areas: readonly { readonly code: string; readonly name: string }[]
  }
  readonly views: readonly { readonly id: string; readonly name: string; readonly href: string }[]
  readonly nav: readonly { readonly label: string; readonly href: string }[]
  readonly personId: string | undefined
  readonly unitName: string
  readonly now: Temporal.Instant
  readonly zone: Zone
  readonly notice: string | undefined
  readonly refused:
    | { readonly message: string; readonly chosen: readonly string[]; readonly reason: string }
    | undefined
}

/** The whole queue: filters, views kept under a name, and one step for many files. */
export function QueuePage(props: QueuePageProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  const d = deskTexts(locale)
  const { counts } = props
  const isFiltered = Object.keys(props.parts).length > 0
  const keys = [
    { keys: ['J', 'K'], label: d('key.next') },
    { keys: ['Enter'], label: t('key.open') },
    { keys: ['/'], label: d('key.search') },
    { keys: ['?'], label: d('key.all') },
  ]
  const lead =
    counts.waiting > mostCounted
      ? t('lead.many', { n: mostCounted })
      : t(isFiltered ? 'lead.filtered' : 'lead', { n: counts.waiting, late: counts.late })
  return (
    <StaffLayout
      title={d('queue')}
      lead={lead}
      desk={d('desk')}
      unit={props.unitName}
      search={{ action: servicePaths.deskSearch, placeholder: d('search.placeholder'), suggestUrl: false }}
      nav={props.nav}
      notice={props.notice}
      keys={keys}
    >
      {props.refused && <ErrorSummary errors={[{ text: props.refused.message }]} />}
      <QueueFilters {...props} />
      {props.rows.length === 0 ? (
        <EmptyState title={isFiltered ? t('none') : d('queue.empty')} icon="file-text">
          {isFiltered ? t('none.help') : d('queue.empty-help')}
        </EmptyState>
      ) : (
        <QueueTable {...props} />
      )}
      <CursorPagination previousHref={props.firstHref} nextHref={props.nextHref} />
    </StaffLayout>
  )
}

function QueueTable(props: QueuePageProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  const { rows, actions } = props
  const table = (
    <div data-desk-queue data-desk-rows class="queue-table">
      <Table
        caption={deskTexts(locale)('queue')}
        captionHidden
        dense
        rows={rows}
        rowKey={(row) => row.taskId}
        rowHref={(row) => `${servicePaths.deskCase(row.id)}${props.fileQuery ? `?${props.fileQuery}` : ''}`}
        columns={[
          ...(actions.length > 0
            ? [{ key: 'choose', label: t('row.pick'), cell: (row: ShownTask) => <Choose {...props} row={row} /> }]
            : []),
          {
            key: 'file',
            label: t('row.file'),
            header: true,
            cell: (row) => (
              <>
                <b>{row.title}</b>, {row.subjectName}
              </>
            ),
          },
          {
            key: 'state',
            label: t('filter.state'),
            cell: (row) => (
              <div>
                {row.stateLabel}
                <span class="hint">{row.number}</span>
                {row.unread > 0 && (
                  <ToneText tone="info">{row.unread === 1 ? t('unread.one') : t('unread', { n: row.unread })}</ToneText>
                )}
              </div>
            ),
          },
          { key: 'area', label: t('row.area'), cell: (row) => row.placeName },
          { key: 'due', label: t('row.due'), cell: (row) => <Due row={row} now={props.now} zone={props.zone} /> },
          {
            key: 'claim',
            label: t('row.claim'),
            cell: (row) =>
              row.claimedPersonId ? (
                row.claimedPersonId === props.personId ? (
                  <b>{t('claimed.me')}</b>
                ) : (
                  row.claimedName
                )
              ) : (
                <span class="hint">{t('claimed.nobody')}</span>
              ),
          },
        ]}
      />
    </div>
  )
  if (actions.length === 0) return table
  return (
    <form method="post" action={servicePaths.deskBulk}>
      <CsrfField />
      {Object.entries(props.parts).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {table}
      <fieldset class="bulk">
        <legend>{t('bulk.lead')}</legend>
        {actions.some((step) => step.needs.includes('reason')) && (
          <TextField name="reason" label={t('bulk.reason')} maxLength={2000} value={props.refused?.reason} />
        )}
        <ButtonRow>
          {actions.map((step) => (
            <Button key={step.verb} name="verb" value={step.verb} variant={step.tone}>
              {step.label[locale]}
            </Button>
          ))}
        </ButtonRow>
      </fieldset>
    </form>
  )
}

function Choose({ row, refused }: QueuePageProps & { row: ShownTask }) {
  const { locale } = useFrame()
  if (row.bulk.length === 0) return null
  const value = `${row.id}:${row.revision}`
  return (
    <label class="choose">
      <input type="checkbox" name="berkas" value={value} checked={refused?.chosen.includes(value)} />
      <span class="sr-only">{queueTexts(locale)('row.choose', { number: row.number })}</span>
    </label>
  )
}

function Due({ row, now, zone }: { row: ShownTask; now: Temporal.Instant; zone: Zone }) {
  const { locale } = useFrame()
  const due = dueWords(row.dueAt, now, locale, zone)
  return (
    <div>
      <ToneText tone={due.tone}>{due.text}</ToneText>
      {row.isEscalated && <span class="hint">{queueTexts(locale)('escalated')}</span>}
    </div>
  )
}
