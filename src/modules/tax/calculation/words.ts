import type { Locale, LocalText } from '#kernel/i18n/texts.ts'
import type { Rate } from '#kernel/money/money.ts'
import { Exact } from './exact.ts'
import type { Figure } from './working.ts'

/** "Rp1.250.000", "Rp13.777.062,39": the Indonesian form in both languages, as the currency is. */
export function moneyText(amount: Exact): string {
  const [whole = '', places = ''] = decimalOf(amount, 4)
  const sign = whole.startsWith('-') ? '-' : ''
  return `${sign}Rp${grouped(whole.replace('-', ''), '.')}${places ? `,${places}` : ''}`
}

/** "2,25%" or "11/12" where no decimal says it. */
export function rateText(rate: Rate, locale: Locale): string {
  const percent = Exact.of(rate.numerator * 100n, rate.denominator)
  const [whole = '', places = ''] = decimalOf(percent, 6)
  if (places.endsWith('…')) {
    const small = lowest(rate)
    return `${small.numerator}/${small.denominator}`
  }
  return `${numberText(whole, places, locale)}%`
}

/** "1.284" or "2.638,125". */
export function plainNumber(value: Exact | number, locale: Locale): string {
  const [whole = '', places = ''] = decimalOf(typeof value === 'number' ? Exact.of(value) : value, 6)
  return numberText(whole, places, locale)
}

export function figureText(figure: Figure, locale: Locale): string {
  if (figure instanceof Exact) return moneyText(figure)
  if (typeof figure === 'object' && 'quantity' in figure) return plainNumber(figure.quantity, locale)
  return typeof figure === 'number' ? plainNumber(figure, locale) : rateText(figure, locale)
}

/** Of a figure that is a number but no rupiah, inside a formula: a foreign amount, an index, an area. */
export function number(value: Exact): LocalText {
  return { id: plainNumber(value, 'id'), en: plainNumber(value, 'en') }
}

/** A formula in both languages: words`${gross} × ${rate}`. What adds or takes away nothing is left out. */
export function words(parts: TemplateStringsArray, ...figures: readonly (Figure | LocalText | string)[]): LocalText {
  const say = (locale: Locale) =>
    parts
      .reduce((text, part, index) => {
        const figure = figures[index - 1]
        return text + (figure === undefined ? '' : wordOf(figure, locale)) + part
      })
      .replace(/ [+−] Rp0(?=$|[ )])/g, '')
      .replace(/\((-?Rp[\d.,…]+)\)/g, '$1')
  return { id: say('id'), en: say('en') }
}

function wordOf(figure: Figure | LocalText | string, locale: Locale): string {
  if (typeof figure === 'string') return figure
  return typeof figure === 'object' && 'id' in figure ? figure[locale] : figureText(figure, locale)
}

function numberText(whole: string, places: string, locale: Locale): string {
  const [group, point] = locale === 'id' ? ['.', ','] : [',', '.']
  const sign = whole.startsWith('-') ? '-' : ''
  return `${sign}${grouped(whole.replace('-', ''), group as string)}${places ? point + places : ''}`
}

function grouped(digits: string, mark: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, mark)
}

/** Whole part and decimals, "…" behind those that do not end. */
function decimalOf(value: Exact, places: number): [string, string] {
  const [whole = '', digits = ''] = value.decimal(places + 1).split('.')
  return [whole, digits.length > places ? `${digits.slice(0, places)}…` : digits]
}

function lowest(rate: Rate): Rate {
  let [a, b] = [rate.numerator, rate.denominator]
  while (b) [a, b] = [b, a % b]
  return a ? { numerator: rate.numerator / a, denominator: rate.denominator / a } : rate
}
