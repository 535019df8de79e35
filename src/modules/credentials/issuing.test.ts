import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { credentialPaths } from './paths.ts'
import { CardWorld } from './testing.ts'
import type { TestWallet } from './testing-wallet.ts'

const world = new CardWorld()
let wallet: TestWallet

beforeAll(async () => {
  await world.begin()
})
afterAll(() => world.end())
beforeEach(async () => {
  world.server.as(world.sekar)
  wallet = await world.wallet()
})

describe('a wallet of somebody else', () => {
  it('gets a residence card by offer and PIN, with digests and signature that hold', async () => {
    const { link, pin } = await world.offer()
    const card = await wallet.take(link, pin)
    expect(card.digestsMatch()).toBe(true)
    expect(card.values).toMatchObject({
      name: 'Sekar Wulandari',
      birthdate: '1992-11-07',
      street_address: 'Jalan Kenanga 14',
      neighbourhood: 'RT 003/RW 005',
      village: 'Sukawening',
      regency: 'Arunika',
      17: true,
      18: true,
      21: true,
    })
    expect(card.values).not.toHaveProperty('nik')
    const visible = JSON.stringify(card.payload)
    for (const secret of ['Sekar', '1992', 'Kenanga', 'Sukawening']) expect(visible).not.toContain(secret)
    const { iat, exp } = card.payload as { iat: number; exp: number }
    expect((exp - iat) / 86_400).toBeLessThanOrEqual(90)
    const [row] = await world.query<{ text: string }>(
      `select row_to_json(c)::text || row_to_json(o)::text as text from credentials.credential c join credentials.offer o
       on o.credential_id = c.id order by c.issued_at desc limit 1`,
    )
    expect(row?.text).not.toMatch(/Kenanga|Wulandari|1992/)
  })

  it('gets the birth certificate of a child, with the NIK only when that was wanted', async () => {
    const first = await world.offer(`birth.${world.ids.birth}`, { withNik: 'yes' })
    const card = await wallet.take(first.link, first.pin)
    expect(card.values).toMatchObject({
      name: 'Arka Prasetyo',
      certificate_number: '9901-LU-10052015-0001',
      mother_name: 'Sekar Wulandari',
      father_name: 'Bimo Prasetyo',
      nik: '9901020805150001',
      17: false,
    })
    const { iat, exp } = card.payload as { iat: number; exp: number }
    expect((exp - iat) / 86_400).toBeLessThanOrEqual(365)
  })

  it('reads metadata that belong together', async () => {
    const issuer = await wallet.get(`${world.issuer}${credentialPaths.issuerMetadata}`)
    expect(issuer.body['credential_issuer']).toBe(world.issuer)
    const supported = issuer.body['credential_configurations_supported'] as Record<string, Record<string, unknown>>
    expect(Object.keys(supported)).toEqual(['residence', 'birth', 'marriage', 'divorce', 'death'])
    for (const configuration of Object.values(supported)) {
      expect(configuration['format']).toBe('dc+sd-jwt')
      const type = await wallet.get(String(configuration['vct']))
      expect(type.body['vct']).toBe(configuration['vct'])
      expect((type.body['claims'] as unknown[]).length).toBeGreaterThan(5)
    }
    const server = await wallet.get(`${world.issuer}${credentialPaths.serverMetadata}`)
    expect(server.body).toMatchObject({
      issuer: world.issuer,
      'pre-authorized_grant_anonymous_access_supported': true,
    })
    const page = await wallet.get(String(supported['birth']?.['vct']), 'text/html')
    expect(page.text).toContain('Akta kelahiran')
  })
})

describe('an offer', () => {
  const oauth = async (reply: Promise<{ status: number; body: Record<string, unknown> }>) => {
    const { status, body } = await reply
    return `${status} ${body['error']}`
  }

  it('is good once', async () => {
    const { link, pin } = await world.offer()
    const offer = await wallet.readOffer(link)
    const { body } = await wallet.token(offer, pin)
    expect(await oauth(wallet.token(offer, pin))).toBe('400 invalid_grant')
    await expect(wallet.readOffer(link)).rejects.toThrow('404')
    const token = String(body['access_token'])
    expect((await wallet.credential(offer, token)).status).toBe(200)
    expect(await oauth(wallet.credential(offer, token))).toBe('401 invalid_token')
  })

  it('ends after five wrong numbers, and the right one comes too late', async () => {
    const { link, pin } = await world.offer()
    const offer = await wallet.readOffer(link)
    const wrong = pin === '000000' ? '000001' : '000000'
    expect(await oauth(wallet.token(offer))).toBe('400 invalid_request')
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await oauth(wallet.token(offer, wrong))).toBe('400 invalid_grant')
    expect(await oauth(wallet.token(offer, pin))).toBe('400 invalid_grant')
    const [row] = await world.query<{ state: string }>(
      `select state from credentials.offer order by made_at desc, id desc limit 1`,
    )
    expect(row?.state).toBe('blocked')
  })

  it('ends with its minutes and with the session in which it was made', async () => {
    const late = await world.offer()
    const lateOffer = await wallet.readOffer(late.link)
    world.clock.advance({ minutes: 11 })
    expect(await oauth(wallet.token(lateOffer, late.pin))).toBe('400 invalid_grant')
    const left = await world.offer()
    const leftOffer = await wallet.readOffer(left.link)
    const half = await world.offer()
    const halfOffer = await wallet.readOffer(half.link)
    const token = String((await wallet.token(halfOffer, half.pin)).body['access_token'])
    await world.signOut()
    expect(await oauth(wallet.token(leftOffer, left.pin))).toBe('400 invalid_grant')
    expect(await oauth(wallet.credential(halfOffer, token))).toBe('401 invalid_token')
    await world.signIn()
  })

  it('is never made of a card that is not this person’s', async () => {
    const other: Actor = { ...world.sekar, accountId: 'a-2', personId: world.ids.arka, name: 'Arka' }
    world.server.as(other)
    const refused = await world.post(credentialPaths.offer, {
      card: 'death.0198c5f2-7aaa-7000-8000-000000000001',
      deviceName: 'X',
    })
    expect(refused.status).toBe(404)
    expect((await world.get(`${credentialPaths.offer}?kartu=marriage.x`)).status).toBe(404)
  })

  it('asks for a name of the device and keeps what was chosen', async () => {
    const refused = await world.post(credentialPaths.offer, { card: 'residence', deviceName: '', withNik: 'yes' })
    expect(refused.status).toBe(422)
    expect(refused.fields()['withNik']).toBe('yes')
  })

  it('brings nothing when the person moved between offer and fetching', async () => {
    const { link, pin } = await world.offer()
    const offer = await wallet.readOffer(link)
    const token = String((await wallet.token(offer, pin)).body['access_token'])
    await world.query(`update people.person set check_reason = 'data ganda' where id = $1`, [world.ids.sekar])
    expect(await oauth(wallet.credential(offer, token))).toBe('400 credential_request_denied')
    await world.query(`update people.person set check_reason = null where id = $1`, [world.ids.sekar])
  })

  it('wants a proof by the key of the wallet, for this issuer, that answers a fresh challenge', async () => {
    const { link, pin } = await world.offer()
    const offer = await wallet.readOffer(link)
    const token = String((await wallet.token(offer, pin)).body['access_token'])
    const { privateKey } = await generateKeyPair('ES256')
    const refusals: [string, (nonce: string) => Promise<string>][] = [
      ['invalid_proof', (nonce) => wallet.proof(world.issuer, nonce, { key: privateKey })],
      ['invalid_proof', (nonce) => wallet.proof('https://other.example', nonce)],
      ['invalid_proof', (nonce) => wallet.proof(world.issuer, nonce, { header: { typ: 'JWT' } })],
      ['invalid_proof', (nonce) => wallet.proof(world.issuer, nonce, { payload: { iat: 1 } })],
      ['invalid_proof', async (nonce) => (await wallet.proof(world.issuer, nonce)).replace(/^[^.]+/, header('none'))],
      ['invalid_nonce', () => wallet.proof(world.issuer, 'made-up')],
    ]
    for (const [error, make] of refusals)
      expect(await oauth(wallet.credential(offer, token, make))).toBe(`400 ${error}`)
    let used = ''
    const once = async (nonce: string) => {
      used = await wallet.proof(world.issuer, nonce)
      return used
    }
    expect((await wallet.credential(offer, token, once)).status).toBe(200)
    const again = await world.offer()
    const second = await wallet.readOffer(again.link)
    const nextToken = String((await wallet.token(second, again.pin)).body['access_token'])
    expect(await oauth(wallet.credential(second, nextToken, async () => used))).toBe('400 invalid_nonce')
  })

  it('is refused in the words of the protocol when the request is wrong', async () => {
    const token = (form: Record<string, string>) =>
      oauth(wallet.post(`${world.issuer}${credentialPaths.token}`, new URLSearchParams(form)))
    expect(await token({})).toBe('400 invalid_request')
    expect(await token({ grant_type: 'password' })).toBe('400 unsupported_grant_type')
    const at = `${world.issuer}${credentialPaths.credential}`
    expect(await oauth(wallet.post(at, {}))).toBe('401 invalid_token')
    const bearer = { authorization: `Bearer ${'x'.repeat(43)}` }
    expect(await oauth(wallet.post(at, { credential_configuration_id: 'birth' }, bearer))).toBe(
      '400 invalid_credential_request',
    )
    const body = { credential_configuration_id: 'birth', proofs: { jwt: ['a.b.c'] } }
    expect(await oauth(wallet.post(at, body, bearer))).toBe('401 invalid_token')
  })
})

const header = (alg: string) => Buffer.from(JSON.stringify({ alg, typ: 'openid4vci-proof+jwt' })).toString('base64url')
