import { useTexts } from '../texts.ts'
import { Icon } from './icon.tsx'

export type CursorPaginationProps = {
  previousHref?: string | undefined
  nextHref?: string | undefined
  /** "1 sampai 50 dari 1.284 berkas". */
  countText?: string | undefined
  /** Tells two apart on one page. */
  label?: string | undefined
}

export function CursorPagination(props: CursorPaginationProps) {
  const t = useTexts()
  if (!props.previousHref && !props.nextHref) return props.countText ? <p class="hint">{props.countText}</p> : null
  return (
    <nav class="pages" aria-label={props.label ?? t('pages')}>
      {props.previousHref && (
        <a href={props.previousHref} rel="prev">
          <Icon name="arrow-left" size={18} />
          {t('previous')}
        </a>
      )}
      {props.countText && <span class="pages-count">{props.countText}</span>}
      {props.nextHref && (
        <a href={props.nextHref} rel="next">
          {t('next')}
          <Icon name="arrow-right" size={18} />
        </a>
      )}
    </nav>
  )
}
