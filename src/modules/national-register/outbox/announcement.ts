import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import {
  type Family,
  findPerson,
  getFamily,
  openKkNumber,
  openNik,
  type Person,
  personAsOf,
} from '#modules/people/index.ts'
import type { AnnouncedChange, Announcement } from '../port/national-register.ts'
import type { QueuedMessage, QueuedSubject } from '../queries/queue.ts'

type Facts = Readonly<Record<string, string | number | null>>

/** An announcement with the people here whom it is about, by NIK. */
export interface Prepared {
  readonly announcement: Announcement
  readonly people: ReadonlyMap<string, Person>
}

/** What nobody outside needs: how this register keeps its own house. */
const ownFacts = ['householdId', 'checkReason', 'familyOrder', 'nikSealed', 'kkNumberSealed', 'id']
/** Ids of this register, and the number by which the other one knows the same. */
const personFacts: Readonly<Record<string, string>> = {
  motherId: 'motherNik',
  fatherId: 'fatherNik',
  spouseId: 'spouseNik',
  headPersonId: 'headNik',
  duplicateOf: 'duplicateOfNik',
}

/**
 * An event as it is told: people and families by their numbers, facts as they were known when it was recorded, or, after a
 * correction, as they are known now. @returns undefined when nothing of it concerns anybody outside
 */
export async function prepareAnnouncement(
  tenant: Tenant,
  db: AnyHandle,
  message: QueuedMessage,
): Promise<Prepared | undefined> {
  const people = new Map<string, Person>()
  const changes: AnnouncedChange[] = []
  for (const subject of message.subjects) {
    const change = subject.personId
      ? await personChange(tenant, db, message, subject, people)
      : await familyChange(tenant, db, subject)
    if (change && (change.entered || Object.keys(change.after).length > 0)) changes.push(change)
  }
  if (changes.length === 0 && !message.voidsId) return undefined
  return {
    people,
    announcement: {
      eventId: message.id,
      kind: message.eventKind,
      validOn: message.validOn,
      recordedAt: message.recordedAt.toString(),
      registerNumber: message.registerNumber,
      territoryCode: message.territoryCode,
      voidsEventId: message.voidsId,
      note: message.note,
      changes,
    },
  }
}

async function personChange(
  tenant: Tenant,
  db: AnyHandle,
  message: QueuedMessage,
  subject: QueuedSubject,
  people: Map<string, Person>,
): Promise<AnnouncedChange | undefined> {
  const present = await findPerson(db, subject.personId ?? '')
  if (!present) return undefined
  const nik = openNik(tenant, present)
  const known = message.isCorrected ? {} : { recordedAt: message.recordedAt }
  const then = (await personAsOf(db, present.id, { validOn: message.validOn, ...known })) ?? present
  people.set(nik, then)
  const earlierName = subject.before['fullName']
  return {
    nik,
    name: typeof earlierName === 'string' && !message.isCorrected ? earlierName : then.fullName,
    entered: subject.entered,
    before: await told(tenant, db, subject.before),
    after: await told(tenant, db, subject.entered ? factsOfPerson(then) : subject.after),
  }
}

async function familyChange(
  tenant: Tenant,
  db: AnyHandle,
  subject: QueuedSubject,
): Promise<AnnouncedChange | undefined> {
  const family = await getFamily(db, subject.familyId ?? '')
  return {
    kkNumber: openKkNumber(tenant, family),
    entered: subject.entered,
    before: await told(tenant, db, subject.before),
    after: await told(tenant, db, subject.entered ? factsOfFamily(family) : subject.after),
  }
}

/** Facts with numbers in place of ids, and without what is only ours. */
async function told(tenant: Tenant, db: AnyHandle, facts: Facts): Promise<Facts> {
  const out: Record<string, string | number | null> = {}
  for (const [field, value] of Object.entries(facts)) {
    if (ownFacts.includes(field)) continue
    const numberField = personFacts[field]
    if (field === 'familyId') out['kkNumber'] = value && openKkNumber(tenant, await getFamily(db, String(value)))
    else if (numberField) out[numberField] = value && (await nikOf(tenant, db, String(value)))
    else out[field] = value
  }
  return out
}

async function nikOf(tenant: Tenant, db: AnyHandle, personId: string): Promise<string | null> {
  const person = await findPerson(db, personId)
  return person ? openNik(tenant, person) : null
}

const plainFacts = (row: object): Facts =>
  Object.fromEntries(
    Object.entries(row).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )

const factsOfPerson = (person: Person): Facts => plainFacts(person)
const factsOfFamily = (family: Family): Facts => plainFacts(family)
