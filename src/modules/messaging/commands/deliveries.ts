import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { dateOf, instantOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import type { EventDraft } from '#kernel/journal/journal.ts'
import { type Account, getAccount } from '#modules/accounts/index.ts'
import { type Channel, channelOrder, maskEmail, maskPhone, silenceAfterCrash } from '../domain.ts'
import { verifiedPhone } from '../queries/preferences.ts'
import { addressContext, followDelivery, lockDelivery } from './delivery-row.ts'
import { queueMail } from './mail.ts'

/**
 * Chooses the channel in which a message leaves, once: the wished one, or after its failure the next.
 * While a delivery is under way or has arrived there is nothing more to choose.
 */
export const planDelivery = command({
  name: 'messaging.plan-delivery',
  event: 'messaging.delivery-planned.v1',
  access: systemOnly,
  isolation: 'repeatable read',
  input: z.object({ messageId: z.string(), origin: z.string(), hasWhatsApp: z.boolean() }),
  async run(tx, input, context) {
    const message = await tx
      .selectFrom('messaging.message')
      .selectAll()
      .where('id', '=', input.messageId)
      .forUpdate()
      .executeTakeFirst()
    if (!message) return { result: undefined, event: undefined }
    const earlier = await tx
      .selectFrom('messaging.delivery')
      .select(['channel', 'state'])
      .where('message_id', '=', message.id)
      .execute()
    if (earlier.some((row) => row.state !== 'failed')) return { result: undefined, event: undefined }
    const account = await getAccount(tx, message.account_id)
    const { wished, addresses } = await addressesOf(tx, context, account, input.hasWhatsApp)
    const reachable = { whatsapp: addresses.whatsapp !== undefined, email: addresses.email !== undefined }
    const tried = earlier.map((row) => row.channel)
    const channel = channelOrder(wished, reachable, tried)[0]
    const address = channel && addresses[channel]
    if (!channel || !address) return { result: undefined, event: undefined }
    const id = newId(context.now.epochMilliseconds)
    await tx
      .insertInto('messaging.delivery')
      .values({
        id,
        message_id: message.id,
        channel,
        state: 'queued',
        address: context.tenant.cipher.seal(address, addressContext),
        address_masked: channel === 'whatsapp' ? maskPhone(address) : maskEmail(address),
        provider_id: null,
        last_error: null,
        origin: input.origin,
        created_at: dateOf(context.now),
      })
      .execute()
    if (channel === 'email') {
      const link = message.link ? `\n\n${input.origin}${message.link}` : ''
      const body = `${message.body}${link}\n\n${context.tenant.profile.name}`
      await queueMail(tx, context, { to: address, subject: message.title, body, messageId: message.id })
    } else {
      await context.enqueue('messaging.send-whatsapp', { deliveryId: id }, { key: `send-whatsapp:${id}` })
    }
    return { result: channel, event: { subject: { type: 'message', id: message.id }, payload: { channel } } }
  },
})

async function addressesOf(tx: WriteHandle, context: CommandContext, account: Account, hasWhatsApp: boolean) {
  const { firstChannel, phone } = await verifiedPhone(context.tenant, tx, account)
  const addresses: Readonly<Record<Channel, string | undefined>> = {
    whatsapp: hasWhatsApp ? phone : undefined,
    email: account.email,
  }
  return { wished: firstChannel, addresses }
}

/** Notes that a call to the channel begins. @returns what the caller may do now */
export const beginAttempt = command({
  name: 'messaging.begin-attempt',
  event: 'messaging.attempt-begun.v1',
  access: systemOnly,
  input: z.object({ deliveryId: z.string() }),
  async run(tx, input, context): Promise<{ result: 'call' | 'wait' | 'done'; event: EventDraft | undefined }> {
    const row = await lockDelivery(tx, input.deliveryId)
    if (!row || (row.state !== 'queued' && row.state !== 'sending')) return { result: 'done', event: undefined }
    // An earlier call began and nobody knows how it ended: its news may still come, and then there is no second call.
    const startedAt = row.state === 'sending' && row.started_at ? instantOf(row.started_at) : undefined
    const isSilent = startedAt && Temporal.Instant.compare(startedAt.add(silenceAfterCrash), context.now) <= 0
    if (startedAt && !isSilent) return { result: 'wait', event: undefined }
    await tx
      .updateTable('messaging.delivery')
      .set((eb) => ({ state: 'sending', attempts: eb('attempts', '+', 1), started_at: dateOf(context.now) }))
      .where('id', '=', row.id)
      .execute()
    const event = { subject: { type: 'delivery', id: row.id }, payload: { attempt: row.attempts + 1 } }
    return { result: 'call', event }
  },
})

/** What the call to the channel came to. */
export const recordAttempt = command({
  name: 'messaging.record-attempt',
  event: 'messaging.attempt-recorded.v1',
  access: systemOnly,
  input: z.object({
    deliveryId: z.string(),
    providerId: z.string().max(200).optional(),
    error: z.string().max(500).optional(),
    /** Trying again would not help. */
    isFinal: z.boolean(),
  }),
  async run(tx, input, context) {
    const row = await lockDelivery(tx, input.deliveryId)
    if (!row) return { result: undefined, event: undefined }
    if (input.providerId !== undefined) {
      await tx
        .updateTable('messaging.delivery')
        .set({ provider_id: input.providerId, last_error: null, started_at: null })
        .where('id', '=', row.id)
        .execute()
      await followDelivery(tx, context, row, 'sent', { at: context.now })
    } else if (input.isFinal) {
      await followDelivery(tx, context, row, 'failed', { at: context.now, error: input.error })
    } else if (row.state === 'sending') {
      await tx
        .updateTable('messaging.delivery')
        .set({ state: 'queued', started_at: null, last_error: input.error ?? null })
        .where('id', '=', row.id)
        .execute()
    }
    const payload = { outcome: input.providerId !== undefined ? 'taken' : input.isFinal ? 'failed' : 'postponed' }
    return { result: undefined, event: { subject: { type: 'delivery', id: row.id }, payload } }
  },
})

/** News of a channel about one message: late, twice and in any order. */
export const recordStatus = command({
  name: 'messaging.record-status',
  event: 'messaging.delivery-told.v1',
  access: systemOnly,
  input: z.object({
    providerId: z.string().max(200),
    /** Our own id, when the channel gives it back: known also before the answer to the call arrived. */
    deliveryId: z.uuid().optional(),
    status: z.enum(['sent', 'delivered', 'read', 'failed']),
    at: z.string(),
    error: z.string().max(500).optional(),
  }),
  async run(tx, input, context) {
    const base = tx.selectFrom('messaging.delivery').selectAll().forUpdate()
    const byProvider = await base.where('provider_id', '=', input.providerId).executeTakeFirst()
    const row = byProvider ?? (input.deliveryId ? await lockDelivery(tx, input.deliveryId) : undefined)
    // News of a second copy, made after a lost answer: the message is one, so its news count as well.
    if (row?.channel !== 'whatsapp') return { result: 'unknown' as const, event: undefined }
    const hasMoved = await followDelivery(tx, context, row, input.status, {
      at: Temporal.Instant.from(input.at),
      error: input.error,
    })
    if (row.provider_id === null) {
      await tx
        .updateTable('messaging.delivery')
        .set({ provider_id: input.providerId })
        .where('id', '=', row.id)
        .execute()
    }
    if (!hasMoved) return { result: 'old' as const, event: undefined }
    const event = { subject: { type: 'delivery', id: row.id }, payload: { status: input.status } }
    return { result: 'taken' as const, event }
  },
})

/** Somebody at the help desk sends a failed message again in the same channel. */
export const retryDelivery = command({
  name: 'messaging.retry-delivery',
  event: 'messaging.delivery-retried.v1',
  access: permitted('messaging.read-deliveries'),
  input: z.object({ deliveryId: z.uuid() }),
  async run(tx, input, context) {
    const row = await lockDelivery(tx, input.deliveryId)
    if (!row) throw notFound()
    if (row.state !== 'failed') throw new AppError('conflict')
    await tx
      .updateTable('messaging.delivery')
      .set({ state: 'queued', attempts: 0, started_at: null, failed_at: null })
      .where('id', '=', row.id)
      .execute()
    if (row.channel === 'whatsapp') {
      await context.enqueue('messaging.send-whatsapp', { deliveryId: row.id }, { key: `send-whatsapp:${row.id}` })
    } else {
      const mail = await tx
        .updateTable('messaging.mail')
        .set({ state: 'queued' })
        .where('message_id', '=', row.message_id)
        .returning('id')
        .executeTakeFirst()
      if (mail) await context.enqueue('messaging.deliver-mail', { mailId: mail.id }, { key: `deliver-mail:${mail.id}` })
    }
    return {
      result: undefined,
      event: { subject: { type: 'delivery', id: row.id }, payload: { channel: row.channel } },
    }
  },
})
