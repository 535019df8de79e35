import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type AreaLevel, areaLevels, codesDownTo, isAreaCode, levelField, searchName } from './domain.ts'
import { areaTexts } from './texts.ts'

/** An administrative area; `own` when this government serves it. */
export interface Area {
  readonly code: string
  readonly level: AreaLevel
  readonly name: string
  readonly own: boolean
}

export interface FoundArea extends Area {
  /** From its province down to the area itself. */
  readonly path: readonly Area[]
}

const columns = ['code', 'level', 'name', 'own'] as const

function toArea(row: { code: string; level: string; name: string; own: boolean }): Area {
  return { ...row, level: row.level as AreaLevel }
}

/** Areas directly below; provinces for "". At most one level, so at most some seventy rows. */
export async function listChildren(db: AnyHandle, parentCode: string): Promise<Area[]> {
  const rows = await db
    .selectFrom('territory.area')
    .select(columns)
    .where('parent_code', parentCode === '' ? 'is' : '=', parentCode === '' ? null : parentCode)
    .orderBy('name')
    .execute()
  return rows.map(toArea)
}

export async function findArea(db: AnyHandle, code: string): Promise<Area | undefined> {
  if (!isAreaCode(code)) return undefined
  const row = await db.selectFrom('territory.area').select(columns).where('code', '=', code).executeTakeFirst()
  return row && toArea(row)
}

/** The area and those above it, province first. @throws not-found */
export async function getAreaPath(db: AnyHandle, code: string): Promise<Area[]> {
  const wanted = isAreaCode(code) ? codesDownTo(code) : []
  const paths = await areasByCode(db, wanted)
  const path = wanted.flatMap((each) => paths.get(each) ?? [])
  if (path.length === 0 || path.length < wanted.length) throw new AppError('not-found', { params: { code } })
  return path
}

/** The widest area that this government serves (its province, regency or city); undefined before it is set. */
export async function findOwnRegion(db: AnyHandle): Promise<Area | undefined> {
  const row = await db
    .selectFrom('territory.area')
    .select(columns)
    .where('own', '=', true)
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .limit(1)
    .executeTakeFirst()
  return row && toArea(row)
}

/** The area's outline (GeoJSON geometry) and centre, where known. */
export async function findBoundary(
  db: AnyHandle,
  code: string,
): Promise<{ outline: unknown; centre: readonly [longitude: number, latitude: number] } | undefined> {
  const row = await db.selectFrom('territory.boundary').selectAll().where('area_code', '=', code).executeTakeFirst()
  return row && { outline: row.outline, centre: [row.centre_longitude, row.centre_latitude] }
}

export async function listStreets(db: AnyHandle, villageCode: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('territory.street')
    .select(['id', 'name'])
    .where('village_code', '=', villageCode)
    .orderBy('name')
    .execute()
}

/** Areas whose name holds or resembles the text: own ones first, then names that begin with it. */
export async function searchAreas(
  db: AnyHandle,
  text: string,
  filter: { readonly level?: AreaLevel | undefined; readonly within?: string | undefined } = {},
  limit = 20,
): Promise<FoundArea[]> {
  const sought = searchName(text)
  if (sought.length < 2) return []
  const rows = await db
    .selectFrom('territory.area')
    .select(columns)
    .where((where) => where.or([where('search_name', 'like', `%${sought}%`), sql<boolean>`search_name % ${sought}`]))
    .$if(filter.level !== undefined, (query) => query.where('level', '=', filter.level as string))
    .$if(Boolean(filter.within), (query) => query.where('code', 'like', `${filter.within}.%`))
    .orderBy('own', 'desc')
    .orderBy(sql`search_name like ${`${sought}%`}`, 'desc')
    .orderBy(sql`similarity(search_name, ${sought})`, 'desc')
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .limit(limit)
    .execute()
  const above = await areasByCode(db, [...new Set(rows.flatMap((row) => codesDownTo(row.code)))])
  return rows.map((row) => ({
    ...toArea(row),
    path: codesDownTo(row.code).flatMap((code) => above.get(code) ?? []),
  }))
}

/** The same names as an address picker shows: each area's own name, widest first, by code. */
export async function areasByCode(db: AnyHandle, codes: readonly string[]): Promise<Map<string, Area>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('territory.area')
    .select(columns)
    .where('code', 'in', [...codes])
    .execute()
  return new Map(rows.map((row) => [row.code, toArea(row)]))
}

/** One level of an address picker (see `AddressPicker` of the UI). */
export interface AddressLevel {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | undefined
}

export interface AddressOptions {
  /** Base of the field names: `address` gives `address-province`. */
  readonly field?: string | undefined
  readonly locale?: Locale | undefined
}

/**
 * The four levels of an address picker, each with the choices below the one above it.
 * @param chosenCode what is chosen so far; "" for nothing; left out, the own region is chosen
 */
export async function addressLevels(
  db: AnyHandle,
  chosenCode?: string,
  options: AddressOptions = {},
): Promise<AddressLevel[]> {
  const code = chosenCode ?? (await findOwnRegion(db))?.code ?? ''
  const chosen = isAreaCode(code) ? codesDownTo(code) : []
  const label = areaTexts(options.locale ?? 'id')
  return Promise.all(
    areaLevels.map(async (level, index) => {
      const parent = index === 0 ? '' : chosen[index - 1]
      const children = parent === undefined ? [] : await listChildren(db, parent)
      return {
        name: levelField(options.field ?? 'address', level),
        label: label(level),
        options: children.map((area) => ({ value: area.code, label: area.name })),
        value: children.find((area) => area.code === chosen[index])?.code,
      }
    }),
  )
}
