import { editDistance } from '../names/edit-distance.ts'
import { type DuplicateReason, duplicateWeights } from './weights.ts'

/** What is compared of a record. */
export interface Likened {
  /** Sounds of the words of the name, sorted. */
  readonly nameKeys: readonly string[]
  readonly motherKeys: readonly string[]
  readonly sex: string
  /** ISO day. */
  readonly birthOn: string
  readonly birthPlace?: string | undefined
  readonly motherId?: string | undefined
  readonly familyId?: string | undefined
  readonly birthCertificateNumber?: string | undefined
}

export interface DuplicateScore {
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
}

/** How likely two records are of one person. Twins are two people: born on one day of one mother, with other names. */
export function scorePair(a: Likened, b: Likened): DuplicateScore {
  const names = likeness(a.nameKeys, b.nameKeys)
  if (names === 'other' && !isSameText(a.birthCertificateNumber, b.birthCertificateNumber)) return none
  if (isTwins(a, b, names)) return none
  const reasons = [...nameAndBirth(a, b, names), ...certificates(a, b), ...mothers(a, b)]
  if (isSameText(a.birthPlace, b.birthPlace)) reasons.push('same-place')
  if (a.familyId && a.familyId === b.familyId) reasons.push('same-family')
  if (a.sex !== b.sex) reasons.push('other-sex')
  const sum = reasons.reduce((total, reason) => total + duplicateWeights[reason], 0)
  return { score: Math.max(0, Math.min(100, sum)), reasons }
}

const none: DuplicateScore = { score: 0, reasons: [] }

export type NameLikeness = 'same' | 'like' | 'other'

/** same: the same sounds in any order; like: one slip in one word, or the shorter name within the longer. */
export function likeness(a: readonly string[], b: readonly string[]): NameLikeness {
  if (a.length === 0 || b.length === 0) return 'other'
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const left = [...longer]
  let slips = 0
  for (const key of shorter) {
    const place = best(key, left)
    if (place.distance > (key.length <= 4 ? 1 : 2)) return 'other'
    slips += place.distance
    left.splice(place.index, 1)
  }
  if (slips === 0 && left.length === 0) return 'same'
  if (shorter.length === 1 && left.length > 0) return 'other'
  return slips <= Math.max(1, shorter.length - 1) ? 'like' : 'other'
}

function best(key: string, among: readonly string[]): { index: number; distance: number } {
  let found = { index: -1, distance: Number.POSITIVE_INFINITY }
  for (const [index, other] of among.entries()) {
    const distance = editDistance(key, other, 2)
    if (distance < found.distance) found = { index, distance }
  }
  return found
}

function isTwins(a: Likened, b: Likened, names: NameLikeness): boolean {
  const sameMother = a.motherId !== undefined && a.motherId === b.motherId
  const otherPapers =
    a.birthCertificateNumber !== undefined &&
    b.birthCertificateNumber !== undefined &&
    !isSameText(a.birthCertificateNumber, b.birthCertificateNumber)
  // Midnight between two births is still one birth. Twins with like names have certificates of their own.
  return sameMother && daysBetween(a.birthOn, b.birthOn) <= 1 && names !== 'same' && (names === 'other' || otherPapers)
}

function nameAndBirth(a: Likened, b: Likened, names: NameLikeness): DuplicateReason[] {
  if (names === 'other') return []
  if (a.birthOn === b.birthOn) return [names === 'same' ? 'same-name-and-birth' : 'like-name-and-birth']
  if (swappedBirth(a.birthOn) === b.birthOn) return ['swapped-birth']
  return names === 'same' && slipsOfBirth(a.birthOn).includes(b.birthOn) ? ['near-birth'] : []
}

function certificates(a: Likened, b: Likened): DuplicateReason[] {
  if (!a.birthCertificateNumber || !b.birthCertificateNumber) return []
  return [isSameText(a.birthCertificateNumber, b.birthCertificateNumber) ? 'same-certificate' : 'other-certificate']
}

function mothers(a: Likened, b: Likened): DuplicateReason[] {
  if (a.motherId && a.motherId === b.motherId) return ['same-mother']
  if (a.motherKeys.length === 0 || b.motherKeys.length === 0) return []
  return [likeness(a.motherKeys, b.motherKeys) === 'other' ? 'other-mother' : 'like-mother']
}

/** 1980-05-07 and 1980-07-05; undefined when that is no other day. */
export function swappedBirth(birthOn: string): string | undefined {
  const [year, month, day] = birthOn.split('-')
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : undefined
}

/** Days that one wrong figure makes of a day. */
export function slipsOfBirth(birthOn: string): string[] {
  const born = Temporal.PlainDate.from(birthOn)
  const near = [
    ...[1, 10].flatMap((years) => [born.subtract({ years }), born.add({ years })]),
    ...[1, 2].flatMap((months) => [born.subtract({ months }), born.add({ months })]),
    ...[1, 2, 10, 20].flatMap((days) => [born.subtract({ days }), born.add({ days })]),
  ]
  return [...new Set(near.map(String))].filter((day) => day !== birthOn)
}

function isSameText(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && plain(a) === plain(b)
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Temporal.PlainDate.from(a).until(b, { largestUnit: 'day' }).days)
}
