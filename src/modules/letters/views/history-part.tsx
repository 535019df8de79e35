import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import type { LetterTemplate } from '#modules/templates/index.ts'
import { Section, Table } from '#ui/index.ts'
import { ownParts } from '../content.ts'
import type { LetterRow } from '../letter-row.ts'
import { letterPaths } from '../paths.ts'
import type { HistoryRow, VersionRow } from '../queries/letter-file.ts'
import { letterTexts } from '../texts/letter.ts'

interface PartProps {
  readonly row: LetterRow
  readonly template: LetterTemplate
  readonly versions: readonly VersionRow[]
  readonly history: readonly HistoryRow[]
  readonly locale: Locale
  readonly zone: Zone
}

const namedParts = ['template', ...ownParts] as const

/** Name of a part of a letter: its own, or a field of its template. */
export function partName(part: string, template: Pick<LetterTemplate, 'fields'>, locale: Locale): string {
  const own = namedParts.find((name) => name === part)
  if (own) return letterTexts(locale)(`part.${own}`)
  const key = part.replace(/^values\./, '')
  return template.fields.find((field) => field.key === key)?.label[locale].toLowerCase() ?? key
}

export function VersionsPart({ row, template, versions, locale, zone }: PartProps) {
  const t = letterTexts(locale)
  return (
    <Section title={t('versions')} id="versi">
      <Table
        caption={t('versions')}
        captionHidden
        dense
        rows={versions}
        rowKey={(one) => String(one.version)}
        columns={[
          { key: 'version', label: t('version'), header: true, cell: (one) => String(one.version) },
          {
            key: 'made',
            label: t('versions-made'),
            cell: (one) => (
              <div>
                {formatShort(one.madeAt, locale, zone)}
                <span class="hint"> {one.madeBy}</span>
              </div>
            ),
          },
          {
            key: 'changed',
            label: t('versions-changed'),
            cell: (one) =>
              one.version === 1
                ? t('versions-first')
                : one.changed.map((part) => partName(part, template, locale)).join(', '),
          },
          {
            key: 'compare',
            label: t('versions-compare'),
            cell: (one) =>
              one.version > 1 && (
                <a href={`${letterPaths.compare(row.id)}?dari=${one.version - 1}&ke=${one.version}`}>
                  {t('versions-compare')}
                  <span class="sr-only"> ({one.version})</span>
                </a>
              ),
          },
        ]}
      />
    </Section>
  )
}

export function HistoryPart({ history, locale, zone }: PartProps) {
  const t = letterTexts(locale)
  return (
    <Section title={t('history')} id="riwayat">
      <ol class="plain-list">
        {history.map((one) => (
          <li key={one.id}>
            <b>{t(`what.${one.what}` as 'what.note', wordsOf(one, locale))}</b>
            <span class="hint">
              {' '}
              {formatShort(one.at, locale, zone)}, {one.by}
            </span>
            {one.words && <blockquote class="quote">{one.words}</blockquote>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function wordsOf({ facts, version }: HistoryRow, locale: Locale): Record<string, string | number> {
  const template = facts['template'] as Record<Locale, string> | undefined
  return {
    version,
    template: template?.[locale] ?? '',
    number: String(facts['number'] ?? ''),
    post: String(facts['post'] ?? ''),
    step: Number(facts['toStep'] ?? 0) + 1,
  }
}
