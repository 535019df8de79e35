import type { FormValues } from '#kernel/http/form-values.ts'
import type { TemplateContent, TemplateField } from '../template.ts'

/** The five ways of laying out as one choice. */
export const arrangements = ['letter', 'memo', 'titled', 'wall', 'sheet'] as const
export type Arrangement = (typeof arrangements)[number]

export function arrangementOf({ layout, arrangement }: TemplateContent): Arrangement {
  return arrangement ?? (layout === 'correspondence' ? 'letter' : 'titled')
}

/** A content as the names and texts of the form that edits it. */
export function contentEntries(content: TemplateContent): [string, string][] {
  return [
    ['nameId', content.name.id],
    ['nameEn', content.name.en],
    ['kind', content.kind],
    ['arrangement', arrangementOf(content)],
    ['title', content.title ?? ''],
    ['letterhead', content.letterhead],
    ['paper', content.paper],
    ['act', content.act],
    ['register', content.register ?? ''],
    ['signers', content.signers.map(({ role }) => role ?? '-').join('\n')],
    ['source', content.source],
    ...content.fields.flatMap(fieldEntries),
  ]
}

/** Parts of one field in the form; the last one says of what a choice or table consists. */
export const fieldParts = ['key', 'type', 'labelId', 'labelEn', 'hintId', 'required', 'most', 'when', 'detail'] as const
export const fieldName = (row: string, part: (typeof fieldParts)[number]) => `fields[${row}].${part}`

function fieldEntries(field: TemplateField, index: number): [string, string][] {
  const row = String(index)
  const parts: Record<(typeof fieldParts)[number], string> = {
    key: field.key,
    type: field.type,
    labelId: field.label.id,
    labelEn: field.label.en,
    hintId: field.hint?.id ?? '',
    required: field.required ? 'ya' : 'tidak',
    most: field.most === undefined ? '' : String(field.most),
    when: field.when ? `${field.when.field} = ${field.when.is.join(', ')}` : '',
    detail: [
      ...(field.options ?? []).map(({ value, label }) => `${value} = ${label.id} | ${label.en}`),
      ...(field.columns ?? []).map(({ key, label, type }) => `${key} = ${label.id} | ${label.en} : ${type}`),
    ].join('\n'),
  }
  return [['fields.row', row], ...fieldParts.map((part): [string, string] => [fieldName(row, part), parts[part]])]
}

/** Rows of fields as the page last showed them; `add-row` and `remove-row` are obeyed. */
export function fieldRows(form: FormValues): string[] {
  const removed = form.get('remove-row')
  const rows = form.all('fields.row').filter((row) => /^\d{1,4}$/.test(row) && `fields:${row}` !== removed)
  if (form.get('add-row') === 'fields') rows.push(String(Math.max(-1, ...rows.map(Number)) + 1))
  return rows
}

/** What was typed, as a content; whether it may stand says `contentSchema`. */
export function readContent(form: FormValues): unknown {
  const chosen = form.get('arrangement') as Arrangement
  const isCorrespondence = chosen === 'letter' || chosen === 'memo'
  const given = (name: string) => form.get(name) || undefined
  return {
    name: { id: form.get('nameId'), en: form.get('nameEn') },
    kind: form.get('kind'),
    layout: isCorrespondence ? 'correspondence' : 'titled',
    ...(chosen === 'letter' || chosen === 'titled' ? {} : { arrangement: chosen }),
    title: given('title'),
    letterhead: form.get('letterhead'),
    paper: form.get('paper'),
    act: form.get('act'),
    register: given('register'),
    signers: lines(form.get('signers')).map((role) => (role === '-' ? {} : { role })),
    fields: fieldRows(form).map((row) => readField(form, row)),
    // Not trimmed: the first line of a body is line 1 for whoever reads what is wrong with it.
    source: form.all('source')[0] ?? '',
  }
}

function readField(form: FormValues, row: string): unknown {
  const part = (name: (typeof fieldParts)[number]) => form.get(fieldName(row, name))
  const type = part('type')
  const most = part('most')
  const when = /^([\w-]+)\s*=\s*(.+)$/.exec(part('when'))
  const hint = part('hintId')
  const details = lines(part('detail')).map(readDetail)
  return {
    key: part('key'),
    type,
    label: { id: part('labelId'), en: part('labelEn') || part('labelId') },
    ...(hint ? { hint: { id: hint, en: hint } } : {}),
    required: part('required') === 'ya',
    ...(most ? { most: Number(most) } : {}),
    ...(part('when') ? { when: { field: when?.[1] ?? '', is: (when?.[2] ?? '').split(/\s*,\s*/) } } : {}),
    ...(type === 'choice' ? { options: details.map(({ key, label }) => ({ value: key, label })) } : {}),
    ...(type === 'table' ? { columns: details.map(({ key, label, type: kind }) => ({ key, label, type: kind })) } : {}),
  }
}

/** "jumlah = Jumlah | Amount : money" */
function readDetail(line: string) {
  const [key = '', rest = ''] = line.split(/\s*=\s*(.*)/s)
  const typed = /^(.*?)\s*:\s*(text|number|money|date)$/.exec(rest)
  const [id = '', en = ''] = (typed?.[1] ?? rest).split(/\s*\|\s*/)
  return { key: key.trim(), label: { id, en: en || id }, type: typed?.[2] ?? 'text' }
}

/** Where the form shows what a schema found at a path of the content. */
export function formPath(path: string, rows: readonly string[]): string {
  const parts = path
    .replace(/^content\./, '')
    .split(/[.[\]]+/)
    .filter(Boolean)
  const [first = '', index = '', part = '', language = ''] = parts
  if (first === 'name') return index === 'en' ? 'nameEn' : 'nameId'
  if (first === 'layout') return 'arrangement'
  if (first !== 'fields' || index === '') return first
  const row = rows[Number(index)] ?? index
  const named: Readonly<Record<string, string>> = {
    label: language === 'en' ? 'labelEn' : 'labelId',
    hint: 'hintId',
    options: 'detail',
    columns: 'detail',
  }
  return `fields[${row}].${named[part] ?? part}`
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
