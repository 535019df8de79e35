import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { fromRoot } from '#kernel/paths.ts'
import { type AreaLevel, codesDownTo, searchName } from './domain.ts'

const source = 'idn-area-data'

/** Part of `migrate`: brings the areas of the whole country in, once for each version of their list. */
export async function seedTerritory(owner: Client): Promise<void> {
  const { rowCount } = await owner.query('select 1 from territory.loaded_source where name = $1 and version = $2', [
    source,
    listVersion(),
  ])
  if (!rowCount) await loadNationalAreas(owner)
}

/**
 * Loads all provinces, regencies, districts and villages in one transaction. Areas that the list no
 * longer has stay: addresses and NIKs of before a split go on naming them.
 * @param owner connection of the owner, outside a transaction
 * @returns number of areas in the list
 */
export async function loadNationalAreas(owner: Client): Promise<number> {
  const lines = await areaLines()
  await owner.query('begin')
  try {
    const first = (await owner.query('select 1 from territory.area limit 1')).rowCount === 0
    await (first ? loadFirst(owner, lines) : loadAgain(owner, lines))
    await owner.query(
      `insert into territory.loaded_source (name, version) values ($1, $2)
       on conflict (name) do update set version = excluded.version, loaded_at = now()`,
      [source, listVersion()],
    )
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
  await owner.query('analyze territory.area')
  return lines.length
}

const columns = 'code, parent_code, level, name, search_name'

/** Indexes and foreign key are made afterwards, over all rows at once. */
async function loadFirst(owner: Client, lines: readonly string[]): Promise<void> {
  await owner.query('drop index territory.area_search, territory.area_parent')
  await owner.query('alter table territory.area drop constraint area_parent_code_fkey')
  await copyLines(owner, 'territory.area', lines)
  await owner.query(`alter table territory.area
    add constraint area_parent_code_fkey foreign key (parent_code) references territory.area (code)`)
  await owner.query('create index area_parent on territory.area (parent_code, name)')
  await owner.query('create index area_search on territory.area using gin (search_name gin_trgm_ops)')
}

async function loadAgain(owner: Client, lines: readonly string[]): Promise<void> {
  await owner.query(
    `create temp table incoming_area on commit drop as select ${columns} from territory.area with no data`,
  )
  await copyLines(owner, 'incoming_area', lines)
  await owner.query(`insert into territory.area (${columns}) select * from incoming_area order by code
    on conflict (code) do update set name = excluded.name, search_name = excluded.search_name
    where area.name <> excluded.name`)
}

async function copyLines(owner: Client, table: string, lines: readonly string[]): Promise<void> {
  await pipeline(Readable.from([lines.join('')]), owner.query(copyFrom(`copy ${table} (${columns}) from stdin`)))
}

function listVersion(): string {
  const text = readFileSync(fromRoot('node_modules', source, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

async function areaLines(): Promise<string[]> {
  const lists: readonly [AreaLevel, readonly { code: string; name: string }[]][] = [
    ['province', await getProvinces()],
    ['regency', await getRegencies()],
    ['district', await getDistricts()],
    ['village', await getVillages()],
  ]
  return lists.flatMap(([level, areas]) =>
    areas.map(({ code, name }) => {
      // The list writes an apostrophe as a double quote: Soka"an is Soka'an.
      const spelled = name.replaceAll('"', "'").trim()
      const fields = [code, codesDownTo(code).at(-2) ?? '\\N', level, spelled, searchName(spelled)]
      return `${fields.join('\t')}\n`
    }),
  )
}

/**
 * Says which areas are within this government's own jurisdiction.
 * @param code of the province, regency or city, as the official list has it: "33.01"
 * @returns number of areas; @throws Error for a code that is not in the list
 */
export async function claimRegion(owner: Client, code: string): Promise<number> {
  const { rowCount } = await owner.query(
    `update territory.area set own = (code = $1 or starts_with(code, $1 || '.')) where own or code = $1 or starts_with(code, $1 || '.')`,
    [code],
  )
  const known = await owner.query('select 1 from territory.area where code = $1', [code])
  if (!known.rowCount) throw new Error(`there is no area with the code "${code}"`)
  return rowCount ?? 0
}
