import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Tone } from './tone.ts'

export type QueueItem = {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly who: string
  readonly where?: string | undefined
  /** "terlambat 1 hari", "hari ini 15.00", "Rabu 25 Nov". */
  readonly due: string
  readonly tone: Tone
  readonly current?: boolean | undefined
}

export type QueueListProps = {
  title: string
  /** "38 berkas, 1 terlambat". */
  countText?: string | undefined
  items: readonly QueueItem[]
  empty?: ComponentChildren
  /** Under the list: the link to the rest of the queue. */
  more?: ComponentChildren
}

/** The desk's left column: what is due first stands first. */
export function QueueList(props: QueueListProps) {
  const id = useId()
  return (
    <section class="queue" aria-labelledby={id} data-desk-queue>
      <div class="queue-head">
        <h2 id={id}>{props.title}</h2>
        {props.countText && <p>{props.countText}</p>}
      </div>
      {props.items.length === 0 && <div class="queue-empty">{props.empty}</div>}
      <ol>
        {props.items.map((item) => (
          <li key={item.id}>
            <a class="queue-item" href={item.href} aria-current={item.current ? 'page' : undefined}>
              <span class="queue-what">
                <b>{item.title}</b>
                <span>{item.who}</span>
                {item.where && <span>{item.where}</span>}
              </span>
              <span class={`queue-due ink-${item.tone}`}>{item.due}</span>
            </a>
          </li>
        ))}
      </ol>
      {props.more}
    </section>
  )
}
