import type { FieldError } from '#kernel/errors.ts'
import { type FieldProps, type GroupRow, RowGroup, useFrame } from '#ui/index.ts'
import type { Row } from '../../definition/expressions.ts'
import type { ColumnDefinition, FieldDefinition } from '../../definition/schema-form.ts'
import { type Journey, settleRow } from '../../form/journey.ts'
import { columnsOf, fewestRowsOf, mostRowsOf } from '../../form/kinds.ts'
import { askedMark } from '../../form/read-answers.ts'
import { cellPath, rowsOf } from '../../form/rows.ts'
import { fieldTexts } from './texts.ts'
import { ValueField } from './value-field.tsx'

export interface RowsFieldProps extends FieldProps {
  readonly field: FieldDefinition
  readonly value: unknown
  readonly errors: readonly FieldError[]
  /** Conditions of columns are asked in it; without one every column shows. */
  readonly journey?: Journey | undefined
}

const blankKey = '{row}'

/** Rows of a group as cards, rows of a table as lines. */
export function RowsField({ field, value, errors, journey, ...group }: RowsFieldProps) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const columns = columnsOf(field)
  const isTable = field.kind === 'table'
  const name = field.itemLabel?.[locale] ?? t('row')
  const scope = journey?.expressions.scope(journey.surroundings)

  const isAsked = (column: ColumnDefinition, row: Row) =>
    !column.when || !scope || settleRow(field, row, scope).columns.some((asked) => asked.id === column.id)
  const rowOf = (row: Row, key: string, title: string): GroupRow => ({
    key,
    title,
    cells: columns.map((column) => {
      const path = cellPath(field.id, key, column.id)
      const isRequired = scope ? scope.isTrue(column.required, true, { field, row }) : column.required === undefined
      const content = (
        <>
          <input type="hidden" name={askedMark(path)} value="1" />
          <ValueField
            question={column}
            name={path}
            label={column.label[locale]}
            labelHidden={isTable}
            hint={isTable ? undefined : column.hint?.[locale]}
            value={row[column.id]}
            error={errors.find((error) => error.path === path)?.message[locale]}
            optional={!isRequired && !isTable}
            compact={isTable}
          />
        </>
      )
      return isAsked(column, row) ? (
        <div key={column.id} data-cell={column.id}>
          {content}
        </div>
      ) : (
        <template key={column.id} data-cell={column.id}>
          {content}
        </template>
      )
    }),
  })

  const given = rowsOf(value)
  const fewest = Math.max(fewestRowsOf(field), isTable || group.optional !== true ? 1 : 0)
  const shown = [...given, ...Array.from({ length: Math.max(0, fewest - given.length) }, (): Row => ({}))]
  return (
    <RowGroup
      {...group}
      rows={shown.map((row, index) => rowOf(row, String(index), t('row-title', { name, n: index + 1 })))}
      blank={rowOf({}, blankKey, t('row-title', { name, n: '{n}' }))}
      columns={isTable ? columns.map((column) => headOf(column, locale)) : undefined}
      addLabel={t('row-add', { name: name.toLowerCase() })}
      removeLabel={t('row-remove')}
      most={mostRowsOf(field)}
      addedText={t('row-added')}
      removedText={t('row-removed')}
    />
  )
}

function headOf(column: ColumnDefinition, locale: 'id' | 'en'): string {
  const unit = column.kind === 'money' ? 'Rp' : column.unit?.[locale]
  return unit ? `${column.label[locale]} (${unit})` : column.label[locale]
}
