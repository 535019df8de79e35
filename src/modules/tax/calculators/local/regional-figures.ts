import { invalidField } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Rate } from '#kernel/money/money.ts'
import type { Rule } from '#modules/rules/index.ts'
import { Exact } from '../../calculation/exact.ts'
import type { Law } from '../../calculation/law.ts'
import { moneyText, rateText } from '../../calculation/words.ts'

/** A figure and the rows behind it; none when somebody typed it. */
export interface Chosen<T> {
  readonly value: T
  readonly rules: readonly Rule[]
}

/** What stands in a field for the region's own figure; zero when it was left empty. */
export interface Typed {
  readonly path: string
  readonly value: Exact
}

/**
 * Figures that each region sets by regulation. Whoever counts for a region whose regulation is not here may type them;
 * national bounds hold for both, and nothing computed with typed figures is official.
 */
export class RegionalFigures {
  readonly warnings: LocalText[] = []
  isTyped = false
  private readonly bounds: Law

  constructor(private readonly law: Law) {
    this.bounds = law.aside()
  }

  /** A row in 'ratio', or a percentage that was typed. */
  rate(key: string, typed: Typed): Chosen<Rate> {
    return this.choose(key, typed, asRate(typed.value.percent), () => this.law.rate(key))
  }

  amount(key: string, typed: Typed): Chosen<Exact> {
    return this.choose(key, typed, typed.value, () => this.law.rupiah(key))
  }

  /** Of a table, as `find` reads it. */
  fromTable(key: string, typed: Typed, find: (table: unknown) => Exact | undefined): Chosen<Exact> {
    return this.choose(key, typed, typed.value, () => {
      const found = find(this.law.rule(key).value)
      if (!found) throw missing(this.law, typed.path)
      return found
    })
  }

  /** As `fromTable` finds it, and typed as a percentage. */
  rateFromTable(key: string, typed: Typed, find: (table: unknown) => Exact | undefined): Chosen<Rate> {
    const { value, rules } = this.fromTable(key, { path: typed.path, value: typed.value.percent }, find)
    return { value: asRate(value), rules }
  }

  /**
   * @throws AppError at the field when a typed rate is above what national law allows; a row that is above it only
   * warns, for the region has to correct its regulation
   */
  notAbove(key: string, { value, rules }: Chosen<Rate>, path: string): void {
    if (!this.bounds.has(key)) return
    this.bound(exact(value).isOver(exact(this.bounds.rate(key))), rules, path, {
      id: `Tarif ini melampaui batas nasional ${rateText(this.bounds.rate(key), 'id')} (${this.bounds.rule(key).citation}).`,
      en: `This rate is above the national limit of ${rateText(this.bounds.rate(key), 'en')} (${this.bounds.rule(key).citation}).`,
    })
  }

  /** The same of an amount that may not be lower. */
  notBelow(key: string, { value, rules }: Chosen<Exact>, path: string): void {
    if (!this.bounds.has(key)) return
    const least = this.bounds.rupiah(key)
    this.bound(value.isUnder(least), rules, path, {
      id: `Nilai ini kurang dari batas nasional ${moneyText(least)} (${this.bounds.rule(key).citation}).`,
      en: `This is below the national limit of ${moneyText(least)} (${this.bounds.rule(key).citation}).`,
    })
  }

  bound(isBroken: boolean, rules: readonly Rule[], path: string, message: LocalText): void {
    if (!isBroken) return
    if (rules.length === 0) throw invalidField(path, message.id, message.en)
    this.warnings.push(message)
  }

  private choose<T>(key: string, typed: Typed, value: T, read: () => T): Chosen<T> {
    if (!typed.value.isZero) {
      this.isTyped = true
      return { value, rules: [] }
    }
    if (!this.law.has(key)) throw missing(this.law, typed.path)
    return { value: read(), rules: [this.law.rule(key)] }
  }
}

export function exact(rate: Rate): Exact {
  return Exact.of(rate.numerator, rate.denominator)
}

/** As a rate, which is shown as a percentage and not in rupiah. */
export function asRate({ numerator, denominator }: Rate): Rate {
  return { numerator, denominator }
}

function missing(law: Law, path: string): Error {
  const place = law.region
    ? { id: `wilayah ${law.region}`, en: `region ${law.region}` }
    : { id: 'wilayah ini', en: 'this region' }
  return invalidField(
    path,
    `Angka untuk ${place.id} pada ${formatDay(law.day, 'id')} belum ada di Balai. Isi menurut Perda daerah Anda.`,
    `Balai holds no such figure for ${place.en} on ${formatDay(law.day, 'en')}. Type it from the regulation of your region.`,
  )
}
