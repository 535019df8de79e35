import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { FamilyRelation } from '../domain.ts'
import { relationToHead } from '../family-head.ts'
import { isCrowded } from './card-guards.ts'
import type { EventOrigin } from './event/event.ts'
import { openEvent } from './event/open-event.ts'
import { kinOf } from './event/places.ts'
import { headTheRest, leaveCards } from './leave-cards.ts'

export interface NewMembers extends EventOrigin {
  /** The card that receives them. Its head has consented: that is for the caller to see to. */
  readonly familyId: string
  readonly memberIds: readonly string[]
  /** How each stands to the head of that card, where neither parents nor marriages in the register tell it. */
  readonly relations: Readonly<Record<string, FamilyRelation>>
  readonly remainingHeadId?: string | undefined
}

export interface JoinedFamily {
  readonly eventId: string
  readonly familyVersion: number
  /** Each card that was left behind, with its new version; undefined for one on which nobody is left. */
  readonly left: ReadonlyMap<string, number | undefined>
  readonly members: number
  /** So many on one card that an officer should look twice. */
  readonly crowded: boolean
}

/** What others may be to a head; nobody joins as head, and spouses are told from their marriage. */
const joinable: readonly FamilyRelation[] = [
  'child',
  'son-in-law',
  'grandchild',
  'parent',
  'parent-in-law',
  'relative',
  'helper',
  'other',
]

/**
 * Takes people onto a card that stands (numpang KK), inside the calling command's transaction.
 * @throws not-found; conflict for who is not active or under check, and for a card that no longer holds; invalid-input at `members`
 * @basis Perpres 96/2018 pasal 12; UU 23/2006 pasal 61
 */
export async function joinFamily(tx: WriteHandle, tenant: Tenant, draft: NewMembers): Promise<JoinedFamily> {
  const today = dayOf(draft.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, { ...draft, kind: 'family-join', validOn: today.toString() })
  const family = await event.family(draft.familyId)
  if (family.status !== 'active') throw new AppError('conflict')
  const leaving = await leaveCards(event, draft.memberIds, today)
  if (leaving.left.has(family.id)) throw alreadyThere()
  const hosts = await event.members(family.id)
  const head = hosts.find((member) => member.id === family.headPersonId) ?? hosts[0]
  const everybody = [...hosts, ...leaving.movers].map(kinOf)
  for (const mover of leaving.movers) {
    const known = head && relationToHead({ ...kinOf(mover), relation: 'relative' }, kinOf(head), everybody)
    const given = draft.relations[mover.id] ?? 'relative'
    const told = known === undefined || known === 'relative' ? given : known
    await event.moveMember(mover.id, family.id, joinable.includes(told) || told === known ? told : 'relative')
  }
  await headTheRest(event, leaving, draft.remainingHeadId, today)
  const { eventId, cards } = await event.close()
  const members = hosts.length + leaving.movers.length
  return {
    eventId,
    familyVersion: cards.get(family.id) as number,
    left: new Map([...leaving.left.keys()].map((id) => [id, cards.get(id)])),
    members,
    crowded: isCrowded(members),
  }
}

const alreadyThere = () =>
  invalidField(
    'members',
    'Orang yang dipilih sudah ada pada kartu keluarga itu.',
    'Somebody who was chosen stands on that family card already.',
  )
