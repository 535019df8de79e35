import { classNames } from './class-names.ts'
import { Field, type FieldProps } from './field.tsx'

export type InputWidth = 'short' | 'medium' | 'full'

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined
  autocomplete?: string | undefined
  placeholder?: string | undefined
  maxLength?: number | undefined
  width?: InputWidth | undefined
  /** Shown before or after the input, for example a unit. */
  prefix?: string | undefined
  suffix?: string | undefined
  readOnly?: boolean | undefined
  spellcheck?: boolean | undefined
  /** Offered while typing; anything else may still be typed. */
  suggestions?: readonly string[] | undefined
  /** Sizes of digit groups, set apart by the `group-digits` island when the field is left: "6 6 4", "3*". */
  groups?: string | undefined
}

export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      {(control) => {
        const input = (
          <input
            {...control}
            class={classNames('input', props.width && `input-${props.width}`)}
            type={props.type ?? 'text'}
            name={props.name}
            value={props.value ?? ''}
            inputmode={props.inputMode}
            autocomplete={props.autocomplete}
            placeholder={props.placeholder}
            maxlength={props.maxLength}
            readonly={props.readOnly}
            spellcheck={props.spellcheck}
            list={props.suggestions ? `${control.id}-list` : undefined}
            data-island={props.groups ? 'group-digits' : undefined}
            data-groups={props.groups}
          />
        )
        const list = props.suggestions && (
          <datalist id={`${control.id}-list`}>
            {props.suggestions.map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
        )
        if (!props.prefix && !props.suffix) {
          return (
            <>
              {input}
              {list}
            </>
          )
        }
        return (
          <div class={classNames('affix', props.width && `input-${props.width}`)}>
            {props.prefix && (
              <span class="affix-text" aria-hidden="true">
                {props.prefix}
              </span>
            )}
            {input}
            {props.suffix && (
              <span class="affix-text" aria-hidden="true">
                {props.suffix}
              </span>
            )}
          </div>
        )
      }}
    </Field>
  )
}

export type TextAreaProps = FieldProps & {
  value?: string | undefined
  rows?: number | undefined
  maxLength?: number | undefined
  placeholder?: string | undefined
}

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          class="input"
          name={props.name}
          rows={props.rows ?? 5}
          maxlength={props.maxLength}
          placeholder={props.placeholder}
          value={props.value ?? ''}
        />
      )}
    </Field>
  )
}
