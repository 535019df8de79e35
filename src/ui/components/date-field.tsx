import { useLocale } from '../locale.ts'
import { monthNames, useTexts } from '../texts.ts'
import type { DateParts } from './date-parts.ts'
import { FieldGroup, type FieldProps } from './field.tsx'

export { type DateParts, missingDateParts, parseDateParts } from './date-parts.ts'

export type DateFieldProps = FieldProps & {
  /** An ISO date, or what `parseDateParts` gave back. */
  value?: string | DateParts | undefined
  /** Turns on the browser's fill-in for a birth date. */
  birthday?: boolean | undefined
}

function toParts(value: string | DateParts | undefined): DateParts {
  if (typeof value === 'object') return value
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value ?? '')
  if (!match) return { day: '', month: '', year: '' }
  return { day: String(Number(match[3])), month: String(Number(match[2])), year: match[1] as string }
}

export function DateField(props: DateFieldProps) {
  const t = useTexts()
  const months = monthNames[useLocale()]
  const parts = toParts(props.value)
  const fill = (part: string) => (props.birthday ? `bday-${part}` : 'off')
  return (
    <FieldGroup {...props}>
      {(control) => (
        <div class="date">
          <div>
            <label class="label-small" for={control.id}>
              {t('day')}
            </label>
            <input
              class="input input-2"
              id={control.id}
              name={`${props.name}-day`}
              value={parts.day}
              inputmode="numeric"
              maxlength={2}
              autocomplete={fill('day')}
              aria-invalid={control['aria-invalid']}
            />
          </div>
          <div>
            <label class="label-small" for={`${control.id}-month`}>
              {t('month')}
            </label>
            <select
              class="input select"
              id={`${control.id}-month`}
              name={`${props.name}-month`}
              autocomplete={fill('month')}
              aria-invalid={control['aria-invalid']}
            >
              <option value="">{t('choose')}</option>
              {months.map((month, index) => (
                <option key={month} value={String(index + 1)} selected={Number(parts.month) === index + 1}>
                  {month}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label class="label-small" for={`${control.id}-year`}>
              {t('year')}
            </label>
            <input
              class="input input-4"
              id={`${control.id}-year`}
              name={`${props.name}-year`}
              value={parts.year}
              inputmode="numeric"
              maxlength={4}
              autocomplete={fill('year')}
              aria-invalid={control['aria-invalid']}
            />
          </div>
        </div>
      )}
    </FieldGroup>
  )
}
