import type { AddressLevel } from '#ui/index.ts'
import type { PackedAreas } from './pack.ts'

const levels = ['province', 'regency', 'district', 'village'] as const
const labels = {
  id: { province: 'Provinsi', regency: 'Kabupaten atau kota', district: 'Kecamatan', village: 'Desa atau kelurahan' },
  en: { province: 'Province', regency: 'Regency or city', district: 'District', village: 'Village' },
} as const

/** The areas on the device, as the picker of an address has them. */
export class AreaBook {
  private readonly names: ReadonlyMap<string, string>
  private readonly below = new Map<string, [string, string][]>()

  constructor(packed: PackedAreas | undefined) {
    const areas = packed?.areas ?? []
    this.names = new Map(areas)
    for (const [code, name] of areas) {
      const parent = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : ''
      this.below.set(parent, [...(this.below.get(parent) ?? []), [code, name]])
    }
    for (const list of this.below.values()) list.sort(([, a], [, b]) => a.localeCompare(b, 'id'))
  }

  childrenOf(code: string): readonly (readonly [string, string])[] {
    return this.below.get(code) ?? []
  }

  /** "Mekarsari, Arunika Kota, Kabupaten Arunika"; a code that is not on the device stays as it is. */
  nameOf(code: string): string {
    const parts = code.split('.').map((_, index, all) => all.slice(0, index + 1).join('.'))
    const names = parts.flatMap((each) => this.names.get(each) ?? [])
    return names.slice(1).reverse().join(', ') || (names[0] ?? code)
  }

  /** @param chosen code so far; where there is only one choice it is made */
  levelsFor(field: string, chosen: string, locale: 'id' | 'en', isOptional: boolean): AddressLevel[] {
    const found: AddressLevel[] = []
    let parent: string | undefined = ''
    for (const [index, level] of levels.entries()) {
      const options: readonly (readonly [string, string])[] = parent === undefined ? [] : this.childrenOf(parent)
      const wanted: string = chosen
        .split('.')
        .slice(0, index + 1)
        .join('.')
      const isThere = chosen.split('.').length > index && options.some(([code]) => code === wanted)
      const only = options.length === 1 && !isOptional && index < 3 ? options[0]?.[0] : undefined
      const value: string | undefined = isThere ? wanted : only
      found.push({
        name: `${field}-${level}`,
        label: labels[locale][level],
        options: options.map(([code, name]) => ({ value: code, label: name })),
        value,
      })
      parent = value
    }
    return found
  }
}
