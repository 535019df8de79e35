import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { dateOf, dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { templateInForce } from '../queries/templates.ts'
import { render, type TemplateValues } from '../templates/template.ts'

interface Addressed {
  readonly accountId: string
  /** Path of our own that the message is about. */
  readonly link?: string | undefined
}

/** A message in words, or by a template and what stands in its places. */
export type MessageDraft = Addressed &
  (
    | { readonly title: string; readonly body: string; readonly template?: undefined }
    | {
        readonly template: { readonly key: string; readonly values: TemplateValues }
        readonly title?: undefined
        readonly body?: undefined
      }
  )

export const templateValuesContext = 'messaging.message.template_values'

/**
 * Puts a message in an account's inbox inside the running command, and lets WhatsApp or mail follow as the
 * person wishes and has an address.
 * @throws RangeError for a template that no code declares, or a place without a value
 */
export async function sendMessage(tx: WriteHandle, context: CommandContext, draft: MessageDraft): Promise<string> {
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('messaging.message')
    .values({
      id,
      account_id: draft.accountId,
      link: draft.link ?? null,
      created_at: dateOf(context.now),
      ...(await wordsOf(tx, context, draft)),
    })
    .execute()
  // Without a key: the message is new, and keys are looked for on a page of an index that all commands share.
  await context.enqueue('messaging.deliver-message', { messageId: id, origin: context.origin })
  return id
}

async function wordsOf(tx: WriteHandle, context: CommandContext, draft: MessageDraft) {
  if (!draft.template) {
    const none = { template_key: null, template_version: null, template_values: null }
    return { title: draft.title, body: draft.body, ...none }
  }
  const { key, values } = draft.template
  const { locale } = await getAccount(tx, draft.accountId)
  const { version, texts } = await templateInForce(tx, key, dayOf(context.now, context.tenant.profile.zone).toString())
  return {
    ...render(texts, values, locale),
    template_key: key,
    template_version: version,
    template_values: context.tenant.cipher.sealJson(values, templateValuesContext),
  }
}

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
