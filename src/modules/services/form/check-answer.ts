import type { LocalText } from '#kernel/i18n/texts.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { checkShape } from './check-shape.ts'
import { type AnswerError, type SettledRow, settledRows } from './journey.ts'
import { fewestRowsOf, isRowKind, mostRowsOf, type Question } from './kinds.ts'
import { lowerFirst } from './lower-first.ts'
import { cellPath, isEmpty } from './rows.ts'
import type { Scope } from './scope.ts'

/** Why a value cannot stand, each in a sentence for the person and at the input it belongs to; empty when it can. */
export function checkField(field: FieldDefinition, value: unknown, scope: Scope): AnswerError[] {
  if (field.kind === 'computed') return atField(field, failedCheck(field, scope))
  if (isRowKind(field.kind)) return checkRows(field, value, scope)
  if (isEmpty(value)) {
    return scope.isTrue(field.required)
      ? [{ field: field.id, path: field.id, message: missing(field), isMissing: true }]
      : []
  }
  const family = scope.surroundings.known['family']
  const failed = failedCheck(field, scope)
  // Why a row of a register cannot be chosen, the definition says better than anybody.
  if (field.optionsFrom && failed) return atField(field, failed)
  const shape = checkShape(field, value, {
    today: scope.surroundings.today,
    family: Array.isArray(family) ? family : [],
    options: scope.surroundings.options?.[field.id],
  })
  if (shape.length > 0) {
    return shape.map(({ part, message }) => ({
      field: field.id,
      path: part ? `${field.id}.${part}` : field.id,
      message,
    }))
  }
  return atField(field, failed)
}

function atField(field: FieldDefinition, message: LocalText | undefined): AnswerError[] {
  return message ? [{ field: field.id, path: field.id, message }] : []
}

function failedCheck(field: FieldDefinition, scope: Scope): LocalText | undefined {
  return field.checks?.find((check) => !scope.isTrue(check.holds))?.say
}

function checkRows(field: FieldDefinition, value: unknown, scope: Scope): AnswerError[] {
  const rows = settledRows(field, value, scope)
  const given = rows.length
  const fewest = Math.max(fewestRowsOf(field), scope.isTrue(field.required) ? 1 : 0)
  const most = mostRowsOf(field)
  const errors: AnswerError[] = []
  if (given > most) {
    const message = {
      id: `Paling banyak ${most} baris; Anda mengisi ${given}.`,
      en: `At most ${most} rows; you have ${given}.`,
    }
    errors.push({ field: field.id, path: field.id, message })
  } else if (given < fewest)
    errors.push({ field: field.id, path: field.id, message: tooFewRows(field, fewest, given), isMissing: true })
  for (const { index, ...settled } of rows) errors.push(...checkRow(field, settled, index, scope))
  return errors.length > 0 ? errors : atField(field, failedCheck(field, scope))
}

function tooFewRows(field: FieldDefinition, fewest: number, given: number): LocalText {
  const name = field.itemLabel ?? { id: 'baris', en: 'row' }
  if (fewest === 1)
    return { id: `Isi paling sedikit satu ${lowerFirst(name.id)}.`, en: `Fill in at least one ${lowerFirst(name.en)}.` }
  return {
    id: `Isi paling sedikit ${fewest} ${lowerFirst(name.id)}; baru ada ${given}.`,
    en: `Fill in at least ${fewest} of these (${lowerFirst(name.en)}); there are ${given} so far.`,
  }
}

function checkRow(field: FieldDefinition, settled: SettledRow, index: number, scope: Scope): AnswerError[] {
  const { columns, row } = settled
  const at = { field, row }
  return columns.flatMap((column): AnswerError[] => {
    const value = row[column.id]
    const wrong = (message: LocalText, isMissing = false): AnswerError[] => {
      return [
        {
          field: field.id,
          path: cellPath(field.id, index, column.id),
          message: numbered(field, index, message),
          ...(isMissing ? { isMissing } : {}),
        },
      ]
    }
    if (isEmpty(value)) return scope.isTrue(column.required, true, at) ? wrong(missing(column), true) : []
    const [shape] = checkShape(column, value, { today: scope.surroundings.today, family: [] })
    if (shape) return wrong(shape.message)
    const failed = column.checks?.find((check) => !scope.isTrue(check.holds, true, at))
    return failed ? wrong(failed.say) : []
  })
}

/** The error stands at its input, but in the summary it has to say in which row. */
function numbered(field: FieldDefinition, index: number, message: LocalText): LocalText {
  const name = field.itemLabel ?? { id: 'Baris', en: 'Row' }
  return { id: `${name.id} ${index + 1}: ${message.id}`, en: `${name.en} ${index + 1}: ${message.en}` }
}

function missing(field: Question): LocalText {
  const id = lowerFirst(field.label.id)
  const en = lowerFirst(field.label.en)
  switch (field.kind) {
    case 'choice':
    case 'multi':
    case 'yes-no':
    case 'area':
    case 'family-member':
    case 'family-members':
      return { id: `Pilih ${id}.`, en: `Choose ${en}.` }
    case 'file':
      return { id: `Unggah ${id}.`, en: `Upload ${en}.` }
    case 'photo':
      return { id: `Ambil atau unggah ${id}.`, en: `Take or upload ${en}.` }
    case 'signature':
      return { id: 'Bubuhkan tanda tangan Anda.', en: 'Put your signature here.' }
    case 'map-point':
      return { id: `Tunjukkan ${id} pada peta.`, en: `Show ${en} on the map.` }
    case 'statement':
      return { id: 'Centang pernyataan ini untuk melanjutkan.', en: 'Tick this statement to continue.' }
    case 'consent':
      return { id: 'Tanpa persetujuan ini kami tidak dapat melanjutkan.', en: 'We cannot go on without this consent.' }
    default:
      return { id: `Isi ${id}.`, en: `Enter ${en}.` }
  }
}
