/** From the widest to the narrowest. */
export const areaLevels = ['province', 'regency', 'district', 'village'] as const

export type AreaLevel = (typeof areaLevels)[number]

/**
 * Official code of an area, dotted: 99, 99.01, 99.01.02, 99.01.02.2003.
 * @basis Permendagri 72/2019 (kode dan data wilayah administrasi pemerintahan)
 */
export const areaCodePattern = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/

export function isAreaCode(text: string): boolean {
  return areaCodePattern.test(text)
}

/** "" is the whole country, so it covers every area. */
export function isWithin(code: string, prefix: string): boolean {
  return prefix === '' || code === prefix || code.startsWith(`${prefix}.`)
}

/** The code itself and those above it, widest first: 99, 99.01, 99.01.02. */
export function codesDownTo(code: string): string[] {
  const parts = code.split('.')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}

export function levelOf(code: string): AreaLevel | undefined {
  return isAreaCode(code) ? areaLevels[code.split('.').length - 1] : undefined
}

/** Unaccented lower case with single spaces, as `search_name` holds it. */
export function searchName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Name of the posted field of one level: `address-province`. */
export function levelField(field: string, level: AreaLevel): string {
  return `${field}-${level}`
}

/**
 * What an address picker has chosen: the narrowest level that still lies within the levels above it.
 * Without scripts a changed province arrives together with the regency of the one before.
 * @returns "" when not even a province is chosen
 */
export function chosenArea(field: string, read: (name: string) => string): string {
  let chosen = ''
  for (const level of areaLevels) {
    const value = read(levelField(field, level))
    if (levelOf(value) !== level || !isWithin(value, chosen)) return chosen
    chosen = value
  }
  return chosen
}
