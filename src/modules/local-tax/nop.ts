/** Nomor Objek Pajak: province 2, regency 2, district 3, village 3, block 3, parcel 4, kind 1. */
export interface Nop {
  readonly province: string
  readonly regency: string
  readonly district: string
  readonly village: string
  readonly block: string
  readonly parcel: string
  readonly kind: string
}

/** Where each part begins and ends among the eighteen digits. */
const places = {
  province: [0, 2],
  regency: [2, 4],
  district: [4, 7],
  village: [7, 10],
  block: [10, 13],
  parcel: [13, 17],
  kind: [17, 18],
} as const
const parts = Object.keys(places) as (keyof Nop)[]

/** Eighteen digits, however they are set apart. @returns undefined for what is no NOP */
export function parseNop(text: string): Nop | undefined {
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^\d{18}$/.test(digits)) return undefined
  const entries = parts.map((part) => [part, digits.slice(...places[part])] as const)
  const nop = Object.fromEntries(entries) as unknown as Nop
  return nop.province === '00' || nop.parcel === '0000' ? undefined : nop
}

/** The eighteen digits alone, as they are stored. */
export function nopDigits(nop: Nop): string {
  return parts.map((part) => nop[part]).join('')
}

/** "99.01.002.003.001.0042.0" */
export function formatNop(digits: string): string {
  const nop = parseNop(digits)
  return nop ? parts.map((part) => nop[part]).join('.') : digits
}

/** First ten digits of every parcel of a village: "99.01.02.2003" gives "9901002003". */
export function nopPlace(villageCode: string): string {
  const [province = '', regency = '', district = '', village = ''] = villageCode.split('.')
  return `${province}${regency}${district.padStart(3, '0')}${village.slice(-3).padStart(3, '0')}`
}

export function nopOf(villageCode: string, block: string, parcel: bigint): string {
  return `${nopPlace(villageCode)}${block}${String(parcel).padStart(4, '0')}0`
}
