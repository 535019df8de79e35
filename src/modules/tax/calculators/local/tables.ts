import { Exact } from '../../calculation/exact.ts'

/** Rows as regions keep them: `{"sand": 90000, "weight": "1.05"}`; decimals are text, rupiah are whole numbers. */
export function entryOf(table: unknown, name: string): Exact | undefined {
  return figure((table as Readonly<Record<string, unknown>>)[name])
}

/** The figure `column` of the first row whose bound holds the amount; the bound belongs to its row. */
export function bandOf(table: unknown, amount: Exact, column: string): Exact | undefined {
  const rows = table as readonly Readonly<Record<string, unknown>>[]
  const row = rows.find(({ upTo }) => upTo === undefined || !amount.isOver(figure(upTo) as Exact))
  return figure(row?.[column])
}

/** One row by the name in its first column. */
export function rowOf<T extends object>(table: unknown, column: keyof T & string, name: string | number): T | undefined {
  return (table as readonly T[]).find((row) => row[column] === name)
}

function figure(value: unknown): Exact | undefined {
  if (typeof value === 'number') return Exact.of(value)
  return typeof value === 'string' ? Exact.read(value) : undefined
}
