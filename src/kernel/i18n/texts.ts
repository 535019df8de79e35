/** The languages of the product. Indonesian is the language of record; English is complete. */
export type Locale = 'id' | 'en'

export const locales: readonly Locale[] = ['id', 'en']

export function isLocale(value: unknown): value is Locale {
  return value === 'id' || value === 'en'
}

/** A text in both languages, as service definitions and rule rows carry it. */
export type LocalText = { readonly id: string; readonly en: string }

export type TextParams = Readonly<Record<string, string | number>>

export function localText(text: LocalText, locale: Locale): string {
  return text[locale]
}

/** Puts `params` into `{name}` places. An unknown place stays visible, so that a test can find it. */
export function fillText(text: string, params?: TextParams): string {
  if (!params) return text
  return text.replace(/\{(\w+)\}(\.?)/g, (place, name: string, stop: string) => {
    if (!(name in params)) return place
    const value = String(params[name])
    // A name that ends with a full stop ("M.H.") ends the sentence too.
    return value.endsWith('.') ? value : value + stop
  })
}

/**
 * The texts of one module, complete in both languages by type.
 *
 * @example
 * const texts = defineTexts({ id: { hello: 'Halo, {name}' }, en: { hello: 'Hello, {name}' } })
 * texts('id')('hello', { name: 'Sekar' }) // "Halo, Sekar"
 */
export function defineTexts<const T extends Record<string, string>>(texts: {
  id: T
  en: { [K in keyof T]: string }
}): (locale: Locale) => Translate<keyof T & string> {
  return (locale) => (key, params) => fillText(texts[locale][key] as string, params)
}

export type Translate<K extends string = string> = (key: K, params?: TextParams) => string
