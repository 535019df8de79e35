import type { FamilyRelation } from '../../domain.ts'
import { type Kin, relationToHead } from '../../family-head.ts'
import type { Person } from '../../queries/rows.ts'

export interface Place {
  readonly id: string
  readonly relation: FamilyRelation
  readonly order: number
}

/** How each member stands under a new head, the head first. @returns undefined when he is not among them */
export function placesUnderHead(members: readonly Person[], headId: string): Place[] | undefined {
  const kin = members.map(kinOf)
  const head = kin.find((member) => member.id === headId)
  if (!head) return undefined
  const others = kin.filter((member) => member.id !== headId)
  return [head, ...others].map((member, index) => ({
    id: member.id,
    relation: relationToHead(member, head, kin),
    order: index + 1,
  }))
}

export function kinOf(person: Person): Kin {
  return {
    id: person.id,
    sex: person.sex,
    birthOn: person.birthOn,
    relation: person.familyRelation,
    isMarried: person.maritalStatus !== 'single',
    motherId: person.motherId,
    fatherId: person.fatherId,
    marriageNumber: person.marriageCertificateNumber,
    spouseId: person.spouseId,
  }
}
