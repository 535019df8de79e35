/** Where the present comes from. Domain code is given a time; only the kernel asks the clock. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock for tests and replays that stands until it is moved. */
export class FixedClock implements Clock {
  private instant: Temporal.Instant

  constructor(at: string | Temporal.Instant) {
    this.instant = Temporal.Instant.from(at)
  }

  now(): Temporal.Instant {
    return this.instant
  }

  advance(by: Temporal.DurationLike): void {
    this.instant = this.instant.add(by)
  }

  set(at: string | Temporal.Instant): void {
    this.instant = Temporal.Instant.from(at)
  }
}

/** The zones of Indonesia, with what people call them. */
export const zones = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
} as const

export type Zone = keyof typeof zones

export function isZone(value: string): value is Zone {
  return value in zones
}

export function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

export function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

export function dayOf(instant: Temporal.Instant, zone: Zone): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate()
}
