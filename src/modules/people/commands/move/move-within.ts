import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { FamilyRelation } from '../../domain.ts'
import { requireMayHead } from '../card-guards.ts'
import { enterHousehold } from '../event/enter.ts'
import type { EventOrigin, OpenEvent } from '../event/event.ts'
import type { NewFamily } from '../event/fields.ts'
import { openEvent } from '../event/open-event.ts'
import { headTheRest, type Leaving, leaveCards } from '../leave-cards.ts'
import { headAs, refuseUnaccompanied, stoodWith, takeOnto } from './movers.ts'

/** Where people go: to an address of their own, or onto the card of somebody who takes them in. */
export type MoveTo =
  | {
      readonly kind: 'address'
      readonly place: Omit<NewFamily, 'status' | 'kkNumber'>
      /** Who heads the new card when only a part of a family goes. */
      readonly headId?: string | undefined
    }
  | {
      readonly kind: 'card'
      readonly familyId: string
      /** How each stands to its head, where the register does not tell it. */
      readonly relations?: Readonly<Record<string, FamilyRelation>> | undefined
    }

export interface MoveWithin extends EventOrigin {
  /** ISO day on which they moved. */
  readonly validOn: string
  readonly memberIds: readonly string[]
  readonly to: MoveTo
  readonly remainingHeadId?: string | undefined
  /** Children who move without an adult do so by the statement of their guardian. */
  readonly guardianConsents?: boolean | undefined
}

export interface MovedWithin {
  readonly eventId: string
  /** The card on which they stand now: their old one when the whole family moved to an address. */
  readonly familyId: string
  /** Each other card that was touched, with its new version; undefined for one on which nobody is left. */
  readonly left: ReadonlyMap<string, number | undefined>
}

/**
 * A move inside the region, inside the calling command's transaction. A whole family keeps its card with the new
 * address; a part of one leaves to a card of its own or joins another.
 * @throws not-found; conflict for who is not active or under check; invalid-input at `members`, `head`, `remainingHead`, `guardianStatement`
 * @basis UU 23/2006 pasal 15 ayat (1); Perpres 96/2018 pasal 25, 26; Permendagri 108/2019
 */
export async function moveWithin(tx: WriteHandle, tenant: Tenant, move: MoveWithin): Promise<MovedWithin> {
  const today = dayOf(move.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, { ...move, kind: 'move-within' })
  const leaving = await leaveCards(event, move.memberIds, today)
  refuseUnaccompanied(leaving.movers, today, move.guardianConsents)
  const familyId =
    move.to.kind === 'card'
      ? await joinCard(event, leaving, move.to)
      : await settleAt(tx, event, leaving, move.to, today, move.now)
  await headTheRest(event, leaving, move.remainingHeadId, today)
  const { eventId, cards } = await event.close()
  const others = [...leaving.left.keys()].filter((id) => id !== familyId)
  return { eventId, familyId, left: new Map(others.map((id) => [id, cards.get(id)])) }
}

async function settleAt(
  tx: WriteHandle,
  event: OpenEvent,
  leaving: Leaving,
  { place, headId }: Extract<MoveTo, { kind: 'address' }>,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<string> {
  const { address, rt, rw, villageCode, postalCode } = place
  const whole = [...leaving.left].find(([, remaining]) => remaining.length === 0)
  if (whole && leaving.left.size === 1) {
    const dwelling = { address, rt, rw, village_code: villageCode, postal_code: postalCode ?? null }
    const householdId = place.householdId ?? (await enterHousehold(tx, dwelling, today, { now }))
    await event.changeFamily(whole[0], { address, rt, rw, villageCode, postalCode, householdId })
    return whole[0]
  }
  const head = leaving.movers.find((mover) => mover.id === headId) ?? leaving.movers[0]
  if (!head) throw new AppError('conflict')
  requireMayHead(head, today, 'head')
  const family = await event.openFamily(place)
  const stood = head.familyRelation
  const others = leaving.movers.filter((mover) => mover.id !== head.id)
  for (const mover of [head, ...others]) await event.moveMember(mover.id, family.id, stoodWith(mover, head))
  await headAs(event, family.id, head.id, stood)
  return family.id
}

async function joinCard(event: OpenEvent, leaving: Leaving, to: Extract<MoveTo, { kind: 'card' }>): Promise<string> {
  if (leaving.left.has(to.familyId)) {
    throw invalidField(
      'members',
      'Orang yang dipilih sudah ada pada kartu keluarga itu.',
      'Somebody who was chosen stands on that family card already.',
    )
  }
  await takeOnto(event, to.familyId, leaving.movers, to.relations ?? {})
  return to.familyId
}
