import { sql } from 'kysely'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'

/**
 * Counts the register as it stands: people by village, sex and age, families, and what was recorded this month and the
 * month before. Counting again on a day takes the place of the earlier count of that day.
 */
export const countRegister = command({
  name: 'demography.count-register',
  event: 'demography.register-counted.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, { tenant, now, invalidate }) {
    const today = dayOf(now, tenant.profile.zone)
    const day = today.toString()
    await tx.deleteFrom('demography.census').where('counted_on', '=', day).execute()
    await tx
      .insertInto('demography.census')
      .values({ counted_on: day, counted_at: now.toString(), people: 0, families: 0 })
      .execute()
    await countPeople(tx, day)
    await countFlows(tx, today)
    await forgetDays(tx, today)
    invalidate('demography')
    const counted = await tx
      .selectFrom('demography.census')
      .select(['people', 'families'])
      .where('counted_on', '=', day)
      .executeTakeFirstOrThrow()
    return { result: counted, event: { subject: { type: 'census', id: day }, payload: counted } }
  },
})

async function countPeople(tx: WriteHandle, day: string): Promise<void> {
  await sql`insert into demography.population (counted_on, village_code, sex, age_from, people, with_birth_certificate)
    select ${day}::date, village_code, sex,
      least(75, greatest(0, extract(year from age(${day}::date, birth_on))::int / 5 * 5)), count(*),
      count(*) filter (where has_birth_certificate)
    from people.v_resident group by 2, 3, 4`.execute(tx)
  await sql`insert into demography.household_count (counted_on, village_code, families)
    select ${day}::date, village_code, count(distinct family_id) from people.v_resident group by 2`.execute(tx)
  await sql`update demography.census set
      people = coalesce((select sum(people) from demography.population where counted_on = ${day}::date), 0),
      families = coalesce((select sum(families) from demography.household_count where counted_on = ${day}::date), 0)
    where counted_on = ${day}::date`.execute(tx)
}

/** Kinds of events that come in and go out, as the report names them. */
const kindOf = sql`case kind when 'birth' then 'birth' when 'death' then 'death'
  when 'move-in' then 'in' when 'return-from-abroad' then 'in'
  when 'move-out' then 'out' when 'departure-abroad' then 'out'
  when 'marriage' then 'marriage' when 'divorce' then 'divorce' end`

/**
 * Events of this month and the month before, anew: one that was taken back since no longer counts. Whoever only stands
 * on the same card (parents of a newborn, a widow) is not counted: the dead are those who died, newborns those born.
 */
async function countFlows(tx: WriteHandle, today: Temporal.PlainDate): Promise<void> {
  const counted = await tx.selectFrom('demography.flow').select('month').limit(1).executeTakeFirst()
  // The first count of a region looks back over the year that the page shows.
  const from = today.with({ day: 1 }).subtract({ months: counted ? 1 : 12 })
  const [birthDays, deathDays] = await Promise.all([
    getRule(tx, 'civil-registration.birth.report-within', '', today).then(wholeNumber),
    getRule(tx, 'civil-registration.death.report-within', '', today).then(wholeNumber),
  ])
  await sql`delete from demography.flow where month >= ${from.toString()}::date`.execute(tx)
  await sql`insert into demography.flow (month, village_code, kind, sex, people, late, delay_days)
    select date_trunc('month', recorded_at)::date, territory_code, ${kindOf}, sex, count(*),
      count(*) filter (where recorded_at::date - valid_on >
        case kind when 'birth' then ${birthDays}::int when 'death' then ${deathDays}::int else 1000000 end),
      coalesce(sum(greatest(0, recorded_at::date - valid_on)), 0)
    from people.v_event_subject
    where recorded_at >= ${from.toString()}::date
      and kind in ('birth', 'death', 'move-in', 'move-out', 'departure-abroad', 'return-from-abroad', 'marriage', 'divorce')
    group by 1, 2, 3, 4`.execute(tx)
}

/** Of months that are over the last count is kept. */
async function forgetDays(tx: WriteHandle, today: Temporal.PlainDate): Promise<void> {
  await sql`delete from demography.census c where c.counted_on < ${today.with({ day: 1 }).toString()}::date
    and exists (select 1 from demography.census later where later.counted_on > c.counted_on
      and date_trunc('month', later.counted_on) = date_trunc('month', c.counted_on))`.execute(tx)
}
