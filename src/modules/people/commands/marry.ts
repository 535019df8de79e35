import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { FamilyRelation } from '../domain.ts'
import { listSpouses } from '../queries/persons.ts'
import type { Person } from '../queries/rows.ts'
import type { EventOrigin, OpenEvent } from './event/event.ts'
import type { NewFamily } from './event/fields.ts'
import { openEvent } from './event/open-event.ts'
import { leaveCards } from './leave-cards.ts'
import { requireMayMarry } from './marriage-obstacles.ts'

/** Where a couple lives from now on, as it chose. */
export type CoupleHome =
  /** Each stays on the card where he is. */
  | { readonly kind: 'stay' }
  /** The other moves onto the card of `hostId`. */
  | { readonly kind: 'join'; readonly hostId: string; readonly childIds?: readonly string[] | undefined }
  /** Both, and the children named, on a card of their own. */
  | {
      readonly kind: 'new-card'
      readonly place: Omit<NewFamily, 'status' | 'kkNumber'>
      readonly childIds?: readonly string[] | undefined
    }

export interface NewMarriage extends EventOrigin {
  /** At least one of the two is in this register; the other may live elsewhere or abroad. */
  readonly husbandId?: string | undefined
  readonly wifeId?: string | undefined
  /** ISO day. */
  readonly marriedOn: string
  /** Of the certificate, or of the marriage book. */
  readonly certificateNumber: string
  /** Full years; left out when a court gave dispensation. @basis UU 1/1974 pasal 7 jo. UU 16/2019 */
  readonly minimumAge?: number | undefined
  /** A court allows the husband a further wife; whoever calls has seen to it that the court confirms it. */
  readonly hasPermission?: boolean | undefined
  readonly home: CoupleHome
}

export interface RegisteredMarriage {
  readonly eventId: string
  /** Each card that changed, with its new version. */
  readonly cards: ReadonlyMap<string, number>
  /** Where each of the two stands now; undefined for who is not in this register or on no card. */
  readonly husbandFamilyId: string | undefined
  readonly wifeFamilyId: string | undefined
}

/**
 * Marries two people inside the calling command's transaction: status, spouse, number and day of both, and the cards as
 * the couple chooses.
 * @throws not-found; conflict for who is not active, under check, married already or too closely related; invalid-input
 * @basis UU 23/2006 pasal 34; UU 1/1974 pasal 2, 3, 7, 8
 */
export async function marry(tx: WriteHandle, tenant: Tenant, draft: NewMarriage): Promise<RegisteredMarriage> {
  const today = dayOf(draft.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, { ...draft, kind: 'marriage', validOn: draft.marriedOn })
  const husband = draft.husbandId ? await event.person(draft.husbandId) : undefined
  const wife = draft.wifeId ? await event.person(draft.wifeId) : undefined
  const couple = [husband, wife].filter((person) => person !== undefined)
  if (couple.length === 0) throw new RangeError('a marriage of nobody in this register')
  const { marriedOn, minimumAge, hasPermission } = draft
  await requireMayMarry(tx, { husband, wife, marriedOn, minimumAge, hasPermission })
  // His row will name the new wife; those he has name him, so that none of the marriages is lost.
  if (husband && hasPermission) {
    for (const present of await listSpouses(tx, husband)) await event.changePerson(present.id, { spouseId: husband.id })
  }
  for (const person of couple) {
    await event.changePerson(person.id, {
      maritalStatus: 'married',
      spouseId: (person === husband ? wife : husband)?.id,
      marriageCertificateNumber: draft.certificateNumber,
      marriedOn: draft.marriedOn,
    })
  }
  if (draft.home.kind === 'join') await joinHost(event, draft.home, couple, today)
  if (draft.home.kind === 'new-card') await openCard(event, draft.home, couple, today)
  const { eventId, cards } = await event.close()
  return {
    eventId,
    cards,
    husbandFamilyId: husband && (await event.person(husband.id)).familyId,
    wifeFamilyId: wife && (await event.person(wife.id)).familyId,
  }
}

/** The partner, and the children named, move onto the card of one of the two. */
async function joinHost(
  event: OpenEvent,
  home: Extract<CoupleHome, { kind: 'join' }>,
  couple: readonly Person[],
  today: Temporal.PlainDate,
): Promise<void> {
  const host = await event.person(home.hostId)
  const partner = couple.find((person) => person.id !== host.id)
  if (!partner || !couple.some((person) => person.id === host.id) || !host.familyId) {
    throw invalidField('home', 'Kartu keluarga tujuan tidak ditemukan.', 'The card to move to was not found.')
  }
  // They live on one card already.
  const others = partner.familyId === host.familyId ? [] : [partner.id, ...childrenOf(home, couple)]
  if (others.length > 0) await leaveCards(event, others, today)
  const stands = standingBeside(host.familyRelation)
  await event.moveMember(partner.id, host.familyId, stands.partner(partner))
  for (const id of others.slice(1)) {
    await requireChild(event, id, partner)
    await event.moveMember(id, host.familyId, stands.child)
  }
}

async function openCard(
  event: OpenEvent,
  home: Extract<CoupleHome, { kind: 'new-card' }>,
  couple: readonly Person[],
  today: Temporal.PlainDate,
): Promise<void> {
  const children = childrenOf(home, couple)
  await leaveCards(event, [...couple.map((person) => person.id), ...children], today)
  for (const id of children) await requireChild(event, id, ...couple)
  const family = await event.openFamily(home.place)
  // The husband heads the family. @basis UU 1/1974 pasal 31 ayat (3)
  const [head, partner] = couple as [Person, Person?]
  await event.moveMember(head.id, family.id, 'head')
  if (partner) await event.moveMember(partner.id, family.id, partner.sex === 'male' ? 'husband' : 'wife')
  for (const id of children) await event.moveMember(id, family.id, 'child')
  await event.changeFamily(family.id, { headPersonId: head.id })
}

function childrenOf(home: { readonly childIds?: readonly string[] | undefined }, couple: readonly Person[]): string[] {
  return [...new Set(home.childIds ?? [])].filter((id) => !couple.some((person) => person.id === id))
}

/** Only their own children come along: by the register, or on the card of the parent who moves. */
async function requireChild(event: OpenEvent, id: string, ...parents: readonly Person[]): Promise<void> {
  const child = await event.person(id)
  const isTheirs = parents.some(
    (parent) =>
      child.motherId === parent.id ||
      child.fatherId === parent.id ||
      (child.familyId === parent.familyId && child.familyRelation === 'child' && parent.familyRelation !== 'child'),
  )
  if (isTheirs) return
  throw new AppError('invalid-input', {
    fields: [
      {
        path: 'children',
        message: {
          id: `${child.fullName} bukan anak dari yang pindah, jadi tidak ikut pindah lewat pencatatan ini.`,
          en: `${child.fullName} is no child of the one who moves and does not move with this report.`,
        },
      },
    ],
  })
}

/** How a partner and his children stand to the head, by how the host does: beside a child one is a child-in-law. */
function standingBeside(host: FamilyRelation): {
  readonly partner: (person: Person) => FamilyRelation
  readonly child: FamilyRelation
} {
  if (host === 'head') return { partner: (person) => (person.sex === 'male' ? 'husband' : 'wife'), child: 'child' }
  if (host === 'child') return { partner: () => 'son-in-law', child: 'grandchild' }
  return { partner: () => 'relative', child: 'relative' }
}
