import { z } from 'zod'
import { anyone, isPermitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { get, page, type RouteContext } from '#kernel/http/route.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { ruleOn } from '../domain.ts'
import { rulePaths } from '../paths.ts'
import { listUsages, readLaw } from '../queries/law.ts'
import { listHistory, listVerifications } from '../queries/rules.ts'
import { LawPage, RulePage } from '../views/law-pages.tsx'

export const statuses = ['verified', 'unverified', 'disputed'] as const

export const lawQuery = z.object({
  q: z.string().max(120).catch(''),
  keadaan: z.enum(statuses).optional().catch(undefined),
  peraturan: z.string().max(300).catch(''),
  /** A day as people write it, or as links do. */
  tanggal: z.string().max(20).catch(''),
})

export function todayOf(context: Pick<RouteContext, 'now' | 'tenant'>): string {
  return dayOf(context.now, context.tenant.profile.zone).toString()
}

export const law = get(rulePaths.law, {
  access: anyone,
  audit: 'none',
  query: lawQuery,
  cache: { tags: () => ['rules'] },
  async handle(context) {
    const { q, keadaan, peraturan } = context.query
    const region = (await findOwnRegion(context.db))?.code ?? ''
    const on = dayAsked(context.query.tanggal) ?? todayOf(context)
    const filter = { text: q.trim(), status: keadaan, regulation: peraturan, on }
    return page(<LawPage {...(await readLaw(context.db, region, filter))} filter={filter} today={todayOf(context)} />)
  },
})

/** "23-11-2026", "23/11/2026" or "2026-11-23". */
function dayAsked(typed: string): string | undefined {
  const [day = '', month = '', year = ''] = typed.trim().split(/[-/. ]/)
  const iso = day.length === 4 ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = z.iso.date().safeParse(iso)
  return read.success ? read.data : undefined
}

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
