import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, type FieldError } from '#kernel/errors.ts'
import type { OpenCase } from '../commands/case-row.ts'
import { type Answers, expressionsOf } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { checkField } from '../form/check-answer.ts'
import { isFileKind } from '../form/kinds.ts'
import { listAttachments } from '../queries/attachments.ts'
import { factsOf } from './facts.ts'

/**
 * Checks what the taker of a step filled in, by the same rules as any form.
 * @returns the answers to the questions that apply, files included
 * @throws invalid-input at each field
 */
export async function checkFindings(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  form: readonly FieldDefinition[],
  given: Readonly<Record<string, unknown>>,
): Promise<Answers> {
  if (form.length === 0) return {}
  const files = Map.groupBy(await listAttachments(tx, open.row.id), (file) => file.field)
  const typed: Record<string, unknown> = {}
  for (const field of form) {
    const value = isFileKind(field.kind) ? files.get(field.id)?.map((file) => file.id) : given[field.id]
    if (value !== undefined) typed[field.id] = value
  }
  const facts = factsOf(context.tenant, open, context.now)
  const scope = expressionsOf(open.definition).freshScope({ ...facts, findings: { ...facts.findings, ...typed } })
  const asked = form.filter((field) => scope.isTrue(field.when))
  const faults: FieldError[] = asked.flatMap((field) => checkField(field, typed[field.id], scope))
  if (faults.length) throw new AppError('invalid-input', { fields: faults })
  return Object.fromEntries(
    asked.flatMap((field) => (field.id in typed ? [[field.id, typed[field.id]]] : [])),
  ) as Answers
}
