import type { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import type { ExportColumn } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findAreaName } from '#modules/territory/index.ts'
import { changeTaxpayerState } from '../commands/change-taxpayer-state.ts'
import { correctTaxpayer } from '../commands/correct-taxpayer.ts'
import { registerTaxpayer } from '../commands/register-taxpayer.ts'
import { taxpayerStates } from '../domain.ts'
import { localTaxPaths } from '../paths.ts'
import { listHistory } from '../queries/history.ts'
import { listObjects } from '../queries/objects.ts'
import { findTaxpayer, listTaxpayers, type Taxpayer } from '../queries/taxpayers.ts'
import { taxTexts } from '../texts/taxpayers.ts'
import { TaxpayerListPage } from '../views/taxpayer-list-page.tsx'
import { TaxpayerFormPage, TaxpayerPage } from '../views/taxpayer-pages.tsx'
import { around, idParams, inSight, type OneContext, typedIn, villagesFor } from './around.ts'
import { areasFor, listQuery, oneOf, placeIn } from './list-query.ts'
import { listRoutes } from './list-routes.ts'

const reads = permitted('local-tax.read')
const registers = permitted('local-tax.register')
const audit = 'personal-data'

const query = listQuery({ jenis: oneOf(['person', 'firm']), keadaan: oneOf(taxpayerStates) })
type ListContext = RouteContext<unknown, z.infer<typeof query>>

const filterOf = ({ query: given }: ListContext) => ({
  text: given.q,
  kind: given.jenis,
  state: given.keadaan,
  area: given.wilayah || undefined,
})

async function showList(context: ListContext): Promise<Answer> {
  const { tenant, db, actor } = context
  const { setelah, ...place } = placeIn(context.query)
  const [found, areas] = await Promise.all([
    listTaxpayers(tenant, db, actor, filterOf(context), setelah),
    areasFor(context, place.query.wilayah),
  ])
  // Who is asked for by number is looked at; names passing by in a list are not.
  if (/^\D*(\d\D*){16}$/.test(place.query.q))
    await noteReading(context, found.rows, 'mencari NIK di daftar wajib pajak')
  return page(<TaxpayerListPage {...around(context)} {...place} {...{ found, areas }} next={found.next} />)
}

async function noteReading(context: RouteContext, taxpayers: readonly Taxpayer[], purpose: string): Promise<void> {
  const records = taxpayers.flatMap(({ id, personId, responsiblePersonId }) =>
    [personId, responsiblePersonId].flatMap((one) =>
      one ? [{ personId: one, object: { type: 'taxpayer', id }, purpose }] : [],
    ),
  )
  await context.recordAccess(...records)
}

async function showForm(context: RouteContext, error?: AppError): Promise<Answer> {
  const villages = await villagesFor(context)
  return page(
    <TaxpayerFormPage {...around(context)} typed={typedIn(context)} villages={villages} error={error} />,
    error?.status ?? 200,
  )
}

const taxpayerAt = async (context: OneContext) =>
  inSight(context, await findTaxpayer(context.db, context.params.id), (one) => one.villageCode)

async function showEdit(context: OneContext, error?: AppError): Promise<Answer> {
  const taxpayer = await taxpayerAt(context)
  const stands = {
    name: taxpayer.name,
    nib: taxpayer.nib ?? '',
    npwp: taxpayer.npwp ?? '',
    address: taxpayer.address,
    villageCode: taxpayer.villageCode ?? '',
    phone: taxpayer.phone ?? '',
    email: taxpayer.email ?? '',
  }
  await noteReading(context, [taxpayer], 'memperbaiki data wajib pajak')
  const villages = await villagesFor(context)
  const typed = { ...stands, ...typedIn(context) }
  return page(<TaxpayerFormPage {...around(context)} {...{ taxpayer, typed, villages, error }} />, error?.status ?? 200)
}

async function showOne(context: OneContext, error?: AppError): Promise<Answer> {
  const { db, actor } = context
  const taxpayer = await taxpayerAt(context)
  const [objects, history, villageName] = await Promise.all([
    listObjects(db, actor, { taxpayerId: taxpayer.id, state: 'active' }, '', 10),
    listHistory(db, 'taxpayer', taxpayer.id),
    taxpayer.villageCode ? findAreaName(db, taxpayer.villageCode) : undefined,
    noteReading(context, [taxpayer], 'membuka data wajib pajak daerah'),
  ])
  return page(
    <TaxpayerPage
      {...around(context)}
      {...{ taxpayer, history, villageName, error }}
      objects={objects.rows}
      typed={typedIn(context)}
    />,
    error?.status ?? 200,
  )
}

export const taxpayerRoutes: readonly AnyRoute[] = [
  ...listRoutes(localTaxPaths.taxpayers, {
    audit,
    query,
    show: showList,
    file: 'wajib-pajak',
    title: (locale) => taxTexts(locale)('list.title'),
    read: (context, after, limit) =>
      listTaxpayers(context.tenant, context.db, context.actor, filterOf(context), after, limit),
    columns(locale): readonly ExportColumn<Taxpayer>[] {
      const t = taxTexts(locale)
      return [
        { label: t('npwpd'), kind: 'text', width: 24, value: (row) => row.npwpd },
        { label: t('name'), kind: 'text', width: 32, value: (row) => row.name },
        { label: t('kind'), kind: 'text', value: (row) => t(`kind.${row.kind}`) },
        { label: t('nib'), kind: 'text', value: (row) => row.nib },
        { label: t('address'), kind: 'text', width: 40, value: (row) => row.address },
        { label: t('state'), kind: 'text', value: (row) => t(`state.${row.state}`) },
        { label: t('registered-on'), kind: 'day', value: (row) => row.registeredOn },
      ]
    },
  }),
  get(localTaxPaths.newTaxpayer, { access: registers, audit: 'none', handle: (context) => showForm(context) }),
  post(localTaxPaths.newTaxpayer, {
    access: registers,
    audit,
    async handle(context) {
      const { taxpayerId, npwpd } = await context.run(registerTaxpayer, typedIn(context))
      context.notify(taxTexts(context.locale)('registered', { npwpd }))
      return redirect(localTaxPaths.taxpayer(taxpayerId))
    },
    invalid: showForm,
  }),
  get(localTaxPaths.taxpayer(':id'), { access: reads, audit, params: idParams, handle: (context) => showOne(context) }),
  get(localTaxPaths.editTaxpayer(':id'), {
    access: registers,
    audit,
    params: idParams,
    handle: (context) => showEdit(context),
  }),
  post(localTaxPaths.editTaxpayer(':id'), {
    access: registers,
    audit,
    params: idParams,
    async handle(context) {
      await context.run(correctTaxpayer, { ...typedIn(context), taxpayerId: context.params.id })
      context.notify(taxTexts(context.locale)('done'))
      return redirect(localTaxPaths.taxpayer(context.params.id))
    },
    invalid: showEdit,
  }),
  post(localTaxPaths.taxpayerAct(':id'), {
    access: registers,
    audit,
    params: idParams,
    async handle(context) {
      await context.run(changeTaxpayerState, { ...typedIn(context), taxpayerId: context.params.id })
      context.notify(taxTexts(context.locale)('done'))
      return redirect(localTaxPaths.taxpayer(context.params.id))
    },
    invalid: showOne,
  }),
]
