import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { notFound } from '#kernel/errors.ts'

/** The person takes one card out of force, wherever it lies. */
export const removeCard = command({
  name: 'credentials.remove-card',
  event: 'credentials.card-removed.v1',
  access: signedIn,
  input: z.object({ credentialId: z.uuid() }),
  async run(tx, { credentialId }, { actor, now }) {
    const card = await tx
      .selectFrom('credentials.credential')
      .select(['id', 'revoked_at'])
      .where('id', '=', credentialId)
      .where('holder_person_id', '=', actor.personId ?? null)
      .forUpdate()
      .executeTakeFirst()
    if (!card) throw notFound()
    if (card.revoked_at) return { result: undefined, event: undefined }
    await tx
      .updateTable('credentials.credential')
      .set({ revoked_at: now.toString(), revoked_cause: 'removed', told_at: now.toString() })
      .where('id', '=', credentialId)
      .execute()
    return { result: undefined, event: { subject: { type: 'credential', id: credentialId }, payload: {} } }
  },
})

/** A phone is gone: every card on it stops holding, and offers to it are over. */
export const reportLost = command({
  name: 'credentials.report-lost',
  event: 'credentials.device-lost.v1',
  access: signedIn,
  input: z.object({ deviceId: z.uuid() }),
  async run(tx, { deviceId }, { actor, now }) {
    const device = await tx
      .selectFrom('credentials.device')
      .select(['id', 'lost_at'])
      .where('id', '=', deviceId)
      .where('person_id', '=', actor.personId ?? null)
      .forUpdate()
      .executeTakeFirst()
    if (!device) throw notFound()
    if (device.lost_at) return { result: 0, event: undefined }
    await tx.updateTable('credentials.device').set({ lost_at: now.toString() }).where('id', '=', deviceId).execute()
    const { numUpdatedRows } = await tx
      .updateTable('credentials.credential')
      .set({ revoked_at: now.toString(), revoked_cause: 'lost', told_at: now.toString() })
      .where('device_id', '=', deviceId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    await tx
      .updateTable('credentials.offer')
      .set({ state: 'blocked' })
      .where('device_id', '=', deviceId)
      .where('state', 'in', ['open', 'redeemed'])
      .execute()
    const cards = Number(numUpdatedRows)
    return { result: cards, event: { subject: { type: 'credential-device', id: deviceId }, payload: { cards } } }
  },
})
