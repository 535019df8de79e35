import type { IconName } from '../icons.ts'
import { Icon } from './icon.tsx'

export type DocumentThumbProps = {
  title: string
  href: string
  /** A small picture of the first page; without it a drawn sheet. */
  image?: string | undefined
  icon?: IconName | undefined
  /** Id of the document that opens beside the page. */
  openId?: string | undefined
  /** "PDF, 1,4 MB". */
  hint?: string | undefined
}

function Sheet() {
  const widths = [134, 97, 130, 93, 126, 89, 122]
  return (
    <svg class="sheet" viewBox="0 0 168 118" aria-hidden="true">
      {widths.map((width, i) => (
        <rect key={width} x="17" y={18 + i * 12} width={width} height="4" />
      ))}
    </svg>
  )
}

export function DocumentThumb(props: DocumentThumbProps) {
  return (
    <a class="thumb" href={props.href} data-file-open={props.openId}>
      <span class="thumb-picture">
        {props.image ? <img src={props.image} alt="" loading="lazy" /> : <Sheet />}
        {props.icon && <Icon name={props.icon} size={18} />}
      </span>
      <span class="thumb-title">{props.title}</span>
      {props.hint && <span class="hint">{props.hint}</span>}
    </a>
  )
}

export function DocumentThumbs(props: { documents: readonly DocumentThumbProps[]; label: string }) {
  return (
    <ul class="thumbs" aria-label={props.label}>
      {props.documents.map((document) => (
        <li key={document.href}>
          <DocumentThumb {...document} />
        </li>
      ))}
    </ul>
  )
}
