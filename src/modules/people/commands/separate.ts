import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { MaritalStatus } from '../domain.ts'
import { personAsOf } from '../queries/history.ts'
import { listSpouses } from '../queries/persons.ts'
import type { Person } from '../queries/rows.ts'
import type { EventOrigin, OpenEvent } from './event/event.ts'
import type { NewFamily } from './event/fields.ts'
import { openEvent } from './event/open-event.ts'
import { leaveCards } from './leave-cards.ts'
import { otherMarriage } from './other-marriage.ts'

export interface NewSeparation extends EventOrigin {
  /** A marriage that is annulled never was: both are again what they were before it. */
  readonly kind: 'divorce' | 'annulment'
  readonly personId: string
  /** Number of the marriage that ends, where a man has more than one. */
  readonly marriageNumber?: string | undefined
  /** ISO day on which the decision became final. */
  readonly separatedOn: string
  /** Of the divorce certificate; an annulment leaves none with the person. */
  readonly certificateNumber?: string | undefined
  /** Who leaves the common card for one of his own, and which children go along by the decision. */
  readonly leaver?:
    | {
        readonly personId: string
        readonly place: Omit<NewFamily, 'status' | 'kkNumber'>
        readonly childIds?: readonly string[] | undefined
      }
    | undefined
}

export interface RegisteredSeparation {
  readonly eventId: string
  readonly cards: ReadonlyMap<string, number>
  /** Undefined when the spouse is not in this register. */
  readonly spouseId: string | undefined
}

/**
 * Ends a marriage inside the calling command's transaction: both are divorced, or as before when it is annulled, and who
 * leaves the common card gets one of his own.
 * @throws not-found; conflict for who is not married or no longer registered; invalid-input at `leaver`, `children`
 * @basis UU 23/2006 pasal 39 sampai 41; UU 1/1974 pasal 22, 38, 39
 */
export async function separate(tx: WriteHandle, tenant: Tenant, draft: NewSeparation): Promise<RegisteredSeparation> {
  const today = dayOf(draft.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, { ...draft, validOn: draft.separatedOn })
  const person = await event.person(draft.personId)
  if (person.status !== 'active') throw notMarried(person)
  if (person.maritalStatus !== 'married' && person.maritalStatus !== 'married-unrecorded') throw notMarried(person)
  const spouses = await listSpouses(tx, person)
  const found = spouses.find((one) => one.marriageCertificateNumber === draft.marriageNumber) ?? spouses[0]
  const spouse = found && (await event.person(found.id))
  const couple = spouse ? [person, spouse] : [person]
  for (const one of couple) {
    const staysMarried = await otherMarriage(tx, one, couple)
    if (staysMarried) {
      await event.changePerson(one.id, staysMarried)
      continue
    }
    await event.changePerson(one.id, {
      maritalStatus: draft.kind === 'divorce' ? 'divorced' : await statusBefore(tx, one),
      spouseId: undefined,
      marriageCertificateNumber: undefined,
      marriedOn: undefined,
      ...(draft.kind === 'divorce'
        ? { divorceCertificateNumber: draft.certificateNumber, divorcedOn: draft.separatedOn }
        : {}),
    })
  }
  const sharesCard = spouse !== undefined && spouse.familyId !== undefined && spouse.familyId === person.familyId
  if (draft.leaver) await leaveFor(event, draft.leaver, couple, today)
  else if (sharesCard) await standApart(event, couple)
  const { eventId, cards } = await event.close()
  return { eventId, cards, spouseId: spouse?.id }
}

async function leaveFor(
  event: OpenEvent,
  leaver: NonNullable<NewSeparation['leaver']>,
  couple: readonly Person[],
  today: Temporal.PlainDate,
): Promise<void> {
  const who = couple.find((one) => one.id === leaver.personId)
  if (!who?.familyId) {
    throw invalidField('leaver', 'Yang pindah harus salah satu dari keduanya.', 'One of the two has to be who leaves.')
  }
  const onCard = await event.members(who.familyId)
  const children = [...new Set(leaver.childIds ?? [])].map((id) => {
    const child = onCard.find((member) => member.id === id)
    if (child && !couple.some((one) => one.id === id)) return child
    throw invalidField(
      'children',
      'Anak yang ikut pindah harus tercatat pada kartu keluarga yang sama.',
      'Children who move along have to stand on the same family card.',
    )
  })
  await leaveCards(event, [who.id, ...children.map((child) => child.id)], today)
  const family = await event.openFamily(leaver.place)
  await event.moveMember(who.id, family.id, 'head')
  for (const child of children) await event.moveMember(child.id, family.id, relationUnder(child, who))
  await event.changeFamily(family.id, { headPersonId: who.id })
}

/** Who stood as child, or is one by the register, is a child of the new head too. */
function relationUnder(child: Person, head: Person) {
  const isOwn = child.motherId === head.id || child.fatherId === head.id
  const stoodBeside = child.familyRelation === 'child' && head.familyRelation !== 'child'
  return isOwn || stoodBeside ? 'child' : 'relative'
}

/** Both stay in one house: who stood as husband or wife is no relative any more. */
async function standApart(event: OpenEvent, couple: readonly Person[]): Promise<void> {
  for (const one of couple) {
    if (one.familyRelation === 'husband' || one.familyRelation === 'wife' || one.familyRelation === 'son-in-law') {
      await event.changePerson(one.id, { familyRelation: 'other' })
    }
  }
}

/** What somebody was before the marriage that is annulled, as far as the register tells. */
async function statusBefore(tx: WriteHandle, person: Person): Promise<MaritalStatus> {
  if (!person.marriedOn) return 'single'
  const validOn = Temporal.PlainDate.from(person.marriedOn).subtract({ days: 1 }).toString()
  const before = await personAsOf(tx, person.id, { validOn })
  const status = before?.maritalStatus ?? 'single'
  return status === 'divorced' || status === 'widowed' ? status : 'single'
}

export interface NewReunion extends EventOrigin {
  readonly personId: string
  readonly spouseId?: string | undefined
  /** ISO day on which the decision that annuls the divorce became final. */
  readonly decidedOn: string
}

/**
 * A divorce that a court annuls never was: both are married as before, unless one of them married again.
 * @throws not-found; conflict when one of them is not divorced, or married again
 * @basis UU 23/2006 pasal 43
 */
export async function undoDivorce(tx: WriteHandle, tenant: Tenant, draft: NewReunion): Promise<RegisteredSeparation> {
  const event = await openEvent(tx, tenant, { ...draft, kind: 'divorce-annulment', validOn: draft.decidedOn })
  const couple: Person[] = [await event.person(draft.personId)]
  if (draft.spouseId) couple.push(await event.person(draft.spouseId))
  for (const one of couple) {
    if (one.status !== 'active' || one.maritalStatus !== 'divorced' || !one.divorcedOn) throw notDivorced(one)
    const validOn = Temporal.PlainDate.from(one.divorcedOn).subtract({ days: 1 }).toString()
    const before = await personAsOf(tx, one.id, { validOn })
    const other = couple.find((each) => each.id !== one.id)
    await event.changePerson(one.id, {
      maritalStatus: 'married',
      spouseId: other?.id,
      marriageCertificateNumber: before?.marriageCertificateNumber,
      marriedOn: before?.marriedOn,
      divorceCertificateNumber: undefined,
      divorcedOn: undefined,
      ...(await besideHead(event, one, other)),
    })
  }
  const { eventId, cards } = await event.close()
  return { eventId, cards, spouseId: draft.spouseId }
}

/** Still on one card: husband and wife again. */
async function besideHead(event: OpenEvent, one: Person, other: Person | undefined) {
  if (!other || one.familyId !== other.familyId || one.familyRelation !== 'other' || !one.familyId) return {}
  const isBesideHead = (await event.family(one.familyId)).headPersonId === other.id || other.familyRelation === 'head'
  return isBesideHead ? { familyRelation: one.sex === 'male' ? ('husband' as const) : ('wife' as const) } : {}
}

function notMarried(person: Person): AppError {
  return new AppError('conflict', {
    params: { name: person.fullName },
    text: {
      id: '{name} menurut register tidak terikat perkawinan, sehingga tidak ada perkawinan yang diakhiri.',
      en: 'In the register {name} is not married, so no marriage can be ended.',
    },
  })
}

function notDivorced(person: Person): AppError {
  return new AppError('conflict', {
    params: { name: person.fullName },
    text: {
      id: '{name} menurut register tidak berstatus cerai hidup atau sudah kawin lagi, sehingga perceraiannya tidak dapat dibatalkan begitu saja.',
      en: 'In the register {name} is not divorced or married again, so the divorce cannot simply be annulled.',
    },
  })
}
