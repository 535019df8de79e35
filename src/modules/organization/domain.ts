import type { ActingPosition } from '#kernel/access/access.ts'

export type Manner = ActingPosition['manner']

/** Whole days, both inclusive; no end means until further notice. ISO dates compare as text. */
export interface Period {
  readonly from: string
  readonly to?: string | null | undefined
}

export interface Holding extends Period {
  readonly id: string
  readonly officialId: string
  readonly manner: Manner
}

const mannerOrder: Readonly<Record<Manner, number>> = { definitif: 0, plt: 1, plh: 2 }

export function coversDay(period: Period, day: string): boolean {
  return period.from <= day && (!period.to || period.to >= day)
}

export function overlaps(a: Period, b: Period): boolean {
  return (!a.to || a.to >= b.from) && (!b.to || b.to >= a.from)
}

/** True when the whole of `inner` lies within `outer`. */
export function liesWithin(inner: Period, outer: Period): boolean {
  if (inner.from < outer.from) return false
  if (!outer.to) return true
  return Boolean(inner.to && inner.to <= outer.to)
}

/** Who holds a post on a day: the definitive holder first, then Plt, then Plh. */
export function holdersOn<H extends Holding>(holdings: readonly H[], day: string): H[] {
  return holdings
    .filter((holding) => coversDay(holding, day))
    .sort((a, b) => mannerOrder[a.manner] - mannerOrder[b.manner] || (a.from < b.from ? -1 : 1))
}

/**
 * The holding that a new one collides with. A post has at most one definitive holder, one Plt and one
 * Plh at a time; a Plh may stand in beside the definitive holder who is away, a Plt only while there is none.
 * @basis UU 30/2014 pasal 14 ayat (2)
 */
export function findCollision<H extends Holding>(
  wanted: Period & { readonly manner: Manner; readonly officialId: string },
  holdings: readonly H[],
): H | undefined {
  return holdings.find(
    (holding) =>
      overlaps(wanted, holding) &&
      (holding.manner === wanted.manner ||
        holding.officialId === wanted.officialId ||
        (holding.manner !== 'plh' && wanted.manner !== 'plh')),
  )
}

export type HoldingState = 'ended' | 'current' | 'coming'

export function holdingState(period: Period, day: string): HoldingState {
  if (period.from > day) return 'coming'
  return coversDay(period, day) ? 'current' : 'ended'
}

/** Codes are the segments of a unit's path: short, plain, stable. */
export const unitCodePattern = /^[a-z][a-z0-9-]{1,40}$/

export function unitPath(parentPath: string | undefined, code: string): string {
  return parentPath ? `${parentPath}.${code}` : code
}

export const unitKinds = [
  'government',
  'secretariat',
  'agency',
  'division',
  'section',
  'district',
  'village',
  'health-centre',
  'school',
] as const

export type UnitKind = (typeof unitKinds)[number]
