import type { Sen } from '../money/money.ts'

/** What kind of thing stands in a column; it decides how a spreadsheet treats the cells. */
interface Kinds {
  /** Words, and every number that is a name: NIK, billing code, account code. Never counted with. */
  readonly text: string
  readonly number: number
  readonly money: Sen
  readonly day: Temporal.PlainDate
  readonly moment: Temporal.Instant
}

type ColumnOf<Row, Kind extends keyof Kinds> = {
  readonly label: string
  readonly kind: Kind
  /** In characters; without it the width follows the kind. */
  readonly width?: number | undefined
  readonly value: (row: Row) => Kinds[Kind] | undefined
}

export type ExportColumn<Row> = { [Kind in keyof Kinds]: ColumnOf<Row, Kind> }[keyof Kinds]

/** A list as it leaves the program. Rows are read while they are sent, so the list may be of any length. */
export interface ExportTable<Row> {
  /** Name of the sheet. */
  readonly title: string
  readonly columns: readonly ExportColumn<Row>[]
  readonly rows: AsyncIterable<Row> | Iterable<Row>
  /** In which moments are written. */
  readonly zone: string
}

/** Every row of a list that pages by cursor. Holds one page at a time and no connection in between. */
export async function* allPages<Row>(
  readPage: (after: string | undefined) => Promise<{ rows: readonly Row[]; next: string | undefined }>,
): AsyncGenerator<Row> {
  let after: string | undefined
  do {
    const page = await readPage(after)
    yield* page.rows
    after = page.next
  } while (after !== undefined)
}

/** How many rows are read at once. */
export const exportPageSize = 500
