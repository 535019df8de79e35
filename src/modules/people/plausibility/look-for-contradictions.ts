import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { PersonStatus, Sex } from '../domain.ts'
import { findContradictions, type PlausibleKin, type PlausiblePerson } from './contradictions.ts'
import { plausibilityLimitsOn } from './limits.ts'
import type { FoundContradiction } from './record-findings.ts'

const peopleAtOnce = 2000
const firstId = '00000000-0000-0000-0000-000000000000'

/** The next people after `from`, judged as the register has them. */
export async function lookForContradictions(
  db: AnyHandle,
  from: string,
  today: Temporal.PlainDate,
): Promise<{ reached: string | undefined; seen: number; findings: FoundContradiction[] }> {
  const rows = await readPeople(db, sql`p.id > ${from || firstId}::uuid`, peopleAtOnce)
  const last = rows.at(-1)
  if (!last) return { reached: undefined, seen: 0, findings: [] }
  return { reached: last.id, seen: rows.length, findings: await judge(db, rows, today) }
}

/** What is wrong with one person now. */
export async function contradictionsOf(
  db: AnyHandle,
  personId: string,
  today: Temporal.PlainDate,
): Promise<FoundContradiction[]> {
  return judge(db, await readPeople(db, sql`p.id = ${personId}::uuid`, 1), today)
}

interface Parent {
  full_name: string
  sex: Sex
  birth_on: string
  died_on: string | null
}

interface Row {
  id: string
  full_name: string
  sex: Sex
  birth_on: string
  died_on: string | null
  status: PersonStatus
  marital_status: string
  is_head: boolean
  village_code: string | null
  mother: Parent | null
  father: Parent | null
  sibling: Parent | null
  family: { headIsMember: boolean; hasHead: boolean; members: number } | null
}

const parent = (of: string) =>
  sql`(select json_build_object('full_name', k.full_name, 'sex', k.sex, 'birth_on', k.birth_on, 'died_on', k.died_on)
    from people.person k where k.id = ${sql.ref(of)})`

async function readPeople(db: AnyHandle, who: ReturnType<typeof sql>, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.full_name, p.sex, p.birth_on, p.died_on, p.status, p.marital_status, f.village_code,
      ${parent('p.mother_person_id')} as mother, ${parent('p.father_person_id')} as father,
      (select json_build_object('full_name', k.full_name, 'sex', k.sex, 'birth_on', k.birth_on, 'died_on', k.died_on)
        from people.person k where k.mother_person_id = p.mother_person_id and k.id <> p.id
          and k.status not in ('void', 'duplicate') and k.birth_on < p.birth_on - 1
        order by k.birth_on desc limit 1) as sibling,
      case when p.id = (select m.id from people.person m where m.family_id = p.family_id and m.status = 'active'
          order by m.family_order, m.id limit 1) then (
        select json_build_object('hasHead', f.head_person_id is not null,
          'headIsMember', coalesce(bool_or(m.id = f.head_person_id), false), 'members', count(*))
        from people.person m where m.family_id = f.id and m.status = 'active') end as family
    from people.person p left join people.family f on f.id = p.family_id
    where ${who} and p.status not in ('void', 'duplicate') order by p.id limit ${limit}`.execute(db)
  return rows
}

async function judge(db: AnyHandle, rows: readonly Row[], today: Temporal.PlainDate): Promise<FoundContradiction[]> {
  if (rows.length === 0) return []
  const context = { limits: await plausibilityLimitsOn(db, today), today: today.toString() }
  return rows.flatMap((row) => {
    const event = { kind: 'record', on: context.today } as const
    const findings = findContradictions(toPerson(row), toKin(row), event, context)
    return findings.map((finding) => ({ ...finding, personId: row.id, territoryCode: row.village_code ?? '' }))
  })
}

function toPerson(row: Parent & { status?: PersonStatus }): PlausiblePerson {
  return {
    fullName: row.full_name,
    sex: row.sex,
    birthOn: row.birth_on,
    diedOn: row.died_on ?? undefined,
    status: row.status,
  }
}

function toKin(row: Row): PlausibleKin {
  return {
    mother: row.mother ? toPerson(row.mother) : undefined,
    father: row.father ? toPerson(row.father) : undefined,
    siblings: row.sibling ? [toPerson(row.sibling)] : [],
    family: row.family ?? undefined,
  }
}
