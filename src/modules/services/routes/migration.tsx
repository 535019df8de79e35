import { z } from 'zod'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { formatNumber } from '#kernel/i18n/format.ts'
import { migrateCases, previewMigration } from '../commands/migrate-cases.ts'
import { getDefinition } from '../definition/store.ts'
import type { StateMapping } from '../flow/migration-plan.ts'
import { servicePaths } from '../paths.ts'
import { comparePromises, getPublished, readPromises } from '../queries/definitions.ts'
import { definitionTexts } from '../texts/definitions.ts'
import { MigrationPage } from '../views/definitions/migration-page.tsx'
import { dayNow, publishes } from './definitions.tsx'

const serviceParams = z.object({ serviceId: z.string().max(80) })
const query = z.record(z.string().max(80), z.string().max(120)).catch({})
/** Each round moves 500 files in one transaction; a button press does no more than this many rounds. */
const mostRounds = 40

type WithService = RouteContext<z.infer<typeof serviceParams>, z.infer<typeof query>>

export const migration = get('/admin/layanan/:serviceId/pindah-versi', {
  access: publishes,
  audit: 'none',
  params: serviceParams,
  query,
  handle: (context) => migrationPage(context, Object.entries(context.query)),
})

async function migrationPage(context: WithService, entries: readonly (readonly [string, string])[]): Promise<Answer> {
  const { db, tenant } = context
  const service = await getPublished(db, context.params.serviceId, dayNow(context))
  const asked = new Map(entries)
  const chosen = (name: string) => {
    const version = Number(asked.get(name))
    return service.versions.find((row) => row.version === version)?.version
  }
  // The move that is most often wanted: from the version with running files to the newest.
  const newest = service.versions[0]?.version
  const to = chosen('ke') ?? newest
  const from = chosen('dari') ?? service.versions.find((row) => row.version !== to && row.running > 0)?.version
  const mapping = mappingIn(entries)
  const isReady = from !== undefined && to !== undefined && from !== to
  const input = { serviceId: service.id, from: from ?? 0, to: to ?? 0, mapping }
  return page(
    <MigrationPage
      {...context}
      service={service}
      from={from === undefined ? undefined : await getDefinition(db, service.id, from, 'as-written')}
      to={to === undefined ? undefined : await getDefinition(db, service.id, to, 'as-written')}
      mapping={mapping}
      preview={isReady ? await previewMigration(tenant, db, input) : undefined}
    />,
  )
}

export const migrate = post('/admin/layanan/:serviceId/pindah-versi', {
  access: publishes,
  audit: 'none',
  params: serviceParams,
  async handle(context) {
    const { db, form, locale } = context
    const { serviceId } = context.params
    const [from, to] = [Number(form.get('dari')), Number(form.get('ke'))]
    const mapping = mappingIn(form.entries())
    const before = await readPromises(db, serviceId, from)
    let moved = 0
    let after: string | undefined
    // Rounds in which every case stays cost little and do not count.
    for (let rounds = 0; rounds < mostRounds; ) {
      const result = await context.run(migrateCases, { serviceId, from, to, mapping, after })
      moved += result.moved
      after = result.next
      if (!after) break
      if (result.moved > 0) rounds += 1
    }
    const kept = await comparePromises(db, serviceId, to, before)
    const t = definitionTexts(locale)
    const n = (value: number) => formatNumber(value, locale)
    const said = t('move-done', {
      moved: n(moved),
      to,
      earlier: n(kept.earlier),
      same: n(kept.same),
      later: n(kept.later),
    })
    context.notify(after ? `${said} ${t('move-left')}` : said)
    return redirect(after ? servicePaths.migration(serviceId) : servicePaths.definition(serviceId))
  },
})

function mappingIn(entries: readonly (readonly [string, string])[]): StateMapping {
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, string][] =>
      name.startsWith('tahap-') && value !== '' ? [[name.slice('tahap-'.length), value]] : [],
    ),
  )
}
