import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { anyone, systemActor } from '#kernel/access/access.ts'
import { sameText } from '#kernel/crypto/keys.ts'
import { notFound } from '#kernel/errors.ts'
import { json, post } from '#kernel/http/route.ts'
import { callOwnServer } from '../own-address.ts'
import { messagingPaths } from '../paths.ts'
import { isSimulated, whatsappSettings } from '../whatsapp/settings.ts'
import { hubSignature } from '../whatsapp/webhook.ts'
import { simulateWhatsApp } from './take-message.ts'

const slowMs = 2500

/** The simulated Cloud API over HTTP, for the adapter that also speaks to the real one. */
export const simulatedApi = post(`${messagingPaths.simulatedApi}/:phoneNumberId/messages`, {
  access: anyone,
  audit: 'none',
  // A program calls it with the token of this region; it has no page and no form token.
  csrf: false,
  rawBody: true,
  params: z.object({ phoneNumberId: z.string().max(40) }),
  perMinute: 6000,
  async handle(context) {
    if (!isSimulated(context)) throw notFound()
    const settings = whatsappSettings(context)
    const token = `Bearer ${settings?.token}`
    if (!settings || !sameText(String(context.request.headers.authorization ?? ''), token))
      return json({ error: { message: 'Invalid OAuth access token', type: 'OAuthException', code: 190 } }, 401)
    const answer = await context.run(
      simulateWhatsApp,
      { body: context.request.body },
      { actor: systemActor('messaging.whatsapp-simulator') },
    )
    if (answer.mood === 'slow') await pause(slowMs)
    if (answer.mood === 'hasty' && answer.providerId) {
      const callback = (context.request.body as { biz_opaque_callback_data: string }).biz_opaque_callback_data
      await tellStatus(context, { id: answer.providerId, callback, status: 'delivered', at: context.now })
    }
    return json(answer.body, answer.status)
  },
})

interface Told {
  readonly id: string
  readonly callback: string
  readonly status: string
  readonly at: Temporal.Instant
}

/** Sends news as the real provider does: signed, to the webhook. */
export async function tellStatus(place: Parameters<typeof callOwnServer>[0], told: Told): Promise<void> {
  const settings = whatsappSettings(place)
  if (!settings) return
  const body = Buffer.from(JSON.stringify(newsOf(told)))
  const headers = { 'x-hub-signature-256': hubSignature(settings.appSecret, body) }
  const answer = await callOwnServer(place, messagingPaths.whatsappWebhook, { headers, body })
  if (answer.status !== 200) throw new Error(`the webhook answered ${answer.status}`)
}

/** The form that the API publishes for its webhook. */
export function newsOf({ id, callback, status, at }: Told) {
  return {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '990000000000000',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '620000000000', phone_number_id: '990000000000001' },
              statuses: [
                {
                  id,
                  status,
                  timestamp: String(Math.floor(at.epochMilliseconds / 1000)),
                  biz_opaque_callback_data: callback,
                  ...(status === 'failed' ? { errors: [{ code: 131026, title: 'Message undeliverable' }] } : {}),
                },
              ],
            },
          },
        ],
      },
    ],
  }
}
