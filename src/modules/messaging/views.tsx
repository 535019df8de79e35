import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { Button, CitizenLayout, CsrfField, CursorPagination, EmptyState, StatusTag, useFrame } from '#ui/index.ts'
import { messagingPaths } from './paths.ts'
import type { InboxMessage } from './queries.ts'
import { messagingTexts } from './texts.ts'

export function InboxPage(props: { rows: readonly InboxMessage[]; next: string | undefined; zone: Zone }) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  return (
    <CitizenLayout title={t('inbox.title')} lead={t('inbox.lead')} narrow private>
      {props.rows.length === 0 && <EmptyState title={t('inbox.empty')}>{t('inbox.empty-help')}</EmptyState>}
      <ul class="rule-list">
        {props.rows.map((message) => (
          <li key={message.id}>
            <h2 class="text-lead">
              {message.title} {!message.isRead && <StatusTag tone="info">{t('inbox.unread')}</StatusTag>}
            </h2>
            <p class="pre-line">{message.body}</p>
            <p class="hint">{formatShort(message.createdAt, locale, props.zone)}</p>
            {(message.link || !message.isRead) && (
              <form method="post" action={messagingPaths.read(message.id)}>
                <CsrfField />
                <Button variant="secondary" small>
                  {message.link ? t('inbox.open') : t('inbox.mark-read')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <CursorPagination nextHref={props.next && `${messagingPaths.inbox}?sebelum=${props.next}`} />
    </CitizenLayout>
  )
}

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
