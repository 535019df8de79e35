import { type Expected, type Expressions, expressionsOf } from '../definition/expressions.ts'
import type { FieldDefinition, PageDefinition } from '../definition/schema-form.ts'
import type { FormDefinition } from './journey.ts'
import { momentOf } from './journey.ts'
import {
  columnsOf,
  decimalsOf,
  fieldsOfPages,
  isRegisterChoice,
  isRowKind,
  isTyped,
  kindOf,
  longestText,
  mostRows,
  type Question,
} from './kinds.ts'

/** Everything that is wrong with the questions of a definition, each sentence naming the bad field. Part of publishing. */
export function formFaults(definition: FormDefinition): string[] {
  const { pages } = definition.form
  const fields = fieldsOfPages(pages)
  const doubled = [
    ...doubles(pages.map((page) => page.id)).map((id) => `page "${id}" occurs twice`),
    ...doubles(fields.map((field) => field.id)).map((id) => `field "${id}" occurs twice`),
  ]
  // Expressions cannot be typed over a form that names a thing twice.
  if (doubled.length > 0) return doubled
  const ids = new Set(fields.map((field) => field.id))
  const language = expressionsOf(definition)
  const faults = [
    ...fields.flatMap((field) => fieldFaults(field, ids)),
    ...fields.flatMap((field) => fieldExpressionFaults(field, language)),
    ...pages.flatMap((page) => pageExpressionFaults(page, language)),
  ]
  return faults.length > 0 ? faults : circles(pages, language)
}

function doubles(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function fieldFaults(field: FieldDefinition, ids: ReadonlySet<string>): string[] {
  const faults = questionFaults(field, `field "${field.id}"`)
  const say = (text: string) => faults.push(`field "${field.id}" ${text}`)
  if (field.fixed && !field.prefill) say('is fixed but nothing fills it')
  if (field.prefill && (!isTyped(field) || noPrefill.has(field.kind))) say('cannot be prefilled')
  if (isRowKind(field.kind) !== (field.fields !== undefined)) {
    say(field.fields ? 'has columns but no rows' : 'has no columns')
  }
  if (!isRowKind(field.kind) && (field.minItems !== undefined || field.maxItems !== undefined))
    say('counts rows it has not')
  if ((field.minItems ?? 0) > (field.maxItems ?? mostRows)) say('needs more rows than it may have')
  if (field.kind === 'computed' && !field.value) say('computes nothing')
  if (field.kind !== 'computed' && (field.value || field.gives)) say('has a value but is not computed')
  if (field.kind === 'computed' && field.required) say('is computed, so it cannot be required')
  if (field.coSigns && field.kind !== 'nik') say('lets a person sign but holds no NIK')
  if (field.kind === 'consent' && !field.purpose) say('asks for consent without its purpose')
  if (field.kind === 'consent' && ids.has(momentOf(field.id)))
    say(`keeps its moment where field "${momentOf(field.id)}" is`)
  if (field.document && kindOf(field) !== 'file' && kindOf(field) !== 'photo') say('names a paper but holds no file')
  for (const id of doubles(columnsOf(field).map((column) => column.id))) say(`has column "${id}" twice`)
  for (const column of columnsOf(field))
    faults.push(...questionFaults(column, `column "${column.id}" of "${field.id}"`))
  return faults
}

const noPrefill = new Set(['multi', 'family-members', 'map-point', 'repeat', 'table', 'statement', 'consent'])

function questionFaults(question: Question, name: string): string[] {
  const faults: string[] = []
  const chooses = question.kind === 'choice' || question.kind === 'multi'
  if (chooses && !question.options && !isRegisterChoice(question)) faults.push(`${name} has no options`)
  if (!chooses && question.options) faults.push(`${name} has options but is no choice`)
  for (const value of doubles((question.options ?? []).map((option) => option.value))) {
    faults.push(`${name} has option "${value}" twice`)
  }
  if (question.min !== undefined && question.max !== undefined && question.min > question.max) {
    faults.push(`${name} has a least value above its greatest`)
  }
  if (question.max !== undefined && textKinds.has(question.kind) && question.max > longestText) {
    faults.push(`${name} allows more than ${longestText} characters`)
  }
  if (question.kind !== 'number' && question.decimals !== undefined && kindOf(question) !== 'number') {
    faults.push(`${name} has decimals but is no number`)
  }
  if (question.measure === 'floor' && decimalsOf(question) > 0) faults.push(`${name} counts floors in fractions`)
  return faults
}

const textKinds = new Set(['text', 'name', 'long-text'])

function questionExpressionFaults(
  question: Question,
  name: string,
  language: Expressions,
  within?: FieldDefinition,
): string[] {
  const faults: string[] = []
  const hold = holder(faults, language)
  hold(`${name} when`, question.when, 'bool', within)
  hold(`${name} required`, question.required, 'bool', within)
  for (const check of question.checks ?? []) hold(`${name} check`, check.holds, 'bool', within)
  return faults
}

function fieldExpressionFaults(field: FieldDefinition, language: Expressions): string[] {
  const name = `field "${field.id}"`
  const faults = questionExpressionFaults(field, name, language)
  const hold = holder(faults, language)
  hold(`${name} prefill`, field.prefill, prefillType(field))
  hold(`${name} value`, field.value, computedType(field))
  for (const column of columnsOf(field)) {
    faults.push(...questionExpressionFaults(column, `column "${column.id}" of "${field.id}"`, language, field))
  }
  return faults
}

function pageExpressionFaults(page: PageDefinition, language: Expressions): string[] {
  const faults: string[] = []
  const hold = holder(faults, language)
  hold(`page "${page.id}" when`, page.when, 'bool')
  for (const group of page.groups) hold(`a group of page "${page.id}" when`, group.when, 'bool')
  return faults
}

function holder(faults: string[], language: Expressions) {
  return (where: string, expression: string | undefined, expected: Expected, within?: FieldDefinition) => {
    const fault = expression === undefined ? undefined : language.fault(expression, expected, within)
    if (fault) faults.push(`${where}: "${expression}" ${fault}`)
  }
}

function prefillType(field: FieldDefinition): Expected {
  if (field.kind === 'address') return 'map'
  return field.kind === 'number' || field.kind === 'money' ? 'number' : 'string'
}

function computedType(field: FieldDefinition): Expected {
  const kind = kindOf(field)
  if (kind === 'yes-no') return 'bool'
  return kind === 'number' ? 'number' : kind === 'money' ? 'int' : 'string'
}

/** Fields that are asked or filled depending on themselves: such a form would change each time it is looked at. */
function circles(pages: readonly PageDefinition[], language: Expressions): string[] {
  const needs = new Map<string, Set<string>>()
  for (const page of pages) {
    for (const group of page.groups) {
      for (const field of group.fields) {
        const own = [page.when, group.when, field.when, field.prefill, field.value].filter((each) => each !== undefined)
        const inRows = columnsOf(field).flatMap((column) => (column.when === undefined ? [] : [column.when]))
        const answers = [
          ...own.flatMap((each) => [...language.referencesOf(each).answers]),
          ...inRows.flatMap((each) => [...language.referencesOf(each, field).answers]),
        ]
        needs.set(field.id, new Set(answers))
      }
    }
  }
  return [...needs.keys()].flatMap((id) => {
    const circle = pathBack(id, needs)
    return circle ? [`field "${id}" depends on itself: ${circle.join(' → ')}`] : []
  })
}

function pathBack(start: string, needs: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const seen = new Set<string>()
  const walk = (id: string, path: readonly string[]): string[] | undefined => {
    for (const next of needs.get(id) ?? []) {
      if (next === start) return [...path, next]
      if (seen.has(next)) continue
      seen.add(next)
      const found = walk(next, [...path, next])
      if (found) return found
    }
    return undefined
  }
  return walk(start, [start])
}
