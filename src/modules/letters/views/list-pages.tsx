import { isPermitted } from '#kernel/access/access.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { type LetterKind, letterKinds } from '#modules/templates/index.ts'
import {
  Button,
  CsrfField,
  CursorPagination,
  DayInput,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  FilterBar,
  LinkButton,
  Table,
  type TableColumn,
  withQuery,
} from '#ui/index.ts'
import { letterStates, securities } from '../domain.ts'
import { letterPaths } from '../paths.ts'
import type { LetterFilter, ListedLetter } from '../queries/letters.ts'
import { deskTexts } from '../texts/desk.ts'
import { LetterFrame, type LetterPageProps, Marks, recipientsText, StateTag } from './frame.tsx'

export interface ListProps extends LetterPageProps {
  readonly which: 'queue' | 'drafts' | 'list'
  readonly rows: readonly ListedLetter[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly filter: LetterFilter
  /** As in the address. */
  readonly query: Readonly<Record<string, string | undefined>>
  readonly units?: readonly { readonly path: string; readonly name: string }[] | undefined
  readonly unitName: (path: string) => string
  readonly counts?: { readonly paraf: number; readonly signature: number } | undefined
  readonly refused?: string | undefined
}

const pathOf = { queue: letterPaths.desk, drafts: letterPaths.drafts, list: letterPaths.list } as const

export function kindName(kind: string, locale: 'id' | 'en'): string {
  return letterKinds[kind as LetterKind]?.name[locale] ?? kind
}

export function LetterListPage(props: ListProps) {
  const { locale, which, query, actor } = props
  const t = deskTexts(locale)
  const path = pathOf[which]
  const isFiltered = Object.values(query).some(Boolean)
  return (
    <LetterFrame
      {...props}
      title={t(`${which}.title`)}
      lead={<Lead {...props} />}
      queueCount={props.counts && props.counts.paraf + props.counts.signature}
      actions={
        <>
          {isPermitted(actor, 'letters.draft') && (
            <LinkButton href={letterPaths.start} icon="pen-line">
              {t('start')}
            </LinkButton>
          )}
          {which === 'drafts' && (
            <LinkButton href={letterPaths.merge} variant="secondary" icon="file-text">
              {t('merge')}
            </LinkButton>
          )}
          {which === 'list' && <ExportLinks path={letterPaths.list} query={query} />}
        </>
      }
    >
      {props.refused && <ErrorSummary errors={[{ name: 'surat', text: props.refused }]} />}
      {(props.rows.length > 0 || isFiltered) && <Filters {...props} />}
      {props.rows.length === 0 ? (
        <EmptyState title={isFiltered ? t('list.none') : t(`${which}.none`)} icon="file-text">
          {isFiltered ? t('list.none-help') : t(`${which}.none-help`)}
        </EmptyState>
      ) : which === 'queue' ? (
        <QueueForm {...props} />
      ) : (
        <Letters {...props} />
      )}
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
      />
    </LetterFrame>
  )
}

function Lead({ which, counts, actor, locale }: ListProps) {
  const t = deskTexts(locale)
  if (which !== 'queue') return <>{t(`${which}.lead`)}</>
  if (!actor.position) return <>{t('queue.no-post')}</>
  if (!counts || counts.paraf + counts.signature > 1000) return <>{t('queue.lead-many')}</>
  const { paraf, signature } = counts
  if (paraf === 0 || signature === 0) {
    return (
      <>
        {paraf + signature === 0
          ? t('queue.lead-none')
          : t(paraf ? 'queue.lead-paraf' : 'queue.lead-signature', counts)}
      </>
    )
  }
  return <>{t('queue.lead', counts)}</>
}

function Filters({ which, filter, query, units, locale }: ListProps) {
  const t = deskTexts(locale)
  const kinds = Object.entries(letterKinds).map(([value, kind]) => ({ value, label: kind.name[locale] }))
  const states = letterStates.map((value) => ({ value, label: t(`state.${value}`) }))
  const selects = [
    ...(which === 'queue'
      ? [
          {
            name: 'untuk',
            label: t('queue.role'),
            value: filter.role,
            options: (['paraf', 'signature'] as const).map((value) => ({ value, label: t(`role.${value}`) })),
          },
        ]
      : [{ name: 'keadaan', label: t('state'), value: filter.state, options: states }]),
    { name: 'jenis', label: t('kind'), value: filter.kind, options: kinds },
    ...(which === 'list'
      ? [
          {
            name: 'sifat',
            label: t('security'),
            value: filter.security,
            options: securities.map((value) => ({ value, label: t(`security.${value}`) })),
          },
          {
            name: 'unit',
            label: t('unit'),
            value: filter.unit,
            options: (units ?? []).map((unit) => ({ value: unit.path, label: unit.name })),
          },
        ]
      : []),
  ]
  return (
    <FilterBar
      action={pathOf[which]}
      search={{ label: t(which === 'list' ? 'search-short' : 'search'), value: filter.text }}
      selects={selects}
      active={Object.entries(query)
        .filter(([, value]) => value)
        .map(([name, value]) => ({
          label: chipLabel(selects, name, value as string),
          removeHref: withQuery(pathOf[which], { ...query, [name]: undefined }),
        }))}
      clearHref={pathOf[which]}
    >
      {which === 'list' && (
        <>
          <DayInput name="dari" label={t('from')} value={filter.from} />
          <DayInput name="sampai" label={t('to')} value={filter.to} />
        </>
      )}
    </FilterBar>
  )
}

function chipLabel(
  selects: readonly { name: string; label: string; options: readonly { value: string; label: string }[] }[],
  name: string,
  value: string,
): string {
  const select = selects.find((one) => one.name === name)
  return select ? `${select.label}: ${select.options.find((option) => option.value === value)?.label ?? value}` : value
}

function columnsOf({ locale, zone, unitName, which }: ListProps): TableColumn<ListedLetter>[] {
  const t = deskTexts(locale)
  return [
    {
      key: 'subject',
      label: t('subject'),
      header: true,
      cell: (row) => <b>{row.subject || t('no-subject')}</b>,
    },
    {
      key: 'kind',
      label: t('kind'),
      cell: (row) => (
        <div>
          <Marks security={row.security} urgency={row.urgency} /> {kindName(row.kind, locale)}
          <span class="hint">{row.number ?? t('no-number')}</span>
        </div>
      ),
    },
    { key: 'recipients', label: t('recipients'), cell: (row) => recipientsText(row.recipients, locale) || '–' },
    which === 'drafts'
      ? { key: 'state', label: t('state'), cell: (row) => <StateTag state={row.state} /> }
      : { key: 'unit', label: t('unit'), cell: (row) => unitName(row.unitPath) },
    ...(which === 'list'
      ? [{ key: 'state', label: t('state'), cell: (row: ListedLetter) => <StateTag state={row.state} /> }]
      : []),
    which === 'queue'
      ? {
          key: 'turn',
          label: t('queue.since'),
          cell: (row) =>
            row.turn && (
              <div>
                {t(`role.${row.turn.role}`)}
                <span class="hint">{formatShort(row.turn.since, locale, zone)}</span>
              </div>
            ),
        }
      : { key: 'changed', label: t('changed'), cell: (row) => formatShort(row.changedAt, locale, zone) },
  ]
}

function Letters(props: ListProps & { readonly more?: readonly TableColumn<ListedLetter>[] }) {
  return (
    <div class="queue-table">
      <Table
        caption={deskTexts(props.locale)(`${props.which}.title`)}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => letterPaths.letter(row.id)}
        columns={[...(props.more ?? []), ...columnsOf(props)]}
      />
    </div>
  )
}

/** The queue, from which several letters can be put together for one confirmation. */
function QueueForm(props: ListProps) {
  const t = deskTexts(props.locale)
  const maySign = isPermitted(props.actor, 'letters.sign') && props.rows.some((row) => row.turn?.role === 'signature')
  if (!maySign) return <Letters {...props} />
  return (
    <form method="post" action={letterPaths.batches}>
      <CsrfField />
      {Object.entries(props.query).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Letters
        {...props}
        more={[
          {
            key: 'choose',
            label: t('queue.pick'),
            cell: (row) =>
              row.turn?.role === 'signature' && (
                <label class="choose">
                  <input type="checkbox" name="surat" value={row.id} />
                  <span class="sr-only">{t('queue.choose', { subject: row.subject || row.id.slice(-6) })}</span>
                </label>
              ),
          },
        ]}
      />
      <fieldset class="bulk">
        <legend>{t('queue.bulk')}</legend>
        <div class="btn-row">
          <Button name="yang" value="dipilih">
            {t('queue.bulk-chosen')}
          </Button>
          <Button name="yang" value="semua" variant="secondary">
            {t('queue.bulk-all')}
          </Button>
        </div>
      </fieldset>
    </form>
  )
}
