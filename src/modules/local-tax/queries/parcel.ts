import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { arrearStates } from '../claims.ts'
import { nopDigits, parseNop } from '../nop.ts'

/** Land as somebody who names its number is told about it. */
export interface Parcel {
  readonly objectId: string
  readonly code: string
  readonly name: string
  readonly address: string
  readonly villageCode: string
  readonly version: number
  readonly landArea: string
  readonly buildingArea: string
  readonly landUse: 'general' | 'food-land'
  readonly landPrice: number
  readonly buildingPrice: number
  /** NJOP of land and buildings. */
  readonly value: Sen
  readonly taxpayerId: string | undefined
  readonly npwpd: string | undefined
  readonly ownerName: string | undefined
  /** Years of which the tax is overdue. */
  readonly arrears: readonly number[]
}

interface Row {
  id: string
  code: string
  name: string
  address: string
  village_code: string
  version: number
  land_area: string
  building_area: string
  land_use: 'general' | 'food-land'
  land_price: number
  building_price: number
  value: string
  taxpayer_id: string | null
  npwpd: string | null
  owner_name: string | null
  arrears: number[]
}

/** Active land by its NOP, however the digits are set apart. */
export async function findParcel(db: AnyHandle, nop: string): Promise<Parcel | undefined> {
  const parsed = parseNop(nop)
  if (!parsed) return undefined
  const { rows } = await sql<Row>`
    select o.id, o.code, o.name, o.address, o.village_code, o.version, l.land_area::text, l.building_area::text, l.land_use,
      l.land_price::float8 as land_price, l.building_price::float8 as building_price, l.value::text, o.taxpayer_id, t.npwpd,
      t.name as owner_name,
      array(select distinct a.year::int from local_tax.assessment a where a.object_id = o.id and a.tax = 'pbb'
        and a.state in (${sql.join(arrearStates)}) order by 1) as arrears
    from local_tax.object o join local_tax.land l on l.object_id = o.id
    left join local_tax.taxpayer t on t.id = o.taxpayer_id
    where o.code = ${nopDigits(parsed)} and o.state = 'active'`.execute(db)
  const [row] = rows
  if (!row) return undefined
  return {
    objectId: row.id,
    code: row.code,
    name: row.name,
    address: row.address,
    villageCode: row.village_code,
    version: row.version,
    landArea: row.land_area,
    buildingArea: row.building_area,
    landUse: row.land_use,
    landPrice: row.land_price,
    buildingPrice: row.building_price,
    value: senFromNumeric(row.value),
    taxpayerId: row.taxpayer_id ?? undefined,
    npwpd: row.npwpd ?? undefined,
    ownerName: row.owner_name ?? undefined,
    arrears: row.arrears,
  }
}
