import type { FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'

export { parseTime } from './date-parts.ts'

export type NumberFieldProps = FieldProps & {
  value?: string | undefined
  suffix?: string | undefined
  decimal?: boolean | undefined
  maxLength?: number | undefined
}

/** A number is typed as text: spinners and silent rounding lose what people typed. */
export function NumberField(props: NumberFieldProps) {
  return <TextField {...props} inputMode={props.decimal ? 'decimal' : 'numeric'} width="short" autocomplete="off" />
}

/** `value` is rupiah as the person typed it or as the server formats it: "1.250.000" or "1.250.000,50". */
export function MoneyField(props: FieldProps & { value?: string | undefined }) {
  return (
    <TextField
      {...props}
      inputMode="decimal"
      width="medium"
      prefix="Rp"
      autocomplete="off"
      maxLength={24}
      groups="3*"
    />
  )
}

/** "9901021203840007" as "990102 120384 0007": place, birth date, sequence, on one line. Other texts stay as they are. */
export function formatNik(nik: string): string {
  const digits = cleanNik(nik)
  return digits.length === 16 ? `${digits.slice(0, 6)}\u00a0${digits.slice(6, 12)}\u00a0${digits.slice(12)}` : nik
}

/** What the person typed, without spaces, dots and dashes. Use it before validation. */
export function cleanNik(typed: string): string {
  return typed.replace(/[\s.-]+/g, '')
}

/** NIK or KK number: 16 digits, shown in groups; the server strips the spaces with `cleanNik`. */
export function NikField(props: FieldProps & { value?: string | undefined; autocomplete?: string | undefined }) {
  return (
    <TextField
      {...props}
      value={props.value === undefined ? undefined : formatNik(props.value)}
      inputMode="numeric"
      width="medium"
      autocomplete={props.autocomplete ?? 'off'}
      spellcheck={false}
      maxLength={24}
      groups="6 6 4"
    />
  )
}

/** Hours and minutes, 24 hours, typed as 08.30 or 08:30. */
export function TimeField(props: FieldProps & { value?: string | undefined; zone?: string | undefined }) {
  return <TextField {...props} inputMode="text" width="short" autocomplete="off" maxLength={5} suffix={props.zone} />
}
