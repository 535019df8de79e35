import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { exportPageSize } from '#kernel/export/table.ts'
import type { Sen } from '#kernel/money/money.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { type StallState, yearlyStallFee } from '../domain.ts'

export interface PublicStall {
  readonly code: string
  readonly market: string
  readonly block: string
  readonly zone: StallZone
  /** Square metres. */
  readonly area: number
  readonly state: StallState
  readonly yearlyFee: Sen
}

export const stallZones = ['wet', 'dry', 'food', 'service'] as const
export type StallZone = (typeof stallZones)[number]

export interface StallFilter {
  /** Part of a code. */
  readonly text: string
  readonly market: string
  readonly zone: StallZone | undefined
  readonly state: StallState | undefined
}

export interface StallPage {
  readonly rows: readonly PublicStall[]
  /** Code after which the next page begins. */
  readonly next: string | undefined
}

interface Found {
  readonly code: string
  readonly market: string
  readonly block: string
  readonly zone: StallZone
  readonly area_m2: string
  readonly state: StallState
}

/** A tenure that has run out leaves the stall free. Who holds one is nobody's business but the market office's. */
const stateNow = (today: Temporal.PlainDate) => sql<StallState>`case when s.closed_on is not null then 'closed'
  when exists (select 1 from licensing.tenure t where t.stall_code = s.code and t.ended_on is null
    and t.to_on >= ${today.toString()}) then 'let' else 'free' end`

/** Stalls of the markets in the order of their codes, a page at a time. */
export async function listStalls(
  db: AnyHandle,
  filter: StallFilter,
  today: Temporal.PlainDate,
  { after = '', size = exportPageSize }: { after?: string | undefined; size?: number } = {},
): Promise<StallPage> {
  const { rows } = await sql<Found>`
    select * from (
      select s.code, s.market, s.block, s.zone, s.area_m2, ${stateNow(today)} as state from licensing.stall s
      where s.code > ${after} and (${filter.market} = '' or s.market = ${filter.market})
        and (${filter.zone ?? ''} = '' or s.zone = ${filter.zone ?? ''})
        and position(upper(${filter.text}) in s.code) > 0
    ) stall where ${filter.state ?? ''} = '' or state = ${filter.state ?? ''}
    order by code limit ${size + 1}`.execute(db)
  const region = (await findOwnRegion(db))?.code ?? ''
  const perDay = wholeNumber(await getRule(db, 'market.stall.rate', region, today))
  const shown = rows.slice(0, size)
  return {
    rows: shown.map(({ area_m2, ...stall }) => ({
      ...stall,
      area: Number(area_m2),
      yearlyFee: yearlyStallFee(area_m2, perDay, today),
    })),
    next: rows.length > size ? shown.at(-1)?.code : undefined,
  }
}

export interface MarketCount {
  readonly market: string
  readonly all: number
  readonly free: number
}

/** Every market with the number of its stalls. */
export async function countMarkets(db: AnyHandle, today: Temporal.PlainDate): Promise<MarketCount[]> {
  const { rows } = await sql<MarketCount>`
    select market, count(*)::int as all, count(*) filter (where state = 'free')::int as free
    from (select s.market, ${stateNow(today)} as state from licensing.stall s) stall group by market order by market
  `.execute(db)
  return rows
}
