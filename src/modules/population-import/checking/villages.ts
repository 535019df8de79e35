import type { AnyHandle } from '#kernel/db/database.ts'
import { findOwnRegion, listChildren, listNeighbourhoods } from '#modules/territory/index.ts'
import { plainHeading } from '../mapping/fields.ts'

/** Villages of this region, findable by code and by name. */
export interface Villages {
  /** Digits of the region's own code. */
  readonly ownCode: string
  readonly byCode: ReadonlySet<string>
  /** Codes by plain name, and by plain name with that of the district. */
  readonly byName: ReadonlyMap<string, readonly string[]>
  readonly list: readonly { readonly code: string; readonly name: string; readonly district: string }[]
}

/** How RT and RW of the file stand in the lists of the villages; undefined for a village that has none. */
export interface Neighbourhoods {
  standing(village: string, rt: string, rw: string): 'open' | 'closed' | 'unknown' | undefined
}

/** All lists at once, some ten thousand short rows: a million rows are then compared without a question each. */
export async function loadNeighbourhoods(db: AnyHandle): Promise<Neighbourhoods> {
  const listed = new Set<string>()
  const known = new Map<string, boolean>()
  let after: string | undefined
  do {
    const { rows, next } = await listNeighbourhoods(db, { territories: [''] }, after, 2000)
    for (const { villageCode, rt, rw, closedOn } of rows) {
      listed.add(villageCode)
      known.set(`${villageCode}|${rt}|${rw}`, closedOn === undefined)
    }
    after = next
  } while (after)
  return {
    standing(village, rt, rw) {
      if (!listed.has(village)) return undefined
      const isOpen = known.get(`${village}|${rt}|${rw}`)
      return isOpen === undefined ? 'unknown' : isOpen ? 'open' : 'closed'
    },
  }
}

/** "Kel. Sukamaju" and "SUKAMAJU" are one. */
export function plainVillage(name: string): string {
  return plainHeading(name.replace(/^\s*(desa|kelurahan|kel\.|kel|ds\.|kecamatan|kec\.|kec|nagari|gampong)\s+/i, ''))
}

export async function loadVillages(db: AnyHandle): Promise<Villages> {
  const own = await findOwnRegion(db)
  const list: { code: string; name: string; district: string }[] = []
  const byName = new Map<string, string[]>()
  const add = (key: string, code: string) => byName.set(key, [...(byName.get(key) ?? []), code])
  const visit = async (code: string, district: string): Promise<void> => {
    for (const area of await listChildren(db, code)) {
      if (area.level !== 'village') await visit(area.code, area.level === 'district' ? area.name : district)
      else {
        list.push({ code: area.code, name: area.name, district })
        add(plainVillage(area.name), area.code)
        add(`${plainVillage(area.name)}|${plainVillage(district)}`, area.code)
      }
    }
  }
  if (own) await visit(own.code, own.level === 'district' ? own.name : '')
  return { ownCode: (own?.code ?? '').replaceAll('.', ''), byCode: new Set(list.map(({ code }) => code)), byName, list }
}

/** 9901022003 and 99.01.02.2003 are one code. */
export function dottedCode(text: string): string | undefined {
  const digits = text.replace(/[.\s]/g, '')
  return /^\d{10}$/.test(digits) ? digits.replace(/^(..)(..)(..)(....)$/, '$1.$2.$3.$4') : undefined
}
