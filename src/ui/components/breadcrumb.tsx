import { useTexts } from '../texts.ts'

export type Crumb = { readonly label: string; readonly href?: string | undefined }

export function Breadcrumb(props: { items: readonly Crumb[]; label?: string | undefined }) {
  const t = useTexts()
  return (
    <nav class="crumbs" aria-label={props.label ?? t('breadcrumb')}>
      <ol>
        {props.items.map((item) => (
          <li key={item.label}>{item.href ? <a href={item.href}>{item.label}</a> : item.label}</li>
        ))}
      </ol>
    </nav>
  )
}
