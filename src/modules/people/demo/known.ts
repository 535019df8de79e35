import type { KnownFamily, KnownMember } from '../../../demo/known-people.ts'
import { type DemoIds, Random } from '../../../demo/random.ts'
import { dayNumber } from './days.ts'
import type { FamilyDraft, PersonDraft, SettledVillage } from './drafts.ts'
import { drawName, readStyle } from './names.ts'

/** A family that the guide names, as a draft; children are linked to the two adults. */
export function draftKnownFamily(family: KnownFamily, villages: readonly SettledVillage[], ids: DemoIds): FamilyDraft {
  const village = villages.find((each) => each.code === family.villageCode)
  if (!village) throw new Error(`known family ${family.kkNumber} lives in no village of the demo`)
  const adults = family.members.filter((member) => member.relation !== 'child')
  const drafts = adults.map((member) => draftMember(family, member, ids))
  const mother = drafts.find((draft) => draft.sex === 'female')
  const father = drafts.find((draft) => draft.sex === 'male')
  const children = family.members
    .filter((member) => member.relation === 'child')
    .map((member) => draftMember(family, member, ids, mother, father))
  return {
    id: ids.next(),
    villageCode: family.villageCode,
    postalCode: village.postalCode,
    address: family.address,
    rt: family.rt,
    rw: family.rw,
    kkNumber: family.kkNumber,
    numberedOn: dayNumber(family.numberedOn),
    issuedOn: dayNumber(family.issuedOn),
    version: family.version,
    members: [...drafts, ...children],
    deceased: [],
  }
}

function draftMember(
  family: KnownFamily,
  member: KnownMember,
  ids: DemoIds,
  mother?: PersonDraft,
  father?: PersonDraft,
): PersonDraft {
  const random = new Random(member.nik)
  const { style, familyName } = readStyle(member.name)
  const married = member.marital !== 'single' ? family.marriage : undefined
  return {
    id: ids.next(),
    name: member.name,
    sex: member.sex,
    born: dayNumber(member.birthOn),
    birthPlace: 'Arunika',
    religion: family.religion,
    education: member.education,
    occupation: member.occupation,
    marital: member.marital,
    blood: null,
    relation: member.relation,
    motherId: mother?.id ?? null,
    fatherId: father?.id ?? null,
    // Parents of the adults live elsewhere and are known by name only.
    motherName: mother?.name ?? drawName(style, 'female', 1965, undefined, random),
    fatherName: father?.name ?? drawName(style, 'male', 1962, familyName, random),
    birthCertificate: `9901-LU-${member.birthOn.split('-').reverse().join('')}-0001`,
    marriageCertificate: married?.number || null,
    marriedOn: married ? dayNumber(married.on) : null,
    diedOn: null,
    nik: member.nik,
  }
}
