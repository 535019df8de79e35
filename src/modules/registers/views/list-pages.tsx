import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatNumber, formatShort } from '#kernel/i18n/format.ts'
import {
  ButtonRow,
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  Notice,
  Section,
  StatusTag,
  Table,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import type { NumberStatus } from '../domain.ts'
import { registerPaths } from '../paths.ts'
import type { Block, Completeness, Register, RegisterNumber } from '../queries.ts'
import { registerTexts } from '../texts.ts'
import { RegisterFrame, type RegisterPage } from './frame.tsx'

export function RegisterListPage(
  props: RegisterPage & { registers: readonly Register[]; text: string; mayKeep: boolean },
) {
  const { locale } = props
  const t = registerTexts(locale)
  return (
    <RegisterFrame
      {...props}
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {props.mayKeep && (
            <LinkButton href={registerPaths.add} icon="plus">
              {t('add')}
            </LinkButton>
          )}
          <ExportLinks path={registerPaths.list} query={{ q: props.text || undefined }} />
        </>
      }
    >
      <FilterBar action={registerPaths.list} search={{ label: t('search'), value: props.text }} />
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={props.registers}
        rowKey={(row) => row.id}
        rowHref={(row) => registerPaths.register(row.key)}
        empty={<EmptyState title={t('none')}>{t('none-help')}</EmptyState>}
        columns={[
          { key: 'name', label: t('name'), header: true, cell: (row) => row.name[locale] },
          { key: 'pattern', label: t('pattern'), cell: (row) => row.pattern ?? t('pattern-brought') },
          { key: 'counted', label: t('counted'), align: 'end', cell: (row) => formatNumber(row.counted, locale) },
          { key: 'open', label: t('open'), align: 'end', cell: (row) => formatNumber(row.open, locale) },
        ]}
      />
    </RegisterFrame>
  )
}

const tones = { taken: 'good', reserved: 'soon', void: 'neutral' } as const

export function StatusOfNumber({ status }: { status: NumberStatus }) {
  const t = registerTexts(useFrame().locale)
  return <StatusTag tone={tones[status]}>{t(`status-${status}`)}</StatusTag>
}

export interface RegisterViewProps extends RegisterPage {
  readonly register: Register
  readonly rows: readonly RegisterNumber[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: { readonly q?: string | undefined; readonly keadaan?: string | undefined }
  readonly blocks: readonly Block[]
  /** Of a path. */
  readonly unitName: (path: string) => string
  /** When it was asked for. */
  readonly completeness: Completeness | undefined
  readonly may: { readonly keep: boolean; readonly take: boolean; readonly insert: boolean }
  readonly zone: Zone
}

/** One register: what can be done, its numbers, the blocks given away. */
export function RegisterViewPage(props: RegisterViewProps) {
  const { locale, register, query } = props
  const t = registerTexts(locale)
  const path = registerPaths.register(register.key)
  return (
    <RegisterFrame
      {...props}
      title={register.name[locale]}
      lead={register.pattern ?? t('pattern-brought')}
      crumbs={[{ label: register.name[locale] }]}
      actions={<ExportLinks path={path} query={query} />}
    >
      <Doings {...props} />
      {props.completeness && <CompletenessReport {...props} found={props.completeness} />}
      <FilterBar
        action={path}
        search={{ label: t('numbers-search'), value: query.q }}
        selects={[
          {
            name: 'keadaan',
            label: t('status'),
            value: query.keadaan,
            options: (['taken', 'reserved', 'void', 'inserted'] as const).map((status) => ({
              value: status,
              label: t(`status-${status}`),
            })),
          },
        ]}
      />
      <Table
        caption={register.name[locale]}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => registerPaths.number(register.key, row.id)}
        empty={<EmptyState title={t('numbers-none')}>{t('numbers-none-help')}</EmptyState>}
        columns={[
          { key: 'number', label: t('number'), header: true, cell: (row) => row.text },
          { key: 'dated', label: t('dated'), cell: (row) => formatDay(Temporal.PlainDate.from(row.datedOn), locale) },
          { key: 'purpose', label: t('purpose'), cell: (row) => row.purpose },
          { key: 'unit', label: t('unit'), cell: (row) => props.unitName(row.unitPath) },
          { key: 'taken', label: t('taken'), cell: (row) => formatShort(row.takenAt, locale, props.zone) },
          { key: 'status', label: t('status'), cell: (row) => <StatusOfNumber status={row.status} /> },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
      />
      <Blocks {...props} />
    </RegisterFrame>
  )
}

function Doings({ register, may, locale }: RegisterViewProps) {
  const t = registerTexts(locale)
  const { key } = register
  const doings = [
    { href: registerPaths.take(key), label: t('take'), may: may.take && register.pattern !== undefined },
    { href: registerPaths.insert(key), label: t('insert'), may: may.insert && register.pattern !== undefined },
    { href: registerPaths.reserve(key), label: t('reserve'), may: may.keep && register.pattern !== undefined },
    { href: registerPaths.pattern(key), label: t('change'), may: may.keep },
    { href: `${registerPaths.register(key)}?periksa=1`, label: t('check'), may: true },
  ]
  return (
    <ButtonRow>
      {doings
        .filter((doing) => doing.may)
        .map((doing, index) => (
          <LinkButton key={doing.href} href={doing.href} variant={index === 0 ? 'primary' : 'secondary'} small>
            {doing.label}
          </LinkButton>
        ))}
    </ButtonRow>
  )
}

function CompletenessReport({ found, locale }: RegisterViewProps & { found: Completeness }) {
  const t = registerTexts(locale)
  const n = (value: number) => formatNumber(value, locale)
  const isWhole = found.gaps.length === 0
  return (
    <Section title={t('check-title')} id="kelengkapan">
      <Notice tone={isWhole ? 'good' : 'late'}>
        {isWhole ? t('check-whole', { n: n(found.counted) }) : t('check-gaps', { n: n(found.gaps.length) })}
      </Notice>
      <p class="hint">
        {t('check-counts', {
          taken: n(found.taken),
          reserved: n(found.reserved),
          voided: n(found.voided),
          inserted: n(found.inserted),
        })}
      </p>
      {!isWhole && (
        <ul class="plain-list">
          {found.gaps.map((gap) => (
            <li key={`${gap.period}${gap.sequence}`}>
              {gap.period}: {gap.sequence}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Blocks({ blocks, register, may, locale, zone, unitName }: RegisterViewProps) {
  const t = registerTexts(locale)
  if (blocks.length === 0) return null
  return (
    <Section title={t('blocks')}>
      <Table
        caption={t('blocks')}
        captionHidden
        dense
        rows={blocks}
        rowKey={(block) => block.id}
        columns={[
          { key: 'range', label: t('block-range'), header: true, cell: (block) => `${block.first} - ${block.last}` },
          { key: 'unit', label: t('unit'), cell: (block) => unitName(block.unitPath) },
          { key: 'when', label: t('taken'), cell: (block) => formatShort(block.reservedAt, locale, zone) },
          { key: 'open', label: t('block-open'), align: 'end', cell: (block) => formatNumber(block.open, locale) },
          {
            key: 'state',
            label: t('block-state'),
            cell: (block) =>
              block.closedAt ? (
                t('block-closed', { when: formatShort(block.closedAt, locale, zone) })
              ) : may.keep ? (
                <a href={registerPaths.closeBlock(register.key, block.id)}>
                  {t('block-close')}
                  <span class="sr-only">
                    {' '}
                    {block.first} - {block.last}
                  </span>
                </a>
              ) : (
                t('block-running')
              ),
          },
        ]}
      />
    </Section>
  )
}
