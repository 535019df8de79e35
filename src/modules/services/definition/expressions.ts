import { Environment } from '@marcbachmann/cel-js'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { registerFunctions } from '../form/cel-functions.ts'
import {
  AddressValue,
  addressFields,
  celRow,
  celType,
  celValue,
  MapPointValue,
  mapPointFields,
  type RowClass,
  rowTypeName,
} from '../form/cel-values.ts'
import { type References, referencesOf, totalsIn, weigh } from '../form/expression-reading.ts'
import { columnsOf, fieldsOfPages, isRowKind, mostRowsOf } from '../form/kinds.ts'
import { Scope } from '../form/scope.ts'
import type { FieldDefinition, PageDefinition } from './schema-form.ts'

export interface Address {
  readonly street: string
  readonly rt: string
  readonly rw: string
  /** Code of the village. */
  readonly area: string
}
export interface MapPoint {
  readonly lat: number
  readonly lon: number
}
/** One row of a repeat group or a table. */
export type Row = Readonly<Record<string, string | number>>

/**
 * One answer as it is stored. Text kinds, dates (ISO), times, choices, yes-no ("yes", "no"), NIK, NIB, phone, e-mail,
 * area codes and a family member's id: text. Numbers, and money in whole rupiah: a number. Several choices and
 * family members: list of text. Files, photos, signatures: ids of attachments. Statements and consents: true.
 * A consent also has its moment beside it, as `<id>At`. Computed fields are stored like the kind they give.
 */
export type Answer = string | number | boolean | readonly string[] | Address | MapPoint | readonly Row[]
export type Answers = Readonly<Record<string, Answer>>

type Fact = string | number | boolean
/** Facts that registers hold about the applicant: single values, and lists of flat records such as `family`. */
export type Known = Readonly<Record<string, Fact | readonly Readonly<Record<string, Fact>>[]>>

/** Chosen rows of registers with their words, by field. */
export type ChosenOptions = Readonly<Record<string, readonly { readonly value: string; readonly label: LocalText }[]>>

export interface Surroundings {
  readonly answers: Answers
  readonly known: Known
  /** ISO date of the present day in the region's zone. */
  readonly today: string
  /**
   * Of each choice among rows of a register, the chosen row if it may still be chosen. Not there at all where nobody
   * looked: in a browser, in examples, when a case is judged again.
   */
  readonly options?: ChosenOptions | undefined
  /** What officials wrote at steps; only where a file is being handled. */
  readonly findings?: Readonly<Record<string, unknown>> | undefined
  /** Outcomes of parallel steps, by branch. */
  readonly branches?: Readonly<Record<string, string>> | undefined
  /** Whole rupiah due. */
  readonly fee?: bigint | number | undefined
}

/** The row in which a column's expression is asked. */
export interface RowScope {
  readonly field: FieldDefinition
  readonly row: unknown
}

/** The parts of a definition that expressions speak of; a browser has them without the flow. */
export interface ExpressionsOver {
  readonly form: { readonly pages: readonly PageDefinition[] }
  readonly flow?:
    | {
        readonly transitions: readonly { readonly form: readonly FieldDefinition[] }[]
        readonly states: readonly {
          readonly branches?: readonly { readonly form: readonly FieldDefinition[] }[] | undefined
        }[]
      }
    | undefined
}

export type Expected = 'bool' | 'string' | 'int' | 'number' | 'map'
type Run = (context: Record<string, unknown>) => unknown

/**
 * The expression language of one definition: CEL over the fields of its form, typed, so that a check
 * at publishing names an unknown field or a wrong type. An answer not given yet is "" or 0.
 * An expression that has no value (a division by nothing answered yet) is not true, and as text it is empty.
 */
export class Expressions {
  readonly fields: readonly FieldDefinition[]
  private readonly environment: Environment
  private readonly rowClasses = new Map<string, RowClass>()
  private readonly rowEnvironments = new Map<string, Environment>()
  private readonly answersClass: RowClass = class {} as RowClass
  private readonly parsed = new Map<string, Run>()
  private readonly scopes = new WeakMap<Surroundings, Scope>()
  private readonly references = new Map<string, References>()

  constructor(definition: ExpressionsOver) {
    this.fields = fieldsOfPages(definition.form.pages)
    // Longer or deeper expressions are refused when they are written; `weigh` bounds what they may cost.
    this.environment = new Environment({ limits: { maxAstNodes: 400, maxDepth: 40, maxListElements: 200 } })
    registerFunctions(this.environment)
      .registerType('Address', { ctor: AddressValue, fields: addressFields } as never)
      .registerType('MapPoint', { ctor: MapPointValue, fields: mapPointFields } as never)
    for (const field of [...this.fields, ...stepFields(definition)]) {
      if (!isRowKind(field.kind) || this.rowClasses.has(field.id)) continue
      const ctor: RowClass = class {} as RowClass
      const fields = Object.fromEntries(columnsOf(field).map((column) => [column.id, celType(column)]))
      this.rowClasses.set(field.id, ctor)
      this.environment.registerType(rowTypeName(field), { ctor, fields } as never)
    }
    const fields = Object.fromEntries(this.fields.map((field) => [field.id, celType(field)]))
    this.environment
      .registerType('Answers', { ctor: this.answersClass, fields } as never)
      .registerVariable('answers', 'Answers')
      .registerVariable('known', 'map')
      .registerVariable('today', 'string')
      .registerVariable('findings', 'map')
      .registerVariable('branches', 'map')
      .registerVariable('fee', 'int')
  }

  /**
   * @param expected result type; "number" takes whole and broken numbers
   * @param within the group or table in whose row the expression is asked
   * @returns what is wrong with an expression and where, or undefined
   */
  fault(expression: string, expected: Expected, within?: FieldDefinition): string | undefined {
    const environment = this.environmentOf(within)
    const result = environment.check(expression)
    if (!result.valid) return placed(result.error?.summary ?? 'cannot be read', result.error?.range?.start)
    const { ast } = environment.parse(expression)
    const unclear = referencesOf(ast).unclear
    if (unclear) return unclear
    for (const { field, column, node } of totalsIn(ast)) {
      const columns = columnsOf(this.fields.find((candidate) => candidate.id === field) ?? ({} as FieldDefinition))
      const found = columns.find((candidate) => candidate.id === column)
      if (!found) return placed(`"${field}" has no column "${column}"`, node.range.start)
      if (found.kind !== 'number' && found.kind !== 'money') {
        return placed(`column "${column}" of "${field}" is no number`, node.range.start)
      }
    }
    const heavy = weigh(ast, (id) => this.mostElements(id))
    if (heavy) return placed(heavy.fault, heavy.node.range.start)
    const type = String(result.type)
    return fits(type, expected) || type === 'dyn' ? undefined : `gives ${type}, ${expected} is needed`
  }

  /** The answers and facts that an expression asks for. The expression has to be a sound one. */
  referencesOf(expression: string, within?: FieldDefinition): References {
    const key = `${within?.id ?? ''}:${expression}`
    let found = this.references.get(key)
    if (!found) {
      found = referencesOf(this.environmentOf(within).parse(expression).ast)
      this.references.set(key, found)
    }
    return found
  }

  /** The values over which many expressions are to be evaluated. */
  scope(surroundings: Surroundings): Scope {
    let found = this.scopes.get(surroundings)
    if (!found) {
      found = this.freshScope(surroundings)
      this.scopes.set(surroundings, found)
    }
    return found
  }

  /** A scope of one's own, whose answers may be set one after another. */
  freshScope(surroundings: Surroundings): Scope {
    const values = new this.answersClass()
    for (const field of this.fields) values[field.id] = this.valueOf(field, surroundings.answers[field.id])
    return new Scope(this, surroundings, values)
  }

  evaluate(expression: string, surroundings: Surroundings, row?: RowScope): unknown {
    return this.scope(surroundings).value(expression, row)
  }

  isTrue(expression: string | undefined, surroundings: Surroundings, otherwise = true, row?: RowScope): boolean {
    return expression === undefined ? otherwise : this.evaluate(expression, surroundings, row) === true
  }

  text(expression: string, surroundings: Surroundings): string {
    return this.scope(surroundings).text(expression)
  }

  run(expression: string, context: Record<string, unknown>, within?: FieldDefinition): unknown {
    const key = within ? `${within.id}:${expression}` : expression
    let run = this.parsed.get(key)
    if (!run) {
      run = this.environmentOf(within).parse(expression) as unknown as Run
      this.parsed.set(key, run)
    }
    try {
      return run(context)
    } catch (error) {
      if ((error as Error).name === 'EvaluationError') return undefined
      throw error
    }
  }

  valueOf(field: FieldDefinition, answer: unknown): unknown {
    return celValue(field, answer, this.rowClasses.get(field.id))
  }

  rowOf({ field, row }: RowScope): unknown {
    return celRow(field, row, this.rowClasses.get(field.id) as RowClass)
  }

  private environmentOf(within: FieldDefinition | undefined): Environment {
    if (!within) return this.environment
    let found = this.rowEnvironments.get(within.id)
    if (!found) {
      found = this.environment.clone().registerVariable('row', rowTypeName(within))
      this.rowEnvironments.set(within.id, found)
    }
    return found
  }

  private mostElements(id: string): number {
    const field = this.fields.find((candidate) => candidate.id === id)
    if (!field) return 1
    if (isRowKind(field.kind)) return mostRowsOf(field)
    if (field.kind === 'family-members') return 50
    return field.kind === 'multi' ? (field.options?.length ?? 1) : 1
  }
}

function fits(type: string, expected: Expected): boolean {
  if (expected === 'number') return type === 'int' || type === 'double'
  return expected === 'map' ? type.startsWith('map') : type === expected
}

function placed(message: string, position: number | undefined): string {
  return position === undefined ? message : `${message} (at ${position + 1})`
}

const compiled = new WeakMap<object, Expressions>()

/** What officials fill in; its rows have columns too. */
function stepFields({ flow }: ExpressionsOver): FieldDefinition[] {
  if (!flow) return []
  const branches = flow.states.flatMap((state) => state.branches ?? [])
  return [...flow.transitions, ...branches].flatMap((step) => [...step.form])
}

/** The compiled expressions of a definition, kept as long as the definition. */
export function expressionsOf(definition: ExpressionsOver): Expressions {
  let found = compiled.get(definition)
  if (!found) {
    found = new Expressions(definition)
    compiled.set(definition, found)
  }
  return found
}

/** A definition that differs only in its texts has the same expressions. */
export function shareExpressions(expressions: Expressions, definition: ExpressionsOver): void {
  compiled.set(definition, expressions)
}
