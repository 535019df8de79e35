import type { FormValues } from '#kernel/http/form-values.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import type { Locale, LocalText } from '#kernel/i18n/texts.ts'
import { fieldId } from '#ui/index.ts'
import type { Row } from '../definition/expressions.ts'
import { type Journey, type JourneyPage, settleRow } from '../form/journey.ts'
import { isRowKind } from '../form/kinds.ts'
import { askedPaths, rowMark, type Typed, type TypedRow, type TypedValue } from '../form/read-answers.ts'
import { cellPath, isBlankRow, rowsOf } from '../form/rows.ts'
import { searchAddress, searchName } from '../views/fields/register-choice.tsx'
import { fieldTexts } from '../views/fields/texts.ts'
import { findCentre } from './field-aids.ts'

/** Buttons of a page that change it and come back to it. */
export const workButtons = [
  'upload-file',
  'remove-file',
  'reuse-file',
  'add-row',
  'remove-row',
  'pick-address',
  'use-centre',
  'search-options',
]

/** The answers after what a button on the page does to them; blank rows are dropped when the page is finished. */
export async function afterButton(
  context: Pick<RouteContext, 'db' | 'form'>,
  typed: Typed,
  personId: string,
  isPartial: boolean,
): Promise<Typed> {
  const { form } = context
  const added = form.get('add-row')
  const [cleared, key] = form.get('remove-row').split(':')
  const centred = form.get('use-centre')
  const next: Record<string, TypedValue> = { ...typed }
  if (Array.isArray(typed[added])) next[added] = [...(typed[added] as TypedRow[]), {}]
  if (cleared && Array.isArray(typed[cleared])) {
    const at = form.all(rowMark(cleared)).indexOf(key ?? '')
    next[cleared] = (typed[cleared] as TypedRow[]).filter((_, index) => index !== at)
  }
  if (centred in typed) {
    const centre = await findCentre(context, personId, typed)
    if (centre) next[centred] = { lat: centre.lat, lon: centre.lon }
  }
  if (isPartial) return next
  return Object.fromEntries(
    Object.entries(next).map(([id, value]) => {
      const isRows = Array.isArray(value) && value.some((row) => typeof row === 'object')
      return [id, isRows ? (value as Row[]).filter((row) => !isBlankRow(row)) : value]
    }),
  )
}

/** Back to where the button was, without scripts. */
export function anchorAfter(form: FormValues, work: string, typed: Typed): string {
  const [field = ''] = form.get(work).split(':')
  const rows = typed[field]
  if (work === 'search-options') return searchAddress(field, form.get(searchName(field)))
  if (work === 'add-row' && Array.isArray(rows)) return `#${fieldId(`${field}-${rows.length - 1}`)}`
  return `#${fieldId(field)}`
}

export interface NewQuestion {
  readonly path: string
  readonly label: LocalText
}

/** Questions that apply now and did not stand on the page that was sent. */
export function newQuestions(form: FormValues, current: JourneyPage, journey: Journey): NewQuestion[] {
  const shown = askedPaths(form)
  if (!shown) return []
  const scope = journey.expressions.scope(journey.surroundings)
  return current.fields.flatMap((field): NewQuestion[] => {
    if (field.kind === 'computed') return []
    if (!shown.has(field.id)) return [{ path: field.id, label: field.label }]
    if (!isRowKind(field.kind)) return []
    const keys = form.all(rowMark(field.id))
    return rowsOf(journey.answers[field.id]).flatMap((row, index) =>
      settleRow(field, row, scope)
        .columns.filter((column) => column.when && !shown.has(cellPath(field.id, keys[index] ?? index, column.id)))
        .map((column) => ({ path: cellPath(field.id, index, column.id), label: column.label })),
    )
  })
}

export function newQuestionsText(fresh: readonly NewQuestion[], locale: Locale): string {
  const labels = [...new Set(fresh.map((question) => question.label[locale]))].join(', ')
  return fieldTexts(locale)('new-questions', { labels })
}
