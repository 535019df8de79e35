import {
  cellsAreDoubtful,
  type DateOrder,
  nikSaysDay,
  type ProvedOrder,
  provedOrder,
  readDate,
} from '../mapping/dates.ts'
import type { DateField } from '../mapping/fields.ts'
import type { ColumnFacts, Mapping } from '../mapping/mapping.ts'

export interface ReadDay {
  readonly day?: string | undefined
  readonly error?: 'date-unreadable' | 'date-ambiguous' | 'date-short-year' | undefined
  readonly warning?: 'date-by-nik' | undefined
}

interface Column {
  readonly order: ProvedOrder
  readonly chosen: DateOrder | undefined
  readonly isDoubtful: boolean
}

/**
 * Reads dates as their whole column proves them. What the column leaves open is decided by the digits of the NIK when
 * they fit exactly one reading, and said; else it is an error: no date is ever guessed.
 */
export function dateReaders(mapping: Mapping, columns: readonly ColumnFacts[]) {
  const of = (field: DateField): Column => {
    const evidence = columns[mapping.columns[field] ?? -1]?.dates
    return {
      order: evidence ? provedOrder(evidence) : 'unknown',
      chosen: mapping.order[field],
      isDoubtful: evidence !== undefined && cellsAreDoubtful(evidence),
    }
  }
  const known: Readonly<Record<DateField, Column>> = { birthOn: of('birthOn'), marriedOn: of('marriedOn') }
  return (field: DateField, text: string, isDateCell: boolean, nik: string): ReadDay => {
    const column = known[field]
    if (isDateCell) return column.isDoubtful ? fromDoubtfulCell(text, nik) : { day: text }
    const reading = readDate(text)
    switch (reading.kind) {
      case 'day':
        return { day: reading.day }
      case 'either':
        return fromEither(reading, column, nik)
      case 'short-year':
        return { error: 'date-short-year' }
      case 'none':
        return { error: 'date-unreadable' }
    }
  }
}

function fromEither(
  { dmy, mdy }: { readonly dmy: string | undefined; readonly mdy: string | undefined },
  { order, chosen }: Column,
  nik: string,
): ReadDay {
  // A date that is a day only one way proves itself, in a column of one order; in a mixed one too.
  if (!dmy || !mdy) {
    const expected = order === 'mixed' ? undefined : (chosen ?? order)
    if ((expected === 'dmy' && !dmy) || (expected === 'mdy' && !mdy)) return { error: 'date-unreadable' }
    return { day: dmy ?? mdy }
  }
  if (order === 'dmy' || order === 'mdy') return { day: order === 'dmy' ? dmy : mdy }
  if (order !== 'mixed' && chosen) return { day: chosen === 'dmy' ? dmy : mdy }
  return byNik([dmy, mdy], nik)
}

/** The cell may have been turned around by the program that wrote it. */
function fromDoubtfulCell(day: string, nik: string): ReadDay {
  const turned = `${day.slice(0, 5)}${day.slice(8)}-${day.slice(5, 7)}`
  return turned === day || Number(day.slice(8)) > 12 ? { day } : byNik([day, turned], nik)
}

function byNik(days: readonly string[], nik: string): ReadDay {
  const fitting = nik === '' ? [] : days.filter((day) => nikSaysDay(nik, day))
  return fitting.length === 1 ? { day: fitting[0], warning: 'date-by-nik' } : { error: 'date-ambiguous' }
}
