import { systemActor } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { findBank } from './banks/bank.ts'
import { simulatedBankId } from './banks/simulated.ts'
import { reconcileAll } from './channel/reconcile.ts'
import { expireBill } from './commands/expire-bill.ts'
import { forgetNonces } from './commands/notifications.ts'
import { settleReserved } from './commands/pay-bill.ts'
import { tellOnce } from './commands/tell-once.ts'
import { expiryGrace } from './domain.ts'
import { settleOpenPayments } from './gateways/take.ts'
import { listOverdue } from './queries/bills.ts'
import { listUntold } from './queries/news.ts'
import { listReserved } from './queries/orders.ts'
import { askChannels } from './reconciliation/ask-channels.ts'
import { reconcileDay } from './reconciliation/reconcile-day.ts'
import { connectSimulatedBank } from './simulator/open-bank.ts'
import { isSimulated } from './simulator/simulator-channel.ts'

const bySystem = { actor: systemActor('billing.settle-order') }
const atOnce = 500
/** Days that are compared again each night; longer than any bank takes to bring its money. */
const lookBack = 7
/** While a channel cannot be asked, bills wait this long more: somebody may have paid there in time. */
const extraHours = 24

/**
 * Compares with the channels, then ends bills whose time is over: in this order, so that a payment made in
 * time is found before its bill ends. Each step is its own command; a crash leaves the rest to the next round.
 */
export async function compareAndExpireJob(_payload: unknown, context: JobContext): Promise<void> {
  const now = context.clock.now()
  if (isSimulated(context.tenant) && !(await findBank(context.db, simulatedBankId))) {
    await context.run(connectSimulatedBank, {})
  }
  for (const id of await listReserved(context.db)) await settleReserved(context.run, id, bySystem)
  await settleOpenPayments({ ...context, now }, context.db, (error) =>
    context.log.warn({ err: error }, 'a gateway is away'),
  )
  const rounds = await reconcileAll({ ...context, now })
  const failed = rounds.filter((round) => round.failure)
  for (const { channel, failure } of failed) context.log.warn({ channel: channel.id, failure }, 'a channel is away')
  const limit = now.subtract(expiryGrace).subtract({ hours: failed.length ? extraHours : 0 })
  for (const billId of await listOverdue(context.db, limit, atOnce)) await context.run(expireBill, { billId })
}

/** Puts what an order reserved on its bills; again and again until nothing is reserved. */
export async function settleOrderJob(payload: { orderId: string }, context: JobContext): Promise<void> {
  const { orderId } = payload
  for (const id of await listReserved(context.db, { orderId })) await settleReserved(context.run, id, bySystem)
}

/** Puts on a bill what was paid of the one that it replaced. */
export async function settleCarriedJob(payload: { billId: string }, context: JobContext): Promise<void> {
  const { billId } = payload
  for (const id of await listReserved(context.db, { billId })) await settleReserved(context.run, id, bySystem)
}

/** Tells the payers of many bills, each in a command of its own and each once. */
export async function tellPayersJob(payload: { step: string; billIds: string[] }, context: JobContext): Promise<void> {
  const untold = await listUntold(context.db, payload.step, payload.billIds)
  for (const billId of untold) await context.run(tellOnce, { billId, step: payload.step })
}

export async function forgetNoncesJob(_payload: unknown, context: JobContext): Promise<void> {
  await context.run(forgetNonces, {})
}

/** Yesterday, and the days before whose money may have reached the treasury meanwhile. */
export async function reconcileDaysJob(payload: { day?: string }, context: JobContext): Promise<void> {
  const now = context.clock.now()
  const by = { ...context, now }
  const today = dayOf(now, context.tenant.profile.zone)
  await reconcileAll(by)
  const days = payload.day
    ? [Temporal.PlainDate.from(payload.day)]
    : Array.from({ length: lookBack }, (_, n) => today.subtract({ days: lookBack - n }))
  for (const day of days) {
    const words = await askChannels(by, day)
    for (const { channel, failure } of words) {
      if (failure) context.log.warn({ channel, failure }, 'a channel said nothing of a day')
    }
    await context.run(reconcileDay, { day: day.toString(), words })
  }
}
