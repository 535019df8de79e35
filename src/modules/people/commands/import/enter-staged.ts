import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'

export interface StagedRange {
  readonly importId: string
  /** Families by their number in the file, both ends included. */
  readonly from: number
  readonly to: number
}

export interface EnterStaged extends StagedRange {
  readonly now: Temporal.Instant
  /** ISO day of which the file tells the state. */
  readonly validOn: string
  /** As the history of each person shows it. */
  readonly reason: string
  /**
   * Looks first who of them was registered since the check. Only after an attempt without it met somebody: in a
   * serializable transaction each look at the register would collide with the registrations of every counter.
   */
  readonly lookFirst: boolean
}

export interface EnteredCounts {
  readonly families: number
  readonly people: number
  /** Families of whom somebody was registered by another way since the check. */
  readonly overtaken: number
}

/**
 * Enters the good families of a range in the register, each by an event of its own: its history then shows where it
 * came from, and one family can be taken back alone. The rows of the register themselves say what was entered, so a
 * change row holds only whom: a million people cost no second copy of their data.
 */
export async function enterStagedFamilies(tx: WriteHandle, input: EnterStaged): Promise<EnteredCounts> {
  const { importId, from, to } = input
  await holdSearch(tx)
  const overtaken = input.lookFirst ? await leaveOvertaken(tx, input) : 0
  const now = input.now.toString()
  // A dwelling for each family, under the same id: in the country one address is that of a whole hamlet.
  await sql`
    insert into people.household (id, address, rt, rw, village_code, postal_code, opened_on)
    select family_id, address, rt, rw, village_code, postal_code, ${input.validOn}
    from people.staged_family
    where import_id = ${importId} and family_no between ${from} and ${to} and verdict = 'good'
    order by family_no`.execute(tx)
  const families = await sql`
    insert into people.family (id, kk_number_sealed, kk_number_print, head_person_id, address, rt, rw, village_code, postal_code,
      household_id, version, issued_on, updated_at)
    select f.family_id, f.kk_number_sealed, f.kk_number_print, h.person_id, f.address, f.rt, f.rw, f.village_code, f.postal_code,
      f.family_id, 1, ${input.validOn}, ${now}
    from people.staged_family f
    join people.staged_person h on h.import_id = f.import_id and h.family_no = f.family_no and h.family_relation = 'head'
    where f.import_id = ${importId} and f.family_no between ${from} and ${to} and f.verdict = 'good'
    order by f.family_no`.execute(tx)
  const people = await enterPeople(tx, input)
  await sql`
    insert into people.event (id, kind, valid_on, recorded_at, source_kind, source_id, reason, territory_code)
    select event_id, 'import', ${input.validOn}, ${now}, 'import', ${importId}, ${input.reason}, village_code
    from people.staged_family
    where import_id = ${importId} and family_no between ${from} and ${to} and verdict = 'good'
    order by family_no`.execute(tx)
  await sql`
    insert into people.change (event_id, ordinal, person_id, family_id, valid_on, entered, before, after)
    select f.event_id, 1::smallint, null::uuid, f.family_id, ${input.validOn}::date, true, '{}'::jsonb, '{}'::jsonb
    from people.staged_family f
    where f.import_id = ${importId} and f.family_no between ${from} and ${to} and f.verdict = 'good'
    union all
    select f.event_id, (1 + row_number() over (partition by s.family_no order by s.row_number))::smallint, s.person_id, null, ${input.validOn}::date, true, '{}', '{}'
    from people.staged_family f
    join people.staged_person s on s.import_id = f.import_id and s.family_no = f.family_no
    where f.import_id = ${importId} and f.family_no between ${from} and ${to} and f.verdict = 'good'`.execute(tx)
  await sql`
    update people.staged_family set verdict = 'entered'
    where import_id = ${importId} and family_no between ${from} and ${to} and verdict = 'good'`.execute(tx)
  return { families: Number(families.numAffectedRows ?? 0n), people, overtaken }
}

/** People are made findable in a pass of its own: that costs more than entering them, and may run beside it. */
async function holdSearch(tx: WriteHandle): Promise<void> {
  await sql`set local people.search_held = 'on'`.execute(tx)
}

/** Makes the people of entered families findable by name, place and birth; can be repeated. */
export async function indexStagedPeople(tx: WriteHandle, { importId, from, to }: StagedRange): Promise<void> {
  await sql`
    select people.refresh_search(array(
      select s.person_id from people.staged_family f
      join people.staged_person s on s.import_id = f.import_id and s.family_no = f.family_no
      where f.import_id = ${importId} and f.family_no between ${from} and ${to} and f.verdict = 'entered'))`.execute(tx)
}

/** Who was registered between the check and now is not entered twice; the family waits for somebody to look. */
async function leaveOvertaken(tx: WriteHandle, { importId, from, to }: StagedRange): Promise<number> {
  const { rows } = await sql<{ family_no: number }>`
    with taken as (
      update people.staged_family f set verdict = 'bad'
      where f.import_id = ${importId} and f.family_no between ${from} and ${to} and f.verdict = 'good' and (
        exists (select from people.family r where r.kk_number_print = f.kk_number_print)
        or exists (select from people.staged_person s join people.person r on r.nik_print = s.nik_print
          where s.import_id = ${importId} and s.family_no = f.family_no))
      returning f.family_no, f.first_row)
    insert into people.staged_problem (import_id, row_number, family_no, severity, code, field)
    select ${importId}, first_row, family_no, 'error', 'overtaken', 'kkNumber' from taken returning family_no`.execute(
    tx,
  )
  return rows.length
}

async function enterPeople(tx: WriteHandle, { importId, from, to, now }: EnterStaged): Promise<number> {
  const entered = await sql`
    insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education, occupation,
      marital_status, blood_type, citizenship, family_id, family_relation, family_order, mother_person_id, father_person_id,
      mother_name, father_name, birth_certificate_number, marriage_certificate_number, married_on, registered_at, updated_at)
    select s.person_id, s.nik_sealed, s.nik_print, s.full_name, s.sex, s.birth_place, s.birth_on, s.religion, s.education,
      s.occupation, s.marital_status, s.blood_type, s.citizenship, f.family_id, s.family_relation,
      row_number() over (partition by s.family_no order by s.family_relation <> 'head', s.row_number),
      ${parentWithin('mother', 'female', importId)}, ${parentWithin('father', 'male', importId)},
      s.mother_name, s.father_name, s.birth_certificate_number, s.marriage_certificate_number, s.married_on,
      ${now.toString()}, ${now.toString()}
    from people.staged_family f
    join people.staged_person s on s.import_id = f.import_id and s.family_no = f.family_no
    where f.import_id = ${importId} and f.family_no between ${from} and ${to} and f.verdict = 'good'
    order by s.family_no, s.row_number`.execute(tx)
  return Number(entered.numAffectedRows ?? 0n)
}

/**
 * The parent on the same card: by NIK, else by name when exactly one grown member of the family bears it. Parents on
 * other cards are linked when everybody is entered.
 */
function parentWithin(parent: 'mother' | 'father', sex: 'female' | 'male', importId: string) {
  const print = sql.ref(`s.${parent}_print`)
  const name = sql.ref(`s.${parent}_name`)
  return sql`case when ${print} is not null then
      (select p.person_id from people.staged_person p where p.import_id = ${importId} and p.family_no = s.family_no
        and p.nik_print = ${print} and p.sex = ${sex} and p.birth_on < s.birth_on)
    when ${name} is not null and s.family_relation = 'child' then
      (select case when count(*) = 1 then min(p.person_id::text)::uuid end from people.staged_person p
        where p.import_id = ${importId} and p.family_no = s.family_no and p.sex = ${sex}
        and p.family_relation in ('head', 'wife', 'husband') and upper(p.full_name) = upper(${name}) and p.birth_on < s.birth_on)
    end`
}

/** Parents who stand on another card, of the same file or long in the register. */
export async function linkStagedParents(tx: WriteHandle, { importId, from, to }: StagedRange): Promise<void> {
  await holdSearch(tx)
  await sql`
    update people.person c
    set mother_person_id = coalesce(c.mother_person_id, m.id), father_person_id = coalesce(c.father_person_id, d.id)
    from people.staged_family f
    join people.staged_person s on s.import_id = f.import_id and s.family_no = f.family_no
    left join people.person m on m.nik_print = s.mother_print and m.sex = 'female' and m.birth_on < s.birth_on
    left join people.person d on d.nik_print = s.father_print and d.sex = 'male' and d.birth_on < s.birth_on
    where f.import_id = ${importId} and f.family_no between ${from} and ${to} and f.verdict = 'entered'
      and (s.mother_print is not null or s.father_print is not null) and c.id = s.person_id
      and ((c.mother_person_id is null and m.id is not null) or (c.father_person_id is null and d.id is not null))`.execute(
    tx,
  )
}

/** Numbers of the file that this region gave out: none of them is given out again. Before the first family is entered. */
export async function reserveStagedNumbers(tx: WriteHandle, importId: string): Promise<void> {
  for (const kind of ['nik', 'kk'] as const) {
    await sql`
      insert into ${sql.table(`people.${kind}_sequence`)} as known (prefix, last)
      select prefix, last from people.staged_number where import_id = ${importId} and kind = ${kind} order by prefix
      on conflict (prefix) do update set last = greatest(known.last, excluded.last)`.execute(tx)
  }
}

/** Removes what is staged of an import; what it entered stays. */
export async function forgetStaged(tx: WriteHandle, importId: string): Promise<void> {
  await tx.deleteFrom('people.staged_person').where('import_id', '=', importId).execute()
  await tx.deleteFrom('people.staged_family').where('import_id', '=', importId).execute()
  await tx.deleteFrom('people.staged_problem').where('import_id', '=', importId).execute()
  await tx.deleteFrom('people.staged_number').where('import_id', '=', importId).execute()
}
