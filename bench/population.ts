import { sql } from 'kysely'
import pg from 'pg'
import { isPermitted } from '#kernel/access/access.ts'
import {
  type DuplicateSubject,
  findDuplicates,
  findPersonByNik,
  listHistoryOf,
  openNik,
  personAsOf,
  searchPeople,
} from '#modules/people/index.ts'
import { peoplePaths } from '#modules/people/paths.ts'
import { fillHistory } from './fill-history.ts'
import type { BenchOptions } from './main.ts'
import { type Officer, openOfficers } from './officers.ts'
import type { Figure } from './report.ts'
import { percentile, timed } from './rounds.ts'
import { get, serveRegion } from './serve.ts'
import type { Region, Stage } from './stage.ts'
import { warm } from './warm.ts'

const rounds = 200
const eventsEach = 4

interface Sample extends DuplicateSubject {
  readonly id: string
  readonly familyId: string
  readonly nik: string
}

/**
 * The register as officers ask it: by number, by a name with a slip of the finger, by everything that is known, and
 * whether somebody new stands there already; and the pages of a person and of a family as the program serves them.
 */
export async function benchPopulation(stage: Stage, { sizes, say }: BenchOptions): Promise<Figure[]> {
  const people = sizes[1] * 5
  const region = await stage.region('people', { people, cases: 50 })
  const { tenant } = region
  const db = tenant.pools.read
  const events = await fillHistory(region, eventsEach)
  await warm(region, 'people', 'staged%')
  const today = Temporal.Now.plainDateISO()
  const samples = await drawSamples()
  say(
    `${samples.length} people drawn of ${people.toLocaleString('en-GB')}, with ${events.toLocaleString('en-GB')} events`,
  )
  const ask = async (
    of: (sample: Sample, index: number) => Promise<unknown>,
    before: () => Promise<unknown> = async () => {},
  ) => {
    const times: number[] = []
    // The first round fills caches as a morning does.
    for (const [index, sample] of [...samples.slice(0, 20), ...samples].entries()) {
      if (index % 20 === 0) await before()
      const ms = await timed(() => of(sample, index))
      if (index >= 20) times.push(ms)
    }
    return percentile(times, 0.95)
  }
  const search = (text: string, more: object = {}) =>
    searchPeople(tenant, db, { text, territories: [''], today, ...more })
  const size = people.toLocaleString('en-GB')
  const figure = (name: string, value: number, than: number): Figure => ({
    name: `${name}, of ${size} people, p95`,
    unit: 'ms',
    value,
    goal: { of: 'value', is: '<=', than },
  })
  return [
    figure('a person by NIK', await ask((sample) => findPersonByNik(tenant, db, sample.nik)), 5),
    figure('a name with a typing error', await ask((sample, index) => search(misspell(sample.fullName, index))), 50),
    figure('one common word of a name', await ask((sample) => search(sample.fullName.split(' ')[0] as string)), 50),
    figure(
      'a name with mother and year of birth',
      await ask((sample) =>
        search(sample.fullName, { mother: sample.motherName, birthYear: Number(sample.birthOn.slice(0, 4)) }),
      ),
      50,
    ),
    figure('whether somebody new is there already', await ask((sample) => findDuplicates(db, tenant, sample)), 50),
    figure(
      'everything that ever happened to a person',
      await ask((sample) => listHistoryOf(db, { personId: sample.id })),
      20,
    ),
    figure(
      'a person as of an earlier day',
      await ask((sample) => personAsOf(db, sample.id, { validOn: '2020-01-01' })),
      20,
    ),
    ...(await pages()),
  ]

  async function pages(): Promise<Figure[]> {
    const served = await serveRegion(stage, region, ['--no-jobs'])
    const officers = await openOfficers(region)
    const readers = officers.filter(({ actor }) => isPermitted(actor, 'people.read'))
    const page = (path: (sample: Sample) => string) =>
      ask(
        async (sample, index) => {
          const { cookie } = readers[index % readers.length] as Officer
          const { status } = await get(served.url + path(sample), { cookie })
          if (status !== 200) throw new Error(`${path(sample)} answered ${status}`)
        },
        () => forgetReadings(region),
      )
    say(`${readers.length} officers may read the register`)
    const figures = [
      figure('page of a family, over HTTP', await page(({ familyId }) => peoplePaths.family(familyId)), 20),
      figure('page of a person, over HTTP', await page(({ id }) => peoplePaths.person(id)), 20),
    ]
    await served.stop()
    return figures
  }

  async function drawSamples(): Promise<Sample[]> {
    const { rows } = await sql<{
      id: string
      family_id: string
      full_name: string
      sex: string
      birth_on: string
      mother_name: string | null
      nik_sealed: Buffer
    }>`select id, family_id, full_name, sex, birth_on, mother_name, nik_sealed from people.person
      where status = 'active' order by md5(id::text) limit ${rounds}`.execute(db)
    return rows.map((row) => ({
      id: row.id,
      familyId: row.family_id,
      fullName: row.full_name,
      sex: row.sex,
      birthOn: row.birth_on,
      motherName: row.mother_name ?? undefined,
      nik: openNik(tenant, { nikSealed: row.nik_sealed }),
    }))
  }
}

/** Nobody looks up so many people in an hour: the program would stop him. */
async function forgetReadings({ ownerUrl }: Region): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('truncate people.reading, people.reading_alarm')
  await owner.end()
}

/** One slip in the longest word: a letter missing, doubled elsewhere, or two changed places. */
function misspell(name: string, index: number): string {
  const words = name.split(' ')
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a))
  const at = 1 + (index % Math.max(1, longest.length - 2))
  const slips = [
    longest.slice(0, at) + longest.slice(at + 1),
    longest.slice(0, at) + (longest[at + 1] ?? '') + (longest[at] ?? '') + longest.slice(at + 2),
    `${longest.slice(0, at)}k${longest.slice(at)}`,
  ]
  return words.map((word) => (word === longest ? (slips[index % slips.length] as string) : word)).join(' ')
}
