import { dayOf } from '#kernel/clock/clock.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { listFamilyMembers } from '../../queries/families.ts'
import { getPerson } from '../../queries/persons.ts'
import type { Person } from '../../queries/rows.ts'
import { refuseChildrenAlone, requireOnRegister } from '../card-guards.ts'
import type { EventOrigin } from '../event/event.ts'
import { openEvent } from '../event/open-event.ts'
import { headTheRest, leaveCards } from '../leave-cards.ts'
import { refuseUnaccompanied } from './movers.ts'

export interface LeaveRegion extends EventOrigin {
  readonly kind: 'move-out' | 'departure-abroad'
  /** ISO day. */
  readonly validOn: string
  readonly memberIds: readonly string[]
  readonly remainingHeadId?: string | undefined
  readonly guardianConsents?: boolean | undefined
}

export interface LeftRegion {
  /** By which it can be taken back: see `voidEvent`. */
  readonly eventId: string
  /** Each card that was left, with its new version; undefined for one on which nobody is left. */
  readonly left: ReadonlyMap<string, number | undefined>
}

/**
 * People leave for another region or another country, inside the calling command's transaction: they stay in the
 * register as moved, under their NIK; who stays behind gets a renewed card and, when the head left, a new head.
 * @throws not-found; conflict for who is not active or under check; invalid-input at `members`, `remainingHead`, `guardianStatement`
 * @basis UU 23/2006 pasal 15, 16, 18; Perpres 96/2018 pasal 25, 27; PP 40/2019 (NIK tidak berubah)
 */
export async function leaveRegion(tx: WriteHandle, tenant: Tenant, move: LeaveRegion): Promise<LeftRegion> {
  const today = dayOf(move.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, move)
  const leaving = await leaveCards(event, move.memberIds, today)
  refuseUnaccompanied(leaving.movers, today, move.guardianConsents)
  await headTheRest(event, leaving, move.remainingHeadId, today)
  // Off every card, so that a return touches no card that lived on without them.
  for (const mover of leaving.movers) await event.changePerson(mover.id, { status: 'moved', familyId: undefined })
  for (const [familyId, remaining] of leaving.left) {
    if (remaining.length === 0) await event.changeFamily(familyId, { status: 'moved' })
  }
  const { eventId, cards } = await event.close()
  return { eventId, left: new Map([...leaving.left.keys()].map((id) => [id, cards.get(id)])) }
}

/**
 * Sees beforehand whether people may leave, where they do so only when another region has registered them.
 * @throws as `leaveRegion` does
 */
export async function requireMayLeave(
  db: AnyHandle,
  memberIds: readonly string[],
  today: Temporal.PlainDate,
  guardianConsents: boolean | undefined,
): Promise<readonly Person[]> {
  const movers: Person[] = []
  for (const id of new Set(memberIds)) movers.push(await getPerson(db, id))
  for (const mover of movers) requireOnRegister(mover)
  for (const familyId of new Set(movers.flatMap((mover) => mover.familyId ?? []))) {
    const remaining = (await listFamilyMembers(db, familyId)).filter(
      (member) => !movers.some((mover) => mover.id === member.id),
    )
    refuseChildrenAlone(remaining, today, 'members')
  }
  refuseUnaccompanied(movers, today, guardianConsents)
  return movers
}
