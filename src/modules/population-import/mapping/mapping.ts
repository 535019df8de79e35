import { z } from 'zod'
import { areaCodePattern } from '#modules/territory/index.ts'
import { plainValue } from './codes.ts'
import type { DateEvidence, DateOrder } from './dates.ts'
import {
  type CodeField,
  type DateField,
  type FieldName,
  fieldNames,
  fieldOf,
  importFields,
  plainHeading,
} from './fields.ts'

/** What one column of the file showed when the whole of it was looked at. */
export interface ColumnFacts {
  readonly heading: string
  readonly filled: number
  /** Its different values with their number; undefined when there are too many to be codes. */
  readonly values: readonly (readonly [value: string, count: number])[] | undefined
  /** Of a column that looks like dates. */
  readonly dates: DateEvidence | undefined
}

/** How the columns of a file are read; decided by the person, proposed by the program. */
export interface Mapping {
  /** Column of each field, from 0. */
  readonly columns: Readonly<Partial<Record<FieldName, number>>>
  /** What stands for a cell that is empty. */
  readonly fill: Readonly<Partial<Record<FieldName, string>>>
  /** Order of day and month, where the column does not prove it. */
  readonly order: Readonly<Partial<Record<DateField, DateOrder>>>
  /** Translations that the program does not know, by spelling of the value. */
  readonly values: Readonly<Partial<Record<CodeField, Readonly<Record<string, string>>>>>
  /** Village of every row of a file that names none. */
  readonly village?: string | undefined
}

const text = z.string().max(200)
export const mappingSchema: z.ZodType<Mapping> = z.object({
  columns: z.partialRecord(z.enum(fieldNames as [FieldName, ...FieldName[]]), z.number().int().min(0).max(200)),
  fill: z.partialRecord(z.enum(fieldNames as [FieldName, ...FieldName[]]), text),
  order: z.partialRecord(z.enum(['birthOn', 'marriedOn']), z.enum(['dmy', 'mdy'])),
  values: z.partialRecord(
    z.enum(['relation', 'sex', 'religion', 'education', 'occupation', 'maritalStatus', 'bloodType', 'citizenship']),
    z.record(text, text),
  ),
  village: z.string().regex(areaCodePattern).optional(),
})

/** The mapping that headings suggest. */
export function guessMapping(headings: readonly string[]): Mapping {
  const columns: Partial<Record<FieldName, number>> = {}
  const plain = headings.map(plainHeading)
  for (const name of fieldNames) {
    const at = fieldOf(name)
      .headings.map((heading) => plain.indexOf(heading))
      .find((index) => index >= 0)
    if (at !== undefined && !Object.values(columns).includes(at)) columns[name] = at
  }
  return { columns, fill: { citizenship: 'WNI' }, order: {}, values: {} }
}

/** How many headings of a row are known: tells the row with the headings from titles above it. */
export function knownHeadings(cells: readonly string[]): number {
  const all = new Set<string>(fieldNames.flatMap((name) => importFields[name].headings))
  return cells.filter((cell) => all.has(plainHeading(cell))).length
}

export function translationOf(mapping: Mapping, field: CodeField, value: string): string | undefined {
  return mapping.values[field]?.[plainValue(value)]
}
