import type { ComponentChildren } from 'preact'
import type { IconName } from '../icons.ts'
import { Icon } from './icon.tsx'

/** Says what is not here, why, and what to do next. */
export function EmptyState(props: {
  title: string
  icon?: IconName | undefined
  children?: ComponentChildren
  action?: ComponentChildren
}) {
  return (
    <div class="empty">
      <Icon name={props.icon ?? 'inbox'} size={32} />
      <h2>{props.title}</h2>
      {props.children && <div class="empty-text">{props.children}</div>}
      {props.action && <div class="btn-row">{props.action}</div>}
    </div>
  )
}
