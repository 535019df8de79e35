import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/journal/journal.ts'
import type { Ranked } from './flow/allotment.ts'

/** Columns of the published list, in this order. */
export const rankingColumns = ['rank', 'caseId', 'score', 'tieBreak', 'submittedAt', 'isGranted'] as const

/** The list as it is published: one line for each applicant, no names, nothing that a spreadsheet would change. */
export function rankingCsv(rows: readonly Ranked[]): string {
  const lines = rows.map((row) => rankingColumns.map((column) => String(row[column])).join(','))
  return `${[rankingColumns.join(','), ...lines].join('\r\n')}\r\n`
}

/**
 * The hash of a published list, from nothing but the file: SHA-256 over a JSON array of all rows in order of rank,
 * each an object with its keys sorted and no spaces, as it was fixed when the places were allotted.
 * @throws Error naming the line that cannot be read
 */
export function hashOfRanking(csv: string): string {
  const [head = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = head.split(',')
  if (columns.join() !== rankingColumns.join()) throw new Error('the first line does not name the columns')
  const rows = lines.filter(Boolean).map((line, index) => rowOf(line, index + 2))
  return createHash('sha256').update(canonicalJson(rows)).digest('hex')
}

function rowOf(line: string, number: number): Ranked {
  const [rank, caseId, score, tieBreak, submittedAt, isGranted, ...more] = line.split(',')
  const figures = [rank, score, tieBreak].map(Number)
  if (more.length > 0 || !caseId || !submittedAt || !isGranted || !figures.every(Number.isSafeInteger)) {
    throw new Error(`line ${number} cannot be read`)
  }
  const [place = 0, points = 0, breaker = 0] = figures
  return { rank: place, caseId, score: points, tieBreak: breaker, submittedAt, isGranted: isGranted === 'true' }
}
