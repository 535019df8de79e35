import type { JobContext } from '#kernel/define/module.ts'
import { type AccountMail, getAccount } from '#modules/accounts/index.ts'
import { mailAccount, mailMessage, recordDelivery } from './commands.ts'
import { findMail, findMessage } from './queries.ts'

const mostTries = 12

/** An inbox message goes out by mail too, when its owner confirmed an address. */
export async function mailMessageJob(
  payload: { messageId: string; origin: string },
  context: JobContext,
): Promise<void> {
  const message = await findMessage(context.db, payload.messageId)
  if (!message) return
  const account = await getAccount(context.db, message.account_id)
  if (!account.email) return
  const link = message.link ? `\n\n${payload.origin}${message.link}` : ''
  await context.run(mailMessage, {
    messageId: message.id,
    to: account.email,
    subject: message.title,
    body: `${message.body}${link}\n\n${context.tenant.profile.name}`,
  })
}

/** Hands one mail to the mail server; without one, the region's mailbox page is where it arrives. */
export async function deliverMailJob(payload: { mailId: string }, context: JobContext): Promise<void> {
  const mail = await findMail(context.db, payload.mailId)
  if (mail?.state !== 'queued') return
  try {
    if (context.config.smtpUrl) {
      const { createTransport } = await import('nodemailer')
      await createTransport(context.config.smtpUrl).sendMail({
        from: context.config.mailFrom,
        to: mail.to_address,
        subject: mail.subject,
        text: mail.body,
        // The same id at every try lets the receiver drop a second copy.
        messageId: `<${mail.id}@balai>`,
      })
    }
  } catch (error) {
    const final = context.attempt >= mostTries
    await context.run(recordDelivery, { mailId: mail.id, error: (error as Error).message.slice(0, 500), final })
    if (!final) throw error
    return
  }
  await context.run(recordDelivery, { mailId: mail.id, final: true })
}

/** Delivers what the accounts module writes to people before they can open their inbox. */
export async function sendAccountMail(mail: AccountMail, context: JobContext): Promise<void> {
  await context.run(mailAccount, {
    to: mail.to,
    accountId: mail.accountId,
    subject: mail.subject.id,
    body: `${mail.body.id}\n\n${context.tenant.profile.name}`,
  })
}
