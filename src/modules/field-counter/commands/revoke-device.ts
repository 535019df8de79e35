import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'

/** A lost or worn out device sends no more, and wipes what it holds when it is next here. */
export const revokeDevice = command({
  name: 'field-counter.revoke-device',
  event: 'field-counter.device-revoked.v1',
  access: permitted('field-counter.supervise'),
  input: z.object({ deviceId: z.uuid(), reason: z.string().trim().min(5).max(300) }),
  async run(tx, { deviceId, reason }, context) {
    const device = await tx
      .selectFrom('field_counter.device')
      .selectAll()
      .where('id', '=', deviceId)
      .forUpdate()
      .executeTakeFirst()
    if (!device) throw notFound()
    context.require('field-counter.supervise', { unitPath: device.unit_path })
    if (device.revoked_at) throw new AppError('wrong-state')
    await tx
      .updateTable('field_counter.device')
      .set({ revoked_at: context.now.toString(), revoked_by: labelOf(context.actor), revoke_reason: reason })
      .where('id', '=', deviceId)
      .execute()
    // What it had begun to send can come from nowhere else, so it ends here, and the report has to be taken down anew.
    const open = tx
      .selectFrom('field_counter.item')
      .select('id')
      .where('device_id', '=', deviceId)
      .where('state', 'in', ['arriving', 'refused', 'conflict'])
    await tx.deleteFrom('field_counter.part').where('item_id', 'in', open).execute()
    const text = { id: `Perangkat dicabut: ${reason}`, en: `Device revoked: ${reason}` }
    await tx
      .updateTable('field_counter.item')
      .set({
        state: 'withdrawn',
        reason_code: 'device-revoked',
        reason: JSON.stringify({ text, fields: [] }),
        content: null,
        settled_at: context.now.toString(),
      })
      .where('id', 'in', open)
      .execute()
    const payload = { code: device.code, reason }
    return { result: undefined, event: { subject: { type: 'device', id: deviceId }, payload } }
  },
})
