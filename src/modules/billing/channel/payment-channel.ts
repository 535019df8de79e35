import type { Config } from '#kernel/config.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { listBanks } from '../banks/bank.ts'
import { bankChannel } from '../banks/bank-channel.ts'
import type { ToldPayment } from '../commands/told-payment.ts'

/** Who asks a channel, and from where. */
export interface ChannelCall {
  readonly tenant: Tenant
  readonly config: Config
  readonly now: Temporal.Instant
}

/** A way in which people pay by billing code and from which the region hears: a bank, a wallet, the simulator. */
export interface PaymentChannel {
  /** As payments are kept under: `simulator`. */
  readonly id: string
  readonly label: LocalText
  /** What the payer does there, in one sentence. */
  readonly how: LocalText
  /** Whether people of this region can use it today. */
  isOpen(tenant: Tenant): boolean
  /** Where the payer goes on from the page of his bill; undefined when there is only the code to type. */
  payAddress(billNumber: string): string | undefined
  /** False when it has no list: what it took is only known from notifications and files. */
  readonly canList?: boolean | undefined
  /** Everything the channel took since then, whether or not we heard of it. @throws when it cannot be asked */
  listPayments(call: ChannelCall, since: Temporal.Instant): Promise<ToldPayment[]>
}

/** A channel that tells of payments in our own form, signed with a shared key. */
export interface NotifyingChannel extends PaymentChannel {
  /** Shared with the channel, for signatures of its notifications. */
  key(tenant: Tenant): Buffer
  /** @throws ZodError when the body is not what the channel should send */
  readNotification(body: unknown): ToldPayment
}

/** Channels with a protocol of their own provide themselves here, under their id. Banks that speak SNAP are rows instead. */
export const paymentChannels = extensionPoint<NotifyingChannel>('billing.payment-channel')

/** Every way to pay of a region today: provided ones, and its banks. */
export async function openChannels(db: AnyHandle, tenant: Tenant): Promise<PaymentChannel[]> {
  const provided = paymentChannels
    .keys()
    .map((key) => paymentChannels.get(key))
    .filter((channel) => channel.isOpen(tenant))
  const banks = await listBanks(db)
  return [...provided, ...banks.filter((bank) => bank.is_open).map(bankChannel)]
}
