import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { anyone, systemActor } from '#kernel/access/access.ts'
import { sameText } from '#kernel/crypto/keys.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { get, json, post, text } from '#kernel/http/route.ts'
import { recordStatus } from '../commands/deliveries.ts'
import { messagingPaths } from '../paths.ts'
import { whatsappSettings } from './settings.ts'

/** As `X-Hub-Signature-256` carries it, over the bytes as they came. */
export function hubSignature(appSecret: string, raw: Uint8Array): string {
  return `sha256=${createHmac('sha256', appSecret).update(raw).digest('hex')}`
}

const status = z.object({
  id: z.string(),
  status: z.string(),
  timestamp: z.coerce.number().int().positive(),
  biz_opaque_callback_data: z.string().optional(),
  errors: z
    .array(z.object({ code: z.number().optional(), title: z.string().optional(), message: z.string().optional() }))
    .optional(),
})
const news = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(
    z.object({ changes: z.array(z.object({ value: z.object({ statuses: z.array(status).optional() }) })) }),
  ),
})
const known = ['sent', 'delivered', 'read', 'failed'] as const

/** The provider asks once whether this address is ours, and wants its challenge back. */
export const verifyWebhook = get(messagingPaths.whatsappWebhook, {
  access: anyone,
  audit: 'none',
  query: z.looseObject({}),
  perMinute: 60,
  handle(context) {
    const settings = whatsappSettings(context)
    if (!settings) throw notFound()
    const asked = context.query as Readonly<Record<string, unknown>>
    const token = String(asked['hub.verify_token'] ?? '')
    if (asked['hub.mode'] !== 'subscribe' || !settings.verifyToken || !sameText(token, settings.verifyToken))
      throw new AppError('forbidden')
    return text(String(asked['hub.challenge'] ?? '').slice(0, 200))
  },
})

/** News of what became of messages. A yes is given also for news that say nothing new, else they come for days. */
export const whatsappNews = post(messagingPaths.whatsappWebhook, {
  access: anyone,
  audit: 'none',
  // The provider has no page of ours and so no form token; its signature is its proof.
  csrf: false,
  rawBody: true,
  perMinute: 6000,
  async handle(context) {
    const { request } = context
    const settings = whatsappSettings(context)
    if (!settings) throw notFound()
    const given = String(request.headers['x-hub-signature-256'] ?? '')
    const right = hubSignature(settings.appSecret, request.rawBody ?? Buffer.alloc(0))
    // Without a secret anybody could sign.
    if (!settings.appSecret || !sameText(given, right)) return json({ error: 'bad signature' }, 401)
    const told = news.safeParse(request.body)
    if (!told.success) return json({ status: 'ignored' })
    const statuses = told.data.entry.flatMap((entry) => entry.changes.flatMap((change) => change.value.statuses ?? []))
    for (const one of statuses) {
      const kind = known.find((candidate) => candidate === one.status)
      if (!kind) continue
      const callback = z.uuid().safeParse(one.biz_opaque_callback_data)
      const fault = one.errors?.[0]
      await context.run(
        recordStatus,
        {
          providerId: one.id,
          ...(callback.success ? { deliveryId: callback.data } : {}),
          status: kind,
          at: Temporal.Instant.fromEpochMilliseconds(one.timestamp * 1000).toString(),
          ...(fault ? { error: `(${fault.code ?? '?'}) ${fault.title ?? fault.message ?? ''}`.slice(0, 500) } : {}),
        },
        { actor: systemActor('messaging.whatsapp') },
      )
    }
    return json({ status: 'taken' })
  },
})
