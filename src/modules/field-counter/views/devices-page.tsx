import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  CursorPagination,
  EmptyState,
  ErrorSummary,
  FilterBar,
  LinkButton,
  Notice,
  Section,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  type Tone,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { trustedOffsetMs } from '../domain.ts'
import { fieldCounterPaths } from '../paths.ts'
import { type FieldDevice, silentAfterDays } from '../queries/devices.ts'
import { fieldCounterTexts } from '../texts.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'

export interface DevicesPageProps extends DeskAround {
  readonly rows: readonly FieldDevice[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: Readonly<Record<string, string | undefined>>
  readonly now: Temporal.Instant
  readonly zone: Zone
}

const states = ['active', 'waiting', 'silent', 'revoked'] as const

export function DevicesPage(props: DevicesPageProps) {
  const { locale } = useFrame()
  const t = fieldCounterTexts(locale)
  const path = fieldCounterPaths.devices
  const isFiltered = Object.values(props.query).some(Boolean)
  const moment = (at: Temporal.Instant) => formatShort(at, locale, props.zone)
  return (
    <DeskFrame {...props} title={t('devices.title')} lead={t('devices.lead')}>
      <FilterBar
        action={path}
        search={{ name: 'q', value: props.query['q'], label: t('devices.search') }}
        selects={[
          {
            name: 'keadaan',
            label: t('items.state'),
            value: props.query['keadaan'],
            options: states.map((state) => ({
              value: state,
              label: t(`devices.f-${state}`, { days: silentAfterDays }),
            })),
          },
        ]}
        clearHref={path}
      />
      <Table
        caption={t('devices.title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(device) => device.id}
        rowHref={(device) => fieldCounterPaths.device(device.id)}
        empty={
          <EmptyState
            title={t(isFiltered ? 'items.none-found' : 'devices.none')}
            icon={isFiltered ? 'search' : 'inbox'}
          >
            {isFiltered ? undefined : t('devices.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'name', label: t('devices.name'), header: true, cell: (device) => device.name },
          { key: 'code', label: t('devices.code'), cell: (device) => device.code },
          { key: 'keepers', label: t('devices.keepers'), cell: (device) => device.keepers.join('; ') },
          { key: 'last', label: t('devices.last'), cell: (device) => moment(device.lastSeenAt) },
          { key: 'waiting', label: t('devices.waiting'), cell: (device) => waitingWords(device, moment, t) },
          { key: 'state', label: t('items.state'), cell: (device) => <DeviceTag device={device} now={props.now} /> },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, props.query)}
        nextHref={props.next && withQuery(path, { ...props.query, setelah: props.next })}
      />
    </DeskFrame>
  )
}

function waitingWords(
  device: FieldDevice,
  moment: (at: Temporal.Instant) => string,
  t: ReturnType<typeof fieldCounterTexts>,
): string {
  if (!device.oldestQueuedAt || device.queued === 0) return String(device.queued)
  return t('devices.waiting-since', { n: device.queued, when: moment(device.oldestQueuedAt) })
}

function DeviceTag({ device, now }: { device: FieldDevice; now: Temporal.Instant }) {
  const t = fieldCounterTexts(useFrame().locale)
  const isSilent = device.lastSeenAt.until(now).total('hours') > silentAfterDays * 24
  const [tone, word]: [Tone, 'revoked' | 'silent' | 'active'] = device.revokedAt
    ? ['neutral', 'revoked']
    : isSilent
      ? ['soon', 'silent']
      : ['good', 'active']
  return <StatusTag tone={tone}>{t(`devices.${word}`)}</StatusTag>
}

export interface DevicePageProps extends DeskAround {
  readonly device: FieldDevice
  readonly errors: readonly FieldError[]
  readonly typed: string
  readonly zone: Zone
}

export function DevicePage(props: DevicePageProps) {
  const { locale } = useFrame()
  const t = fieldCounterTexts(locale)
  const { device, zone } = props
  const moment = (at: Temporal.Instant) => formatShort(at, locale, zone)
  const minutes = Math.round(Math.abs(device.clockOffsetMs) / 60_000)
  return (
    <DeskFrame {...props} title={`${device.name} (${device.code})`}>
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      {device.revokedAt && (
        <Notice tone="soon" title={t('devices.revoked')}>
          {device.revokeReason}
        </Notice>
      )}
      <SummaryList
        dense
        rows={[
          { term: t('devices.keepers'), value: device.keepers.join('; ') },
          { term: t('devices.enrolled'), value: `${moment(device.enrolledAt)}, ${device.enrolledBy}` },
          { term: t('devices.last'), value: moment(device.lastSeenAt) },
          {
            term: t('clock'),
            value:
              Math.abs(device.clockOffsetMs) < trustedOffsetMs / 5 ? t('clock.right') : t('clock.off', { minutes }),
          },
          { term: t('devices.waiting'), value: waitingWords(device, moment, t) },
          { term: t('devices.drafts'), value: String(device.drafts) },
          ...(device.packMadeAt ? [{ term: t('devices.pack'), value: moment(device.packMadeAt) }] : []),
          ...(device.revokedAt
            ? [
                { term: t('revoked.at'), value: moment(device.revokedAt) },
                { term: t('revoked.by'), value: device.revokedBy ?? '' },
                { term: t('revoked.wiped'), value: device.wipedAt ? moment(device.wipedAt) : t('revoked.not-yet') },
              ]
            : []),
        ]}
      />
      <ButtonRow>
        <LinkButton variant="secondary" href={withQuery(fieldCounterPaths.items, { perangkat: device.id })}>
          {t('devices.items')}
        </LinkButton>
      </ButtonRow>
      {!device.revokedAt && (
        <Section title={t('revoke.title')}>
          <p>{t('revoke.lead')}</p>
          <form method="post" action={fieldCounterPaths.revoke(device.id)} novalidate>
            <CsrfField />
            <TextArea
              name="reason"
              label={t('revoke.reason')}
              hint={t('revoke.reason-hint')}
              value={props.typed}
              error={props.errors.find((error) => error.path === 'reason')?.message[locale]}
              maxLength={300}
            />
            <Button variant="danger">{t('revoke.button')}</Button>
          </form>
        </Section>
      )}
    </DeskFrame>
  )
}
