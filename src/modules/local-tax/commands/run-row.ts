import type { Selectable } from 'kysely'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { runMachine } from '../domain.ts'
import type { RunTable } from '../tables.ts'
import { requireAt } from './place.ts'

export type RunRow = Selectable<RunTable>

/** A row of law as a run remembers it. */
export interface RememberedRule {
  readonly id: string
  readonly key: string
  readonly citation: string
}

/** Locked until the command ends. @throws not-found */
export async function lockRun(tx: WriteHandle, runId: string): Promise<RunRow> {
  const row = await tx.selectFrom('local_tax.run').selectAll().where('id', '=', runId).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** The run and the state its step leads to, for somebody who may take it. @throws not-found, forbidden, wrong-state */
export async function takeStep(tx: WriteHandle, context: CommandContext, runId: string, verb: string) {
  const row = await lockRun(tx, runId)
  const { by, to } = runMachine.step(row.state, verb)
  if (by !== 'engine') await requireAt(tx, context, by, null)
  return { row, to: to as RunRow['state'] }
}

/** Four eyes. @throws forbidden for who prepared or submitted it */
export function requireOther(context: CommandContext, row: RunRow): void {
  if (![row.made_by_account, row.submitted_by_account].includes(context.actor.accountId ?? '')) return
  throw new AppError('forbidden', {
    text: {
      id: 'Yang menyiapkan penetapan tidak dapat menyetujuinya sendiri. Minta pejabat lain memeriksanya.',
      en: 'Who prepared an assessment cannot approve it. Ask another official to look at it.',
    },
  })
}

export const runTask = 'local-tax.work-on-run'

/** The work of a run goes on in one job at a time. */
export const enqueueRun = (context: CommandContext, runId: string) =>
  context.enqueue(runTask, { runId }, { key: `${runTask}:${runId}` })

export const eventOf = (runId: string, payload: Readonly<Record<string, unknown>> = {}) => ({
  subject: { type: 'tax-run', id: runId },
  payload,
})
