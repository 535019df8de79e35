import type { Config } from '#kernel/config.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { noteReconciliation } from '../commands/notifications.ts'
import { type RunCommand, takePayment } from '../commands/pay-bill.ts'
import { listKnownReferences, sinceLastCheck } from '../queries/channels.ts'
import { fromChannel } from './from-channel.ts'
import { openChannels, type PaymentChannel } from './payment-channel.ts'

/** A route or a job: whoever can run commands and read. */
export interface Reconciler {
  readonly tenant: Tenant
  readonly config: Config
  readonly db: AnyHandle
  readonly now: Temporal.Instant
  readonly run: RunCommand
}

export interface Reconciliation {
  readonly channel: PaymentChannel
  readonly listed: number
  /** Payments of which no notification had arrived. */
  readonly added: number
  /** Set when the channel could not be asked. */
  readonly failure: string | undefined
}

/** Asks each channel what it took and takes what was not heard of. A channel that is away does not stop the others. */
export async function reconcileAll(by: Reconciler): Promise<Reconciliation[]> {
  const done: Reconciliation[] = []
  for (const channel of await openChannels(by.db, by.tenant)) {
    try {
      done.push(await reconcile(by, channel))
    } catch (error) {
      done.push({ channel, listed: 0, added: 0, failure: error instanceof Error ? error.message : String(error) })
    }
  }
  return done
}

async function reconcile(by: Reconciler, channel: PaymentChannel): Promise<Reconciliation> {
  const told = await channel.listPayments(by, await sinceLastCheck(by.db, channel.id, by.now))
  const known = await listKnownReferences(
    by.db,
    channel.id,
    told.map((payment) => payment.reference),
  )
  let added = 0
  for (const payment of told) {
    if (known.has(payment.reference)) continue
    const outcome = await takePayment(by.run, { ...payment, channel: channel.id }, fromChannel(channel.id))
    if (outcome !== 'known') added += 1
  }
  await by.run(noteReconciliation, { channel: channel.id, listed: told.length, added }, fromChannel(channel.id))
  return { channel, listed: told.length, added, failure: undefined }
}
