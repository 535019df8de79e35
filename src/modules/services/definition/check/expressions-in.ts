import type { Expected } from '../expressions.ts'
import type { ColumnDefinition, FieldDefinition, ServiceDefinition } from '../schema.ts'
import { stateAt, stepAt } from './steps.ts'

/** One expression of a definition with everything that decides whether it makes sense where it stands. */
export interface PlacedExpression {
  readonly at: string
  readonly text: string
  /** undefined: any type will do. */
  readonly expected: Expected | undefined
  readonly roots: readonly string[]
  /** The group or table in whose row it is asked. */
  readonly within?: FieldDefinition | undefined
  /** The state and step at which it is worked out; undefined while the form is filled in. */
  readonly state?: string | undefined
  readonly own?: readonly FieldDefinition[] | undefined
}

type Place = Omit<PlacedExpression, 'text' | 'expected'>

const atForm = ['answers', 'known', 'today']
const atSteps = [...atForm, 'findings', 'branches', 'fee']

/** Every expression of a definition. */
export function expressionsIn(definition: ServiceDefinition): PlacedExpression[] {
  const found: PlacedExpression[] = []
  const put = (place: Place, text: string | undefined, expected: Expected | undefined) => {
    if (text !== undefined) found.push({ ...place, text, expected })
  }
  fromForm(definition, put)
  fromEvidence(definition, put)
  fromFlow(definition, put)
  fromDocuments(definition, put)
  return found
}

type Put = (place: Place, text: string | undefined, expected: Expected | undefined) => void

function fromForm(definition: ServiceDefinition, put: Put): void {
  const form = (at: string): Place => ({ at, roots: atForm })
  definition.eligibility.forEach((rule, index) => {
    put(form(`eligibility.${index + 1}`), rule.when, 'bool')
  })
  put(form('subject'), definition.subject, 'string')
  put(form('territory'), definition.territory, 'string')
  put(form('risk'), definition.risk, 'int')
  if (typeof definition.once === 'object') put(form('once'), definition.once.per, undefined)
  put(form('validity.until'), definition.validity?.until, 'string')
  put(form('quota.score'), definition.quota?.score, 'int')
  put(form('quota.tieBreak'), definition.quota?.tieBreak, 'int')
  for (const page of definition.form.pages) {
    put(form(`pages.${page.id}`), page.when, 'bool')
    for (const group of page.groups) {
      put(form(`pages.${page.id}`), group.when, 'bool')
      for (const field of group.fields) fromField(field, form(`fields.${field.id}`), put)
    }
  }
}

const given = { text: 'string', number: 'number', money: 'number', 'yes-no': 'bool' } as const

function fromField(field: FieldDefinition, place: Place, put: Put): void {
  fromQuestion(field, place, put)
  put(place, field.prefill, undefined)
  put(place, field.value, given[field.gives ?? 'text'])
  for (const column of field.fields ?? []) {
    const inRow = { ...place, at: `${place.at}.${column.id}`, roots: [...place.roots, 'row'], within: field }
    fromQuestion(column, inRow, put)
  }
}

function fromQuestion(field: FieldDefinition | ColumnDefinition, place: Place, put: Put): void {
  put(place, field.when, 'bool')
  put(place, field.required, 'bool')
  for (const check of field.checks ?? []) put(place, check.holds, 'bool')
}

function fromEvidence(definition: ServiceDefinition, put: Put): void {
  definition.evidence.allOf.forEach((node, index) => {
    for (const item of 'oneOf' in node ? node.oneOf : [node]) {
      put({ at: `evidence.${index + 1}`, roots: atForm }, item.when, 'bool')
      put({ at: `evidence.${index + 1}`, roots: atForm }, item.known, 'bool')
    }
  })
  for (const line of definition.cost) {
    const place = { at: `cost.${line.id}`, roots: [...atForm, 'findings', 'branches'], state: '' }
    put(place, line.when, 'bool')
    put(place, line.amount, 'int')
    for (const factor of line.times ?? []) put(place, factor, 'number')
    for (const input of Object.values(line.formula?.inputs ?? {})) put(place, input, undefined)
  }
}

function fromFlow(definition: ServiceDefinition, put: Put): void {
  for (const state of definition.flow.states) {
    const place = { at: stateAt(state), roots: atSteps, state: state.id }
    put(place, state.appointment?.place, 'string')
    for (const answer of Object.values(state.subService?.answers ?? {})) put(place, answer, undefined)
    for (const branch of state.branches ?? []) {
      const here = { ...place, at: `${stateAt(state)}.branches.${branch.id}` }
      put(here, branch.when, 'bool')
      for (const field of branch.form) fromField(field, { ...here, own: branch.form }, put)
    }
  }
  for (const row of definition.flow.transitions) {
    const place = { at: stepAt(row), roots: atSteps, state: row.from }
    put(place, row.when, 'bool')
    for (const field of row.form) fromField(field, { ...place, own: row.form }, put)
  }
}

function fromDocuments(definition: ServiceDefinition, put: Put): void {
  for (const document of definition.documents) {
    for (const row of definition.flow.transitions.filter((one) => document.on.includes(one.verb))) {
      const place = { at: `documents.${document.id}`, roots: atSteps, state: row.from, own: row.form }
      put(place, document.when, 'bool')
      for (const value of Object.values(document.values)) put(place, value, undefined)
      for (const line of document.rows) put(place, line.value, undefined)
    }
  }
}
