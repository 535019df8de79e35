import type { AnyHandle } from '#kernel/db/database.ts'
import { findOwnRegion, listChildren } from '#modules/territory/index.ts'
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
