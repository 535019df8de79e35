import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  CitizenLayout,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  LinkList,
  Section,
  StatusTag,
  SummaryList,
  Table,
  TextField,
  Timeline,
  useFrame,
} from '#ui/index.ts'
import type { Rule, RuleStatus } from '../domain.ts'
import type { RuleUsage } from '../extensions.ts'
import { rulePaths } from '../paths.ts'
import type { Law, LawFilter } from '../queries/law.ts'
import type { RuleRecord, Verification } from '../queries/rules.ts'
import { type RuleTexts, ruleTexts } from '../texts.ts'
import { ruleValueText } from '../value-words.ts'
import { RuleTable } from './rule-table.tsx'

const tones = { verified: 'good', unverified: 'soon', disputed: 'late' } as const

export function RuleStatusTag({ status }: { status: RuleStatus }) {
  const t = ruleTexts(useFrame().locale)
  return <StatusTag tone={tones[status]}>{t(`law.${status}`)}</StatusTag>
}

export function dayText(day: string, locale: Locale): string {
  return formatDay(Temporal.PlainDate.from(day), locale)
}

/** Every figure of law, searched and as of a day. */
export function LawPage({ rules, regulations, filter, today }: Law & { filter: LawFilter; today: string }) {
  const { locale } = useFrame()
  const t = ruleTexts(locale)
  const open = rules.filter((rule) => rule.status !== 'verified').length
  const isFiltered = Boolean(filter.text || filter.status || filter.regulation || filter.on !== today)
  return (
    <CitizenLayout title={t('law.title')} lead={t('law.lead')}>
      <FilterBar
        action={rulePaths.law}
        search={{ label: t('law.search'), value: filter.text }}
        selects={lawSelects(filter, regulations, t)}
        clearHref={rulePaths.law}
        active={isFiltered ? activeFilters(filter, today, t, locale) : undefined}
      >
        <TextField
          name="tanggal"
          label={t('law.on')}
          value={filter.on === today ? '' : filter.on.split('-').reverse().join('-')}
          placeholder={today.split('-').reverse().join('-')}
          inputMode="numeric"
        />
      </FilterBar>
      <p role="status" class="mt-4 mb-4">
        {t('law.found', { n: rules.length, day: dayText(filter.on, locale) })}{' '}
        {open > 0 && t('law.unverified-count', { n: open })}
      </p>
      <Table
        caption={t('law.title')}
        captionHidden
        rows={rules}
        rowKey={(rule) => rule.id}
        rowHref={(rule) => rulePaths.rule(rule.key)}
        empty={
          <EmptyState
            title={t('law.none')}
            icon="search"
            action={<LinkButton href={rulePaths.law}>{t('law.title')}</LinkButton>}
          >
            {t('law.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'rule', label: t('law.rule'), header: true, cell: (rule) => rule.title[locale] },
          { key: 'value', label: t('law.value'), cell: (rule) => ruleValueText(rule, locale) },
          { key: 'citation', label: t('law.citation'), cell: (rule) => rule.citation },
          { key: 'since', label: t('law.since'), cell: (rule) => dayText(rule.validFrom, locale) },
          { key: 'status', label: t('law.status'), cell: (rule) => <RuleStatusTag status={rule.status} /> },
        ]}
      />
      <div class="btn-row">
        <ExportLinks path={rulePaths.law} query={lawAddress(filter)} />
      </div>
      <p class="mt-6">
        <a href={rulePaths.apiRules}>{t('law.api')}</a>
      </p>
    </CitizenLayout>
  )
}

/** The filter as it stands in the address. */
export function lawAddress({ text, status, regulation, on }: LawFilter) {
  return { q: text, keadaan: status, peraturan: regulation, tanggal: on }
}

export function lawSelects(filter: LawFilter, regulations: readonly string[], t: RuleTexts) {
  return [
    {
      name: 'keadaan',
      label: t('law.status'),
      value: filter.status,
      options: (['verified', 'unverified', 'disputed'] as const).map((value) => ({ value, label: t(`law.${value}`) })),
    },
    {
      name: 'peraturan',
      label: t('law.regulation'),
      value: filter.regulation,
      options: regulations.map((value) => ({ value, label: value })),
    },
  ]
}

function activeFilters(filter: LawFilter, today: string, t: RuleTexts, locale: Locale) {
  const values = {
    q: filter.text,
    keadaan: filter.status ?? '',
    peraturan: filter.regulation,
    tanggal: filter.on === today ? '' : filter.on,
  }
  const labels: Readonly<Record<string, string>> = {
    q: `“${filter.text}”`,
    keadaan: filter.status ? t(`law.${filter.status}`) : '',
    peraturan: filter.regulation,
    tanggal: `${t('law.on')} ${dayText(filter.on, locale)}`,
  }
  return Object.entries(values)
    .filter(([, value]) => value)
    .map(([name]) => ({
      label: labels[name] as string,
      removeHref: `${rulePaths.law}?${new URLSearchParams(Object.entries(values).filter(([other, value]) => other !== name && value))}`,
    }))
}

export interface RulePageProps {
  readonly ruleKey: string
  readonly history: readonly RuleRecord[]
  readonly now: Rule | undefined
  readonly today: string
  readonly checks: readonly Verification[]
  readonly usages: readonly RuleUsage[]
  readonly zone: Zone
  readonly mayEdit: boolean
}

/** One figure of law: its value today, what it was before, who checked it, and what applies it. */
export function RulePage(props: RulePageProps) {
  const { locale } = useFrame()
  const t = ruleTexts(locale)
  const { history, now, today, ruleKey } = props
  const latest = now ?? (history[0] as RuleRecord)
  const planned = history.filter((row) => row.validFrom > today)
  return (
    <CitizenLayout
      title={latest.title[locale]}
      breadcrumb={[{ label: t('law.crumb'), href: rulePaths.law }, { label: latest.title[locale] }]}
      actions={
        props.mayEdit && (
          <LinkButton href={rulePaths.newRow(ruleKey)} variant="secondary">
            {t('admin.add-row')}
          </LinkButton>
        )
      }
    >
      <SummaryList
        rows={[
          { term: t('law.now'), value: <b>{now ? ruleValueText(now, locale) : t('law.not-now')}</b> },
          ...planned.map((row) => ({
            term: t('law.since'),
            value: t('law.planned', { day: dayText(row.validFrom, locale), value: ruleValueText(row, locale) }),
          })),
          { term: t('law.citation'), value: latest.citation },
          { term: t('law.status'), value: <RuleStatusTag status={latest.status} /> },
          { term: t('law.key'), value: <code>{ruleKey}</code> },
        ]}
      />
      {now?.unit === 'table' && (
        <Section title={t('law.table')}>
          <RuleTable value={now.value} caption={now.title[locale]} />
        </Section>
      )}
      <Section title={t('law.history')}>
        <Timeline
          label={t('law.history')}
          plan
          items={history.map((row) => ({
            title: ruleValueText(row, locale),
            state: row.id === now?.id ? 'current' : row.validFrom > today ? 'future' : 'done',
            time: spanText(row, t, locale),
            aside: t(row.region === '' ? 'law.national' : 'law.regional'),
            place: <Origin {...props} row={row} checks={props.checks.filter((check) => check.ruleId === row.id)} />,
          }))}
        />
      </Section>
      <Section title={t('law.used')}>
        {props.usages.length > 0 ? (
          <LinkList
            headingLevel={3}
            items={props.usages.map((usage) => ({ title: usage.title[locale], href: usage.href }))}
          />
        ) : (
          <p>{t('law.not-used')}</p>
        )}
      </Section>
      <p>
        <a href={`${rulePaths.apiRules}?key=${ruleKey}&history=yes`}>{t('law.api')}</a>
      </p>
    </CitizenLayout>
  )
}

function spanText(row: Rule, t: RuleTexts, locale: Locale): string {
  const from = dayText(row.validFrom, locale)
  return row.validTo ? t('law.from-to', { from, to: dayText(row.validTo, locale) }) : t('law.from-on', { day: from })
}

function Origin(props: { row: RuleRecord; checks: readonly Verification[]; zone: Zone; mayEdit: boolean }) {
  const { locale } = useFrame()
  const t = ruleTexts(locale)
  const { row, checks } = props
  return (
    <>
      {row.citation} <RuleStatusTag status={row.status} />
      <br />
      {row.recordedBy ? t('law.entered-by', { name: row.recordedBy }) : t('law.shipped')}.{' '}
      {row.source && (
        <>
          {t('law.source')}: <span class="break-all">{row.source}</span>.{' '}
        </>
      )}
      {checks.length === 0 && row.status !== 'verified' && t('law.not-checked')}
      {checks.map((check) => (
        <span key={String(check.at)} class="block">
          <RuleStatusTag status={check.status} />{' '}
          {t('law.checked-by', {
            name: check.actorName,
            when: formatShort(Temporal.Instant.fromEpochMilliseconds(check.at.getTime()), locale, props.zone),
          })}
          : {check.note}
        </span>
      ))}
      {props.mayEdit && (
        <>
          {' '}
          <a href={rulePaths.verify(row.id)}>{t('admin.verify')}</a>
        </>
      )}
    </>
  )
}
