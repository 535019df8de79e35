import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { parseDateParts, useFrame } from '#ui/index.ts'
import type { Neighbourhood } from '../queries/neighbourhoods.ts'
import { neighbourhoodTexts } from '../texts-neighbourhoods.ts'

export interface Around {
  readonly unitName: string | undefined
  readonly notice: string | undefined
}

export const tones = { open: 'good', closed: 'neutral' } as const
export const stateOf = (row: Neighbourhood) => (row.closedOn ? 'closed' : 'open')

export interface Refused {
  readonly form: FormValues
  readonly error: AppError | undefined
}

/** Sentences for the fields; a date that is none gets ours in place of the schema's. */
export function useErrors({ error, form }: Refused) {
  const { locale } = useFrame()
  const t = neighbourhoodTexts(locale)
  const dates = ['openedOn', 'closedOn']
  const isNoDate = (name: string) => dates.includes(name) && typeof typedDay(form, name) !== 'string'
  const fields = (error?.fields ?? []).map(({ path, message }) => ({
    name: path,
    text: isNoDate(path) ? t('date-wrong') : message[locale],
  }))
  const list = error && fields.length === 0 ? [{ name: undefined, text: error.say(locale) }] : fields
  return { list, of: (name: string) => fields.find((field) => field.name === name)?.text }
}

/** The date of a form as it was typed. */
export const typedDay = (form: FormValues, name: string) => parseDateParts(Object.fromEntries(form.entries()), name)
