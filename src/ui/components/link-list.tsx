import type { ComponentChildren } from 'preact'

export type ListedLink = {
  readonly title: string
  readonly href: string
  readonly text?: string | undefined
  /** At the right: "1 hari kerja, gratis". */
  readonly note?: ComponentChildren
}

/** Rows on hairlines, the title a link: search results, services of an office, inbox of a citizen. */
export function LinkList(props: { items: readonly ListedLink[]; headingLevel?: 2 | 3 | undefined }) {
  const Heading = props.headingLevel === 3 ? 'h3' : 'h2'
  return (
    <ul class="links">
      {props.items.map((item) => (
        <li key={item.href}>
          <div>
            <Heading class="event-title">
              <a href={item.href}>{item.title}</a>
            </Heading>
            {item.text && <p>{item.text}</p>}
          </div>
          {item.note && <span class="links-note">{item.note}</span>}
        </li>
      ))}
    </ul>
  )
}
