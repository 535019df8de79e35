import { instantOf } from '#kernel/clock/clock.ts'
import type { JobContext } from '#kernel/define/module.ts'
import { callOwnServer } from '#modules/messaging/index.ts'
import { signMessage } from '../channel/signature.ts'
import { billingPaths } from '../paths.ts'
import { findSimulatedPayment } from '../queries/simulated.ts'
import { payBySnap } from './pay-by-snap.ts'
import { noteSimulatedAnswer } from './simulate-payment.ts'
import { simulatorId, simulatorKey } from './simulator-channel.ts'

/** One byte of a body in the middle, as a broken line changes it. */
export function corrupted(body: Buffer): Buffer {
  const changed = Buffer.from(body)
  const at = body.indexOf('.00')
  changed[at < 1 ? 1 : at - 1] = (changed[at < 1 ? 1 : at - 1] as number) ^ 1
  return changed
}

/** The demo bank tells the region of a payment, again and again until it hears a yes. */
export async function notifyAsBankJob(
  payload: { reference: string; copy?: number },
  context: JobContext,
): Promise<void> {
  const row = await findSimulatedPayment(context.db, payload.reference)
  if (!row) return
  if (row.channel !== simulatorId) return payBySnap(row, payload.copy ?? 0, context)
  const body = Buffer.from(
    JSON.stringify({
      reference: row.reference,
      number: row.number,
      amount: row.amount,
      paidAt: instantOf(row.paid_at).toString(),
    }),
  )
  const headers = () => signMessage(simulatorKey(context.tenant), simulatorId, body, context.clock.now())
  if (row.mishap === 'corrupt') {
    const answer = await callOwnServer(context, billingPaths.notification, {
      headers: headers(),
      body: corrupted(body),
    })
    if (answer.status === 200) throw new Error('the region believed a notice that was changed on its way')
  }
  const answer = await callOwnServer(context, billingPaths.notification, { headers: headers(), body })
  // "Forgotten": the region booked it and its answer got lost, so the bank tells again (the second copy).
  if (answer.status !== 200) throw new Error(`the region answered ${answer.status}: ${answer.text.slice(0, 200)}`)
  await context.run(noteSimulatedAnswer, { reference: row.reference, code: '200', isReturned: false })
}
