import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#kernel/access/access.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { simulateWhatsApp } from '../simulator/take-message.ts'
import { generalKey, providerName } from '../templates/shipped.ts'
import { type MessagingWorld, messagingWorld } from '../testing.ts'
import { cloudApi, readAnswer, requestOf, type WhatsAppMessage, type WhatsAppSender } from './cloud-api.ts'
import { whatsappSettings } from './settings.ts'

let place: TestTenant
let world: MessagingWorld
beforeAll(async () => {
  place = await testTenant()
  world = await messagingWorld(place)
})
afterAll(async () => {
  await world.close()
  await place.close()
})

/** The same promises of whoever takes messages: the adapter over the network, and the simulator by itself. */
const senders: readonly [string, () => WhatsAppSender][] = [
  [
    'the adapter over HTTP',
    () => {
      const settings = whatsappSettings(world.jobs)
      if (!settings) throw new Error('no simulator')
      return cloudApi(settings)
    },
  ],
  [
    'the simulator itself',
    () => ({
      async send(message) {
        const answer = await world.jobs.run(
          simulateWhatsApp,
          { body: requestOf(message) },
          { actor: systemActor('test') },
        )
        return readAnswer({ status: answer.status, text: JSON.stringify(answer.body) })
      },
    }),
  ],
]

const message = (more: Partial<WhatsAppMessage> = {}): WhatsAppMessage => ({
  to: '+6281234567831',
  template: providerName(generalKey, 0),
  language: 'id',
  parameters: ['Kabupaten Uji', 'Judul', 'Isi', 'http://uji.example/'],
  callback: randomUUID(),
  ...more,
})

describe.each(senders)('%s', (_name, sender) => {
  it('takes a message by its template and gives it an id of its own', async () => {
    const [first, second] = [await sender().send(message()), await sender().send(message())]
    expect(first).toMatchObject({ kind: 'taken', providerId: expect.stringMatching(/^wamid\./) })
    expect(second).not.toEqual(first)
  })

  it('fills the places in their order', async () => {
    const callback = randomUUID()
    await sender().send(message({ callback, language: 'en' }))
    const row = await place.tenant.pools.read
      .selectFrom('messaging.simulated_whatsapp')
      .select('body')
      .where('callback', '=', callback)
      .executeTakeFirst()
    expect(row?.body).toBe('News from Kabupaten Uji: Judul. Isi Read more: http://uji.example/')
  })

  it.each([
    ['an unknown template', { template: 'balai_tidak_ada_v1' }, '132001'],
    ['a version that nobody wrote', { template: providerName(generalKey, 7) }, '132001'],
    ['a place without a value', { parameters: ['satu'] }, '132000'],
    ['no telephone number', { to: 'rumah' }, '100'],
  ])('refuses %s for good', async (_what, more, code) => {
    expect(await sender().send(message(more))).toMatchObject({
      kind: 'refused',
      error: expect.stringContaining(`(${code})`),
    })
  })

  it.each([
    ['too busy', '+6281234567835', '130429'],
    ['broken', '+6281234567836', '131000'],
  ])('says "later" while it is %s, and then takes the message', async (_what, to, code) => {
    const given = message({ to })
    for (let n = 0; n < 2; n += 1) {
      expect(await sender().send(given)).toMatchObject({ kind: 'later', error: expect.stringContaining(code) })
    }
    expect(await sender().send(given)).toMatchObject({ kind: 'taken' })
  })
})

describe('answers that no contract foresees', () => {
  it.each([
    [502, '<html>Bad gateway</html>', 'later'],
    [400, '{"error":{"code":131056,"message":"pair rate"}}', 'later'],
    [400, '{"error":{"code":131026,"message":"undeliverable"}}', 'refused'],
    [401, '{"error":{"code":190,"message":"token"}}', 'refused'],
    [200, '{"messages":[]}', 'refused'],
  ])('%i %s means %s', (status, text, kind) => expect(readAnswer({ status, text }).kind).toBe(kind))
})
