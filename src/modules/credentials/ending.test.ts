import { randomUUID } from 'node:crypto'
import { importJWK, type JWK, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '#kernel/access/access.ts'
import { runCommand } from '#kernel/command/command.ts'
import { renewIssuerKey, tellEnded, tidyUp } from './commands/upkeep.ts'
import { credentialPaths } from './paths.ts'
import { statusAt, unpackBits } from './status/status-bits.ts'
import { CardWorld } from './testing.ts'
import type { HeldCard, TestWallet } from './testing-wallet.ts'

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

const take = async (card?: string) => {
  const { link, pin } = await world.offer(card)
  return wallet.take(link, pin)
}

/** As any program in the world reads it: the signed list at the address that the card names. */
async function isRevoked(card: HeldCard): Promise<boolean> {
  const { status_list: place } = card.payload['status'] as { status_list: { idx: number; uri: string } }
  const { text } = await wallet.get(place.uri, 'application/statuslist+jwt')
  const { body } = await wallet.get(`${world.issuer}${credentialPaths.jwtIssuer}`)
  const { keys } = body['jwks'] as { keys: JWK[] }
  const { payload } = await jwtVerify(
    text,
    async (header) => importJWK(keys.find(({ kid }) => kid === header.kid) as JWK, 'ES256'),
    { typ: 'statuslist+jwt', subject: place.uri, currentDate: new Date(wallet.seconds() * 1000) },
  )
  const list = payload['status_list'] as { bits: number; lst: string }
  expect(list.bits).toBe(1)
  return statusAt(unpackBits(list.lst), place.idx) === 1
}
const causeOf = async () => {
  const [row] = await world.query<{ revoked_cause: string }>(
    `select revoked_cause from credentials.credential order by issued_at desc, id desc limit 1`,
  )
  return row?.revoked_cause
}
const run = <I, R>(command: Parameters<typeof runCommand<I, R>>[0], input: I) =>
  runCommand(command, input, { tenant: world.place.tenant, actor: systemActor('test'), clock: world.clock })

describe('a card ends in the transaction that makes it untrue', () => {
  const birth = () => `birth.${world.ids.birth}`
  const cases: [string, () => string | undefined, string, string[]][] = [
    ['address-changed', () => undefined, `update people.family set address = 'Jalan Melati 2'`, ['residence']],
    ['address-changed', () => undefined, `update people.person set family_id = null where full_name like 'Sekar%'`, []],
    ['moved', () => undefined, `update people.person set status = 'moved' where full_name like 'Sekar%'`, []],
    [
      'data-changed',
      () => undefined,
      `update people.person set full_name = 'Sekar W.' where full_name like 'Sekar%'`,
      [],
    ],
    [
      'holder-died',
      birth,
      `update people.person set status = 'dead', died_on = '2026-11-22' where full_name like 'Sekar%'`,
      [],
    ],
    ['voided', birth, `update population.birth set voided_at = now(), voided_reason = 'putusan'`, []],
    ['corrected', birth, `update population.birth set corrected_at = now()`, []],
  ]
  it.each(cases)('%s', async (cause, kind, change) => {
    const card = await take(kind())
    expect(await isRevoked(card)).toBe(false)
    const before = { ...world.ids }
    await world.query(change)
    expect(await causeOf()).toBe(cause)
    expect(await isRevoked(card)).toBe(true)
    await world.query(`update people.family set address = 'Jalan Kenanga 14'`)
    await world.query(
      `update people.person set family_id = $1, status = 'active', died_on = null, full_name = 'Sekar Wulandari' where id = $2`,
      [before.family, before.sekar],
    )
    await world.query(`update population.birth set voided_at = null, voided_reason = null, corrected_at = null`)
  })

  it('noted: a note in the margin of the birth, which the next card then says', async () => {
    const card = await take(birth())
    await world.query(
      `insert into population.marginal_note (id, person_id, birth_id, case_id, register_number, note, noted_on, noted_at)
       values ($1, $2, $3, $1, '9901-PN-1', 'Nama berubah menjadi Arka Bimantara.', '2026-11-20', now())`,
      [randomUUID(), world.ids.arka, world.ids.birth],
    )
    expect(await causeOf()).toBe('noted')
    expect(await isRevoked(card)).toBe(true)
    expect((await take(birth())).values['remarks']).toBe('Nama berubah menjadi Arka Bimantara.')
  })

  it('is not there when that transaction fails', async () => {
    const card = await take()
    const client = await world.place.tenant.pools.writePool.connect()
    await client.query('begin')
    await client.query(`update people.family set address = 'Jalan Lain 1'`)
    await client.query('rollback')
    client.release()
    expect(await isRevoked(card)).toBe(false)
  })
})

describe('the person', () => {
  it('ends one card, or everything on a lost phone, and nobody else’s', async () => {
    const [first, second] = [await take(), await take()]
    const rows = await world.query<{ id: string; device_id: string }>(
      `select id, device_id from credentials.credential where revoked_at is null order by issued_at, id`,
    )
    const stranger = { ...world.sekar, accountId: 'x', personId: world.ids.arka }
    const [one] = rows.slice(-2)
    const attempt = await world.post(credentialPaths.remove, { credentialId: one?.id ?? '' }, { as: stranger })
    expect(attempt.status).toBe(404)
    expect(await isRevoked(first)).toBe(false)
    await world.post(credentialPaths.remove, { credentialId: one?.id ?? '' })
    expect([await isRevoked(first), await isRevoked(second)]).toEqual([true, false])
    const device = rows.at(-1)?.device_id ?? ''
    expect((await world.post(credentialPaths.lost, { deviceId: device }, { as: stranger })).status).toBe(404)
    const pending = await world.offer()
    await world.post(credentialPaths.lost, { deviceId: device })
    expect(await isRevoked(second)).toBe(true)
    expect((await wallet.readOffer(pending.link))['credential_issuer']).toBe(world.issuer)
  })

  it('is told once of a card that ended without his doing', async () => {
    await run(tellEnded, {})
    const count = async () =>
      Number((await world.query<{ n: string }>(`select count(*) as n from messaging.message`))[0]?.n)
    const before = await count()
    await take()
    await world.query(`update people.family set rt = '004'`)
    await run(tellEnded, {})
    expect(await count()).toBe(before + 1)
    await run(tellEnded, {})
    expect(await count()).toBe(before + 1)
  })
})

describe('the status list', () => {
  it('is the same text until something changes, and then another', async () => {
    const card = await take()
    const { status_list: place } = card.payload['status'] as { status_list: { uri: string } }
    const read = async (etag?: string) =>
      world.get(new URL(place.uri).pathname, { headers: etag ? { 'if-none-match': etag } : {} })
    const first = await read()
    expect(first.headers['content-type']).toContain('application/statuslist+jwt')
    expect((await read()).text).toBe(first.text)
    expect((await read(String(first.headers['etag']))).status).toBe(304)
    await world.query(`update people.family set rw = '006'`)
    const second = await read(String(first.headers['etag']))
    expect(second.status).toBe(200)
    expect(second.text).not.toBe(first.text)
    expect((await world.get('/kartu-digital/status/7')).status).toBe(404)
    expect(second.text.length).toBeLessThan(3000)
  })
})

describe('the key of the issuer', () => {
  it('is renewed when it is old; what the old one signed still holds', async () => {
    const old = await take()
    expect(await run(renewIssuerKey, {})).toBeUndefined()
    world.clock.advance({ hours: 24 * 366 })
    expect(await run(renewIssuerKey, {})).toEqual(expect.any(String))
    world.clock.set('2026-11-23T02:00:00Z')
    const fresh = await take()
    const kid = (card: HeldCard) =>
      JSON.parse(Buffer.from(card.jwt.split('.')[0] as string, 'base64url').toString()).kid
    expect(kid(fresh)).not.toBe(kid(old))
    const { body } = await wallet.get(`${world.issuer}${credentialPaths.jwtIssuer}`)
    const { keys } = body['jwks'] as { keys: JWK[] }
    expect(keys.map(({ kid: id }) => id)).toEqual([kid(fresh), kid(old)])
    expect(keys.every((key) => !('d' in key))).toBe(true)
    for (const card of [old, fresh]) {
      const challenge = await wallet.post(`${world.issuer}${credentialPaths.apiNonce}`)
      const { nonce, audience } = challenge.body as { nonce: string; audience: string }
      const answer = await wallet.post(`${world.issuer}${credentialPaths.apiCheck}`, {
        presentation: await card.present(['name'], { nonce, audience }),
      })
      expect(answer.body['valid']).toBe(true)
    }
  })

  it('old challenges, offers and what was never opened are erased', async () => {
    world.clock.advance({ hours: 24 * 8 })
    await run(tidyUp, {})
    const [row] = await world.query<{ n: string }>(
      `select (select count(*) from credentials.used_nonce) + (select count(*) from credentials.offer) +
       (select count(*) from credentials.showing where presentation_sealed is not null) as n`,
    )
    expect(Number(row?.n)).toBe(0)
  })
})
