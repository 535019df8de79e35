import type { Expressions, Surroundings } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { checkField } from './check-answer.ts'
import type { AnswerError } from './journey.ts'
import { isRowKind } from './kinds.ts'
import type { Typed } from './read-answers.ts'
import { isBlankRow, rowsOf } from './rows.ts'

/** What an official fills in at a step: which questions apply, what he wrote, and what is wrong with it. */
export interface StepForm {
  readonly fields: readonly FieldDefinition[]
  readonly findings: Readonly<Record<string, unknown>>
  readonly errors: readonly AnswerError[]
}

/**
 * The same kinds, conditions and checks as in applications, for the form of a step or review. Its expressions see the
 * application as `answers` and what is being written as `findings`, together with what was found before.
 */
export function stepForm(
  fields: readonly FieldDefinition[],
  given: Typed,
  expressions: Expressions,
  surroundings: Surroundings,
): StepForm {
  let findings: Record<string, unknown> = { ...given }
  for (let round = 0; ; round += 1) {
    const scope = expressions.freshScope({ ...surroundings, findings: { ...surroundings.findings, ...findings } })
    const asked = fields.filter((field) => scope.isTrue(field.when))
    const kept: Record<string, unknown> = {}
    for (const field of asked) {
      const value = field.kind === 'computed' ? scope.computed(field) : given[field.id]
      if (value !== undefined)
        kept[field.id] = isRowKind(field.kind) ? rowsOf(value).filter((row) => !isBlankRow(row)) : value
    }
    const isSettled = JSON.stringify(kept) === JSON.stringify(findings)
    findings = kept
    if (!isSettled && round <= fields.length) continue
    const errors = asked.flatMap((field) => checkField(field, given[field.id], scope))
    return { fields: asked, findings, errors }
  }
}
