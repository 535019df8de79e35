import { z } from 'zod'
import { grantsFor, isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { FormValues } from '#kernel/http/form-values.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import {
  closeNeighbourhood,
  nameNeighbourhoodHead,
  openNeighbourhoods,
  reopenNeighbourhood,
} from './commands/neighbourhoods.ts'
import { areaCodePattern } from './domain.ts'
import { neighbourhoodName } from './neighbourhood.ts'
import { territoryPaths } from './paths.ts'
import { findAreaName, listAreaChoices, listOwnVillages } from './queries/area-choices.ts'
import {
  getNeighbourhood,
  listNeighbourhoodHistory,
  listNeighbourhoods,
  listNeighbourhoodsOf,
  neighbourhoodStates,
} from './queries/neighbourhoods.ts'
import { neighbourhoodTexts } from './texts-neighbourhoods.ts'
import { typedDay } from './views/neighbourhood-frame.ts'
import { NeighbourhoodListPage } from './views/neighbourhood-list-page.tsx'
import { NeighbourhoodPage, NewNeighbourhoodsPage } from './views/neighbourhood-pages.tsx'

const readPermission = 'territory.read-neighbourhoods'
const editPermission = 'territory.edit-neighbourhoods'
const reading = { access: permitted(readPermission), audit: 'none' } as const
const editing = { access: permitted(editPermission), audit: 'none' } as const

const filterQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  wilayah: z.string().regex(areaCodePattern).catch(''),
  keadaan: z.enum([...neighbourhoodStates, '']).catch(''),
  setelah: z.uuid().optional().catch(undefined),
})
const params = z.object({ neighbourhoodId: z.uuid() })

type ListContext = RouteContext<unknown, z.infer<typeof filterQuery>>
type OneContext = RouteContext<z.infer<typeof params>>

const one = territoryPaths.neighbourhood(':neighbourhoodId')
const around = ({ actor, notice }: RouteContext) => ({ unitName: actor.position?.unitName, notice })

export const neighbourhoodRoutes: readonly AnyRoute[] = [
  get(territoryPaths.neighbourhoods, { ...reading, query: filterQuery, handle: showList }),
  ...exportRoutes(territoryPaths.neighbourhoods, { ...reading, query: filterQuery, table: listTable }),
  get(territoryPaths.newNeighbourhoods, { ...editing, handle: (context) => showNew(context) }),
  post(territoryPaths.newNeighbourhoods, { ...editing, handle: openThem, invalid: showNew }),
  get(one, { ...reading, params, handle: (context) => showOne(context) }),
  post(territoryPaths.nameHead(':neighbourhoodId'), { ...editing, params, handle: nameHead, invalid: showOne }),
  post(territoryPaths.closeNeighbourhood(':neighbourhoodId'), { ...editing, params, handle: close, invalid: showOne }),
  post(territoryPaths.reopenNeighbourhood(':neighbourhoodId'), {
    ...editing,
    params,
    handle: reopen,
    invalid: showOne,
  }),
]

function filterOf({ query, actor }: ListContext) {
  return {
    text: query.q,
    area: query.wilayah || undefined,
    state: query.keadaan || undefined,
    territories: grantsFor(actor, readPermission).map((grant) => grant.territory),
  }
}

async function showList(context: ListContext): Promise<Answer> {
  const { db, actor, query } = context
  const { setelah, ...shown } = query
  const filter = filterOf(context)
  const [list, areas, areaName] = [
    await listNeighbourhoods(db, filter, setelah),
    await listAreaChoices(db, query.wilayah, filter.territories),
    query.wilayah ? await findAreaName(db, query.wilayah) : undefined,
  ]
  return page(
    <NeighbourhoodListPage
      {...around(context)}
      {...list}
      query={shown}
      areas={areas}
      areaName={areaName}
      isFirstPage={!setelah}
      mayEdit={isPermitted(actor, editPermission)}
    />,
  )
}

function listTable(context: ListContext) {
  const { db, now, tenant, locale } = context
  const t = neighbourhoodTexts(locale)
  const day = (text: string | undefined) => text && Temporal.PlainDate.from(text)
  return exported({
    file: `rt-rw-${dayOf(now, tenant.profile.zone)}`,
    title: t('title'),
    rows: allPages((after) => listNeighbourhoods(db, filterOf(context), after, exportPageSize)),
    columns: [
      { label: t('district'), kind: 'text', value: (row) => row.district },
      { label: t('village'), kind: 'text', value: (row) => row.village },
      { label: t('rw'), kind: 'text', value: (row) => row.rw },
      { label: t('rt'), kind: 'text', value: (row) => row.rt },
      { label: t('head'), kind: 'text', width: 30, value: (row) => row.headName },
      { label: t('opened-on'), kind: 'day', value: (row) => day(row.openedOn) || undefined },
      { label: t('closed-on'), kind: 'day', value: (row) => day(row.closedOn) || undefined },
      { label: t('closed-reason'), kind: 'text', width: 40, value: (row) => row.closedReason },
      { label: t('successor'), kind: 'text', value: (row) => row.successor && neighbourhoodName(row.successor) },
    ],
  })
}

async function showNew(context: RouteContext, error?: AppError): Promise<Answer> {
  const { db, actor } = context
  const territories = grantsFor(actor, editPermission).map((grant) => grant.territory)
  const villages = await listOwnVillages(db, territories)
  const form = context.kept ?? context.form
  return page(
    <NewNeighbourhoodsPage {...around(context)} villages={villages} form={form} error={error} />,
    error?.status,
  )
}

const dayFrom = (context: RouteContext, name: string): string => {
  const day = typedDay(context.form, name)
  return typeof day === 'string' ? day : '?'
}

async function openThem(context: RouteContext): Promise<Answer> {
  const { opened, villageCode } = await context.run(openNeighbourhoods, {
    ...context.form.pick('villageCode', 'rw', 'rt', 'note'),
    openedOn: dayFrom(context, 'openedOn'),
  })
  context.notify(neighbourhoodTexts(context.locale)('added-one', { count: opened }))
  return redirect(`${territoryPaths.neighbourhoods}?wilayah=${villageCode}`)
}

async function showOne(context: OneContext, error?: AppError): Promise<Answer> {
  const { db, actor, tenant } = context
  const neighbourhood = await getNeighbourhood(db, context.params.neighbourhoodId)
  const scope = { territory: neighbourhood.villageCode }
  if (!isPermitted(actor, readPermission, scope)) throw notFound()
  const others = (await listNeighbourhoodsOf(db, neighbourhood.villageCode)).filter(({ id }) => id !== neighbourhood.id)
  return page(
    <NeighbourhoodPage
      {...around(context)}
      neighbourhood={neighbourhood}
      others={others}
      history={await listNeighbourhoodHistory(db, neighbourhood.id)}
      mayEdit={isPermitted(actor, editPermission, scope)}
      form={context.kept ?? context.form ?? new FormValues()}
      error={error instanceof AppError ? error : undefined}
      zone={tenant.profile.zone}
    />,
    error?.status ?? 200,
  )
}

async function nameHead(context: OneContext): Promise<Answer> {
  const { neighbourhoodId } = context.params
  await context.run(nameNeighbourhoodHead, { neighbourhoodId, headName: context.form.get('headName') })
  return done(context, 'head-named')
}

async function close(context: OneContext): Promise<Answer> {
  const { neighbourhoodId } = context.params
  const input = {
    neighbourhoodId,
    closedOn: dayFrom(context, 'closedOn'),
    ...context.form.pick('reason', 'successorId'),
  }
  await context.run(closeNeighbourhood, input)
  return done(context, 'closed-done')
}

async function reopen(context: OneContext): Promise<Answer> {
  const { neighbourhoodId } = context.params
  await context.run(reopenNeighbourhood, { neighbourhoodId, reason: context.form.get('reason') })
  return done(context, 'reopened-done')
}

function done(context: OneContext, said: 'head-named' | 'closed-done' | 'reopened-done'): Answer {
  context.notify(neighbourhoodTexts(context.locale)(said))
  return redirect(territoryPaths.neighbourhood(context.params.neighbourhoodId))
}
