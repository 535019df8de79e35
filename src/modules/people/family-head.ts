import { ageOn, type FamilyRelation, type Sex } from './domain.ts'

/** What deciding about a household needs of a member. */
export interface Kin {
  readonly id: string
  readonly sex: Sex
  readonly birthOn: string
  readonly relation: FamilyRelation
  readonly isMarried: boolean
  readonly motherId: string | undefined
  readonly fatherId: string | undefined
  readonly marriageNumber: string | undefined
  readonly spouseId?: string | undefined
}

const adultAge = 17

/** True for who may head a family: of age, or married before. @basis UU 24/2013 pasal 63 */
export function isAdult(member: Pick<Kin, 'birthOn' | 'isMarried'>, day: Temporal.PlainDate): boolean {
  return member.isMarried || ageOn(member.birthOn, day) >= adultAge
}

/**
 * Who heads a family after its head is gone, when the family names nobody: the spouse, then the eldest adult child,
 * then the eldest adult. Only children left: the eldest, until they join the card of a guardian.
 * @basis Perpres 96/2018 pasal 12 (penggantian kepala keluarga)
 */
export function nextHead(members: readonly Kin[], day: Temporal.PlainDate): Kin | undefined {
  const eldest = [...members].sort((a, b) => (a.birthOn < b.birthOn ? -1 : 1))
  const adults = eldest.filter((member) => isAdult(member, day))
  return (
    adults.find((member) => member.relation === 'wife' || member.relation === 'husband') ??
    adults.find((member) => member.relation === 'child') ??
    adults.find((member) => member.relation !== 'helper' && member.relation !== 'other') ??
    eldest[0]
  )
}

/** How a member stands to the new head, from parents and marriages where they are known, else from the old card. */
export function relationToHead(member: Kin, head: Kin, members: readonly Kin[]): FamilyRelation {
  if (member.id === head.id) return 'head'
  if (member.relation === 'helper' || member.relation === 'other') return member.relation
  const spouse = members.find((other) => isCouple(head, other))
  if (member.id === spouse?.id) return member.sex === 'male' ? 'husband' : 'wife'
  const wasCouple = head.relation === 'wife' || head.relation === 'husband'
  if (member.relation === 'head' && wasCouple) return member.sex === 'male' ? 'husband' : 'wife'
  const isChildOf = (child: Kin, parent: Kin | undefined) =>
    parent !== undefined && (child.motherId === parent.id || child.fatherId === parent.id)
  if (isChildOf(member, head) || isChildOf(member, spouse)) return 'child'
  if (isChildOf(head, member)) return 'parent'
  if (spouse && isChildOf(spouse, member)) return 'parent-in-law'
  const children = members.filter((other) => isChildOf(other, head))
  if (children.some((child) => isChildOf(member, child))) return 'grandchild'
  if (children.some((child) => isCouple(child, member))) return 'son-in-law'
  return fromOldCard[head.relation]?.[member.relation] ?? 'relative'
}

/** Married to each other by the register, or both married on one card and holding one marriage certificate. */
function isCouple(one: Kin, other: Kin): boolean {
  if (one.spouseId ?? other.spouseId) return one.spouseId === other.id || other.spouseId === one.id
  return (
    one.id !== other.id &&
    one.isMarried &&
    other.isMarried &&
    one.marriageNumber !== undefined &&
    one.marriageNumber === other.marriageNumber
  )
}

/** By how the new head stood to the old one: what the others then are to him, where registers name no parents. */
const fromOldCard: Partial<Record<FamilyRelation, Partial<Record<FamilyRelation, FamilyRelation>>>> = {
  wife: spouseOfOld(),
  husband: spouseOfOld(),
  child: { head: 'parent', wife: 'parent', husband: 'parent' },
  parent: { head: 'child', wife: 'son-in-law', husband: 'son-in-law', child: 'grandchild' },
  'son-in-law': { head: 'parent-in-law', wife: 'parent-in-law', husband: 'parent-in-law' },
  'parent-in-law': { head: 'son-in-law', wife: 'child', husband: 'child', child: 'grandchild' },
}

function spouseOfOld(): Partial<Record<FamilyRelation, FamilyRelation>> {
  return {
    child: 'child',
    grandchild: 'grandchild',
    'son-in-law': 'son-in-law',
    parent: 'parent-in-law',
    'parent-in-law': 'parent',
  }
}
