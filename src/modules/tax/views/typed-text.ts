import { Exact } from '../calculation/exact.ts'
import type { PlainField } from '../calculation/fields.ts'
import { moneyText, plainNumber } from '../calculation/words.ts'

/** A raw value as it stands in its control again: grouped when it is a number, as typed when it is not. */
export function plainTyped(field: PlainField, value: unknown): string {
  const raw =
    value === undefined || value === null
      ? initialOf(field)
      : String(value === true ? 'yes' : value === false ? 'no' : value)
  if (field.kind === 'money') return isNumber(raw) ? moneyText(Exact.read(raw)).replace('Rp', '') : raw
  // Numbers are typed as in Indonesian in both languages, so that an address means the same to everybody.
  // A year is no amount: small whole numbers stand without a mark.
  if (field.kind === 'count' && /^\d{1,4}$/.test(raw)) return raw
  if (field.kind === 'decimal' || field.kind === 'count')
    return isNumber(raw) ? plainNumber(Exact.read(raw), 'id') : raw
  return raw
}

function initialOf(field: PlainField): string {
  if (!('initial' in field) || field.initial === undefined) return field.kind === 'yes-no' ? 'no' : ''
  if (field.initial === true) return 'yes'
  return field.initial === false ? 'no' : String(field.initial)
}

function isNumber(text: string): boolean {
  return /^-?\d{1,40}(\.\d{1,4})?$/.test(text)
}
