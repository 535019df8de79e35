import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { lockCase, type OpenCase } from '../commands/case-row.ts'
import { expressionsOf, type Surroundings } from '../definition/expressions.ts'
import type { StateDefinition } from '../definition/schema.ts'
import { getCurrentDefinition } from '../definition/store.ts'
import { knownSources } from '../extensions.ts'
import { journeyOf } from '../form/journey.ts'
import { rowsBy } from './enter-state.ts'
import { factsOf } from './facts.ts'
import { openCase } from './open-case.ts'
import { takeStep } from './take-step.ts'

/**
 * Starts the case of another service that this one waits for. What the applicant already said is not asked again.
 * @throws invalid-input naming what the other service needs and was not said here
 */
export async function openSubCase(
  tx: WriteHandle,
  context: CommandContext,
  parent: OpenCase,
  sub: NonNullable<StateDefinition['subService']>,
  facts: Surroundings,
): Promise<string> {
  const today = dayOf(context.now, context.tenant.profile.zone).toString()
  const definition = await getCurrentDefinition(tx, sub.service, today)
  const language = expressionsOf(parent.definition)
  const answers = Object.fromEntries(
    Object.entries(sub.answers).map(([field, expression]) => {
      const value = language.evaluate(expression, facts)
      return [field, typeof value === 'bigint' ? Number(value) : value]
    }),
  )
  const known = await knownSources.get(definition.known)(
    context.tenant,
    tx,
    parent.row.applicant_person_id,
    answers as never,
  )
  const journey = journeyOf(definition, {
    answers: answers as never,
    known,
    today,
    seen: definition.form.pages.map((page) => page.id),
  })
  const wrong = journey.pages.flatMap((page) => page.errors)
  if (wrong.length) throw new AppError('invalid-input', { fields: wrong.map((fault) => ({ ...fault, path: 'verb' })) })
  const child = await openCase(tx, context, {
    id: newId(context.now.epochMilliseconds),
    definition,
    journey,
    personId: parent.row.applicant_person_id,
    accountId: parent.row.account_id,
    parentCaseId: parent.row.id,
  })
  return child.row.id
}

/** The case of the other service is closed: the one that waited goes on. */
export async function resumeParent(tx: WriteHandle, context: CommandContext, child: OpenCase): Promise<void> {
  const parentId = child.row.parent_case_id
  if (!parentId || !child.row.result) return
  const parent = await lockCase(tx, parentId)
  if (!parent) return
  const facts = { ...factsOf(context.tenant, parent, context.now), branches: { sub: child.row.result } }
  const language = expressionsOf(parent.definition)
  const row = rowsBy(parent, parent.row.state, 'sub-service').find((each) => language.isTrue(each.when, facts))
  if (row) await takeStep(tx, context, parent, { row })
}
