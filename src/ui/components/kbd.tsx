import type { ComponentChildren } from 'preact'

export function Kbd(props: { children: ComponentChildren }) {
  return <kbd class="kbd">{props.children}</kbd>
}
