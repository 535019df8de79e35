import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { type ArriveAt, enterRegion, findFamilyByKkNumber, voidEvent } from '#modules/people/index.ts'
import { findOwnRegion, isWithin } from '#modules/territory/index.ts'
import { registerPrefix } from '../domain.ts'
import { takeRegisterNumber } from '../effects/register-number.ts'
import { openPlace } from './answers.ts'
import { issueCardsLater } from './cards-of-move.ts'
import { closeHere } from './exchange/hear-destination.ts'
import { findActivePeer } from './queries/peers.ts'
import { changeTransfer, lockTransfer, openPackage, type TransferRow } from './transfers.ts'

export const settlePermission = 'population.settle-moves'
const access = permitted(settlePermission)
const transferId = z.uuid()
const reasonText = z.string().trim().max(300)

/** Locks a transfer in one of the states from which an act is possible. @throws wrong-state, forbidden */
async function begun(
  tx: WriteHandle,
  context: CommandContext,
  id: string,
  direction: TransferRow['direction'],
  states: readonly TransferRow['state'][],
): Promise<TransferRow> {
  const row = await lockTransfer(tx, id)
  context.require(settlePermission, { territory: row.village_code })
  if (row.direction !== direction || !states.includes(row.state)) throw new AppError('wrong-state')
  return row
}

function outcome(row: TransferRow) {
  return {
    result: { transferId: row.id },
    event: { subject: { type: 'transfer', id: row.id }, payload: { direction: row.direction, number: row.number } },
  }
}

export function requireReason(reason: string): string {
  if (reason.length >= 10) return reason
  throw invalidField('reason', 'Tulis alasannya, paling sedikit 10 huruf.', 'Give the reason, at least 10 letters.')
}

/**
 * Registers people whom another region sent: their data come with them, only address and card are new. This is the one
 * moment that decides a transfer; the region of origin lets them go when it hears of it.
 * @basis Perpres 96/2018 pasal 26; Permendagri 108/2019
 */
export const registerArrival = command({
  name: 'population.register-arrival',
  event: 'population.arrival-registered.v1',
  access,
  input: z.object({
    transferId,
    destination: z.enum(['own', 'card']),
    street: z.string().trim().max(240),
    rt: z.string().trim().max(4),
    rw: z.string().trim().max(4),
    villageCode: z.string().max(20),
    kkNumber: z.string().max(30),
  }),
  async run(tx, input, context) {
    const { tenant, now } = context
    const row = await begun(tx, context, input.transferId, 'in', ['announced', 'claimed'])
    const today = dayOf(now, tenant.profile.zone)
    if (!row.package || !row.peer_code) throw new AppError('wrong-state')
    if (row.valid_to && row.valid_to < today.toString()) throw expired()
    if (!(await findActivePeer(tx, row.peer_code))) throw suspended()
    const offered = openPackage(context, row.package)
    const { villageCode, to } = await homeOf(tx, context, input, offered.headNik)
    const number = await takeRegisterNumber(tx, registerPrefix(villageCode, 'KDT', today))
    const done = await enterRegion(tx, tenant, {
      now,
      source: { kind: 'move', id: row.id },
      registerNumber: number,
      reason: `Pindah datang, ${number}`,
      territoryCode: villageCode,
      kind: 'move-in',
      validOn: today.toString(),
      arrivals: offered.people.map(({ history: _history, ...person }) => person),
      to,
    })
    await tx
      .insertInto('population.transfer_person')
      .values(done.personIds.map((person_id) => ({ transfer_id: row.id, person_id, is_open: false })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await changeTransfer(tx, context, row, {
      state: 'registered',
      eventId: done.eventId,
      familyId: done.familyId,
      trouble: null,
      says: true,
      what: 'registered',
      note: number,
    })
    await issueCardsLater(context, row.id, [done.familyId])
    return outcome(row)
  },
})

async function homeOf(
  tx: WriteHandle,
  { tenant }: CommandContext,
  input: { destination: string; street: string; rt: string; rw: string; villageCode: string; kkNumber: string },
  headNik: string,
): Promise<{ readonly villageCode: string; readonly to: ArriveAt }> {
  if (input.destination === 'card') {
    const host = await findFamilyByKkNumber(tenant, tx, input.kkNumber)
    if (host?.status !== 'active') {
      throw invalidField('kkNumber', 'Nomor KK ini tidak ada atau sudah ditutup.', 'This card is unknown or closed.')
    }
    return { villageCode: host.villageCode, to: { kind: 'card', familyId: host.id } }
  }
  if (!input.street) throw invalidField('street', 'Tulis jalan atau kampungnya.', 'Write the street.')
  const own = (await findOwnRegion(tx))?.code ?? ''
  if (!input.villageCode || !isWithin(input.villageCode, own)) {
    throw invalidField('villageCode', 'Pilih desa atau kelurahan di daerah ini.', 'Choose a village of this region.')
  }
  const { villageCode, street, rt, rw } = input
  const place = await openPlace(tx, { area: villageCode, street, rt, rw }, 'rt')
  return { villageCode, to: { kind: 'address', place, headNik } }
}

/** This region does not take them; they stay where they are. */
export const refuseArrival = command({
  name: 'population.refuse-arrival',
  event: 'population.arrival-refused.v1',
  access,
  input: z.object({ transferId, reason: reasonText }),
  async run(tx, input, context) {
    const row = await begun(tx, context, input.transferId, 'in', ['asked', 'announced', 'claimed'])
    const reason = requireReason(input.reason)
    await changeTransfer(tx, context, row, { state: 'refused', reason, note: reason, says: true, what: 'refused' })
    return outcome(row)
  },
})

/** An arrival that was registered by mistake is taken back; the region of origin takes them back as well. */
export const undoArrival = command({
  name: 'population.undo-arrival',
  event: 'population.arrival-undone.v1',
  access: permitted(settlePermission, { stepUp: true }),
  input: z.object({ transferId, reason: reasonText }),
  async run(tx, input, context) {
    const row = await begun(tx, context, input.transferId, 'in', ['registered', 'settled'])
    if (row.channel !== 'peer' || !row.event_id) throw new AppError('wrong-state')
    const reason = requireReason(input.reason)
    const source = { kind: 'move', id: row.id } as const
    const { cards } = await voidEvent(tx, context.tenant, row.event_id, { now: context.now, source, reason })
    await issueCardsLater(context, row.id, [...cards.keys(), ...(row.family_id ? [row.family_id] : [])])
    await changeTransfer(tx, context, row, { state: 'cancelled', reason, note: reason, says: true, what: 'undone' })
    return outcome(row)
  },
})

/** They do not move after all: the other region is asked to let go of it, unless it has registered them already. */
export const withdrawTransfer = command({
  name: 'population.withdraw-transfer',
  event: 'population.transfer-withdrawn.v1',
  access,
  input: z.object({ transferId, reason: reasonText }),
  async run(tx, input, context) {
    const row = await begun(tx, context, input.transferId, 'out', ['drafted', 'sent', 'accepted'])
    const note = requireReason(input.reason)
    await changeTransfer(tx, context, row, {
      state: 'withdrawing',
      reason: 'cancelled',
      note,
      says: true,
      what: 'withdrawal-asked',
    })
    return outcome(row)
  },
})

/** Tries again what could not be done: to let them go, or to take them back. */
export const retryTransfer = command({
  name: 'population.retry-transfer',
  event: 'population.transfer-retried.v1',
  access,
  input: z.object({ transferId }),
  async run(tx, input, context) {
    const row = await lockTransfer(tx, input.transferId)
    context.require(settlePermission, { territory: row.village_code })
    const isOut = row.direction === 'out' && row.state !== 'settled'
    if (isOut && (row.state === 'registered' || row.peer_word === 'registered')) await closeHere(tx, context, row.id)
    else if (row.next_attempt_at) {
      const set = { next_attempt_at: context.now.toString(), attempts: 0 }
      await tx.updateTable('population.transfer').set(set).where('id', '=', row.id).execute()
    } else throw new AppError('wrong-state')
    return outcome(row)
  },
})

function expired(): AppError {
  return new AppError('conflict', {
    text: {
      id: 'Masa surat pindah ini sudah lewat. Mintalah daerah asal menerbitkan yang baru.',
      en: 'This moving letter has expired. Ask the region of origin for a new one.',
    },
  })
}

function suspended(): AppError {
  return new AppError('conflict', {
    text: {
      id: 'Hubungan dengan daerah asal sedang dihentikan. Administrator harus memeriksanya dahulu.',
      en: 'The connection with the region of origin is suspended. An administrator has to look first.',
    },
  })
}
