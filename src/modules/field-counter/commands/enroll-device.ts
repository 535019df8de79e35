import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { deviceCode } from '../domain.ts'
import { isSignedBy, proofSchema, proveDevice, publicKeySchema, requireDevice } from './device-proof.ts'

const unlockContext = 'field_counter.keeper.unlock'

/** Takes a laptop or tablet up, with the key that it made and keeps. */
export const enrollDevice = command({
  name: 'field-counter.enroll-device',
  event: 'field-counter.device-enrolled.v1',
  access: permitted('field-counter.work'),
  input: z.object({
    name: z.string().trim().min(2).max(60),
    publicKey: publicKeySchema,
    /** Over what was sent, by the new key: nobody enrols a key that is not his. */
    signature: z.string(),
    message: z.string().max(400),
  }),
  async run(tx, input, context) {
    const { actor, now } = context
    if (!actor.position) throw new AppError('forbidden')
    if (!(await isSignedBy(input.publicKey, input))) {
      throw invalidField('name', 'Kunci perangkat tidak cocok. Muat ulang halaman.', 'The key does not fit. Reload.')
    }
    const id = newId(now.epochMilliseconds)
    const { rows } = await sql<{ n: number }>`select nextval('field_counter.device_number')::int as n`.execute(tx)
    const code = deviceCode(rows[0]?.n as number)
    await tx
      .insertInto('field_counter.device')
      .values({
        id,
        code,
        name: input.name,
        public_key: JSON.stringify(input.publicKey),
        unit_id: actor.position.unitId,
        unit_path: actor.position.unitPath,
        enrolled_by: labelOf(actor),
        enrolled_at: now.toString(),
        last_seen_at: now.toString(),
      })
      .execute()
    const unlock = await keep(tx, context, id)
    const payload = { code, name: input.name, unitPath: actor.position.unitPath }
    return { result: { deviceId: id as string, code, unlock }, event: { subject: { type: 'device', id }, payload } }
  },
})

/** Lets another official work on a device, or gives back the half key that opens a vault whose PIN was forgotten. */
export const openVault = command({
  name: 'field-counter.open-vault',
  event: 'field-counter.vault-opened.v1',
  access: permitted('field-counter.work'),
  input: z.object({ ...proofSchema.shape, isNew: z.boolean() }),
  async run(tx, input, context) {
    const device = input.isNew ? await proveUnkept(tx, context, input) : await requireDevice(tx, context, input)
    const unlock = await keep(tx, context, device.id)
    const payload = { code: device.code, isNew: input.isNew }
    const event = { subject: { type: 'device', id: device.id }, payload }
    return { result: { deviceId: device.id, code: device.code, unlock }, event }
  },
})

/** An official who is new on the device: it signs, and he has the permission. */
async function proveUnkept(tx: WriteHandle, context: CommandContext, proof: z.infer<typeof proofSchema>) {
  const { actor, now, tenant } = context
  const known = await tx
    .selectFrom('field_counter.device')
    .select('id')
    .where('id', '=', proof.deviceId)
    .executeTakeFirst()
  if (!known) throw notFound()
  await tx
    .insertInto('field_counter.keeper')
    .values({
      device_id: proof.deviceId,
      account_id: actor.accountId ?? '',
      officer: labelOf(actor),
      unlock_sealed: tenant.cipher.seal(randomBytes(32), unlockContext),
      since: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const device = await proveDevice(tx, context, proof)
  // Thrown, so that nothing of it stays.
  if (device.isRevoked) throw new AppError('forbidden', { params: { reason: 'device-revoked' } })
  return device
}

/** @returns the server's half of the key of this official's vault, base64url */
async function keep(tx: WriteHandle, { actor, tenant, now }: CommandContext, deviceId: string): Promise<string> {
  const accountId = actor.accountId ?? ''
  const known = await tx
    .selectFrom('field_counter.keeper')
    .select('unlock_sealed')
    .where('device_id', '=', deviceId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (known) return tenant.cipher.openBytes(known.unlock_sealed, unlockContext).toString('base64url')
  const half = randomBytes(32)
  await tx
    .insertInto('field_counter.keeper')
    .values({
      device_id: deviceId,
      account_id: accountId,
      officer: labelOf(actor),
      unlock_sealed: tenant.cipher.seal(half, unlockContext),
      since: now.toString(),
    })
    .execute()
  return half.toString('base64url')
}
