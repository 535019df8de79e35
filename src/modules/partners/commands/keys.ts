import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { writeKey } from '../domain.ts'
import { partnerPermissions } from '../permissions.ts'
import { lockPartner } from './partners.ts'

const keeps = permitted('partners.keep', { stepUp: true })
/** A key that lives longer than this has to be made anew, so that one that leaked does not work for ever. */
export const longestKeyDays = 366

/** Hash under which a key's secret is kept: it is random, so that a fast hash is enough. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** @returns the key itself, which is kept nowhere */
export const issueKey = command({
  name: 'partners.issue-key',
  event: 'partners.key-issued.v1',
  access: keeps,
  input: z.object({
    partnerId: z.uuid(),
    label: z.string().trim().min(3).max(80),
    permissions: z.array(z.string().max(80)).min(1),
    dailyLimit: z.coerce.number().int().min(1).max(1_000_000),
    expiresOn: z.iso.date(),
  }),
  async run(tx, input, { tenant, actor, now }) {
    const partner = await lockPartner(tx, input.partnerId)
    if (partner.state === 'ended') throw new AppError('wrong-state')
    refuseUnknown(input.permissions)
    const today = dayOf(now, tenant.profile.zone)
    const days = today.until(Temporal.PlainDate.from(input.expiresOn), { largestUnit: 'days' }).days
    if (days < 1 || days > longestKeyDays) {
      throw invalidField(
        'expiresOn',
        `Kunci berlaku paling lama ${longestKeyDays} hari, dan berakhir setelah hari ini.`,
        `A key lives at most ${longestKeyDays} days and ends after today.`,
      )
    }
    const id = newId<'partner-key'>(now.epochMilliseconds)
    const prefix = randomBytes(6).toString('hex')
    const secret = randomBytes(32).toString('base64url')
    await tx
      .insertInto('partners.key')
      .values({
        id,
        partner_id: partner.id,
        label: input.label,
        prefix,
        secret_hash: hashOfSecret(secret),
        permissions: [...input.permissions],
        daily_limit: input.dailyLimit,
        created_at: now.toString(),
        created_by: actor.name,
        expires_on: input.expiresOn,
      })
      .execute()
    const { label, permissions, dailyLimit, expiresOn } = input
    const payload = { keyId: id, prefix, label, permissions, dailyLimit, expiresOn }
    return { result: writeKey(prefix, secret), event: { subject: { type: 'partner', id: partner.id }, payload } }
  },
})

export const revokeKey = command({
  name: 'partners.revoke-key',
  event: 'partners.key-revoked.v1',
  access: keeps,
  input: z.object({ partnerId: z.uuid(), keyId: z.uuid(), reason: z.string().trim().min(3).max(300) }),
  async run(tx, { partnerId, keyId, reason }, { now }) {
    const done = await tx
      .updateTable('partners.key')
      .set({ revoked_at: now.toString(), revoked_reason: reason })
      .where('id', '=', keyId)
      .where('partner_id', '=', partnerId)
      .where('revoked_at', 'is', null)
      .returning('prefix')
      .executeTakeFirst()
    if (!done) throw notFound()
    const payload = { keyId, prefix: done.prefix, reason }
    return { result: undefined, event: { subject: { type: 'partner', id: partnerId }, payload } }
  },
})

export function refuseUnknown(permissions: readonly string[]): void {
  const known = partnerPermissions.keys()
  if (permissions.every((permission) => known.includes(permission))) return
  throw invalidField('permissions', 'Pilih dari daftar wewenang yang ada.', 'Choose from the list of permissions.')
}
