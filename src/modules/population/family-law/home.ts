import type { CoupleHome } from '#modules/people/index.ts'
import type { Answers } from '#modules/services/index.ts'
import type { Couple } from './spouses.ts'

/** Where the couple chose to stand, as the register takes it. */
export function homeOf(answers: Answers, couple: Pick<Couple, 'applicant' | 'other'>): CoupleHome {
  const childIds = Array.isArray(answers['children']) ? answers['children'].map(String) : []
  const hostId = (answers['home'] === 'mine' ? couple.applicant : couple.other).person?.id
  if ((answers['home'] === 'mine' || answers['home'] === 'theirs') && hostId) {
    return { kind: 'join', hostId, childIds }
  }
  const place = answers['newAddress']
  if (answers['home'] !== 'new' || !isAddress(place)) return { kind: 'stay' }
  const { street, rt, rw, area } = place
  return { kind: 'new-card', place: { address: street, rt, rw, villageCode: area }, childIds }
}

interface Address {
  readonly street: string
  readonly rt: string
  readonly rw: string
  readonly area: string
}

function isAddress(value: unknown): value is Address {
  return typeof value === 'object' && value !== null && 'area' in value && 'street' in value
}
