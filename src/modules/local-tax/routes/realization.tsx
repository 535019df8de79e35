import { z } from 'zod'
import { anyone, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { areaCodePattern, areasByCode } from '#modules/territory/index.ts'
import { parseDateParts } from '#ui/index.ts'
import { taxes, taxNames } from '../claims.ts'
import { setTarget } from '../commands/set-target.ts'
import { localTaxPaths } from '../paths.ts'
import {
  listRealizationYears,
  listTargets,
  type MonthRealized,
  type PartRealized,
  realizedByMonth,
  realizedByPart,
  realizedByTax,
  type TaxRealized,
} from '../queries/realization.ts'
import { realizationTexts } from '../texts/realization.ts'
import { monthName, RealizationPage } from '../views/realization-page.tsx'
import { around, typedIn } from './around.ts'
import { areasFor, oneOf, yearOf } from './list-query.ts'

const reads = permitted('local-tax.read')
const approves = permitted('local-tax.approve')

const query = z.object({
  tahun: yearOf,
  pajak: oneOf(taxes),
  wilayah: z.string().regex(areaCodePattern).catch(''),
})
type Context = RouteContext<unknown, z.infer<typeof query>>

const todayOf = ({ now, tenant }: RouteContext) => dayOf(now, tenant.profile.zone)

const filterOf = (context: Context) => ({
  year: Number(context.query.tahun ?? todayOf(context).year),
  tax: context.query.pajak,
  area: context.query.wilayah || undefined,
})

async function show(context: Context, error?: AppError): Promise<Answer> {
  const { db, actor } = context
  const filter = filterOf(context)
  const [byTax, byMonth, parts, targets, years, areas] = await Promise.all([
    realizedByTax(db, actor, filter),
    realizedByMonth(db, actor, filter),
    realizedByPart(db, actor, filter),
    listTargets(db, filter.year),
    listRealizationYears(db, todayOf(context)),
    areasFor(context, context.query.wilayah),
  ])
  const byPart = await named(context, parts)
  const typed = typedIn(context)
  return page(
    <RealizationPage
      {...around(context)}
      {...{ byTax, byMonth, byPart, targets, years, areas, typed, error }}
      year={filter.year}
      query={{ ...context.query, tahun: String(filter.year) }}
      validFrom={parseDateParts(typed, 'validFrom')}
    />,
    error?.status ?? 200,
  )
}

async function named({ db }: RouteContext, parts: readonly PartRealized[]) {
  const areas = await areasByCode(
    db,
    parts.map((part) => part.code),
  )
  return parts.map((part) => ({ ...part, name: areas.get(part.code)?.name }))
}

type OfTaxAndMonth = TaxRealized & Pick<MonthRealized, 'month'>

/** One row for each tax and month in which money came, or for which there is a target. */
async function* taxesByMonth(context: Context, isPublic: boolean): AsyncGenerator<OfTaxAndMonth> {
  const actor = isPublic ? undefined : context.actor
  // In a small place a sum would be the tax of one household.
  const filter = isPublic ? { ...filterOf(context), area: undefined } : filterOf(context)
  for (const row of await realizedByTax(context.db, actor, filter)) {
    for (const month of await realizedByMonth(context.db, actor, { ...filter, tax: row.tax })) {
      yield { ...row, ...month }
    }
  }
}

const exportOf = (context: Context, isPublic: boolean) => {
  const { locale } = context
  const t = realizationTexts(locale)
  const { year } = filterOf(context)
  return exported<OfTaxAndMonth>({
    file: `realisasi-pajak-daerah-${year}`,
    title: t('title'),
    rows: taxesByMonth(context, isPublic),
    columns: [
      { label: t('year'), kind: 'number', value: () => year },
      { label: t('month'), kind: 'text', value: (row) => monthName(row.month, locale) },
      { label: t('tax'), kind: 'text', width: 32, value: (row) => taxNames[row.tax][locale] },
      { label: t('received'), kind: 'money', value: (row) => row.received },
      { label: t('interest'), kind: 'money', value: (row) => row.interest },
      { label: t('payments'), kind: 'number', value: (row) => row.payments },
      { label: `${t('target')} ${year}`, kind: 'money', value: (row) => row.target },
    ],
  })
}

export const realizationRoutes: readonly AnyRoute[] = [
  get(localTaxPaths.realization, { access: reads, audit: 'none', query, handle: (context) => show(context) }),
  post(localTaxPaths.realization, {
    access: approves,
    audit: 'none',
    async handle(context) {
      const typed = typedIn(context)
      await context.run(setTarget, { ...typed, validFrom: parseDateParts(typed, 'validFrom') })
      context.notify(realizationTexts(context.locale)('saved'))
      return redirect(`${localTaxPaths.realization}?tahun=${typed['year']}#target`)
    },
    invalid: (context, error) => show({ ...context, query: query.parse({ tahun: typedIn(context)['year'] }) }, error),
  }),
  ...exportRoutes(localTaxPaths.realization, {
    access: reads,
    audit: 'none',
    query,
    table: (context: Context) => exportOf(context, false),
  }),
  ...exportRoutes(localTaxPaths.openData, {
    access: anyone,
    audit: 'none',
    query,
    table: (context: Context) => exportOf(context, true),
  }),
]
