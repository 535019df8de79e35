import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { storedOffset } from '../domain.ts'
import { proofSchema, proveDevice } from './device-proof.ts'

/** What a device tells of itself whenever it is here; no event, nothing of it is a record. */
export const noteDevice = command({
  name: 'field-counter.note-device',
  event: 'field-counter.device-noted.v1',
  access: permitted('field-counter.work'),
  input: z.object({
    proof: proofSchema,
    drafts: z.number().int().min(0).max(100_000),
    queued: z.number().int().min(0).max(100_000),
    oldestQueuedAt: z.iso.datetime().optional(),
    packMadeAt: z.iso.datetime().optional(),
    wiped: z.boolean(),
  }),
  async run(tx, input, context) {
    const { now } = context
    const device = await proveDevice(tx, context, input.proof)
    const offset = Date.parse(input.proof.sentAt) - now.epochMilliseconds
    await tx
      .updateTable('field_counter.device')
      .set({
        last_seen_at: now.toString(),
        clock_offset_ms: storedOffset(offset),
        drafts: input.drafts,
        queued: input.queued,
        oldest_queued_at: input.oldestQueuedAt ?? null,
        ...(input.packMadeAt ? { pack_made_at: input.packMadeAt } : {}),
        ...(input.wiped && device.isRevoked ? { wiped_at: now.toString() } : {}),
      })
      .where('id', '=', device.id)
      .execute()
    return { result: { isRevoked: device.isRevoked, code: device.code }, event: undefined }
  },
})
