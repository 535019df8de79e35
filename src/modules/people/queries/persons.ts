import { sql } from 'kysely'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { parseNik } from '../domain.ts'
import { nikContext, type Person, toPerson } from './rows.ts'

/** By NIK in any way of writing. @returns undefined for an unknown NIK and for what is none */
export async function findPersonByNik(tenant: Tenant, db: AnyHandle, text: string): Promise<Person | undefined> {
  const nik = parseNik(text)
  if (!nik) return undefined
  const row = await db
    .selectFrom('people.person')
    .selectAll()
    .where('nik_print', '=', tenant.cipher.fingerprint(nik, nikContext))
    .executeTakeFirst()
  return row && toPerson(row)
}

export async function findPerson(db: AnyHandle, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('people.person').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPerson(row)
}

/** @throws not-found */
export async function getPerson(db: AnyHandle, id: string): Promise<Person> {
  const person = await findPerson(db, id)
  if (!person) throw notFound()
  return person
}

/** The living spouse: by a registered marriage, else the other holder of the same marriage certificate, or else of the same family card. */
export async function findSpouse(db: AnyHandle, person: Person): Promise<Person | undefined> {
  if (person.maritalStatus !== 'married' && person.maritalStatus !== 'married-unrecorded') return undefined
  if (person.spouseId) {
    const spouse = await findPerson(db, person.spouseId)
    return spouse?.diedOn === undefined ? spouse : undefined
  }
  const { rows } = await sql<{ id: string }>`
    select id from people.person
    where id <> ${person.id} and sex <> ${person.sex} and died_on is null
      and marital_status in ('married', 'married-unrecorded')
      and family_id = ${person.familyId ?? null}
      and (marriage_certificate_number = ${person.marriageCertificateNumber ?? null}
        or (family_relation in ('head', 'wife', 'husband') and ${person.familyRelation} in ('head', 'wife', 'husband')))
    order by marriage_certificate_number = ${person.marriageCertificateNumber ?? null} desc nulls last
    limit 1`.execute(db)
  return rows[0] && findPerson(db, rows[0].id)
}

/**
 * Everybody to whom somebody is married now, the latest marriage first. The row of a person names the spouse of his latest
 * marriage; a man whom a court allowed another one is named by each of his wives, and every marriage is an entry of its own.
 * @basis UU 1/1974 pasal 3 ayat (2), pasal 4, pasal 5
 */
export async function listSpouses(db: AnyHandle, person: Person): Promise<Person[]> {
  const latest = await findSpouse(db, person)
  if (person.sex !== 'male') return latest ? [latest] : []
  const rows = await db
    .selectFrom('people.person')
    .selectAll()
    .where('spouse_person_id', '=', person.id)
    .where('marital_status', 'in', ['married', 'married-unrecorded'])
    .where('died_on', 'is', null)
    .orderBy('married_on', (order) => order.desc().nullsLast())
    .execute()
  const others = rows.map(toPerson).filter((one) => one.id !== latest?.id)
  return latest ? [latest, ...others] : others
}

/** Children of a person, eldest first. */
export async function listChildrenOf(db: AnyHandle, personId: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('people.person')
    .selectAll()
    .where((where) => where.or([where('mother_person_id', '=', personId), where('father_person_id', '=', personId)]))
    .orderBy('birth_on')
    .orderBy('id')
    .execute()
  return rows.map(toPerson)
}

export type BirthDuplicateReason =
  /** Same mother, same day, a name alike: most likely the same child. */
  | 'same-child'
  /** Same mother, same day, another name: perhaps a twin. */
  | 'same-day'
  /** Same mother, born too close in time for two pregnancies. */
  | 'too-close'

export interface BirthDuplicate {
  readonly person: Person
  readonly reason: BirthDuplicateReason
}

/** Two children of one mother, not twins, are never born within this time. */
const monthsBetweenBirths = 9

/** Children already registered that an announced birth may repeat. An officer decides; none is refused. */
export async function listPossibleDuplicateBirths(
  db: AnyHandle,
  birth: { readonly motherPersonId: string; readonly bornOn: string; readonly name: string },
): Promise<BirthDuplicate[]> {
  const born = Temporal.PlainDate.from(birth.bornOn)
  const rows = await db
    .selectFrom('people.person')
    .selectAll()
    .select(sql<boolean>`similarity(lower(full_name), ${birth.name.toLowerCase()}) > 0.4`.as('alike'))
    .where('mother_person_id', '=', birth.motherPersonId)
    .where('birth_on', '>', born.subtract({ months: monthsBetweenBirths }).toString())
    .where('birth_on', '<', born.add({ months: monthsBetweenBirths }).toString())
    .orderBy('birth_on')
    .execute()
  return rows.map((row) => ({
    person: toPerson(row),
    // Midnight between two twins: one day apart is still one birth.
    reason: Math.abs(born.until(row.birth_on).days) > 1 ? 'too-close' : row.alike ? 'same-child' : 'same-day',
  }))
}

/** False when the register's numbers were sealed with another secret than this installation has. */
export async function canOpenRegister(tenant: Tenant, db: AnyHandle): Promise<boolean> {
  const row = await db.selectFrom('people.person').select('nik_sealed').limit(1).executeTakeFirst()
  if (!row) return true
  try {
    return parseNik(tenant.cipher.open(row.nik_sealed, nikContext)) !== undefined
  } catch {
    return false
  }
}
