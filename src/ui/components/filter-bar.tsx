import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { Button } from './button.tsx'
import { Select } from './choices.tsx'
import { Icon } from './icon.tsx'
import { TextField } from './text-field.tsx'

export type FilterSelect = {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value?: string | undefined
}

export type FilterBarProps = {
  action: string
  search?: { readonly name?: string; readonly value?: string | undefined; readonly label: string } | undefined
  selects?: readonly FilterSelect[] | undefined
  /** Filters in use, each with the address without it. */
  active?: readonly { readonly label: string; readonly removeHref: string }[] | undefined
  clearHref?: string | undefined
  /** Kept in the address: sort order, tab. */
  hidden?: Readonly<Record<string, string>> | undefined
  children?: ComponentChildren
}

/** A GET form: every filtered list has an address that can be shared. */
export function FilterBar(props: FilterBarProps) {
  const t = useTexts()
  return (
    <search class="filters">
      <form method="get" action={props.action}>
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.search && (
          <TextField
            name={props.search.name ?? 'q'}
            label={props.search.label}
            value={props.search.value}
            type="search"
          />
        )}
        {props.selects?.map((select) => (
          <Select key={select.name} {...select} empty={t('all')} />
        ))}
        {props.children}
        <Button variant="secondary" icon="filter">
          {t('filter')}
        </Button>
      </form>
      {props.active && props.active.length > 0 && (
        <ul class="chips" aria-label={t('filter-active')}>
          {props.active.map((filter) => (
            <li key={filter.label}>
              <a class="chip" href={filter.removeHref}>
                <span class="sr-only">{t('filter-remove')} </span>
                {filter.label}
                <Icon name="x" size={16} />
              </a>
            </li>
          ))}
          {props.clearHref && (
            <li>
              <a class="chip chip-clear" href={props.clearHref}>
                {t('filter-clear')}
              </a>
            </li>
          )}
        </ul>
      )}
    </search>
  )
}
