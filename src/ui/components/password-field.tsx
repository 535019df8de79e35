import { useTexts } from '../texts.ts'
import { Field, type FieldProps } from './field.tsx'

export type PasswordFieldProps = FieldProps & {
  /** `new-password` when one is being chosen. */
  autocomplete?: 'current-password' | 'new-password' | undefined
}

/** A password is never put back into the page. */
export function PasswordField(props: PasswordFieldProps) {
  const t = useTexts()
  return (
    <Field {...props}>
      {(control) => (
        <div class="affix input-medium" data-island="password-toggle">
          <input
            {...control}
            class="input"
            type="password"
            name={props.name}
            autocomplete={props.autocomplete ?? 'current-password'}
            autocapitalize="none"
            spellcheck={false}
          />
          <button
            class="affix-button"
            type="button"
            hidden
            aria-controls={control.id}
            aria-pressed="false"
            data-show={t('password-show')}
            data-hide={t('password-hide')}
          >
            {t('password-show')}
          </button>
        </div>
      )}
    </Field>
  )
}
