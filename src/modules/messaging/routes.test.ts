import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, anonymous } from '#kernel/access/access.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { callOwnServer } from './own-address.ts'
import { messagingPaths as at } from './paths.ts'
import { newsOf } from './simulator/api.ts'
import { type MessagingWorld, messagingWorld } from './testing.ts'
import { whatsappSettings } from './whatsapp/settings.ts'
import { hubSignature } from './whatsapp/webhook.ts'

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

const staff = (...permissions: string[]): Actor => ({
  kind: 'staff',
  accountId: 'staff-1',
  name: 'Yusuf',
  grants: permissions.map((permission) => ({ permission, unitPath: '', territory: '' })),
})
const sealedBytes = async (table: string, column: string) =>
  (await place.tenant.pools.readPool.query(`select ${column} as sealed from ${table}`)).rows.map((row) =>
    (row.sealed as Buffer).toString('latin1'),
  )

describe('the inbox', () => {
  it('says how each message was sent, with the address hidden', async () => {
    const account = await world.account({ phone: '+6281234567801', email: 'sekar@warga.example' })
    await world.send(account.accountId)
    await world.work()
    world.clock.advance({ seconds: 20 })
    await world.work()
    const text = (await world.server.get(at.inbox, { as: account })).plain()
    expect(text).toContain('Dibaca lewat WhatsApp di 0812-••••-••01')
    expect(text).not.toContain('81234567801')
    const phones = (await world.server.get(at.demoTelephones)).plain()
    expect(phones).toContain('Kabar dari Kabupaten Uji: Berkas Anda sudah kami terima. Selesai besok. Pukul 15.00.')
    for (const [table, column] of [
      ['messaging.delivery', 'address'],
      ['messaging.simulated_whatsapp', 'recipient'],
    ] as const) {
      for (const bytes of await sealedBytes(table, column)) expect(bytes).not.toContain('81234567801')
    }
  })

  it('shows messages by template in the words of the account', async () => {
    const account = await world.account({ email: 'sekar@warga.example' })
    await place.tenant.pools.writePool.query(`update accounts.account set locale = 'en' where id = $1`, [
      account.accountId,
    ])
    const values = { what: 'fingerprints', when: 'Tuesday', where: 'UPT', bring: 'family card' }
    await world.send(account.accountId, { template: { key: 'visit-reminder', values } })
    expect((await world.server.get(at.inbox, { as: account })).plain()).toContain('Tomorrow: fingerprints')
    const hole = { template: { key: 'visit-reminder', values: { what: 'x' } } }
    await expect(world.send(account.accountId, hole)).rejects.toThrow('no value for')
    await expect(world.send(account.accountId, { template: { key: 'none', values } })).rejects.toThrow('no message')
  })
})

describe('how somebody wants to hear from us', () => {
  const codeOn = async () =>
    /(\d{6}) adalah kode/.exec((await world.server.get(at.demoTelephones)).plain())?.[1] ?? 'no code'

  it('is WhatsApp only after the number was proved by a code', async () => {
    const account = await world.account({ phone: '+6281234567811', email: 'sekar@warga.example', isProved: false })
    world.server.as(account)
    const early = await world.server.post(at.preferences, { firstChannel: 'whatsapp' })
    expect(early.status).toBe(422)
    expect(early.plain()).toContain('Buktikan dahulu nomor')
    await world.server.post(at.askCode)
    await world.work()
    const wrong = await world.server.post(at.proveCode, { code: '000000' })
    expect([wrong.status, wrong.fields()['code']]).toEqual([422, '000000'])
    expect((await world.server.post(at.proveCode, { code: await codeOn() })).location).toBe(at.preferences)
    const page = await world.server.get(at.preferences)
    expect(page.plain()).toContain('Nomor 0812-••••-••11 sudah terbukti')
    expect(page.fields()['firstChannel']).toBe('whatsapp')
    await world.server.post(at.preferences, { firstChannel: 'email' })
    const id = await world.send(account.accountId)
    await world.work()
    expect(await world.deliveries(id)).toMatchObject([{ channel: 'email' }])
  })

  it('a code counts for ten minutes and five tries, and no more than five are sent in an hour', async () => {
    const account = await world.account({ phone: '+6281234567812', isProved: false })
    world.server.as(account)
    await world.server.post(at.askCode)
    await world.work()
    const right = await codeOn()
    for (let n = 0; n < 5; n += 1) await world.server.post(at.proveCode, { code: '111111' })
    expect((await world.server.post(at.proveCode, { code: right })).plain()).toContain('tidak berlaku lagi')
    for (let n = 0; n < 4; n += 1) await world.server.post(at.askCode)
    expect((await world.server.post(at.askCode)).status).toBe(429)
  })

  it('shows neither code nor number in the inbox or the journal', async () => {
    const { rows } = await place.tenant.pools.readPool.query(
      `select payload::text as text from journal.event where name like 'messaging.phone%'`,
    )
    for (const { text } of rows) expect(text).not.toMatch(/\d{6}/)
  })
})

describe('news from the provider', () => {
  const settings = () => {
    const found = whatsappSettings(world.jobs)
    if (!found) throw new Error('no simulator')
    return found
  }
  const send = (body: Buffer, secret: string) =>
    callOwnServer(world.jobs, at.whatsappWebhook, {
      body,
      headers: { 'x-hub-signature-256': hubSignature(secret, body) },
    })

  it('are taken when signed over their bytes, and refused otherwise', async () => {
    const news = { id: 'wamid.1', callback: 'x', status: 'sent', at: world.clock.now() }
    // Unusual white space: the signature is over bytes, not over what they mean.
    const body = Buffer.from(` ${JSON.stringify(newsOf(news), null, 3)}\n`)
    expect((await send(body, settings().appSecret)).status).toBe(200)
    expect((await send(body, 'other')).status).toBe(401)
    expect((await callOwnServer(world.jobs, at.whatsappWebhook, { body })).status).toBe(401)
  })

  it('of other kinds are thanked for and left alone', async () => {
    const body = Buffer.from('{"object":"page","entry":[]}')
    expect(await send(body, settings().appSecret)).toEqual({ status: 200, text: '{"status":"ignored"}' })
  })

  it('begin with a challenge that only the right token gets back', async () => {
    const ask = (token: string) =>
      world.server.get(`${at.whatsappWebhook}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`)
    expect(await ask(settings().verifyToken)).toMatchObject({ status: 200, text: '1158201444' })
    expect((await ask('wrong')).status).toBe(403)
  })

  it('the simulated provider wants its token', async () => {
    const answer = await callOwnServer(world.jobs, `${at.simulatedApi}/990000000000001/messages`, {
      body: Buffer.from('{}'),
      headers: { authorization: 'Bearer wrong' },
    })
    expect(answer.status).toBe(401)
  })
})

describe('the help desk', () => {
  const officer = staff('messaging.read-deliveries')

  it('finds failed deliveries and sends them again', async () => {
    const account = await world.account({ phone: '+6281234567820' })
    const id = await world.send(account.accountId)
    await world.work()
    world.clock.advance({ seconds: 20 })
    await world.work()
    world.server.as(officer)
    const list = await world.server.get(`${at.deliveries}?lewat=whatsapp`)
    expect(list.plain()).toContain('0812-••••-••20')
    expect(list.plain()).toContain('(131026) Message undeliverable')
    expect(list.plain()).not.toContain('Selesai besok')
    expect((await world.server.get(`${at.deliveries}?sampai=2020-01-01`)).plain()).toContain('Tidak ada pengiriman')
    const [failed] = await world.deliveries(id)
    await world.server.post(at.retry(failed?.id ?? ''))
    expect(await world.deliveries(id)).toMatchObject([{ state: 'queued' }])
    expect((await world.server.post(at.retry(failed?.id ?? ''))).status).toBe(409)
  })
})

describe('templates', () => {
  const admin = staff('messaging.edit-templates')
  const path = at.template('visit-reminder')
  const today = () => world.clock.now().toZonedDateTimeISO('Asia/Jakarta').toPlainDate()

  it('with a place that nothing fills are refused, with everything kept', async () => {
    world.server.as(admin)
    const form = { ...(await world.server.get(path)).fields(), 'body.id': 'Datang {kapan} ke {where}' }
    const answer = await world.server.post(path, form)
    expect(answer.status).toBe(422)
    expect(answer.plain()).toContain('Tidak ada isian untuk {kapan}')
    expect(answer.fields()['body.id']).toBe('Datang {kapan} ke {where}')
    expect((await world.server.post(path, { ...form, 'body.id': '' })).status).toBe(422)
  })

  it('are previewed with sample words and stored as versions that count from their day', async () => {
    world.server.as(admin)
    const fields = (await world.server.get(path)).fields()
    const form = { ...fields, 'title.id': 'Jangan lupa {what}', validFrom: today().add({ days: 1 }).toString() }
    const preview = await world.server.post(path, { ...form, pratinjau: '1' })
    expect(preview.plain()).toContain('Jangan lupa perekaman KTP-el')
    await world.server.post(path, form)
    expect((await world.server.get(path)).plain()).toContain('balai_visit_reminder_v1')
    const account = await world.account({ phone: '+6281234567801' })
    const values = { what: 'perekaman', when: 'besok', where: 'UPT', bring: 'KK' }
    const titleNow = async () => {
      const id = await world.send(account.accountId, { template: { key: 'visit-reminder', values } })
      const { rows } = await place.tenant.pools.readPool.query(
        'select title, template_version from messaging.message where id = $1',
        [id],
      )
      return rows[0]
    }
    expect(await titleNow()).toEqual({ title: 'Besok: perekaman', template_version: 0 })
    world.clock.advance({ hours: 24 })
    expect(await titleNow()).toEqual({ title: 'Jangan lupa perekaman', template_version: 1 })
    await world.work()
    expect((await world.server.get(at.demoTelephones)).plain()).toContain('Kami menunggu Anda besok di UPT')
  })
})

describe('access', () => {
  it('is denied by default', async () => {
    const account = await world.account({})
    for (const path of [at.deliveries, at.templates, at.template('general')]) {
      expect((await world.server.get(path, { as: account })).status, path).toBe(403)
      expect((await world.server.get(path, { as: anonymous })).location, path).toContain('/masuk')
    }
    expect((await world.server.get(at.deliveries, { as: staff('messaging.edit-templates') })).status).toBe(403)
    expect((await world.server.get(at.preferences, { as: anonymous })).location).toContain('/masuk')
  })

  it('to the demo telephones ends with the demo', async () => {
    place.tenant.profile = { ...place.tenant.profile, isDemo: false }
    try {
      expect((await world.server.get(at.demoTelephones)).status).toBe(404)
      expect((await world.server.get(at.whatsappWebhook)).status).toBe(404)
    } finally {
      place.tenant.profile = { ...place.tenant.profile, isDemo: true }
    }
  })
})
