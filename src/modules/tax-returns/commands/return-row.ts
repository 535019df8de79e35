import type { Selectable } from 'kysely'
import type { CommandContext } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import { listTaxpayersOf } from '#modules/local-tax/index.ts'
import { type ReturnState, type ReturnTax, returnMachine } from '../domain.ts'
import type { ReturnTable } from '../tables.ts'

export type ReturnRow = Selectable<ReturnTable>

/** As events and the journal name it. */
export const subjectType = 'tax-return' as const

/** Locked until the command ends. @throws not-found */
export async function lockReturn(tx: WriteHandle, id: string): Promise<ReturnRow> {
  const row = await tx.selectFrom('tax_returns.return').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** A return that lies where the official may do this. @throws not-found, forbidden */
export async function lockFor(
  tx: WriteHandle,
  context: CommandContext,
  id: string,
  permission: 'tax-returns.examine' | 'tax-returns.approve',
): Promise<ReturnRow> {
  const row = await lockReturn(tx, id)
  context.require(permission, { territory: row.village_code })
  return row
}

/** A return of somebody himself, or of a firm that he answers for; any other is not found. */
export async function lockOwn(tx: WriteHandle, context: CommandContext, id: string): Promise<ReturnRow> {
  const row = await lockReturn(tx, id)
  if (!(await answersFor(tx, context.actor.personId, row.taxpayer_id))) throw notFound()
  return row
}

export async function answersFor(db: AnyHandle, personId: string | undefined, taxpayerId: string): Promise<boolean> {
  const mine = personId ? await listTaxpayersOf(db, personId) : []
  return mine.some(({ id }) => id === taxpayerId)
}

export const monthOf = (row: Pick<ReturnRow, 'month'>): Temporal.PlainYearMonth =>
  Temporal.PlainDate.from(row.month).toPlainYearMonth()

/** Takes one step of a locked return. @throws wrong-state */
export async function takeStep(
  tx: WriteHandle,
  context: CommandContext,
  row: ReturnRow,
  verb: string,
  set: Partial<Pick<ReturnRow, 'assessment_id' | 'end_reason'>> = {},
): Promise<ReturnState> {
  const state = returnMachine.step(row.state, verb).to as ReturnState
  await tx
    .updateTable('tax_returns.return')
    .set({ state, ...set, updated_at: context.now.toString() })
    .where('id', '=', row.id)
    .execute()
  return state
}

export const eventOf = (id: string, payload: Readonly<Record<string, unknown>>) => ({
  subject: { type: subjectType, id },
  payload,
})

export const factsOf = (row: ReturnRow) => ({
  tax: row.tax as ReturnTax,
  month: monthOf(row),
  isCorrection: row.version > 0,
})

/** "Oktober 2026" is for pages; documents and grounds name the month as MM/YYYY. */
export const monthNumber = (row: Pick<ReturnRow, 'month'>): string => {
  const { month, year } = monthOf(row)
  return `${String(month).padStart(2, '0')}/${year}`
}
