import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { get, page } from '#kernel/http/route.ts'
import { localTaxPaths } from '../paths.ts'
import { sumArrears } from '../queries/arrears.ts'
import { listProposals } from '../queries/proposals.ts'
import { realizedByMonth, realizedByTax } from '../queries/realization.ts'
import { countDrafts, listOpenRuns } from '../queries/waiting.ts'
import { HomePage } from '../views/home-page.tsx'
import { around } from './around.ts'

/** How many proposals are named; all of them stand in their list. */
const named = 10

export const home = get(localTaxPaths.home, {
  access: permitted('local-tax.read'),
  audit: 'none',
  async handle(context) {
    const { db, actor, now, tenant } = context
    const today = dayOf(now, tenant.profile.zone)
    const { year } = today
    const [sums, byTax, byMonth, proposals, runs, drafts] = await Promise.all([
      sumArrears(db, actor, {}, today),
      realizedByTax(db, actor, { year }),
      realizedByMonth(db, actor, { year }),
      listProposals(db, { state: 'proposed' }, '', named),
      listOpenRuns(db),
      countDrafts(db),
    ])
    return page(
      <HomePage {...around(context)} {...{ today, sums, byTax, byMonth, runs, drafts }} proposals={proposals.rows} />,
    )
  },
})
