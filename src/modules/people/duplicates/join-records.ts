import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { openEvent } from '../commands/event/open-event.ts'
import { listChildrenOf } from '../queries/persons.ts'
import type { Duplicate } from './queries.ts'

/**
 * Makes two records one: the one that stays takes what only the other knew, children point to it, and the other
 * leaves its card and leads to it by its number. One event, so that it can be taken back whole.
 * @throws conflict when either has meanwhile become something else
 * @returns the event
 */
export async function joinRecords(tx: WriteHandle, context: CommandContext, pair: Duplicate): Promise<string> {
  const { tenant, now } = context
  const keepId = pair.keepPersonId as string
  const dropId = keepId === pair.personA ? pair.personB : pair.personA
  const event = await openEvent(tx, tenant, {
    kind: 'merge',
    validOn: dayOf(now, tenant.profile.zone).toString(),
    now,
    source: { kind: 'desk', id: pair.id },
    reason: 'Data ganda digabungkan',
    territoryCode: pair.territory,
  })
  const [keep, drop] = [await event.person(keepId), await event.person(dropId)]
  if (keep.status === 'duplicate' || keep.status === 'void' || drop.status === 'duplicate' || drop.status === 'void') {
    throw new AppError('conflict')
  }
  await event.changePerson(keepId, {
    motherId: keep.motherId ?? drop.motherId,
    fatherId: keep.fatherId ?? drop.fatherId,
    motherName: keep.motherName ?? drop.motherName,
    fatherName: keep.fatherName ?? drop.fatherName,
    bloodType: keep.bloodType ?? drop.bloodType,
    birthCertificateNumber: keep.birthCertificateNumber ?? drop.birthCertificateNumber,
  })
  for (const child of await listChildrenOf(tx, dropId)) {
    await event.changePerson(child.id, child.motherId === dropId ? { motherId: keepId } : { fatherId: keepId })
  }
  if (drop.spouseId && drop.spouseId !== keepId) {
    await event.changePerson(drop.spouseId, { spouseId: keepId })
    if (!keep.spouseId) await event.changePerson(keepId, { spouseId: drop.spouseId })
  }
  if (drop.familyId) await event.moveMember(dropId, undefined, drop.familyRelation)
  await event.changePerson(dropId, { status: 'duplicate', duplicateOf: keepId, spouseId: undefined })
  const { eventId } = await event.close()
  return eventId
}
