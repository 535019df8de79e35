import type pg from 'pg'
import { afterAll, beforeAll, expect } from 'vitest'
import { subscribers } from '../src/app.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import { familyCardSnapshot, findPersonByNik, getPerson, openNik, type Person } from '../src/modules/people/index.ts'
import { CaseWalk, type WalkOptions } from '../src/modules/services/demo/walk.ts'
import type { ServiceDefinition } from '../src/modules/services/index.ts'
import { Acting } from './acting.ts'
import { openWorld, type World } from './journeys/world.ts'

export type Path = Parameters<CaseWalk['follow']>[1]

/** 09.14 in Jakarta. No holiday falls into the weeks that follow, so working days are easily counted. */
export const friday = Temporal.Instant.from('2030-01-11T02:14:00Z')
/** The way of most services of civil registration: intake, verifier, head of office. */
export const issued: Path = ['forward', 'accept', 'sign']

interface CaseRow {
  number: string
  state: string
  result: string | null
  revision: number
  unit_path: string
  fee_amount: string
  promised_at: Date
  first_promised_at: Date
  next_timer_at: Date | null
  valid_to: string | null
}

/** An entry of a civil register. */
interface EntryRow {
  number: string
  register: string
  is_late: boolean
  voided: boolean
  roles: string[]
}

interface Paper {
  title: string
  number: string
  signer_manner: string
  stands: boolean
}

/**
 * A demo region of this test file's own, and services walked in it by the people who hold the posts, from the report to
 * the papers and back. It opens before the first test and closes after the last: until then `world` is empty.
 */
export function walkServices({ at = friday, atOnce = true }: { at?: Temporal.Instant; atOnce?: boolean } = {}) {
  const world = {} as World
  const clock = new FixedClock(at.toString())
  const acting = new Acting(world, clock)
  beforeAll(async () => {
    Object.assign(world, await openWorld())
  })
  afterAll(() => world.close())

  const read = () => world.tenant.pools.read
  const rows = <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) =>
    world.rows<Row>(text, values)

  /** A walk that begins now, with twelve minutes between two steps. */
  function walkOf(definition: ServiceDefinition, applicant: Actor, more: Partial<WalkOptions> = {}): CaseWalk {
    const times = { startsAt: clock.now(), pause: () => 0.2, atOnce }
    return new CaseWalk({ tenant: world.tenant, subscribers, applicant, definition, ...times, ...more })
  }

  /** An application that was sent; `who` may be a NIK. */
  async function applied(definition: ServiceDefinition, who: string | Actor, answers: object, startsAt = clock.now()) {
    const applicant = typeof who === 'string' ? await acting.citizen(who) : who
    const walk = walkOf(definition, applicant, { startsAt })
    return { walk, caseId: await walk.apply(answers as never) }
  }

  /** Applies and goes a way to its end. */
  async function gone(
    definition: ServiceDefinition,
    who: string | Actor,
    answers: object,
    path: Path,
    startsAt?: Temporal.Instant,
  ) {
    const { walk, caseId } = await applied(definition, who, answers, startsAt)
    expect(await walk.follow(caseId, path)).toBe(path.length)
    return { walk, caseId }
  }

  const caseRow = async (caseId: string): Promise<CaseRow> =>
    (await rows<CaseRow>('select *, valid_to::text from services.case where id = $1', [caseId]))[0] as CaseRow

  /** Undefined while it is a draft. */
  const stateOf = async (caseId: string): Promise<string | undefined> => (await caseRow(caseId))?.state

  const entryOf = async (caseId: string): Promise<EntryRow | undefined> =>
    (
      await rows<EntryRow>(
        `select number, register, is_late, voided_at is not null as voided,
           array(select role from population.entry_person where entry_id = entry.id order by role) as roles
         from population.entry where case_id = $1`,
        [caseId],
      )
    )[0]

  /** Titles of what was issued, oldest first; what was revoked says so. */
  async function papers(caseId: string, words = (paper: Paper) => paper.title): Promise<string[]> {
    const found = await rows<Paper>(
      `select title, number, signer_manner, revoked_at is null as stands
       from documents.issued where source_id = $1 order by issued_at, id`,
      [caseId],
    )
    return found.map((paper) => `${words(paper)}${paper.stands ? '' : ' (no longer)'}`)
  }

  const person = async (nik: string): Promise<Person> => (await findPersonByNik(world.tenant, read(), nik)) as Person
  /** The same person as the register has him now. */
  const again = (one: Person): Promise<Person> => getPerson(read(), one.id)
  const nikOf = (one: Person): string => openNik(world.tenant, one)
  /** The family card on which somebody stands now. */
  const cardOf = async (nik: string) => familyCardSnapshot(world.tenant, read(), (await person(nik)).familyId as string)

  const taken = new Set<string>()
  /** Somebody of the demo register who fits, from a family without officials of which nobody was taken before. */
  async function find(where: string): Promise<Person> {
    const [row] = await rows<{ id: string; family_id: string }>(
      `select p.id, p.family_id from people.person p where p.status = 'active' and p.family_id::text <> all($1)
         and not exists (select 1 from organization.official o join people.person q on q.id = o.person_id where q.family_id = p.family_id)
         and ${where} order by p.id limit 1`,
      [[...taken]],
    )
    if (!row) throw new Error(`nobody: ${where}`)
    taken.add(row.family_id)
    return getPerson(read(), row.id)
  }

  /** A grown child of the house who is free to marry; those who do not profess Islam marry before this office. */
  async function free(sex: 'male' | 'female', religion = 'Kristen'): Promise<Person> {
    const one = await find(`p.sex = '${sex}' and p.marital_status = 'single' and p.family_relation = 'child'`)
    await rows(`update people.person set religion = $2, birth_on = least(birth_on, '2005-03-01') where id = $1`, [
      one.id,
      religion,
    ])
    return again(one)
  }

  return {
    world,
    acting,
    clock,
    read,
    rows,
    walkOf,
    applied,
    gone,
    caseRow,
    stateOf,
    entryOf,
    papers,
    person,
    again,
    nikOf,
    cardOf,
    find,
    free,
  }
}
