import { z } from 'zod'
import { anyone, grantsFor, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { ReadHandle } from '#kernel/db/database.ts'
import { exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { get, page, type RouteContext } from '#kernel/http/route.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { areaCodePattern, areasByCode, findAreaName, isWithin, listAreaChoices } from '#modules/territory/index.ts'
import { ageLabel, flowKinds, hideSmall } from '../domain.ts'
import { demographyPaths } from '../paths.ts'
import { countArea, countParts, listCensuses, listFlows, monthlyReport } from '../queries/figures.ts'
import { demographyTexts } from '../texts.ts'
import { FiguresPage, type NamedPart } from '../views/figures-page.tsx'
import { MonthlyPage } from '../views/monthly-page.tsx'

const areaQuery = z.string().regex(areaCodePattern).catch('')
const figuresQuery = z.object({ wilayah: areaQuery, pada: z.iso.date().optional().catch(undefined) })
const monthlyQuery = z.object({ wilayah: areaQuery, bulan: z.iso.date().optional().catch(undefined) })
type FiguresContext = RouteContext<unknown, z.infer<typeof figuresQuery>>
type MonthlyContext = RouteContext<unknown, z.infer<typeof monthlyQuery>>

/** Length of the code of the areas below one: districts (8) of the region, villages (13) of a district. */
const lengthBelow = (area: string) => (area.length < 8 ? 8 : 13)

async function smallest({ db, now, tenant }: Pick<RouteContext, 'db' | 'now' | 'tenant'>): Promise<number> {
  return wholeNumber(await getRule(db, 'open-data.smallest-group', '', dayOf(now, tenant.profile.zone)))
}

async function nameParts<Part extends { readonly code: string }>(db: ReadHandle, parts: readonly Part[]) {
  const areas = await areasByCode(
    db,
    parts.map((part) => part.code),
  )
  return parts.map((part) => ({ ...part, name: areas.get(part.code)?.name ?? part.code }))
}

export const figuresPage = get(demographyPaths.figures, {
  access: anyone,
  audit: 'none',
  query: figuresQuery,
  cache: { tags: () => ['demography', 'rules'] },
  async handle(context) {
    const { db, locale, query } = context
    const area = query.wilayah
    const days = (await listCensuses(db)).map((census) => census.countedOn)
    const day = days.find((each) => each === query.pada) ?? days[0]
    const least = await smallest(context)
    const figures = day ? await countArea(db, day, area) : undefined
    const parts = day && area.length < 13 ? await countParts(db, day, area, lengthBelow(area)) : []
    const from = (day ? Temporal.PlainDate.from(day) : dayOf(context.now, context.tenant.profile.zone))
      .with({ day: 1 })
      .subtract({ months: 11 })
    return page(
      <FiguresPage
        locale={locale}
        days={days}
        day={day}
        area={area}
        areaName={area ? await findAreaName(db, area) : undefined}
        areas={await listAreaChoices(db, area, [''])}
        figures={figures}
        cells={figures ? hideSmall(figures.cells, least) : []}
        parts={(await nameParts(db, parts)).map((part): NamedPart => hidePart(part, least))}
        flows={await listFlows(db, area, from.toString())}
        least={least}
      />,
    )
  },
})

function hidePart(part: NamedPart, least: number): NamedPart {
  const isSmall = [part.male, part.female].some((people) => people !== undefined && people > 0 && people < least)
  return isSmall ? { ...part, male: undefined, female: undefined } : part
}

/** Open data: people by area, age and sex, with small groups left empty. */
export const exportFigures = exportRoutes(demographyPaths.figures, {
  access: anyone,
  audit: 'none',
  query: figuresQuery,
  async table(context: FiguresContext) {
    const { db, locale, query } = context
    const t = demographyTexts(locale)
    const days = (await listCensuses(db)).map((census) => census.countedOn)
    const day = days.find((each) => each === query.pada) ?? days[0]
    return exported({
      file: `penduduk-${day ?? 'belum-dihitung'}`,
      title: t('title'),
      rows: day ? openCells(context, day) : [],
      columns: [
        { label: t('part'), kind: 'text', width: 18, value: (row) => row.code },
        { label: t('area'), kind: 'text', width: 28, value: (row) => row.name },
        { label: t('age'), kind: 'text', value: (row) => ageLabel(row.ageFrom) },
        { label: t('male'), kind: 'number', value: (row) => row.male },
        { label: t('female'), kind: 'number', value: (row) => row.female },
      ],
    })
  },
})

async function* openCells(context: FiguresContext, day: string) {
  const { db, query } = context
  const least = await smallest(context)
  const area = query.wilayah
  const parts = area.length < 13 ? await countParts(db, day, area, lengthBelow(area)) : [{ code: area }]
  for (const { code, name } of await nameParts(db, parts)) {
    const { cells } = await countArea(db, day, code)
    for (const cell of hideSmall(cells, least)) yield { code, name, ...cell }
  }
}

const reporting = { access: permitted('demography.report'), audit: 'none' } as const

async function monthOf({ db, query, actor }: MonthlyContext) {
  const censuses = await listCensuses(db)
  // Of each month its last count.
  const months = new Map<string, string>()
  for (const { countedOn } of censuses) {
    const month = `${countedOn.slice(0, 7)}-01`
    if (!months.has(month)) months.set(month, countedOn)
  }
  const month = query.bulan && months.has(query.bulan) ? query.bulan : [...months.keys()][0]
  const territories = grantsFor(actor, 'demography.report').map((grant) => grant.territory)
  const mayRead = territories.some((territory) => isWithin(query.wilayah, territory))
  const area = mayRead ? query.wilayah : (territories[0] ?? '')
  const countedOn = month && months.get(month)
  const rows = month && countedOn ? await monthlyReport(db, countedOn, month, area, lengthBelow(area)) : []
  return { months: [...months.keys()], month, area, territories, rows: await nameParts(db, rows) }
}

export const monthlyPage = get(demographyPaths.monthly, {
  ...reporting,
  query: monthlyQuery,
  async handle(context) {
    const { territories, ...report } = await monthOf(context)
    const areas = await listAreaChoices(context.db, report.area, territories)
    return page(<MonthlyPage locale={context.locale} actor={context.actor} areas={areas} {...report} />)
  },
})

export const exportMonthly = exportRoutes(demographyPaths.monthly, {
  ...reporting,
  query: monthlyQuery,
  async table(context: MonthlyContext) {
    const t = demographyTexts(context.locale)
    const { month, rows } = await monthOf(context)
    const both = flowKinds.flatMap((kind) =>
      (['male', 'female'] as const).map((sex) => ({
        kind,
        sex,
        label: `${t(`kind-${kind}`)} ${sex === 'male' ? 'L' : 'P'}`,
      })),
    )
    return exported({
      file: `laporan-bulanan-${month?.slice(0, 7) ?? 'kosong'}`,
      title: t('monthly'),
      rows,
      columns: [
        { label: t('part'), kind: 'text', width: 18, value: (row) => row.code },
        { label: t('area'), kind: 'text', width: 28, value: (row) => row.name },
        { label: t('start-male'), kind: 'number', value: (row) => row.start.male },
        { label: t('start-female'), kind: 'number', value: (row) => row.start.female },
        ...both.map(({ kind, sex, label }) => ({
          label,
          kind: 'number' as const,
          value: (row: (typeof rows)[number]) => row.flows[kind][sex],
        })),
        { label: t('end-male'), kind: 'number', value: (row) => row.end.male },
        { label: t('end-female'), kind: 'number', value: (row) => row.end.female },
      ],
    })
  },
})
