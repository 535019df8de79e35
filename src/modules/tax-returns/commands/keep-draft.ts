import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { dayNames, formNames, may } from '../domain.ts'
import { eventOf, lockOwn, type ReturnRow } from './return-row.ts'

const names = new Set<string>([...formNames, ...dayNames])
/** As long as anything that is typed is kept; what is too long for a return is said when it is read. */
const longestKept = 1000

/** @throws wrong-state when nothing can be filed any more */
export function mustBeFillable(row: ReturnRow): void {
  if (!may(row.state, row.version > 0 ? 'correct' : 'file')) throw new AppError('wrong-state')
}

/** Keeps what the taxpayer typed, right or wrong: nothing is declared by it. */
export const keepDraft = command({
  name: 'tax-returns.keep-draft',
  event: 'tax-returns.draft-kept.v1',
  access: citizen,
  input: z.object({ returnId: z.uuid(), typed: z.record(z.string(), z.string()) }),
  async run(tx, { returnId, typed }, context) {
    const row = await lockOwn(tx, context, returnId)
    mustBeFillable(row)
    const kept = Object.fromEntries(
      Object.entries(typed)
        .filter(([name, value]) => names.has(name) && value.trim() !== '')
        .map(([name, value]) => [name, value.slice(0, longestKept)]),
    )
    await tx
      .updateTable('tax_returns.return')
      .set({ draft: JSON.stringify(kept), updated_at: context.now.toString() })
      .where('id', '=', returnId)
      .execute()
    return { result: null, event: eventOf(returnId, {}) }
  },
})

/** Of one version. */
const mostPapers = 5

/** When something was filed last; papers before it belong to what was filed. */
async function lastFiled(tx: WriteHandle, returnId: string): Promise<Date> {
  const row = await tx
    .selectFrom('tax_returns.version')
    .select('filed_at')
    .where('return_id', '=', returnId)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.filed_at ?? new Date(0)
}

/** Adds a stored file to a return; the same file twice is one. */
export const attachPaper = command({
  name: 'tax-returns.attach-paper',
  event: 'tax-returns.paper-attached.v1',
  access: citizen,
  input: z.object({
    returnId: z.uuid(),
    fileHash: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().min(1).max(120),
    mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
    sizeBytes: z.number().int().positive(),
  }),
  async run(tx, { returnId, fileHash, name, mediaType, sizeBytes }, context) {
    const row = await lockOwn(tx, context, returnId)
    mustBeFillable(row)
    const filedAt = await lastFiled(tx, returnId)
    const known = await tx
      .selectFrom('tax_returns.attachment')
      .select(['id', 'file_hash'])
      .where('return_id', '=', returnId)
      .where('removed_at', 'is', null)
      .where('attached_at', '>', filedAt)
      .execute()
    const same = known.find((paper) => paper.file_hash === fileHash)
    if (same) return { result: { attachmentId: same.id }, event: undefined }
    if (known.length >= mostPapers)
      throw new AppError('invalid-input', {
        fields: [
          {
            path: 'papers',
            message: {
              id: `Paling banyak ${mostPapers} berkas. Hapus salah satu dahulu.`,
              en: `At most ${mostPapers} files. Remove one first.`,
            },
          },
        ],
      })
    const id = newId(context.now.epochMilliseconds) as string
    await tx
      .insertInto('tax_returns.attachment')
      .values({
        id,
        return_id: returnId,
        file_hash: fileHash,
        name,
        media_type: mediaType,
        size_bytes: sizeBytes,
        attached_at: context.now.toString(),
      })
      .execute()
    return { result: { attachmentId: id }, event: eventOf(returnId, { attachmentId: id, name }) }
  },
})

/** Takes a paper off a return that was not filed since; papers of what was filed stay. */
export const removePaper = command({
  name: 'tax-returns.remove-paper',
  event: 'tax-returns.paper-removed.v1',
  access: citizen,
  input: z.object({ returnId: z.uuid(), attachmentId: z.uuid() }),
  async run(tx, { returnId, attachmentId }, context) {
    const row = await lockOwn(tx, context, returnId)
    mustBeFillable(row)
    const filedAt = await lastFiled(tx, returnId)
    const gone = await tx
      .updateTable('tax_returns.attachment')
      .set({ removed_at: context.now.toString() })
      .where('id', '=', attachmentId)
      .where('return_id', '=', returnId)
      .where('removed_at', 'is', null)
      .where('attached_at', '>', filedAt)
      .returning('id')
      .execute()
    return { result: null, event: gone.length > 0 ? eventOf(returnId, { attachmentId }) : undefined }
  },
})
