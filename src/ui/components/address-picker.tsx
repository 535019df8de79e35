import { useTexts } from '../texts.ts'
import { FieldGroup, type FieldProps, fieldId } from './field.tsx'

export type AddressLevel = {
  /** Name of the posted field, for example `address-province`. */
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value?: string | undefined
}

export type AddressPickerProps = Omit<FieldProps, 'id'> & {
  /** From the widest to the narrowest: province, regency, district, village. */
  levels: readonly AddressLevel[]
  /** Gives `[{code, name}]` for `?kode=<parent>`. */
  childrenUrl?: string | undefined
}

/** Without scripts each level is chosen and `pick-address`=name reloads the page with the next one. */
export function AddressPicker(props: AddressPickerProps) {
  const t = useTexts()
  const complete = props.levels.every((level) => level.value)
  return (
    <FieldGroup {...props}>
      {(control) => (
        <div
          class="stack"
          data-island="address-picker"
          data-url={props.childrenUrl ?? '/wilayah/anak'}
          data-choose={t('choose')}
          data-failed={t('address-failed')}
        >
          {props.levels.map((level, index) => {
            const id = index === 0 ? control.id : fieldId(level.name)
            return (
              <div key={level.name}>
                <label class="label-small" for={id}>
                  {level.label}
                </label>
                <select
                  class="input select"
                  id={id}
                  name={level.name}
                  aria-invalid={control['aria-invalid'] && !level.value ? 'true' : undefined}
                  disabled={props.disabled}
                  data-level={index}
                >
                  <option value="">{level.options.length > 0 ? t('choose') : t('address-first-above')}</option>
                  {level.options.map((option) => (
                    <option key={option.value} value={option.value} selected={option.value === level.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
              </div>
            )
          })}
          <p class="error" role="status" data-address-status hidden />
          {!complete && (
            <button
              class="btn btn-secondary"
              type="submit"
              name="pick-address"
              value={props.name}
              formnovalidate
              data-address-next
            >
              {t('address-next')}
            </button>
          )}
        </div>
      )}
    </FieldGroup>
  )
}
