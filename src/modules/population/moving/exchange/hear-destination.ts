import { sql } from 'kysely'
import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { findPersonByNik, getFamily, leaveRegion, type Person, voidEvent } from '#modules/people/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { issueCardsLater } from '../cards-of-move.ts'
import { claimContext } from '../package.ts'
import type { Peer } from '../queries/peers.ts'
import { changeTransfer, endStates, lockTransfer, openTransfer, type TransferRow } from '../transfers.ts'
import type { Statement } from './statement.ts'

type FromDestination = Extract<Statement, { side: 'destination' }>

/** The region of destination speaks; this one is where they leave. */
export async function hearDestination(
  tx: WriteHandle,
  context: CommandContext,
  peer: Peer,
  row: TransferRow | undefined,
  said: FromDestination,
): Promise<void> {
  if (!row) return beginAsked(tx, context, peer, said)
  const by = peer.name
  const ended = endStates.includes(row.state)
  switch (said.says) {
    case 'announced':
    case 'claimed':
      if (row.state === 'drafted' || row.state === 'sent' || row.state === 'accepted') {
        await changeTransfer(tx, context, row, { state: 'accepted', what: said.says, by })
      } else if (row.state === 'settled') await takeBackHere(tx, context, row, by)
      return
    case 'registered':
      if (row.state === 'settled') return
      // Ended here without their answer: what they registered holds, and whoever is still here leaves now.
      if (ended) return closeHere(tx, context, row.id)
      await changeTransfer(tx, context, row, { state: 'registered', what: 'registered-there', by })
      return closeHere(tx, context, row.id)
    case 'withdrawn':
      if (row.state === 'settled') return takeBackHere(tx, context, row, by)
      if (ended) return
      await changeTransfer(tx, context, row, {
        state: row.state === 'withdrawing' && row.reason === 'cancelled' ? 'cancelled' : 'lapsed',
        what: 'withdrawn-there',
        says: true,
        by,
      })
      return
    case 'refused':
      if (row.state === 'settled') return takeBackHere(tx, context, row, by)
      if (ended) return
      await changeTransfer(tx, context, row, {
        state: 'refused',
        reason: said.reason ?? '',
        note: said.reason,
        what: 'refused-there',
        says: true,
        by,
      })
      return
    case 'undone':
      return takeBackHere(tx, context, row, by)
    case 'asked':
      return
  }
}

/** The family applied there: officials here see whether it is theirs to let go. */
async function beginAsked(tx: WriteHandle, context: CommandContext, peer: Peer, said: FromDestination): Promise<void> {
  const people: Person[] = []
  for (const nik of said.asked?.niks ?? []) {
    const person = await findPersonByNik(context.tenant, tx, nik)
    if (person?.status === 'active') people.push(person)
  }
  const [first] = people
  const family = first?.familyId ? await getFamily(tx, first.familyId) : undefined
  const all = people.length > 0 && people.length === said.asked?.niks.length
  const busy = all && (await areMoving(tx, people))
  const can = said.says === 'asked' && all && family && !busy
  await openTransfer(
    tx,
    context,
    {
      id: said.transfer,
      direction: 'out',
      channel: 'peer',
      state: can ? 'asked' : said.says === 'asked' ? 'refused' : 'withdrawn',
      peerCode: peer.regionCode,
      familyId: family?.id,
      headName: first?.fullName ?? 'Tidak dikenal',
      peopleCount: Math.max(1, people.length),
      otherPlace: said.asked?.to ?? peer.name,
      villageCode: family?.villageCode ?? (await findOwnRegion(tx))?.code ?? '',
      movedOn: said.asked?.movedOn ?? dayOf(context.now, context.tenant.profile.zone).toString(),
      personIds: can ? people.map((person) => person.id) : [],
      claim: { village: said.asked?.village, guardianConsents: true } satisfies LeavingChoices,
      says: true,
    },
    can ? 'asked-there' : 'asked-in-vain',
  )
  if (can) return
  const reason = busy
    ? 'Sedang dalam perpindahan lain yang belum selesai di daerah asal.'
    : 'Tidak semua NIK itu penduduk aktif di daerah asal.'
  await tx.updateTable('population.transfer').set({ reason }).where('id', '=', said.transfer).execute()
}

async function areMoving(tx: WriteHandle, people: readonly Person[]): Promise<boolean> {
  const row = await tx
    .selectFrom('population.transfer_person')
    .select('person_id')
    .where(
      'person_id',
      'in',
      people.map((person) => person.id),
    )
    .where('is_open', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

export interface LeavingChoices {
  readonly remainingHeadId?: string | undefined
  readonly guardianConsents?: boolean | undefined
  /** Where they go, when the other region asked for them. */
  readonly village?: string | undefined
}

/**
 * They are registered there, so they leave here. What stands in the way (somebody died, a card changed) is kept as trouble
 * for the desk, and tried again from there.
 */
export async function closeHere(tx: WriteHandle, context: CommandContext, transferId: string): Promise<void> {
  const row = await lockTransfer(tx, transferId)
  const people = await tx
    .selectFrom('population.transfer_person')
    .select('person_id')
    .where('transfer_id', '=', row.id)
    .execute()
  const { tenant, now } = context
  const choices = row.claim ? tenant.cipher.openJson<LeavingChoices>(row.claim, claimContext) : {}
  const today = dayOf(now, tenant.profile.zone).toString()
  await attempt(tx, context, row, async () => {
    const { eventId, left } = await leaveRegion(tx, tenant, {
      now,
      source: { kind: 'move', id: row.id },
      registerNumber: row.number ?? undefined,
      reason: `Pindah keluar daerah, ${row.number ?? ''}`,
      territoryCode: row.village_code,
      kind: 'move-out',
      validOn: row.moved_on < today ? row.moved_on : today,
      memberIds: people.map((person) => person.person_id),
      remainingHeadId: choices.remainingHeadId,
      guardianConsents: choices.guardianConsents,
    })
    await changeTransfer(tx, context, row, { state: 'settled', eventId, trouble: null, says: true, what: 'closed' })
    await issueCardsLater(context, row.id, left.keys())
  })
}

/** Their registration there was taken back: who had left here returns. */
async function takeBackHere(tx: WriteHandle, context: CommandContext, row: TransferRow, by: string): Promise<void> {
  if (!row.event_id) {
    if (!endStates.includes(row.state)) {
      await changeTransfer(tx, context, row, { state: 'cancelled', what: 'undone-there', says: true, by })
    }
    return
  }
  const eventId = row.event_id
  await attempt(tx, context, row, async () => {
    const source = { kind: 'move', id: row.id } as const
    const { cards } = await voidEvent(tx, context.tenant, eventId, {
      now: context.now,
      source,
      reason: `Perpindahan ${row.number} dibatalkan di daerah tujuan`,
    })
    await issueCardsLater(context, row.id, cards.keys())
    await changeTransfer(tx, context, row, {
      state: 'cancelled',
      eventId: null,
      trouble: null,
      what: 'undone-there',
      says: true,
      by,
    })
  })
}

/** Either all of it, or nothing and the reason. */
async function attempt(
  tx: WriteHandle,
  context: CommandContext,
  row: TransferRow,
  work: () => Promise<void>,
): Promise<void> {
  await sql`savepoint moving`.execute(tx)
  try {
    await work()
    await sql`release savepoint moving`.execute(tx)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await sql`rollback to savepoint moving`.execute(tx)
    const trouble = error.fields[0]?.message.id ?? error.say('id')
    await changeTransfer(tx, context, row, { trouble, what: 'trouble', note: trouble })
  }
}
