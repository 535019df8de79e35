import type { ComponentChildren } from 'preact'
import type { Tone } from './tone.ts'

export function StatusTag(props: { tone?: Tone | undefined; children: ComponentChildren }) {
  return <strong class={`tag tone-${props.tone ?? 'neutral'}`}>{props.children}</strong>
}

/** Coloured words without a box, as on a row of the queue. */
export function ToneText(props: { tone: Tone; children: ComponentChildren }) {
  return <span class={`ink-${props.tone}`}>{props.children}</span>
}
