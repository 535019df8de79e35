import { z } from 'zod'
import type { Locale } from '#kernel/i18n/texts.ts'
import { callHttp, type HttpAnswer } from '../own-address.ts'
import type { WhatsAppSettings } from './settings.ts'

/** One message by an approved template: WhatsApp takes no free words from an office that begins a conversation. */
export interface WhatsAppMessage {
  /** International form, +62... */
  readonly to: string
  readonly template: string
  readonly language: Locale
  /** In the order of the template's places. */
  readonly parameters: readonly string[]
  /** Our own id; comes back with every news of the message. */
  readonly callback: string
}

export type SendOutcome =
  | { readonly kind: 'taken'; readonly providerId: string }
  /** Not now: too many at once, or the provider is ill. */
  | { readonly kind: 'later'; readonly error: string }
  /** Never: wrong number, unknown template. */
  | { readonly kind: 'refused'; readonly error: string }

export interface WhatsAppSender {
  /** @throws when the answer was lost on the way: nobody knows whether the message was taken */
  send(message: WhatsAppMessage): Promise<SendOutcome>
}

/** Messages through the WhatsApp Cloud API: `POST /{version}/{phone-number-id}/messages`. */
export function cloudApi(settings: WhatsAppSettings): WhatsAppSender {
  return {
    async send(message) {
      const answer = await callHttp({
        url: `${settings.url}/${settings.phoneNumberId}/messages`,
        headers: { ...settings.headers, authorization: `Bearer ${settings.token}` },
        body: Buffer.from(JSON.stringify(requestOf(message))),
        timeoutMs: 15_000,
      })
      return readAnswer(answer)
    },
  }
}

/** The body of a request as the API publishes it. */
export function requestOf(message: WhatsAppMessage) {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: message.to.replace(/^\+/, ''),
    type: 'template',
    template: {
      name: message.template,
      language: { policy: 'deterministic', code: message.language },
      components: message.parameters.length
        ? [{ type: 'body', parameters: message.parameters.map((text) => ({ type: 'text', text })) }]
        : [],
    },
    biz_opaque_callback_data: message.callback,
  }
}

const taken = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) })
const refusal = z.object({
  error: z.object({
    code: z.number().optional(),
    message: z.string().optional(),
    error_data: z.object({ details: z.string().optional() }).optional(),
  }),
})

/** Codes that mean "try later": throughput, one number too often, service ill. */
const passing = new Set([1, 2, 4, 80007, 130429, 131000, 131016, 131056, 133004])

export function readAnswer({ status, text }: HttpAnswer): SendOutcome {
  const body = readJson(text)
  const done = taken.safeParse(body)
  if (status >= 200 && status < 300 && done.success)
    return { kind: 'taken', providerId: done.data.messages[0]?.id ?? '' }
  const told = refusal.safeParse(body)
  const code = told.success ? told.data.error.code : undefined
  const words = told.success ? (told.data.error.error_data?.details ?? told.data.error.message ?? '') : text
  const error = `${status}${code === undefined ? '' : ` (${code})`} ${words}`.trim().slice(0, 500)
  const isPassing = status === 429 || status >= 500 || (code !== undefined && passing.has(code))
  return { kind: isPassing ? 'later' : 'refused', error }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
