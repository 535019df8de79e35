import type { Locale } from '#kernel/i18n/texts.ts'
import { Notice } from '#ui/index.ts'
import type { ExplainedFault } from '../letter/explain-fault.ts'
import { templateTexts } from '../texts.ts'

export interface FaultListProps {
  readonly faults: readonly ExplainedFault[]
  readonly source: string
  readonly locale: Locale
}

/** What is wrong with a body: each sentence with its line, the place marked in it. */
export function FaultList({ faults, source, locale }: FaultListProps) {
  const t = templateTexts(locale)
  if (faults.length === 0) return null
  const lines = source.split('\n')
  return (
    <Notice tone="late" title={t('faults')}>
      <ul class="fault-list">
        {faults.map((fault) => (
          <li key={`${fault.line}-${fault.column}-${fault.say.en}`}>
            {fault.line !== undefined && (
              <strong>{t('fault-at', { line: fault.line, column: fault.column ?? 1 })}. </strong>
            )}
            {fault.say[locale]}
            {fault.line !== undefined && <MarkedLine fault={fault} text={lines[fault.line - 1] ?? ''} />}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function MarkedLine({ fault, text }: { fault: ExplainedFault; text: string }) {
  const from = Math.max(0, (fault.column ?? 1) - 1)
  const to = fault.endLine === fault.line && fault.endColumn ? Math.max(from + 1, fault.endColumn - 1) : text.length
  return (
    <code class="fault-line">
      {text.slice(0, from)}
      <mark>{text.slice(from, to) || ' '}</mark>
      {text.slice(to)}
    </code>
  )
}
