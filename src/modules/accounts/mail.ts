import type { CommandContext } from '#kernel/command/command.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { JobContext } from '#kernel/define/module.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'

/** A letter about an account: it may hold a one-time link, so it is sealed wherever it is stored. */
export interface AccountMail {
  readonly to: string
  readonly accountId: string
  readonly subject: LocalText
  readonly body: LocalText
}

/** Delivers account mail; messaging provides it under the key "messaging". */
export const accountMailer =
  extensionPoint<(mail: AccountMail, context: JobContext) => Promise<void>>('accounts.mailer')

const seal = 'accounts.mail'

/** Adds the mail to the outgoing jobs, in the transaction of the command. */
export async function enqueueMail(context: CommandContext, mail: AccountMail): Promise<void> {
  await context.enqueue('accounts.send-mail', { sealed: context.tenant.cipher.sealJson(mail, seal).toString('base64') })
}

/** The job behind {@link enqueueMail}. Without a mailer the letter is dropped with a warning: nobody could deliver it. */
export async function sendMail(payload: { sealed: string }, context: JobContext): Promise<void> {
  const mail = context.tenant.cipher.openJson<AccountMail>(Buffer.from(payload.sealed, 'base64'), seal)
  const deliver = accountMailer.find('messaging')
  if (deliver) await deliver(mail, context)
  else context.log.warn({ accountId: mail.accountId }, 'no mailer: account mail was not sent')
}
