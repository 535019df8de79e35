import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { insertFileVersion } from './stored-signatures.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Puts a file that has been brought to a higher level in the place of the one that it continues. Made outside of the
 * transaction, because it may take a network; whatever happened to the document meanwhile wins, and the job starts anew.
 */
export const raiseLevel = command({
  name: 'documents.raise-level',
  event: 'documents.level-raised.v1',
  access: systemOnly,
  isolation: 'repeatable read',
  input: z.object({
    documentId: z.uuid(),
    fromHash: hash,
    fileHash: hash,
    sizeBytes: z.int().positive(),
    level: z.enum(['B-B', 'B-T', 'B-LT', 'B-LTA']),
    stamp: z.object({ at: z.date(), certificateEnds: z.date() }).optional(),
  }),
  async run(tx, input, context) {
    const { documentId, fromHash, fileHash, sizeBytes, level, stamp } = input
    const now = new Date(context.now.epochMilliseconds)
    const row = await tx
      .selectFrom('documents.issued')
      .select(['file_hash', 'completed_at'])
      .where('id', '=', documentId)
      .executeTakeFirst()
    if (!row?.completed_at || row.file_hash !== fromHash) return { result: 'overtaken' as const, event: undefined }
    await tx.deleteFrom('documents.raising').where('document_id', '=', documentId).execute()
    await tx
      .updateTable('documents.issued')
      .set({ file_hash: fileHash, size_bytes: sizeBytes, level })
      .where('id', '=', documentId)
      .execute()
    if (fileHash !== fromHash) {
      await assertContinues(context.tenant, fromHash, fileHash)
      const version = (await lastVersion(tx, documentId)) + 1
      await insertFileVersion(tx, documentId, { version, fileHash, sizeBytes, reason: 'level-raised', madeAt: now })
      if (stamp) await keepStamp(tx, documentId, version, stamp)
    }
    const event = { subject: { type: 'document', id: documentId }, payload: { level, fileHash } }
    return { result: 'raised' as const, event }
  },
})

/** The last time that something was added to a file it was put off until later. */
export const postponeRaising = command({
  name: 'documents.postpone-raising',
  event: 'documents.raising-postponed.v1',
  access: systemOnly,
  input: z.object({ documentId: z.uuid(), problem: z.string() }),
  async run(tx, { documentId, problem }, context) {
    const known = await tx
      .selectFrom('documents.raising')
      .select('attempts')
      .where('document_id', '=', documentId)
      .executeTakeFirst()
    const attempts = (known?.attempts ?? 0) + 1
    const row = {
      attempts,
      problem: problem.slice(0, 500),
      retry_at: context.now.add({ minutes: Math.min(2 ** attempts, longestPauseMinutes) }).toString(),
    }
    await tx
      .insertInto('documents.raising')
      .values({ document_id: documentId, ...row })
      .onConflict((conflict) => conflict.column('document_id').doUpdateSet(row))
      .execute()
    return {
      result: { attempts },
      event: { subject: { type: 'document', id: documentId }, payload: { attempts, problem: row.problem } },
    }
  },
})

const longestPauseMinutes = 24 * 60

export async function lastVersion(tx: WriteHandle, documentId: string): Promise<number> {
  const row = await tx
    .selectFrom('documents.file_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  return row?.version ?? 0
}

/** The newer file is stored, and begins with every byte of the older one. */
async function assertContinues(tenant: Tenant, fromHash: string, fileHash: string): Promise<void> {
  const [older, newer] = await Promise.all([tenant.files.get(fromHash), tenant.files.get(fileHash)])
  if (newer.length <= older.length || !Buffer.from(newer.subarray(0, older.length)).equals(older)) {
    throw new Error(`file ${fileHash} does not continue ${fromHash}`)
  }
}

async function keepStamp(
  tx: WriteHandle,
  documentId: string,
  version: number,
  stamp: { readonly at: Date; readonly certificateEnds: Date },
): Promise<void> {
  await tx
    .updateTable('documents.archive_stamp')
    .set({ is_superseded: true })
    .where('document_id', '=', documentId)
    .execute()
  await tx
    .insertInto('documents.archive_stamp')
    .values({
      document_id: documentId,
      version,
      stamped_at: stamp.at,
      certificate_valid_to: stamp.certificateEnds,
    })
    .execute()
}
