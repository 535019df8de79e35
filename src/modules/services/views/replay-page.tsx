import type { Actor } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type RuleStatus, type RuleUse, ruleValueText } from '#modules/rules/index.ts'
import { LinkButton, Notice, Section, StaffLayout, StatusTag, SummaryList, Table } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { Replayed } from '../queries/replay.ts'
import { rankingTexts } from '../texts/ranking.ts'
import { serviceTexts } from '../texts.ts'

/** A rule as the case carries it, with what is known of it today. */
export interface UsedRule extends RuleUse {
  readonly title: string
  /** Undefined when the row is gone. */
  readonly status: RuleStatus | undefined
}

export interface ReplayPageProps {
  readonly locale: Locale
  readonly actor: Actor
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly version: number
  readonly submittedAt: Temporal.Instant
  readonly zone: Zone
  readonly lines: readonly Replayed[]
  readonly rules: readonly UsedRule[]
}

const tones = { verified: 'good', unverified: 'soon', disputed: 'late' } as const
const statusNames = {
  id: { verified: 'sudah dicocokkan', unverified: 'belum diverifikasi', disputed: 'sumber berbeda' },
  en: { verified: 'checked', unverified: 'not verified yet', disputed: 'sources differ' },
} as const

/** What was decided once beside the same computed again. */
export function ReplayPage(props: ReplayPageProps) {
  const { locale, lines, rules, zone } = props
  const t = rankingTexts(locale)
  const differing = lines.filter((line) => !line.same).length
  return (
    <StaffLayout
      title={t('replay-title', { number: props.number })}
      lead={t('replay-lead')}
      desk={serviceTexts(locale)('procedure.crumb')}
      unit={props.actor.position?.unitName}
      actions={
        <LinkButton href={servicePaths.deskCase(props.caseId)} variant="secondary">
          {t('back')}
        </LinkButton>
      }
    >
      {differing === 0 ? (
        <Notice tone="good" title={t('replay-same')}>
          {t('replay-same-text')}
        </Notice>
      ) : (
        <Notice tone="late" title={t('replay-differs', { n: differing })}>
          {t('replay-differs-text')}
        </Notice>
      )}
      <SummaryList
        dense
        rows={[
          { term: t('version'), value: `${props.title}, ${props.version}` },
          { term: t('submitted-on'), value: formatShort(props.submittedAt, locale, zone) },
        ]}
      />
      <Table
        caption={t('replay-title', { number: props.number })}
        captionHidden
        rows={lines}
        rowKey={(line) => line.what.id}
        columns={[
          { key: 'what', label: t('what'), header: true, cell: (line) => line.what[locale] },
          { key: 'then', label: t('before'), cell: (line) => readable(line.then, locale, zone) },
          { key: 'again', label: t('again'), cell: (line) => readable(line.again, locale, zone) },
          {
            key: 'same',
            label: t('result'),
            cell: (line) => (
              <StatusTag tone={line.same ? 'good' : 'late'}>{t(line.same ? 'same' : 'differs')}</StatusTag>
            ),
          },
        ]}
      />
      <Section title={t('rules')}>
        <Table
          caption={t('rules')}
          captionHidden
          rows={rules}
          rowKey={(rule) => rule.key}
          rowHref={(rule) => `/hukum/${rule.key}`}
          columns={[
            { key: 'rule', label: t('rule'), header: true, cell: (rule) => rule.title },
            { key: 'value', label: t('value'), cell: (rule) => ruleValueText(rule, locale) },
            { key: 'citation', label: t('citation'), cell: (rule) => rule.citation },
            {
              key: 'status',
              label: t('status'),
              cell: (rule) =>
                rule.status ? (
                  <StatusTag tone={tones[rule.status]}>{statusNames[locale][rule.status]}</StatusTag>
                ) : (
                  t('status-gone')
                ),
            },
          ]}
        />
      </Section>
    </StaffLayout>
  )
}

/** Moments are shown in local time, everything else as it is. */
function readable(text: string, locale: Locale, zone: Zone): string {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? formatShort(Temporal.Instant.from(text), locale, zone) : text
}
