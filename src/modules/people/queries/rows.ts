import type { Selectable } from 'kysely'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { FamilyRelation, FamilyStatus, KkNumber, MaritalStatus, Nik, PersonStatus, Sex } from '../domain.ts'
import type { FamilyTable, PersonTable } from '../tables.ts'

/** Somebody in the population register. Dates are ISO days. The NIK is sealed: see `openNik`. */
export interface Person {
  readonly id: string
  readonly nikSealed: Buffer
  readonly fullName: string
  readonly sex: Sex
  readonly birthPlace: string
  readonly birthOn: string
  /** Religion, education and occupation are the family card's own words. */
  readonly religion: string
  readonly education: string
  readonly occupation: string
  readonly maritalStatus: MaritalStatus
  readonly bloodType: string | undefined
  readonly citizenship: string
  readonly familyId: string | undefined
  readonly familyRelation: FamilyRelation
  readonly familyOrder: number
  readonly motherId: string | undefined
  readonly fatherId: string | undefined
  readonly motherName: string | undefined
  readonly fatherName: string | undefined
  readonly birthCertificateNumber: string | undefined
  readonly marriageCertificateNumber: string | undefined
  readonly marriedOn: string | undefined
  readonly divorceCertificateNumber: string | undefined
  readonly divorcedOn: string | undefined
  /** The spouse by a registered marriage; people loaded before may have one that only their card tells: see `findSpouse`. */
  readonly spouseId: string | undefined
  readonly diedOn: string | undefined
  readonly status: PersonStatus
  /** Why the data are under check. */
  readonly checkReason: string | undefined
  readonly duplicateOf: string | undefined
}

/** A household and its current family card. The KK number is sealed: see `openKkNumber`. */
export interface Family {
  readonly id: string
  readonly kkNumberSealed: Buffer
  readonly headPersonId: string | undefined
  readonly status: FamilyStatus
  readonly householdId: string | undefined
  readonly address: string
  readonly rt: string
  readonly rw: string
  readonly villageCode: string
  readonly postalCode: string | undefined
  /** Raised by every new composition. */
  readonly version: number
  readonly issuedOn: string
  readonly closedOn: string | undefined
}

export const nikContext = 'people.person.nik'
export const kkNumberContext = 'people.family.kk_number'
export const compositionContext = 'people.family_version.composition'

/** Reveals a NIK. Whoever shows it to a person other than its holder records the access. */
export function openNik(tenant: Tenant, person: Pick<Person, 'nikSealed'>): Nik {
  return tenant.cipher.open(person.nikSealed, nikContext)
}

export function openKkNumber(tenant: Tenant, family: Pick<Family, 'kkNumberSealed'>): KkNumber {
  return tenant.cipher.open(family.kkNumberSealed, kkNumberContext)
}

export function toPerson(row: Selectable<PersonTable>): Person {
  return {
    id: row.id,
    nikSealed: row.nik_sealed,
    fullName: row.full_name,
    sex: row.sex as Sex,
    birthPlace: row.birth_place,
    birthOn: row.birth_on,
    religion: row.religion,
    education: row.education,
    occupation: row.occupation,
    maritalStatus: row.marital_status as MaritalStatus,
    bloodType: row.blood_type ?? undefined,
    citizenship: row.citizenship,
    familyId: row.family_id ?? undefined,
    familyRelation: row.family_relation as FamilyRelation,
    familyOrder: row.family_order,
    motherId: row.mother_person_id ?? undefined,
    fatherId: row.father_person_id ?? undefined,
    motherName: row.mother_name ?? undefined,
    fatherName: row.father_name ?? undefined,
    birthCertificateNumber: row.birth_certificate_number ?? undefined,
    marriageCertificateNumber: row.marriage_certificate_number ?? undefined,
    marriedOn: row.married_on ?? undefined,
    divorceCertificateNumber: row.divorce_certificate_number ?? undefined,
    divorcedOn: row.divorced_on ?? undefined,
    spouseId: row.spouse_person_id ?? undefined,
    diedOn: row.died_on ?? undefined,
    status: row.status as PersonStatus,
    checkReason: row.check_reason ?? undefined,
    duplicateOf: row.duplicate_of ?? undefined,
  }
}

export function toFamily(row: Selectable<FamilyTable>): Family {
  return {
    id: row.id,
    kkNumberSealed: row.kk_number_sealed,
    headPersonId: row.head_person_id ?? undefined,
    status: row.status as FamilyStatus,
    householdId: row.household_id ?? undefined,
    address: row.address,
    rt: row.rt,
    rw: row.rw,
    villageCode: row.village_code,
    postalCode: row.postal_code ?? undefined,
    version: row.version,
    issuedOn: row.issued_on,
    closedOn: row.closed_on ?? undefined,
  }
}
