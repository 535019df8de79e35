import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatNumber } from '#kernel/i18n/format.ts'
import {
  BarChart,
  Button,
  ButtonRow,
  ColumnChart,
  CsrfField,
  CursorPagination,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  Section,
  Select,
  StaffLayout,
  Stats,
  Table,
  ToneText,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { servicePaths } from '../paths.ts'
import type { PostHolder } from '../queries/takers.ts'
import type { LedTask, Load, Workload } from '../queries/workload.ts'
import { queueTexts } from '../texts/desk.ts'
import { dueWords, sinceWhen } from './case-words.ts'
import { deskTexts } from './desk-texts.ts'

export interface ShownLedTask extends LedTask {
  readonly title: string
  readonly stateLabel: string
  readonly unitName: string
}

export interface WorkloadPageProps {
  readonly load: Workload
  readonly unitNames: ReadonlyMap<string, string>
  readonly serviceNames: ReadonlyMap<string, string>
  readonly only: string | undefined
  /** Whose work is listed. */
  readonly owner: { readonly personId: string; readonly name: string } | undefined
  readonly colleagues: readonly PostHolder[]
  readonly tasks: readonly ShownLedTask[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly nav: readonly { readonly label: string; readonly href: string }[]
  readonly unitName: string
  /** Services of these units whose few places the head allots. */
  readonly quotas: readonly Pick<ServiceDefinition, 'slug' | 'title'>[]
  readonly errors: readonly FieldError[]
  readonly notice: string | undefined
  readonly now: Temporal.Instant
  readonly zone: Zone
}

const listHref = (only: string, after?: string) =>
  `${withQuery(servicePaths.workload, { daftar: only, sesudah: after })}#daftar`

/** For a head: pictures first, then the list behind them, then the file. */
export function WorkloadPage(props: WorkloadPageProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  const { load } = props
  const { total } = load
  const days = (at: Temporal.Instant | undefined) =>
    at ? Math.max(0, Math.floor(at.until(props.now, { largestUnit: 'hours' }).hours / 24)) : 0
  return (
    <StaffLayout
      title={t('load.title')}
      lead={t('load.lead')}
      desk={deskTexts(locale)('desk')}
      unit={props.unitName}
      nav={props.nav}
      notice={props.notice}
    >
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      {total.open === 0 ? (
        <EmptyState title={t('load.none')}>{t('load.none-help')}</EmptyState>
      ) : (
        <>
          <Stats
            label={t('load.title')}
            items={[
              { value: formatNumber(total.open, locale), text: t('load.open'), href: listHref('semua') },
              { value: formatNumber(total.late, locale), text: t('load.late'), href: listHref('late') },
              { value: formatNumber(total.escalated, locale), text: t('load.escalated'), href: listHref('escalated') },
              { value: t('load.days', { n: days(total.oldestAt) }), text: t('load.oldest') },
            ]}
          />
          <div class="load-charts">
            <Ages {...props} />
            <Units {...props} />
          </div>
          <Officers {...props} />
          <Services {...props} />
        </>
      )}
      {props.only && <TaskList {...props} />}
      {props.quotas.length > 0 && (
        <Section title={t('load.quotas')}>
          <ul class="plain-list">
            {props.quotas.map((service) => (
              <li key={service.slug}>
                <a href={servicePaths.ranking(service.slug)}>{service.title[locale]}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </StaffLayout>
  )
}

function Ages({ load }: WorkloadPageProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  return (
    <ColumnChart
      title={t('load.ages')}
      noTable
      points={load.ages.map(({ upTo, open }, index) => ({
        label: upTo ? String(upTo) : '>30',
        value: open,
        text: formatNumber(open, locale),
        tone: index < 2 ? 'good' : index < 4 ? 'soon' : 'late',
      }))}
    />
  )
}

function Units({ load, unitNames }: WorkloadPageProps) {
  const { locale } = useFrame()
  return (
    <BarChart
      title={queueTexts(locale)('load.units')}
      points={load.units.slice(0, 12).map((unit) => ({
        label: unitNames.get(unit.unitPath) ?? unit.unitPath,
        value: unit.open,
        text: formatNumber(unit.open, locale),
        tone: unit.late > 0 ? 'late' : 'good',
      }))}
    />
  )
}

function Late({ load }: { load: Load }) {
  const { locale } = useFrame()
  return load.late > 0 ? <ToneText tone="late">{formatNumber(load.late, locale)}</ToneText> : <>0</>
}

function Officers({ load }: WorkloadPageProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  return (
    <Section title={t('load.officers')}>
      <Table
        caption={t('load.officers')}
        captionHidden
        dense
        rows={load.officers}
        rowKey={(row) => row.personId ?? 'free'}
        rowHref={(row) => listHref(row.personId ?? 'free')}
        columns={[
          {
            key: 'name',
            label: t('load.officer'),
            header: true,
            cell: (row) => (row.personId ? row.name : t('load.nobody')),
          },
          { key: 'open', label: t('load.count'), align: 'end', cell: (row) => formatNumber(row.open, locale) },
          { key: 'late', label: t('due.terlambat'), align: 'end', cell: (row) => <Late load={row} /> },
        ]}
      />
    </Section>
  )
}

function Services({ load, serviceNames }: WorkloadPageProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  const time = (hours: number | undefined) => {
    if (hours === undefined) return ''
    if (hours < 1) return t('load.minutes', { n: Math.round(hours * 60) })
    if (hours < 48) return t('load.hours', { n: formatNumber(hours, locale, hours < 10 ? 1 : 0) })
    return t('load.days', { n: formatNumber(hours / 24, locale, 1) })
  }
  return (
    <Section title={t('load.services')}>
      <Table
        caption={t('load.services')}
        captionHidden
        dense
        rows={load.services}
        rowKey={(row) => row.serviceId}
        columns={[
          {
            key: 'name',
            label: t('load.service'),
            header: true,
            cell: (row) => serviceNames.get(row.serviceId) ?? row.serviceId,
          },
          { key: 'open', label: t('load.count'), align: 'end', cell: (row) => formatNumber(row.open, locale) },
          { key: 'late', label: t('due.terlambat'), align: 'end', cell: (row) => <Late load={row} /> },
          { key: 'done', label: t('load.finished'), align: 'end', cell: (row) => formatNumber(row.finished, locale) },
          { key: 'median', label: t('load.median'), align: 'end', cell: (row) => time(row.medianHours) },
        ]}
      />
    </Section>
  )
}

function TaskList(props: WorkloadPageProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  return (
    <Section title={props.owner ? `${t('load.list')}: ${props.owner.name}` : t('load.list')} id="daftar">
      <p class="hint">{t('load.more')}</p>
      <ButtonRow>
        <ExportLinks path={servicePaths.workload} query={{ daftar: props.only }} />
      </ButtonRow>
      {props.owner && <HandOver {...props} owner={props.owner} />}
      <Table
        caption={t('load.list')}
        captionHidden
        dense
        rows={props.tasks}
        rowKey={(row) => row.id}
        rowHref={(row) => servicePaths.deskCase(row.caseId)}
        columns={[
          { key: 'file', label: t('row.file'), header: true, cell: (row) => `${row.title}, ${row.subjectName}` },
          { key: 'state', label: t('filter.state'), cell: (row) => row.stateLabel },
          { key: 'unit', label: t('load.unit'), cell: (row) => row.unitName },
          {
            key: 'since',
            label: t('load.since'),
            cell: (row) => sinceWhen(row.openedAt, props.now, locale, props.zone),
          },
          {
            key: 'due',
            label: t('row.due'),
            cell: (row) => {
              const due = dueWords(row.dueAt, props.now, locale, props.zone)
              return <ToneText tone={due.tone}>{due.text}</ToneText>
            },
          },
          {
            key: 'claim',
            label: t('row.claim'),
            cell: (row) => row.claimedName ?? <span class="hint">{t('claimed.nobody')}</span>,
          },
          {
            key: 'give',
            label: t('load.give'),
            cell: (row) => (
              <a href={servicePaths.reassign(row.id)}>
                {t('load.give')} <span class="sr-only">{row.number}</span>
              </a>
            ),
          },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : listHref(props.only ?? '')}
        nextHref={props.next && listHref(props.only ?? '', props.next)}
      />
    </Section>
  )
}

function HandOver({ owner, ...props }: WorkloadPageProps & { owner: { personId: string; name: string } }) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  return (
    <details class="queue-views" open={props.errors.length > 0}>
      <summary>{t('load.handover', { name: owner.name })}</summary>
      <form method="post" action={servicePaths.handOver} class="inline-form">
        <CsrfField />
        <input type="hidden" name="fromPersonId" value={owner.personId} />
        <Select
          name="personId"
          label={t('load.to')}
          hint={t('load.handover-lead')}
          empty={t('load.to-desk')}
          error={props.errors[0]?.message[locale]}
          options={props.colleagues.map((each) => ({ value: each.personId, label: `${each.name}, ${each.title}` }))}
        />
        <Button variant="secondary">{t('load.handover-do')}</Button>
      </form>
    </details>
  )
}
