import { z } from 'zod'
import { citizen, grantsFor, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import type { ExportColumn } from '#kernel/export/table.ts'
import { type Answer, type AnyRoute, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findDocumentFile } from '#modules/documents/index.ts'
import { areasByCode, listOwnVillages } from '#modules/territory/index.ts'
import { issuePaper } from '../commands/issue-paper.ts'
import { notePrintTaken, startPrint } from '../commands/print-notices.ts'
import { localTaxPaths } from '../paths.ts'
import { findPrint, listPrintFiles, listPrints, type Print } from '../queries/prints.ts'
import { printTexts } from '../texts/prints.ts'
import { PrintListPage, PrintPage } from '../views/print-pages.tsx'
import { around, idParams, inSight, type OneContext, typedIn } from './around.ts'
import { assessmentAt } from './assessments.tsx'
import { areasFor, listQuery, placeIn, yearOf } from './list-query.ts'
import { listRoutes } from './list-routes.ts'

const reads = permitted('local-tax.read')
const assesses = permitted('local-tax.assess')

const query = listQuery({ tahun: yearOf })
type ListContext = RouteContext<unknown, z.infer<typeof query>>
const filterOf = ({ query: given }: ListContext) => ({
  text: given.q,
  year: given.tahun ? Number(given.tahun) : undefined,
  area: given.wilayah || undefined,
})
const todayOf = ({ now, tenant }: RouteContext) => dayOf(now, tenant.profile.zone)

async function named({ db }: RouteContext, prints: readonly Print[]) {
  const areas = await areasByCode(
    db,
    prints.map((print) => print.villageCode),
  )
  return prints.map((print) => ({ ...print, villageName: areas.get(print.villageCode)?.name ?? print.villageCode }))
}

async function showList(context: ListContext, error?: AppError): Promise<Answer> {
  const { db, actor } = context
  const { setelah, ...place } = placeIn(context.query)
  const territories = grantsFor(actor, 'local-tax.assess').map((grant) => grant.territory)
  const [found, areas, villages] = await Promise.all([
    listPrints(db, actor, filterOf(context), setelah),
    areasFor(context, place.query.wilayah),
    listOwnVillages(db, territories),
  ])
  return page(
    <PrintListPage
      {...around(context)}
      {...place}
      rows={await named(context, found.rows)}
      next={found.next}
      {...{ areas, villages, error }}
      today={todayOf(context)}
      typed={typedIn(context)}
    />,
    error?.status ?? 200,
  )
}

const printAt = async (context: OneContext) =>
  inSight(context, await findPrint(context.db, context.params.id), (one) => one.villageCode)

async function paper(context: OneContext): Promise<Answer> {
  const { documentId } = await context.run(issuePaper, { assessmentId: context.params.id })
  const file = await findDocumentFile(context.db, documentId)
  if (!file) throw notFound()
  const made = await context.tenant.files.get(file.fileHash)
  return bytes(made, 'application/pdf', { name: `SPPT-${file.number}.pdf` })
}

export const printRoutes: readonly AnyRoute[] = [
  ...listRoutes(localTaxPaths.prints, {
    audit: 'none',
    query,
    show: (context) => showList(context),
    file: 'cetakan-sppt',
    title: (locale) => printTexts(locale)('title'),
    read: (context, after, limit) => listPrints(context.db, context.actor, filterOf(context), after, limit),
    columns(locale): readonly ExportColumn<Print>[] {
      const t = printTexts(locale)
      return [
        { label: t('year'), kind: 'number', value: (row) => row.year },
        { label: t('village'), kind: 'text', value: (row) => row.villageCode },
        { label: t('total'), kind: 'number', value: (row) => row.total },
        { label: t('state'), kind: 'text', value: (row) => t(`state.${row.state}`) },
        { label: t('by'), kind: 'text', width: 40, value: (row) => row.madeBy },
      ]
    },
  }),
  post(localTaxPaths.prints, {
    access: assesses,
    audit: 'none',
    async handle(context) {
      const { printId } = await context.run(startPrint, typedIn(context))
      return redirect(localTaxPaths.print(printId))
    },
    invalid: (context, error) => showList({ ...context, query: query.parse({}) }, error),
  }),
  get(localTaxPaths.print(':id'), {
    access: reads,
    audit: 'none',
    params: idParams,
    async handle(context) {
      const [print] = await named(context, [await printAt(context)])
      if (!print) throw notFound()
      const files = await listPrintFiles(context.db, print.id)
      return page(<PrintPage {...around(context)} {...{ print, files }} />)
    },
  }),
  get(localTaxPaths.printFile(':id', ':ordinal'), {
    access: reads,
    audit: 'personal-data',
    params: idParams.extend({ ordinal: z.coerce.number().int().positive() }),
    async handle(context) {
      const print = await printAt(context)
      const file = (await listPrintFiles(context.db, print.id)).find(
        ({ ordinal }) => ordinal === context.params.ordinal,
      )
      if (!file) throw notFound()
      const made = await context.tenant.files.get(file.hash)
      const name = `sppt-${print.year}-${print.villageCode}-${file.ordinal}.pdf`
      const { ordinal, notices } = file
      await context.run(notePrintTaken, { printId: print.id, ordinal, notices })
      return bytes(made, 'application/pdf', { name })
    },
  }),
  // Asking for one's sheet makes it; asked again it is the same.
  post(localTaxPaths.paper(':id'), {
    access: reads,
    audit: 'personal-data',
    params: idParams,
    async handle(context) {
      await assessmentAt(context, 'mengunduh SPPT')
      return paper(context)
    },
  }),
  post(localTaxPaths.ownPaper(':id'), {
    access: citizen,
    audit: 'own-data',
    params: idParams,
    perMinute: 20,
    handle: paper,
  }),
]
