import { type DateEvidence, readDate } from '../mapping/dates.ts'
import { type ColumnFacts, knownHeadings } from '../mapping/mapping.ts'
import { tableRows } from '../reading/open-table.ts'
import type { FileShape, RawRow } from '../reading/raw-row.ts'
import type { ByteSource } from '../reading/stored-file.ts'
import { Unreadable } from '../reading/unreadable.ts'

/** What the whole of a file shows before anybody has said what its columns mean. */
export interface Inspection {
  /** Number of the row with the headings; 0 when the file has none. */
  readonly headingRow: number
  readonly columns: readonly ColumnFacts[]
  /** Rows with people. */
  readonly rows: number
  /** The first of them, as they stand in the file. */
  readonly sample: readonly RawRow[]
}

export const sampleRows = 50
const headRows = 20
const mostValues = 120
/** So many rows are looked at to tell whether a column holds dates. */
const dateSample = 300

/** Looks at every row of a file once. @throws Unreadable */
export async function inspectFile(
  source: ByteSource,
  shape: FileShape,
  sheet: string | undefined,
  onRows: (rows: number) => Promise<void> = async () => {},
): Promise<Inspection> {
  let head: RawRow[] | undefined = []
  let headingRow = 0
  let columns: ColumnWatch[] = []
  const sample: RawRow[] = []
  let rows = 0
  const take = (row: RawRow) => {
    rows += 1
    if (sample.length < sampleRows) sample.push(row)
    for (let at = 0; at < row.cells.length; at += 1) {
      const cell = row.cells[at] as string
      if (cell === '') continue
      columns[at] ??= new ColumnWatch(`Kolom ${at + 1}`)
      columns[at]?.see(cell, row.kinds?.[at] ?? 't', row.number)
    }
  }
  const settle = () => {
    const found = headingOf(head ?? [])
    headingRow = found?.number ?? 0
    columns = (found?.cells ?? []).map((cell, at) => new ColumnWatch(cell.trim() || `Kolom ${at + 1}`))
    for (const row of head ?? []) if (row.number > headingRow && !isNumbering(row)) take(row)
    head = undefined
  }
  for await (const batch of tableRows(source, shape, sheet)) {
    for (const row of batch) {
      if (!head) take(row)
      else {
        head.push(row)
        if (head.length === headRows) settle()
      }
    }
    await onRows(rows)
  }
  if (head) settle()
  if (rows === 0) throw new Unreadable('no-rows')
  const filled = Array.from(columns, (column, at) => column ?? new ColumnWatch(`Kolom ${at + 1}`))
  return { headingRow, columns: filled.map((column) => column.facts()), rows, sample }
}

/** Titles may stand above the headings; without a single known heading the first row is data when it holds long numbers. */
function headingOf(rows: readonly RawRow[]): RawRow | undefined {
  const best = rows.reduce<RawRow | undefined>(
    (found, row) => (found && knownHeadings(found.cells) >= knownHeadings(row.cells) ? found : row),
    undefined,
  )
  if (!best) return undefined
  if (knownHeadings(best.cells) >= 2) return best
  const first = rows[0] as RawRow
  return first.cells.some((cell) => /\d{10}/.test(cell.replace(/[\s.]/g, ''))) ? undefined : first
}

/** A row under the headings that only counts the columns: 1, 2, 3. */
export function isNumbering(row: RawRow): boolean {
  return (
    row.cells.length >= 3 &&
    row.cells.every((cell, at) => cell.trim() === '' || cell.replace(/[()\s]/g, '') === String(at + 1))
  )
}

class ColumnWatch {
  private filled = 0
  private values: Map<string, number> | undefined = new Map()
  private looksLikeDates = 0
  private early: [cell: string, kind: string, row: number][] | undefined = []
  private readonly evidence = {
    dayFirst: 0,
    dayFirstRow: 0,
    monthFirst: 0,
    monthFirstRow: 0,
    either: 0,
    clear: 0,
    cellLow: 0,
    cellHigh: 0,
    shortYear: 0,
    none: 0,
  }
  private isDates: boolean | undefined

  constructor(private readonly heading: string) {}

  see(cell: string, kind: string, row: number): void {
    this.filled += 1
    if (this.values) {
      const value = cell.trim()
      this.values.set(value, (this.values.get(value) ?? 0) + 1)
      if (this.values.size > mostValues) this.values = undefined
    }
    if (this.early) {
      this.early.push([cell, kind, row])
      if (kind === 'd' || readDate(cell.trim()).kind !== 'none') this.looksLikeDates += 1
      if (this.early.length >= dateSample) this.decide()
    } else if (this.isDates) this.seeDate(cell, kind, row)
  }

  facts(): ColumnFacts {
    this.decide()
    const values = this.values && [...this.values].sort((a, b) => b[1] - a[1])
    return {
      heading: this.heading,
      filled: this.filled,
      values,
      dates: this.isDates ? (this.evidence satisfies DateEvidence) : undefined,
    }
  }

  private decide(): void {
    if (!this.early) return
    const early = this.early
    this.early = undefined
    this.isDates = this.looksLikeDates * 2 > early.length
    if (this.isDates) for (const [cell, kind, row] of early) this.seeDate(cell, kind, row)
  }

  private seeDate(cell: string, kind: string, row: number): void {
    const { evidence } = this
    if (kind === 'd') {
      if (Number(cell.slice(8)) > 12) evidence.cellHigh += 1
      else evidence.cellLow += 1
      return
    }
    const reading = readDate(cell.trim())
    if (reading.kind === 'day') evidence.clear += 1
    else if (reading.kind === 'short-year') evidence.shortYear += 1
    else if (reading.kind === 'none') evidence.none += 1
    else if (reading.dmy && reading.mdy) evidence.either += 1
    else if (reading.dmy) {
      if (evidence.dayFirst === 0) evidence.dayFirstRow = row
      evidence.dayFirst += 1
    } else {
      if (evidence.monthFirst === 0) evidence.monthFirstRow = row
      evidence.monthFirst += 1
    }
  }
}
