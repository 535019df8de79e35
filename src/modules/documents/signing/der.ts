/**
 * The few DER encodings (ITU-T X.690) that a CMS signature is made of. Writing them out keeps full control of the
 * signed attributes, which PAdES restricts; reading is left to @peculiar/asn1-cms.
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

/** An object identifier from its dotted form. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes: number[] = []
  for (const arc of [first * 40 + second, ...rest]) {
    const septets = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) septets.unshift(128 + (left % 128))
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
