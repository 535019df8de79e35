import type { FieldError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { maskNik, parseNik } from '#modules/people/index.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  Notice,
  Section,
  SummaryList,
  Table,
  useFrame,
} from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { coSignersOf } from '../form/co-signers.ts'
import { namesOf, type ReadableRow, type ReadableTable, readableRow } from '../form/display.ts'
import type { Journey, JourneyPage } from '../form/journey.ts'
import { servicePaths } from '../paths.ts'
import type { Attachment } from '../queries/attachments.ts'
import { serviceTexts } from '../texts.ts'
import { fieldTexts } from './fields/texts.ts'

export interface CheckPageProps {
  readonly draftId: string
  readonly definition: ServiceDefinition
  readonly journey: Journey
  readonly files: readonly Attachment[]
  readonly errors: readonly FieldError[]
  /** Sent already, and waiting for others to agree. */
  readonly isWaiting: boolean
}

/** Everything that was answered, each with a way back to change it, and the button that sends it. */
export function CheckPage(props: CheckPageProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const f = fieldTexts(locale)
  const { draftId, journey, isWaiting } = props
  return (
    <CitizenLayout title={t('draft.check')} lead={isWaiting ? undefined : t('draft.check-lead')} narrow private>
      {isWaiting && <Notice tone="info">{f('waiting')}</Notice>}
      <ErrorSummary errors={props.errors.map((error) => ({ text: error.message[locale] }))} />
      {journey.pages.map((page) => (
        <PageAnswers key={page.id} {...props} page={page} />
      ))}
      <CoSigners journey={journey} />
      {!isWaiting && (
        <form method="post" action={servicePaths.draftSend(draftId)} class="stack">
          <CsrfField />
          <p>{t('draft.truth')}</p>
          <ButtonRow>
            <Button>{t('draft.send')}</Button>
          </ButtonRow>
        </form>
      )}
      <form method="post" action={servicePaths.draftDiscard(draftId)} class="stack discard">
        <CsrfField />
        <p class="hint">{f('discard-lead')}</p>
        <Button variant="quiet">{t('draft.discard')}</Button>
      </form>
    </CitizenLayout>
  )
}

function PageAnswers({ page, ...props }: CheckPageProps & { page: JourneyPage }) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const href = servicePaths.draftPage(props.draftId, page.id)
  const names = namesOf(props.journey)
  const rows = page.fields.map((field) => readableRow(field, props.journey.answers[field.id], names))
  return (
    <Section title={page.definition.title[locale]}>
      {page.state !== 'done' && (
        <Notice tone="soon">
          {page.seen ? t('draft.incomplete') : fieldTexts(locale)('check-unseen')}{' '}
          <a href={href}>
            {t('draft.continue')}
            <span class="sr-only"> {page.definition.title[locale]}</span>
          </a>
        </Notice>
      )}
      <SummaryList
        rows={rows.map((row) => ({
          term: row.label[locale],
          value: <AnswerInWords row={row} files={props.files} />,
          action: props.isWaiting ? undefined : { href: `${href}#f-${row.field}`, label: t('draft.change') },
          marked: page.errors.some((error) => error.field === row.field),
        }))}
      />
    </Section>
  )
}

/** A readable answer: words, a list, a table, or links to the files. */
export function AnswerInWords({ row, files }: { row: ReadableRow; files: readonly Attachment[] }) {
  const { locale } = useFrame()
  if (row.table && row.table.rows.length > 0) return <AnswerTable table={row.table} caption={row.label} />
  const own = files.filter((file) => row.files.includes(file.id))
  if (own.length > 0) {
    return (
      <ul class="plain-list">
        {own.map((file) => (
          <li key={file.id}>
            <a href={servicePaths.attachment(file.id)}>{file.name}</a>
          </li>
        ))}
      </ul>
    )
  }
  if (row.items && row.items.length > 1) {
    return (
      <ul class="plain-list">
        {row.items.map((item) => (
          <li key={item.id}>{item[locale]}</li>
        ))}
      </ul>
    )
  }
  return <>{row.value[locale]}</>
}

/** Rows as a table. Columns that hold numbers of other people may be covered. */
export function AnswerTable(props: {
  table: ReadableTable
  caption: LocalText
  covers?: ((text: string) => string) | undefined
}) {
  const { locale } = useFrame()
  const none = fieldTexts(locale)('check-empty-cell')
  const { columns, rows } = props.table
  return (
    <Table
      caption={props.caption[locale]}
      captionHidden
      dense
      columns={columns.map((column, index) => ({
        key: String(index),
        label: column.label[locale],
        align: column.isNumber ? ('end' as const) : undefined,
        header: index === 0,
        cell: (row: readonly LocalText[]) => {
          const text = row[index]?.[locale] ?? ''
          if (text === '') return <span class="hint">{none}</span>
          return column.sensitive && props.covers ? props.covers(text) : text
        },
      }))}
      rows={rows}
      rowKey={(row) => row.map((cell) => cell.id).join('|')}
    />
  )
}

/** Those who have to agree before the application goes on. */
function CoSigners({ journey }: { journey: Journey }) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const signers = coSignersOf(journey)
  if (signers.length === 0) return null
  return (
    <Section title={t('check-co-signers')}>
      <p>{t('check-co-signers-lead')}</p>
      <SummaryList
        rows={signers.map((signer) => ({
          term: signer.label[locale],
          value: maskNik(parseNik(signer.nik) ?? signer.nik),
        }))}
      />
    </Section>
  )
}
