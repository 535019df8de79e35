import {
  Button,
  ButtonRow,
  Checkboxes,
  CsrfField,
  EmptyState,
  LinkButton,
  NumberField,
  Radios,
  Section,
  Select,
  Table,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { channelName } from '../views/bill-words.ts'
import { type DeskAround, DeskFrame } from '../views/desk-frame.tsx'
import { type Typed, useErrorOf } from '../views/refund-form.tsx'
import { formats, type Layout, layoutFields, separators, sides } from './layout.ts'
import type { StatementSource } from './queries.ts'
import { statementTexts } from './texts.ts'

export function SourceListPage(props: DeskAround & { readonly sources: readonly StatementSource[] }) {
  const { locale } = useFrame()
  const t = statementTexts(locale)
  return (
    <DeskFrame
      {...props}
      title={t('sources')}
      lead={t('sources-lead')}
      actions={<LinkButton href={billingPaths.newStatementSource}>{t('source-add')}</LinkButton>}
    >
      <Table
        caption={t('sources')}
        captionHidden
        rows={props.sources}
        rowKey={(row) => row.id}
        rowHref={(row) => billingPaths.statementSource(row.id)}
        empty={<EmptyState title={t('sources-none')}>{t('sources-none-help')}</EmptyState>}
        columns={[
          { key: 'name', label: t('field-name'), header: true, cell: (row) => row.name },
          { key: 'side', label: t('field-side'), cell: (row) => t(`side-${row.side}`) },
          {
            key: 'channel',
            label: t('field-channel'),
            cell: (row) =>
              [...(row.channel ? [row.channel] : row.settles)].map((id) => channelName(id, locale)).join(', '),
          },
          { key: 'format', label: t('field-format'), cell: (row) => t(`format-${row.format}`) },
        ]}
      />
    </DeskFrame>
  )
}

export interface SourceFormProps extends DeskAround {
  /** Undefined for a new one. */
  readonly source: StatementSource | undefined
  readonly channels: readonly string[]
  readonly typed: Typed
  readonly typedSettles: readonly string[] | undefined
}

/** What stands in the fields before somebody typed. */
function knownOf(source: StatementSource | undefined): Typed {
  const layout: Partial<Layout> = source?.layout ?? {}
  return {
    id: source?.id ?? '',
    name: source?.name ?? '',
    side: source?.side ?? 'channel',
    channel: source?.channel ?? '',
    format: source?.format ?? 'csv',
    separator: layout.separator ?? 'auto',
    headLines: String(layout.headLines ?? 1),
    dayOrder: layout.dayOrder ?? 'dmy',
    decimal: layout.decimal ?? ',',
    creditMark: layout.creditMark ?? '',
    ...Object.fromEntries(layoutFields.map((field) => [`column-${field}`, layout.columns?.[field] ?? ''])),
  }
}

export function SourceFormPage(props: SourceFormProps) {
  const { locale } = useFrame()
  const t = statementTexts(locale)
  const errorOf = useErrorOf(props.errors)
  const { source, typed } = props
  const known = knownOf(source)
  const field = (name: string) => ({ name, value: typed[name] ?? known[name] ?? '', error: errorOf(name) })
  const channels = props.channels.map((id) => ({ value: id, label: channelName(id, locale) }))
  return (
    <DeskFrame {...props} title={source?.name ?? t('source-add')} lead={t('sources-lead')}>
      <form
        method="post"
        action={source ? billingPaths.statementSource(source.id) : billingPaths.newStatementSource}
        novalidate
      >
        <CsrfField />
        {!source && (
          <TextField {...field('id')} label={t('field-id')} hint={t('field-id-hint')} maxLength={31} width="medium" />
        )}
        <TextField {...field('name')} label={t('field-name')} maxLength={80} autocomplete="off" />
        <Radios
          {...field('side')}
          label={t('field-side')}
          options={sides.map((side) => ({ value: side, label: t(`side-${side}`) }))}
        />
        <Select {...field('channel')} label={t('field-channel')} hint={t('field-channel-hint')} options={channels} />
        <Checkboxes
          name="settles"
          label={t('field-settles')}
          values={props.typedSettles ?? source?.settles ?? []}
          options={channels}
        />
        <Radios
          {...field('format')}
          label={t('field-format')}
          inline
          options={formats.map((format) => ({ value: format, label: t(`format-${format}`) }))}
        />
        <Section title={t('columns')}>
          <p class="hint">{t('columns-hint')}</p>
          {layoutFields.map((name) => (
            <TextField
              key={name}
              {...field(`column-${name}`)}
              label={t(`column-${name}`)}
              maxLength={60}
              width="medium"
              autocomplete="off"
            />
          ))}
          <TextField
            {...field('creditMark')}
            label={t('field-creditMark')}
            hint={t('field-creditMark-hint')}
            maxLength={10}
            width="short"
            autocomplete="off"
          />
          <NumberField {...field('headLines')} label={t('field-headLines')} hint={t('field-headLines-hint')} />
          <Select
            {...field('separator')}
            label={t('field-separator')}
            options={separators.map((value) => ({
              value,
              label: t(`separator-${value}`),
            }))}
          />
          <Radios
            {...field('dayOrder')}
            label={t('field-dayOrder')}
            options={(['dmy', 'ymd', 'mdy'] as const).map((value) => ({ value, label: t(`order-${value}`) }))}
          />
          <Radios
            {...field('decimal')}
            label={t('field-decimal')}
            inline
            options={([',', '.'] as const).map((value) => ({ value, label: t(`decimal-${value}`) }))}
          />
        </Section>
        <ButtonRow>
          <Button>{t('save')}</Button>
        </ButtonRow>
      </form>
    </DeskFrame>
  )
}
