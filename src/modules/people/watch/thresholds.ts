/** The dated rows from which on an officer's readings need a reason. */
export const readingRules = {
  perHour: 'population-register.reading.per-hour',
  perDay: 'population-register.reading.per-day',
  stopPerHour: 'population-register.reading.stop-per-hour',
  ownNeighbours: 'population-register.reading.own-neighbours',
  ownNeighboursMonth: 'population-register.reading.own-neighbours-month',
  ownName: 'population-register.reading.own-name',
  withoutCase: 'population-register.reading.without-case',
  outsideHours: 'population-register.reading.outside-hours',
} as const
export type RuleOfReading = keyof typeof readingRules
