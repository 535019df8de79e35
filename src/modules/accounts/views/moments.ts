import type { Locale } from '#kernel/i18n/texts.ts'

/** "23 November 2026, 10.41" in the region's zone. */
export function formatMoment(at: Date, zone: string, locale: Locale): string {
  const language = locale === 'en' ? 'en-GB' : 'id-ID'
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at)
}
