import type { Client } from 'pg'
import { copyRows } from '../../../demo/copy.ts'
import { DemoIds, Random } from '../../../demo/random.ts'
import { demoVillages } from './places.ts'

/** As many as the addresses of the demo name. */
const rows = 6
const each = 8

/** One hamlet was lost to the sea: whoever wants to move there is told where its houses are now. */
const lost = { villageCode: '99.01.05.2003', rw: '006', rt: '009' }
const lostReason = 'permukiman hilang karena abrasi pantai, warganya sudah direlokasi'

const firstNames = [
  'Agus',
  'Bambang',
  'Cecep',
  'Dedi',
  'Endang',
  'Hartini',
  'Iwan',
  'Kusnadi',
  'Maryati',
  'Rahmat',
  'Slamet',
  'Yayah',
]
const lastNames = [
  'Hidayat',
  'Kurniawan',
  'Lestari',
  'Mulyana',
  'Permana',
  'Rohaeti',
  'Setiawan',
  'Suherman',
  'Wahyudi',
  'Wijaya',
]

/** The RT and RW of every village, most with a head. @returns their number */
export async function loadDemoNeighbourhoods(owner: Client, seed: string): Promise<number> {
  const ids = new DemoIds(new Random(seed, 'neighbourhoods'), Date.UTC(2020, 0, 1))
  const random = new Random(seed, 'heads of neighbourhoods')
  const digits = (number: number) => String(number).padStart(3, '0')
  const places = demoVillages.flatMap(({ code }) =>
    Array.from({ length: rows * each }, (_, index) => [
      ids.next(),
      code,
      digits(Math.floor(index / each) + 1),
      digits((index % each) + 1),
      '2015-01-02',
      random.chance(0.94) ? `${random.pick(firstNames)} ${random.pick(lastNames)}` : null,
    ]),
  )
  await copyRows(owner, 'territory.neighbourhood', ['id', 'village_code', 'rw', 'rt', 'opened_on', 'head_name'], places)
  await owner.query(
    `insert into territory.neighbourhood (id, village_code, rw, rt, opened_on, closed_on, closed_reason, successor_id)
     select $1, village_code, $3, $4, '2015-01-02', '2025-03-01', $5, id from territory.neighbourhood
     where village_code = $2 and rw = $3 and rt = '008'`,
    [ids.next(), lost.villageCode, lost.rw, lost.rt, lostReason],
  )
  return places.length + 1
}
