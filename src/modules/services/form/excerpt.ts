import type { Answers, Expressions, Known } from '../definition/expressions.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { ColumnDefinition, FieldDefinition, PageDefinition } from '../definition/schema-form.ts'
import type { FormDefinition, Journey } from './journey.ts'
import { columnsOf, isRowKind } from './kinds.ts'

/**
 * The part of a form that decides one page of it, for the browser: the page's questions without their words, those
 * questions of other pages that its expressions ask for (and what these ask for in turn), and of the registers only
 * the facts that are named. Nothing of it is about anybody but the applicant and his family.
 */
export interface Excerpt {
  readonly pageId: string
  readonly pages: readonly PageDefinition[]
  readonly answers: Answers
  readonly known: Known
  readonly today: string
}

const none = { id: '', en: '' }

/**
 * @param given the answers as the draft holds them, also to questions that are not asked now
 * @returns undefined when nothing on the page depends on anything: then no expression travels
 */
export function excerptOf(
  definition: FormDefinition,
  journey: Journey,
  pageId: string,
  given: Answers,
): Excerpt | undefined {
  const page = definition.form.pages.find((candidate) => candidate.id === pageId)
  if (!page || !isLively(page)) return undefined
  const language = expressionsOf(definition)
  const needed = namesFor(definition, language, page)
  const pages = definition.form.pages.flatMap((each): PageDefinition[] => {
    const isOwn = each.id === pageId
    const groups = each.groups
      .map((group) => ({
        ...(group.when ? { when: group.when } : {}),
        fields: group.fields
          .filter((field) => isOwn || needed.answers.has(field.id))
          .map((field) => (isOwn ? bareField(field) : carrier(field))),
      }))
      .filter((group) => group.fields.length > 0)
    return groups.length > 0 ? [{ id: each.id, title: none, ...(each.when ? { when: each.when } : {}), groups }] : []
  })
  const ids = new Set(pages.flatMap((each) => each.groups.flatMap((group) => group.fields.map((field) => field.id))))
  return {
    pageId,
    pages,
    answers: Object.fromEntries(Object.entries(given).filter(([id]) => ids.has(id))),
    known: knownFor(journey.surroundings.known, needed.known, page),
    today: journey.surroundings.today,
  }
}

/** True when an answer on the page can change what the page shows. */
function isLively(page: PageDefinition): boolean {
  return page.groups.some(
    (group) =>
      group.when ||
      group.fields.some(
        (field) =>
          field.when ||
          field.value ||
          field.checks?.length ||
          (field.required && field.required !== 'true' && field.required !== 'false') ||
          columnsOf(field).some((column) => column.when || column.required || column.checks?.length),
      ),
  )
}

interface Names {
  readonly answers: ReadonlySet<string>
  readonly known: ReadonlySet<string>
}

/** Names that the page's expressions ask for, and those that decide these answers. */
function namesFor(definition: FormDefinition, language: Expressions, page: PageDefinition): Names {
  const answers = new Set<string>()
  const known = new Set<string>()
  const waiting: string[] = []
  const add = (expressions: readonly (string | undefined)[], within?: FieldDefinition) => {
    for (const expression of expressions) {
      if (expression === undefined) continue
      const names = language.referencesOf(expression, within)
      for (const name of names.known) known.add(name)
      for (const name of names.answers) {
        if (answers.has(name)) continue
        answers.add(name)
        waiting.push(name)
      }
    }
  }
  add([page.when, ...page.groups.map((group) => group.when)])
  for (const field of page.groups.flatMap((group) => group.fields)) {
    add([...expressionsOfQuestion(field), field.prefill, field.value])
    for (const column of columnsOf(field)) add(expressionsOfQuestion(column), field)
  }
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const each of definition.form.pages) {
      for (const group of each.groups) {
        const field = group.fields.find((candidate) => candidate.id === name)
        if (!field) continue
        add([each.when, group.when, field.when, field.prefill, field.value])
        for (const column of columnsOf(field)) add([column.when], field)
      }
    }
  }
  return { answers, known }
}

function expressionsOfQuestion(question: FieldDefinition | ColumnDefinition): (string | undefined)[] {
  return [question.when, question.required, ...(question.checks ?? []).map((check) => check.holds)]
}

/** Of the family only who they are, unless an expression looks at them. */
function knownFor(known: Known, names: ReadonlySet<string>, page: PageDefinition): Known {
  const found = Object.fromEntries(Object.entries(known).filter(([name]) => names.has(name)))
  const { family } = known
  const asks = page.groups.some((group) => group.fields.some((field) => field.kind.startsWith('family-member')))
  if (!asks || names.has('family') || !Array.isArray(family)) return found
  return { ...found, family: family.map((member) => ({ id: member['id'] as string })) }
}

function pick<T extends object, K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Pick<T, K>
}

function bareQuestion<T extends FieldDefinition | ColumnDefinition>(question: T) {
  return {
    ...pick(question as ColumnDefinition, 'id', 'when', 'required', 'min', 'max', 'decimals', 'future', 'checks'),
    label: none,
    ...(question.options ? { options: question.options.map((option) => ({ value: option.value, label: none })) } : {}),
  }
}

function bareField(field: FieldDefinition): FieldDefinition {
  return {
    ...bareQuestion(field),
    ...pick(
      field,
      'kind',
      'prefill',
      'fixed',
      'itemLabel',
      'minItems',
      'maxItems',
      'value',
      'gives',
      'unit',
      'optionsFrom',
    ),
    ...(field.fields ? { fields: field.fields.map(bareColumn) } : {}),
  }
}

function bareColumn(column: ColumnDefinition): ColumnDefinition {
  return { ...bareQuestion(column), kind: column.kind }
}

/** A question of another page: only what decides its value. */
function carrier(field: FieldDefinition): FieldDefinition {
  return {
    ...pick(field, 'id', 'kind', 'when', 'prefill', 'fixed', 'value', 'gives', 'decimals', 'min', 'max'),
    label: none,
    ...(isRowKind(field.kind)
      ? {
          fields: columnsOf(field).map((column) => ({
            ...pick(column, 'id', 'kind', 'when', 'decimals', 'min', 'max'),
            label: none,
          })),
        }
      : {}),
  }
}
