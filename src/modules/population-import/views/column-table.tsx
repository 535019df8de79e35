import { formatNumber } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { Notice, Radios, Select, Table, TextField, ToneText } from '#ui/index.ts'
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

/** One line for each thing that the register keeps: which column says it. */
export function ColumnTable({ locale, columns, mapping, errorOf }: Props) {
  const t = columnTexts(locale)
  const options = columns.map((column, at) => ({ value: String(at), label: column.heading }))
  const label = (name: FieldName) => fieldOf(name).label[locale]
  return (
    <Table
      caption={t('columns')}
      captionHidden
      dense
      rows={fieldNames}
      rowKey={(name) => name}
      columns={[
        {
          key: 'field',
          label: t('field'),
          header: true,
          cell: (name) => (
            <>
              {label(name)}
              {fieldOf(name).isNeeded && <span class="hint"> {t('needed')}</span>}
            </>
          ),
        },
        {
          key: 'column',
          label: t('column'),
          cell: (name) => (
            <Select
              name={`column.${name}`}
              label={`${t('column')}: ${label(name)}`}
              labelHidden
              empty={t('no-column')}
              value={mapping.columns[name] === undefined ? undefined : String(mapping.columns[name])}
              options={options}
              error={errorOf(`column.${name}`)}
            />
          ),
        },
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
              <TextField
                name={`fill.${name}`}
                label={`${t('fill')}: ${label(name)}`}
                labelHidden
                value={mapping.fill[name]}
                maxLength={100}
                width="medium"
              />
            ) : (
              '–'
            ),
        },
      ]}
    />
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
