import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

export type NoticeProps = {
  tone?: 'plain' | 'info' | 'good' | 'soon' | 'late' | undefined
  title?: string | undefined
  children?: ComponentChildren
  /** Read out as soon as it appears: for the outcome of what was just done. */
  announce?: boolean | undefined
}

const toneIcons = { info: 'info', good: 'circle-check', soon: 'clock', late: 'alert-triangle' } as const

/** `plain` is the quiet wash box for a remark such as the legal basis. */
export function Notice({ tone = 'plain', title, children, announce }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={announce ? 'status' : undefined}>
      {tone !== 'plain' && <Icon name={toneIcons[tone]} size={22} />}
      <div>
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
