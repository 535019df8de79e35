import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { formatDay, formatNumber, formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  DateField,
  ErrorSummary,
  ExportLinks,
  FilterBar,
  LinkButton,
  parseDateParts,
  Section,
  StatusTag,
  Table,
} from '#ui/index.ts'
import { servicePaths } from '../../paths.ts'
import type { DoneMigration, PublishedService, PublishedVersion } from '../../queries/definitions.ts'
import { type DefinitionTexts, definitionTexts } from '../../texts/definitions.ts'
import { type DefinitionAdmin, DefinitionFrame } from './frame.tsx'

interface DefinitionsProps extends DefinitionAdmin {
  readonly services: readonly PublishedService[]
  readonly today: string
  /** What was searched for. */
  readonly text: string
}

export function DefinitionsPage(props: DefinitionsProps) {
  const { locale, services, today } = props
  const t = definitionTexts(locale)
  return (
    <DefinitionFrame
      {...props}
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <LinkButton href={servicePaths.newDefinition} icon="plus">
            {t('new')}
          </LinkButton>
          <ExportLinks path={servicePaths.definitions} query={{ q: props.text }} />
        </>
      }
    >
      <FilterBar action={servicePaths.definitions} search={{ value: props.text, label: t('service') }} />
      <Table
        caption={t('title')}
        captionHidden
        rows={services}
        rowKey={(service) => service.id}
        rowHref={(service) => servicePaths.definition(service.id)}
        columns={[
          {
            key: 'service',
            label: t('service'),
            header: true,
            cell: (service) => (service.current ?? service.newest).title[locale],
          },
          { key: 'in-force', label: t('in-force'), cell: (service) => <InForce {...{ service, locale, today, t }} /> },
          {
            key: 'planned',
            label: t('planned'),
            cell: (service) =>
              service.planned
                .map((row) => t('planned-from', { n: row.version, day: dayText(row.validFrom, locale) }))
                .join('; ') || t('none'),
          },
          {
            key: 'running',
            label: t('running'),
            align: 'end',
            cell: (service) =>
              formatNumber(
                service.versions.reduce((sum, row) => sum + row.running, 0),
                locale,
              ),
          },
        ]}
      />
    </DefinitionFrame>
  )
}

type InForceProps = { service: PublishedService; locale: Locale; today: string; t: DefinitionTexts }

function InForce({ service, locale, today, t }: InForceProps) {
  const { current } = service
  if (!current) return <>{t('none')}</>
  const isClosed = current.validTo !== undefined && current.validTo < today
  return (
    <>
      {t('version-n', { n: current.version })}{' '}
      {current.validTo && (
        <StatusTag tone={isClosed ? 'late' : 'soon'}>
          {t('closed', { day: dayText(current.validTo, locale) })}
        </StatusTag>
      )}
    </>
  )
}

export interface DefinitionPageProps extends DefinitionAdmin {
  readonly service: PublishedService
  readonly migrations: readonly DoneMigration[]
  readonly zone: Zone
  readonly form: FormValues
  readonly error?: AppError | undefined
}

/** All versions of one service, what was done with them, and its end. */
export function DefinitionPage(props: DefinitionPageProps) {
  const { locale, service, migrations, zone } = props
  const t = definitionTexts(locale)
  const shown = service.current ?? service.newest
  return (
    <DefinitionFrame
      {...props}
      title={shown.title[locale]}
      lead={shown.summary[locale]}
      crumbs={[{ label: shown.title[locale] }]}
      actions={
        <>
          <LinkButton href={servicePaths.newDefinition}>{t('new')}</LinkButton>
          {service.versions.length > 1 && (
            <LinkButton href={servicePaths.migration(service.id)} variant="secondary">
              {t('move-cases')}
            </LinkButton>
          )}
          <LinkButton href={servicePaths.service(shown.slug)} variant="secondary">
            {t('public-page')}
          </LinkButton>
        </>
      }
    >
      <Section title={t('versions')}>
        <Versions {...props} inForce={service.current?.version} />
      </Section>
      {migrations.length > 0 && (
        <Section title={t('migrations')}>
          <Table
            caption={t('migrations')}
            captionHidden
            rows={migrations}
            rowKey={(row) => String(row.at)}
            columns={[
              {
                key: 'what',
                label: t('version'),
                header: true,
                cell: (row) => t('migration-row', { from: row.from, to: row.to }),
              },
              { key: 'moved', label: t('moved'), align: 'end', cell: (row) => formatNumber(row.moved, locale) },
              { key: 'kept', label: t('kept'), align: 'end', cell: (row) => formatNumber(row.kept, locale) },
              { key: 'when', label: t('when'), cell: (row) => momentText(row.at, locale, zone) },
              { key: 'by', label: t('by'), cell: (row) => row.by },
            ]}
          />
        </Section>
      )}
      {service.current && !service.current.validTo && <Retire {...props} />}
    </DefinitionFrame>
  )
}

function Versions({ locale, service, zone, inForce }: DefinitionPageProps & { inForce: number | undefined }) {
  const t = definitionTexts(locale)
  return (
    <Table
      caption={t('versions')}
      captionHidden
      rows={service.versions}
      rowKey={(row) => String(row.version)}
      columns={[
        {
          key: 'version',
          label: t('version'),
          header: true,
          cell: (row: PublishedVersion) => (
            <>
              {row.version} {row.version === inForce && <StatusTag tone="good">{t('in-force')}</StatusTag>}
              {service.planned.includes(row) && <StatusTag tone="info">{t('planned')}</StatusTag>}
            </>
          ),
        },
        { key: 'from', label: t('from'), cell: (row) => dayText(row.validFrom, locale) },
        {
          key: 'by',
          label: t('published-by'),
          cell: (row) => `${row.publishedBy ?? t('shipped')}, ${momentText(row.publishedAt, locale, zone)}`,
        },
        { key: 'running', label: t('running'), align: 'end', cell: (row) => formatNumber(row.running, locale) },
        { key: 'hash', label: t('hash'), cell: (row) => <code title={row.hash}>{row.hash.slice(0, 12)}</code> },
        {
          key: 'json',
          label: 'JSON',
          cell: (row) => (
            <span class="flex flex-wrap gap-4">
              <a href={servicePaths.definitionVersion(service.id, row.version)}>
                {t('view')}
                <span class="sr-only"> {t('version-n', { n: row.version })}</span>
              </a>
              <a href={servicePaths.definitionFile(service.id, row.version)} download>
                {t('download')}
                <span class="sr-only"> {t('version-n', { n: row.version })}</span>
              </a>
            </span>
          ),
        },
      ]}
    />
  )
}

function Retire({ locale, service, form, error }: DefinitionPageProps) {
  const t = definitionTexts(locale)
  const errors = (error?.fields ?? []).map((field) => ({
    name: field.path === 'validTo' ? 'validTo' : undefined,
    text: field.message[locale],
  }))
  return (
    <Section title={t('retire')}>
      <p>{t('retire-lead')}</p>
      <ErrorSummary errors={errors} />
      <form method="post" action={servicePaths.retire(service.id)} novalidate>
        <CsrfField />
        <DateField
          name="validTo"
          label={t('retire-day')}
          value={parseDateParts(Object.fromEntries(form.entries()), 'validTo')}
          error={errors.find((item) => item.name)?.text}
        />
        <ButtonRow>
          <Button variant="danger">{t('retire')}</Button>
        </ButtonRow>
      </form>
    </Section>
  )
}

/** The definition itself, as it was published. */
export function DefinitionJsonPage(
  props: DefinitionAdmin & { title: string; serviceId: string; version: number; json: string },
) {
  const { locale, title, serviceId, version, json } = props
  const t = definitionTexts(locale)
  return (
    <DefinitionFrame
      {...props}
      title={`${title}, ${t('version-n', { n: version }).toLowerCase()}`}
      crumbs={[{ label: title, href: servicePaths.definition(serviceId) }, { label: t('version-n', { n: version }) }]}
      actions={
        <LinkButton href={servicePaths.definitionFile(serviceId, version)} variant="secondary" download>
          {t('download')}
        </LinkButton>
      }
    >
      <section class="table-scroll" aria-label={t('version-n', { n: version })} tabindex={0}>
        <pre class="text-sm">{json}</pre>
      </section>
    </DefinitionFrame>
  )
}

export function dayText(day: string, locale: Locale): string {
  return formatDay(Temporal.PlainDate.from(day), locale)
}

function momentText(at: Date, locale: Locale, zone: Zone): string {
  return formatShort(Temporal.Instant.fromEpochMilliseconds(at.getTime()), locale, zone)
}
