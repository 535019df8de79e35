import { dayOf } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { ageOn, familyCardSnapshot, getPerson, openNik, type Person } from '#modules/people/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { ageLimits } from '../domain.ts'
import type { HiddenObject, Json } from '../sd-jwt/disclosures.ts'
import type { Entitlement } from './entitlements.ts'

export interface CardContent {
  readonly claims: HiddenObject
  readonly expiresAt: Temporal.Instant
}

/**
 * What a card says, read from the registers at this moment. The NIK is in it only when its holder wanted that.
 * @basis UU 27/2022 pasal 16 ayat (2) (terbatas dan spesifik); UU 1/2024 pasal 5, 13
 */
export async function cardContent(
  db: AnyHandle,
  tenant: Tenant,
  card: Entitlement & { readonly holderPersonId: string; readonly withNik: boolean },
  now: Temporal.Instant,
): Promise<CardContent> {
  const subject = await getPerson(db, card.subjectPersonId)
  const today = dayOf(now, tenant.profile.zone)
  const own =
    card.entryId === undefined ? await residence(db, tenant, card) : await certificate(db, tenant, card, subject)
  const isAlive = card.kind === 'residence' || card.kind === 'birth'
  const nik = card.withNik ? { nik: openNik(tenant, subject) } : {}
  const claims: HiddenObject = {
    ...hiddenEach({ ...own.flat, ...nik }),
    ...(own.address ? { address: { hidden: hiddenEach(own.address) } } : {}),
    ...(isAlive ? { age_equal_or_over: { hidden: hiddenEach(agesOf(subject, today)) } } : {}),
  }
  const rule = card.kind === 'residence' ? 'credentials.residence-validity' : 'credentials.certificate-validity'
  const days = wholeNumber(await getRule(db, rule, '', today))
  return { claims, expiresAt: lastMoment(today.add({ days }), isAlive ? subject : undefined, today, tenant) }
}

type Flat = Readonly<Record<string, Json | undefined>>

function hiddenEach(values: Flat): HiddenObject {
  return Object.fromEntries(
    Object.entries(values)
      .filter((entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== '')
      .map(([name, hidden]) => [name, { hidden }]),
  )
}

function agesOf(subject: Person, today: Temporal.PlainDate): Record<string, boolean> {
  const age = ageOn(subject.birthOn, today)
  return Object.fromEntries(ageLimits.map((limit) => [String(limit), age >= limit]))
}

/** The first moment at which a card no longer holds. A card that says "not yet 18" ends on the birthday that makes this untrue. */
function lastMoment(
  until: Temporal.PlainDate,
  subject: Person | undefined,
  today: Temporal.PlainDate,
  tenant: Tenant,
): Temporal.Instant {
  const birthdays = subject
    ? ageLimits
        .map((years) => Temporal.PlainDate.from(subject.birthOn).add({ years }))
        .filter((birthday) => Temporal.PlainDate.compare(birthday, today) > 0)
    : []
  const first = [until, ...birthdays].sort(Temporal.PlainDate.compare)[0] as Temporal.PlainDate
  return first.toZonedDateTime(tenant.profile.zone).toInstant()
}

interface OwnClaims {
  readonly flat: Flat
  readonly address?: Flat
}

async function residence(db: AnyHandle, tenant: Tenant, card: Entitlement): Promise<OwnClaims> {
  const snapshot = await familyCardSnapshot(tenant, db, card.familyId as string)
  const member = snapshot.members.find((one) => one.personId === card.subjectPersonId)
  if (!member) throw notFound()
  const { street, rt, rw, village, district, regency, province, postalCode } = snapshot.address
  return {
    flat: { name: member.name, birthdate: member.birthOn, sex: member.sex },
    address: {
      street_address: street,
      neighbourhood: `RT ${rt}/RW ${rw}`,
      village,
      district,
      regency,
      province,
      postal_code: postalCode,
      country: 'ID',
    },
  }
}

interface EntryDetails {
  readonly [name: string]: unknown
}

async function certificate(
  db: AnyHandle,
  tenant: Tenant,
  card: Entitlement & { readonly holderPersonId: string },
  subject: Person,
): Promise<OwnClaims> {
  const row = await db
    .selectFrom('population.v_certificate')
    .select(['number', 'role', 'happened_on', 'registered_at', 'details'])
    .where('entry_id', '=', card.entryId as string)
    .where('person_id', '=', card.holderPersonId)
    .executeTakeFirst()
  if (!row) throw notFound()
  const details = row.details as EntryDetails
  const say = (name: string) =>
    details[name] === undefined || details[name] === null ? undefined : String(details[name])
  const happened = row.happened_on ?? ''
  const registered: Flat = {
    certificate_number: row.number ?? '',
    registered_on: row.registered_at ? registeredDay(row.registered_at, tenant) : undefined,
    registered_at: tenant.profile.name,
  }
  const isHusband = row.role === 'husband'
  const name = say(isHusband ? 'husbandName' : 'wifeName') ?? subject.fullName
  const spouse = say(isHusband ? 'wifeName' : 'husbandName')
  switch (card.kind) {
    case 'birth':
      return { flat: { ...(await birthClaims(db, details, subject)), ...registered } }
    case 'marriage':
      return {
        flat: {
          name,
          spouse_name: spouse,
          married_on: happened,
          married_at: say('place'),
          officiant: say('officiant'),
          ...registered,
        },
      }
    case 'divorce':
      return {
        flat: {
          name,
          former_spouse_name: spouse,
          divorced_on: happened,
          court: say('court'),
          decision_number: say('decisionNumber'),
          ...registered,
        },
      }
    default: {
      const holder = await getPerson(db, card.holderPersonId)
      return {
        flat: {
          name: subject.fullName,
          birthdate: subject.birthOn,
          sex: subject.sex,
          died_on: happened,
          place_of_death: say('place'),
          holder_name: holder.fullName,
          holder_relation: row.role === 'spouse' ? 'suami atau istri' : 'keluarga',
          ...registered,
        },
      }
    }
  }
}

/** As the extract says it, with the notes in its margin. */
async function birthClaims(db: AnyHandle, body: EntryDetails, subject: Person): Promise<Flat> {
  const notes = await db
    .selectFrom('population.v_margin')
    .select('note')
    .where('person_id', '=', subject.id)
    .orderBy('noted_at')
    .execute()
  const parents = body['parents'] as { readonly mother?: string; readonly father?: string } | undefined
  const remarks = [...((body['remarks'] as readonly string[] | undefined) ?? []), ...notes.map((row) => row.note ?? '')]
  return {
    name: String(body['name'] ?? subject.fullName),
    birthdate: String(body['bornOn'] ?? subject.birthOn),
    place_of_birth: String(body['birthplace'] ?? subject.birthPlace),
    sex: String(body['sex'] ?? subject.sex),
    birth_order: body['order'] === undefined ? undefined : String(body['order']),
    mother_name: parents?.mother,
    father_name: parents?.father,
    citizenship: String(body['citizenship'] ?? subject.citizenship),
    remarks: remarks.length > 0 ? remarks.join(' ') : undefined,
  }
}

function registeredDay(at: Date | string, tenant: Tenant): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(new Date(at).getTime())
  return dayOf(instant, tenant.profile.zone).toString()
}
