import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { classNames } from './class-names.ts'
import type { Tone } from './tone.ts'

export type SummaryRow = {
  readonly term: string
  readonly value: ComponentChildren
  /** What the register says, or another remark, at the right. */
  readonly note?: { readonly text: string; readonly tone: Tone } | undefined
  readonly action?: { readonly href: string; readonly label?: string | undefined } | undefined
  /** Marked by the officer for the applicant. */
  readonly marked?: boolean | undefined
  /** Any control at the right (a mark checkbox, a button). */
  readonly control?: ComponentChildren
}

export type SummaryListProps = {
  rows: readonly SummaryRow[]
  /** The desk's tighter rows. */
  dense?: boolean | undefined
  /** Term left, strong value right, as in the facts of a service. */
  facts?: boolean | undefined
}

export function SummaryList(props: SummaryListProps) {
  const t = useTexts()
  return (
    <dl class={classNames('rows', props.dense && 'rows-dense', props.facts && 'rows-facts')}>
      {props.rows.map((row) => (
        <div key={row.term} class={classNames('row', row.marked && 'row-marked')}>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {(row.note || row.action || row.control) && (
            <dd class="row-note">
              {row.note && <span class={`ink-${row.note.tone}`}>{row.note.text}</span>}
              {row.action && (
                <a href={row.action.href}>
                  {row.action.label ?? t('change')}
                  <span class="sr-only"> {row.term}</span>
                </a>
              )}
              {row.control}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
