import type { Locale } from '#kernel/i18n/texts.ts'
import { organizationTexts } from '../texts.ts'

/** "23 November 2026". */
export function formatDay(day: string, locale: Locale): string {
  const date = Temporal.PlainDate.from(day)
  return date.toLocaleString(locale === 'en' ? 'en-GB' : 'id-ID', { dateStyle: 'long' })
}

/** "2 Januari 2024 sampai 31 Desember 2026". */
export function formatPeriod(
  period: { readonly from: string; readonly to?: string | null | undefined },
  locale: Locale,
): string {
  const t = organizationTexts(locale)
  const from = formatDay(period.from, locale)
  return period.to ? t('until', { from, to: formatDay(period.to, locale) }) : t('since', { from })
}
