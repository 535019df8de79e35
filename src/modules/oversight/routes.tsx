import { z } from 'zod'
import { anyone, permitted, signedIn } from '#kernel/access/access.ts'
import { get, page } from '#kernel/http/route.ts'
import { oversightPaths } from './paths.ts'
import { describeJournal, listJournal, listReadings } from './queries.ts'
import { AccessRecordPage, JournalPage, ProofsPage } from './views.tsx'

/** Each person's own record of who read his data (UU 27/2022 pasal 5 sampai 7). */
export const accessRecord = get(oversightPaths.accessRecord, {
  access: signedIn,
  audit: 'own-data',
  query: z.object({ sebelum: z.uuid().optional().catch(undefined) }),
  async handle(context) {
    const list = await listReadings(context.db, context.actor.personId ?? '', context.query.sebelum)
    return page(<AccessRecordPage {...list} zone={context.tenant.profile.zone} />)
  },
})

export const journal = get(oversightPaths.journal, {
  access: permitted('oversight.read-journal'),
  audit: 'none',
  query: z.object({ q: z.string().max(80).catch(''), sebelum: z.string().max(90).optional().catch(undefined) }),
  async handle(context) {
    const text = context.query.q.trim()
    const list = await listJournal(context.db, { text, before: context.query.sebelum })
    return page(<JournalPage {...list} text={text} zone={context.tenant.profile.zone} />)
  },
})

export const proofs = get(oversightPaths.proofs, {
  access: anyone,
  audit: 'none',
  async handle(context) {
    return page(
      <ProofsPage state={await describeJournal(context.db, context.now)} zone={context.tenant.profile.zone} />,
    )
  },
})
