import type { IconName } from '../icons.ts'
import { Icon } from './icon.tsx'

export type LifeEvent = {
  readonly title: string
  readonly href: string
  readonly icon: IconName
  readonly text: string
}

/** What happens in a life, as the way into the services. Also fits any list of links with an icon. */
export function LifeEventList(props: { events: readonly LifeEvent[]; headingLevel?: 2 | 3 | undefined }) {
  const Heading = props.headingLevel === 2 ? 'h2' : 'h3'
  return (
    <ul class="events">
      {props.events.map((event) => (
        <li key={event.href} class="event">
          <Icon name={event.icon} size={25} />
          <Heading class="event-title">
            <a href={event.href}>{event.title}</a>
          </Heading>
          <p>{event.text}</p>
        </li>
      ))}
    </ul>
  )
}
