import { randomBytes, randomInt } from 'node:crypto'
import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { keyOfEntitlement, listEntitlements } from '../cards/entitlements.ts'
import { offerSeconds } from '../domain.ts'
import { codeOf, hashOf, pinHash } from '../queries/offers.ts'

export interface MadeOffer {
  readonly reference: string
  readonly code: string
  /** Typed into the wallet; only for a wallet, never for the browser that made the offer. */
  readonly pin: string | undefined
  readonly deviceId: string
  readonly expiresAt: string
}

/** So many cards of one kind may hold at once; more are a sign of misuse. */
const mostDevices = 10

/**
 * Offers one card to one device. What is offered is looked up again when it is fetched, and the offer ends with the session.
 * @throws not-found for a card that is not this person's to have
 */
export const makeOffer = command({
  name: 'credentials.make-offer',
  event: 'credentials.offer-made.v1',
  access: signedIn,
  input: z.object({
    card: z.string().max(60),
    withNik: z.boolean().default(false),
    sessionId: z.string().min(1).max(200),
    device: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('wallet'), name: z.string().trim().min(1).max(60) }),
      z.object({ kind: z.literal('browser'), name: z.string().trim().min(1).max(60), id: z.uuid().optional() }),
    ]),
  }),
  async run(tx, input, { tenant, actor, now }) {
    const personId = actor.personId
    if (!personId || !actor.accountId) throw new AppError('forbidden')
    const entitlements = await listEntitlements(tx, tenant, personId, now)
    const card = entitlements.find((one) => keyOfEntitlement(one) === input.card)
    if (!card) throw notFound()
    const deviceId = await deviceOf(tx, personId, input.device, now)
    const id = newId<'offer'>(now.epochMilliseconds)
    const reference = randomBytes(24).toString('base64url')
    const code = codeOf(tenant, reference)
    const pin = input.device.kind === 'wallet' ? String(randomInt(1_000_000)).padStart(6, '0') : undefined
    const expiresAt = now.add({ seconds: offerSeconds })
    await tx
      .insertInto('credentials.offer')
      .values({
        id,
        holder_person_id: personId,
        account_id: actor.accountId,
        session_id: input.sessionId,
        kind: card.kind,
        subject_person_id: card.subjectPersonId,
        entry_id: card.entryId ?? null,
        with_nik: input.withNik,
        device_id: deviceId,
        reference_hash: hashOf(reference),
        code_hash: hashOf(code),
        pin_hash: pin === undefined ? null : pinHash(tenant, id, pin),
        made_at: now.toString(),
        expires_at: expiresAt.toString(),
        state: 'open',
      })
      .execute()
    const result: MadeOffer = { reference, code, pin, deviceId, expiresAt: expiresAt.toString() }
    const payload = { kind: card.kind, device: input.device.kind, withNik: input.withNik }
    return { result, event: { subject: { type: 'credential-offer', id }, payload } }
  },
})

async function deviceOf(
  tx: WriteHandle,
  personId: string,
  device: { readonly kind: 'wallet' | 'browser'; readonly name: string; readonly id?: string | undefined },
  now: Temporal.Instant,
): Promise<string> {
  if (device.id) {
    const known = await tx
      .selectFrom('credentials.device')
      .select(['id', 'lost_at'])
      .where('id', '=', device.id)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    if (known && !known.lost_at) return known.id
  }
  const { count } = await tx
    .selectFrom('credentials.device')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('lost_at', 'is', null)
    .where((row) =>
      row.exists(
        row
          .selectFrom('credentials.credential as card')
          .select('card.id')
          .whereRef('card.device_id', '=', 'credentials.device.id')
          .where('card.revoked_at', 'is', null),
      ),
    )
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostDevices) throw tooManyDevices()
  const id = newId<'device'>(now.epochMilliseconds)
  await tx
    .insertInto('credentials.device')
    .values({ id, person_id: personId, kind: device.kind, name: device.name, added_at: now.toString() })
    .execute()
  return id
}

function tooManyDevices(): AppError {
  return invalidField(
    'deviceName',
    `Kartu Anda sudah ada di ${mostDevices} perangkat. Hapus dahulu dari perangkat yang tidak dipakai lagi.`,
    `Your cards lie on ${mostDevices} devices already. Remove them first from one that you no longer use.`,
  )
}
