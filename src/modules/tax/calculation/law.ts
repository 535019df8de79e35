import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { type Rate, type Rounding, rate } from '#kernel/money/money.ts'
import { type Rule, ruleOn } from '#modules/rules/index.ts'
import { Brackets } from './brackets.ts'
import { Exact } from './exact.ts'

/** How the amounts of a tax are rounded: a row `{"unit": 1, "mode": "down", "per": "line"}`. */
export interface RoundingRule {
  readonly unit: bigint
  readonly mode: Rounding
  readonly per: 'line' | 'total'
}

interface View {
  readonly day: Temporal.PlainDate
  readonly region: string
  readonly found: Map<string, Entry | undefined>
  months?: readonly View[]
}

interface Entry {
  readonly rule: Rule
  /** The value as a calculation needs it, read once. */
  readonly read: Map<string, unknown>
}

/** All rows of law, in memory. One book serves any number of calculations; tables are read once. */
export class LawBook {
  private readonly byKey: Map<string, Rule[]>
  private readonly entries = new Map<Rule, Entry>()
  private readonly views = new Map<string, View>()

  constructor(rows: readonly Rule[]) {
    this.byKey = Map.groupBy(rows, (row) => row.key)
  }

  /** The law of a region on a day. What a calculation reads of it is remembered in `used`. */
  on(day: Temporal.PlainDate, region: string): Law {
    return new Law(this, this.view(day, region), new Set())
  }

  /** Of the same calculation on another day. */
  again(day: Temporal.PlainDate, region: string, used: Set<Rule>): Law {
    return new Law(this, this.view(day, region), used)
  }

  find(view: View, key: string): Entry | undefined {
    const known = view.found.get(key)
    if (known || view.found.has(key)) return known
    const rule = ruleOn(this.byKey.get(key) ?? [], key, view.region, view.day)
    const entry = rule && this.entryOf(rule)
    view.found.set(key, entry)
    return entry
  }

  /** The ends of the months of a year, found once for a day and region. */
  monthsOf(view: View): readonly View[] {
    view.months ??= Array.from({ length: 12 }, (_, month) => {
      const last = view.day
        .with({ month: month + 1, day: 1 })
        .add({ months: 1 })
        .subtract({ days: 1 })
      return this.view(last, view.region)
    })
    return view.months
  }

  /** From when on a key has rows that count in the region of a view. */
  firstDay({ region }: View, key: string): Temporal.PlainDate | undefined {
    const rows = (this.byKey.get(key) ?? []).filter(
      (row) => row.region === '' || row.region === region || region.startsWith(`${row.region}.`),
    )
    const days = rows.map((row) => row.validFrom).sort()
    return days[0] === undefined ? undefined : Temporal.PlainDate.from(days[0])
  }

  private entryOf(rule: Rule): Entry {
    const known = this.entries.get(rule)
    if (known) return known
    const entry = { rule, read: new Map<string, unknown>() }
    this.entries.set(rule, entry)
    return entry
  }

  private view(day: Temporal.PlainDate, region: string): View {
    const name = `${region} ${day}`
    const known = this.views.get(name)
    if (known) return known
    const view: View = { day, region, found: new Map() }
    this.views.set(name, view)
    return view
  }
}

/** The law of one region on one day, as a calculation reads it. */
export class Law {
  constructor(
    private readonly book: LawBook,
    private readonly view: View,
    /** Every row that was read. */
    readonly used: Set<Rule>,
  ) {}

  get day(): Temporal.PlainDate {
    return this.view.day
  }

  get region(): string {
    return this.view.region
  }

  /** The law of another day within the same calculation: of each month of a year, for example. */
  on(day: Temporal.PlainDate): Law {
    return this.book.again(day, this.view.region, this.used)
  }

  /** The law at the end of each month of the year. */
  months(): readonly Law[] {
    return this.book.monthsOf(this.view).map((view) => new Law(this.book, view, this.used))
  }

  /** The same law for a check that changes no amount: what it reads does not stand behind the result. */
  aside(): Law {
    return this.book.again(this.view.day, this.view.region, new Set())
  }

  has(key: string): boolean {
    return this.book.find(this.view, key) !== undefined
  }

  /** The row itself, for a step of the working. */
  rule(key: string): Rule {
    return this.entry(key).rule
  }

  rupiah(key: string): Exact {
    return this.value(key, 'rupiah', ({ value }) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Error(`${key} holds no whole rupiah`)
      return Exact.of(value)
    })
  }

  /** Of a row in 'ratio' ("0.05") or 'percent' (5). */
  rate(key: string): Rate {
    return this.value(key, 'rate', ({ value, unit }) =>
      unit === 'percent' ? { numerator: BigInt(value as number), denominator: 100n } : rate(String(value)),
    )
  }

  count(key: string): number {
    return this.value(key, 'count', ({ value }) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Error(`${key} holds no whole number`)
      return value
    })
  }

  text(key: string): string {
    return this.value(key, 'text', ({ value }) => String(value))
  }

  brackets(key: string): Brackets {
    return this.value(key, 'brackets', ({ value }) => new Brackets(value, key))
  }

  rounding(key: string): RoundingRule {
    return this.value(key, 'rounding', ({ value }) => {
      const row = value as { unit: number; mode: Rounding; per: 'line' | 'total' }
      return { unit: BigInt(row.unit), mode: row.mode, per: row.per }
    })
  }

  /** One rate of a table `{"asean": "0.05", "other": "0.15"}`. @throws Error when the table lacks the name */
  rateFor(key: string, name: string): Rate {
    const table = this.table(key, (value) => value as Readonly<Record<string, string>>)
    const found = table[name]
    if (typeof found !== 'string') throw new Error(`${key} has no rate "${name}"`)
    return rate(found)
  }

  /** One amount of a table `{"billboard": 2500}`. @throws Error when the table lacks the name */
  amountFor(key: string, name: string): Exact {
    const found = this.table(key, (value) => value as Readonly<Record<string, number>>)[name]
    if (typeof found !== 'number') throw new Error(`${key} has no amount "${name}"`)
    return Exact.of(found)
  }

  /** The amount as it stands on a bill: rounded once, as the row says. */
  round(key: string, amount: Exact): Exact {
    const { mode, unit } = this.rounding(key)
    return amount.rounded(mode, unit)
  }

  /** Any other table, brought into its shape once. */
  table<T>(key: string, read: (value: unknown) => T): T {
    return this.value(key, 'table', ({ value }) => read(value))
  }

  private entry(key: string): Entry {
    const entry = this.book.find(this.view, key)
    if (!entry) throw noLaw(key, this.view, this.book.firstDay(this.view, key))
    this.used.add(entry.rule)
    return entry
  }

  private value<T>(key: string, as: string, read: (rule: Rule) => T): T {
    const entry = this.entry(key)
    const known = entry.read.get(as)
    if (known !== undefined) return known as T
    const value = read(entry.rule)
    entry.read.set(as, value)
    return value
  }
}

function noLaw(key: string, { day, region }: View, first: Temporal.PlainDate | undefined): AppError {
  const place = { id: region ? ` di wilayah ${region}` : '', en: region ? ` in region ${region}` : '' }
  const isLater = first !== undefined && Temporal.PlainDate.compare(first, day) > 0
  const message = isLater
    ? {
        id: `Perhitungan ini baru berlaku sejak ${formatDay(first, 'id')}. Pilih tanggal sesudahnya.`,
        en: `This calculation holds from ${formatDay(first, 'en')} on. Choose a later day.`,
      }
    : {
        id: `Aturan “${key}” untuk ${formatDay(day, 'id')}${place.id} belum ada di Balai. Pilih tanggal atau wilayah lain.`,
        en: `Balai holds no row “${key}” for ${formatDay(day, 'en')}${place.en}. Choose another day or region.`,
      }
  return new AppError('invalid-input', { fields: [{ path: 'date', message }] })
}
