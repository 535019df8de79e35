import type { Actor } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { isDatabaseAway } from '#kernel/db/pools.ts'
import type { JobContext, JobHandler } from '#kernel/define/module.ts'
import { AppError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { checkStoredDocument } from '#modules/documents/index.ts'
import { resolveGrants } from '#modules/organization/index.ts'
import { forgetTyping } from './commands/save-letter.ts'
import { finishBatch, noteBatchItem, signBatchItem } from './commands/sign-batch-item.ts'
import { type Batch, type BatchItem, findBatch, listBatchItems } from './queries/batches.ts'
import { postsByIds } from './queries/posts.ts'

const chunk = 25

/**
 * Signs the letters of a confirmed batch, each in a transaction of its own, and verifies each file after. A program
 * that is killed anywhere goes on with the first that still waits: none is signed twice, none is left out.
 */
export const signBatch: JobHandler = async ({ batchId }: { batchId: string }, context) => {
  for (;;) {
    const batch = await findBatch(context.db, batchId)
    if (batch?.state !== 'running') return
    const { rows } = await listBatchItems(context.tenant, context.db, batchId, { state: 'waiting', limit: chunk })
    if (rows.length === 0) break
    // Asked anew for each chunk: who lost the post at midnight signs no more after it.
    const actor = await officialOf(batch, context)
    for (const item of rows) await signItem(batch, item, actor, context)
  }
  await checkSigned(batchId, context)
  await context.run(finishBatch, { batchId })
}

/** The official in the post in which he confirmed, with the rights he has today; undefined when he no longer holds it. */
async function officialOf(batch: Batch, { tenant, db, clock }: JobContext): Promise<Actor | undefined> {
  const day = dayOf(clock.now(), tenant.profile.zone).toString()
  const held = (await resolveGrants(db, batch.personId, day)).find(({ position }) => position.id === batch.positionId)
  if (!held) return undefined
  const post = (await postsByIds(db, [batch.positionId], day)).get(batch.positionId)
  return {
    kind: 'staff',
    accountId: batch.accountId,
    personId: batch.personId,
    name: post?.holders.find((holder) => holder.personId === batch.personId)?.name ?? batch.madeBy,
    position: held.position,
    grants: held.grants,
  }
}

async function signItem(batch: Batch, item: BatchItem, actor: Actor | undefined, context: JobContext): Promise<void> {
  const at = { batchId: batch.id, ordinal: item.ordinal }
  try {
    if (!actor) throw new AppError('forbidden', { text: noLongerHeld })
    const outcome = await context.run(signBatchItem, at, { actor })
    if (outcome === 'signed') await checkItem(batch.id, item, context)
  } catch (error) {
    if (isTransient(error)) throw error
    if (!(error instanceof AppError))
      context.log.error({ err: error, ...at }, 'a letter of a batch could not be signed')
    await context.run(noteBatchItem, { ...at, outcome: 'failed', fault: faultOf(error) })
  }
}

/** The job is tried again by itself; the letter is not to blame. */
const isTransient = (error: unknown): boolean =>
  isDatabaseAway(error) || (error instanceof AppError && error.code === 'unavailable')

function faultOf(error: unknown): LocalText {
  if (!(error instanceof AppError)) return unexpected
  const [field] = error.fields
  return field && error.code === 'invalid-input' ? field.message : { id: error.say('id'), en: error.say('en') }
}

/** Reads the file back from the store and has it verified. */
async function checkItem(batchId: string, item: Pick<BatchItem, 'ordinal' | 'letterId'>, context: JobContext) {
  const { tenant, db, clock } = context
  const at = { batchId, ordinal: item.ordinal }
  const { rows } = await listBatchItems(tenant, db, batchId, { after: item.ordinal - 1, limit: 1 })
  const documentId = rows[0]?.documentId
  const verdict = documentId ? await checkStoredDocument(tenant, db, documentId, clock.now()) : 'missing'
  if (verdict === 'genuine') await context.run(noteBatchItem, { ...at, outcome: 'checked' })
  else await context.run(noteBatchItem, { ...at, outcome: 'failed', fault: notGenuine })
}

/** Those signed just before the program was ended, whose files nobody has looked at yet. */
async function checkSigned(batchId: string, context: JobContext): Promise<void> {
  for (;;) {
    const { rows } = await listBatchItems(context.tenant, context.db, batchId, { state: 'signed', limit: chunk })
    if (rows.length === 0) return
    for (const item of rows) await checkItem(batchId, item, context)
  }
}

const noLongerHeld = {
  id: 'Anda tidak lagi memangku jabatan ini, sehingga naskah tidak ditandatangani.',
  en: 'You no longer hold this post, so the letter was not signed.',
}
const notGenuine = {
  id: 'Berkas tersimpan tidak lolos pemeriksaan tanda tangan kami. Hubungi administrator sebelum naskah dikirim.',
  en: 'The stored file did not pass our own verification. Ask the administrator before the letter is sent.',
}
const unexpected = {
  id: 'Terjadi kesalahan di pihak kami pada naskah ini. Coba lagi; bila tetap gagal, hubungi administrator.',
  en: 'Something went wrong on our side with this letter. Try again; if it fails again, ask the administrator.',
}

export const forgetOldTyping: JobHandler = async (_payload, context) => {
  await context.run(forgetTyping, {})
}
