import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { Icon } from './icon.tsx'

export type Requirement = {
  readonly title: string
  /** True when it is already known from a register or an earlier file. */
  readonly met?: boolean | undefined
  /** After "Sudah ada pada kami" when met, otherwise how to get it. */
  readonly text?: ComponentChildren
}

/** What the person needs; what we already have comes ticked. */
export function RequirementList(props: { items: readonly Requirement[] }) {
  const t = useTexts()
  return (
    <ul class="requirements">
      {props.items.map((item) => (
        <li key={item.title} class={item.met ? 'requirement requirement-met' : 'requirement'}>
          <span class="requirement-tick">{item.met && <Icon name="check" size={14} />}</span>
          <p class="requirement-title">
            {!item.met && <span class="sr-only">{t('to-prepare')}: </span>}
            {item.title}
          </p>
          {(item.met || item.text) && (
            <p class="hint">
              {item.met && <b>{t('already-ours')}. </b>}
              {item.text}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
