import type { LocalText } from '#kernel/i18n/texts.ts'
import type { PersonStatus, Sex } from '../domain.ts'
import type { PlausibilityLimits } from './limits.ts'
import { contradictionTexts } from './texts.ts'

export const contradictionCodes = [
  'mother-too-young',
  'mother-young',
  'mother-old',
  'mother-too-old',
  'mother-not-female',
  'father-not-male',
  'father-too-young',
  'older-than-mother',
  'older-than-father',
  'births-too-close',
  'mother-dead-before-birth',
  'father-dead-before-birth',
  'already-married',
  'below-marriage-age',
  'close-relative',
  'death-before-birth',
  'in-future',
  'dead-already',
  'too-old',
  'no-head',
  'head-elsewhere',
  'crowded',
  'number-of-dead',
  'number-of-moved',
] as const
export type ContradictionCode = (typeof contradictionCodes)[number]

export interface Contradiction {
  readonly code: ContradictionCode
  /** refuse: cannot be true or is forbidden; warn: rare, so that an officer looks. */
  readonly severity: 'refuse' | 'warn'
  readonly say: LocalText
}

/** What has to be known of somebody. Dates are ISO days. */
export interface PlausiblePerson {
  readonly id?: string | undefined
  readonly fullName: string
  readonly sex: Sex
  readonly birthOn: string
  readonly diedOn?: string | undefined
  readonly status?: PersonStatus | undefined
  readonly isMarried?: boolean | undefined
}

/** Those around the subject, as far as the register knows them. */
export interface PlausibleKin {
  readonly mother?: PlausiblePerson | undefined
  readonly father?: PlausiblePerson | undefined
  /** Other children of the same mother. */
  readonly siblings?: readonly PlausiblePerson[] | undefined
  readonly family?: { readonly headIsMember: boolean; readonly hasHead: boolean; readonly members: number } | undefined
}

/** What happens or is said; `record` is the state of the register with nothing new. */
export type PlausibleEvent =
  | { readonly kind: 'birth'; readonly on: string; readonly isTwin?: boolean | undefined }
  | { readonly kind: 'death'; readonly on: string }
  | {
      readonly kind: 'marriage'
      readonly on: string
      readonly partner?: PlausiblePerson | undefined
      /** A court's dispensation for age. */
      readonly hasDispensation?: boolean | undefined
      /** A court's permission to marry again while married. @basis UU 1/1974 pasal 4 */
      readonly hasPermission?: boolean | undefined
      readonly areCloseRelatives?: boolean | undefined
    }
  /** Somebody's number is used, in an application or a file. */
  | { readonly kind: 'number-used'; readonly on: string }
  | { readonly kind: 'record'; readonly on: string }

export interface PlausibilityContext {
  readonly limits: PlausibilityLimits
  /** ISO day. */
  readonly today: string
}

/**
 * Everything about an event, or about a record as it stands, that cannot be true, is forbidden, or is so rare that an
 * officer should look. Pure: the same facts and the same law give the same findings.
 */
export function findContradictions(
  subject: PlausiblePerson,
  kin: PlausibleKin,
  event: PlausibleEvent,
  context: PlausibilityContext,
): Contradiction[] {
  const found = [
    ...(event.on > context.today ? [refuse('in-future', context, { name: subject.fullName })] : []),
    ...lifeOf(subject, event, context),
    ...parentsOf(subject, kin, event, context),
    ...familyOf(kin, context),
  ]
  if (event.kind === 'marriage') found.push(...marriageOf(subject, event, context))
  if (event.kind === 'number-used' || event.kind === 'marriage') found.push(...presenceOf(subject, event, context))
  return found.filter(({ code }, index) => found.findIndex((each) => each.code === code) === index)
}

type Words = Readonly<Record<string, string | number>>

function say(code: ContradictionCode, { limits }: PlausibilityContext, words: Words): LocalText {
  const values = { ...limits, ...words }
  return { id: contradictionTexts('id')(code, values), en: contradictionTexts('en')(code, values) }
}

function refuse(code: ContradictionCode, context: PlausibilityContext, words: Words = {}): Contradiction {
  return { code, severity: 'refuse', say: say(code, context, words) }
}

function warn(code: ContradictionCode, context: PlausibilityContext, words: Words = {}): Contradiction {
  return { code, severity: 'warn', say: say(code, context, words) }
}

function lifeOf(subject: PlausiblePerson, event: PlausibleEvent, context: PlausibilityContext): Contradiction[] {
  const { limits, today } = context
  const name = subject.fullName
  const found: Contradiction[] = []
  const died = event.kind === 'death' ? event.on : subject.diedOn
  if (event.kind === 'death' && (subject.status === 'dead' || subject.diedOn))
    found.push(refuse('dead-already', context, { name }))
  if (died !== undefined && died < subject.birthOn) found.push(refuse('death-before-birth', context, { name }))
  if (subject.birthOn > today) found.push(refuse('in-future', context, { name }))
  else if (!died && yearsBetween(subject.birthOn, today) > limits.oldest) found.push(warn('too-old', context, { name }))
  return found
}

/** Parents are judged at a birth and for what stands in the register. */
function parentsOf(
  subject: PlausiblePerson,
  kin: PlausibleKin,
  event: PlausibleEvent,
  context: PlausibilityContext,
): Contradiction[] {
  if (event.kind !== 'birth' && event.kind !== 'record') return []
  const born = event.kind === 'birth' ? event.on : subject.birthOn
  return [
    ...(kin.mother ? motherOf(kin.mother, born, context) : []),
    ...(kin.father ? fatherOf(kin.father, born, context) : []),
    ...siblingsOf(kin, born, event.kind === 'birth' && event.isTwin === true, context),
  ]
}

function motherOf(mother: PlausiblePerson, born: string, context: PlausibilityContext): Contradiction[] {
  const { limits } = context
  const name = mother.fullName
  const found: Contradiction[] = []
  if (mother.sex !== 'female') found.push(refuse('mother-not-female', context, { name }))
  if (mother.diedOn && mother.diedOn < born) found.push(refuse('mother-dead-before-birth', context, { name }))
  if (mother.birthOn >= born) return [...found, refuse('older-than-mother', context, { name })]
  const age = yearsBetween(mother.birthOn, born)
  if (age < limits.motherYoungest) found.push(refuse('mother-too-young', context, { name, age }))
  else if (age < limits.motherYoung) found.push(warn('mother-young', context, { name, age }))
  if (age > limits.motherOldest) found.push(refuse('mother-too-old', context, { name, age }))
  else if (age > limits.motherOld) found.push(warn('mother-old', context, { name, age }))
  return found
}

/** @basis KUH Perdata pasal 255 */
function fatherOf(father: PlausiblePerson, born: string, context: PlausibilityContext): Contradiction[] {
  const { limits } = context
  const name = father.fullName
  const found: Contradiction[] = []
  if (father.sex !== 'male') found.push(refuse('father-not-male', context, { name }))
  if (father.diedOn && daysBetween(father.diedOn, born) > limits.birthAfterFather) {
    found.push(warn('father-dead-before-birth', context, { name, days: daysBetween(father.diedOn, born) }))
  }
  if (father.birthOn >= born) return [...found, refuse('older-than-father', context, { name })]
  const age = yearsBetween(father.birthOn, born)
  if (age < limits.fatherYoungest) found.push(refuse('father-too-young', context, { name, age }))
  return found
}

function siblingsOf(kin: PlausibleKin, born: string, isTwin: boolean, context: PlausibilityContext): Contradiction[] {
  const close = (kin.siblings ?? []).find((sibling) => {
    // Midnight between twins is one birth.
    const apart = Math.abs(daysBetween(sibling.birthOn, born))
    if (apart <= 1) return false
    if (isTwin && apart <= 7) return false
    const [first, second] = sibling.birthOn < born ? [sibling.birthOn, born] : [born, sibling.birthOn]
    return Temporal.PlainDate.compare(day(first).add({ months: context.limits.birthsApart }), day(second)) > 0
  })
  return close ? [warn('births-too-close', context, { name: close.fullName })] : []
}

/** @basis UU 1/1974 pasal 3, 7, 8 sebagaimana diubah UU 16/2019 */
function marriageOf(
  subject: PlausiblePerson,
  event: Extract<PlausibleEvent, { kind: 'marriage' }>,
  context: PlausibilityContext,
): Contradiction[] {
  const found: Contradiction[] = []
  for (const each of [subject, event.partner]) {
    if (!each) continue
    const name = each.fullName
    if (each.isMarried && !event.hasPermission) found.push(refuse('already-married', context, { name }))
    const isYoung = each.birthOn >= event.on || yearsBetween(each.birthOn, event.on) < context.limits.marriageAge
    if (isYoung && !event.hasDispensation) found.push(refuse('below-marriage-age', context, { name }))
    if (each !== subject) found.push(...presenceOf(each, event, context))
  }
  if (event.areCloseRelatives) found.push(refuse('close-relative', context))
  return found
}

function presenceOf(person: PlausiblePerson, event: PlausibleEvent, context: PlausibilityContext): Contradiction[] {
  const name = person.fullName
  if (person.diedOn ? person.diedOn < event.on : person.status === 'dead') {
    return [refuse('number-of-dead', context, { name })]
  }
  return person.status === 'moved' ? [warn('number-of-moved', context, { name })] : []
}

function familyOf({ family }: PlausibleKin, context: PlausibilityContext): Contradiction[] {
  if (!family || family.members === 0) return []
  return [
    ...(family.hasHead ? [] : [warn('no-head', context)]),
    ...(family.hasHead && !family.headIsMember ? [warn('head-elsewhere', context)] : []),
    ...(family.members > context.limits.familyMembers ? [warn('crowded', context, { members: family.members })] : []),
  ]
}

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso)
}

function yearsBetween(from: string, to: string): number {
  return day(from).until(to, { largestUnit: 'year' }).years
}

function daysBetween(from: string, to: string): number {
  return day(from).until(to, { largestUnit: 'day' }).days
}
