import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'

export async function coSignDocument(
  _tx: WriteHandle,
  _context: CommandContext,
  _ask: { readonly documentId: string; readonly mandateId?: string | undefined },
): Promise<void> {
  throw new AppError('unavailable')
}
