import { formatDay } from '#kernel/i18n/format.ts'
import { fillText, type Locale } from '#kernel/i18n/texts.ts'
import { formatNik } from '#modules/people/index.ts'
import type { Answer } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import type { Journey } from './journey.ts'

/** A frozen, readable copy of what was asked and answered. */
export interface ReadableForm {
  readonly pages: readonly {
    readonly id: string
    readonly title: { readonly id: string; readonly en: string }
    readonly rows: readonly ReadableRow[]
  }[]
}

export interface ReadableRow {
  readonly field: string
  readonly label: { readonly id: string; readonly en: string }
  readonly value: { readonly id: string; readonly en: string }
  readonly sensitive: boolean
  /** Ids of attachments, for fields that hold files. */
  readonly files: readonly string[]
}

const words = {
  id: { yes: 'Ya', no: 'Tidak', stated: 'Dinyatakan', none: 'Tidak diisi', files: '{n} berkas' },
  en: { yes: 'Yes', no: 'No', stated: 'Stated', none: 'Not given', files: '{n} files' },
}

/** An answer in words. */
export function displayAnswer(field: FieldDefinition, answer: Answer | undefined, locale: Locale): string {
  const say = words[locale]
  if (answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)) return say.none
  switch (field.kind) {
    case 'choice':
      return field.options?.find((option) => option.value === answer)?.label[locale] ?? String(answer)
    case 'yes-no':
      return answer === 'yes' ? say.yes : say.no
    case 'statement':
      return say.stated
    case 'date':
      return displayDate(answer, locale)
    case 'time':
      return locale === 'id' ? String(answer).replace(':', '.') : String(answer)
    case 'nik':
      return formatNik(String(answer))
    case 'number':
      return `${String(answer).replace('.', locale === 'id' ? ',' : '.')}${field.unit ? ` ${field.unit[locale]}` : ''}`
    case 'file':
      return fillText(say.files, { n: (answer as readonly string[]).length })
    default:
      return String(answer)
  }
}

/** A date that does not exist is kept as it was typed until it is corrected; it is shown that way too. */
function displayDate(answer: unknown, locale: Locale): string {
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).filter(Boolean).join('-')
  const text = String(answer)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(Temporal.PlainDate.from(text), locale) : text
}

/** Freezes the application as it is now, in both languages. */
export function readableForm(journey: Journey): ReadableForm {
  return {
    pages: journey.pages.map((page) => ({
      id: page.id,
      title: page.definition.title,
      rows: page.fields
        .filter((field) => field.kind !== 'statement' || journey.answers[field.id] === true)
        .map((field) => ({
          field: field.id,
          label: field.label,
          value: {
            id: displayAnswer(field, journey.answers[field.id], 'id'),
            en: displayAnswer(field, journey.answers[field.id], 'en'),
          },
          sensitive: field.sensitive ?? false,
          files: field.kind === 'file' ? ((journey.answers[field.id] as readonly string[] | undefined) ?? []) : [],
        })),
    })),
  }
}
