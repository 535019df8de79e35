export type Parentage = 'married' | 'unrecorded' | 'mother-only' | 'foundling'

/**
 * The kind of a birth entry: LU (lahir umum) when reported in time, LT (lahir terlambat) after that.
 * @basis UU 23/2006 pasal 27 ayat (1), pasal 32 ayat (1) jo. UU 24/2013
 * @param withinDays the rule `civil-registration.birth.report-within`
 */
export function birthEntryKind(
  bornOn: Temporal.PlainDate,
  reportedOn: Temporal.PlainDate,
  withinDays: number,
): 'LU' | 'LT' {
  return bornOn.until(reportedOn, { largestUnit: 'days' }).days > withinDays ? 'LT' : 'LU'
}

/** True when a mother was dead on the day of birth; a child born on the day she died is hers. */
export function bornAfterDeath(bornOn: Temporal.PlainDate, motherDiedOn: string | undefined): boolean {
  return motherDiedOn !== undefined && motherDiedOn < bornOn.toString()
}

/** True when a death was reported later than the law asks. @basis UU 23/2006 pasal 44 ayat (1) jo. UU 24/2013 */
export function isLateDeath(diedOn: Temporal.PlainDate, reportedOn: Temporal.PlainDate, withinDays: number): boolean {
  return diedOn.until(reportedOn, { largestUnit: 'days' }).days > withinDays
}

/** "9901-LU-23112026-": region, kind and day of registration; the running number follows. */
export function registerPrefix(regionCode: string, kind: string, on: Temporal.PlainDate): string {
  const day = `${String(on.day).padStart(2, '0')}${String(on.month).padStart(2, '0')}${on.year}`
  return `${regionCode.replaceAll('.', '').slice(0, 4)}-${kind}-${day}-`
}

export function registerNumber(prefix: string, sequence: number): string {
  return `${prefix}${String(sequence).padStart(4, '0')}`
}
