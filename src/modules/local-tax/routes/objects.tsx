import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import type { Command } from '#kernel/command/command.ts'
import type { AppError } from '#kernel/errors.ts'
import type { ExportColumn } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findAreaName } from '#modules/territory/index.ts'
import { parseDateParts } from '#ui/index.ts'
import { correctObject } from '../commands/correct-object.ts'
import { mergeLand, splitLand } from '../commands/divide-land.ts'
import { endObject, passObject } from '../commands/pass-object.ts'
import { registerObject } from '../commands/register-object.ts'
import { objectKinds } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import { listAssessments } from '../queries/assessments.ts'
import { listHistory } from '../queries/history.ts'
import { findObject, listKin, listObjects, listOwners, type TaxObject } from '../queries/objects.ts'
import { objectTexts } from '../texts/objects.ts'
import { ObjectFormPage } from '../views/object-form-page.tsx'
import { ObjectListPage } from '../views/object-list-page.tsx'
import { ObjectPage } from '../views/object-pages.tsx'
import { around, idParams, inSight, type OneContext, typedIn, villagesFor } from './around.ts'
import { areasFor, listQuery, oneOf, placeIn } from './list-query.ts'
import { listRoutes } from './list-routes.ts'

const reads = permitted('local-tax.read')
const registers = permitted('local-tax.register')
const audit = 'personal-data'

const query = listQuery({ jenis: oneOf(objectKinds), keadaan: oneOf(['active', 'ended']) })
type ListContext = RouteContext<unknown, z.infer<typeof query>>

const filterOf = ({ query: given }: ListContext) => ({
  text: given.q,
  kind: given.jenis,
  state: given.keadaan,
  area: given.wilayah || undefined,
})

async function showList(context: ListContext): Promise<Answer> {
  const { setelah, ...place } = placeIn(context.query)
  const [found, areas] = await Promise.all([
    listObjects(context.db, context.actor, filterOf(context), setelah),
    areasFor(context, place.query.wilayah),
  ])
  return page(<ObjectListPage {...around(context)} {...place} {...found} areas={areas} />)
}

async function showForm(context: RouteContext<unknown, { npwpd?: string }>, error?: AppError): Promise<Answer> {
  const villages = await villagesFor(context)
  const typed = { npwpd: context.query?.npwpd ?? '', ...typedIn(context) }
  return page(<ObjectFormPage {...around(context)} {...{ typed, villages, error }} />, error?.status ?? 200)
}

const objectAt = async (context: OneContext) =>
  inSight(context, await findObject(context.db, context.params.id), (one) => one.villageCode)

async function noteReading(context: RouteContext, { id, ownerPersonId }: TaxObject): Promise<void> {
  if (!ownerPersonId) return
  const purpose = 'membuka objek pajak daerah'
  await context.recordAccess({ personId: ownerPersonId, object: { type: 'tax-object', id }, purpose })
}

async function showEdit(context: OneContext, error?: AppError): Promise<Answer> {
  const object = await objectAt(context)
  const { land } = object
  const stands = {
    name: object.name,
    address: object.address,
    ...(land && {
      landArea: land.landArea.replace('.', ','),
      landPrice: land.landPrice,
      buildingArea: land.buildingArea.replace('.', ','),
      buildingPrice: land.buildingPrice,
      landUse: land.landUse,
    }),
    ...Object.fromEntries(Object.entries(object.details).map(([name, value]) => [name, String(value)])),
  }
  const typed = { ...stands, ...typedIn(context) }
  return page(<ObjectFormPage {...around(context)} {...{ object, typed, error }} villages={[]} />, error?.status ?? 200)
}

async function showOne(context: OneContext, error?: AppError): Promise<Answer> {
  const { db, actor } = context
  const object = await objectAt(context)
  const [owners, kin, notices, history, villageName] = await Promise.all([
    listOwners(db, object.id),
    listKin(db, object.id),
    listAssessments(db, actor, { objectId: object.id }, '', 20),
    listHistory(db, 'tax-object', object.id),
    findAreaName(db, object.villageCode),
    noteReading(context, object),
  ])
  const typed = typedIn(context)
  return page(
    <ObjectPage
      {...around(context)}
      {...{ object, owners, kin, history, villageName, typed, error }}
      notices={notices.rows.filter((one) => one.state !== 'draft' || one.kind !== 'sppt')}
      fromOn={parseDateParts(typed, 'fromOn')}
    />,
    error?.status ?? 200,
  )
}

/** Fields that only some kinds have come under their own names and are read by the command. */
const withDetails = (typed: Record<string, string>) => ({ ...typed, details: typed })

function act<Input>(path: string, command: Command<Input, unknown>): AnyRoute {
  return post(path, {
    access: registers,
    audit,
    params: idParams,
    async handle(context) {
      const typed = typedIn(context)
      const fromOn = parseDateParts(typed, 'fromOn')
      await context.run(command, { ...typed, fromOn, objectId: context.params.id })
      context.notify(objectTexts(context.locale)('done'))
      return redirect(localTaxPaths.object(context.params.id))
    },
    invalid: showOne,
  })
}

export const objectRoutes: readonly AnyRoute[] = [
  ...listRoutes(localTaxPaths.objects, {
    audit,
    query,
    show: showList,
    file: 'objek-pajak',
    title: (locale) => objectTexts(locale)('title'),
    read: (context, after, limit) => listObjects(context.db, context.actor, filterOf(context), after, limit),
    columns(locale): readonly ExportColumn<TaxObject>[] {
      const t = objectTexts(locale)
      return [
        { label: t('number'), kind: 'text', width: 26, value: (row) => formatNop(row.code) },
        { label: t('kind'), kind: 'text', width: 20, value: (row) => t(`kind.${row.kind}`) },
        { label: t('name'), kind: 'text', width: 32, value: (row) => row.name },
        { label: t('address'), kind: 'text', width: 40, value: (row) => row.address },
        { label: t('owner'), kind: 'text', width: 32, value: (row) => row.ownerName },
        { label: t('value'), kind: 'money', value: (row) => row.land?.value },
        { label: t('state'), kind: 'text', value: (row) => t(`state.${row.state}`) },
      ]
    },
  }),
  get(localTaxPaths.newObject, {
    access: registers,
    audit: 'none',
    query: z.object({ npwpd: z.string().max(40).optional().catch(undefined) }),
    handle: (context) => showForm(context as RouteContext<unknown, { npwpd?: string }>),
  }),
  post(localTaxPaths.newObject, {
    access: registers,
    audit,
    async handle(context) {
      const { objectId, code } = await context.run(registerObject, withDetails(typedIn(context)))
      context.notify(objectTexts(context.locale)('registered', { code: formatNop(code) }))
      return redirect(localTaxPaths.object(objectId))
    },
    invalid: (context, error) => showForm(context as RouteContext<unknown, { npwpd?: string }>, error),
  }),
  get(localTaxPaths.object(':id'), { access: reads, audit, params: idParams, handle: (context) => showOne(context) }),
  get(localTaxPaths.editObject(':id'), {
    access: registers,
    audit: 'none',
    params: idParams,
    handle: (context) => showEdit(context),
  }),
  post(localTaxPaths.editObject(':id'), {
    access: registers,
    audit,
    params: idParams,
    async handle(context) {
      await context.run(correctObject, { ...withDetails(typedIn(context)), objectId: context.params.id })
      context.notify(objectTexts(context.locale)('done'))
      return redirect(localTaxPaths.object(context.params.id))
    },
    invalid: showEdit,
  }),
  act(localTaxPaths.ownerOf(':id'), passObject),
  act(localTaxPaths.splitObject(':id'), splitLand),
  act(localTaxPaths.mergeObject(':id'), mergeLand),
  act(localTaxPaths.endObject(':id'), endObject),
]
