import type { Config } from '#kernel/config.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
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
  /** Shared with the channel, for signatures of its notifications. */
  key(tenant: Tenant): Buffer
  /** @throws ZodError when the body is not what the channel should send */
  readNotification(body: unknown): ToldPayment
  /** Everything the channel took since then, whether or not we heard of it. @throws when it cannot be asked */
  listPayments(call: ChannelCall, since: Temporal.Instant): Promise<ToldPayment[]>
}

/** Banks provide themselves here, under their id. */
export const paymentChannels = extensionPoint<PaymentChannel>('billing.payment-channel')

export function openChannels(tenant: Tenant): PaymentChannel[] {
  return paymentChannels
    .keys()
    .map((key) => paymentChannels.get(key))
    .filter((channel) => channel.isOpen(tenant))
}
