import { formatDay } from '#kernel/i18n/format.ts'
import type { Locale, LocalText } from '#kernel/i18n/texts.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { askedByOthers, type OptionSource, type RegisterOption } from '#modules/services/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { yearlyStallFee } from '../domain.ts'
import { licensingPaths } from '../paths.ts'
import { listStallsFor, type StallFact } from '../queries/stall-facts.ts'
import { areaInWords, licensingTexts } from '../texts.ts'

/** Stalls that a trader may ask for today: his own first, then free ones by market and zone. */
export const freeStalls: OptionSource = {
  address: licensingPaths.stallsOf({ keadaan: 'free' }),
  async list(tenant, db, { personId, day, value }) {
    const today = Temporal.PlainDate.from(day)
    const region = (await findOwnRegion(db))?.code ?? ''
    const perDay = wholeNumber(await getRule(db, 'market.stall.rate', region, today))
    const stalls = await listStallsFor(db, personId, day)
    const wanted = value === undefined ? stalls : stalls.filter((stall) => stall.code === value)
    const codes = wanted.map((stall) => stall.code)
    const asked = await askedByOthers(tenant, db, 'stall-permit', codes, personId)
    const open = wanted.filter((stall) => !asked.has(stall.code))
    return open.toSorted(byPlace).map((stall) => optionOf(stall, perDay, today))
  },
}

function byPlace(a: StallFact, b: StallFact): number {
  if (a.standing !== b.standing) return a.standing === 'mine' ? -1 : 1
  return a.market.localeCompare(b.market) || a.zone.localeCompare(b.zone) || a.code.localeCompare(b.code)
}

function optionOf(stall: StallFact, perDay: number, today: Temporal.PlainDate): RegisterOption {
  const fee = formatRupiah(yearlyStallFee(String(stall.area), perDay, today))
  const both = (write: (locale: Locale) => string): LocalText => ({ id: write('id'), en: write('en') })
  const place = (locale: Locale) => `${stall.market}, ${licensingTexts(locale)(`zone.${stall.zone}`)}`
  return {
    value: stall.code,
    label: both((locale) => `${stall.code} (${place(locale)})`),
    group: both((locale) => (stall.standing === 'mine' ? licensingTexts(locale)('own') : place(locale))),
    detail: both((locale) => {
      const t = licensingTexts(locale)
      const until = stall.until && t('until', { day: formatDay(Temporal.PlainDate.from(stall.until), locale) })
      return [t('size', { area: areaInWords(stall.area, locale) }), t('a-year', { fee }), until]
        .filter(Boolean)
        .join(', ')
    }),
  }
}
