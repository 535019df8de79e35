import type { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { findActivePeer, type Peer } from '../queries/peers.ts'
import { lockTransfer, type TransferRow } from '../transfers.ts'
import { hearDestination } from './hear-destination.ts'
import { hearOrigin } from './hear-origin.ts'
import { type Statement, statementSchema } from './statement.ts'

/**
 * Takes in what another region states of a transfer, after its signature was checked. A number that was taken in before
 * changes nothing.
 * @throws unreadable when the region is not, or no longer, one that was verified
 */
export const takeStatement = command({
  name: 'population.take-statement',
  event: 'population.transfer-heard.v1',
  access: systemOnly,
  input: statementSchema as z.ZodType<Statement>,
  async run(tx, statement, context) {
    const peer = await findActivePeer(tx, statement.iss)
    if (!peer) throw new AppError('unreadable')
    const known = await findLocked(tx, statement.transfer)
    if (known && (known.peer_code !== peer.regionCode || !fitsSide(known, statement))) throw new AppError('unreadable')
    if (known) await noteSeen(tx, known, statement.seen)
    if (known && statement.seq <= known.peer_seq) return { result: { changed: false }, event: undefined }
    if (statement.side === 'destination') await hearDestination(tx, context, peer, known, statement)
    else await hearOrigin(tx, context, peer, known, statement)
    await tx
      .updateTable('population.transfer')
      .set({ peer_seq: statement.seq, peer_word: statement.says })
      .where('id', '=', statement.transfer)
      .execute()
    return {
      result: { changed: true },
      event: {
        subject: { type: 'transfer', id: statement.transfer },
        payload: { from: peer.regionCode, says: statement.says, seq: statement.seq },
      },
    }
  },
})

const fitsSide = (row: TransferRow, { side }: Statement) => (row.direction === 'out') === (side === 'destination')

async function findLocked(tx: WriteHandle, id: string): Promise<TransferRow | undefined> {
  const row = await tx.selectFrom('population.transfer').select('id').where('id', '=', id).executeTakeFirst()
  return row && lockTransfer(tx, id)
}

/** What the other side has taken in need not be sent again. */
async function noteSeen(tx: WriteHandle, row: TransferRow, seen: number): Promise<void> {
  if (seen <= row.confirmed_seq || seen > row.seq) return
  await tx
    .updateTable('population.transfer')
    .set({ confirmed_seq: seen, ...(seen === row.seq ? { next_attempt_at: null, attempts: 0 } : {}) })
    .where('id', '=', row.id)
    .execute()
}

export interface Heard {
  readonly tx: WriteHandle
  readonly context: CommandContext
  readonly peer: Peer
}
