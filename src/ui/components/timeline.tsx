import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'

export type TimelineItem = {
  readonly title: string
  readonly state: 'done' | 'current' | 'future'
  /** Who or where: "Bagas, Kecamatan Mekarsari". */
  readonly place?: ComponentChildren
  /** In words: "Jumat 20 Nov, 09.14". */
  readonly time?: string | undefined
  readonly dateTime?: string | undefined
  /** At the right on wide pages: "paling lambat 1 hari kerja". */
  readonly aside?: string | undefined
}

/** Where a file has been and what comes next, or the steps of a procedure before it starts. */
export function Timeline(props: {
  items: readonly TimelineItem[]
  label?: string | undefined
  plan?: boolean | undefined
}) {
  const t = useTexts()
  return (
    <ol class="timeline" aria-label={props.label}>
      {props.items.map((item) => (
        <li
          key={item.title}
          class={`timeline-item timeline-${item.state}`}
          aria-current={item.state === 'current' ? 'step' : undefined}
        >
          <div class="timeline-head">
            <span class="timeline-title">
              {item.title}
              {!props.plan && <span class="sr-only"> ({t(`state-${item.state}`)})</span>}
            </span>
            {item.aside && <span class="timeline-aside">{item.aside}</span>}
          </div>
          {item.place && <p class="timeline-place">{item.place}</p>}
          {item.time && (
            <p class="timeline-time">{item.dateTime ? <time dateTime={item.dateTime}>{item.time}</time> : item.time}</p>
          )}
        </li>
      ))}
    </ol>
  )
}

export type ProcedureStep = {
  readonly title: string
  readonly by?: ComponentChildren
  readonly time?: string | undefined
}

/** The steps of a service for somebody who has not begun: the first is theirs. */
export function ProcedureSteps(props: { steps: readonly ProcedureStep[]; label?: string | undefined }) {
  const items = props.steps.map((step, index) => ({
    title: step.title,
    place: step.by,
    aside: step.time,
    state: index === 0 ? ('done' as const) : ('future' as const),
  }))
  return <Timeline items={items} label={props.label} plan />
}
