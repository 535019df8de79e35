import { z } from 'zod'
import { fillText, type Locale, type LocalText } from '#kernel/i18n/texts.ts'
import { placeholdersIn } from '../domain.ts'

const local = (most: number) =>
  z.object({ id: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })

/** One message in every channel and both languages. `{name}` is filled when the message is sent. */
export const templateTexts = z.object({
  title: local(160),
  /** Inbox and e-mail. */
  body: local(4000),
  /** WhatsApp fills templates itself, so its text is one paragraph with the placeholders in their order. */
  whatsapp: local(1000),
})
export type TemplateTexts = z.infer<typeof templateTexts>

/** A template as the program knows it: which placeholders its senders fill, and the text that came with it. */
export interface ShippedTemplate {
  readonly key: string
  readonly name: LocalText
  readonly placeholders: readonly string[]
  readonly texts: TemplateTexts
  /** What a preview shows in the places. */
  readonly sample: Readonly<Record<string, string>>
}

/** Placeholders in the texts that no sender fills, by field name ("whatsapp.en"). */
export function findUnknownPlaceholders(
  texts: TemplateTexts,
  known: readonly string[],
): { readonly path: string; readonly names: readonly string[] }[] {
  return textsByPath(texts).flatMap(({ path, text }) => {
    const names = placeholdersIn(text).filter((name) => !known.includes(name))
    return names.length ? [{ path, names }] : []
  })
}

export function textsByPath(texts: TemplateTexts): { path: string; text: string }[] {
  return (['title', 'body', 'whatsapp'] as const).flatMap((part) =>
    (['id', 'en'] as const).map((locale) => ({ path: `${part}.${locale}`, text: texts[part][locale] })),
  )
}

export type TemplateValues = Readonly<Record<string, string>>

/** @throws RangeError when a place has no value: a message with a hole is worse than none */
export function render(texts: TemplateTexts, values: TemplateValues, locale: Locale): { title: string; body: string } {
  const fill = (text: string) => {
    const missing = placeholdersIn(text).filter((name) => !(name in values))
    if (missing.length) throw new RangeError(`no value for ${missing.join(', ')}`)
    return fillText(text, values)
  }
  return { title: fill(texts.title[locale]), body: fill(texts.body[locale]) }
}

/**
 * What WhatsApp needs: the values in the order of the places. Its parameters may hold no line ends, tabs or
 * runs of spaces, and no more than 1,024 letters.
 */
export function whatsappParameters(text: string, values: TemplateValues): string[] {
  return placeholdersIn(text).map((name) => (values[name] ?? '').replace(/\s+/g, ' ').trim().slice(0, 1024) || '-')
}
