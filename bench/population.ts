import { sql } from 'kysely'
import { type DuplicateSubject, findDuplicates, findPersonByNik, openNik, searchPeople } from '#modules/people/index.ts'
import type { BenchOptions } from './main.ts'
import type { Figure } from './report.ts'
import { percentile, timed } from './rounds.ts'
import type { Stage } from './stage.ts'

const rounds = 200

interface Sample extends DuplicateSubject {
  readonly nik: string
}

/**
 * The register as officers ask it: by number, by a name with a slip of the finger, by everything that is known, and
 * whether somebody new stands there already. Between two sizes, as what is asked must not grow with the register.
 */
export async function benchPeopleSearch(stage: Stage, { sizes, say }: BenchOptions): Promise<Figure[]> {
  const people = sizes[1]
  const { tenant } = await stage.region('people', { people, cases: 50 })
  const db = tenant.pools.read
  const today = Temporal.Now.plainDateISO()
  const samples = await drawSamples()
  say(`${samples.length} people drawn of ${people.toLocaleString('en-GB')}`)
  const ask = async (of: (sample: Sample, index: number) => Promise<unknown>) => {
    const times: number[] = []
    // The first round fills caches as a morning does.
    for (const [index, sample] of [...samples.slice(0, 20), ...samples].entries()) {
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
  ]

  async function drawSamples(): Promise<Sample[]> {
    const { rows } = await sql<{
      full_name: string
      sex: string
      birth_on: string
      mother_name: string | null
      nik_sealed: Buffer
    }>`select full_name, sex, birth_on, mother_name, nik_sealed from people.person
      where status = 'active' order by md5(id::text) limit ${rounds}`.execute(db)
    return rows.map((row) => ({
      fullName: row.full_name,
      sex: row.sex,
      birthOn: row.birth_on,
      motherName: row.mother_name ?? undefined,
      nik: openNik(tenant, { nikSealed: row.nik_sealed }),
    }))
  }
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
