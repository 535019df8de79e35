import type { Client } from 'pg'
import { demoVillages } from '#modules/territory/demo/places.ts'
import { copyRows } from './copy.ts'
import { DemoIds, Random } from './random.ts'

/** As many as the addresses of the demo name. */
const rows = 6
const each = 8

/** One hamlet was lost to the sea: whoever wants to move there is told where its houses are now. */
const lost = { villageCode: '99.01.05.2003', rw: '006', rt: '009' }
const lostReason = 'permukiman hilang karena abrasi pantai, warganya sudah direlokasi'

/** The RT and RW of every village, headed by somebody who lives there. @returns their number */
export async function loadDemoNeighbourhoods(owner: Client, seed: string): Promise<number> {
  const ids = new DemoIds(new Random(seed, 'neighbourhoods'), Date.UTC(2020, 0, 1))
  const digits = (number: number) => String(number).padStart(3, '0')
  const places = demoVillages.flatMap(({ code }) =>
    Array.from({ length: rows * each }, (_, index) => [
      ids.next(),
      code,
      digits(Math.floor(index / each) + 1),
      digits((index % each) + 1),
      '2015-01-02',
    ]),
  )
  await copyRows(owner, 'territory.neighbourhood', ['id', 'village_code', 'rw', 'rt', 'opened_on'], places)
  await owner.query(
    `insert into territory.neighbourhood (id, village_code, rw, rt, opened_on, closed_on, closed_reason, successor_id)
     select $1, village_code, $3, $4, '2015-01-02', '2025-03-01', $5, id from territory.neighbourhood
     where village_code = $2 and rw = $3 and rt = '008'`,
    [ids.next(), lost.villageCode, lost.rw, lost.rt, lostReason],
  )
  await owner.query(
    `update territory.neighbourhood n set head_name = lives.full_name
     from (select distinct on (f.village_code, f.rw, f.rt) f.village_code, f.rw, f.rt, p.full_name
           from people.family f join people.person p on p.id = f.head_person_id
           where p.birth_on between '1950-01-01' and '1990-01-01'
           order by f.village_code, f.rw, f.rt, p.birth_on, p.id) lives
     where n.closed_on is null and (n.village_code, n.rw, n.rt) = (lives.village_code, lives.rw, lives.rt)`,
  )
  return places.length + 1
}
