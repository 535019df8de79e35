import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { FamilyRelation } from '../domain.ts'
import { requireMayHead } from './card-guards.ts'
import type { EventOrigin, OpenEvent } from './event/event.ts'
import type { NewFamily } from './event/fields.ts'
import { openEvent } from './event/open-event.ts'
import { headTheRest, leaveCards } from './leave-cards.ts'

export interface NewFamilyCard extends EventOrigin {
  /** `family-new`: a couple that leaves its parents' cards, or people on no card. `family-split`: members of one card. */
  readonly kind: 'family-new' | 'family-split'
  /** Everybody on the new card, its head among them. */
  readonly memberIds: readonly string[]
  readonly headId: string
  /** The household is that of the card they leave when they stay in the same dwelling. */
  readonly place: Omit<NewFamily, 'status' | 'kkNumber'>
  /** How members stand to the head, where neither parents nor marriages in the register tell it. */
  readonly relations?: Readonly<Record<string, FamilyRelation>> | undefined
  /** A couple that lives as married and states so before a witness: their card says that it is not recorded. */
  readonly unrecordedCouple?: readonly [string, string] | undefined
  /** Who heads the card they leave, when its head leaves with them and somebody was named. */
  readonly remainingHeadId?: string | undefined
}

export interface OpenedFamilyCard {
  readonly eventId: string
  readonly familyId: string
  /** Each card that was left behind, with its new version; undefined for one on which nobody is left. */
  readonly left: ReadonlyMap<string, number | undefined>
  readonly members: number
}

/**
 * Opens a family card for people who leave others, inside the calling command's transaction.
 * @throws not-found; conflict for who is not active or under check; invalid-input at `members`, `head`, `remainingHead`
 * @basis UU 23/2006 pasal 61, 62; Perpres 96/2018 pasal 10, 11, 13
 */
export async function splitFamily(tx: WriteHandle, tenant: Tenant, draft: NewFamilyCard): Promise<OpenedFamilyCard> {
  const today = dayOf(draft.now, tenant.profile.zone)
  const event = await openEvent(tx, tenant, { ...draft, validOn: today.toString() })
  const leaving = await leaveCards(event, draft.memberIds, today)
  const head = leaving.movers.find((mover) => mover.id === draft.headId)
  if (!head) throw headOutside()
  requireMayHead(head, today, 'head')
  const [emptied] = [...leaving.left].filter(([, remaining]) => remaining.length === 0)
  if (draft.kind === 'family-split' && (emptied || leaving.left.size !== 1)) throw nobodyRemains()

  await noteCouple(event, draft.unrecordedCouple)
  const family = await event.openFamily(draft.place)
  for (const mover of leaving.movers) {
    // How they stood to the old head only tells something among those of one card.
    const stood = mover.familyId === head.familyId ? mover.familyRelation : 'relative'
    await event.moveMember(mover.id, family.id, stood === 'head' ? 'relative' : stood)
  }
  await event.setHead(family.id, head.id)
  for (const member of await event.members(family.id)) {
    const given = draft.relations?.[member.id]
    if (given && member.familyRelation === 'relative') await event.changePerson(member.id, { familyRelation: given })
  }
  await headTheRest(event, leaving, draft.remainingHeadId, today)
  const { eventId, cards } = await event.close()
  return {
    eventId,
    familyId: family.id,
    left: new Map([...leaving.left.keys()].map((id) => [id, cards.get(id)])),
    members: leaving.movers.length,
  }
}

/** @basis Permendagri 109/2019 formulir F-1.05 (kawin belum tercatat) */
async function noteCouple(event: OpenEvent, couple: NewFamilyCard['unrecordedCouple']): Promise<void> {
  for (const [id, spouseId] of couple ? [couple, couple.toReversed()] : []) {
    if (!id || !spouseId) continue
    const { maritalStatus } = await event.person(id)
    if (maritalStatus !== 'married') await event.changePerson(id, { maritalStatus: 'married-unrecorded', spouseId })
  }
}

const headOutside = () =>
  invalidField(
    'head',
    'Kepala keluarga harus salah satu dari orang yang dimuat pada kartu baru.',
    'The head has to be one of the people on the new card.',
  )

const nobodyRemains = () =>
  invalidField(
    'members',
    'Semua anggota memilih pindah, sehingga tidak ada yang dipisahkan. Ajukan ganti kepala keluarga atau pindah alamat.',
    'Everybody would leave, so nothing is split. Ask for a change of head or of address instead.',
  )
