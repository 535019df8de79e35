import { dayOf, type Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  CitizenLayout,
  CsrfField,
  CursorPagination,
  EmptyState,
  LinkButton,
  LinkList,
  Notice,
  Section,
  StatusTag,
  Table,
  withQuery,
} from '#ui/index.ts'
import { type Entitlement, keyOfEntitlement } from '../cards/entitlements.ts'
import { cardAbouts, cardFields, cardTitles } from '../cards/fields.ts'
import { fieldName, lastDayOf } from '../domain.ts'
import { credentialPaths } from '../paths.ts'
import type { OwnCard } from '../queries/credentials.ts'
import type { OwnDevice, OwnShowing } from '../queries/own.ts'
import { credentialTexts } from '../texts.ts'
import { causeWords } from '../texts-causes.ts'

export interface OwnCardsProps {
  readonly locale: Locale
  readonly zone: Zone
  readonly now: Temporal.Instant
  readonly may: readonly Entitlement[]
  readonly cards: readonly OwnCard[]
  readonly devices: readonly OwnDevice[]
  readonly showings: { readonly rows: readonly OwnShowing[]; readonly next: string | undefined }
  readonly isFirstPage: boolean
  readonly notice: string | undefined
}

const holds = (card: OwnCard, now: Temporal.Instant): boolean =>
  card.revokedCause === undefined && Temporal.Instant.compare(card.expiresAt, now) > 0

/** What a person may carry on the phone, where it lies, and whom it was shown to. */
export function OwnCardsPage(props: OwnCardsProps) {
  const { locale, notice } = props
  const t = credentialTexts(locale)
  return (
    <CitizenLayout
      title={t('title')}
      lead={t('lead')}
      private
      actions={
        <LinkButton href={credentialPaths.wallet} icon="smartphone">
          {t('open')}
        </LinkButton>
      }
    >
      {notice && (
        <Notice tone="good" announce>
          {notice}
        </Notice>
      )}
      <noscript>
        <PaperInstead locale={locale} />
      </noscript>
      <May {...props} />
      <Devices {...props} />
      <Cards {...props} />
      <Showings {...props} />
    </CitizenLayout>
  )
}

export function PaperInstead({ locale }: { locale: Locale }) {
  const t = credentialTexts(locale)
  return (
    <Notice tone="info">
      <p>{t('paper')}</p>
      <p>
        <a href="/akun/data-saya#dokumen">{t('paper-link')}</a>
      </p>
    </Notice>
  )
}

function May({ locale, may, cards, now }: OwnCardsProps) {
  const t = credentialTexts(locale)
  const devicesOf = (one: Entitlement) =>
    cards
      .filter((card) => card.kind === one.kind && card.entryId === one.entryId && holds(card, now))
      .map((card) => card.deviceName)
  return (
    <Section title={t('may')} id="boleh">
      {may.length === 0 ? (
        <EmptyState title={t('may-none')} icon="wallet">
          {t('may-none-text')}
        </EmptyState>
      ) : (
        <>
          <p class="hint">{t('may-lead')}</p>
          <LinkList
            headingLevel={3}
            items={may.map((one) => {
              const on = [...new Set(devicesOf(one))]
              return {
                title: `${t('add')}: ${cardTitles[one.kind][locale].toLocaleLowerCase(locale)}`,
                href: withQuery(credentialPaths.offer, { kartu: keyOfEntitlement(one) }),
                text: [t('about-subject', { name: one.subjectName }), one.number, cardAbouts[one.kind][locale]]
                  .filter(Boolean)
                  .join('. '),
                note: on.length > 0 ? t('on-devices', { devices: on.join(', ') }) : t('on-none'),
              }
            })}
          />
        </>
      )}
    </Section>
  )
}

function Devices({ locale, zone, devices }: OwnCardsProps) {
  const t = credentialTexts(locale)
  return (
    <Section title={t('devices')} id="perangkat">
      {devices.length > 0 && <p class="hint">{t('devices-lead')}</p>}
      <Table
        caption={t('devices')}
        captionHidden
        rows={devices}
        rowKey={(row) => row.id}
        empty={<p class="hint">{t('devices-none')}</p>}
        columns={[
          {
            key: 'name',
            label: t('device'),
            header: true,
            cell: (row) => `${row.name} (${t(`device-${row.kind}`)})`,
          },
          { key: 'cards', label: t('cards'), align: 'end', cell: (row) => row.cards },
          { key: 'added', label: t('added'), cell: (row) => formatDay(dayOf(row.addedAt, zone), locale) },
          {
            key: 'lost',
            label: t('action'),
            cell: (row) => (
              <form method="post" action={credentialPaths.lost}>
                <CsrfField />
                <input type="hidden" name="deviceId" value={row.id} />
                <Button variant="danger" small>
                  {t('lost')} <span class="sr-only">{row.name}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Cards({ locale, zone, cards, now }: OwnCardsProps) {
  const t = credentialTexts(locale)
  const state = (card: OwnCard) => {
    if (card.revokedCause) {
      return <StatusTag tone="neutral">{t('ended', { cause: causeWords[card.revokedCause][locale] })}</StatusTag>
    }
    if (!holds(card, now)) return <StatusTag tone="neutral">{t('expired')}</StatusTag>
    return (
      <StatusTag tone="good">
        {t('holds', { day: formatDay(dayOf(lastDayOf(card.expiresAt), zone), locale) })}
      </StatusTag>
    )
  }
  return (
    <Section title={t('your-cards')} id="kartu">
      <Table
        caption={t('your-cards')}
        captionHidden
        rows={cards}
        rowKey={(row) => row.id}
        empty={<p class="hint">{t('cards-none')}</p>}
        columns={[
          {
            key: 'card',
            label: t('card'),
            header: true,
            cell: (row) => `${cardTitles[row.kind][locale]}, ${row.subjectName}`,
          },
          { key: 'where', label: t('where'), cell: (row) => row.deviceName },
          { key: 'state', label: t('state'), cell: state },
          {
            key: 'remove',
            label: t('action'),
            cell: (row) =>
              holds(row, now) && (
                <form method="post" action={credentialPaths.remove}>
                  <CsrfField />
                  <input type="hidden" name="credentialId" value={row.id} />
                  <Button variant="quiet" small>
                    {t('remove')} <span class="sr-only">{cardTitles[row.kind][locale]}</span>
                  </Button>
                </form>
              ),
          },
        ]}
      />
    </Section>
  )
}

const outcomeTones = { valid: 'good', invalid: 'late', unopened: 'neutral', waiting: 'soon' } as const

function Showings({ locale, zone, showings, isFirstPage }: OwnCardsProps) {
  const t = credentialTexts(locale)
  const labels = (row: OwnShowing) =>
    cardFields[row.kind].filter(({ path }) => row.fields.includes(fieldName(path))).map(({ label }) => label[locale])
  return (
    <Section title={t('showings')} id="ditunjukkan">
      <p class="hint">{t('showings-lead')}</p>
      <Table
        caption={t('showings')}
        captionHidden
        rows={showings.rows}
        rowKey={(row) => row.id}
        empty={<p class="hint">{t('showings-none')}</p>}
        columns={[
          { key: 'card', label: t('card'), header: true, cell: (row) => cardTitles[row.kind][locale] },
          { key: 'whom', label: t('to-whom'), cell: (row) => `${row.audience}, ${row.purpose}` },
          { key: 'fields', label: t('fields'), cell: (row) => labels(row).join(', ') || t('no-fields') },
          { key: 'when', label: t('when'), cell: (row) => formatShort(row.madeAt, locale, zone) },
          {
            key: 'outcome',
            label: t('outcome'),
            cell: (row) => <StatusTag tone={outcomeTones[row.outcome]}>{t(`outcome-${row.outcome}`)}</StatusTag>,
          },
        ]}
      />
      <CursorPagination
        previousHref={isFirstPage ? undefined : `${credentialPaths.own}#ditunjukkan`}
        nextHref={showings.next && `${withQuery(credentialPaths.own, { sebelum: showings.next })}#ditunjukkan`}
      />
    </Section>
  )
}
