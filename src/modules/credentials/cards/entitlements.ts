import { dayOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { ageOn, findPerson } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { type CardKind, isCardKind } from '../domain.ts'

/** A card that somebody may have. */
export interface Entitlement {
  readonly kind: CardKind
  /** Whom it is about: oneself, a child, somebody who died. */
  readonly subjectPersonId: string
  readonly subjectName: string
  /** Of the civil register; undefined for the address. */
  readonly entryId: string | undefined
  readonly number: string | undefined
  readonly familyId: string | undefined
}

/** Names an entitlement in a form: its kind, or kind and entry. */
export const keyOfEntitlement = (one: Pick<Entitlement, 'kind' | 'entryId'>): string =>
  one.entryId ? `${one.kind}.${one.entryId}` : one.kind

/**
 * Which cards a person may have: address, certificates of his own, those of his children until they are of age, and of the
 * dead whom he reported as family or was married to. Nobody whose data are under check, or who does not live here, has any.
 * @basis UU 23/2006 pasal 2 huruf a, pasal 68 (kutipan akta bagi yang berhak)
 */
export async function listEntitlements(
  db: AnyHandle,
  tenant: Tenant,
  personId: string,
  now: Temporal.Instant,
): Promise<Entitlement[]> {
  const person = await findPerson(db, personId)
  if (person?.status !== 'active' || person.checkReason !== undefined) return []
  const today = dayOf(now, tenant.profile.zone)
  const rows = await db
    .selectFrom('population.v_certificate as entry')
    .innerJoin('people.v_person_name as subject', 'subject.id', 'entry.subject_person_id')
    .select(['entry.register', 'entry.entry_id', 'entry.number', 'entry.role', 'entry.subject_person_id'])
    .select(['subject.full_name', 'entry.details'])
    .where('entry.person_id', '=', personId)
    .orderBy('entry.registered_at', 'desc')
    .limit(100)
    .execute()
  const ownHandsAge = wholeNumber(await getRule(db, 'credentials.own-hands-age', '', today))
  const certificates: Entitlement[] = []
  for (const row of rows) {
    const kind = row.register ?? ''
    if (!isCardKind(kind) || !row.entry_id || !row.subject_person_id) continue
    if (kind === 'birth' && row.role !== 'child') {
      const child = await findPerson(db, row.subject_person_id)
      if (child?.status !== 'active' || ageOn(child.birthOn, today) >= ownHandsAge) continue
    }
    if (kind === 'marriage' && !['married', 'widowed'].includes(person.maritalStatus)) continue
    const details = row.details as { readonly reporterKind?: string }
    if (kind === 'death' && row.role === 'reporter' && details.reporterKind !== 'family') continue
    if (certificates.some((known) => known.entryId === row.entry_id)) continue
    certificates.push({
      kind,
      subjectPersonId: row.subject_person_id,
      subjectName: row.full_name ?? '',
      entryId: row.entry_id,
      number: row.number ?? undefined,
      familyId: undefined,
    })
  }
  const residence: Entitlement[] = person.familyId
    ? [
        {
          kind: 'residence',
          subjectPersonId: person.id,
          subjectName: person.fullName,
          entryId: undefined,
          number: undefined,
          familyId: person.familyId,
        },
      ]
    : []
  return [...residence, ...certificates]
}
