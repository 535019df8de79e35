import { AppError, invalidField } from '#kernel/errors.ts'
import type { Person } from '../queries/rows.ts'
import { refuseChildrenAlone, requireMayHead, requireOnRegister } from './card-guards.ts'
import type { OpenEvent } from './event/event.ts'

/** People who leave the cards on which they stand, and who stays behind on each. */
export interface Leaving {
  readonly movers: readonly Person[]
  readonly left: ReadonlyMap<string, readonly Person[]>
}

/**
 * Locks who leaves and the cards they leave, and sees to it that nobody is taken who may not be, and that no card is
 * left to children.
 * @throws not-found; conflict for who is not active or under check; invalid-input at `members`
 */
export async function leaveCards(
  event: OpenEvent,
  memberIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<Leaving> {
  const ids = [...new Set(memberIds)]
  if (ids.length === 0) throw invalidField('members', 'Pilih paling sedikit satu orang.', 'Choose at least one person.')
  const movers: Person[] = []
  for (const id of ids) {
    const person = await event.person(id)
    requireOnRegister(person)
    movers.push(person)
  }
  const left = new Map<string, readonly Person[]>()
  for (const familyId of new Set(movers.flatMap((mover) => mover.familyId ?? []))) {
    if ((await event.family(familyId)).status !== 'active') throw new AppError('conflict')
    const remaining = (await event.members(familyId)).filter((member) => !ids.includes(member.id))
    refuseChildrenAlone(remaining, today, 'members')
    left.set(familyId, remaining)
  }
  return { movers, left }
}

/** Names who heads a card whose head has left. Without a name the next in line does. @throws invalid-input at `remainingHead` */
export async function headTheRest(
  event: OpenEvent,
  { left }: Leaving,
  headId: string | undefined,
  today: Temporal.PlainDate,
): Promise<void> {
  if (!headId) return
  for (const [familyId, remaining] of left) {
    const chosen = remaining.find((member) => member.id === headId)
    const { headPersonId } = await event.family(familyId)
    if (!chosen || remaining.some((member) => member.id === headPersonId)) continue
    requireMayHead(chosen, today, 'remainingHead')
    await event.setHead(familyId, chosen.id)
  }
}
