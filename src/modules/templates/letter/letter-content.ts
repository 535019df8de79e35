import type { LetterValues, OfficialLetterData } from '#modules/documents/index.ts'
import type { TemplateContent } from '../template.ts'

/** The parts of a letter's data that its template gives. */
export type LetterContent = Pick<
  OfficialLetterData,
  'layout' | 'arrangement' | 'kind' | 'title' | 'paper' | 'letterhead' | 'source' | 'fields' | 'values'
>

/**
 * What a letter takes from its template, with what was filled in; the rest of `OfficialLetterData` (number, subject,
 * recipients, signatures ...) is the letter's own. Values of fields that the template does not know, or that a choice
 * leaves out, are dropped.
 */
export function letterContent(template: TemplateContent, values: LetterValues): LetterContent {
  const asked = template.fields.filter((field) => isAsked(field, values))
  return {
    layout: template.layout,
    arrangement: template.arrangement,
    kind: template.kind,
    title: template.title,
    paper: template.paper,
    letterhead: template.letterhead,
    source: template.source,
    fields: template.fields.map(({ key, type, required, options, columns, most = 1 }) => ({
      key,
      type,
      ...(required ? { required } : {}),
      ...(type === 'official' && most > 1 ? { several: true } : {}),
      // Letters are written in Indonesian, the language of record.
      ...(options ? { options: options.map(({ value, label }) => ({ value, label: label.id })) } : {}),
      ...(columns ? { columns: columns.map((column) => ({ ...column, label: column.label.id })) } : {}),
    })),
    values: Object.fromEntries(
      asked.flatMap(({ key }) => {
        const value = values[key]
        return value === undefined || isEmpty(value) ? [] : [[key, value]]
      }),
    ),
  }
}

/** Whether a field is asked for, given what was chosen before. */
export function isAsked(field: TemplateContent['fields'][number], values: LetterValues): boolean {
  if (!field.when) return true
  const chosen = values[field.when.field]
  return typeof chosen === 'string' && field.when.is.includes(chosen)
}

export function isEmpty(value: LetterValues[string]): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) ? value.length === 0 : Object.values(value).every((part) => !part)
}
