/** Why two records may be of one person, or of two. */
export const duplicateReasons = [
  'same-certificate',
  'same-name-and-birth',
  'like-name-and-birth',
  'swapped-birth',
  'near-birth',
  'same-mother',
  'like-mother',
  'same-place',
  'same-family',
  'other-certificate',
  'other-mother',
  'other-sex',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

/**
 * How much each reason says, in points of a hundred. No law knows these figures: they are what separates pairs that
 * officers joined from pairs that they kept apart, and they are stored with every pair that was found by them.
 */
export const duplicateWeights: Readonly<Record<DuplicateReason, number>> = {
  // A certificate is issued once for one person.
  'same-certificate': 60,
  // In a region of five million some two people share a common name and a day of birth by chance.
  'same-name-and-birth': 52,
  'like-name-and-birth': 34,
  // Day and month in the wrong order is the commonest slip of a keyboard.
  'swapped-birth': 34,
  'near-birth': 24,
  'same-mother': 30,
  'like-mother': 22,
  'same-place': 4,
  // One card seldom names one person twice, but a correction by a new entry does just that.
  'same-family': 8,
  // Two certificates are two people, unless the second was issued by mistake.
  'other-certificate': -22,
  'other-mother': -34,
  'other-sex': -28,
}

/** From this score on officers look at a pair. */
export const duplicateThreshold = 50
/** From this score on a new entry is stopped for a look before it is made. */
export const duplicateAlarm = 75
