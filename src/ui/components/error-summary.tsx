import { useTexts } from '../texts.ts'
import { fieldId } from './field.tsx'
import { Icon } from './icon.tsx'

export type FormError = {
  /** Name of the field to jump to; left out for an error of the whole form. */
  readonly name?: string | undefined
  readonly text: string
}

export function ErrorSummary(props: { errors: readonly FormError[]; title?: string | undefined }) {
  const t = useTexts()
  if (props.errors.length === 0) return null
  return (
    <div class="notice notice-late summary" data-island="error-summary" role="alert" tabindex={-1}>
      <Icon name="circle-alert" size={22} />
      <div>
        <h2 class="notice-title">{props.title ?? t('summary-title')}</h2>
        <ul>
          {props.errors.map((error) => (
            <li key={`${error.name}${error.text}`}>
              {error.name ? <a href={`#${fieldId(error.name)}`}>{error.text}</a> : error.text}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
