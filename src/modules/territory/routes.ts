import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { AppError } from '#kernel/errors.ts'
import { type Answer, type AnyRoute, get, type RouteContext, text } from '#kernel/http/route.ts'
import { areaCodePattern, areaLevels } from './domain.ts'
import { territoryPaths } from './paths.ts'
import { findArea, listChildren, searchAreas } from './queries.ts'

const childrenQuery = z.object({ kode: z.union([z.literal(''), z.string().regex(areaCodePattern)]).default('') })
const searchQuery = z.object({
  q: z.string().trim().max(80).default(''),
  tingkat: z.enum(areaLevels).optional(),
  dalam: z.string().regex(areaCodePattern).optional(),
})

export const territoryRoutes: readonly AnyRoute[] = [
  get(territoryPaths.children, { access: anyone, audit: 'none', query: childrenQuery, handle: showChildren }),
  get(territoryPaths.search, { access: anyone, audit: 'none', query: searchQuery, handle: showFound }),
]

async function showChildren(context: RouteContext<unknown, z.infer<typeof childrenQuery>>): Promise<Answer> {
  const { kode } = context.query
  const children = await listChildren(context.db, kode)
  if (children.length === 0 && !(await findArea(context.db, kode))) throw new AppError('not-found')
  return lasting(
    context,
    children.map(({ code, name }) => ({ code, name })),
  )
}

async function showFound(context: RouteContext<unknown, z.infer<typeof searchQuery>>): Promise<Answer> {
  const { q, tingkat, dalam } = context.query
  const found = await searchAreas(context.db, q, { level: tingkat, within: dalam }, 12)
  return lasting(
    context,
    found.map(({ code, name, path }) => ({ code, name, path: path.map((area) => area.name) })),
  )
}

/** Areas change by law about once a year: a phone keeps the answer for a day and shows it stale for a month. */
function lasting(context: RouteContext, value: unknown): Answer {
  context.reply.header('cache-control', 'public, max-age=86400, stale-while-revalidate=2592000')
  return text(JSON.stringify(value), 'application/json; charset=utf-8')
}
