import type { Command } from '#kernel/command/command.ts'
import { invalidInput } from '#kernel/command/invalid-input.ts'
import { AppError } from '#kernel/errors.ts'
import { writeEvent } from '#kernel/journal/journal.ts'
import type { EffectInput } from '#modules/services/index.ts'

/**
 * What an official does at the desk, done by the signature on a file: the file is the right to it. The taxpayer or object
 * changes as at the desk and has the same event in its history, with the number of the file.
 * @throws conflict with the sentence of the first field that is wrong: whoever signs has no form of it before him
 */
export async function byFile<Input, Result>(
  { tx, context, caseNumber }: Pick<EffectInput, 'tx' | 'context' | 'caseNumber'>,
  command: Command<Input, Result>,
  facts: unknown,
): Promise<Result> {
  const outcome = await asConflict(() => {
    const parsed = command.input.safeParse(facts)
    if (!parsed.success) throw invalidInput(parsed.error)
    return command.run(tx, parsed.data, { ...context, require: () => undefined })
  })
  if (outcome.event) {
    const { subject, payload } = outcome.event
    const written = { subject, payload: { ...payload, file: caseNumber }, name: command.event, command: command.name }
    await writeEvent(tx, { ...written, at: context.now, actor: context.actor, requestId: context.requestId })
  }
  return outcome.result
}

/** What is wrong at a field is told whoever signs as a sentence. */
export async function asConflict<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const [first] = error instanceof AppError && error.code === 'invalid-input' ? (error.fields ?? []) : []
    throw first ? new AppError('conflict', { text: first.message, cause: error }) : error
  }
}
