import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

describe('two at the same moment', () => {
  it('redeem one offer: one of them gets the card', async () => {
    const { link, pin } = await world.offer()
    const offer = await wallet.readOffer(link)
    const tokens = await Promise.all([1, 2, 3, 4].map(() => wallet.token(offer, pin)))
    expect(tokens.filter(({ status }) => status === 200)).toHaveLength(1)
    const token = String(tokens.find(({ status }) => status === 200)?.body['access_token'])
    const cards = await Promise.all([1, 2, 3].map(() => wallet.credential(offer, token)))
    expect(cards.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('open one code: one of them sees it', async () => {
    const { link, pin } = await world.offer()
    const card = await wallet.take(link, pin)
    const challenge = await wallet.post(`${world.issuer}${credentialPaths.walletNonce}`)
    const presentation = await card.present(['name'], challenge.body as { nonce: string; audience: string })
    const shown = await wallet.post(`${world.issuer}${credentialPaths.show}`, {
      presentation,
      audience: 'Bank Kencana',
      purpose: 'uji',
    })
    const path = new URL(String(shown.body['link'])).pathname
    const seen = await Promise.all([1, 2, 3].map(() => world.post(path)))
    expect(seen.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  })

  it('fetch a card and move: no card that holds says the old address', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { link, pin } = await world.offer()
      const offer = await wallet.readOffer(link)
      const token = String((await wallet.token(offer, pin)).body['access_token'])
      const [answer] = await Promise.all([
        wallet.credential(offer, token),
        // As every command does it.
        world.place.tenant.pools.write
          .transaction()
          .setIsolationLevel('serializable')
          .execute((tx) =>
            tx
              .updateTable('people.family')
              .set({ address: `Jalan Baru ${round}` })
              .execute(),
          )
          .catch(() => undefined),
      ])
      const [held] = (answer.body['credentials'] ?? []) as { credential: string }[]
      const says = (held?.credential ?? '')
        .split('~')
        .map((part) => Buffer.from(part, 'base64url').toString())
        .join()
      const [row] = await world.query<{ revoked_at: Date | null; address: string }>(
        `select c.revoked_at, f.address from credentials.credential c cross join people.family f
         order by c.issued_at desc, c.id desc limit 1`,
      )
      if (held && !row?.revoked_at) expect(says).toContain(row?.address)
    }
  })
})
