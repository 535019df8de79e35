import type { ComponentChildren } from 'preact'
import type { Tone } from './tone.ts'

/** What we promise, as a whole sentence; the part that counts in `<b>`. */
export function PromiseLine(props: { children: ComponentChildren; tone?: Tone | undefined }) {
  return <p class={props.tone ? `promise ink-${props.tone}` : 'promise'}>{props.children}</p>
}
