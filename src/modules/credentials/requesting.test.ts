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

/** The request as the asker's page gives it to a wallet. */
async function asked() {
  const made = await world.post(credentialPaths.request, {
    kind: 'residence',
    fields: 'age_equal_or_over.18',
    asker: 'Bioskop Arunika',
    purpose: 'batas umur',
  })
  const path = String(made.location)
  const page = await world.get(path)
  const link = /openid4vp:[^"]+/.exec(page.text)?.[0]?.replaceAll('&amp;', '&') as string
  const request = Object.fromEntries(new URL(link.replace('openid4vp://', 'https://wallet.invalid/')).searchParams)
  return { path, page, request: request as Record<string, string> }
}

const respond = (request: Record<string, string>, presentation: string, state = request['state'] as string) =>
  wallet.post(
    request['response_uri'] as string,
    new URLSearchParams({ vp_token: JSON.stringify({ kartu: [presentation] }), state }),
  )
const proof = (request: Record<string, string>, changes: { audience?: string; nonce?: string } = {}) =>
  card.present(['age_equal_or_over', '18'], {
    nonce: changes.nonce ?? (request['nonce'] as string),
    audience: changes.audience ?? (request['client_id'] as string),
  })

describe('a card asked for from another wallet', () => {
  it('is asked for by DCQL, answered by the wallet, opened once, and recorded for the holder', async () => {
    const { path, page, request } = await asked()
    expect(page.plain()).toContain('Pemegang belum menjawab')
    expect(request).toMatchObject({ response_type: 'vp_token', response_mode: 'direct_post' })
    expect(request['client_id']).toBe(`redirect_uri:${request['response_uri']}`)
    const [wanted] = JSON.parse(request['dcql_query'] as string).credentials
    expect(wanted).toMatchObject({ format: 'dc+sd-jwt', claims: [{ path: ['age_equal_or_over', '18'] }] })
    expect(wanted.meta.vct_values).toEqual([card.payload['vct']])
    expect((await respond(request, await proof(request))).status).toBe(200)
    expect((await world.get(path)).plain()).toContain('Pemegang sudah menjawab')
    const opened = await world.post(path)
    expect(opened.plain()).toContain('Berumur 18 tahun atau lebih ya')
    expect(opened.plain()).not.toContain('Sekar')
    expect((await world.post(path)).status).toBe(404)
    const own = await world.get(credentialPaths.own, { as: world.sekar })
    expect(own.plain()).toContain('Bioskop Arunika, batas umur')
  })

  it('takes in nothing that was made for another request, another page, or twice', async () => {
    const { path, request } = await asked()
    const other = (await asked()).request
    const refused = async (presentation: string, state?: string) => {
      const { status, body } = await respond(request, presentation, state)
      expect(`${status} ${body['error']}`).toBe('400 invalid_request')
    }
    await refused(await proof(request), other['state'])
    await refused(await proof(request, { nonce: other['nonce'] as string }))
    await refused(await proof(request, { audience: 'https://other.example' }))
    await refused(`${card.jwt}~`)
    await refused('x')
    expect((await world.post(path)).status).toBe(404)
    expect((await respond(request, await proof(request))).status).toBe(200)
    await refused(await proof(request))
    world.clock.advance({ minutes: 11 })
    expect((await world.get(path)).status).toBe(404)
    world.clock.set('2026-11-23T02:00:00Z')
  })

  it('keeps what was chosen when something is missing', async () => {
    const refused = await world.post(credentialPaths.request, {
      kind: 'birth',
      fields: 'name',
      asker: '',
      purpose: 'uji',
    })
    expect(refused.status).toBe(422)
    expect(refused.fields()).toMatchObject({ kind: 'birth', purpose: 'uji', fields: 'name' })
    const none = await world.post(credentialPaths.request, { kind: 'birth', asker: 'Uji', purpose: 'uji' })
    expect(none.plain()).toContain('Pilih sedikitnya satu data')
  })
})
