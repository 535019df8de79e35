import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { AdministrationFrame, type AdminPage } from '#modules/organization/index.ts'
import {
  Button,
  CsrfField,
  CursorPagination,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Radios,
  Section,
  StatusTag,
  SummaryList,
  Table,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { documentPaths } from '../paths.ts'
import type { Certificate, CertificateState } from '../queries/certificates.ts'
import { revocationReasons } from '../signing/revocation-list.ts'
import { certificateTexts } from '../texts-certificates.ts'

const states = ['good', 'expired', 'revoked'] as const
const tones = { good: 'good', expired: 'neutral', revoked: 'late' } as const
const reasons = Object.keys(revocationReasons) as (keyof typeof revocationReasons)[]

interface CertificatePage extends AdminPage {
  readonly zone: Zone
}

function StateTag({ state }: { state: CertificateState }) {
  const t = certificateTexts(useFrame().locale)
  return <StatusTag tone={tones[state]}>{t(state)}</StatusTag>
}

function periodOf({ validFrom, validTo }: Certificate, { locale, zone }: CertificatePage): string {
  const day = (at: Temporal.Instant) => formatDay(at.toZonedDateTimeISO(zone).toPlainDate(), locale)
  return certificateTexts(locale)('period-of', { from: day(validFrom), to: day(validTo) })
}

export interface CertificateListProps extends CertificatePage {
  readonly query: { readonly q?: string | undefined; readonly keadaan?: CertificateState | undefined }
  readonly rows: readonly Certificate[]
  readonly isFirst: boolean
  readonly next: string | undefined
}

export function CertificateListPage(props: CertificateListProps) {
  const { locale, query } = props
  const t = certificateTexts(locale)
  const path = documentPaths.certificates
  return (
    <AdministrationFrame {...props} title={t('title')} lead={t('lead')}>
      <FilterBar
        action={path}
        search={{ label: t('search'), value: query.q }}
        selects={[
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: states.map((value) => ({ value, label: t(value) })),
          },
        ]}
      />
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => documentPaths.certificate(row.serial)}
        empty={<EmptyState title={t('none')}>{t('none-help')}</EmptyState>}
        columns={[
          { key: 'holder', label: t('holder'), header: true, cell: (row) => row.holder || t(`use-${row.use}`) },
          { key: 'use', label: t('use'), cell: (row) => t(`use-${row.use}`) },
          { key: 'period', label: t('period'), cell: (row) => periodOf(row, props) },
          { key: 'state', label: t('state'), cell: (row) => <StateTag state={row.state} /> },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirst ? undefined : withQuery(path, query)}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
      />
    </AdministrationFrame>
  )
}

export interface CertificateViewProps extends CertificatePage {
  readonly certificate: Certificate
  readonly chosen: string
  readonly error?: AppError | undefined
}

export function CertificateViewPage(props: CertificateViewProps) {
  const { locale, certificate, zone, error } = props
  const t = certificateTexts(locale)
  const title = certificate.holder || t(`use-${certificate.use}`)
  const wrong = error && (error.fields[0]?.message[locale] ?? error.say(locale))
  return (
    <AdministrationFrame
      {...props}
      title={title}
      section={{ label: t('title'), href: documentPaths.certificates }}
      crumbs={[{ label: title }]}
    >
      <ErrorSummary errors={wrong ? [{ name: 'reason', text: wrong }] : []} />
      <SummaryList
        rows={[
          { term: t('state'), value: <StateTag state={certificate.state} /> },
          { term: t('use'), value: t(`use-${certificate.use}`) },
          { term: t('serial'), value: <code class="break-all">{certificate.serial}</code> },
          { term: t('period'), value: periodOf(certificate, props) },
          ...(certificate.revokedAt && certificate.revokedReason
            ? [
                { term: t('revoked-at'), value: formatShort(certificate.revokedAt, locale, zone) },
                { term: t('reason'), value: t(`reason-${certificate.revokedReason}`) },
              ]
            : []),
        ]}
      />
      {certificate.state !== 'revoked' && (
        <Section title={t('revoke')}>
          <p class="hint mb-3">{t('revoke-help')}</p>
          <form method="post" action={documentPaths.certificate(certificate.serial)} novalidate class="stack">
            <CsrfField />
            <Radios
              name="reason"
              label={t('reason')}
              value={props.chosen}
              error={wrong}
              options={reasons.map((value) => ({ value, label: t(`reason-${value}`) }))}
            />
            <Button variant="danger">{t('revoke-do')}</Button>
          </form>
        </Section>
      )}
    </AdministrationFrame>
  )
}
