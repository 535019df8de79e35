import { isPermitted } from '#kernel/access/access.ts'
import { listDocumentsOf } from '#modules/documents/index.ts'
import { getCalendar } from '#modules/rules/index.ts'
import { measureAll, measurePerformance } from '#modules/services/index.ts'
import { servicePaths } from '#modules/services/paths.ts'
import {
  caseView,
  countQueue,
  countReaders,
  desks,
  findCaseByNumber,
  listQueue,
  searchCases,
  trackingPass,
} from '#modules/services/testing.ts'
import type { BenchOptions } from './main.ts'
import { type Officer, openOfficers } from './officers.ts'
import { writePlans } from './plans.ts'
import { type Questions, questionsOf } from './questions.ts'
import type { Figure } from './report.ts'
import { median, percentile, timed } from './rounds.ts'
import { get, type Served, serveRegion } from './serve.ts'
import type { Region, Stage } from './stage.ts'
import { warm } from './warm.ts'

/** Over which the cases are spread. */
const services = 200
const rounds = 7
/** Promised for every list and page of an officer, and for the status of a file. */
const mostMs = 50
/**
 * What OpenCRVS publishes for the same work on its own machines (2 nodes with 8 and 4 cores, 1.2 million records).
 * Source: OpenCRVS documentation, version 2.1, technical/architecture/performance.
 */
const published: Readonly<Record<string, Figure['published']>> = {
  '/meja, request': { by: 'OpenCRVS 2.1, workqueue', value: 30 },
  '/meja/:caseId, request': { by: 'OpenCRVS 2.1, open a record', value: 75 },
  '/meja/cari by full name, request': { by: 'OpenCRVS 2.1, search', value: 25 },
}
const runs = 60

interface Place extends Questions {
  readonly region: Region
  readonly officers: readonly Officer[]
  readonly served: Served
}

/** One thing that officers and citizens do all day; `turn` varies who does it and with what. */
type Work = (place: Place, turn: number) => Promise<unknown>

/** The same work with few and with many cases: it must not take noticeably longer. */
export async function benchQueue(stage: Stage, { sizes, say }: BenchOptions): Promise<Figure[]> {
  const places: Place[] = []
  for (const cases of sizes) {
    const region = await stage.region(`cases_${cases}`, { people: peopleFor(cases), cases, services })
    await warm(region, 'services', 'draft%')
    const officers = await openOfficers(region)
    places.push({
      region,
      officers,
      served: await serveRegion(stage, region, ['--no-jobs']),
      ...(await questionsOf(region)),
    })
  }
  const [small, large] = places as [Place, Place]
  say(
    `${large.officers.length} officers, ${large.commonNames.length} common names: ${large.commonNames.slice(0, 5).join(', ')} ...`,
  )
  for (const place of places)
    await writePlans(place.region.cases, place.region.tenant.appUrl, functions, (work) => work(place, 3))
  const figures: Figure[] = []
  for (const [kind, works] of [
    ['function', functions],
    ['request', requests],
  ] as const) {
    for (const [name, work] of Object.entries(works))
      figures.push(...(await growth(`${name}, ${kind}`, work, small, large)))
  }
  await Promise.all(places.map((place) => place.served.stop()))
  return figures
}

/** In both regions as many cases for one person, so that a search by person finds as many files in both. */
function peopleFor(cases: number): number {
  return Math.max(20_000, cases / 5)
}

async function growth(name: string, work: Work, small: Place, large: Place): Promise<Figure[]> {
  const p50 = { small: [] as number[], large: [] as number[] }
  const p95 = { small: [] as number[], large: [] as number[] }
  for (let turn = 0; turn < 20; turn += 1) for (const place of [small, large]) await work(place, turn)
  for (let round = 0; round < rounds; round += 1) {
    const ms = { small: [] as number[], large: [] as number[] }
    for (let run = 0; run < runs; run += 1) {
      const turn = round * runs + run
      // In turns, the other one first every second time: both see the same machine.
      if (turn % 2) ms.small.push(await timed(() => work(small, turn)))
      ms.large.push(await timed(() => work(large, turn)))
      if (turn % 2 === 0) ms.small.push(await timed(() => work(small, turn)))
    }
    for (const size of ['small', 'large'] as const) {
      p50[size].push(median(ms[size]))
      p95[size].push(percentile(ms[size], 0.95))
    }
  }
  const limit = (values: readonly number[]) => ({
    name: `${small.region.cases.toLocaleString('en-GB')} cases`,
    value: median(values),
  })
  return [
    { name: `${name}, p50`, unit: 'ms', value: median(p50.large), limit: limit(p50.small), detail: { p50 } },
    {
      name: `${name}, p95`,
      unit: 'ms',
      value: median(p95.large),
      limit: limit(p95.small),
      goal: { of: 'ratio', is: '<=', than: 1.5 },
      detail: { p95, runs: rounds * runs },
    },
    {
      name: `${name}, p95 with ${large.region.cases.toLocaleString('en-GB')} cases`,
      unit: 'ms',
      value: median(p95.large),
      goal: { of: 'value', is: '<=', than: mostMs },
      published: published[name],
    },
  ]
}

function pick<T>(list: readonly T[], turn: number): T {
  return list[turn % list.length] as T
}

const search =
  (question: (place: Place, turn: number) => string): Work =>
  async (place, turn) => {
    const { tenant } = place.region
    const { actor } = pick(place.officers, turn)
    return searchCases(tenant, tenant.pools.read, actor, question(place, turn))
  }

const questions = {
  'search by common first name': (place: Place, turn: number) => pick(place.commonNames, turn),
  'search by full name': (place: Place, turn: number) => pick(place.fullNames, turn),
  'search by NIK': (place: Place, turn: number) => pick(place.niks, turn),
  'search by number': (place: Place, turn: number) => pick(place.cases, turn).number,
}

const functions: Readonly<Record<string, Work>> = {
  queue: async ({ region, officers }, turn) => {
    const { actor } = pick(officers, turn)
    const own = desks.filter((name) => isPermitted(actor, name))
    const db = region.tenant.pools.read
    return Promise.all([listQueue(db, actor, own), countQueue(db, actor, own, Temporal.Now.instant())])
  },
  ...Object.fromEntries(Object.entries(questions).map(([name, question]) => [name, search(question)])),
  'status by number': async ({ region, cases }, turn) => {
    const { tenant } = region
    const db = tenant.pools.read
    const open = await findCaseByNumber(db, pick(cases, turn).number)
    if (!open) throw new Error('a case is not found by its number')
    const view = await caseView(tenant, db, open)
    return Promise.all([listDocumentsOf(db, 'case', view.id), countReaders(db, view.id)])
  },
  'figures of public pages': async ({ region }) => {
    const { tenant } = region
    const db = tenant.pools.read
    const now = Temporal.Now.instant()
    await measurePerformance(db, 'birth-certificate', now, await getCalendar(tenant, db, ''))
    return measureAll(db, now)
  },
}

async function ask(url: string, cookie: string, mustContain: string): Promise<void> {
  const { status, body } = await get(url, { cookie })
  if (status !== 200 || !body.includes(mustContain))
    throw new Error(`${url} answered ${status} without "${mustContain}"`)
}

const requests: Readonly<Record<string, Work>> = {
  '/meja': ({ served, officers }, turn) => ask(served.url + servicePaths.desk, pick(officers, turn).cookie, '</html>'),
  ...Object.fromEntries(
    Object.entries(questions).map(([name, question]): [string, Work] => [
      name.replace('search', '/meja/cari'),
      (place, turn) => {
        const url = `${place.served.url}${servicePaths.deskSearch}?q=${encodeURIComponent(question(place, turn))}`
        return ask(url, pick(place.officers, turn).cookie, '</html>')
      },
    ]),
  ),
  '/meja/:caseId': async ({ served, region, officers }, turn) => {
    const officer = pick(officers, turn)
    const own = desks.filter((name) => isPermitted(officer.actor, name))
    const { rows } = await listQueue(region.tenant.pools.read, officer.actor, own)
    const row = rows[turn % Math.max(1, rows.length)]
    if (row) await ask(served.url + servicePaths.deskCase(row.id), officer.cookie, row.number)
  },
  '/lacak/:number': ({ served, cases, region }, turn) => {
    const { id, number } = pick(cases, turn)
    const cookie = `lacak-${number.replaceAll('/', '-')}=${trackingPass(region.tenant, id)}`
    return ask(served.url + servicePaths.tracked(number), cookie, number)
  },
}
