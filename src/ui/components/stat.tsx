import type { ComponentChildren } from 'preact'

export type StatItem = { readonly value: string; readonly text: ComponentChildren; readonly href?: string | undefined }

/** Numbers that matter, large and plain. */
export function Stats(props: { items: readonly StatItem[]; label: string; rule?: boolean | undefined }) {
  return (
    <ul class={props.rule === false ? 'stats' : 'stats stats-rule'} aria-label={props.label}>
      {props.items.map((item) => (
        <li key={item.value} class="stat">
          <span class="stat-value">{item.href ? <a href={item.href}>{item.value}</a> : item.value} </span>
          <span class="stat-text">{item.text}</span>
        </li>
      ))}
    </ul>
  )
}
