import { type FieldProps, fieldId } from './field.tsx'
import { Icon } from './icon.tsx'

export type ComputedValueProps = Pick<FieldProps, 'name' | 'label' | 'error'> & {
  hint?: string | undefined
  /** In words; left out while it cannot be computed yet. */
  value?: string | undefined
  /** In place of a value that is not there yet. */
  empty: string
}

/** A value that the office computes from the answers; nobody types it. */
export function ComputedValue(props: ComputedValueProps) {
  const id = fieldId(props.name)
  return (
    <div class={props.error ? 'field computed field-error' : 'field computed'}>
      <p class="label" id={`${id}-label`}>
        {props.label}
      </p>
      {props.hint && <div class="hint">{props.hint}</div>}
      {props.error && (
        <p class="error" id={`${id}-error`}>
          <Icon name="circle-alert" size={18} />
          <span>{props.error}</span>
        </p>
      )}
      <output class="computed-value" id={id} aria-labelledby={`${id}-label`} data-computed data-empty={props.empty}>
        {props.value ?? props.empty}
      </output>
    </div>
  )
}
