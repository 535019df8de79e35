import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/access/access.ts'
import { containing } from '#kernel/db/containing.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { type Sen, senFromNumeric } from '#kernel/money/money.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { ObjectKind } from '../domain.ts'
import { inArea, readable } from './territory-filter.ts'

export interface TaxObject {
  readonly id: string
  readonly kind: ObjectKind
  readonly code: string
  readonly name: string
  readonly address: string
  readonly villageCode: string
  readonly state: 'active' | 'ended'
  readonly endReason: string | undefined
  readonly details: Readonly<Record<string, number>>
  readonly version: number
  readonly registeredOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | undefined
  readonly taxpayerId: string | undefined
  readonly npwpd: string | undefined
  readonly ownerName: string | undefined
  readonly ownerPersonId: string | undefined
  readonly land: Land | undefined
}

export interface Land {
  readonly landArea: string
  readonly landPrice: string
  readonly buildingArea: string
  readonly buildingPrice: string
  readonly landUse: 'general' | 'food-land'
  /** NJOP. */
  readonly value: Sen
}

export interface ObjectFilter {
  readonly text?: string | undefined
  readonly kind?: ObjectKind | undefined
  readonly state?: 'active' | 'ended' | undefined
  readonly area?: string | undefined
  readonly taxpayerId?: string | undefined
}

interface Row {
  readonly id: string
  readonly kind: ObjectKind
  readonly code: string
  readonly name: string
  readonly address: string
  readonly village_code: string
  readonly state: 'active' | 'ended'
  readonly end_reason: string | null
  readonly details: Record<string, number>
  readonly version: number
  readonly registered_on: string
  readonly ended_on: string | null
  readonly taxpayer_id: string | null
  readonly npwpd: string | null
  readonly owner_name: string | null
  readonly owner_person_id: string | null
  readonly land_area: string | null
  readonly land_price: string
  readonly building_area: string
  readonly building_price: string
  readonly land_use: 'general' | 'food-land'
  readonly value: string
}

const columns = sql`o.id, o.kind, o.code, o.name, o.address, o.village_code, o.state, o.end_reason, o.details, o.version,
  o.registered_on, o.ended_on, o.taxpayer_id, t.npwpd, t.name as owner_name, t.person_id as owner_person_id,
  l.land_area::text, l.land_price::text, l.building_area::text, l.building_price::text, l.land_use, l.value::text`

const joins = sql`left join local_tax.taxpayer t on t.id = o.taxpayer_id left join local_tax.land l on l.object_id = o.id`

/** Objects in the order of their numbers: by number with or without dots, name, place, or NPWPD of the owner. */
export async function listObjects(
  db: AnyHandle,
  actor: Actor,
  filter: ObjectFilter,
  after = '',
  limit = 50,
): Promise<{ rows: TaxObject[]; next: string | undefined }> {
  const own = (await findOwnRegion(db))?.code ?? ''
  const conditions: RawBuilder<unknown>[] = [readable(actor, own, sql`o.village_code`), sql`o.code > ${after}`]
  if (filter.kind) conditions.push(sql`o.kind = ${filter.kind}`)
  if (filter.state) conditions.push(sql`o.state = ${filter.state}`)
  if (filter.taxpayerId) conditions.push(sql`o.taxpayer_id = ${filter.taxpayerId}::uuid`)
  if (filter.area) conditions.push(inArea(sql`o.village_code`, filter.area))
  conditions.push(...wordsOf(filter.text ?? ''))
  const { rows } = await sql<Row>`
    select ${columns} from (select * from local_tax.object o where ${sql.join(conditions, sql` and `)}
      order by o.code limit ${limit + 1}) o ${joins} order by o.code`.execute(db)
  const shown = rows.slice(0, limit).map(toObject)
  return { rows: shown, next: rows.length > limit ? shown.at(-1)?.code : undefined }
}

/** What somebody owes taxes on now, for himself. */
export async function listObjectsOf(db: AnyHandle, taxpayerId: string): Promise<TaxObject[]> {
  const { rows } = await sql<Row>`
    select ${columns} from local_tax.object o ${joins}
    where o.taxpayer_id = ${taxpayerId}::uuid and o.state = 'active' order by o.code limit 200`.execute(db)
  return rows.map(toObject)
}

function wordsOf(text: string): RawBuilder<unknown>[] {
  const number = text.replace(/[\s.-]/g, '')
  if (/^\d{6,18}$/.test(number)) return [sql`o.code like ${`${number}%`}`]
  if (/^p[.\d]{8,}$/i.test(text.trim()))
    return [sql`o.taxpayer_id = (select id from local_tax.taxpayer where npwpd = ${text.trim().toUpperCase()})`]
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)
  return words.map((word) => sql`o.search_text like ${containing(word)}`)
}

export async function findObject(db: AnyHandle, id: string): Promise<TaxObject | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from local_tax.object o ${joins} where o.id = ${id}::uuid`.execute(db)
  return rows[0] && toObject(rows[0])
}

export interface Owner {
  readonly taxpayerId: string
  readonly npwpd: string
  readonly name: string
  readonly fromOn: Temporal.PlainDate
  readonly toOn: Temporal.PlainDate | undefined
  readonly ground: string
}

/** Everybody who ever owed the tax on an object, the latest first. */
export async function listOwners(db: AnyHandle, objectId: string): Promise<Owner[]> {
  const rows = await db
    .selectFrom('local_tax.ownership as w')
    .innerJoin('local_tax.taxpayer as t', 't.id', 'w.taxpayer_id')
    .select(['w.taxpayer_id', 't.npwpd', 't.name', 'w.from_on', 'w.to_on', 'w.ground'])
    .where('w.object_id', '=', objectId)
    .orderBy('w.from_on', 'desc')
    .orderBy('w.id', 'desc')
    .execute()
  return rows.map((row) => ({
    taxpayerId: row.taxpayer_id,
    npwpd: row.npwpd,
    name: row.name,
    fromOn: Temporal.PlainDate.from(row.from_on),
    toOn: row.to_on ? Temporal.PlainDate.from(row.to_on) : undefined,
    ground: row.ground,
  }))
}

export interface Kin {
  readonly objectId: string
  readonly code: string
  readonly how: 'split' | 'merge'
  readonly isSource: boolean
  readonly on: Temporal.PlainDate
  readonly ground: string
}

/** Parcels that this one came out of, and those that came out of it. */
export async function listKin(db: AnyHandle, objectId: string): Promise<Kin[]> {
  const { rows } = await sql<{
    id: string
    code: string
    how: 'split' | 'merge'
    is_source: boolean
    happened_on: string
    ground: string
  }>`
    select o.id, o.code, d.how, d.to_object_id = ${objectId}::uuid as is_source, d.happened_on, d.ground
    from local_tax.descent d join local_tax.object o
      on o.id = case when d.to_object_id = ${objectId}::uuid then d.from_object_id else d.to_object_id end
    where ${objectId}::uuid in (d.to_object_id, d.from_object_id) order by d.happened_on, o.code`.execute(db)
  return rows.map((row) => ({
    objectId: row.id,
    code: row.code,
    how: row.how,
    isSource: row.is_source,
    on: Temporal.PlainDate.from(row.happened_on),
    ground: row.ground,
  }))
}

function toObject(row: Row): TaxObject {
  return {
    id: row.id,
    kind: row.kind,
    code: row.code,
    name: row.name,
    address: row.address,
    villageCode: row.village_code,
    state: row.state,
    endReason: row.end_reason ?? undefined,
    details: row.details,
    version: row.version,
    registeredOn: Temporal.PlainDate.from(row.registered_on),
    endedOn: row.ended_on ? Temporal.PlainDate.from(row.ended_on) : undefined,
    taxpayerId: row.taxpayer_id ?? undefined,
    npwpd: row.npwpd ?? undefined,
    ownerName: row.owner_name ?? undefined,
    ownerPersonId: row.owner_person_id ?? undefined,
    land:
      row.land_area === null
        ? undefined
        : {
            landArea: row.land_area,
            landPrice: row.land_price,
            buildingArea: row.building_area,
            buildingPrice: row.building_price,
            landUse: row.land_use,
            value: senFromNumeric(row.value),
          },
  }
}
