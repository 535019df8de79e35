import { z } from 'zod'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { findActingSigner } from '#modules/organization/index.ts'
import { isAct } from '../../authority/acts.ts'
import { checkAuthority } from '../../authority/check-authority.ts'
import type { Problem } from '../domain.ts'
import { certifies, lockBatch } from './batches.ts'

export interface AskedDocument {
  readonly ordinal: number
  readonly documentId: string
  /** The file to send. */
  readonly fileHash: string
  readonly title: string
}

/**
 * Writes down, before anything leaves the house, which file of which document is about to be sent: should the program end
 * while the service signs, this is how we know that we asked.
 */
export const askSignatures = command({
  name: 'documents.ask-signatures',
  event: 'documents.signatures-asked.v1',
  access: certifies,
  input: z.object({ batchId: z.uuid(), ordinals: z.array(z.int().min(0)).min(1).max(50) }),
  async run(tx, { batchId, ordinals }, context) {
    const batch = await lockBatch(tx, context, batchId)
    const now = context.now.toString()
    if (batch.state !== 'running') return { result: { halted: true, asked: [] }, event: undefined }
    const items = await tx
      .selectFrom('documents.certification as c')
      .innerJoin('documents.issued as i', 'i.id', 'c.document_id')
      .select(['c.ordinal', 'c.document_id', 'c.attempts', 'i.file_hash', 'i.title', 'i.revoked_at', 'i.completed_at'])
      .where('c.batch_id', '=', batchId)
      .where('c.ordinal', 'in', ordinals)
      .where('c.state', '=', 'waiting')
      .orderBy('c.ordinal')
      .execute()
    const asked: AskedDocument[] = []
    for (const item of items) {
      const problem = await problemOf(tx, context, item, batch)
      await tx
        .updateTable('documents.certification')
        .set(
          problem
            ? { state: 'failed', problem, ended_at: now }
            : { state: 'asked', problem: null, sent_hash: item.file_hash, asked_at: now, attempts: item.attempts + 1 },
        )
        .where('batch_id', '=', batchId)
        .where('ordinal', '=', item.ordinal)
        .execute()
      if (!problem) {
        const { ordinal, title } = item
        asked.push({ ordinal, title, documentId: item.document_id, fileHash: item.file_hash })
      }
    }
    await tx.updateTable('documents.certification_batch').set({ beat_at: now }).where('id', '=', batchId).execute()
    const payload = { asked: asked.map(({ documentId, fileHash }) => ({ documentId, fileHash })) }
    return {
      result: { halted: false, asked },
      event: { subject: { type: 'certification-batch', id: batchId }, payload },
    }
  },
})

interface Item {
  readonly document_id: string
  readonly revoked_at: Date | null
  readonly completed_at: Date | null
}

interface Holder {
  readonly official_id: string
  readonly position_id: string
}

async function problemOf(
  tx: WriteHandle,
  context: CommandContext,
  item: Item,
  batch: Holder,
): Promise<Problem | undefined> {
  if (item.revoked_at) return 'revoked'
  if (!item.completed_at) return 'incomplete'
  const mine = await tx
    .selectFrom('documents.signature')
    .select(['provider', 'position_id', 'act', 'on_behalf_form'])
    .where('document_id', '=', item.document_id)
    .where('official_id', '=', batch.official_id)
    .execute()
  if (mine.some(({ provider }) => provider === 'bsre')) return 'certified-before'
  const own = mine.find(({ provider, position_id: post }) => provider === 'own' && post === batch.position_id)
  if (!own || !(await mayStillSign(tx, context, own, batch))) return 'no-authority'
  const open = await tx
    .selectFrom('documents.certification')
    .select('ordinal')
    .where('document_id', '=', item.document_id)
    .where('official_id', '=', batch.official_id)
    .where('state', 'in', ['asked', 'unknown'])
    .executeTakeFirst()
  return open ? 'asked-elsewhere' : undefined
}

/** The post is his today, and lets him sign such an act: as for any signature. */
async function mayStillSign(
  tx: WriteHandle,
  { actor, tenant, now }: CommandContext,
  own: { readonly act: string; readonly on_behalf_form: string | null },
  batch: Holder,
): Promise<boolean> {
  const day = dayOf(now, tenant.profile.zone).toString()
  const { position, personId } = actor
  if (position?.id !== batch.position_id || !personId) return false
  const holder = { positionId: position.id, personId }
  const signer = await findActingSigner(tx, holder, position.unitPath, 'documents.sign', day)
  if (signer?.officialId !== batch.official_id) return false
  try {
    const authority = { ...signer, mandate: own.on_behalf_form !== null }
    await checkAuthority(tx, authority, isAct(own.act) ? own.act : 'routine', day)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') return false
    throw error
  }
}
