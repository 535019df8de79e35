import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { areaCodePattern } from '#modules/territory/index.ts'
import { noteExport } from '../commands/note-export.ts'
import { peoplePaths } from '../paths.ts'
import { listAreaChoices } from '../queries/area-choices.ts'
import { findNewestReview } from '../reviews/reviews.ts'
import { peopleAround, territoriesOf } from '../routes/around.ts'
import { answersOf } from '../routes/typed.ts'
import { readPeople } from '../watch/read-people.ts'
import { resolveFinding } from './commands.ts'
import { checkTexts } from './desk-texts.ts'
import { CheckListPage, CheckPage } from './pages.tsx'
import { findingStates, getFinding, listFindings } from './queries.ts'

const listQuery = z.object({
  q: z.string().max(100).catch(''),
  keadaan: z.enum([...findingStates, '']).catch(''),
  sifat: z.enum(['refuse', 'warn', '']).catch(''),
  wilayah: z.string().regex(areaCodePattern).catch(''),
  lanjut: z.string().max(60).optional().catch(undefined),
})
const params = z.object({ findingId: z.uuid() })
type ListContext = RouteContext<unknown, z.infer<typeof listQuery>>
type CheckContext = RouteContext<z.infer<typeof params>>

const desk = { access: permitted('people.resolve-checks'), audit: 'personal-data' } as const

export const checkRoutes: readonly AnyRoute[] = [
  get(peoplePaths.checks, { ...desk, query: listQuery, handle: showList }),
  ...exportRoutes(peoplePaths.checks, {
    access: permitted('people.export'),
    audit: 'personal-data',
    query: listQuery,
    note: noteExport,
    table(context: ListContext) {
      const { db, locale } = context
      const t = checkTexts(locale)
      return exported({
        file: `data-diperiksa-${dayOf(context.now, context.tenant.profile.zone)}`,
        title: t('title'),
        rows: allPages((after) => listFindings(db, { ...filterOf(context), after }, exportPageSize)),
        columns: [
          { label: t('name'), kind: 'text', width: 32, value: (row) => row.fullName },
          { label: t('born'), kind: 'day', value: (row) => Temporal.PlainDate.from(row.birthOn) },
          { label: t('what'), kind: 'text', width: 70, value: (row) => row.say[locale] },
          { label: t('severity'), kind: 'text', value: (row) => t(`severity-${row.severity}`) },
          { label: t('state'), kind: 'text', width: 24, value: (row) => t(`state-${row.state}`) },
          { label: t('found'), kind: 'moment', value: (row) => row.foundAt },
          { label: t('note'), kind: 'text', width: 50, value: (row) => row.note },
        ],
      })
    },
  }),
  get(peoplePaths.check(':findingId'), { ...desk, params, handle: (context) => showCheck(context) }),
  post(peoplePaths.resolveCheck(':findingId'), {
    ...desk,
    params,
    async handle(context) {
      const { findingId } = context.params
      const act = context.form.get('act') || undefined
      await context.run(resolveFinding, { findingId, act, note: context.form.get('note') })
      context.notify(checkTexts(context.locale)('saved'))
      return redirect(peoplePaths.check(findingId))
    },
    invalid: showCheck,
  }),
]

function filterOf({ actor, query }: ListContext) {
  return {
    territories: territoriesOf(actor, 'people.resolve-checks'),
    text: query.q.replace(/\p{Cc}/gu, ' ').trim() || undefined,
    state: query.keadaan || undefined,
    severity: query.sifat || undefined,
    area: query.wilayah || undefined,
  }
}

/** Names pass by as in the list of the register; who opens a finding is noted for the person. */
async function showList(context: ListContext): Promise<Answer> {
  const { db, actor, query, tenant } = context
  const { lanjut, ...shown } = query
  const filter = filterOf(context)
  return page(
    <CheckListPage
      {...(await peopleAround(context))}
      {...(await listFindings(db, { ...filter, after: lanjut }))}
      query={shown}
      areas={await listAreaChoices(db, query.wilayah, filter.territories)}
      review={await findNewestReview(db, 'contradictions')}
      mayReview={isPermitted(actor, 'people.resolve-duplicates')}
      mayExport={isPermitted(actor, 'people.export')}
      zone={tenant.profile.zone}
    />,
  )
}

async function showCheck(context: CheckContext, error?: AppError): Promise<Answer> {
  const { db, actor, tenant } = context
  const finding = await getFinding(db, context.params.findingId, territoriesOf(actor, 'people.resolve-checks'))
  await readPeople(context, [finding.personId], 'memeriksa data yang janggal', { isDeskWork: true })
  return page(
    <CheckPage
      {...(await peopleAround(context))}
      {...answersOf(context, error)}
      finding={finding}
      zone={tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}
