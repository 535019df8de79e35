import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { closeHere } from './exchange/hear-destination.ts'
import { requireReason, settlePermission } from './settle.ts'
import { changeTransfer, lockTransfer, noteTransfer, type TransferRow } from './transfers.ts'

export const confirmEndPermission = 'population.confirm-move-end'

/** First day on which a withdrawal that the other region never answered may be ended here. */
export async function mayEndOn(
  tenant: Tenant,
  db: AnyHandle,
  { since, village }: { readonly since: Temporal.Instant; readonly village: string },
): Promise<Temporal.PlainDate> {
  const from = dayOf(since, tenant.profile.zone)
  const days = wholeNumber(await getRule(db, 'moving.withdrawal-answer-within', village, from))
  return from.add({ days: days + 1 })
}

async function waiting(tx: WriteHandle, context: CommandContext, id: string, permission: string): Promise<TransferRow> {
  const row = await lockTransfer(tx, id)
  context.require(permission, { territory: row.village_code })
  if (row.direction !== 'out' || row.state !== 'withdrawing') throw new AppError('wrong-state')
  return row
}

/**
 * The other region was asked to let go of a move and never answered. An officer has asked it in another way and proposes how
 * it ends: they stay, for they are not registered there, or they are gone, for they are.
 * @basis UU 30/2014 pasal 10 (kepastian hukum)
 */
export const proposeEnd = command({
  name: 'population.propose-move-end',
  event: 'population.move-end-proposed.v1',
  access: permitted(settlePermission),
  input: z.object({
    transferId: z.uuid(),
    endAs: z.enum(['stay', 'gone']).catch('stay'),
    reason: z.string().trim().max(300),
  }),
  async run(tx, { transferId, endAs, reason }, context) {
    const row = await waiting(tx, context, transferId, settlePermission)
    requireReason(reason)
    const { tenant, now, actor } = context
    const since = row.withdrawing_since ? instantOf(row.withdrawing_since) : now
    const first = await mayEndOn(tenant, tx, { since, village: row.village_code })
    if (Temporal.PlainDate.compare(dayOf(now, tenant.profile.zone), first) < 0) throw tooEarly()
    await tx
      .updateTable('population.transfer')
      .set({ end_as: endAs, end_reason: reason, end_by: actor.name, end_account: actor.accountId ?? null })
      .where('id', '=', row.id)
      .execute()
    await noteTransfer(tx, context, row.id, `end-proposed-${endAs}`, reason)
    return { result: null, event: { subject: { type: 'transfer', id: row.id }, payload: { endAs, reason } } }
  },
})

/**
 * A second officer agrees, and the move ends without the answer. It is still said to the other region, and what that one
 * registered holds: when it comes back having registered them, they leave here after all; when they were held for gone and
 * are not registered there, they return. So once all messages have settled they are active in one of the two.
 */
export const confirmEnd = command({
  name: 'population.confirm-move-end',
  event: 'population.move-end-confirmed.v1',
  access: permitted(confirmEndPermission, { stepUp: true }),
  input: z.object({ transferId: z.uuid() }),
  async run(tx, { transferId }, context) {
    const row = await waiting(tx, context, transferId, confirmEndPermission)
    if (!row.end_as) throw new AppError('wrong-state')
    if (row.end_account && row.end_account === context.actor.accountId) throw ownProposal()
    const { end_as: endAs, end_reason: note } = row
    if (endAs === 'stay') {
      const state = row.reason === 'lapsed' ? ('lapsed' as const) : ('cancelled' as const)
      await changeTransfer(tx, context, row, { state, says: true, what: 'ended-stay', note: note ?? undefined })
    } else {
      await changeTransfer(tx, context, row, { state: 'registered', what: 'ended-gone', note: note ?? undefined })
      await closeHere(tx, context, row.id)
    }
    return { result: null, event: { subject: { type: 'transfer', id: row.id }, payload: { endAs } } }
  },
})

/** The second officer does not agree: it goes on waiting, and another end may be proposed. */
export const rejectEnd = command({
  name: 'population.reject-move-end',
  event: 'population.move-end-rejected.v1',
  access: permitted(confirmEndPermission),
  input: z.object({ transferId: z.uuid(), reason: z.string().trim().max(300) }),
  async run(tx, { transferId, reason }, context) {
    const row = await waiting(tx, context, transferId, confirmEndPermission)
    if (!row.end_as) throw new AppError('wrong-state')
    requireReason(reason)
    await tx
      .updateTable('population.transfer')
      .set({ end_as: null, end_reason: null, end_by: null, end_account: null })
      .where('id', '=', row.id)
      .execute()
    await noteTransfer(tx, context, row.id, 'end-rejected', reason)
    return { result: null, event: { subject: { type: 'transfer', id: row.id }, payload: { reason } } }
  },
})

function tooEarly(): AppError {
  return new AppError('conflict', {
    text: {
      id: 'Daerah tujuan masih dalam tenggat untuk menjawab. Perpindahan ini dapat diakhiri sepihak setelah tenggat itu lewat.',
      en: 'The other region still has time to answer. This move can be ended without it after that time.',
    },
  })
}

function ownProposal(): AppError {
  return new AppError('conflict', {
    text: {
      id: 'Usulan Anda sendiri disahkan oleh pejabat lain. Mintalah atasan atau rekan melihatnya.',
      en: 'Another officer confirms what you proposed yourself. Ask a colleague to look at it.',
    },
  })
}
