/*
 * EMVCo merchant-presented QR, as QRIS uses it: two digits of tag, two of length in characters, the value. Written here only
 * for the demo acquirer and tests: a real dynamic code always comes from the acquirer. A static code is never turned into a
 * dynamic one, because its money would come without notice and without a match to the bill.
 */

export type Tlv = readonly (readonly [tag: string, value: string])[]

/** CRC-16/CCITT-FALSE over the bytes of a text, four capital hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

/** @returns undefined when a length does not fit or a tag comes twice */
export function readTlv(text: string): Tlv | undefined {
  // Lengths count characters, not bytes and not halves of a surrogate pair.
  const letters = [...text]
  const found: [string, string][] = []
  const tags = new Set<string>()
  for (let at = 0; at < letters.length; ) {
    const head = letters.slice(at, at + 4).join('')
    if (!/^\d{4}$/.test(head)) return undefined
    const [tag, size] = [head.slice(0, 2), Number(head.slice(2))]
    const value = letters.slice(at + 4, at + 4 + size)
    if (value.length !== size || tags.has(tag)) return undefined
    tags.add(tag)
    found.push([tag, value.join('')])
    at += 4 + size
  }
  return found
}

/** @throws RangeError for a value of more than 99 characters */
export function writeTlv(fields: Tlv): string {
  return fields
    .map(([tag, value]) => {
      const size = [...value].length
      if (size > 99 || !/^\d\d$/.test(tag)) throw new RangeError(`field ${tag} with ${size} characters`)
      return `${tag}${String(size).padStart(2, '0')}${value}`
    })
    .join('')
}

/** Fields with their checksum behind them. */
export function writeQr(fields: Tlv): string {
  const text = `${writeTlv(fields)}6304`
  return text + crc16(text)
}

export type QrFault =
  | 'not-tlv'
  | 'bad-crc'
  | 'no-version'
  | 'not-rupiah'
  | 'not-indonesia'
  | 'no-merchant'
  | 'no-national-id'
  | 'no-name'
  | 'bad-amount'

export interface Qris {
  readonly isDynamic: boolean
  /** As it stands in the code: "10000" or "100003.00". */
  readonly amount: string | undefined
  readonly merchantName: string
  readonly city: string
  /** NMID: "ID" and thirteen digits. */
  readonly nationalId: string
  readonly billNumber: string | undefined
}

/** Whether a text is a sound merchant-presented code of any country. */
export function isEmvQr(text: string): boolean {
  return faultOfEmv(text) === undefined
}

function faultOfEmv(text: string): QrFault | undefined {
  const fields = readTlv(text)
  if (!fields) return 'not-tlv'
  if (fields[0]?.[0] !== '00' || fields[0][1] !== '01') return 'no-version'
  const last = fields.at(-1)
  if (last?.[0] !== '63') return 'bad-crc'
  return crc16(text.slice(0, -4)) === last[1].toUpperCase() ? undefined : 'bad-crc'
}

/** Reads a QRIS and says the first thing that is wrong with it. Names longer than allowed are read: acquirers write them. */
export function readQris(text: string): { readonly qris: Qris } | { readonly fault: QrFault } {
  const fault = faultOfEmv(text)
  if (fault) return { fault }
  const fields = new Map(readTlv(text) ?? [])
  if (fields.get('53') !== '360') return { fault: 'not-rupiah' }
  if (fields.get('58') !== 'ID') return { fault: 'not-indonesia' }
  const hasAcquirer = [...fields.keys()].some((tag) => tag >= '26' && tag <= '45')
  if (!hasAcquirer) return { fault: 'no-merchant' }
  const national = new Map(readTlv(fields.get('51') ?? '') ?? [])
  const nationalId = national.get('02') ?? ''
  if (national.get('00') !== 'ID.CO.QRIS.WWW' || !/^ID\d{13}$/.test(nationalId)) return { fault: 'no-national-id' }
  const merchantName = fields.get('59') ?? ''
  if (!merchantName) return { fault: 'no-name' }
  const amount = fields.get('54')
  if (amount !== undefined && !/^\d{1,13}(\.\d{0,2})?$/.test(amount)) return { fault: 'bad-amount' }
  return {
    qris: {
      isDynamic: fields.get('01') === '12',
      amount,
      merchantName,
      city: fields.get('60') ?? '',
      nationalId,
      billNumber: new Map(readTlv(fields.get('62') ?? '') ?? []).get('01'),
    },
  }
}

/** "100003.00" as sen, exactly; undefined for what is no amount. */
export function senOfQr(amount: string | undefined): bigint | undefined {
  const match = /^(\d{1,13})(?:\.(\d{0,2}))?$/.exec(amount ?? '')
  return match ? BigInt(match[1] as string) * 100n + BigInt((match[2] ?? '').padEnd(2, '0')) : undefined
}
