import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  CsrfField,
  CursorPagination,
  EmptyState,
  LinkButton,
  Notice,
  Section,
  StatusTag,
  Table,
  type Tone,
  ToneText,
  WorkProgress,
} from '#ui/index.ts'
import { letterPaths } from '../paths.ts'
import type { Batch, BatchItem, BatchState } from '../queries/batches.ts'
import { deskTexts } from '../texts/desk.ts'
import { LetterFrame, type LetterPageProps, Marks, recipientsText } from './frame.tsx'
import { kindName } from './list-pages.tsx'

const stateTones: Readonly<Record<BatchState, Tone>> = {
  proposed: 'soon',
  running: 'info',
  stopped: 'neutral',
  done: 'good',
}

export const doneOf = ({ counts }: Batch): number => counts.checked + counts.signed

export function BatchListPage(props: LetterPageProps & { readonly batches: readonly Batch[] }) {
  const { locale, zone } = props
  const t = deskTexts(locale)
  return (
    <LetterFrame {...props} title={t('batches.title')} lead={t('batches.lead')}>
      <Table
        caption={t('batches.title')}
        captionHidden
        dense
        rows={props.batches}
        rowKey={(row) => row.id}
        rowHref={(row) => letterPaths.batch(row.id)}
        empty={
          <EmptyState title={t('batches.none')} icon="pen-line">
            {t('batches.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'made', label: t('batch.made'), header: true, cell: (row) => formatShort(row.madeAt, locale, zone) },
          {
            key: 'state',
            label: t('state'),
            cell: (row) => <StatusTag tone={stateTones[row.state]}>{t(`batch.state.${row.state}`)}</StatusTag>,
          },
          {
            key: 'done',
            label: t('batch.progress'),
            align: 'end',
            cell: (row) => t('batch.done-of', { done: doneOf(row), total: row.total }),
          },
        ]}
      />
    </LetterFrame>
  )
}

interface BatchPageProps extends LetterPageProps {
  readonly batch: Batch
  readonly items: readonly BatchItem[]
  readonly next: number | undefined
  readonly isFirstPage: boolean
  readonly failed: readonly BatchItem[]
}

export function BatchPage(props: BatchPageProps) {
  const { locale, batch } = props
  const t = deskTexts(locale)
  const path = letterPaths.batch(batch.id)
  return (
    <LetterFrame
      {...props}
      title={t('batch.title', { n: formatNumber(batch.total, locale) })}
      lead={batch.state === 'proposed' ? t('batch.check-lead') : undefined}
      crumbs={[{ label: t('batches.title'), href: letterPaths.batches }, { label: t(`batch.state.${batch.state}`) }]}
    >
      <div data-island={batch.state === 'running' ? 'letter-batch' : undefined} data-url={path}>
        <Progress {...props} />
        {props.failed.length > 0 && (
          <Section title={t('batch.failed-title')} id="gagal">
            <Items {...props} items={props.failed} />
          </Section>
        )}
        <Section title={t('batch.all-title')} id="naskah">
          <Items {...props} />
          <CursorPagination
            previousHref={props.isFirstPage ? undefined : path}
            nextHref={props.next === undefined ? undefined : `${path}?setelah=${props.next}`}
          />
        </Section>
      </div>
    </LetterFrame>
  )
}

function Progress(props: BatchPageProps) {
  const { locale, batch } = props
  const t = deskTexts(locale)
  const done = doneOf(batch)
  const words = { done, total: batch.total, failed: batch.counts.failed, waiting: batch.counts.waiting }
  const form = (action: string, label: string, variant?: 'secondary' | 'quiet') => (
    <form method="post" action={action}>
      <CsrfField />
      <Button variant={variant}>{label}</Button>
    </form>
  )
  switch (batch.state) {
    case 'proposed':
      return (
        <>
          <div class="btn-row">
            {form(letterPaths.batchStart(batch.id), t('batch.confirm', { n: formatNumber(batch.total, locale) }))}
            {form(letterPaths.batchStop(batch.id), t('batch.cancel'), 'quiet')}
          </div>
          <p class="hint">{t('batch.confirm-hint')}</p>
        </>
      )
    case 'running':
      return (
        <>
          <WorkProgress label={t('batch.progress')} max={batch.total} value={done + batch.counts.failed}>
            {t('batch.running', words)}
          </WorkProgress>
          <div class="btn-row">
            {form(letterPaths.batchStop(batch.id), t('batch.stop'), 'secondary')}
            <LinkButton href={letterPaths.batch(batch.id)} variant="quiet" icon="refresh-cw">
              {t('batch.refresh')}
            </LinkButton>
          </div>
        </>
      )
    default:
      return (
        <>
          <Notice tone={batch.state === 'done' && words.failed === 0 ? 'good' : 'soon'} announce>
            {batch.state === 'stopped'
              ? t('batch.stopped', words)
              : t(words.failed === 0 ? 'batch.done-all' : 'batch.done-some', words)}
          </Notice>
          {(words.failed > 0 || words.waiting > 0) && (
            <div class="btn-row">{form(letterPaths.batchRetry(batch.id), t('batch.retry'), 'secondary')}</div>
          )}
        </>
      )
  }
}

const itemTones = { waiting: 'neutral', signed: 'info', checked: 'good', failed: 'late' } as const

function Items({ items, batch, locale }: Pick<BatchPageProps, 'items' | 'batch' | 'locale'>) {
  const t = deskTexts(locale)
  return (
    <div class="queue-table">
      <Table
        caption={t('batch.all-title')}
        captionHidden
        dense
        rows={items}
        rowKey={(row) => row.letterId}
        rowHref={(row) => letterPaths.letter(row.letterId)}
        columns={[
          {
            key: 'subject',
            label: t('subject'),
            header: true,
            cell: (row) => (
              <>
                <Marks security={row.security} urgency={row.urgency} />
                <b>{row.subject || t('no-subject')}</b>
              </>
            ),
          },
          {
            key: 'kind',
            label: t('kind'),
            cell: (row) => (
              <div>
                {kindName(row.kind, locale)}
                <span class="hint">{row.number ?? t('no-number')}</span>
              </div>
            ),
          },
          { key: 'recipients', label: t('recipients'), cell: (row) => recipientsText(row.recipients, locale) || '–' },
          {
            key: 'outcome',
            label: t('batch.outcome'),
            cell: (row) => (
              <div>
                <ToneText tone={itemTones[row.state]}>{t(`item.${row.state}`)}</ToneText>
                {row.fault && <span class="hint">{row.fault[locale]}</span>}
                {batch.state === 'proposed' && row.isChanged && <span class="hint">{t('item.changed')}</span>}
              </div>
            ),
          },
        ]}
      />
    </div>
  )
}
