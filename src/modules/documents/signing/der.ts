/**
 * The few DER encodings (ITU-T X.690) that a CMS signature is made of. Writing them out keeps full control of the
 * signed attributes, which PAdES restricts; reading is left to asn1js.
 */

export const TAG = {
  integer: 0x02,
  octetString: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** Context-specific [n], constructed. */
  context: (number: number) => 0xa0 + number,
} as const

export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts)
  return Buffer.concat([Uint8Array.of(tag), encodeLength(content.length), content])
}

function encodeLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Uint8Array.of(0x80 | bytes.length, ...bytes)
}

const identifiers = new Map<string, Uint8Array>()

/** An object identifier from its dotted form; arcs may be as long as those made of a UUID. */
export function oid(dotted: string): Uint8Array {
  const found = identifiers.get(dotted) ?? encodeOid(dotted)
  if (identifiers.size < 200) identifiers.set(dotted, found)
  return found
}

function encodeOid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt)
  const bytes: number[] = []
  for (const arc of [first * 40n + second, ...rest]) {
    const septets = [Number(arc % 128n)]
    for (let left = arc / 128n; left > 0n; left /= 128n) septets.unshift(128 + Number(left % 128n))
    bytes.push(...septets)
  }
  return der(TAG.oid, Uint8Array.from(bytes))
}

/** A non-negative integer from its big-endian bytes, in the shortest form that stays positive. */
export function unsignedInteger(bytes: Uint8Array): Uint8Array {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  const shortest = bytes.subarray(start)
  const needsZero = ((shortest[0] ?? 0) & 0x80) !== 0
  return der(TAG.integer, needsZero ? Uint8Array.of(0) : new Uint8Array(), shortest)
}

/** DER wants the members of a SET OF in ascending order of their encodings. */
export function setOf(tag: number, members: readonly Uint8Array[]): Uint8Array {
  return der(tag, ...[...members].sort(Buffer.compare))
}

/** GeneralizedTime to the second (X.690, 11.7). */
export const generalizedTime = (date: Date): Uint8Array => der(0x18, Buffer.from(`${digitsOf(date)}Z`))

/** UTCTime until 2049, GeneralizedTime from then on, as certificates and lists must have it (RFC 5280, 4.1.2.5). */
export const certificateTime = (date: Date): Uint8Array =>
  date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(`${digitsOf(date).slice(2)}Z`)) : generalizedTime(date)

const digitsOf = (date: Date): string => date.toISOString().slice(0, 19).replace(/[-T:]/g, '')

export const boolean = (value: boolean): Uint8Array => der(0x01, Uint8Array.of(value ? 0xff : 0))
export const bitString = (bytes: Uint8Array, unused = 0): Uint8Array => der(0x03, Uint8Array.of(unused), bytes)
export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(TAG.sequence, ...parts)
/** A small whole number from 0. */
export const smallInteger = (value: number): Uint8Array => {
  const hex = value.toString(16)
  return unsignedInteger(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'))
}
