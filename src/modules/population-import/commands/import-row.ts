import type { Selectable } from 'kysely'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { type ImportState, importMachine } from '../domain.ts'
import type { ImportTable } from '../tables.ts'

export type ImportRow = Selectable<ImportTable> & { readonly state: ImportState }

/** Locked until the command ends: two acts on one import take turns. @throws not-found */
export async function lockImport(tx: WriteHandle, importId: string): Promise<ImportRow> {
  const row = await tx
    .selectFrom('population_import.import')
    .selectAll()
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row as ImportRow
}

/** The import in the state that the step leaves, for somebody who may take it. @throws not-found, forbidden, wrong-state */
export async function takeStep(
  tx: WriteHandle,
  context: CommandContext,
  importId: string,
  verb: string,
): Promise<{ readonly row: ImportRow; readonly to: ImportState }> {
  const row = await lockImport(tx, importId)
  const { by, to } = importMachine.step(row.state, verb)
  if (by !== 'engine') await requireHere(tx, context, by, row.unit_path)
  return { row, to: to as ImportState }
}

/** An import may bring people of any village, so it needs the right for the whole region. */
export async function requireHere(
  tx: WriteHandle,
  context: CommandContext,
  permission: string,
  unitPath: string,
): Promise<void> {
  if (context.actor.kind === 'system') return
  const own = await findOwnRegion(tx)
  context.require(permission, { unitPath, territory: own?.code })
}

/** Four eyes: nobody approves what he prepared or asked for himself. @throws forbidden */
export function requireOther(context: CommandContext, ...accounts: readonly (string | null)[]): void {
  if (!accounts.includes(context.actor.accountId ?? '')) return
  throw new AppError('forbidden', {
    text: {
      id: 'Yang menyiapkan impor tidak dapat menyetujuinya sendiri. Minta pejabat lain memeriksanya.',
      en: 'Who prepared an import cannot approve it. Ask another official to look at it.',
    },
  })
}

export interface Changes {
  readonly [column: string]: string | number | Buffer | null | undefined
}

export async function changeImport(
  tx: WriteHandle,
  context: CommandContext,
  importId: string,
  changes: Changes,
): Promise<void> {
  await tx
    .updateTable('population_import.import')
    .set({ ...changes, updated_at: context.now.toString() })
    .where('id', '=', importId)
    .execute()
}

export const whoActs = (context: CommandContext) => ({
  account: context.actor.accountId ?? '',
  label: labelOf(context.actor),
})

export const eventOf = (importId: string, payload: Readonly<Record<string, unknown>> = {}) => ({
  subject: { type: 'population-import', id: importId },
  payload,
})
