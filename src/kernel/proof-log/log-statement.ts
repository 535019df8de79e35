import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { WriteHandle } from '../db/database.ts'
import { entryText } from '../journal/entry.ts'
import { leafHash } from './merkle.ts'

/**
 * Lets something that people hold in their hands, such as the signed statement of a document, wait for the proof log in
 * the transaction that made it. The commitment is its plain SHA-256: who holds the statement needs no secret to find
 * it in the log, and who does not cannot guess it, for a statement ends with a signature.
 */
export async function logStatement(
  tx: WriteHandle,
  record: { readonly id: string; readonly at: Temporal.Instant; readonly statement: Uint8Array },
): Promise<void> {
  const commitment = commitmentOfStatement(record.statement)
  const leaf = leafHash(entryText(record.id, commitment))
  await sql`insert into kernel.proof_pending (id, at, source, commitment, leaf)
    values (${record.id}, ${record.at.toString()}, 'document', ${commitment}, ${leaf})`.execute(tx)
}

export const commitmentOfStatement = (statement: Uint8Array): Buffer => createHash('sha256').update(statement).digest()
