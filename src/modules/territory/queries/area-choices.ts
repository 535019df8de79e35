import type { AnyHandle } from '#kernel/db/database.ts'
import { codesDownTo, isWithin } from '../domain.ts'
import { findOwnRegion, getAreaPath, listChildren } from '../queries.ts'

export interface AreaChoice {
  readonly value: string
  readonly label: string
}

/**
 * Areas to filter by, never more than a few levels of one branch: those directly below the own region,
 * and of the chosen one the areas below it. So it stays short in a province as well.
 */
export async function listAreaChoices(
  db: AnyHandle,
  chosen: string,
  territories: readonly string[],
): Promise<AreaChoice[]> {
  const own = await findOwnRegion(db)
  if (!own) return []
  const open = new Set(isWithin(chosen, own.code) ? codesDownTo(chosen) : [])
  const choices: AreaChoice[] = []
  const add = async (parent: string, indent: string): Promise<void> => {
    for (const area of await listChildren(db, parent)) {
      const mayRead = territories.some((territory) => isWithin(area.code, territory) || isWithin(territory, area.code))
      if (!mayRead) continue
      choices.push({ value: area.code, label: indent + area.name })
      if (open.has(area.code)) await add(area.code, `${indent}– `)
    }
  }
  await add(own.code, '')
  return choices
}

/** Name of an area for a chip: "Sukawening, Mekarsari". Undefined for an unknown code. */
export async function findAreaName(db: AnyHandle, code: string): Promise<string | undefined> {
  const path = await getAreaPath(db, code).catch(() => [])
  return (
    path
      .slice(2)
      .map((area) => area.name)
      .reverse()
      .join(', ') || path.at(-1)?.name
  )
}

/** Every village of the own region that lies in one of these territories, by district. */
export async function listOwnVillages(db: AnyHandle, territories: readonly string[]): Promise<AreaChoice[]> {
  const own = await findOwnRegion(db)
  const villages: AreaChoice[] = []
  for (const district of own ? await listChildren(db, own.code) : []) {
    for (const village of await listChildren(db, district.code)) {
      if (!territories.some((territory) => isWithin(village.code, territory))) continue
      villages.push({ value: village.code, label: `${district.name}: ${village.name}` })
    }
  }
  return villages
}
