import type { WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { nextHead } from '../../family-head.ts'
import { renewFamilyCard } from '../family-card-versions.ts'
import type { EventDraft, OpenEvent } from './event.ts'
import { kinOf } from './places.ts'

/**
 * Puts every card that an event touched in order: one that nobody stands on is closed, one without a head gets the
 * next one in line, and each gets a new version.
 * @returns version by family
 */
export async function closeCards(
  tx: WriteHandle,
  tenant: Tenant,
  event: OpenEvent,
  familyIds: readonly string[],
  today: Temporal.PlainDate,
  draft: EventDraft,
): Promise<ReadonlyMap<string, number>> {
  const cards = new Map<string, number>()
  for (const id of familyIds) {
    const members = await event.members(id)
    const family = await event.family(id)
    if (members.length === 0) {
      const gone = family.status === 'active' ? 'closed' : family.status
      await event.changeFamily(id, { status: gone, headPersonId: undefined, closedOn: today.toString() })
      continue
    }
    const head = members.find((member) => member.id === family.headPersonId)
    if (!head) {
      const named = members.find((member) => member.familyRelation === 'head')
      const next = named ?? nextHead(members.map(kinOf), today)
      if (next) await event.setHead(id, next.id)
    }
    cards.set(id, await renewFamilyCard(tx, tenant, await event.family(id), draft.reason, draft.now))
  }
  return cards
}
