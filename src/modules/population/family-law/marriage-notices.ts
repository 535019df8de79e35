import { sql } from 'kysely'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { findStandings } from '#modules/services/index.ts'

export interface MarriageNotice {
  readonly caseId: string
  readonly husband: string
  readonly wife: string
  readonly husbandPlace: string
  readonly wifePlace: string
  readonly place: string
  readonly marriedOn: string
  readonly announcedOn: string
  readonly untilOn: string
}

/** Marriages on the notice board today, the one that ends first at the top. What was withdrawn or refused is off it. */
export async function listMarriageNotices(
  db: AnyHandle,
  today: Temporal.PlainDate,
  asked: { readonly text: string; readonly after?: string | undefined; readonly size: number },
): Promise<{ readonly rows: readonly MarriageNotice[]; readonly next: string | undefined }> {
  const pattern = containing(asked.text)
  const [untilOn = '', caseId = ''] = asked.after?.split('_') ?? []
  const { rows } = await sql<MarriageNotice>`
    select case_id as "caseId", husband_name as husband, wife_name as wife, husband_place as "husbandPlace",
      wife_place as "wifePlace", place, married_on as "marriedOn", announced_on as "announcedOn", until_on as "untilOn"
    from population.marriage_notice
    where until_on >= ${today.toString()} and (${asked.text} = '' or husband_name ilike ${pattern} or wife_name ilike ${pattern})
      and (${caseId} = '' or (until_on::text, case_id::text) > (${untilOn}, ${caseId}))
    order by until_on, case_id
    limit ${asked.size + 1}`.execute(db)
  const shown = rows.slice(0, asked.size)
  const last = shown.at(-1)
  const standings = await findStandings(
    db,
    shown.map((row) => row.caseId),
  )
  const open = new Set(standings.filter((standing) => !standing.result).map((standing) => standing.caseId))
  return {
    rows: shown.filter((row) => open.has(row.caseId)),
    next: rows.length > asked.size && last ? `${last.untilOn}_${last.caseId}` : undefined,
  }
}
