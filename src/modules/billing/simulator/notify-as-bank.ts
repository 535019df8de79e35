import { instantOf } from '#kernel/clock/clock.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { callOwnServer } from '#modules/messaging/index.ts'
import { signMessage } from '../channel/signature.ts'
import { billingPaths } from '../paths.ts'
import { findSimulatedPayment } from '../queries/simulated.ts'
import { simulatorId, simulatorKey } from './simulator-channel.ts'

/** The demo bank tells the region of a payment, again and again until it hears a yes. */
export async function notifyAsBankJob(payload: { reference: string }, context: JobContext): Promise<void> {
  const row = await findSimulatedPayment(context.db, payload.reference)
  if (!row) return
  const body = Buffer.from(
    JSON.stringify({
      reference: row.reference,
      number: row.number,
      amount: row.amount,
      paidAt: instantOf(row.paid_at).toString(),
    }),
  )
  const headers = signMessage(simulatorKey(context.tenant), simulatorId, body, context.clock.now())
  const answer = await callOwnServer(context, billingPaths.notification, { headers, body })
  if (answer.status !== 200) throw new Error(`the region answered ${answer.status}: ${answer.text.slice(0, 200)}`)
}
