import pg from 'pg'
import { bulkLoad } from '../src/demo/copy.ts'
import type { Region } from './stage.ts'

const peopleAtATime = 200_000

/**
 * Gives everybody of a region a past: for each person the event that entered them and further ones in which a field of
 * theirs, or the card they stand on, changed. @returns how many events there are then
 */
export async function fillHistory({ ownerUrl }: Region, eventsEach: number): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await bulkLoad(owner, ['people.event', 'people.change'], async () => {
      await owner.query(`set local synchronous_commit = off; set local work_mem = '256MB'`)
      let last = '00000000-0000-0000-0000-000000000000'
      for (;;) {
        const { rows } = await owner.query<{ last: string | null }>(
          `with batch as (
             select p.id, p.family_id, p.birth_on, coalesce(f.village_code, '') as place, p.registered_at
             from people.person p left join people.family f on f.id = p.family_id
             where p.id > $1 order by p.id limit ${peopleAtATime}
           ), happened as materialized (
             select uuidv7() as event_id, b.id, b.family_id, b.place, n,
               case n when 1 then 'birth' when 2 then 'person-details' when 3 then 'family-card' else 'move' end as kind,
               least(b.registered_at::date + (n - 1) * 200, date '2026-10-01') as valid_on,
               least(b.registered_at + (n - 1) * interval '200 days', timestamptz '2026-10-01') as recorded_at
             from batch b cross join generate_series(1, $2) n
           ), events as (
             insert into people.event (id, kind, valid_on, recorded_at, source_kind, reason, territory_code)
             select event_id, kind, valid_on, recorded_at, 'desk', 'Diisi untuk pengukuran', place from happened
           ), changes as (
             insert into people.change (event_id, ordinal, person_id, family_id, valid_on, entered, before, after)
             select event_id, 1, case when n <> 3 or family_id is null then id end, case when n = 3 then family_id end,
               valid_on, n = 1,
               case n when 1 then '{}'::jsonb when 3 then '{"address": "Jl. Lama 1"}' else '{"education": "Tamat SD/Sederajat"}' end,
               case n when 1 then '{}'::jsonb when 3 then '{"address": "Jl. Baru 2"}' else '{"education": "SLTP/Sederajat"}' end
             from happened
           )
           select max(id::text) as last from batch`,
          [last, eventsEach],
        )
        if (!rows[0]?.last) break
        last = rows[0].last
      }
    })
    const { rows } = await owner.query<{ n: string }>('select count(*) as n from people.event')
    return Number(rows[0]?.n)
  } finally {
    await owner.end()
  }
}
