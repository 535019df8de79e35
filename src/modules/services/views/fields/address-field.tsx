import { AddressPicker, FieldGroup, type FieldProps, fieldId, TextField, useFrame } from '#ui/index.ts'
import type { FieldAids } from './field-aids.ts'
import { fieldTexts } from './texts.ts'

export interface AddressFieldProps extends FieldProps {
  readonly value: unknown
  readonly aids: FieldAids
  /** What is wrong with one part of it: street, rt, rw or area. */
  readonly partError: (part: string) => string | undefined
}

export function AddressField({ value, aids, partError, ...field }: AddressFieldProps) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const parts = (typeof value === 'object' && value !== null ? value : {}) as Record<string, string | undefined>
  const name = (part: string) => `${field.name}.${part}`
  return (
    <FieldGroup {...field}>
      {(control) => (
        <div class="address">
          <TextField
            id={control.id}
            name={name('street')}
            label={t('street')}
            value={parts['street']}
            error={partError('street')}
            autocomplete="street-address"
            maxLength={240}
          />
          <div class="address-numbers">
            {(['rt', 'rw'] as const).map((part) => (
              <TextField
                key={part}
                id={fieldId(name(part))}
                name={name(part)}
                label={t(part)}
                value={parts[part]}
                error={partError(part)}
                inputMode="numeric"
                autocomplete="off"
                maxLength={4}
                width="short"
              />
            ))}
          </div>
          <AddressPicker
            name={name('area')}
            label={t('village')}
            levels={aids.areas[name('area')] ?? []}
            error={partError('area')}
          />
        </div>
      )}
    </FieldGroup>
  )
}
