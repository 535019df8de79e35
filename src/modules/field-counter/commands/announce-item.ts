import { createHash } from 'node:crypto'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { canonicalJson, labelOf } from '#kernel/journal/journal.ts'
import { largestFileBytes } from '#modules/services/index.ts'
import { localNumber, parseLocalNumber, partsOf, reportTime, storedOffset } from '../domain.ts'
import { proofSchema, requireDevice } from './device-proof.ts'

export const itemContext = 'field_counter.item.content'

const fileSchema = z.object({
  id: z.uuid(),
  field: z.string().min(1).max(80),
  name: z.string().trim().min(1).max(120),
  mediaType: z.string().max(80),
  size: z.number().int().positive().max(largestFileBytes),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Who applies, as the official read it from the papers before him. */
export const applicantSchema = z.object({
  nik: z.string().regex(/^\d{16}$/),
  fullName: z.string().trim().min(1).max(100),
  birthOn: z.iso.date().optional(),
  /** There himself, or somebody with a letter of authority. */
  presence: z.enum(['self', 'proxy']),
  /** The paper by which the official knew him. */
  identity: z.enum(['ktp', 'kk', 'other']),
  proxyName: z.string().trim().max(100).optional(),
})

export const itemSchema = z.object({
  localNumber: z.string(),
  serviceId: z.string().max(80),
  version: z.number().int().positive(),
  filledAt: z.iso.datetime(),
  applicant: applicantSchema,
  answers: z.record(z.string().max(80), z.json()),
  files: z.array(fileSchema).max(60),
  dependsOn: z.uuid().optional(),
  otherEventReason: z.string().trim().min(10).max(500).optional(),
})
export type ItemInput = z.infer<typeof itemSchema>
export type ItemContent = Pick<ItemInput, 'applicant' | 'answers'>

/**
 * The first word of an item: what it is and which files will follow. Said again it changes nothing; with another content
 * it corrects what was refused. What became a case stays as it is, whatever is sent.
 */
export const announceItem = command({
  name: 'field-counter.announce-item',
  event: 'field-counter.item-announced.v1',
  access: permitted('field-counter.work'),
  input: z.object({ itemId: z.uuid(), proof: proofSchema, item: itemSchema }),
  async run(tx, { itemId, proof, item }, context) {
    const { actor, now, tenant } = context
    const device = await requireDevice(tx, context, proof)
    requireNumber(item.localNumber, device.code)
    const known = await tx
      .selectFrom('field_counter.item')
      .selectAll()
      .where('id', '=', itemId)
      .forUpdate()
      .executeTakeFirst()
    if (known && (known.device_id !== device.id || known.account_id !== actor.accountId)) throw notFound()
    if (known?.state === 'received' || known?.state === 'withdrawn') return { result: known.state, event: undefined }
    const content: ItemContent = { applicant: item.applicant, answers: item.answers }
    const digest = createHash('sha256')
      .update(
        canonicalJson({ ...content, version: item.version, files: item.files, other: item.otherEventReason ?? '' }),
      )
      .digest()
    if (known?.state === 'arriving' && known.digest.equals(digest)) return { result: 'arriving', event: undefined }
    const times = reportTime({
      filledAtMs: Date.parse(item.filledAt),
      sentAtMs: Date.parse(proof.sentAt),
      receivedAtMs: now.epochMilliseconds,
    })
    const said = {
      version: item.version,
      state: 'arriving' as const,
      settled_at: null,
      reason_code: null,
      reason: null,
      content: tenant.cipher.sealJson(content, itemContext),
      digest,
      parts_wanted: item.files.reduce((sum, file) => sum + partsOf(file.size), 0),
      depends_on: item.dependsOn ?? null,
      other_event_reason: item.otherEventReason ?? null,
    }
    if (known) {
      await tx
        .updateTable('field_counter.item')
        .set((eb) => ({ ...said, attempts: eb('attempts', '+', 1) }))
        .where('id', '=', itemId)
        .execute()
    } else {
      await tx
        .insertInto('field_counter.item')
        .values({
          id: itemId,
          device_id: device.id,
          local_number: item.localNumber,
          account_id: actor.accountId ?? '',
          officer: labelOf(actor),
          unit_path: actor.position?.unitPath ?? device.unitPath,
          service_id: item.serviceId,
          filled_at: item.filledAt,
          queued_at: item.filledAt,
          clock_offset_ms: storedOffset(times.offsetMs),
          reported_at: new Date(times.atMs),
          clock_trusted: times.isTrusted,
          first_seen_at: now.toString(),
          ...said,
        })
        .execute()
    }
    await expectFiles(tx, itemId, item.files)
    const payload = {
      localNumber: item.localNumber,
      serviceId: item.serviceId,
      version: item.version,
      device: device.code,
    }
    return { result: 'arriving' as const, event: { subject: { type: 'field-item', id: itemId }, payload } }
  },
})

/** Papers that are no longer named go, with their pieces; what has arrived of the others stays. */
async function expectFiles(tx: WriteHandle, itemId: string, files: ItemInput['files']): Promise<void> {
  const ids = files.map((file) => file.id)
  const gone = tx.selectFrom('field_counter.file').select('id').where('item_id', '=', itemId)
  const stale = (await (ids.length > 0 ? gone.where('id', 'not in', ids) : gone).execute()).map((row) => row.id)
  if (stale.length > 0) {
    await tx.deleteFrom('field_counter.part').where('item_id', '=', itemId).where('file_id', 'in', stale).execute()
    await tx.deleteFrom('field_counter.file').where('item_id', '=', itemId).where('id', 'in', stale).execute()
  }
  for (const file of files) {
    await tx
      .insertInto('field_counter.file')
      .values({
        item_id: itemId,
        id: file.id,
        field: file.field,
        name: file.name,
        media_type: file.mediaType,
        size_bytes: file.size,
        digest: Buffer.from(file.digest, 'hex'),
        parts: partsOf(file.size),
      })
      .onConflict((conflict) => conflict.columns(['item_id', 'id']).doUpdateSet({ field: file.field, name: file.name }))
      .execute()
  }
}

function requireNumber(number: string, code: string): void {
  const parsed = parseLocalNumber(number)
  const running = Number(parsed?.split('-')[1])
  if (parsed && parsed === number && localNumber(code, running) === number) return
  throw new AppError('unreadable')
}
