import type { ComponentChildren } from 'preact'

/** How far work is that goes on by itself. Without a value it is not known how far. */
export function WorkProgress(props: {
  label: string
  max?: number | undefined
  value?: number | undefined
  /** In words, read aloud when it changes. */
  children: ComponentChildren
}) {
  const { max, value } = props
  return (
    <>
      <label class="label" for="kemajuan">
        {props.label}
      </label>
      <progress id="kemajuan" class="progress" {...(value === undefined ? {} : { max, value })} />
      <p role="status">{props.children}</p>
    </>
  )
}
