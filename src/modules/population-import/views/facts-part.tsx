import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { Section, SummaryList } from '#ui/index.ts'
import { importTexts } from '../texts/desk.ts'
import { historyTexts } from '../texts/history.ts'
import { megabytes } from './frame.tsx'
import type { OneProps } from './import-page.tsx'

export function Facts({ one, locale, zone }: OneProps) {
  const t = importTexts(locale)
  return (
    <SummaryList
      dense
      rows={[
        { term: t('file'), value: <span class="break-all">{one.fileName}</span> },
        { term: t('file-size'), value: `${megabytes(one.fileSize, locale)} MB` },
        { term: t('as-of'), value: formatDay(Temporal.PlainDate.from(one.asOf), locale) },
        { term: t('made-by'), value: one.madeBy },
        { term: t('made-at'), value: formatShort(one.madeAt, locale, zone) },
        ...(one.submittedBy ? [{ term: t('submitted-by'), value: one.submittedBy }] : []),
        ...(one.decidedBy ? [{ term: t('decided-by'), value: one.decidedBy }] : []),
      ]}
    />
  )
}

export function History({ history, locale, zone }: OneProps) {
  const t = importTexts(locale)
  return (
    <Section title={t('history')} id="riwayat">
      <ol class="plain-list">
        {history.map((entry) => (
          <li key={entry.id}>
            <b>{historyTexts[entry.command]?.[locale] ?? entry.command}</b>
            <span class="hint">
              {' '}
              {formatShort(entry.at, locale, zone)},{' '}
              {entry.by.startsWith('population-import.') ? t('system') : entry.by}
            </span>
            {typeof entry.payload['reason'] === 'string' && entry.command !== 'population-import.refuse-file' && (
              <blockquote class="quote">{entry.payload['reason']}</blockquote>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
