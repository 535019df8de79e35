import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { lockNumber } from '../register-row.ts'

/**
 * Makes a number void inside the command that gives up what it was taken for. It keeps its place and its reason.
 * @throws not-found; wrong-state when it is void already
 */
export async function voidTakenNumber(
  tx: WriteHandle,
  context: CommandContext,
  numberId: string,
  reason: string,
): Promise<void> {
  const row = await lockNumber(tx, numberId)
  if (row.status === 'void') {
    throw new AppError('wrong-state', { text: { id: 'Nomor ini sudah batal.', en: 'This number is void already.' } })
  }
  await tx
    .updateTable('registers.number')
    .set({
      status: 'void',
      void_reason: reason,
      voided_at: context.now.toString(),
      voided_by: labelOf(context.actor),
    })
    .where('id', '=', row.id)
    .execute()
}
