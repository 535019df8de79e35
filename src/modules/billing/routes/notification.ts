import { anyone } from '#kernel/access/access.ts'
import { json, post } from '#kernel/http/route.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { paymentChannels } from '../channel/payment-channel.ts'
import { checkMessage, signedHeaders } from '../channel/signature.ts'
import { acceptNotification } from '../commands/notifications.ts'
import { takePayment } from '../commands/pay-bill.ts'
import { billingPaths } from '../paths.ts'

const refused = (reason: string, status: number) => json({ status: 'refused', reason }, status)

/**
 * Where a channel tells of a payment. It proves itself by its signature, not by a session. Anything but a
 * plain yes means that the channel should tell again later, with a new nonce.
 */
export const notification = post(billingPaths.notification, {
  access: anyone,
  audit: 'none',
  // A bank has no page of ours and so no form token; its signature is its proof.
  csrf: false,
  rawBody: true,
  perMinute: 6000,
  async handle(context) {
    const { request, tenant, now } = context
    const channel = paymentChannels.find(String(request.headers[signedHeaders.channel] ?? ''))
    if (!channel?.isOpen(tenant)) return refused('unknown-channel', 401)
    const check = checkMessage(channel.key(tenant), request.headers, request.rawBody ?? Buffer.alloc(0), now)
    if ('fault' in check) return refused(check.fault, 401)
    let told: ReturnType<typeof channel.readNotification>
    try {
      told = { ...channel.readNotification(request.body), channel: channel.id }
    } catch {
      return refused('unreadable', 422)
    }
    const isNew = await context.run(
      acceptNotification,
      { channel: channel.id, nonce: check.nonce },
      fromChannel(channel.id),
    )
    if (!isNew) return refused('replayed', 409)
    const outcome = await takePayment(context.run, told, fromChannel(channel.id))
    return json({ status: 'accepted', outcome })
  },
})
