import { formatNumber } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { fieldId, Notice, Radios, Table, ToneText } from '#ui/index.ts'
import { cellsAreDoubtful, type DateEvidence, provedOrder } from '../mapping/dates.ts'
import { dateFields, type FieldName, fieldNames, fieldOf } from '../mapping/fields.ts'
import type { ColumnFacts, Mapping } from '../mapping/mapping.ts'
import { columnTexts } from '../texts/columns.ts'

interface Props {
  readonly locale: Locale
  readonly columns: readonly ColumnFacts[]
  readonly mapping: Mapping
  readonly errorOf: (name: string) => string | undefined
}

/** One line for each thing that the register keeps: which column says it. What no column says comes after, folded. */
export function ColumnTable(props: Props) {
  const t = columnTexts(props.locale)
  const isShown = (name: FieldName) =>
    fieldOf(name).isNeeded || props.mapping.columns[name] !== undefined || props.errorOf(`column.${name}`) !== undefined
  const others = fieldNames.filter((name) => !isShown(name))
  return (
    <>
      <FieldTable {...props} names={fieldNames.filter(isShown)} caption={t('columns')} />
      {others.length > 0 && (
        <details>
          <summary>{t('other-fields', { n: others.length })}</summary>
          <FieldTable {...props} names={others} caption={t('other-fields', { n: others.length })} />
        </details>
      )}
    </>
  )
}

function FieldTable(props: Props & { names: readonly FieldName[]; caption: string }) {
  const { locale, columns, mapping } = props
  const t = columnTexts(locale)
  return (
    <Table
      caption={props.caption}
      captionHidden
      dense
      rows={props.names}
      rowKey={(name) => name}
      columns={[
        {
          key: 'field',
          label: t('field'),
          header: true,
          cell: (name) => (
            <>
              {fieldOf(name).label[locale]}
              {fieldOf(name).isNeeded && <span class="hint-inline"> {t('needed')}</span>}
            </>
          ),
        },
        { key: 'column', label: t('column'), cell: (name) => <ColumnChoice {...props} name={name} /> },
        {
          key: 'filled',
          label: t('filled'),
          align: 'end',
          cell: (name) => {
            const column = columns[mapping.columns[name] ?? -1]
            return column ? formatNumber(column.filled, locale) : '–'
          },
        },
        {
          key: 'fill',
          label: t('fill'),
          cell: (name) =>
            fieldOf(name).mayFill || name === 'citizenship' ? (
              <input
                class="input input-medium"
                name={`fill.${name}`}
                aria-label={`${t('fill')}: ${fieldOf(name).label[locale]}`}
                value={mapping.fill[name] ?? ''}
                maxLength={100}
                autocomplete="off"
              />
            ) : (
              '–'
            ),
        },
      ]}
    />
  )
}

/** Without the room of a whole field: there are nearly thirty of them. */
function ColumnChoice({ name, locale, columns, mapping, errorOf }: Props & { name: FieldName }) {
  const t = columnTexts(locale)
  const field = `column.${name}`
  const error = errorOf(field)
  const id = fieldId(field)
  return (
    <>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        class="input select"
        id={id}
        name={field}
        aria-label={`${t('column')}: ${fieldOf(name).label[locale]}`}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        <option value="">{t('no-column')}</option>
        {columns.map((column, at) => (
          <option key={column.heading + String(at)} value={String(at)} selected={mapping.columns[name] === at}>
            {column.heading}
          </option>
        ))}
      </select>
    </>
  )
}

/** What the whole column proves of the order of its dates, and the question that it leaves open. */
export function DateOrders({ locale, columns, mapping, errorOf }: Props) {
  const t = columnTexts(locale)
  const shown = dateFields.filter((name) => columns[mapping.columns[name] ?? -1]?.dates)
  if (shown.length === 0) return <p class="hint">{t('dates-none')}</p>
  return (
    <>
      {shown.map((name) => {
        const column = columns[mapping.columns[name] ?? -1] as ColumnFacts
        const evidence = column.dates as DateEvidence
        const proved = provedOrder(evidence)
        const numbers = {
          dmy: formatNumber(evidence.dayFirst, locale),
          mdy: formatNumber(evidence.monthFirst, locale),
          either: formatNumber(evidence.either, locale),
          dmyRow: evidence.dayFirstRow,
          mdyRow: evidence.monthFirstRow,
        }
        return (
          <div key={name}>
            <p>
              <b>
                {fieldOf(name).label[locale]} ({column.heading}):
              </b>{' '}
              <ToneText tone={proved === 'mixed' || proved === 'unknown' ? 'late' : 'good'}>
                {t(`order.${proved}`, numbers)}
              </ToneText>
            </p>
            {cellsAreDoubtful(evidence) && (
              <Notice tone="late">{t('order.doubtful', { n: formatNumber(evidence.cellLow, locale) })}</Notice>
            )}
            {evidence.shortYear > 0 && (
              <Notice tone="soon">{t('order.short-year', { n: formatNumber(evidence.shortYear, locale) })}</Notice>
            )}
            {proved === 'unknown' && (
              <Radios
                name={`order.${name}`}
                label={t('order.ask')}
                inline
                value={mapping.order[name]}
                error={errorOf(`order.${name}`)}
                options={(['dmy', 'mdy'] as const).map((value) => ({ value, label: t(`order.choice-${value}`) }))}
              />
            )}
          </div>
        )
      })}
    </>
  )
}
