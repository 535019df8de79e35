import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { classNames } from './class-names.ts'
import { Field, FieldGroup, type FieldProps } from './field.tsx'

export type Choice = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean | undefined
  /** Shown under the choice; the `conditions` island hides it while the choice is not taken. */
  readonly reveals?: ComponentChildren
}

export type RadiosProps = FieldProps & {
  options: readonly Choice[]
  value?: string | undefined
  inline?: boolean | undefined
}

export type CheckboxesProps = FieldProps & {
  options: readonly Choice[]
  values?: readonly string[] | undefined
}

type ItemProps = { type: 'radio' | 'checkbox'; id: string; name: string; choice: Choice; checked: boolean }

function Item({ type, id, name, choice, checked, ...aria }: ItemProps & { 'aria-invalid'?: 'true' | undefined }) {
  return (
    <>
      <div class="choice">
        <input
          {...aria}
          type={type}
          id={id}
          name={name}
          value={choice.value}
          checked={checked}
          disabled={choice.disabled}
          aria-describedby={choice.hint ? `${id}-hint` : undefined}
        />
        <label for={id}>{choice.label}</label>
        {choice.hint && (
          <p class="hint" id={`${id}-hint`}>
            {choice.hint}
          </p>
        )}
      </div>
      {choice.reveals && (
        <div class="reveals" data-island="conditions" data-when={JSON.stringify({ field: name, equals: choice.value })}>
          {choice.reveals}
        </div>
      )}
    </>
  )
}

const itemId = (first: string, index: number) => (index === 0 ? first : `${first}-${index + 1}`)

export function Radios(props: RadiosProps) {
  return (
    <FieldGroup {...props}>
      {(control) => (
        <div class={classNames('choices', props.inline && 'choices-inline')}>
          {props.options.map((choice, index) => (
            <Item
              key={choice.value}
              type="radio"
              id={itemId(control.id, index)}
              name={props.name}
              choice={choice}
              checked={props.value === choice.value}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  )
}

export function Checkboxes(props: CheckboxesProps) {
  return (
    <FieldGroup {...props}>
      {(control) => (
        <div class="choices">
          {props.options.map((choice, index) => (
            <Item
              key={choice.value}
              type="checkbox"
              id={itemId(control.id, index)}
              name={props.name}
              choice={choice}
              checked={props.values?.includes(choice.value) ?? false}
              aria-invalid={control['aria-invalid']}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  )
}

export type CheckboxProps = Omit<FieldProps, 'heading' | 'labelHidden'> & {
  checked?: boolean | undefined
  value?: string | undefined
}

/** One statement to agree to. Unticked it posts nothing. */
export function Checkbox(props: CheckboxProps) {
  return (
    <FieldGroup {...props} labelHidden>
      {(control) => (
        <Item
          type="checkbox"
          id={control.id}
          name={props.name}
          choice={{ value: props.value ?? 'yes', label: props.label }}
          checked={props.checked ?? false}
          aria-invalid={control['aria-invalid']}
        />
      )}
    </FieldGroup>
  )
}

export type SelectProps = FieldProps & {
  options: readonly { readonly value: string; readonly label: string }[]
  value?: string | undefined
  /** Text of the empty first option; `false` leaves it out. */
  empty?: string | false | undefined
  autocomplete?: string | undefined
}

export function Select(props: SelectProps) {
  const t = useTexts()
  return (
    <Field {...props}>
      {(control) => (
        <select {...control} class="input select" name={props.name} autocomplete={props.autocomplete}>
          {props.empty !== false && <option value="">{props.empty ?? t('choose')}</option>}
          {props.options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
