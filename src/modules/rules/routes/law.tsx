import { z } from 'zod'
import { anyone, isPermitted } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { exportRoutes } from '#kernel/export/export-routes.ts'
import { get, page } from '#kernel/http/route.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { ruleOn } from '../domain.ts'
import { rulePaths } from '../paths.ts'
import { listUsages } from '../queries/law.ts'
import { listHistory, listVerifications } from '../queries/rules.ts'
import { LawPage, RulePage } from '../views/law-pages.tsx'
import { filterOf, lawQuery, todayOf } from './law-query.ts'
import { lawFor, lawTable } from './law-table.ts'

export const law = get(rulePaths.law, {
  access: anyone,
  audit: 'none',
  query: lawQuery,
  cache: { tags: () => ['rules'] },
  async handle(context) {
    return page(<LawPage {...(await lawFor(context))} filter={filterOf(context)} today={todayOf(context)} />)
  },
})

export const exportLaw = exportRoutes(rulePaths.law, {
  access: anyone,
  audit: 'none',
  query: lawQuery,
  table: lawTable,
})

export const rule = get('/hukum/:key', {
  access: anyone,
  audit: 'none',
  params: z.object({ key: z.string().max(120) }),
  cache: { tags: () => ['rules', 'services'] },
  async handle(context) {
    const { db } = context
    const { key } = context.params
    const region = (await findOwnRegion(db))?.code ?? ''
    const history = await listHistory(db, key, region)
    if (history.length === 0) throw notFound()
    const today = todayOf(context)
    const [checks, usages] = await Promise.all([
      listVerifications(
        db,
        history.map((row) => row.id),
      ),
      listUsages(db, key, today),
    ])
    const now = ruleOn(history, key, region, Temporal.PlainDate.from(today))
    return page(
      <RulePage
        ruleKey={key}
        history={history}
        now={now}
        today={today}
        checks={checks}
        usages={usages}
        zone={context.tenant.profile.zone}
        mayEdit={isPermitted(context.actor, 'rules.edit')}
      />,
    )
  },
})
