import type { FieldError } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import type { LetterColumnType, LetterOfficial, LetterValue, LetterValues } from '#modules/documents/index.ts'
import {
  DateField,
  type FieldProps,
  type GroupRow,
  MoneyField,
  NumberField,
  RowGroup,
  Select,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { mostOf } from '../letter/check-values.ts'
import { cellName, inputName, officialParts } from '../letter/read-values.ts'
import type { TemplateField } from '../template.ts'
import { fieldTexts } from '../texts-fields.ts'

export interface TemplateFieldsProps {
  readonly fields: readonly TemplateField[]
  /** As `readValues` gave them back, or as the letter holds them. */
  readonly values: LetterValues
  /** As `checkValues` says them; others in the list are left alone. */
  readonly errors?: readonly FieldError[] | undefined
  readonly locale: Locale
}

/**
 * The inputs of a template's fields, for the middle of a form. The page posts itself when `add-row` or `remove-row` is
 * in the form: it is then only shown again, with what `readValues` gives.
 */
export function TemplateFields({ fields, values, errors = [], locale }: TemplateFieldsProps) {
  return (
    <>
      {fields.map((field) => {
        const input = <OneField key={field.key} field={field} values={values} errors={errors} locale={locale} />
        if (!field.when) return input
        const when = JSON.stringify({ field: inputName(field.when.field), equals: field.when.is })
        return (
          <div key={field.key} data-island="conditions" data-when={when}>
            {input}
          </div>
        )
      })}
    </>
  )
}

interface OneFieldProps {
  readonly field: TemplateField
  readonly values: LetterValues
  readonly errors: readonly FieldError[]
  readonly locale: Locale
}

function OneField({ field, values, errors, locale }: OneFieldProps) {
  const t = fieldTexts(locale)
  const name = inputName(field.key)
  const value = values[field.key]
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message[locale]
  const about: FieldProps = {
    name,
    label: field.label[locale],
    hint: field.hint?.[locale],
    optional: !field.required,
    error: errorAt(name),
  }
  switch (field.type) {
    case 'paragraph':
      return <TextArea {...about} hint={about.hint ?? t('paragraph-hint')} value={textOf(value)} rows={6} />
    case 'list': {
      const lines = Array.isArray(value) ? value.join('\n') : textOf(value)
      return <TextArea {...about} hint={about.hint ?? t('list-hint')} value={lines} rows={5} />
    }
    case 'choice':
      return (
        <Select
          {...about}
          value={textOf(value)}
          options={(field.options ?? []).map((option) => ({ value: option.value, label: option.label[locale] }))}
        />
      )
    case 'table':
      return <TableField {...{ field, about, errorAt, locale }} rows={rowsOf(value)} />
    case 'official':
      return <OfficialField {...{ field, about, errorAt, locale }} officials={officialsOf(value)} />
    default:
      return <ValueInput type={field.type} about={about} value={textOf(value)} />
  }
}

interface RowsProps {
  readonly field: TemplateField
  readonly about: FieldProps
  readonly errorAt: (path: string) => string | undefined
  readonly locale: Locale
}

const blankKey = '{row}'

function TableField({ field, about, errorAt, locale, rows }: RowsProps & { rows: readonly Record<string, string>[] }) {
  const t = fieldTexts(locale)
  const { columns = [] } = field
  const rowOf = (row: Record<string, string>, key: string, n: string): GroupRow => ({
    key,
    title: t('row', { n }),
    cells: columns.map((column) => {
      const path = cellName(field.key, key, column.key)
      const cell: FieldProps = { name: path, label: column.label[locale], labelHidden: true, error: errorAt(path) }
      return <ValueInput key={column.key} type={column.type} about={cell} value={row[column.key] ?? ''} />
    }),
  })
  const shown = rows.length > 0 ? rows : [{}]
  return (
    <RowGroup
      {...about}
      rows={shown.map((row, index) => rowOf(row, String(index), String(index + 1)))}
      blank={rowOf({}, blankKey, '{n}')}
      columns={columns.map((column) =>
        column.type === 'money' ? `${column.label[locale]} (Rp)` : column.label[locale],
      )}
      addLabel={t('add-row')}
      removeLabel={t('remove')}
      most={mostOf(field)}
      addedText={t('row-added')}
      removedText={t('row-removed')}
    />
  )
}

function OfficialField({
  field,
  about,
  errorAt,
  locale,
  officials,
}: RowsProps & { officials: readonly LetterOfficial[] }) {
  const t = fieldTexts(locale)
  const rowOf = (official: Partial<LetterOfficial>, key: string, n: string): GroupRow => ({
    key,
    title: mostOf(field) === 1 ? field.label[locale] : t('official', { n }),
    cells: officialParts.map((part) => {
      const path = cellName(field.key, key, part)
      return (
        <TextField
          key={part}
          name={path}
          label={t(`official-${part}`)}
          value={official[part] ?? ''}
          optional={part !== 'name'}
          error={errorAt(path)}
          width={part === 'employeeNumber' ? 'medium' : undefined}
          groups={part === 'employeeNumber' ? '8 6 1 3' : undefined}
          maxLength={200}
          autocomplete="off"
        />
      )
    }),
  })
  const shown = officials.length > 0 ? officials : [{ name: '' }]
  return (
    <RowGroup
      {...about}
      rows={shown.map((official, index) => rowOf(official, String(index), String(index + 1)))}
      blank={rowOf({}, blankKey, '{n}')}
      addLabel={t('add-official')}
      removeLabel={t('remove')}
      most={mostOf(field)}
      addedText={t('row-added')}
      removedText={t('row-removed')}
    />
  )
}

function ValueInput({ type, about, value }: { type: LetterColumnType; about: FieldProps; value: string }) {
  if (type === 'date') {
    // A table has no room for three boxes; its dates use the browser's calendar.
    if (about.labelHidden) return <TextField {...about} value={value} placeholder="2026-11-23" width="medium" />
    return <DateField {...about} value={dateOf(value)} />
  }
  if (type === 'money') return <MoneyField {...about} value={groupDigits(value)} />
  if (type === 'number') return <NumberField {...about} decimal value={value.replace('.', ',')} />
  return <TextField {...about} value={value} maxLength={500} autocomplete="off" />
}

/** An ISO date, or the parts that made none. */
function dateOf(value: string) {
  if (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)) return value || undefined
  const [day = '', month = '', year = ''] = value.split('-')
  return { day, month, year }
}

function groupDigits(value: string): string {
  return /^\d+$/.test(value) ? value.replace(/\B(?=(\d{3})+$)/g, '.') : value
}

function textOf(value: LetterValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function rowsOf(value: LetterValue | undefined): readonly Record<string, string>[] {
  return Array.isArray(value)
    ? (value as readonly Record<string, string>[]).filter((row) => typeof row === 'object')
    : []
}

function officialsOf(value: LetterValue | undefined): readonly LetterOfficial[] {
  if (Array.isArray(value)) return value as readonly LetterOfficial[]
  return typeof value === 'object' ? [value as LetterOfficial] : []
}
