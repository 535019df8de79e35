import { dayOf } from '#kernel/clock/clock.ts'
import type { Config } from '#kernel/config.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { openChannels, type PaymentChannel } from '../channel/payment-channel.ts'
import type { ToldPayment } from '../commands/told-payment.ts'
import { gatewayIds } from '../gateways/gateway.ts'
import { findAccess } from '../gateways/keep-gateways.ts'
import { gateways } from '../gateways/take.ts'
import type { ChannelWord } from './reconcile-day.ts'

interface Asking {
  readonly tenant: Tenant
  readonly config: Config
  readonly db: AnyHandle
  readonly now: Temporal.Instant
}

/** Asks every bank and gateway what it took on a day. One that is away is said to be; it stops no other. */
export async function askChannels(by: Asking, day: Temporal.PlainDate): Promise<ChannelWord[]> {
  const { zone } = by.tenant.profile
  const since = day.toZonedDateTime(zone).toInstant()
  const ofDay = (told: ToldPayment) => dayOf(Temporal.Instant.from(told.paidAt), zone).equals(day)
  const words: ChannelWord[] = []
  const ask = async (channel: string, list: () => Promise<ToldPayment[] | undefined>) => {
    try {
      const payments = await list()
      if (payments) words.push({ channel, payments: payments.filter(ofDay) })
    } catch (error) {
      words.push({ channel, failure: (error instanceof Error ? error.message : String(error)).slice(0, 300) })
    }
  }
  for (const channel of await openChannels(by.db, by.tenant)) {
    if (canList(channel)) await ask(channel.id, () => channel.listPayments(by, since))
  }
  for (const id of gatewayIds) {
    const access = await findAccess(by.db, by.tenant, id)
    if (!access) continue
    await ask(id, async () =>
      (await gateways[id].listSettled(access, since))?.map((payment) => ({
        channel: id,
        reference: payment.externalId,
        number: '',
        amount: senToNumeric(payment.amount),
        paidAt: (payment.paidAt ?? by.now).toString(),
      })),
    )
  }
  return words
}

const canList = (channel: PaymentChannel): boolean => channel.canList !== false
