import { pooledRandom } from './crypto/random-pool.ts'

declare const brand: unique symbol

/** A string that only one kind of thing may use as its id. */
export type Id<Kind extends string> = string & { readonly [brand]?: Kind }

/** The last counter of the milliseconds that were used last: a command's own moment and the clock's take turns. */
const counters = new Map<number, number>()
const mostMoments = 64

/**
 * UUID version 7 (RFC 9562): time-ordered, so that new rows land at the end of an index. Ids that one
 * process makes in the same millisecond rise too, by a 12-bit counter (method 1 of section 6.2), also when it makes others
 * in between.
 * @param atMs milliseconds since the epoch; now when left out
 */
export function newId<Kind extends string>(atMs: number = Date.now()): Id<Kind> {
  const bytes = pooledRandom(16)
  const before = counters.get(atMs)
  const counter = before === undefined ? bytes.readUInt16BE(6) & 0x7ff : (before + 1) & 0xfff
  counters.delete(atMs)
  counters.set(atMs, counter)
  if (counters.size > mostMoments) counters.delete(counters.keys().next().value as number)
  bytes.writeUIntBE(atMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return uuid.test(text)
}
