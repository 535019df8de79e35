import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { Button, CitizenLayout, CsrfField, CursorPagination, EmptyState, StatusTag, useFrame } from '#ui/index.ts'
import { messagingPaths } from '../paths.ts'
import type { InboxMessage, Sending } from '../queries/messages.ts'
import { messagingTexts } from '../texts.ts'

export function InboxPage(props: { rows: readonly InboxMessage[]; next: string | undefined; zone: Zone }) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  return (
    <CitizenLayout
      title={t('inbox.title')}
      lead={
        <>
          {t('inbox.lead')} <a href={messagingPaths.preferences}>{t('inbox.preferences')}</a>
        </>
      }
      narrow
      private
    >
      {props.rows.length === 0 && <EmptyState title={t('inbox.empty')}>{t('inbox.empty-help')}</EmptyState>}
      <ul class="rule-list">
        {props.rows.map((message) => (
          <li key={message.id}>
            <h2 class="text-lead">
              {message.title} {!message.isRead && <StatusTag tone="info">{t('inbox.unread')}</StatusTag>}
            </h2>
            <p class="pre-line">{message.body}</p>
            <p class="hint">{formatShort(message.createdAt, locale, props.zone)}</p>
            {message.sendings.map((sending) => (
              <HowSent key={sending.channel} sending={sending} zone={props.zone} />
            ))}
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

function HowSent({ sending, zone }: { sending: Sending; zone: Zone }) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  const words = {
    channel: t(`channel.${sending.channel}`),
    address: sending.address,
    when: formatShort(sending.at, locale, zone),
  }
  return <p class="hint">{t(`sent.${sending.state}`, words)}</p>
}
