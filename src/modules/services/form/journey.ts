import type { FieldError } from '#kernel/errors.ts'
import {
  type Answer,
  type Answers,
  type ChosenOptions,
  type Expressions,
  expressionsOf,
  type Known,
  type Row,
  type Surroundings,
} from '../definition/expressions.ts'
import type { ColumnDefinition, FieldDefinition, PageDefinition } from '../definition/schema-form.ts'
import { checkField } from './check-answer.ts'
import { columnsOf, fieldsOfPages, isFileKind, isRowKind, kindOf } from './kinds.ts'
import { isBlankRow, isEmpty, rowsOf } from './rows.ts'
import type { Scope } from './scope.ts'

/** What a journey needs of a definition; a page in the browser has only an excerpt of one. */
export interface FormDefinition {
  readonly form: { readonly pages: readonly PageDefinition[] }
}

export interface JourneyGroup {
  readonly title: PageDefinition['title'] | undefined
  readonly fields: readonly FieldDefinition[]
}

/** What is wrong with one answer. In rows and addresses the path goes on: `witnesses[0].nik`, `home.street`. */
export interface AnswerError extends FieldError {
  readonly field: string
  /** Nothing was given yet, rather than something wrong. */
  readonly isMissing?: boolean
}

/** One page as it stands for the answers given so far. */
export interface JourneyPage {
  readonly id: string
  readonly definition: PageDefinition
  readonly groups: readonly JourneyGroup[]
  readonly fields: readonly FieldDefinition[]
  readonly errors: readonly AnswerError[]
  readonly seen: boolean
  readonly state: 'done' | 'open' | 'refused'
}

/** The whole application, recomputed from its answers: nothing else decides what is asked. */
export interface Journey {
  readonly pages: readonly JourneyPage[]
  readonly answers: Answers
  readonly surroundings: Surroundings
  readonly expressions: Expressions
  /** Names of the areas in the answers, by code. */
  readonly places: Readonly<Record<string, string>>
  readonly complete: boolean
  /** The first page that still needs something; undefined when all is done. */
  readonly next: JourneyPage | undefined
}

export interface JourneyInput {
  readonly answers: Answers
  readonly known: Known
  readonly today: string
  readonly seen: readonly string[]
  readonly places?: Readonly<Record<string, string>> | undefined
  readonly options?: ChosenOptions | undefined
}

/**
 * Computes which pages and fields apply, what is prefilled and computed, and what is still wrong.
 * Answers to questions that no longer apply are left out of the result, and so are rows left blank.
 */
export function journeyOf(definition: FormDefinition, input: JourneyInput): Journey {
  const expressions = expressionsOf(definition)
  const settled = settle(definition, expressions, input)
  const { known, today, options } = input
  const surroundings: Surroundings = { answers: settled.answers, known, today, options }
  const pages = definition.form.pages.flatMap((page): JourneyPage[] => {
    const groups = page.groups
      .map((group) => ({ title: group.title, fields: group.fields.filter((field) => settled.asked.has(field.id)) }))
      .filter((group) => group.fields.length > 0)
    const fields = groups.flatMap((group) => group.fields)
    if (fields.length === 0) return []
    // Rows are checked as they were given, so that an error finds its row although blank ones are skipped.
    const errors = fields.flatMap((field) =>
      checkField(field, isRowKind(field.kind) ? input.answers[field.id] : settled.answers[field.id], settled.scope),
    )
    const seen = input.seen.includes(page.id)
    const state = errors.length === 0 && seen ? 'done' : seen ? 'refused' : 'open'
    return [{ id: page.id, definition: page, groups, fields, errors, seen, state }]
  })
  const next = pages.find((page) => page.state !== 'done')
  const { answers } = settled
  const places = input.places ?? {}
  return { pages, answers, surroundings, expressions, places, complete: next === undefined, next }
}

interface Settled {
  readonly answers: Answers
  readonly asked: ReadonlySet<string>
  readonly scope: Scope
}

/**
 * Goes over the form in order, decides of each field whether it is asked and what it holds, and begins again while
 * anything changed: dropping one answer can hide the next question, or bring back one before it. Definitions whose
 * conditions run in a circle are refused at publishing; should one go round all the same, hidden stays hidden.
 */
function settle(definition: FormDefinition, expressions: Expressions, input: JourneyInput): Settled {
  const given = input.answers
  const answers: Record<string, Answer> = {}
  const { known, today, options } = input
  const scope = expressions.freshScope({ answers: given, known, today, options })
  const asked = new Set<string>()
  const last = new Map<string, Answer | undefined>(Object.entries(given))
  const patience = expressions.fields.length + 1
  for (let round = 0, changed = true; changed && round < patience * 2; round += 1) {
    changed = false
    for (const page of definition.form.pages) {
      const isPageAsked = scope.isTrue(page.when)
      for (const group of page.groups) {
        const isGroupAsked = isPageAsked && scope.isTrue(group.when)
        for (const field of group.fields) {
          let isAsked = isGroupAsked && scope.isTrue(field.when)
          if (isAsked && round >= patience && !asked.has(field.id)) isAsked = false
          const value = isAsked ? settledValue(field, given, scope) : undefined
          if (isAsked) asked.add(field.id)
          else asked.delete(field.id)
          if (value === undefined) delete answers[field.id]
          else answers[field.id] = value
          if (isSame(value, last.get(field.id))) continue
          last.set(field.id, value)
          scope.set(field, value)
          changed = true
        }
      }
    }
  }
  for (const field of expressions.fields) keepMoment(field, given, answers)
  return { answers, asked, scope }
}

function settledValue(field: FieldDefinition, given: Answers, scope: Scope): Answer | undefined {
  if (field.kind === 'computed') return scope.computed(field)
  const own = isRowKind(field.kind) ? rowsIn(field, given[field.id], scope) : given[field.id]
  if (!field.prefill || (own !== undefined && !field.fixed)) return own
  return prefillOf(field, scope) ?? own
}

/** What the registers know for this field; undefined when they know nothing. */
export function prefillOf(field: FieldDefinition, scope: Scope): Answer | undefined {
  if (!field.prefill) return undefined
  const known = scope.value(field.prefill)
  switch (kindOf(field)) {
    case 'number':
    case 'money':
      return typeof known === 'bigint' || typeof known === 'number' ? Number(known) : undefined
    case 'address': {
      if (typeof known !== 'object' || known === null) return undefined
      const read = (key: string) => String((known instanceof Map ? known.get(key) : (known as never)[key]) ?? '')
      const address = { street: read('street'), rt: read('rt'), rw: read('rw'), area: read('area') }
      return Object.values(address).some(Boolean) ? address : undefined
    }
    default:
      return known === undefined || known === null || known === '' ? undefined : String(known)
  }
}

function rowsIn(field: FieldDefinition, value: unknown, scope: Scope): Answer | undefined {
  return value === undefined ? undefined : settledRows(field, value, scope).map(({ row }) => row)
}

/** Rows without the blank ones, each with its place among all that were given and the columns that apply to it. */
export function settledRows(field: FieldDefinition, value: unknown, scope: Pick<Scope, 'isTrue'>) {
  return rowsOf(value).flatMap((given, index) => {
    if (isBlankRow(given)) return []
    const settled = settleRow(field, given, scope)
    return isBlankRow(settled.row) ? [] : [{ index, ...settled }]
  })
}

/** The columns that apply to a row; a column's condition may ask for `row`, the other answers in it. */
export function settleRow(field: FieldDefinition, given: Row, scope: Pick<Scope, 'isTrue'>): SettledRow {
  const columns = columnsOf(field)
  let row: Row = given
  for (let round = 0; ; round += 1) {
    const at = { field, row }
    const asked = columns.filter((column) => scope.isTrue(column.when, true, at))
    const kept = Object.fromEntries(
      asked.filter((column) => given[column.id] !== undefined).map((column) => [column.id, given[column.id] as string]),
    )
    if (isSame(kept, row) || round > columns.length) return { columns: asked, row: kept }
    row = kept
  }
}

export interface SettledRow {
  readonly columns: readonly ColumnDefinition[]
  readonly row: Row
}

function keepMoment(field: FieldDefinition, given: Answers, answers: Record<string, Answer>): void {
  const moment = given[momentOf(field.id)]
  if (field.kind === 'consent' && answers[field.id] === true && typeof moment === 'string') {
    answers[momentOf(field.id)] = moment
  }
}

/** Where the moment of a consent stands beside it. */
export function momentOf(consentId: string): string {
  return `${consentId}At`
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

/** True when the value came from a register and was not changed. */
export function isPrefilled(field: FieldDefinition, journey: Journey): boolean {
  // The usual answer, which a definition brings itself, comes from no register.
  if (!field.prefill?.includes('known')) return false
  const known = prefillOf(field, journey.expressions.scope(journey.surroundings))
  return !isEmpty(known) && isSame(known, journey.answers[field.id])
}

/** True when the question has to be answered. */
export function isRequired(field: FieldDefinition, journey: Journey): boolean {
  return journey.expressions.isTrue(field.required, journey.surroundings)
}

/** The field ids among the questions, of which files are answers too. */
export function fileFieldsOf(definition: FormDefinition): FieldDefinition[] {
  return fieldsOfPages(definition.form.pages).filter((field) => isFileKind(field.kind))
}

type Eligible = FormDefinition & {
  readonly eligibility: readonly {
    readonly when: string
    readonly refused: { readonly id: string; readonly en: string }
    readonly basis?: string | undefined
  }[]
}

/** Every sentence of eligibility that fails, each with the article it rests on; empty for somebody who may apply. */
export function refusalsOf(definition: Eligible, surroundings: Surroundings) {
  const expressions = expressionsOf(definition)
  return definition.eligibility.filter((rule) => !expressions.isTrue(rule.when, surroundings))
}

/** The first of them. */
export function refusalOf(definition: Eligible, surroundings: Surroundings) {
  return refusalsOf(definition, surroundings)[0]
}
