import type { Expressions, RowScope, Surroundings } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { celFacts } from './cel-values.ts'
import { decimalsOf, kindOf } from './kinds.ts'

/** Values at one moment of filling in. */
export class Scope {
  private readonly context: Record<string, unknown>

  constructor(
    private readonly language: Expressions,
    readonly surroundings: Surroundings,
    private readonly values: Record<string, unknown>,
  ) {
    const { known, today, findings, branches, fee } = surroundings
    this.context = {
      answers: values,
      known: factsOf(known),
      today,
      findings: findings ? factsOf(findings) : {},
      branches: branches ?? {},
      fee: BigInt(fee ?? 0),
    }
  }

  set(field: FieldDefinition, answer: unknown): void {
    this.values[field.id] = this.language.valueOf(field, answer)
  }

  value(expression: string, row?: RowScope): unknown {
    if (!row) return this.language.run(expression, this.context)
    return this.language.run(expression, { ...this.context, row: this.language.rowOf(row) }, row.field)
  }

  isTrue(expression: string | undefined, otherwise = true, row?: RowScope): boolean {
    return expression === undefined ? otherwise : this.value(expression, row) === true
  }

  text(expression: string): string {
    const value = this.value(expression)
    return value === null || value === undefined ? '' : String(value)
  }

  /** The value of a computed field as an answer: a yes or no is "yes" or "no". Undefined while it has none. */
  computed(field: FieldDefinition): string | number | undefined {
    const value = this.value(field.value ?? '')
    switch (kindOf(field)) {
      case 'number':
      case 'money': {
        if (typeof value !== 'bigint' && typeof value !== 'number') return undefined
        const digits = 10 ** (kindOf(field) === 'money' ? 0 : decimalsOf(field))
        const rounded = Math.round(Number(value) * digits) / digits
        return Number.isSafeInteger(Math.trunc(rounded)) ? rounded : undefined
      }
      case 'yes-no':
        return typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined
      default:
        return typeof value === 'string' && value !== '' ? value : undefined
    }
  }
}

/** Facts do not change once read, and are asked many times. */
const facts = new WeakMap<object, unknown>()

function factsOf(given: object): unknown {
  let found = facts.get(given)
  if (!found) {
    found = celFacts(given)
    facts.set(given, found)
  }
  return found
}
