import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { lockCase } from '../commands/case-row.ts'
import { stateOf } from '../domain.ts'
import { takeStep } from './take-step.ts'

/**
 * Takes back what another file granted, by the step that its own definition has for that: effects undone, letter of
 * voiding issued, applicant told. The official who acts answers for both files; who may is decided where he acts.
 * @returns false when that file is not in a state from which anything can be taken back
 */
export async function cancelGranted(
  tx: WriteHandle,
  context: CommandContext,
  caseId: string,
  reason: string,
): Promise<boolean> {
  const open = await lockCase(tx, caseId)
  if (!open) return false
  const row = open.definition.flow.transitions.find(
    (step) =>
      step.from === open.row.state &&
      step.undoes.length > 0 &&
      stateOf(open.definition, step.to).result === 'cancelled',
  )
  if (!row) return false
  const ground = row.reasons?.find((each) => each.id === 'court-voided') ?? row.reasons?.[0]
  await takeStep(tx, context, open, { row, reason, reasonId: ground?.id })
  return true
}
