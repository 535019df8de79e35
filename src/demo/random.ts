import { createHash } from 'node:crypto'

/**
 * Chance that can be repeated: the same seed gives the same region on every machine (sfc32, Chris
 * Doty-Humphrey's Small Fast Counter). Not for secrets.
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private d: number

  /** @param names parts of one seed: `new Random('arunika', 'people', '99.01.02.2003')` */
  constructor(...names: readonly (string | number)[]) {
    const digest = createHash('sha256').update(names.join('/')).digest()
    this.a = digest.readInt32LE(0)
    this.b = digest.readInt32LE(4)
    this.c = digest.readInt32LE(8)
    this.d = digest.readInt32LE(12)
    for (let i = 0; i < 12; i += 1) this.bits()
  }

  /** 32 random bits, as a signed integer. */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + sum) | 0
    return sum
  }

  /** In [0, 1). */
  next(): number {
    return (this.bits() >>> 0) / 4_294_967_296
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T
  }

  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i -= 1) {
      const j = this.between(0, i)
      ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
    }
    return copy
  }
}

/** Values with weights, drawn in proportion. */
export class Weighted<T> {
  private readonly values: readonly T[]
  private readonly sums: readonly number[]
  private readonly total: number

  constructor(entries: readonly (readonly [value: T, weight: number])[]) {
    let total = 0
    this.values = entries.map(([value]) => value)
    this.sums = entries.map(([, weight]) => {
      total += weight
      return total
    })
    this.total = total
  }

  draw(random: Random): T {
    const at = random.next() * this.total
    const index = this.sums.findIndex((sum) => at < sum)
    return this.values[index] as T
  }
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Ids in the form of UUID version 7, rising, so that a large load fills its indexes from left to right. */
export class DemoIds {
  private at: number

  constructor(
    private readonly random: Random,
    startMs: number,
  ) {
    this.at = startMs
  }

  next(): string {
    this.at += 1
    const time = this.at.toString(16).padStart(12, '0')
    const [x, y, z] = [this.random.bits(), this.random.bits(), this.random.bits()]
    const tail = `${hex[(y >>> 8) & 255]}${hex[y & 255]}${hex[z >>> 24]}${hex[(z >>> 16) & 255]}${hex[(z >>> 8) & 255]}${hex[z & 255]}`
    return `${time.slice(0, 8)}-${time.slice(8)}-7${((x >>> 4) & 0xfff).toString(16).padStart(3, '0')}-${hex[0x80 | ((x >>> 16) & 0x3f)]}${hex[(x >>> 24) & 255]}-${tail}`
  }
}
