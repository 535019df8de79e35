import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { districtOf, parseKkNumber, parseNik } from '../../domain.ts'
import { type NumberWanted, numberSource, numberSourceKey } from '../../number-source.ts'
import { getFamily } from '../../queries/families.ts'
import { getPerson } from '../../queries/persons.ts'
import { type Family, kkNumberContext, nikContext, type Person } from '../../queries/rows.ts'
import { allocateKkNumber, allocateNik } from '../allocate-number.ts'
import type { EventOrigin } from './event.ts'
import type { NewFamily, NewPerson } from './fields.ts'

/** When and by what somebody or a card is entered. @param nth how many alike the event has entered before */
export interface Entering extends Pick<EventOrigin, 'now' | 'source'> {
  readonly nth: (alike: string) => number
}

/** Writes the row of somebody new. @throws conflict when the NIK is taken; range error without any district */
export async function enterPerson(
  tx: WriteHandle,
  tenant: Tenant,
  entered: NewPerson,
  family: Family | undefined,
  order: number,
  at: Entering,
): Promise<Person> {
  const nik = entered.nik ? parseNik(entered.nik) : await newNik(tx, tenant, entered, family, at)
  if (!nik) throw new RangeError('not a NIK')
  const print = tenant.cipher.fingerprint(nik, nikContext)
  if (entered.nik && (await isTaken(tx, 'people.person', 'nik_print', print))) throw taken('NIK')
  const id = newId<'person'>(at.now.epochMilliseconds)
  await tx
    .insertInto('people.person')
    .values({
      id,
      nik_sealed: tenant.cipher.seal(nik, nikContext),
      nik_print: print,
      full_name: entered.fullName,
      sex: entered.sex,
      birth_place: entered.birthPlace,
      birth_on: entered.birthOn,
      religion: entered.religion,
      education: entered.education,
      occupation: entered.occupation,
      marital_status: entered.maritalStatus ?? 'single',
      blood_type: entered.bloodType ?? null,
      citizenship: entered.citizenship ?? 'WNI',
      family_id: family?.id ?? null,
      family_relation: entered.relation,
      family_order: order,
      mother_person_id: entered.motherId ?? null,
      father_person_id: entered.fatherId ?? null,
      mother_name: entered.motherName ?? null,
      father_name: entered.fatherName ?? null,
      birth_certificate_number: entered.birthCertificateNumber ?? null,
      marriage_certificate_number: entered.marriageCertificateNumber ?? null,
      married_on: entered.marriedOn ?? null,
      died_on: entered.diedOn ?? null,
      status: entered.status ?? (entered.diedOn ? 'dead' : 'active'),
      registered_at: at.now.toString(),
      updated_at: at.now.toString(),
    })
    .execute()
  return getPerson(tx, id)
}

async function newNik(
  tx: WriteHandle,
  tenant: Tenant,
  entered: NewPerson,
  family: Family | undefined,
  at: Entering,
): Promise<string> {
  const districtCode = family ? districtOf(family.villageCode) : entered.districtCode
  if (!districtCode) throw new RangeError('a NIK needs the district of first registration')
  const wanted = { kind: 'nik', districtCode, day: entered.birthOn, sex: entered.sex } as const
  return (await fromSource(tx, tenant, wanted, at)) ?? allocateNik(tx, districtCode, entered.birthOn, entered.sex)
}

/** A number from above, where the region does not give out its own. */
async function fromSource(
  tx: WriteHandle,
  tenant: Tenant,
  wanted: Omit<NumberWanted, 'source' | 'nth'>,
  at: Entering,
): Promise<string | undefined> {
  const { kind, id } = at.source
  const nth = at.nth(`${wanted.kind} ${wanted.day} ${wanted.sex ?? ''}`)
  if (!id) return undefined
  return numberSource.find(numberSourceKey)?.take(tx, tenant, { ...wanted, source: { kind, id }, nth }, at.now)
}

/** Writes the row of a family card that is opened; its first version is kept when the event closes. */
export async function enterFamily(
  tx: WriteHandle,
  tenant: Tenant,
  opened: NewFamily,
  today: Temporal.PlainDate,
  at: Entering,
): Promise<Family> {
  const number = opened.kkNumber ? parseKkNumber(opened.kkNumber) : await newKkNumber(tx, tenant, opened, today, at)
  if (!number) throw new RangeError('not a KK number')
  const print = tenant.cipher.fingerprint(number, kkNumberContext)
  if (opened.kkNumber && (await isTaken(tx, 'people.family', 'kk_number_print', print))) throw taken('KK')
  const place = {
    address: opened.address,
    rt: opened.rt,
    rw: opened.rw,
    village_code: opened.villageCode,
    postal_code: opened.postalCode ?? null,
  }
  const id = newId<'family'>(at.now.epochMilliseconds)
  const householdId = opened.householdId ?? (await enterHousehold(tx, place, today, at))
  await tx
    .insertInto('people.family')
    .values({
      id,
      kk_number_sealed: tenant.cipher.seal(number, kkNumberContext),
      kk_number_print: print,
      status: opened.status ?? 'active',
      household_id: householdId,
      ...place,
      // Raised to 1 when the event closes the card.
      version: 0,
      issued_on: today.toString(),
      updated_at: at.now.toString(),
    })
    .execute()
  return getFamily(tx, id)
}

async function newKkNumber(
  tx: WriteHandle,
  tenant: Tenant,
  opened: NewFamily,
  today: Temporal.PlainDate,
  at: Entering,
): Promise<string> {
  const districtCode = districtOf(opened.villageCode)
  const given = await fromSource(tx, tenant, { kind: 'kk', districtCode, day: today.toString() }, at)
  return given ?? allocateKkNumber(tx, districtCode, today)
}

interface HouseholdPlace {
  readonly address: string
  readonly rt: string
  readonly rw: string
  readonly village_code: string
  readonly postal_code: string | null
}

/** Notes a dwelling. @returns its id */
export async function enterHousehold(
  tx: WriteHandle,
  place: HouseholdPlace,
  today: Temporal.PlainDate,
  at: { readonly now: Temporal.Instant },
): Promise<string> {
  const id = newId<'household'>(at.now.epochMilliseconds)
  await tx
    .insertInto('people.household')
    .values({ id, ...place, opened_on: today.toString(), closed_on: null })
    .execute()
  return id
}

async function isTaken(
  tx: WriteHandle,
  table: 'people.person' | 'people.family',
  column: 'nik_print' | 'kk_number_print',
  print: Buffer,
): Promise<boolean> {
  const { ref } = tx.dynamic
  const row = await tx
    .selectFrom(table)
    .select(`${table}.id`)
    .where(ref<never>(column), '=', print as never)
    .executeTakeFirst()
  return row !== undefined
}

function taken(number: string): AppError {
  return new AppError('conflict', {
    params: { number },
    text: {
      id: 'Nomor {number} ini sudah ada pada register. Periksa dahulu pemiliknya.',
      en: 'This {number} number stands in the register already. Look at its holder first.',
    },
  })
}
