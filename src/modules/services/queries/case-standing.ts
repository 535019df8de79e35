import type { AnyHandle } from '#kernel/db/database.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { getDefinition } from '../definition/store.ts'
import { stateOf } from '../domain.ts'

/** Where a case stands, in words and without anybody's name. */
export interface CaseStanding {
  readonly caseId: string
  readonly state: LocalText
  /** The applicant has to do something. */
  readonly isWithApplicant: boolean
  readonly result: string | undefined
}

export async function findStandings(db: AnyHandle, caseIds: readonly string[]): Promise<CaseStanding[]> {
  if (caseIds.length === 0) return []
  const rows = await db
    .selectFrom('services.case')
    .select(['id', 'service_id', 'version', 'state', 'result'])
    .where('id', 'in', [...caseIds])
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const state = stateOf(await getDefinition(db, row.service_id, row.version, 'as-written'), row.state)
      return {
        caseId: row.id,
        state: state.label,
        isWithApplicant: state.holder === 'applicant',
        result: row.result ?? undefined,
      }
    }),
  )
}
