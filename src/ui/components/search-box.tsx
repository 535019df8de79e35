import { useFrameLinks } from '../layouts/frame.ts'
import { useTexts } from '../texts.ts'
import { Icon } from './icon.tsx'

export type SearchBoxProps = {
  /** Default: the services page. */
  action?: string | undefined
  name?: string | undefined
  value?: string | undefined
  label?: string | undefined
  placeholder?: string | undefined
  /** `hero` has the kunyit button of the start page, `desk` sits in the staff header. */
  look?: 'hero' | 'compact' | 'desk' | undefined
  /** Suggestions as `[{title, href, hint}]` for `?q=`; `false` switches them off. */
  suggestUrl?: string | false | undefined
  id?: string | undefined
}

export function SearchBox(props: SearchBoxProps) {
  const t = useTexts()
  const links = useFrameLinks()
  const look = props.look ?? 'compact'
  const id = props.id ?? `search-${look}`
  const suggestUrl = props.suggestUrl ?? (look === 'desk' ? false : links.suggestions)
  return (
    <search
      class={`search search-${look}`}
      data-island={suggestUrl ? 'filter-as-you-type' : undefined}
      data-url={suggestUrl || undefined}
      data-text-found={suggestUrl ? t('search-found', { count: '{count}' }) : undefined}
    >
      <form method="get" action={props.action ?? links.services}>
        <label class="sr-only" for={id}>
          {props.label ?? t(look === 'desk' ? 'search-desk' : 'search-label')}
        </label>
        <input
          id={id}
          type="search"
          name={props.name ?? 'q'}
          value={props.value ?? ''}
          placeholder={props.placeholder ?? t(look === 'desk' ? 'search-desk' : 'search-placeholder')}
          autocomplete="off"
          enterkeyhint="search"
          data-desk-search={look === 'desk' ? '' : undefined}
        />
        <button type="submit">
          {look === 'desk' && <Icon name="search" size={18} />}
          <span class={look === 'desk' ? 'sr-only' : undefined}>{t('search')}</span>
        </button>
      </form>
    </search>
  )
}
