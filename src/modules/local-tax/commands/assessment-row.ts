import type { Selectable } from 'kysely'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type Sen, senFromNumeric, senToNumeric } from '#kernel/money/money.ts'
import { type AssessmentState, assessmentMachine, type Claim } from '../claims.ts'
import type { AssessmentTable } from '../tables.ts'

export type AssessmentRow = Selectable<AssessmentTable>

/** What the bill of an assessment is for, as billing keeps it. */
export const subjectType = 'tax-assessment'

/** Locked until the command ends. @throws not-found */
export async function lockAssessment(tx: WriteHandle, id: string): Promise<AssessmentRow> {
  const row = await tx
    .selectFrom('local_tax.assessment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

export const eventOf = (id: string, payload: Readonly<Record<string, unknown>>) => ({
  subject: { type: subjectType, id },
  payload,
})

export const claimOf = (row: AssessmentRow): Claim => ({
  state: row.state,
  amount: senFromNumeric(row.amount),
  paid: senFromNumeric(row.paid_amount),
  writtenOff: senFromNumeric(row.written_off_amount),
})

interface StepFacts {
  readonly ground?: string | undefined
  readonly amount?: Sen | undefined
  readonly documentId?: string | undefined
  /** What else of the row changes with the step. */
  readonly set?: Partial<Omit<AssessmentRow, 'basis' | 'id'>> | undefined
}

/** Takes one step of a locked assessment and writes its history. @throws wrong-state */
export async function takeStepOf(
  tx: WriteHandle,
  context: CommandContext,
  row: AssessmentRow,
  verb: string,
  facts: StepFacts = {},
): Promise<AssessmentState> {
  const to = assessmentMachine.step(row.state, verb).to as AssessmentState
  await tx
    .updateTable('local_tax.assessment')
    .set({ state: to, ...facts.set })
    .where('id', '=', row.id)
    .execute()
  await tx
    .insertInto('local_tax.step')
    .values({
      id: newId(context.now.epochMilliseconds),
      assessment_id: row.id,
      at: context.now.toString(),
      verb,
      from_state: row.state,
      to_state: to,
      by: labelOf(context.actor),
      ground: facts.ground ?? '',
      amount: facts.amount === undefined ? null : senToNumeric(facts.amount),
      document_id: facts.documentId ?? null,
    })
    .execute()
  return to
}
