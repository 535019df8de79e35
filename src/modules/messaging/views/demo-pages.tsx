import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { CitizenLayout, EmptyState, useFrame } from '#ui/index.ts'
import { messagingTexts } from '../texts.ts'

export interface MailView {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly state: string
  readonly at: Temporal.Instant
}

export function MailboxPage(props: { mails: readonly MailView[]; zone: Zone }) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  return (
    <CitizenLayout title={t('mailbox.title')} lead={t('mailbox.lead')} narrow private>
      {props.mails.length === 0 && <EmptyState title={t('mailbox.empty')} />}
      {props.mails.map((mail) => (
        <details key={mail.id} class="rule-item">
          <summary>
            {mail.subject}{' '}
            <span class="hint">
              {mail.to}, {formatShort(mail.at, locale, props.zone)}, {t(`state.${mail.state}` as 'state.sent')}
            </span>
          </summary>
          <p class="pre-line">{mail.body}</p>
        </details>
      ))}
    </CitizenLayout>
  )
}

export interface WhatsAppView {
  readonly id: string
  readonly to: string
  readonly body: string
  readonly at: Temporal.Instant
}

export function TelephonesPage(props: { messages: readonly WhatsAppView[]; zone: Zone }) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  return (
    <CitizenLayout title={t('phones.title')} lead={t('phones.lead')} narrow private>
      {props.messages.length === 0 && <EmptyState title={t('phones.empty')} />}
      <ul class="rule-list">
        {props.messages.map((message) => (
          <li key={message.id}>
            <p class="pre-line">{message.body}</p>
            <p class="hint">
              {message.to}, {formatShort(message.at, locale, props.zone)}
            </p>
          </li>
        ))}
      </ul>
    </CitizenLayout>
  )
}
