import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getAreaPath } from '#modules/territory/index.ts'
import { type FamilyRelation, type KkNumber, type MaritalStatus, type Nik, parseKkNumber, type Sex } from '../domain.ts'
import {
  compositionContext,
  type Family,
  kkNumberContext,
  openKkNumber,
  openNik,
  type Person,
  toFamily,
  toPerson,
} from './rows.ts'

/** @throws not-found */
export async function getFamily(db: AnyHandle, id: string): Promise<Family> {
  const row = await db.selectFrom('people.family').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return toFamily(row)
}

export async function findFamilyByKkNumber(tenant: Tenant, db: AnyHandle, text: string): Promise<Family | undefined> {
  const number = parseKkNumber(text)
  if (!number) return undefined
  const row = await db
    .selectFrom('people.family')
    .selectAll()
    .where('kk_number_print', '=', tenant.cipher.fingerprint(number, kkNumberContext))
    .executeTakeFirst()
  return row && toFamily(row)
}

/** The active people of a card in its order, the head first. */
export async function listFamilyMembers(db: AnyHandle, familyId: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('people.person')
    .selectAll()
    .where('family_id', '=', familyId)
    .where('status', '=', 'active')
    .orderBy('family_order')
    .orderBy('birth_on')
    .execute()
  return rows.map(toPerson)
}

/** Everything that a family card prints, with numbers in the clear. */
export interface FamilyCardSnapshot {
  readonly kkNumber: KkNumber
  readonly version: number
  readonly issuedOn: string
  readonly headName: string
  readonly address: {
    readonly street: string
    readonly rt: string
    readonly rw: string
    readonly postalCode: string | undefined
    readonly village: string
    readonly district: string
    readonly regency: string
    readonly province: string
  }
  readonly members: readonly FamilyCardMember[]
}

export interface FamilyCardMember {
  readonly personId: string
  readonly nik: Nik
  readonly name: string
  readonly sex: Sex
  readonly birthPlace: string
  readonly birthOn: string
  readonly religion: string
  readonly education: string
  readonly occupation: string
  readonly bloodType: string | undefined
  readonly maritalStatus: MaritalStatus
  readonly marriedOn: string | undefined
  readonly relation: FamilyRelation
  readonly citizenship: string
  readonly fatherName: string | undefined
  readonly motherName: string | undefined
}

/** The card as it stands now. @throws not-found */
export async function familyCardSnapshot(tenant: Tenant, db: AnyHandle, familyId: string): Promise<FamilyCardSnapshot> {
  const family = await getFamily(db, familyId)
  const members = await listFamilyMembers(db, familyId)
  const [province, regency, district, village] = await getAreaPath(db, family.villageCode)
  return {
    kkNumber: openKkNumber(tenant, family),
    version: family.version,
    issuedOn: family.issuedOn,
    headName: (members.find((member) => member.id === family.headPersonId) ?? members[0])?.fullName ?? '',
    address: {
      street: family.address,
      rt: family.rt,
      rw: family.rw,
      postalCode: family.postalCode,
      village: village?.name ?? '',
      district: district?.name ?? '',
      regency: regency?.name ?? '',
      province: province?.name ?? '',
    },
    members: members.map((member) => ({
      personId: member.id,
      nik: openNik(tenant, member),
      name: member.fullName,
      sex: member.sex,
      birthPlace: member.birthPlace,
      birthOn: member.birthOn,
      religion: member.religion,
      education: member.education,
      occupation: member.occupation,
      bloodType: member.bloodType,
      maritalStatus: member.maritalStatus,
      marriedOn: member.marriedOn,
      relation: member.familyRelation,
      citizenship: member.citizenship,
      fatherName: member.fatherName,
      motherName: member.motherName,
    })),
  }
}

export interface FamilyVersion {
  readonly version: number
  readonly reason: string
  readonly validFrom: Temporal.Instant
}

/** Earlier and current compositions, newest first; a card never changed since it was loaded has none. */
export async function listFamilyVersions(db: AnyHandle, familyId: string): Promise<FamilyVersion[]> {
  const rows = await db
    .selectFrom('people.family_version')
    .select(['version', 'reason', 'valid_from'])
    .where('family_id', '=', familyId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    reason: row.reason,
    validFrom: Temporal.Instant.fromEpochMilliseconds(row.valid_from.getTime()),
  }))
}

/** The card as it was in one version. @throws not-found */
export async function getFamilyVersion(
  tenant: Tenant,
  db: AnyHandle,
  familyId: string,
  version: number,
): Promise<FamilyCardSnapshot> {
  const row = await db
    .selectFrom('people.family_version')
    .select('composition')
    .where('family_id', '=', familyId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return tenant.cipher.openJson<FamilyCardSnapshot>(row.composition, compositionContext)
}
