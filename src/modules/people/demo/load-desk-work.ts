import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { openEvent } from '../commands/event/open-event.ts'
import { contradictionsOf } from '../plausibility/look-for-contradictions.ts'
import { recordFindings } from '../plausibility/record-findings.ts'
import { getPerson } from '../queries/persons.ts'
import { newbornTerms } from '../terms.ts'

export interface DeskWorkOptions {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  /** Whose readings an alarm is about: account and as it is shown. */
  readonly reader: { readonly accountId: string; readonly label: string; readonly unitPath: string } | undefined
}

/**
 * Gives each desk of the register something to do on the first day: a child whom a grandmother had entered once more, two
 * births of one mother too soon after each other, and an officer who looked up his neighbours.
 */
export async function loadDemoDeskWork({ tenant, now, today, reader }: DeskWorkOptions): Promise<number> {
  return tenant.pools.write.transaction().execute(async (tx) => {
    const child = await childOfCouple(tx)
    if (!child) return 0
    await enterTwice(tx, tenant, child, now)
    await enterTooSoon(tx, tenant, child, { now, today })
    if (reader) await noteAlarm(tx, reader, { now, today })
    return reader ? 3 : 2
  })
}

interface DemoChild {
  readonly id: string
  readonly familyId: string
  readonly villageCode: string
  readonly motherId: string
  /** Another card of the village. */
  readonly otherFamilyId: string
}

/** A child of three to ten whose parents stand on one card, and another family of its village. */
async function childOfCouple(tx: WriteHandle): Promise<DemoChild | undefined> {
  const { rows } = await sql<DemoChild>`
    select c.id, f.id as "familyId", f.village_code as "villageCode", c.mother_person_id as "motherId",
      (select o.id from people.family o where o.village_code = f.village_code and o.id <> f.id and o.status = 'active'
        order by o.id limit 1) as "otherFamilyId"
    from people.person c join people.family f on f.id = c.family_id
    where c.family_relation = 'child' and c.mother_person_id is not null and c.status = 'active'
      and c.birth_on between current_date - interval '10 years' and current_date - interval '3 years'
      and not exists (select from organization.official o join people.person p on p.id = o.person_id where p.family_id = f.id)
      and not exists (select from people.person s where s.mother_person_id = c.mother_person_id and s.id <> c.id)
      and (select count(*) from people.family o where o.village_code = f.village_code) > 1
    order by c.id limit 1`.execute(tx)
  return rows[0]
}

const origin = (now: Temporal.Instant, territoryCode: string, reason: string) => ({
  kind: 'correction' as const,
  now,
  source: { kind: 'desk' as const },
  reason,
  territoryCode,
})

async function enterTwice(tx: WriteHandle, tenant: Tenant, child: DemoChild, now: Temporal.Instant): Promise<void> {
  const person = await getPerson(tx, child.id)
  const draft = origin(now, child.villageCode, 'Entri data lama dari buku induk desa')
  const event = await openEvent(tx, tenant, { ...draft, validOn: person.birthOn })
  await event.addPerson({
    ...newbornTerms,
    fullName: person.fullName,
    sex: person.sex,
    birthPlace: person.birthPlace,
    birthOn: person.birthOn,
    religion: person.religion,
    familyId: child.otherFamilyId,
    relation: 'relative',
    motherName: person.motherName,
    fatherName: person.fatherName,
  })
  await event.close()
}

/** Seven months would be the least; these two are four apart, as when one date was misread. */
async function enterTooSoon(
  tx: WriteHandle,
  tenant: Tenant,
  child: DemoChild,
  { now, today }: Pick<DeskWorkOptions, 'now' | 'today'>,
): Promise<void> {
  const elder = await getPerson(tx, child.id)
  const birthOn = Temporal.PlainDate.from(elder.birthOn).add({ months: 4 }).toString()
  const draft = origin(now, child.villageCode, 'Entri data lama dari buku induk desa')
  const event = await openEvent(tx, tenant, { ...draft, validOn: birthOn })
  const added = await event.addPerson({
    ...newbornTerms,
    fullName: `Bungsu ${elder.fullName.split(' ').at(-1)}`,
    sex: elder.sex === 'male' ? 'female' : 'male',
    birthPlace: elder.birthPlace,
    birthOn,
    religion: elder.religion,
    familyId: child.familyId,
    relation: 'child',
    motherId: child.motherId,
    fatherId: elder.fatherId,
    motherName: elder.motherName,
    fatherName: elder.fatherName,
  })
  await event.close()
  await recordFindings(tx, await contradictionsOf(tx, added.id, today), now)
}

async function noteAlarm(
  tx: WriteHandle,
  reader: NonNullable<DeskWorkOptions['reader']>,
  { now, today }: Pick<DeskWorkOptions, 'now' | 'today'>,
): Promise<void> {
  const at = now.subtract({ hours: 20 }).toString()
  await sql`
    insert into people.reading_alarm (id, account_id, reader_label, unit_path, pattern, severity, day, counted, threshold,
      first_at, last_at)
    values (${newId(now.epochMilliseconds)}, ${reader.accountId}, ${reader.label}, ${reader.unitPath}, 'own-neighbours', 'alarm',
      ${today.subtract({ days: 1 }).toString()}, 5, 3, ${at}, ${at}) on conflict do nothing`.execute(tx)
}
