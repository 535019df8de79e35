import type { Client } from 'pg'
import { Random } from '../../../demo/random.ts'

const blocks = [
  { block: 'A', zone: 'wet', area: [4, 6] },
  { block: 'B', zone: 'dry', area: [6, 9] },
  { block: 'C', zone: 'food', area: [6, 8] },
  { block: 'D', zone: 'service', area: [8, 12] },
] as const
const perBlock = 50
const goods = {
  wet: 'Sayur dan ikan',
  dry: 'Sembako',
  food: 'Makanan matang',
  service: 'Penjahit dan reparasi',
} as const

/**
 * Pasar Arunika: 200 stalls, two of three held by adults of the region until some day of the coming year, the last of
 * each block closed.
 */
export async function loadDemoStalls(
  owner: Client,
  { seed, today, newId }: { seed: string; today: Temporal.PlainDate; newId: () => string },
): Promise<number> {
  const random = new Random(seed, 'stalls')
  const { rows: people } = await owner.query<{ id: string }>(
    `select id from people.person where died_on is null and birth_on <= $1 and family_relation in ('head', 'wife')
     order by id limit 500`,
    [today.subtract({ years: 21 }).toString()],
  )
  let written = 0
  let place = 0
  await owner.query('begin')
  for (const { block, zone, area } of blocks) {
    for (let number = 1; number <= perBlock; number += 1) {
      const code = `${block}-${String(number).padStart(3, '0')}`
      await owner.query(
        `insert into licensing.stall (code, market, block, area_m2, zone, closed_on)
         values ($1, 'Pasar Arunika', $2, $3, $4, $5)`,
        [code, block, random.between(area[0], area[1]), zone, number === perBlock ? today.toString() : null],
      )
      written += 1
      place += 1
      const holder = people[place % Math.max(1, people.length)]
      if (!holder || number % 3 === 0 || number === perBlock) continue
      const to = today.add({ days: random.between(20, 330) })
      const id = newId()
      await owner.query(
        `insert into licensing.tenure (id, stall_code, case_id, case_number, holder_person_id, goods, from_on, to_on, recorded_at)
         values ($1, $2, $1, 'data awal', $3, $4, $5, $6, $7)`,
        [id, code, holder.id, goods[zone], to.subtract({ years: 1 }).toString(), to.toString(), `${today}T00:00:00Z`],
      )
      written += 1
    }
  }
  await owner.query('commit')
  return written
}
