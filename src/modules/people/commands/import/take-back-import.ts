import { sql } from 'kysely'
import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

export interface TakeBack {
  readonly importId: string
  readonly limit: number
  readonly now: Temporal.Instant
  readonly reason: string
}

/**
 * Takes the next families of an import back, each by an event of its own: history is not rewritten. The people become
 * void and their cards closed; the numbers are free again, so that a mended file may bring the same people. Families
 * on which something rests by now are left.
 * @returns how many families were taken back; 0 when none is left to take
 */
export async function takeBackImported(tx: WriteHandle, tenant: Tenant, input: TakeBack): Promise<number> {
  const now = input.now.toString()
  const { rows } = await sql<{ id: string }>`
    select e.id from people.event e
    where e.source_id = ${input.importId} and e.kind = 'import' and e.voided_at is null
      and not exists (select from people.change c join people.change o on o.person_id = c.person_id and o.event_id <> e.id
        join people.event oe on oe.id = o.event_id and oe.voided_at is null and oe.kind <> 'cancellation' where c.event_id = e.id)
      and not exists (select from people.change c join people.change o on o.family_id = c.family_id and o.event_id <> e.id
        join people.event oe on oe.id = o.event_id and oe.voided_at is null and oe.kind <> 'cancellation' where c.event_id = e.id)
    order by e.id limit ${input.limit} for update of e`.execute(tx)
  if (rows.length === 0) return 0
  const events = rows.map((row) => row.id)
  const cancellations = events.map(() => newId(input.now.epochMilliseconds))
  await sql`
    insert into people.event (id, kind, valid_on, recorded_at, source_kind, source_id, reason, territory_code, voids_event_id)
    select n.id, 'cancellation', e.valid_on, ${now}, 'import', ${input.importId}, ${input.reason}, e.territory_code, e.id
    from unnest(${cancellations}::uuid[], ${events}::uuid[]) as n (id, event_id) join people.event e on e.id = n.event_id`.execute(
    tx,
  )
  const day = dayOf(input.now, tenant.profile.zone).toString()
  await sql`
    insert into people.change (event_id, ordinal, person_id, family_id, valid_on, before, after)
    select n.id, c.ordinal, c.person_id, c.family_id, c.valid_on,
      case when c.person_id is null then jsonb_build_object('status', f.status, 'headPersonId', f.head_person_id, 'closedOn', f.closed_on)
        else jsonb_build_object('status', p.status, 'familyId', p.family_id) end,
      case when c.person_id is null then jsonb_build_object('status', 'closed', 'headPersonId', null, 'closedOn', ${day}::text)
        else jsonb_build_object('status', 'void', 'familyId', null) end
    from unnest(${cancellations}::uuid[], ${events}::uuid[]) as n (id, event_id)
    join people.change c on c.event_id = n.event_id
    left join people.person p on p.id = c.person_id left join people.family f on f.id = c.family_id`.execute(tx)
  await sql`
    update people.person p set status = 'void', family_id = null, nik_print = sha256(p.nik_print || uuid_send(p.id)), updated_at = ${now}
    from people.change c where c.event_id = any(${events}::uuid[]) and c.person_id = p.id`.execute(tx)
  await sql`
    update people.family f set status = 'closed', head_person_id = null, closed_on = ${day},
      kk_number_print = sha256(f.kk_number_print || uuid_send(f.id)), updated_at = ${now}
    from people.change c where c.event_id = any(${events}::uuid[]) and c.family_id = f.id`.execute(tx)
  await sql`
    update people.household h set closed_on = ${day}
    from people.change c where c.event_id = any(${events}::uuid[]) and c.family_id = h.id`.execute(tx)
  await sql`update people.event set voided_at = ${now} where id = any(${events}::uuid[])`.execute(tx)
  return events.length
}
