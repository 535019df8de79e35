import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { EventDraft } from '#kernel/journal/journal.ts'
import { maskPhone, placeholdersIn } from '../domain.ts'
import { templateVersion } from '../queries/templates.ts'
import { providerName, shippedTemplates } from '../templates/shipped.ts'

export const simulatedRecipientContext = 'messaging.simulated_whatsapp.recipient'

/** How a simulated telephone misbehaves, by the last digit of its number. */
const moods = {
  '4': 'slow',
  '5': 'busy',
  '6': 'broken',
  '7': 'echo',
  '8': 'hasty',
  '9': 'silent',
  '0': 'absent',
} as const
export type Mood = (typeof moods)[keyof typeof moods] | 'fine'

export function moodOf(number: string): Mood {
  return moods[number.slice(-1) as keyof typeof moods] ?? 'fine'
}

const request = z.object({
  messaging_product: z.literal('whatsapp'),
  to: z.string().regex(/^\d{8,15}$/),
  type: z.literal('template'),
  template: z.object({
    name: z.string(),
    language: z.object({ code: z.enum(['id', 'en']) }),
    components: z.array(z.object({ type: z.string(), parameters: z.array(z.object({ text: z.string() })) })),
  }),
  biz_opaque_callback_data: z.string().max(512),
})

export interface SimulatedAnswer {
  readonly status: number
  readonly body: unknown
  readonly mood: Mood
  readonly providerId: string | undefined
}

const fault = (status: number, code: number, message: string, mood: Mood): SimulatedAnswer => ({
  status,
  body: { error: { message: `(#${code}) ${message}`, type: 'OAuthException', code, fbtrace_id: 'SIMULATED' } },
  mood,
  providerId: undefined,
})
/** How often a busy or broken telephone turns a message away before it takes it. */
const refusals = 2

/** What the Cloud API does with a message, in a demo region: keeps it, and lets news of it come back. */
export const simulateWhatsApp = command({
  name: 'messaging.simulate-whatsapp',
  event: 'messaging.whatsapp-simulated.v1',
  access: systemOnly,
  input: z.object({ body: z.unknown() }),
  async run(tx, input, context): Promise<{ result: SimulatedAnswer; event: EventDraft | undefined }> {
    if (!context.tenant.profile.isDemo) throw notFound()
    const parsed = request.safeParse(input.body)
    if (!parsed.success) return { result: fault(400, 100, 'Invalid parameter', 'fine'), event: undefined }
    const { to, template, biz_opaque_callback_data: callback } = parsed.data
    const mood = moodOf(to)
    const values = template.components.flatMap((component) => component.parameters.map((one) => one.text))
    const text = await textOf(tx, template.name, template.language.code)
    if (text === undefined)
      return { result: fault(404, 132001, 'Template name does not exist in the translation', mood), event: undefined }
    if (placeholdersIn(text).length !== values.length)
      return { result: fault(400, 132000, 'Number of parameters does not match', mood), event: undefined }
    if ((mood === 'busy' || mood === 'broken') && (await refusedBefore(tx, callback)) < refusals) {
      const answer =
        mood === 'busy' ? fault(429, 130429, 'Rate limit hit', mood) : fault(500, 131000, 'Something went wrong', mood)
      return { result: answer, event: undefined }
    }
    const id = `wamid.${randomBytes(18).toString('base64url')}`
    const names = placeholdersIn(text)
    await tx
      .insertInto('messaging.simulated_whatsapp')
      .values({
        id,
        callback,
        recipient: context.tenant.cipher.seal(to, simulatedRecipientContext),
        recipient_masked: maskPhone(`+${to}`),
        body: text.replace(/\{(\w+)\}/g, (_place, name: string) => values[names.indexOf(name)] ?? ''),
        mood,
        made_at: dateOf(context.now),
      })
      .execute()
    await planNews(context, id, callback, mood)
    const body = {
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to }],
      messages: [{ id, message_status: 'accepted' }],
    }
    const event = { subject: { type: 'simulated-whatsapp', id }, payload: { mood } }
    return { result: { status: 200, body, mood, providerId: id }, event }
  },
})

async function planNews(context: CommandContext, id: string, callback: string, mood: Mood): Promise<void> {
  const told = mood === 'absent' ? ['failed'] : mood === 'silent' ? [] : ['sent', 'delivered', 'read']
  const copies = mood === 'echo' ? 2 : 1
  // A hasty telephone tells the end first, and the beginning last.
  const order = mood === 'hasty' ? [...told].reverse() : told
  for (const [index, status] of order.entries()) {
    for (let copy = 0; copy < copies; copy += 1) {
      await context.enqueue(
        'messaging.tell-simulated',
        { id, callback, status },
        { key: `tell-simulated:${id}:${status}:${copy}`, runAt: context.now.add({ seconds: 2 * index + 1 }) },
      )
    }
  }
}

async function refusedBefore(tx: WriteHandle, callback: string): Promise<number> {
  const row = await tx
    .insertInto('messaging.simulated_refusal')
    .values({ callback, times: 1 })
    .onConflict((conflict) =>
      conflict.column('callback').doUpdateSet((eb) => ({ times: eb('messaging.simulated_refusal.times', '+', 1) })),
    )
    .returning('times')
    .executeTakeFirstOrThrow()
  return row.times - 1
}

/** The approved text under a provider's name: "balai_phone_code_v0". */
async function textOf(tx: WriteHandle, name: string, language: 'id' | 'en'): Promise<string | undefined> {
  const version = Number(/_v(\d+)$/.exec(name)?.[1] ?? Number.NaN)
  const shipped = shippedTemplates.find((template) => providerName(template.key, version) === name)
  return shipped && (await templateVersion(tx, shipped.key, version))?.whatsapp[language]
}
