import { useLocale } from '../locale.ts'
import { monthNames, useTexts } from '../texts.ts'
import { FieldGroup, type FieldProps } from './field.tsx'

/** What was typed into the three boxes, kept as it is. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string }

export type DateFieldProps = FieldProps & {
  /** An ISO date, or what `parseDateParts` gave back. */
  value?: string | DateParts | undefined
  /** Turns on the browser's fill-in for a birth date. */
  birthday?: boolean | undefined
}

type FormSource = Readonly<Record<string, unknown>> | FormData | URLSearchParams

function read(form: FormSource, key: string): string {
  const value = form instanceof FormData || form instanceof URLSearchParams ? form.get(key) : form[key]
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * The three boxes of a `DateField` read from a posted form.
 *
 * @returns the ISO date when they make a real one; undefined when all are empty;
 *   otherwise the parts as typed, to be given back to the field with an error.
 */
export function parseDateParts(form: FormSource, name: string): string | DateParts | undefined {
  const day = read(form, `${name}-day`)
  const month = read(form, `${name}-month`)
  const year = read(form, `${name}-year`)
  if (!day && !month && !year) return undefined
  return isoDate({ day, month, year }) ?? { day, month, year }
}

function isoDate({ day, month, year }: DateParts): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

/** Which boxes are empty; none empty and still no date means that the day does not exist. */
export function missingDateParts(parts: DateParts): (keyof DateParts)[] {
  return (['day', 'month', 'year'] as const).filter((part) => !parts[part])
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
