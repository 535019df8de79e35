import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { FamilyRelation } from '../domain.ts'
import { isAdult, type Kin, nextHead, relationToHead } from '../family-head.ts'
import { getFamily, getFamilyVersion, listFamilyMembers } from '../queries/families.ts'
import { findSpouse, getPerson } from '../queries/persons.ts'
import type { Family, Person } from '../queries/rows.ts'
import { keepCurrentVersion, renewFamilyCard } from './family-card-versions.ts'

export interface NewDeath {
  readonly personId: string
  /** ISO day. */
  readonly diedOn: string
  /** Who heads the family from now on, when the head died and the family named somebody. */
  readonly newHeadId?: string | undefined
  readonly now: Temporal.Instant
  /** Why the family card changes, as its history shows it: "Kematian Sekar Wulandari, akta 9901-KM-23112026-0001". */
  readonly reason: string
}

export interface RegisteredDeath {
  /** The card before; with it the death can be taken back. */
  readonly familyId: string | undefined
  readonly versionBefore: number | undefined
  /** Undefined when nobody is left on the card, which is then closed. */
  readonly familyVersion: number | undefined
  readonly newHeadId: string | undefined
  /** True when only children are left: they belong on the card of a guardian. */
  readonly onlyMinors: boolean
  readonly widowedPersonId: string | undefined
}

/**
 * Records a death inside the calling command's transaction: the person stays in the register as dead, the spouse is
 * widowed, the family card is renewed without the dead person and, when he was its head, under a new one.
 * @throws not-found; conflict when the death is already recorded; invalid-input at `diedOn` or `newHead`
 * @basis UU 23/2006 pasal 44 jo. UU 24/2013; Perpres 96/2018 pasal 12
 */
export async function registerDeath(tx: WriteHandle, tenant: Tenant, death: NewDeath): Promise<RegisteredDeath> {
  const person = await lockPerson(tx, death.personId)
  const today = dayOf(death.now, tenant.profile.zone)
  refuseImpossible(person, death, today)
  const family = person.familyId ? await lockFamily(tx, person.familyId) : undefined
  const spouse = await findSpouse(tx, person)
  if (family) await keepCurrentVersion(tx, tenant, family)
  await tx
    .updateTable('people.person')
    .set({ died_on: death.diedOn, updated_at: death.now.toString() })
    .where('id', '=', person.id)
    .execute()
  if (spouse) await setMaritalStatus(tx, spouse.id, 'widowed', death.now)
  const outcome = { widowedPersonId: spouse?.id, familyId: family?.id, versionBefore: family?.version }
  const none = { familyVersion: undefined, newHeadId: undefined, onlyMinors: false }
  if (!family || family.closedOn) return { ...outcome, ...none }
  const members = await listFamilyMembers(tx, family.id)
  if (members.length === 0) {
    await tx
      .updateTable('people.family')
      .set({ closed_on: today.toString(), head_person_id: null, updated_at: death.now.toString() })
      .where('id', '=', family.id)
      .execute()
    return { ...outcome, ...none }
  }
  const wasHead = family.headPersonId === person.id || person.familyRelation === 'head'
  const newHead = wasHead ? await changeHead(tx, family, members, death, today) : undefined
  const familyVersion = await renewFamilyCard(tx, tenant, family, death.reason, death.now)
  const onlyMinors = members.every((member) => !isAdult(kinOf(member), today))
  return { ...outcome, familyVersion, newHeadId: newHead?.id, onlyMinors }
}

/**
 * Takes a recorded death back, as when a court voids the entry. The history of the card is not rewritten: it gets a
 * further version, with the relations of the card before the death. What happened since (a child born) stays.
 * @throws conflict when the widowed spouse has married again
 * @basis UU 23/2006 pasal 72 (pembatalan akta)
 */
export async function undoDeath(
  tx: WriteHandle,
  tenant: Tenant,
  undo: {
    readonly personId: string
    readonly widowedPersonId: string | undefined
    readonly versionBefore: number | undefined
    readonly now: Temporal.Instant
    readonly reason: string
  },
): Promise<{ readonly familyVersion: number | undefined }> {
  const { now } = undo
  const person = await lockPerson(tx, undo.personId)
  const family = person.familyId ? await lockFamily(tx, person.familyId) : undefined
  await tx
    .updateTable('people.person')
    .set({ died_on: null, updated_at: now.toString() })
    .where('id', '=', person.id)
    .execute()
  if (undo.widowedPersonId) await remarry(tx, undo.widowedPersonId, person, now)
  if (!family || undo.versionBefore === undefined) return { familyVersion: undefined }
  const before = await getFamilyVersion(tenant, tx, family.id, undo.versionBefore)
  const head = before.members.find((member) => member.relation === 'head')
  const living = await listFamilyMembers(tx, family.id)
  const place = new Map(before.members.map((member, index) => [member.personId, { ...member, order: index + 1 }]))
  for (const member of living) {
    const was = place.get(member.id)
    const order = was?.order ?? before.members.length + member.familyOrder
    await setPlace(tx, member.id, was?.relation ?? member.familyRelation, order, now)
  }
  await tx
    .updateTable('people.family')
    .set({ head_person_id: head?.personId ?? null, closed_on: null, updated_at: now.toString() })
    .where('id', '=', family.id)
    .execute()
  return { familyVersion: await renewFamilyCard(tx, tenant, family, undo.reason, now) }
}

async function lockPerson(tx: WriteHandle, id: string): Promise<Person> {
  await tx.selectFrom('people.person').select('id').where('id', '=', id).forUpdate().execute()
  return getPerson(tx, id)
}

async function lockFamily(tx: WriteHandle, id: string): Promise<Family> {
  await tx.selectFrom('people.family').select('id').where('id', '=', id).forUpdate().execute()
  return getFamily(tx, id)
}

function refuseImpossible(person: Person, death: NewDeath, today: Temporal.PlainDate): void {
  if (person.diedOn) {
    throw new AppError('conflict', {
      text: {
        id: 'Orang ini sudah tercatat meninggal. Kematian hanya dicatat satu kali.',
        en: 'This person is already recorded as deceased. A death is recorded once.',
      },
    })
  }
  const say = (id: string, en: string) =>
    new AppError('invalid-input', { fields: [{ path: 'diedOn', message: { id, en } }] })
  if (death.diedOn < person.birthOn) {
    throw say('Tanggal meninggal mendahului tanggal lahirnya.', 'The date of death comes before the date of birth.')
  }
  if (death.diedOn > today.toString()) {
    throw say('Tanggal meninggal belum tiba.', 'The date of death is still to come.')
  }
}

async function changeHead(
  tx: WriteHandle,
  family: Family,
  members: readonly Person[],
  death: NewDeath,
  today: Temporal.PlainDate,
): Promise<Kin> {
  // As they stood before the death: whom the head leaves behind was married to him.
  const kin = members.map(kinOf)
  const head = chosenHead(kin, death.newHeadId, today) ?? (nextHead(kin, today) as Kin)
  const others = kin.filter((member) => member.id !== head.id)
  for (const [index, member] of [head, ...others].entries()) {
    await setPlace(tx, member.id, relationToHead(member, head, kin), index + 1, death.now)
  }
  await tx.updateTable('people.family').set({ head_person_id: head.id }).where('id', '=', family.id).execute()
  return head
}

function chosenHead(kin: readonly Kin[], id: string | undefined, today: Temporal.PlainDate): Kin | undefined {
  if (!id) return undefined
  const chosen = kin.find((member) => member.id === id)
  const mayHead = chosen && (isAdult(chosen, today) || !kin.some((member) => isAdult(member, today)))
  if (mayHead) return chosen
  throw new AppError('invalid-input', {
    fields: [
      {
        path: 'newHead',
        message: {
          id: 'Kepala keluarga yang baru harus anggota kartu keluarga ini yang sudah dewasa.',
          en: 'The new head must be an adult on this family card.',
        },
      },
    ],
  })
}

function kinOf(person: Person): Kin {
  return {
    id: person.id,
    sex: person.sex,
    birthOn: person.birthOn,
    relation: person.familyRelation,
    isMarried: person.maritalStatus !== 'single',
    motherId: person.motherId,
    fatherId: person.fatherId,
    marriageNumber: person.marriageCertificateNumber,
  }
}

async function setPlace(
  tx: WriteHandle,
  personId: string,
  relation: FamilyRelation,
  order: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('people.person')
    .set({ family_relation: relation, family_order: order, updated_at: now.toString() })
    .where('id', '=', personId)
    .execute()
}

async function setMaritalStatus(
  tx: WriteHandle,
  personId: string,
  status: 'widowed' | 'married' | 'married-unrecorded',
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('people.person')
    .set({ marital_status: status, updated_at: now.toString() })
    .where('id', '=', personId)
    .execute()
}

async function remarry(tx: WriteHandle, personId: string, spouse: Person, now: Temporal.Instant): Promise<void> {
  const widowed = await lockPerson(tx, personId)
  if (widowed.maritalStatus !== 'widowed') {
    throw new AppError('conflict', {
      text: {
        id: 'Pasangan orang ini sudah berubah status perkawinannya sejak kematian dicatat. Pengadilan yang menentukan.',
        en: 'The spouse’s marital status has changed since the death was recorded. A court has to decide.',
      },
    })
  }
  const status = spouse.maritalStatus === 'married-unrecorded' ? 'married-unrecorded' : 'married'
  await setMaritalStatus(tx, personId, status, now)
}

/** Corrects the day of a recorded death. @throws invalid-input at `correctDiedOn` */
export async function correctDeathDay(
  tx: WriteHandle,
  personId: string,
  diedOn: string,
  now: Temporal.Instant,
): Promise<void> {
  const person = await lockPerson(tx, personId)
  if (!person.diedOn || diedOn < person.birthOn) {
    const message = {
      id: 'Tanggal meninggal mendahului tanggal lahirnya.',
      en: 'The date of death comes before the date of birth.',
    }
    throw new AppError('invalid-input', { fields: [{ path: 'correctDiedOn', message }] })
  }
  await tx
    .updateTable('people.person')
    .set({ died_on: diedOn, updated_at: now.toString() })
    .where('id', '=', personId)
    .execute()
}
