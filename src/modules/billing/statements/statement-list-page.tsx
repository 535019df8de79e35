import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  EmptyState,
  Field,
  LinkButton,
  Section,
  Select,
  StatusTag,
  useFrame,
} from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { type DeskAround, DeskList } from '../views/desk-frame.tsx'
import { type Typed, useErrorOf } from '../views/refund-form.tsx'
import { type Statement, type StatementSource, statementStates } from './queries.ts'
import { daysOf, statementTones } from './statement-page.tsx'
import { statementTexts } from './texts.ts'

export interface StatementListProps extends DeskAround {
  readonly rows: readonly Statement[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: Readonly<Record<'q' | 'keadaan' | 'jenis', string | undefined>>
  readonly sources: readonly StatementSource[]
  readonly typed: Typed
  readonly zone: Zone
}

export function StatementListPage(props: StatementListProps) {
  const { locale } = useFrame()
  const t = statementTexts(locale)
  const options = props.sources.map((source) => ({ value: source.id, label: source.name }))
  return (
    <DeskList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={billingPaths.statements}
      exportPath={billingPaths.statements}
      before={<Upload {...props} />}
      searchLabel={t('search')}
      selects={[
        {
          name: 'keadaan',
          label: t('state'),
          value: props.query.keadaan,
          options: statementStates.map((state) => ({ value: state, label: t(`state-${state}`) })),
        },
        { name: 'jenis', label: t('source'), value: props.query.jenis, options },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => billingPaths.statement(row.id)}
      empty={<EmptyState title={t('none')}>{t('none-help')}</EmptyState>}
      columns={[
        { key: 'file', label: t('file'), header: true, cell: (row) => row.fileName },
        { key: 'source', label: t('source'), cell: (row) => row.sourceName },
        { key: 'days', label: t('days'), cell: (row) => daysOf(row, locale) },
        { key: 'rows', label: t('rows'), align: 'end', cell: (row) => row.rows.toLocaleString('id-ID') },
        { key: 'amount', label: t('amount'), align: 'end', cell: (row) => formatRupiah(row.amount) },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <StatusTag tone={statementTones[row.state]}>{t(`state-${row.state}`)}</StatusTag>,
        },
        { key: 'uploaded', label: t('uploaded'), cell: (row) => formatShort(row.uploadedAt, locale, props.zone) },
      ]}
    />
  )
}

function Upload(props: StatementListProps) {
  const t = statementTexts(useFrame().locale)
  const errorOf = useErrorOf(props.errors)
  const sources = (
    <LinkButton href={billingPaths.statementSources} variant="secondary">
      {t('sources')}
    </LinkButton>
  )
  if (props.sources.length === 0) {
    return (
      <EmptyState title={t('sources-none')} action={sources}>
        {t('sources-none-help')}
      </EmptyState>
    )
  }
  return (
    <Section title={t('upload')}>
      <form method="post" action={billingPaths.statements} enctype="multipart/form-data" novalidate>
        <CsrfField />
        <Select
          name="source"
          label={t('source')}
          value={props.typed['source']}
          error={errorOf('source')}
          options={props.sources.map((source) => ({ value: source.id, label: source.name }))}
        />
        <Field name="file" label={t('file')} hint={t('file-hint')} error={errorOf('file')}>
          {(control) => <input {...control} class="input" type="file" name="file" />}
        </Field>
        <ButtonRow>
          <Button>{t('upload-button')}</Button>
          {sources}
        </ButtonRow>
      </form>
    </Section>
  )
}
