/*
 * How people write numbers, amounts and times. Reading is the inverse of what `display.ts` shows; text that cannot be
 * read comes back as it was typed, to be refused with its words kept. Runs in the browser too.
 */

/**
 * "3,2" and "3.2" are the same weight. Groups of three digits are thousands, unless three digits may follow the comma.
 * @returns a number, or the text
 */
export function readNumber(typed: string, decimals: number): number | string {
  const text = typed.replace(/\s/g, '')
  const grouped = decimals < 3 && /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text)
  const both = /^-?\d{1,3}([.,])\d{3}(\1\d{3})*(?!\1)[.,]\d+$/.test(text)
  let plain = text
  if (grouped) plain = text.replace(/[.,]/g, '')
  else if (both) {
    const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
    plain = `${text.slice(0, at).replace(/[.,]/g, '')}.${text.slice(at + 1)}`
  } else plain = text.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed
}

const units: Readonly<Record<string, number>> = {
  ribu: 1e3,
  rb: 1e3,
  juta: 1e6,
  jt: 1e6,
  miliar: 1e9,
  milyar: 1e9,
}

/** "1.250.000", "Rp 1.250.000,00", "Rp1.250.000,-", "1,25 juta". @returns whole rupiah, or the text */
export function readRupiah(typed: string): number | string {
  const text = typed
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^(rp|idr)\.?/, '')
    .replace(/,-+$/, '')
  const spoken = /^(\d+)(?:[.,](\d{1,3}))?(ribu|rb|juta|jt|miliar|milyar)$/.exec(text)
  if (spoken) {
    const [, whole = '', part = '', unit = ''] = spoken
    const amount = (Number(`${whole}${part}`) * (units[unit] as number)) / 10 ** part.length
    return Number.isSafeInteger(amount) ? amount : typed
  }
  // The cents, which have to be nought, stand behind the other sign than the thousands.
  const match =
    /^(-?\d+)(?:[.,]0{1,2})?$/.exec(text) ??
    /^(-?\d{1,3}(?:\.\d{3})+)(?:,0{1,2})?$/.exec(text) ??
    /^(-?\d{1,3}(?:,\d{3})+)(?:\.0{1,2})?$/.exec(text)
  if (!match) return typed
  const amount = Number((match[1] as string).replace(/[.,]/g, ''))
  return Number.isSafeInteger(amount) ? amount : typed
}

/** "-7,1234" or "-7.1234". @returns degrees, or the text */
export function readDegrees(typed: string): number | string {
  const plain = typed.replace(/[\s°]/g, '').replace(',', '.')
  return /^[+-]?\d{1,3}(\.\d{1,15})?$/.test(plain) ? Number(plain) : typed
}

/** "5" is RT 005: neighbourhoods are always written with three digits. */
export function readNeighbourhood(typed: string): string {
  const text = typed.trim()
  return /^\d{1,3}$/.test(text) ? text.padStart(3, '0') : text
}

/** Without the spaces, dots and dashes that people set between digits. */
export function digitsOf(typed: string): string {
  return typed.replace(/[\s.\-\u2010-\u2015()]/g, '')
}

/** The number as it is typed again: "3,2" in Indonesian, "3.2" in English; thousands set apart from five digits on. */
export function writeNumber(value: number, decimals: number, locale: 'id' | 'en'): string {
  const [whole = '', part] = plainDecimal(value).split('.')
  const [group, comma] = locale === 'id' ? ['.', ','] : [',', '.']
  const digits = whole.replace('-', '')
  const grouped = decimals < 3 && digits.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, group as string) : whole
  return part ? `${grouped}${comma}${part}` : grouped
}

/** Never in powers of ten. */
function plainDecimal(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text
}

/** "1.250.000": rupiah are grouped the same way in both languages, as on every receipt in the country. */
export function writeRupiah(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.')
}
