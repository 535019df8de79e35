/**
 * The codes that no longer hold, as a Golomb-coded set (as in BIP 158): about 17.5 bits a code, so that a phone
 * carries a hundred thousand in 220 KB. A code in the set is always found; one that is not is found once in 65,536 times, which
 * is why the page says "check online" and not "false". Runs in the browser too.
 */
export interface RevocationFilter {
  readonly count: number
  readonly bits: Uint8Array
}

const riceBits = 16

/** SHA-256. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>

const webDigest: Digest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/**
 * @param codes of eight letters, as in a statement; twice the same counts once
 * @param digest a faster one than the browser's, for a server with many codes
 */
export async function packFilter(codes: Iterable<string>, digest: Digest = webDigest): Promise<RevocationFilter> {
  const all = [...new Set(codes)]
  const places: bigint[] = []
  for (const code of all) places.push(await placeOf(code, all.length, digest))
  places.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const writer = new BitWriter()
  let before = 0n
  for (const place of places) {
    const step = place - before
    writer.unary(Number(step >> BigInt(riceBits)))
    writer.bits(Number(step & 0xffffn), riceBits)
    before = place
  }
  return { count: all.length, bits: writer.bytes() }
}

/** Whether a code may be in the set; false is certain. @throws RangeError for a set that was cut off */
export async function isInFilter(filter: RevocationFilter, code: string): Promise<boolean> {
  if (filter.count === 0) return false
  const wanted = await placeOf(code, filter.count, webDigest)
  const reader = new BitReader(filter.bits)
  let place = 0n
  for (let index = 0; index < filter.count; index++) {
    place += (BigInt(reader.unary()) << BigInt(riceBits)) | BigInt(reader.bits(riceBits))
    if (place === wanted) return true
    if (place > wanted) return false
  }
  return false
}

/** Evenly somewhere below count times 2^16, from the first 64 bits of the SHA-256. */
async function placeOf(code: string, count: number, digest: Digest): Promise<bigint> {
  const hash = await digest(new TextEncoder().encode(`balai/revoked/v1\n${code}`))
  const first = new DataView(hash.buffer, hash.byteOffset).getBigUint64(0)
  return (first * (BigInt(count) << BigInt(riceBits))) >> 64n
}

class BitWriter {
  private readonly out: number[] = []
  private used = 8

  private bit(one: boolean): void {
    if (this.used === 8) {
      this.out.push(0)
      this.used = 0
    }
    if (one) this.out[this.out.length - 1] = (this.out.at(-1) as number) | (0x80 >> this.used)
    this.used++
  }

  unary(value: number): void {
    for (let count = 0; count < value; count++) this.bit(true)
    this.bit(false)
  }

  bits(value: number, width: number): void {
    for (let shift = width - 1; shift >= 0; shift--) this.bit(((value >> shift) & 1) === 1)
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.out)
  }
}

class BitReader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  private bit(): number {
    const byte = this.bytes[this.at >> 3]
    if (byte === undefined) throw new RangeError('the list of revoked codes is cut off')
    return (byte >> (7 - (this.at++ & 7))) & 1
  }

  unary(): number {
    let value = 0
    while (this.bit() === 1) value++
    return value
  }

  bits(width: number): number {
    let value = 0
    for (let count = 0; count < width; count++) value = (value << 1) | this.bit()
    return value
  }
}
