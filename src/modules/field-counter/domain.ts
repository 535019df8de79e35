/** Digits and letters that nobody mistakes for one another; 31 of them, a prime. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXY'
const codeLength = 3

/** Code of a device from its number: `00A`, one of 29,791. */
export function deviceCode(number: number): string {
  const wrapped = number % signs.length ** codeLength
  return [2, 1, 0].map((place) => signs[Math.floor(wrapped / signs.length ** place) % signs.length]).join('')
}

/**
 * Number of a provisional receipt: `K7M-0012-4`. The last sign is a check: any one sign read wrongly and any two
 * neighbours exchanged are found, because the signs are counted modulo a prime.
 */
export function localNumber(device: string, running: number): string {
  const body = `${device}-${String(running).padStart(4, '0')}`
  return `${body}-${checkSign(body)}`
}

/** Reads what people type: small letters, O for zero, spaces. Undefined for what is no such number. */
export function parseLocalNumber(text: string): string | undefined {
  const plain = text
    .trim()
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[\s.–—-]/g, '')
  const match = /^([0-9A-Z]{3})(\d{4,6})([0-9A-Z])$/.exec(plain)
  if (!match) return undefined
  const body = `${match[1]}-${match[2]}`
  return checkSign(body) === match[3] ? `${body}-${match[3]}` : undefined
}

function checkSign(body: string): string {
  const values = [...body.replace(/-/g, '')].map((sign) => Math.max(0, signs.indexOf(sign)))
  const sum = values.reduce((total, value, index) => total + value * (index + 2), 0)
  return signs[sum % signs.length] as string
}

/** A clock may be wrong by this much and still tell the day. */
export const trustedOffsetMs = 10 * 60 * 1000
/** Longer than this nothing waits on a device without the server's clock having been seen in between. */
const longestWaitDays = 60

export interface ReportedTimes {
  /** When it was put in the queue, by the clock of the device. */
  readonly filledAtMs: number
  /** When the device sent it, by its own clock. */
  readonly sentAtMs: number
  readonly receivedAtMs: number
}

export interface ReportTime {
  /** The moment that counts as the report. */
  readonly atMs: number
  readonly isTrusted: boolean
  readonly offsetMs: number
}

/**
 * By which moment a report is in time or late. The device's clock is believed when it nearly agrees with ours as it sends
 * and what it says is possible: not after now, and not too long ago. Small differences are put right. A clock that is far
 * off tells nothing, since it can also be set: then the moment of arrival counts, and both are kept.
 */
export function reportTime({ filledAtMs, sentAtMs, receivedAtMs }: ReportedTimes): ReportTime {
  const offsetMs = sentAtMs - receivedAtMs
  const corrected = filledAtMs - offsetMs
  const isPossible = filledAtMs <= sentAtMs && receivedAtMs - corrected <= longestWaitDays * 86_400_000
  const isTrusted = Math.abs(offsetMs) <= trustedOffsetMs && isPossible
  return { atMs: isTrusted ? Math.min(corrected, receivedAtMs) : receivedAtMs, isTrusted, offsetMs }
}

/** As a column of 32 bits holds it: a clock that was never set is off by decades. */
export function storedOffset(offsetMs: number): number {
  const most = 2_000_000_000
  return Math.round(Math.min(most, Math.max(-most, offsetMs)))
}

/** Bytes of one piece of a file: small enough for a line that breaks every minute. */
export const partBytes = 128 * 1024

export function partsOf(sizeBytes: number): number {
  return Math.max(1, Math.ceil(sizeBytes / partBytes))
}

/** True when two writings of a name are one: letters only, and at most two of them different. */
export function nearName(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) =>
    name
      .normalize('NFD')
      .toUpperCase()
      .replace(/[^A-Z]/g, ''),
  ) as [string, string]
  return left !== '' && right !== '' && distance(left, right) <= 2
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same))
    }
    row = next
  }
  return row[b.length] as number
}

export const itemStates = ['arriving', 'received', 'refused', 'conflict', 'withdrawn'] as const
export type ItemState = (typeof itemStates)[number]
