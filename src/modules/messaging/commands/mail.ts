import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { followDelivery } from './delivery-row.ts'

/** Mail that goes out: about a message in the inbox, or one-time links before an account can be opened. */
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

/** What became of one try to hand a mail to the mail server; a delivery of a message follows it. */
export const recordDelivery = command({
  name: 'messaging.record-delivery',
  event: 'messaging.mail-delivered.v1',
  access: systemOnly,
  input: z.object({ mailId: z.string(), error: z.string().optional(), final: z.boolean() }),
  async run(tx, input, context) {
    const state = input.error === undefined ? 'sent' : input.final ? 'failed' : 'queued'
    const mail = await tx
      .updateTable('messaging.mail')
      .set((eb) => ({
        state,
        tries: eb('tries', '+', 1),
        last_error: input.error ?? null,
        sent_at: state === 'sent' ? context.now.toString() : null,
      }))
      .where('id', '=', input.mailId)
      .returning('message_id')
      .executeTakeFirst()
    if (mail?.message_id) await followMail(tx, context, mail.message_id, state, input.error)
    return { result: state, event: { subject: { type: 'mail', id: input.mailId }, payload: { state } } }
  },
})

async function followMail(
  tx: WriteHandle,
  context: CommandContext,
  messageId: string,
  state: 'sent' | 'failed' | 'queued',
  error: string | undefined,
): Promise<void> {
  const row = await tx
    .updateTable('messaging.delivery')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), last_error: error ?? null }))
    .where('message_id', '=', messageId)
    .where('channel', '=', 'email')
    .returningAll()
    .executeTakeFirst()
  if (row && state !== 'queued') await followDelivery(tx, context, row, state, { at: context.now, error })
}

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
