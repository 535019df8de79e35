import type { AnyHandle } from '#kernel/db/database.ts'
import { figuresOf } from '../office-law.ts'

/** Figures that judge whether data can be true: rows of law and of the office's own practice, of one day. */
export interface PlausibilityLimits {
  readonly motherYoungest: number
  readonly motherYoung: number
  readonly motherOld: number
  readonly motherOldest: number
  readonly fatherYoungest: number
  /** Months. */
  readonly birthsApart: number
  /** Days. */
  readonly birthAfterFather: number
  readonly marriageAge: number
  readonly oldest: number
  readonly familyMembers: number
}

/** The rows that the figures stand in. */
export const plausibilityRules: Readonly<Record<keyof PlausibilityLimits, string>> = {
  motherYoungest: 'population-register.mother.youngest',
  motherYoung: 'population-register.mother.young',
  motherOld: 'population-register.mother.old',
  motherOldest: 'population-register.mother.oldest',
  fatherYoungest: 'population-register.father.youngest',
  birthsApart: 'population-register.births-apart',
  birthAfterFather: 'population-register.birth-after-father',
  marriageAge: 'civil-registration.marriage.minimum-age',
  oldest: 'population-register.oldest',
  familyMembers: 'population-register.family-members',
}

/** The figures of a day. */
export async function plausibilityLimitsOn(db: AnyHandle, day: Temporal.PlainDate): Promise<PlausibilityLimits> {
  return figuresOf(db, plausibilityRules, day)
}
