/** When counting begins anew. */
export const countings = ['year', 'month', 'always'] as const
export type Counting = (typeof countings)[number]

export const numberStatuses = ['taken', 'reserved', 'void'] as const
export type NumberStatus = (typeof numberStatuses)[number]

/** What may stand in a pattern. `sequence:4` is the sequence with four digits at least; without a width it has three. */
const places = ['sequence', 'year', 'month', 'unit', 'classification'] as const
type Place = (typeof places)[number]

export interface NumberParts {
  readonly sequence: number
  /** "A", "B" of an inserted number, else "". */
  readonly insertion: string
  readonly day: Temporal.PlainDate
  /** Code of the unit, as "400.12". */
  readonly unit?: string | undefined
  /** Classification of the letter, as "000.1.2.3". */
  readonly classification?: string | undefined
}

const placeholder = /\{([a-z]+)(?::(\d))?\}/g
const usualWidth = 3
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/**
 * Writes a number by its pattern: "188/{sequence}/PBG/{month}/{year}" gives "188/007/PBG/XI/2026".
 * @throws Error when the pattern asks for a part that is not given
 */
export function writeNumber(pattern: string, parts: NumberParts): string {
  return pattern.replace(placeholder, (_, name: Place, width?: string) => {
    switch (name) {
      case 'sequence':
        return `${String(parts.sequence).padStart(Number(width ?? usualWidth), '0')}${parts.insertion && `.${parts.insertion}`}`
      case 'year':
        return String(parts.day.year)
      case 'month':
        return roman[parts.day.month - 1] as string
      default: {
        const value = parts[name]
        if (!value) throw new Error(`the pattern "${pattern}" asks for a ${name}`)
        return value
      }
    }
  })
}

export type PatternFault = 'no-sequence' | 'no-year' | 'no-month' | 'unknown-place'

/** What keeps a pattern from giving every number of a register once. */
export function patternFault(pattern: string, countsBy: Counting): PatternFault | undefined {
  const named = [...pattern.matchAll(placeholder)].map((match) => match[1] as string)
  if (/[{}]/.test(pattern.replace(placeholder, '')) || named.some((name) => !places.includes(name as Place))) {
    return 'unknown-place'
  }
  if (!named.includes('sequence')) return 'no-sequence'
  // Where counting begins anew, the period has to stand in the number, or two would be the same.
  if (countsBy !== 'always' && !named.includes('year')) return 'no-year'
  if (countsBy === 'month' && !named.includes('month')) return 'no-month'
  return undefined
}

/** The period within which a number is counted: "2026", "2026-11", or "all". */
export function periodOf(day: Temporal.PlainDate, countsBy: Counting): string {
  if (countsBy === 'always') return 'all'
  return countsBy === 'year' ? String(day.year) : day.toPlainYearMonth().toString()
}

/** The letter behind an inserted number, after those that are there: "", "A" ... "Z", "AA" ... */
export function nextInsertion(taken: readonly string[]): string {
  const last = [...taken].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).at(-1) ?? ''
  if (last === '') return 'A'
  const letters = [...last]
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    if (letters[at] !== 'Z') {
      letters[at] = String.fromCharCode((letters[at] as string).charCodeAt(0) + 1)
      return letters.join('')
    }
    letters[at] = 'A'
  }
  return `A${letters.join('')}`
}
