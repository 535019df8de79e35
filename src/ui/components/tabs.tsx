export type Tab = {
  readonly label: string
  readonly href: string
  readonly current?: boolean | undefined
  readonly count?: number | undefined
}

/** Parts of one thing, each with an address of its own. */
export function Tabs(props: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        {props.tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && ` (${tab.count})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
