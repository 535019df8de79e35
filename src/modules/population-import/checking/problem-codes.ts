/** What is found in a single row; what needs all rows is found by the register (`stagedFindings`). Texts: texts/problems.ts. */
export const rowErrors = [
  'empty',
  'number-length',
  'number-lost-digits',
  'number-placeholder',
  'too-long',
  'odd-name',
  'date-unreadable',
  'date-ambiguous',
  'date-short-year',
  'date-future',
  'value-unknown',
  'village-unknown',
  'village-ambiguous',
  'village-differs',
  'married-before-birth',
] as const
export const rowWarnings = [
  'date-by-nik',
  'nik-date-differs',
  'nik-sex-differs',
  'nik-date-unreadable',
  'very-old',
  'parent-nik-unreadable',
  'relation-sex',
  'young-head',
  'address-differs',
  'neighbourhood-closed',
  'neighbourhood-unknown',
] as const
export type RowFinding = (typeof rowErrors)[number] | (typeof rowWarnings)[number]
