import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { PlausibilityLimits } from '../../plausibility/limits.ts'

/**
 * Looks at all staged rows together and beside the register, and says of every family whether it may be entered.
 * Run once after staging, in one transaction. What cannot be true or is rare is told by the same figures as
 * `findContradictions` uses, for whole files in SQL.
 */
export async function judgeStaged(tx: AnyHandle, importId: string, limits: PlausibilityLimits): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`set local work_mem = '128MB'`.execute(tx)
  // What was staged a moment ago has no statistics yet; whole tables are joined, never one row at a time.
  await sql`set local enable_nestloop = off`.execute(tx)
  await sql`update people.staged_family set verdict = 'waiting' where import_id = ${importId} and verdict <> 'waiting'`.execute(
    tx,
  )
  await markKnown(tx, importId)
  await findRegistered(tx, importId)
  await findDoubles(tx, importId)
  await findHeads(tx, importId, limits)
  await findParents(tx, importId, limits)
  await findCloseBirths(tx, importId, limits)
  await sql`
    update people.staged_family f set verdict = 'bad' where import_id = ${importId} and verdict = 'waiting'
      and exists (select from people.staged_problem p where p.import_id = ${importId} and p.family_no = f.family_no and p.severity = 'error')`.execute(
    tx,
  )
  await sql`update people.staged_family set verdict = 'good' where import_id = ${importId} and verdict = 'waiting'`.execute(
    tx,
  )
}

/** Everybody of the family stands on the same card in the register already: nothing is left to do. */
async function markKnown(tx: AnyHandle, importId: string): Promise<void> {
  await sql`
    with held as (
      select f.family_no, r.id from people.staged_family f
      join people.family r on r.kk_number_print = f.kk_number_print where f.import_id = ${importId}
    )
    update people.staged_family f set verdict = 'known' from held
    where f.import_id = ${importId} and f.family_no = held.family_no
      and not exists (select from people.staged_problem p
        where p.import_id = ${importId} and p.family_no = f.family_no and p.severity = 'error')
      and not exists (select from people.staged_person s
        left join people.person r on r.nik_print = s.nik_print and r.family_id = held.id
        where s.import_id = ${importId} and s.family_no = held.family_no and r.id is null)`.execute(tx)
}

async function findRegistered(tx: AnyHandle, importId: string): Promise<void> {
  await sql`
    insert into people.staged_problem (import_id, row_number, family_no, severity, code, field, shown)
    select ${importId}, s.row_number, s.family_no, 'error', 'nik-registered', 'nik', s.nik_hint
    from people.staged_person s
    join people.staged_family f on f.import_id = s.import_id and f.family_no = s.family_no and f.verdict = 'waiting'
    join people.person r on r.nik_print = s.nik_print
    where s.import_id = ${importId}`.execute(tx)
  await sql`
    insert into people.staged_problem (import_id, row_number, family_no, severity, code, field, shown)
    select ${importId}, f.first_row, f.family_no, 'error', 'kk-registered', 'kkNumber', f.kk_hint
    from people.staged_family f join people.family r on r.kk_number_print = f.kk_number_print
    where f.import_id = ${importId} and f.verdict = 'waiting'`.execute(tx)
}

async function findDoubles(tx: AnyHandle, importId: string): Promise<void> {
  await sql`
    insert into people.staged_problem (import_id, row_number, family_no, severity, code, field, shown, other_row)
    select ${importId}, row_number, family_no, 'error', 'nik-twice', 'nik', nik_hint,
      case when row_number = first then last else first end
    from (select row_number, family_no, nik_hint, count(*) over same as times,
        min(row_number) over same as first, max(row_number) over same as last
      from people.staged_person where import_id = ${importId} window same as (partition by nik_print)) doubles
    where times > 1`.execute(tx)
  await sql`
    insert into people.staged_problem (import_id, row_number, family_no, severity, code, field, shown, other_row)
    select ${importId}, row_number, family_no, 'warning', 'same-person-twice', 'fullName', null,
      case when row_number = first then last else first end
    from (select row_number, family_no, min(nik) over same <> max(nik) over same as differ,
        min(row_number) over same as first, max(row_number) over same as last
      from (select row_number, family_no, upper(full_name) as name, birth_on, birth_place, encode(nik_print, 'hex') as nik,
          count(*) over (partition by upper(full_name), birth_on, birth_place) as times
        from people.staged_person where import_id = ${importId}) named
      where times > 1 window same as (partition by name, birth_on, birth_place)) pairs
    where differ`.execute(tx)
}

/** Only of families whose rows are all readable: what is missing may stand in a row that is wrong. */
async function findHeads(tx: AnyHandle, importId: string, limits: PlausibilityLimits): Promise<void> {
  await sql`
    with counted as (
      select s.family_no, min(s.row_number) as first_row, count(*) as size,
        count(*) filter (where s.family_relation = 'head') as heads,
        max(s.row_number) filter (where s.family_relation = 'head') as last_head,
        min(s.row_number) filter (where s.family_relation = 'head') as first_head
      from people.staged_person s
      join people.staged_family f on f.import_id = s.import_id and f.family_no = s.family_no and f.verdict = 'waiting'
      where s.import_id = ${importId} group by s.family_no
    ), unread as (
      select distinct family_no from people.staged_problem
      where import_id = ${importId} and severity = 'error' and family_no is not null
        and code not in ('nik-registered', 'kk-registered', 'nik-twice')
    )
    insert into people.staged_problem (import_id, row_number, family_no, severity, code, field, shown, other_row)
    select ${importId}::uuid, first_row, family_no, 'error', 'no-head', 'relation', null, null::int
      from counted where heads = 0 and family_no not in (select family_no from unread)
    union all
    select ${importId}::uuid, last_head, family_no, 'error', 'two-heads', 'relation', null, first_head from counted where heads > 1
    union all
    select ${importId}::uuid, first_row, family_no, 'warning', 'large-family', 'kkNumber', size::text, null
      from counted where size > ${limits.familyMembers}`.execute(tx)
}

/** Parents by their NIK, in the file or in the register; else the only member of the family who bears the name. */
async function findParents(tx: AnyHandle, importId: string, limits: PlausibilityLimits): Promise<void> {
  await sql`
    insert into people.staged_problem (import_id, row_number, family_no, severity, code, field, shown, other_row)
    select ${importId}, child, family_no, severity, code, field, null, parent_row from (
      select c.row_number as child, c.family_no, p.parent_row,
        case when p.birth_on >= c.birth_on then 'error' when p.sex = 'male' then 'warning'
          when p.birth_on > c.birth_on - make_interval(years => ${limits.motherYoungest})
            or p.birth_on <= c.birth_on - make_interval(years => ${limits.motherOldest + 1})
          then 'error' else 'warning' end as severity,
        case when p.birth_on >= c.birth_on then 'older-than-mother'
          when p.sex = 'male' then 'mother-is-man'
          when p.birth_on > c.birth_on - make_interval(years => ${limits.motherYoung}) then 'young-mother'
          when p.birth_on <= c.birth_on - make_interval(years => ${limits.motherOld + 1}) then 'old-mother' end as code,
        case when p.birth_on >= c.birth_on then 'birthOn' else 'motherNik' end as field
      from people.staged_person c
      join (
        select nik_print, birth_on, sex, row_number as parent_row from people.staged_person where import_id = ${importId}
        union all
        select r.nik_print, r.birth_on, r.sex, null from people.person r
          join (select distinct mother_print from people.staged_person where import_id = ${importId}) named
            on named.mother_print = r.nik_print
      ) p on p.nik_print = c.mother_print
      where c.import_id = ${importId}
      union all
      select c.row_number, c.family_no, m.row_number, 'error', 'older-than-mother', 'birthOn'
      from people.staged_person c
      join people.staged_person m on m.import_id = c.import_id and m.family_no = c.family_no and m.sex = 'female'
        and m.row_number <> c.row_number and upper(m.full_name) = upper(c.mother_name)
      where c.import_id = ${importId} and c.mother_print is null and c.family_relation = 'child'
        and m.family_relation in ('head', 'wife') and m.birth_on >= c.birth_on
      union all
      select c.row_number, c.family_no, p.parent_row,
        case when p.birth_on >= c.birth_on
          or p.sex <> 'female' and p.birth_on > c.birth_on - make_interval(years => ${limits.fatherYoungest})
          then 'error' else 'warning' end,
        case when p.birth_on >= c.birth_on then 'older-than-father' when p.sex = 'female' then 'father-is-woman'
          when p.birth_on > c.birth_on - make_interval(years => ${limits.fatherYoungest}) then 'young-father' end,
        case when p.birth_on >= c.birth_on then 'birthOn' else 'fatherNik' end
      from people.staged_person c
      join (
        select nik_print, birth_on, sex, row_number as parent_row from people.staged_person where import_id = ${importId}
        union all
        select r.nik_print, r.birth_on, r.sex, null from people.person r
          join (select distinct father_print from people.staged_person where import_id = ${importId}) named
            on named.father_print = r.nik_print
      ) p on p.nik_print = c.father_print
      where c.import_id = ${importId}
    ) found where code is not null`.execute(tx)
}

/** Two children of one mother, born too soon after each other to be two births. */
async function findCloseBirths(tx: AnyHandle, importId: string, limits: PlausibilityLimits): Promise<void> {
  await sql`
    insert into people.staged_problem (import_id, row_number, family_no, severity, code, field, shown, other_row)
    select ${importId}, row_number, family_no, 'warning', 'births-too-close', 'birthOn', null, before_row
    from (select row_number, family_no, birth_on, lag(birth_on) over same as before_on, lag(row_number) over same as before_row
      from people.staged_person where import_id = ${importId} and mother_print is not null
      window same as (partition by mother_print order by birth_on, row_number)) births
    where birth_on - before_on > 1 and birth_on < before_on + make_interval(months => ${limits.birthsApart})`.execute(
    tx,
  )
}
