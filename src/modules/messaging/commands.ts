import { z } from 'zod'
import { signedIn, systemOnly } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'

export interface MessageDraft {
  readonly accountId: string
  readonly title: string
  readonly body: string
  /** Path of our own that the message is about. */
  readonly link?: string | undefined
}

/** Puts a message in an account's inbox inside the running command, and lets mail follow when an address is known. */
export async function sendMessage(tx: WriteHandle, context: CommandContext, draft: MessageDraft): Promise<string> {
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('messaging.message')
    .values({
      id,
      account_id: draft.accountId,
      title: draft.title,
      body: draft.body,
      link: draft.link ?? null,
      created_at: context.now.toString(),
    })
    .execute()
  await context.enqueue(
    'messaging.mail-message',
    { messageId: id, origin: context.origin },
    { key: `mail-message:${id}` },
  )
  return id
}

/** Mail that is not about a message in the inbox: one-time links before an account can be opened. */
export async function queueMail(
  tx: WriteHandle,
  context: CommandContext,
  mail: {
    readonly to: string
    readonly subject: string
    readonly body: string
    readonly messageId?: string | undefined
  },
): Promise<string> {
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('messaging.mail')
    .values({
      id,
      message_id: mail.messageId ?? null,
      to_address: mail.to,
      subject: mail.subject,
      body: mail.body,
      last_error: null,
      created_at: context.now.toString(),
    })
    .execute()
  await context.enqueue('messaging.deliver-mail', { mailId: id }, { key: `deliver-mail:${id}` })
  return id
}

/** Turns a message into mail once; a repeated job finds the mail already queued. */
export const mailMessage = command({
  name: 'messaging.mail-message',
  event: 'messaging.mail-queued.v1',
  access: systemOnly,
  input: z.object({ messageId: z.string(), to: z.string(), subject: z.string(), body: z.string() }),
  async run(tx, input, context) {
    const known = await tx
      .selectFrom('messaging.mail')
      .select('id')
      .where('message_id', '=', input.messageId)
      .executeTakeFirst()
    if (known) return { result: known.id, event: undefined }
    const id = await queueMail(tx, context, input)
    return { result: id, event: { subject: { type: 'mail', id }, payload: { messageId: input.messageId } } }
  },
})

export const recordDelivery = command({
  name: 'messaging.record-delivery',
  event: 'messaging.mail-delivered.v1',
  access: systemOnly,
  input: z.object({ mailId: z.string(), error: z.string().optional(), final: z.boolean() }),
  async run(tx, input, context) {
    const state = input.error === undefined ? 'sent' : input.final ? 'failed' : 'queued'
    await tx
      .updateTable('messaging.mail')
      .set((eb) => ({
        state,
        tries: eb('tries', '+', 1),
        last_error: input.error ?? null,
        sent_at: state === 'sent' ? context.now.toString() : null,
      }))
      .where('id', '=', input.mailId)
      .execute()
    return { result: state, event: { subject: { type: 'mail', id: input.mailId }, payload: { state } } }
  },
})

export const readMessage = command({
  name: 'messaging.read-message',
  event: 'messaging.message-read.v1',
  access: signedIn,
  input: z.object({ messageId: z.uuid() }),
  async run(tx, input, context) {
    const row = await tx
      .updateTable('messaging.message')
      .set({ read_at: context.now.toString() })
      .where('id', '=', input.messageId)
      .where('account_id', '=', context.actor.accountId ?? '')
      .where('read_at', 'is', null)
      .returning('link')
      .executeTakeFirst()
    return {
      result: row?.link ?? undefined,
      event: row ? { subject: { type: 'message', id: input.messageId }, payload: {} } : undefined,
    }
  },
})

/** Mail about an account itself, such as a link to set a password. */
export const mailAccount = command({
  name: 'messaging.mail-account',
  event: 'messaging.account-mail-queued.v1',
  access: systemOnly,
  input: z.object({ to: z.string(), accountId: z.string(), subject: z.string(), body: z.string() }),
  async run(tx, input, context) {
    const id = await queueMail(tx, context, input)
    return { result: id, event: { subject: { type: 'account', id: input.accountId }, payload: { mailId: id } } }
  },
})
