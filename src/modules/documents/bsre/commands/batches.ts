import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { findOfficialOfPerson } from '#modules/organization/index.ts'
import { mostInBatch } from '../domain.ts'
import { withoutCertified } from '../queries/waiting.ts'

export const certifies = permitted('documents.certify')

/** Puts documents together that an official wants certified with one proof; nothing is sent yet. */
export const proposeCertification = command({
  name: 'documents.propose-certification',
  event: 'documents.certification-proposed.v1',
  access: certifies,
  input: z.object({ documentIds: z.array(z.uuid()).min(1).max(mostInBatch) }),
  async run(tx, { documentIds }, context) {
    const { actor, now } = context
    if (!actor.position || !actor.personId || !actor.accountId) throw new AppError('forbidden')
    context.require('documents.certify', { unitPath: actor.position.unitPath })
    const official = await findOfficialOfPerson(tx, actor.personId)
    if (!official) throw new AppError('forbidden')
    const rows = await withoutCertified(tx, { officialId: official.id, positionId: actor.position.id })
      .select('i.id')
      .where('i.id', 'in', documentIds)
      .orderBy('s.signed_at')
      .orderBy('i.id')
      .execute()
    if (rows.length === 0) throw nothingChosen()
    const id = newId(now.epochMilliseconds)
    await tx
      .insertInto('documents.certification_batch')
      .values({
        id,
        account_id: actor.accountId,
        person_id: actor.personId,
        official_id: official.id,
        position_id: actor.position.id,
        made_by: labelOf(actor),
        state: 'proposed',
        total: rows.length,
        made_at: now.toString(),
      })
      .execute()
    await tx
      .insertInto('documents.certification')
      .values(
        rows.map((row, ordinal) => ({
          batch_id: id,
          ordinal,
          document_id: row.id,
          official_id: official.id,
          state: 'waiting' as const,
        })),
      )
      .execute()
    const event = { subject: { type: 'certification-batch', id }, payload: { count: rows.length } }
    return { result: { id, count: rows.length }, event }
  },
})

export const nothingChosen = () =>
  invalidField(
    'dokumen',
    'Pilih dahulu dokumen yang menunggu tanda tangan tersertifikasi Anda.',
    'First choose documents that wait for your certified signature.',
  )

/** From here on documents are sent. The proof for the national service is no part of it: it must not be written down. */
export const startCertification = command({
  name: 'documents.start-certification',
  event: 'documents.certification-started.v1',
  access: permitted('documents.certify', { stepUp: true }),
  input: z.object({ batchId: z.uuid() }),
  async run(tx, { batchId }, context) {
    const batch = await lockBatch(tx, context, batchId)
    if (batch.state === 'running') throw new AppError('wrong-state', { text: runsAlready })
    const now = context.now.toString()
    await tx
      .updateTable('documents.certification')
      .set({ state: 'waiting', problem: null, detail: null, attempts: 0, ended_at: null })
      .where('batch_id', '=', batchId)
      .where('state', 'in', ['failed', 'released'])
      .execute()
    await tx
      .updateTable('documents.certification_batch')
      .set({ state: 'running', problem: null, detail: null, started_at: now, beat_at: now, ended_at: null })
      .where('id', '=', batchId)
      .execute()
    const event = { subject: { type: 'certification-batch', id: batchId }, payload: { total: batch.total } }
    return { result: null, event }
  },
})

const outcome = z.object({
  ordinal: z.int().min(0),
  state: z.enum(['waiting', 'failed', 'unknown']),
  problem: z.string().max(40).optional(),
  detail: z.string().max(250).optional(),
  remoteId: z.string().max(100).optional(),
})

/** Writes down what did not become a signature, and that a batch has come to its end. */
export const noteCertification = command({
  name: 'documents.note-certification',
  event: 'documents.certification-noted.v1',
  access: certifies,
  input: z.object({
    batchId: z.uuid(),
    outcomes: z.array(outcome).max(mostInBatch),
    end: z
      .object({
        state: z.enum(['done', 'stopped']),
        problem: z.string().max(40).optional(),
        detail: z.string().max(250).optional(),
      })
      .optional(),
  }),
  async run(tx, { batchId, outcomes, end }, context) {
    const batch = await lockBatch(tx, context, batchId)
    const now = context.now.toString()
    for (const { ordinal, state, problem, detail, remoteId } of outcomes) {
      await tx
        .updateTable('documents.certification')
        .set({
          state,
          problem: problem ?? null,
          detail: detail || null,
          ...(remoteId ? { remote_id: remoteId } : {}),
          ended_at: state === 'waiting' ? null : now,
        })
        .where('batch_id', '=', batchId)
        .where('ordinal', '=', ordinal)
        .where('state', 'in', ['asked', 'waiting'])
        .execute()
    }
    // Whoever stopped it first said why.
    const ends = end && batch.state === 'running'
    await tx
      .updateTable('documents.certification_batch')
      .set({
        beat_at: now,
        ...(ends ? { state: end.state, problem: end.problem ?? null, detail: end.detail || null, ended_at: now } : {}),
      })
      .where('id', '=', batchId)
      .execute()
    const payload = { outcomes: outcomes.map(({ ordinal, state, problem }) => ({ ordinal, state, problem })), end }
    return { result: null, event: { subject: { type: 'certification-batch', id: batchId }, payload } }
  },
})

/** Nothing more is sent. What is under way comes to its own end. */
export const stopCertification = command({
  name: 'documents.stop-certification',
  event: 'documents.certification-stopped.v1',
  access: certifies,
  input: z.object({ batchId: z.uuid() }),
  async run(tx, { batchId }, context) {
    const batch = await lockBatch(tx, context, batchId)
    if (batch.state !== 'running' && batch.state !== 'proposed') throw new AppError('wrong-state')
    const now = context.now.toString()
    await tx
      .updateTable('documents.certification_batch')
      .set({ state: 'stopped', problem: 'by-official', ended_at: now })
      .where('id', '=', batchId)
      .execute()
    return { result: null, event: { subject: { type: 'certification-batch', id: batchId }, payload: {} } }
  },
})

/** The official takes the risk that the service has signed already: the document may be asked for anew. */
export const releaseCertification = command({
  name: 'documents.release-certification',
  event: 'documents.certification-released.v1',
  access: certifies,
  input: z.object({ batchId: z.uuid(), ordinal: z.int().min(0) }),
  async run(tx, { batchId, ordinal }, context) {
    await lockBatch(tx, context, batchId)
    const row = await tx
      .updateTable('documents.certification')
      .set({ state: 'released', ended_at: context.now.toString() })
      .where('batch_id', '=', batchId)
      .where('ordinal', '=', ordinal)
      .where('state', '=', 'unknown')
      .returning(['document_id', 'sent_hash'])
      .executeTakeFirst()
    if (!row) throw new AppError('wrong-state')
    const payload = { batchId, ordinal, sentHash: row.sent_hash }
    return { result: null, event: { subject: { type: 'document', id: row.document_id }, payload } }
  },
})

/** Longer than any request to the service may take, twice over. */
const SILENT_MINUTES = 5

/**
 * Ends batches whose process is gone. What it had sent is unknown from then on; what it had not waits again, for the proof
 * that it needs went with the process.
 */
export const settleCertifications = command({
  name: 'documents.settle-certifications',
  event: 'documents.certifications-settled.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, context) {
    const now = context.now.toString()
    const rows = await tx
      .updateTable('documents.certification_batch')
      .set({ state: 'interrupted', problem: null, ended_at: now })
      .where('state', '=', 'running')
      .where('beat_at', '<', new Date(context.now.subtract({ minutes: SILENT_MINUTES }).epochMilliseconds))
      .returning('id')
      .execute()
    const [first] = rows
    if (!first) return { result: 0, event: undefined }
    const ids = rows.map(({ id }) => id)
    await tx
      .updateTable('documents.certification')
      .set({ state: 'unknown', problem: 'interrupted', ended_at: now })
      .where('batch_id', 'in', ids)
      .where('state', '=', 'asked')
      .execute()
    return {
      result: rows.length,
      event: { subject: { type: 'certification-batch', id: first.id }, payload: { batches: ids } },
    }
  },
})

/** The batch, if it is this actor's. @throws not-found */
export async function lockBatch(tx: WriteHandle, { actor }: CommandContext, batchId: string) {
  const row = await tx
    .selectFrom('documents.certification_batch')
    .selectAll()
    .where('id', '=', batchId)
    .where('account_id', '=', actor.accountId ?? '00000000-0000-0000-0000-000000000000')
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const runsAlready = {
  id: 'Penandatanganan paket ini sedang berjalan.',
  en: 'This batch is being signed.',
}
