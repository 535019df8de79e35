/** What people write when they remember when somebody was born. */
export interface TypedBirth {
  /** ISO day. */
  readonly birthOn?: string | undefined
  readonly birthYear?: number | undefined
}

const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

/**
 * "1980", "17-05-1980", "17/5/1980", "17 Mei 1980", "1980-05-17": the day before the month, as Indonesia writes.
 * @returns undefined when it is no year and no real day
 */
export function parseBirth(text: string): TypedBirth | undefined {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s./,-]+/)
    .filter(Boolean)
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 1 && /^(1[89]|20)\d\d$/.test(first)) return { birthYear: Number(first) }
  if (parts.length !== 3) return undefined
  const birthOn = first.length === 4 ? isoDay(first, second, third) : isoDay(third, second, first)
  return birthOn ? { birthOn } : undefined
}

function isoDay(year: string, month: string, day: string): string | undefined {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(day)) return undefined
  const named = months.findIndex((names) => names.includes(month)) + 1
  const number = named || (/^\d{1,2}$/.test(month) ? Number(month) : 0)
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: number, day: Number(day) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return undefined
  }
}
