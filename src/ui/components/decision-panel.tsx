import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import type { Tone } from './tone.ts'

export type DecisionPanelProps = {
  /** "Janji: hari ini pukul 15.00". */
  promise: string
  tone: Tone
  /** "sisa 5 jam 40 menit kerja, langkah ini 2 jam". */
  promiseHint?: string | undefined
  /** The buttons, each with its key. */
  children: ComponentChildren
  /** Marks on single answers, and what will be issued: `PanelPart`s. */
  parts?: ComponentChildren
}

/** The desk's right column. */
export function DecisionPanel(props: DecisionPanelProps) {
  const t = useTexts()
  return (
    <div class="decision">
      <p class={`decision-promise ink-${props.tone}`}>{props.promise}</p>
      {props.promiseHint && <p class="decision-hint">{props.promiseHint}</p>}
      <PanelPart title={t('decision')}>
        <div class="btn-row btn-row-stacked">{props.children}</div>
      </PanelPart>
      {props.parts}
    </div>
  )
}

export function PanelPart(props: { title: string; children: ComponentChildren }) {
  return (
    <section class="panel-part">
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}
