import type { Rule } from '#modules/rules/index.ts'

/* The yearly PPh 21 as one would write it for one year, without law, days or exactness: what the machine can do at best. */

interface PlainRow {
  readonly upTo: number
  /** Hundredths of a percent, so that plain numbers stay whole. */
  readonly rate: number
}

export interface PlainTables {
  readonly effective: Readonly<Record<string, readonly PlainRow[]>>
  readonly brackets: readonly PlainRow[]
  readonly free: Readonly<Record<string, number>>
}

export function readPlainTables(rows: readonly Rule[], year: number): PlainTables {
  const day = `${year}-12-31`
  const valueAt = <T>(key: string): T =>
    rows.find((row) => row.key === key && row.validFrom <= day && (row.validTo ?? day) >= day)?.value as T
  const table = (key: string): PlainRow[] =>
    valueAt<{ upTo?: number; rate: string }[]>(key).map((row) => ({
      upTo: row.upTo ?? Number.POSITIVE_INFINITY,
      rate: Math.round(Number(row.rate) * 10_000),
    }))
  const categories = valueAt<Record<string, string>>('tax.pph21.ter.categories')
  const statuses = Object.keys(categories)
  const part = (name: string) => valueAt<number>(`tax.ptkp.${name}`)
  return {
    effective: Object.fromEntries(
      statuses.map((status) => [status, table(`tax.pph21.ter.${categories[status]?.toLowerCase()}`)]),
    ),
    brackets: table('tax.income.brackets'),
    free: Object.fromEntries(
      statuses.map((status) => [
        status,
        part('self') + (status.startsWith('K') ? part('married') : 0) + Number(status.at(-1)) * part('dependant'),
      ]),
    ),
  }
}

export function plainYear(tables: PlainTables, status: string, months: readonly number[]): number {
  const rates = tables.effective[status] as readonly PlainRow[]
  let gross = 0
  let withheld = 0
  for (let month = 0; month < 12; month += 1) {
    const amount = months[month] as number
    gross += amount
    if (month < 11) withheld += Math.floor((amount * rateOf(rates, amount)) / 10_000)
  }
  const net = gross - Math.min(gross * 0.05, 6_000_000)
  const taxable = Math.floor(Math.max(0, net - (tables.free[status] as number)) / 1000) * 1000
  let tax = 0
  let from = 0
  for (const row of tables.brackets) {
    if (taxable <= from) break
    tax += (Math.min(taxable, row.upTo) - from) * row.rate
    from = row.upTo
  }
  const year = Math.floor(tax / 10_000)
  return withheld + (year - withheld)
}

function rateOf(rows: readonly PlainRow[], amount: number): number {
  for (const row of rows) if (amount <= row.upTo) return row.rate
  return 0
}
