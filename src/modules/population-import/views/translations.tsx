import { formatNumber } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { familyRelationLabels, maritalStatusLabels, sexLabels } from '#modules/people/index.ts'
import { Table } from '#ui/index.ts'
import { meanings, plainValue } from '../mapping/codes.ts'
import { type CodeField, fieldOf } from '../mapping/fields.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { columnTexts } from '../texts/columns.ts'

interface Props {
  readonly unknown: readonly { readonly field: CodeField; readonly values: readonly (readonly [string, number])[] }[]
  readonly mapping: Mapping
  readonly locale: Locale
}

/** What a meaning is called: codes by their word, the rest by itself. */
export function meaningLabel(field: CodeField, value: string, locale: Locale): string {
  if (field === 'sex') return sexLabels[value as 'male']?.[locale] ?? value
  if (field === 'relation') return familyRelationLabels[value as 'head']?.[locale] ?? value
  if (field === 'maritalStatus') return maritalStatusLabels[value as 'single']?.[locale] ?? value
  return value
}

/** Values that nobody has explained yet. Rows that hold one are refused until somebody says what it means. */
export function Translations({ unknown, mapping, locale }: Props) {
  const t = columnTexts(locale)
  return (
    <>
      {unknown.map(({ field, values }) => (
        <Table
          key={field}
          caption={fieldOf(field).label[locale]}
          dense
          rows={values.map(([value, count], at) => ({ value, count, at }))}
          rowKey={(row) => row.value}
          columns={[
            { key: 'value', label: t('value'), header: true, cell: (row) => row.value },
            { key: 'count', label: t('value-count'), align: 'end', cell: (row) => formatNumber(row.count, locale) },
            {
              key: 'meaning',
              label: t('meaning'),
              cell: (row) => (
                <>
                  <input type="hidden" name={`raw.${field}.${row.at}`} value={row.value} />
                  <select
                    class="input select"
                    name={`value.${field}.${row.at}`}
                    aria-label={`${t('meaning')}: ${row.value}`}
                  >
                    <option value="">{t('meaning-empty')}</option>
                    {meanings[field].map((value) => (
                      <option
                        key={value}
                        value={value}
                        selected={mapping.values[field]?.[plainValue(row.value)] === value}
                      >
                        {meaningLabel(field, value, locale)}
                      </option>
                    ))}
                  </select>
                </>
              ),
            },
          ]}
        />
      ))}
    </>
  )
}
