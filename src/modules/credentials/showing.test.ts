import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anonymous } from '#kernel/access/access.ts'
import { credentialPaths } from './paths.ts'
import { CardWorld } from './testing.ts'
import type { HeldCard, TestWallet } from './testing-wallet.ts'

const world = new CardWorld()
let wallet: TestWallet
let card: HeldCard

beforeAll(async () => {
  await world.begin()
})
afterAll(() => world.end())
beforeEach(async () => {
  world.server.as(world.sekar)
  wallet = await world.wallet()
  const { link, pin } = await world.offer()
  card = await wallet.take(link, pin)
  world.server.as(anonymous)
})

const at = (path: string) => `${world.issuer}${path}`
const challenge = async (path: string = credentialPaths.walletNonce) => {
  const { body } = await wallet.post(at(path))
  return { nonce: String(body['nonce']), audience: String(body['audience']) }
}
const show = (presentation: string) =>
  wallet.post(at(credentialPaths.show), { presentation, audience: 'Bank Kencana', purpose: 'membuka rekening' })
const codeOf = (body: Record<string, unknown>) => new URL(String(body['link'])).pathname
const checked = (presentation: string, more: object = {}) =>
  wallet.post(at(credentialPaths.apiCheck), { presentation, ...more })
const failed = (body: Record<string, unknown>) =>
  (body['checks'] as { name: string; outcome: string }[])
    .filter(({ outcome }) => outcome !== 'good')
    .map(({ name, outcome }) => `${name}:${outcome}`)

describe('a card shown by QR', () => {
  it('is seen once, with only what was chosen, and both stand in the record of the person', async () => {
    const { body } = await show(await card.present(['name', 'address', 'village'], await challenge()))
    const path = codeOf(body)
    const before = await world.get(path)
    expect(before.plain()).toContain('Seseorang menunjukkan kartu digital kepada Anda')
    expect(before.text).not.toContain('Sekar')
    const opened = await world.post(path)
    expect(opened.status).toBe(200)
    for (const seen of ['asli dan berlaku', 'Sekar Wulandari', 'Sukawening', 'Bank Kencana', 'membuka rekening']) {
      expect(opened.plain()).toContain(seen)
    }
    for (const hidden of ['1992', 'Kenanga', 'Mekarsari', 'Berumur']) expect(opened.plain()).not.toContain(hidden)
    expect((await world.post(path)).status).toBe(404)
    const [row] = await world.query<{ presentation_sealed: Buffer | null; fields: string[]; outcome: string }>(
      `select presentation_sealed, fields, outcome from credentials.showing order by made_at desc, id desc limit 1`,
    )
    expect(row).toMatchObject({ presentation_sealed: null, outcome: 'valid' })
    const [reading] = await world.query<{ purpose: string }>(
      `select purpose from journal.access where person_id = $1 order by at desc, id desc limit 1`,
      [world.ids.sekar],
    )
    expect(reading?.purpose).toContain('ditunjukkan kepada Bank Kencana untuk membuka rekening')
    expect(reading?.purpose).toContain('Kelurahan atau desa')
    const own = await world.get(credentialPaths.own, { as: world.sekar })
    expect(own.plain()).toContain('Bank Kencana, membuka rekening')
  })

  it('is over after two minutes, whoever opens it', async () => {
    const { body } = await show(await card.present(['18', 'age_equal_or_over'], await challenge()))
    world.clock.advance({ seconds: 121 })
    expect((await world.post(codeOf(body))).status).toBe(404)
  })

  it('shows an age without a date', async () => {
    const { body } = await show(await card.present(['age_equal_or_over', '18'], await challenge()))
    const opened = await world.post(codeOf(body))
    expect(opened.plain()).toContain('Berumur 18 tahun atau lebih ya')
    expect(opened.plain()).not.toMatch(/1992|Sekar/)
  })

  it('says so when it was ended between showing and opening', async () => {
    const { body } = await show(await card.present(['name'], await challenge()))
    await world.query(`update credentials.credential set revoked_at = now(), revoked_cause = 'lost'`)
    const opened = await world.post(codeOf(body))
    expect(opened.status).toBe(422)
    expect(opened.plain()).toContain('Jangan terima kartu ini')
    expect(opened.plain()).toContain('perangkatnya dilaporkan hilang')
    expect(opened.plain()).not.toContain('Sekar')
  })

  it('is not made of a stolen text, an old challenge, or for another audience', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const fresh = await challenge()
    const answered = await card.present(['name'], fresh)
    expect((await show(answered)).status).toBe(200)
    const again = await show(answered)
    expect(`${again.status} ${again.body['detail']}`).toMatch(/^409 .*sudah pernah dipakai/)
    const stolen = await show(await card.present(['name'], await challenge(), { key: privateKey }))
    expect(stolen.body['detail']).toContain('kunci lain')
    const bare = await show(`${card.jwt}~${card.disclosure('name')}~`)
    expect(bare.body['detail']).toContain('tidak membuktikan')
    const other = await show(await card.present(['name'], { ...(await challenge()), audience: 'https://x.example' }))
    expect(other.body['detail']).toContain('pihak lain')
    const foreign = await show(await card.present(['name'], await challenge(credentialPaths.apiNonce)))
    expect(foreign.body['detail']).toContain('tantangan lain')
  })
})

describe('a card checked by a program', () => {
  const ours = () => challenge(credentialPaths.apiNonce)

  it('is valid with its claims, once', async () => {
    const presentation = await card.present(['name', 'sex'], await ours())
    const { body } = await checked(presentation, { purpose: 'uji' })
    expect(body).toMatchObject({
      valid: true,
      claims: { name: 'Sekar Wulandari', sex: 'female' },
      card: { kind: 'residence' },
    })
    expect(body['claims']).not.toHaveProperty('cnf')
    const again = await checked(presentation)
    expect(again.body['valid']).toBe(false)
    expect(failed(again.body)).toEqual(['fresh:bad'])
    expect(again.body['claims']).toEqual({})
    const rows = await world.query<{ purpose: string; outcome: string }>(
      `select purpose, outcome from credentials.showing order by made_at desc, id desc limit 2`,
    )
    expect(rows).toEqual([
      { purpose: 'percobaan yang ditolak', outcome: 'invalid' },
      { purpose: 'uji', outcome: 'valid' },
    ])
  })

  it('is bound to the challenge and audience that the program set itself', async () => {
    const own = { nonce: 'sesuatu-yang-acak', audience: 'https://sekolah.example' }
    expect((await checked(await card.present(['name'], own), own)).body['valid']).toBe(true)
    const wrong = await checked(await card.present(['name'], own), { ...own, nonce: 'sesuatu-yang-lain' })
    expect(failed(wrong.body)).toEqual(['fresh:bad'])
  })

  it('is refused for every forgery, each told by itself', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const tampered = Buffer.from(JSON.stringify(['salt', 'name', 'Orang Lain'])).toString('base64url')
    const [head = '', body = '', signature = ''] = card.jwt.split('.')
    const changed = Buffer.from(Buffer.from(body, 'base64url').toString().replace('"exp":1', '"exp":2')).toString(
      'base64url',
    )
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'dc+sd-jwt' })).toString('base64url')
    const foreignKid = Buffer.from(JSON.stringify({ alg: 'ES256', typ: 'dc+sd-jwt', kid: 'x' })).toString('base64url')
    const cases: [string[], string | Promise<string>][] = [
      [['form:bad'], 'bukan kartu'],
      [['form:bad'], `${Buffer.from('{"alg":"ES256","typ":"JWT"}').toString('base64url')}.${body}.${signature}~`],
      [['signature:bad'], `${none}.${body}.~`],
      [['signature:bad'], `${head}.${changed}.${signature}~`],
      [['issuer:bad'], `${foreignKid}.${body}.${signature}~`],
      [['disclosures:bad'], ours().then((c) => card.present([], c, { extra: [tampered] }))],
      [['holder:bad'], ours().then((c) => card.present(['name'], c, { key: privateKey }))],
      [['holder:bad'], `${card.jwt}~${card.disclosure('name')}~`],
      [['fresh:bad'], ours().then((c) => card.present(['name'], c, { payload: { iat: 1_600_000_000 } }))],
    ]
    for (const [expected, presentation] of cases) {
      const { status, body: answer } = await checked(await presentation)
      expect({ status, valid: answer['valid'], failed: failed(answer), claims: answer['claims'] }).toEqual({
        status: 200,
        valid: false,
        failed: expected,
        claims: {},
      })
    }
  })

  it('is refused when a disclosure was added behind the proof of the holder', async () => {
    const presentation = await card.present(['name'], await ours())
    const [jwt, name, proof] = presentation.split('~')
    const more = [jwt, name, card.disclosure('birthdate'), proof].join('~')
    expect(failed((await checked(more)).body)).toEqual(['holder:bad'])
  })

  it('is refused after its time', async () => {
    world.clock.advance({ hours: 24 * 91 })
    const { body } = await checked(await card.present(['name'], await ours()))
    expect(failed(body)).toEqual(['validity:bad'])
    world.clock.set('2026-11-23T02:00:00Z')
  })

  it('gets an answer it can read when nothing was sent', async () => {
    expect((await checked('')).status).toBe(422)
    expect((await wallet.post(at(credentialPaths.apiCheck), { other: 1 })).status).toBe(422)
  })
})

describe('a card pasted on the page', () => {
  it('is checked against the challenge of the page', async () => {
    const page = await world.get(credentialPaths.check)
    const codes = [...page.text.matchAll(/card-code">([^<]+)</g)].map((match) => match[1] as string)
    const presentation = await card.present(['name'], { nonce: codes[0] as string, audience: codes[1] as string })
    const good = await world.post(credentialPaths.check, { presentation, purpose: 'uji' })
    expect(`${good.status} ${good.plain()}`).toContain('200')
    expect(good.plain()).toContain('Sekar Wulandari')
    const again = await world.post(credentialPaths.check, { presentation })
    expect(again.status).toBe(422)
    expect(again.plain()).toContain('sudah pernah dipakai')
  })

  it('keeps the purpose when the card is missing', async () => {
    const refused = await world.post(credentialPaths.check, { presentation: '', purpose: 'sewa rumah' })
    expect(refused.status).toBe(422)
    expect(refused.fields()['purpose']).toBe('sewa rumah')
    expect(refused.plain()).toContain('Tempel kartu digital')
  })
})
