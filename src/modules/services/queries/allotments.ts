import type { AnyHandle } from '#kernel/db/database.ts'

export interface AllottedPlace {
  readonly caseId: string
  readonly isGranted: boolean
}

/** Every place of an allotment, in order of rank. */
export async function listAllotted(db: AnyHandle, allotmentId: string): Promise<AllottedPlace[]> {
  const rows = await db
    .selectFrom('services.allotment_row')
    .select(['case_id', 'is_granted'])
    .where('allotment_id', '=', allotmentId)
    .orderBy('rank')
    .execute()
  return rows.map((row) => ({ caseId: row.case_id, isGranted: row.is_granted }))
}

export interface OwnRank {
  readonly rank: number
  readonly applicants: number
  readonly places: number
  readonly score: number
  /** Lowest score that was granted. */
  readonly cutoff: number | undefined
  readonly isGranted: boolean
  /** Hash of the whole list, hexadecimal: anyone who holds the list can compare. */
  readonly listHash: string
}

/** Where one applicant stands, and why. */
export async function findOwnRank(db: AnyHandle, caseId: string): Promise<OwnRank | undefined> {
  const row = await db
    .selectFrom('services.allotment_row as r')
    .innerJoin('services.allotment as a', 'a.id', 'r.allotment_id')
    .select(['r.rank', 'r.score', 'r.is_granted', 'a.applicants', 'a.places', 'a.cutoff_score', 'a.list_hash'])
    .where('r.case_id', '=', caseId)
    .executeTakeFirst()
  return (
    row && {
      rank: row.rank,
      applicants: row.applicants,
      places: row.places,
      score: Number(row.score),
      cutoff: row.cutoff_score === null ? undefined : Number(row.cutoff_score),
      isGranted: row.is_granted,
      listHash: row.list_hash.toString('hex'),
    }
  )
}

export interface PublishedRank {
  readonly rank: number
  readonly caseNumber: string
  readonly applicantName: string
  readonly score: number
  readonly tieBreak: number
  readonly submittedAt: Date
  readonly isGranted: boolean
}

const perPage = 100

/** The list of the last allotment of a service as the public may see it, from a rank on; names are masked by the page. */
export async function listPublishedRanks(
  db: AnyHandle,
  serviceId: string,
  fromRank: number,
): Promise<
  | {
      allotment: { period: string; places: number; applicants: number; ruleText: string; listHash: string }
      rows: PublishedRank[]
    }
  | undefined
> {
  const allotment = await db
    .selectFrom('services.allotment')
    .selectAll()
    .where('service_id', '=', serviceId)
    .orderBy('allotted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!allotment) return undefined
  const rows = await db
    .selectFrom('services.allotment_row as r')
    .innerJoin('services.case as c', 'c.id', 'r.case_id')
    .select(['r.rank', 'r.score', 'r.tie_break', 'r.submitted_at', 'r.is_granted', 'c.number', 'c.applicant_name'])
    .where('r.allotment_id', '=', allotment.id)
    .where('r.rank', '>=', fromRank)
    .orderBy('r.rank')
    .limit(perPage)
    .execute()
  return {
    allotment: {
      period: allotment.period,
      places: allotment.places,
      applicants: allotment.applicants,
      ruleText: allotment.rule_text,
      listHash: allotment.list_hash.toString('hex'),
    },
    rows: rows.map((row) => ({
      rank: row.rank,
      caseNumber: row.number,
      applicantName: row.applicant_name,
      score: Number(row.score),
      tieBreak: Number(row.tie_break),
      submittedAt: row.submitted_at,
      isGranted: row.is_granted,
    })),
  }
}
