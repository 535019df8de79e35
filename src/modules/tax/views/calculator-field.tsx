import type { FieldError } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  DateField,
  FieldGroup,
  MoneyField,
  NumberField,
  parseDateParts,
  Radios,
  RowGroup,
  Select,
  useFrame,
} from '#ui/index.ts'
import type { Field, Fields, MonthsField, PlainField, RowsField } from '../calculation/fields.ts'
import { monthTexts } from '../calculation/input-problems.ts'
import { cellName, controlName, everyMonthName, isInitial, monthName, type RawInput } from '../forms/read-form.ts'
import { taxTexts } from '../texts.ts'
import { plainTyped } from './typed-text.ts'

interface FieldsProps {
  readonly fields: Fields
  readonly raw: RawInput
  readonly errors: readonly FieldError[]
}

/** The questions of one calculator; what does not apply is hidden by scripts and ignored without them. */
export function CalculatorFields({ fields, raw, errors }: FieldsProps) {
  const { locale } = useFrame()
  const errorAt = (name: string) => errors.find((error) => controlName(fields, error.path) === name)?.message[locale]
  const view = ([name, field]: [string, Field]) => {
    const control = <AnyField key={name} name={name} field={field} value={raw[name]} errorAt={errorAt} />
    return field.when ? (
      <div
        key={name}
        data-island="conditions"
        data-when={JSON.stringify({ field: field.when.field, equals: field.when.is })}
      >
        {control}
      </div>
    ) : (
      control
    )
  }
  const t = taxTexts(locale)
  const entries = Object.entries(fields)
  const isUsed = ([name, field]: [string, Field]) =>
    errorAt(name) !== undefined || (raw[name] !== undefined && !isInitial(field, raw[name]))
  const folded = (list: [string, Field][], title: string) =>
    list.length > 0 && (
      <details class="field-fold" open={list.some(isUsed)}>
        <summary>{title}</summary>
        {list.map(view)}
      </details>
    )
  return (
    <>
      {entries.filter(([, field]) => !field.isOwn && !field.isPast).map(view)}
      {folded(
        entries.filter(([, field]) => field.isOwn),
        t('own-figures'),
      )}
      {folded(
        entries.filter(([, field]) => field.isPast),
        t('past-law'),
      )}
    </>
  )
}

interface OneFieldProps<F extends Field> {
  readonly name: string
  readonly field: F
  readonly value: unknown
  readonly errorAt: (name: string) => string | undefined
}

function AnyField({ field, ...rest }: OneFieldProps<Field>) {
  if (field.kind === 'months') return <Months field={field} {...rest} />
  if (field.kind === 'rows') return <Rows field={field} {...rest} />
  return <Plain field={field} {...rest} />
}

function Plain({ name, field, value, errorAt }: OneFieldProps<PlainField>) {
  const { locale } = useFrame()
  const t = taxTexts(locale)
  const shared = {
    name,
    label: field.label[locale],
    hint: field.hint?.[locale],
    error: errorAt(name),
    optional: 'optional' in field && field.optional === true,
  }
  const typed = plainTyped(field, value)
  switch (field.kind) {
    case 'money':
      return <MoneyField {...shared} value={typed} />
    case 'count':
    case 'decimal':
      return (
        <NumberField
          {...shared}
          value={typed}
          decimal={field.kind === 'decimal'}
          suffix={field.suffix?.[locale]}
          maxLength={24}
        />
      )
    case 'yes-no':
      return (
        <Radios
          {...shared}
          inline
          value={typed}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
      )
    case 'choice':
      return field.options.length > 4 ? (
        <Select
          {...shared}
          value={typed}
          options={optionsOf(field, locale)}
          empty={field.initial ? false : undefined}
        />
      ) : (
        <Radios {...shared} value={typed} options={optionsOf(field, locale)} />
      )
    case 'date':
      return <DateField {...shared} value={dateTyped(name, typed)} />
    case 'optional-date':
      return <DateField {...shared} optional value={dateTyped(name, typed)} />
  }
}

/** A day that does not exist goes back into the boxes as it was typed. */
export function dateTyped(name: string, typed: string) {
  const [year = '', month = '', day = ''] = typed.split('-').map((part) => part.replace(/^0+(?=\d)/, ''))
  return parseDateParts({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }, name)
}

function optionsOf(field: Extract<PlainField, { kind: 'choice' }>, locale: Locale) {
  return field.options.map((option) => ({ value: option.value, label: option.label[locale] }))
}

function Months({ name, field, value, errorAt }: OneFieldProps<MonthsField>) {
  const { locale } = useFrame()
  const t = taxTexts(locale)
  const list = Array.isArray(value) ? value : []
  return (
    <FieldGroup name={name} label={field.label[locale]} hint={field.hint?.[locale]} optional={field.optional}>
      {() => (
        <>
          <MoneyField name={everyMonthName(name)} label={t('every-month')} hint={t('every-month-hint')} />
          <div class="month-grid">
            {monthTexts.map((month, index) => (
              <MoneyField
                key={month.en}
                name={monthName(name, index)}
                label={month[locale]}
                error={errorAt(monthName(name, index))}
                value={plainTyped({ kind: 'money', label: field.label }, list[index])}
              />
            ))}
          </div>
        </>
      )}
    </FieldGroup>
  )
}

function Rows({ name, field, value, errorAt }: OneFieldProps<RowsField>) {
  const { locale } = useFrame()
  const t = taxTexts(locale)
  const empty: Record<string, unknown>[] = field.least === 0 ? [] : [{}]
  const list = Array.isArray(value) && value.length > 0 ? (value as Record<string, unknown>[]) : empty
  const row = (key: string, title: string, values: Record<string, unknown>) => ({
    key,
    title,
    cells: Object.entries(field.fields).map(([cell, inner]) => (
      <Plain key={cell} name={cellName(name, key, cell)} field={inner} value={values[cell]} errorAt={errorAt} />
    )),
  })
  const one = field.one[locale]
  return (
    <RowGroup
      name={name}
      label={field.label[locale]}
      hint={field.hint?.[locale]}
      error={errorAt(name)}
      rows={list.map((values, index) => row(String(index), `${one} ${index + 1}`, values))}
      blank={row('{row}', `${one} {n}`, {})}
      addLabel={t('add-row', { one: locale === 'id' ? one.toLowerCase() : one })}
      removeLabel={t('remove-row')}
      most={Math.min(field.most ?? mostRowsOfForm, mostRowsOfForm)}
      addedText={t('added', { title: '{title}' })}
      removedText={t('removed', { title: '{title}' })}
    />
  )
}

/** An address holds the whole form, so it must not grow beyond what servers and browsers carry. */
export const mostRowsOfForm = 30
