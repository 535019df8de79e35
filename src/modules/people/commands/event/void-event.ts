import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { factsAsOf, type HistoryRow, listHistoryOf } from '../../queries/history.ts'
import type { ClosedEvent, EventOrigin, OpenEvent } from './event.ts'
import { differences, factsOf, type StoredFacts } from './fields.ts'
import { openEvent } from './open-event.ts'

/** Fields of which the register may simply return to what holds without the event: where one stands on a card. */
const placeFields = ['familyOrder', 'familyRelation', 'headPersonId']

/**
 * Takes an event back, as when a court voids its entry: what it changed returns to what is true without it, people
 * whom it entered become void, and the cards get a further version. History is not rewritten.
 * @throws not-found; conflict when it was taken back before, or when a later event rests on it
 * @basis UU 23/2006 pasal 72 (pembatalan akta)
 */
export async function voidEvent(
  tx: WriteHandle,
  tenant: Tenant,
  eventId: string,
  origin: Omit<EventOrigin, 'territoryCode'>,
): Promise<ClosedEvent> {
  const voided = await tx
    .selectFrom('people.event')
    .selectAll()
    .where('id', '=', eventId)
    .forUpdate()
    .executeTakeFirst()
  if (!voided) throw notFound()
  if (voided.voided_at) throw alreadyVoid()
  await tx.updateTable('people.event').set({ voided_at: origin.now.toString() }).where('id', '=', eventId).execute()
  const event = await openEvent(tx, tenant, {
    ...origin,
    kind: 'cancellation',
    validOn: voided.valid_on,
    territoryCode: voided.territory_code,
    voidsEventId: eventId,
  })
  const rows = await tx
    .selectFrom('people.change')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('ordinal')
    .execute()
  // Families first: a card that was closed stands again before its people return to it.
  for (const row of rows.filter((change) => change.family_id)) await restore(tx, event, row)
  for (const row of rows.filter((change) => change.person_id)) await restore(tx, event, row)
  return event.close()
}

interface ChangeRow {
  readonly event_id: string
  readonly person_id: string | null
  readonly family_id: string | null
  readonly entered: boolean
  readonly after: unknown
}

async function restore(tx: WriteHandle, event: OpenEvent, row: ChangeRow): Promise<void> {
  const subject = { personId: row.person_id ?? undefined, familyId: row.family_id ?? undefined }
  const history = await listHistoryOf(tx, subject)
  const fields = Object.keys(row.after as object)
  const resting = findResting(history, row, fields)
  if (resting) throw laterEvent(resting)
  if (row.entered) {
    if (row.person_id) await event.changePerson(row.person_id, { status: 'void', familyId: undefined })
    return
  }
  await refuseUnknownChange(event, subject, row.after as StoredFacts)
  const facts = factsOf(factsAsOf(history, fields))
  if (row.person_id) await event.changePerson(row.person_id, facts)
  else if (row.family_id) await event.changeFamily(row.family_id, facts)
}

/** A later event that stands and changed the same facts, so that they are no longer this event's to take back. */
function findResting(
  history: readonly HistoryRow[],
  row: ChangeRow,
  fields: readonly string[],
): HistoryRow | undefined {
  const decisive = new Set(fields.filter((field) => !placeFields.includes(field)))
  const place = history.findIndex((change) => change.eventId === row.event_id)
  return history
    .slice(place + 1)
    .find(
      (change) =>
        change.eventId !== row.event_id &&
        change.stands &&
        (row.entered || Object.keys(change.after).some((field) => decisive.has(field))),
    )
}

/** The facts are no longer what the event made of them though no event says so: somebody has to look first. */
async function refuseUnknownChange(
  event: OpenEvent,
  subject: { readonly personId: string | undefined; readonly familyId: string | undefined },
  after: StoredFacts,
): Promise<void> {
  const present = subject.personId
    ? await event.person(subject.personId)
    : await event.family(subject.familyId as string)
  const { after: differing } = differences(present, factsOf(after))
  if (Object.keys(differing).some((field) => !placeFields.includes(field))) throw changedSince()
}

function changedSince(): AppError {
  return new AppError('conflict', {
    text: {
      id: 'Data orang ini sudah berubah sejak peristiwa itu dicatat, tanpa peristiwa yang menjelaskannya. Periksa dahulu datanya; bila perlu pengadilan yang menentukan.',
      en: 'The data of this person have changed since the event was recorded, without an event that explains it. Look at them first; if need be a court has to decide.',
    },
  })
}

function alreadyVoid(): AppError {
  return new AppError('conflict', {
    text: {
      id: 'Peristiwa ini sudah dibatalkan sebelumnya.',
      en: 'This event was taken back before.',
    },
  })
}

function laterEvent(later: HistoryRow): AppError {
  return new AppError('conflict', {
    params: { later: later.reason },
    text: {
      id: 'Peristiwa ini tidak dapat dibatalkan begitu saja: sesudahnya tercatat “{later}” yang bersandar padanya. Batalkan dahulu yang itu, atau minta putusan pengadilan yang mengatur keduanya.',
      en: 'This event cannot simply be taken back: “{later}” was recorded after it and rests on it. Take that back first, or ask for a court decision on both.',
    },
  })
}
