/** One applicant in the order of an allotment. */
export interface Ranked {
  /** From 1. */
  readonly rank: number
  readonly caseId: string
  readonly score: number
  readonly tieBreak: number
  /** ISO moment: of equals the earlier application comes first. */
  readonly submittedAt: string
  readonly isGranted: boolean
}

/**
 * The published order: score, then tie break, then the moment of application, then the case's id, so that the same
 * applicants always come out in the same order whoever computes it.
 */
export function rankApplicants(applicants: readonly Omit<Ranked, 'rank' | 'isGranted'>[], places: number): Ranked[] {
  return [...applicants]
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.tieBreak - a.tieBreak ||
        compare(a.submittedAt, b.submittedAt) ||
        compare(a.caseId, b.caseId),
    )
    .map((applicant, index) => ({ ...applicant, rank: index + 1, isGranted: index < places }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
