import type { RuleOfReading } from './thresholds.ts'

/** What makes one reading worth a look. */
export const readingMarks = ['own-family', 'own-neighbour', 'own-name', 'outside-hours', 'without-case'] as const
export type ReadingMark = (typeof readingMarks)[number]

export const readingPatterns = [
  'stop-per-hour',
  'per-hour',
  'per-day',
  'own-family',
  'own-neighbours',
  'own-neighbours-month',
  'own-name',
  'without-case',
  'outside-hours',
] as const
export type ReadingPattern = (typeof readingPatterns)[number]

/** How many different people an officer looked up. */
export interface ReadingCounts {
  readonly lastHour: number
  readonly today: number
  readonly marked: Readonly<Record<ReadingMark, number>>
}

export interface FoundPattern {
  readonly pattern: ReadingPattern
  readonly severity: 'notice' | 'alarm' | 'stop'
  readonly counted: number
  readonly threshold: number
}

/** Patterns that need a reason. Looking up one's own household needs one the first time. */
export function findPatterns(counts: ReadingCounts, limits: Readonly<Record<RuleOfReading, number>>): FoundPattern[] {
  const { lastHour, today, marked } = counts
  const candidates: FoundPattern[] = [
    { pattern: 'stop-per-hour', severity: 'stop', counted: lastHour, threshold: limits.stopPerHour + 1 },
    { pattern: 'per-hour', severity: 'alarm', counted: lastHour, threshold: limits.perHour + 1 },
    { pattern: 'per-day', severity: 'alarm', counted: today, threshold: limits.perDay + 1 },
    { pattern: 'own-family', severity: 'alarm', counted: marked['own-family'], threshold: 1 },
    { pattern: 'own-neighbours', severity: 'alarm', counted: marked['own-neighbour'], threshold: limits.ownNeighbours },
    { pattern: 'own-name', severity: 'notice', counted: marked['own-name'], threshold: limits.ownName },
    { pattern: 'without-case', severity: 'notice', counted: marked['without-case'], threshold: limits.withoutCase },
    { pattern: 'outside-hours', severity: 'notice', counted: marked['outside-hours'], threshold: limits.outsideHours },
  ]
  return candidates.filter(({ counted, threshold }) => counted >= threshold)
}

/** Where an officer lives and what he is called, as the register has it. */
export interface Home {
  readonly personId: string | undefined
  readonly familyId: string | undefined
  readonly villageCode: string | undefined
  readonly rt: string | undefined
  readonly rw: string | undefined
  readonly street: readonly string[]
  /** Sound of the last word of a name of two words and more: a clan, or a father's name. */
  readonly lastName: string | undefined
}

/** How somebody who was looked up stands to the officer. */
export function marksOf(officer: Home, read: Home): ReadingMark[] {
  const marks: ReadingMark[] = []
  if (officer.familyId && officer.familyId === read.familyId) marks.push('own-family')
  else if (isNeighbour(officer, read)) marks.push('own-neighbour')
  if (officer.lastName && officer.lastName === read.lastName) marks.push('own-name')
  return marks
}

function isNeighbour(officer: Home, read: Home): boolean {
  if (!officer.villageCode || officer.villageCode !== read.villageCode) return false
  const sameRt = officer.rt !== undefined && officer.rt === read.rt && officer.rw === read.rw
  // House numbers differ along one street.
  const names = officer.street.filter((word) => !/^\d/.test(word))
  return sameRt || (names.length > 0 && names.every((word) => read.street.includes(word)))
}
