import type { JobContext } from '#kernel/define/module.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type AccountMail, getAccount } from '#modules/accounts/index.ts'
import { beginAttempt, planDelivery, recordAttempt } from './commands/deliveries.ts'
import { addressContext } from './commands/delivery-row.ts'
import { mailAccount, recordDelivery } from './commands/mail.ts'
import { phoneCodeContext } from './commands/preferences.ts'
import { templateValuesContext } from './commands/send-message.ts'
import { mostAttempts } from './domain.ts'
import { findDelivery } from './queries/deliveries.ts'
import { findMail, findMessage } from './queries/messages.ts'
import { templateInForce, templateVersion } from './queries/templates.ts'
import { tellStatus } from './simulator/api.ts'
import { generalKey, phoneCodeKey, providerName } from './templates/shipped.ts'
import { type TemplateValues, whatsappParameters } from './templates/template.ts'
import { cloudApi, type SendOutcome, type WhatsAppMessage } from './whatsapp/cloud-api.ts'
import { whatsappSettings } from './whatsapp/settings.ts'

const mostMailTries = 12
/** Failures before anything was sent. */
const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Finds the channel in which a message goes out; run again after each failure, until none is left. */
export async function deliverMessageJob(
  payload: { messageId: string; origin: string },
  context: JobContext,
): Promise<void> {
  await context.run(planDelivery, { ...payload, hasWhatsApp: whatsappSettings(context) !== undefined })
}

/**
 * Hands one message to WhatsApp. The provider knows no idempotency key, so a process that dies between its
 * call and our note of it leaves a doubt: the next try waits for news that carry our id, and only after three
 * silent minutes sends again. A copy is then possible; a message that is lost for ever is not.
 */
export async function sendWhatsAppJob(payload: { deliveryId: string }, context: JobContext): Promise<void> {
  const { deliveryId } = payload
  const settings = whatsappSettings(context)
  const delivery = await findDelivery(context.db, deliveryId)
  if (!delivery) return
  if (!settings) {
    await context.run(recordAttempt, { deliveryId, isFinal: true, error: 'WhatsApp is not set up' })
    return
  }
  const next = await context.run(beginAttempt, { deliveryId })
  if (next === 'done') return
  if (next === 'wait') throw new Error('an earlier call has no outcome yet; waiting for its news')
  const message = await whatsappMessage(context, delivery)
  const isLast = delivery.attempts + 1 >= mostAttempts
  const outcome = await cloudApi(settings)
    .send(message)
    .catch((error: NodeJS.ErrnoException): SendOutcome => {
      // After a lost answer the message may have been taken: the delivery stays "sending" and waits for news.
      if (!neverReached.has(error.code ?? '') && !isLast)
        throw new Error(`the answer was lost: ${error.message}`, { cause: error })
      return { kind: 'later', error: `no answer: ${error.message}` }
    })
  if (outcome.kind === 'taken') {
    await context.run(recordAttempt, { deliveryId, providerId: outcome.providerId, isFinal: false })
    return
  }
  const isFinal = outcome.kind === 'refused' || isLast
  await context.run(recordAttempt, { deliveryId, error: outcome.error, isFinal })
  if (!isFinal) throw new Error(outcome.error)
}

async function whatsappMessage(
  context: JobContext,
  delivery: { id: string; message_id: string; address: Buffer; origin: string },
): Promise<WhatsAppMessage> {
  const { tenant, db } = context
  const message = await findMessage(db, delivery.message_id)
  if (!message) throw new Error(`delivery ${delivery.id} has no message`)
  const { locale } = await getAccount(db, message.account_id)
  const own = message.template_key && message.template_values && message.template_version !== null
  const key = own ? (message.template_key as string) : generalKey
  const today = context.clock.now().toZonedDateTimeISO(tenant.profile.zone).toPlainDate().toString()
  const general = own ? undefined : await templateInForce(db, generalKey, today)
  const version = general?.version ?? message.template_version ?? 0
  const texts = general?.texts ?? (await templateVersion(db, key, version))
  const values: TemplateValues = own
    ? tenant.cipher.openJson(message.template_values as Buffer, templateValuesContext)
    : {
        title: message.title,
        body: message.body,
        link: `${delivery.origin}${message.link ?? '/akun/pesan'}`,
        region: tenant.profile.name,
      }
  return {
    to: tenant.cipher.open(delivery.address, addressContext),
    template: providerName(key, version),
    language: locale,
    parameters: whatsappParameters(texts?.whatsapp[locale] ?? '', values),
    callback: delivery.id,
  }
}

/** The code that proves a number goes straight to the telephone: in the inbox it would prove nothing. */
export async function sendPhoneCodeJob(payload: { sealed: string }, context: JobContext): Promise<void> {
  const settings = whatsappSettings(context)
  if (!settings) return
  const { tenant, db } = context
  const { to, code, locale } = tenant.cipher.openJson<{ to: string; code: string; locale: Locale }>(
    Buffer.from(payload.sealed, 'base64'),
    phoneCodeContext,
  )
  const today = context.clock.now().toZonedDateTimeISO(tenant.profile.zone).toPlainDate().toString()
  const { version, texts } = await templateInForce(db, phoneCodeKey, today)
  const outcome = await cloudApi(settings).send({
    to,
    template: providerName(phoneCodeKey, version),
    language: locale,
    parameters: whatsappParameters(texts.whatsapp[locale], { code, region: tenant.profile.name }),
    callback: phoneCodeKey,
  })
  if (outcome.kind === 'later' && context.attempt < 4) throw new Error(outcome.error)
  if (outcome.kind !== 'taken') context.log.warn({ error: outcome.error }, 'a code could not be sent')
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
    const final = context.attempt >= mostMailTries
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

/** The simulated provider tells what became of a message. */
export async function tellSimulatedJob(
  payload: { id: string; callback: string; status: string },
  context: JobContext,
): Promise<void> {
  await tellStatus(context, { ...payload, at: context.clock.now() })
}
