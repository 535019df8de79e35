import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { compactVerify, importJWK, type JWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { digestOf, hideClaims, type JsonObject } from './disclosures.ts'
import { checkBinding, readJson } from './key-binding.ts'
import { splitSdJwt } from './parse.ts'
import { DisclosureError, reveal } from './reveal.ts'
import rfc from './testing/rfc9901.json' with { type: 'json' }

const payload = readJson(rfc.jwt.split('.')[1]) as JsonObject
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const faultOf = (work: () => unknown): string | undefined => {
  try {
    work()
    return undefined
  } catch (error) {
    return error instanceof DisclosureError ? error.fault : String(error)
  }
}

describe('the example of RFC 9901', () => {
  it('is signed by the key of its appendix', async () => {
    const key = await importJWK(rfc.issuerKey as JWK, 'ES256')
    await expect(compactVerify(rfc.jwt, key, { algorithms: ['ES256'] })).resolves.toBeDefined()
  })

  it('shows every claim with all disclosures, and nothing of the mechanism', () => {
    const { claims } = reveal(payload, Object.values(rfc.disclosures))
    expect(claims).toMatchObject({
      given_name: 'John',
      family_name: 'Doe',
      email: 'johndoe@example.com',
      phone_number_verified: true,
      address: { street_address: '123 Main St', locality: 'Anytown', region: 'Anystate', country: 'US' },
      birthdate: '1940-01-01',
      updated_at: 1570000000,
      nationalities: ['US', 'DE'],
      sub: 'user_42',
    })
    expect(Object.keys(claims)).not.toContain('_sd')
    expect(Object.keys(claims)).not.toContain('_sd_alg')
  })

  it('shows only what was chosen', () => {
    const { family_name, address, given_name, US } = rfc.disclosures
    const { claims, shown } = reveal(payload, [family_name, address, given_name, US])
    expect(claims['nationalities']).toEqual(['US'])
    expect(claims).not.toHaveProperty('email')
    expect(claims).not.toHaveProperty('birthdate')
    expect(shown).toHaveLength(4)
    expect(reveal(payload, []).claims['nationalities']).toEqual([])
  })

  it('refuses a disclosure that belongs nowhere, stands twice, was changed, or hides another claim', () => {
    const { given_name } = rfc.disclosures
    expect(faultOf(() => reveal(payload, [given_name, encode(['salt', 'foo', 'bar'])]))).toBe('foreign')
    expect(faultOf(() => reveal(payload, [given_name, given_name]))).toBe('repeated')
    expect(faultOf(() => reveal(payload, [encode(['2GLC42sKQveCfGfryNRN9w', 'given_name', 'Jane'])]))).toBe('foreign')
    expect(faultOf(() => reveal(payload, ['AAAA']))).toBe('unreadable')
    const iss = encode(['salt', 'iss', 'https://evil.example'])
    expect(faultOf(() => reveal({ iss: 'https://a.example', _sd: [digestOf(iss)] }, [iss]))).toBe('name-taken')
    const inner = encode(['salt', '_sd', []])
    expect(faultOf(() => reveal({ _sd: [digestOf(inner)] }, [inner]))).toBe('reserved-name')
    expect(faultOf(() => reveal({ _sd: [digestOf(given_name), digestOf(given_name)] }, [given_name]))).toBe('repeated')
    expect(faultOf(() => reveal({ _sd: [], _sd_alg: 'md5' }, []))).toBe('unknown-hash')
    expect(faultOf(() => reveal({ '...': 'x' }, []))).toBe('reserved-name')
  })
})

describe('claims that we hide', () => {
  const { object, disclosures } = hideClaims({
    name: { hidden: 'Sekar' },
    address: { hidden: { village: { hidden: 'Sukawening' }, district: { hidden: 'Mekarsari' } } },
  })

  it('come back whole, and each nested one by itself', () => {
    expect(reveal(object, disclosures).claims).toEqual({
      name: 'Sekar',
      address: { village: 'Sukawening', district: 'Mekarsari' },
    })
    const named = (name: string) =>
      disclosures.find((one) => JSON.parse(Buffer.from(one, 'base64url').toString())[1] === name) as string
    expect(reveal(object, [named('address'), named('village')]).claims).toEqual({ address: { village: 'Sukawening' } })
    expect(faultOf(() => reveal(object, [named('village')]))).toBe('foreign')
  })

  it('tell nothing by their digests: salts differ and the order is that of the digests', () => {
    const again = hideClaims({ name: { hidden: 'Sekar' } })
    expect((again.object['_sd'] as string[])[0]).not.toBe(disclosures.map(digestOf)[0])
    const digests = object['_sd'] as string[]
    expect([...digests].sort()).toEqual(digests)
    expect(digests).toContain(
      createHash('sha256')
        .update(disclosures[0] as string)
        .digest('base64url'),
    )
  })
})

describe('the proof of the holder', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const holderKey = publicKey.export({ format: 'jwk' }) as JWK
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z')
  const bound = `${rfc.jwt}~${rfc.disclosures.given_name}~`
  const expected = { bound, holderKey, now, audience: 'https://check.example' }
  const good = {
    iat: now.epochMilliseconds / 1000,
    aud: 'https://check.example',
    nonce: 'n-0S6_WzA2Mj',
    sd_hash: digestOf(bound),
  }
  const make = (body: object, header: object = { alg: 'ES256', typ: 'kb+jwt' }) => {
    const text = `${encode(header)}.${encode(body)}`
    const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' })
    return `${text}.${signature.toString('base64url')}`
  }

  it('holds for this text, audience, challenge and time', async () => {
    expect(await checkBinding(make(good), expected)).toEqual({ nonce: 'n-0S6_WzA2Mj' })
    expect(await checkBinding(make(good), { ...expected, nonce: 'n-0S6_WzA2Mj' })).toEqual({ nonce: 'n-0S6_WzA2Mj' })
  })

  it.each([
    ['missing', undefined],
    ['unreadable', 'a.b.c'],
    ['algorithm', make(good, { alg: 'none', typ: 'kb+jwt' })],
    ['kind', make(good, { alg: 'ES256', typ: 'JWT' })],
    ['content', make({ ...good, sd_hash: digestOf(`${rfc.jwt}~`) })],
    ['audience', make({ ...good, aud: 'https://other.example' })],
    ['nonce', make({ ...good, nonce: '' })],
    ['time', make({ ...good, iat: good.iat - 3600 })],
    ['time', make({ ...good, iat: good.iat + 3600 })],
  ])('is refused for %s', async (fault, jwt) => {
    expect(await checkBinding(jwt, expected)).toEqual({ fault })
  })

  it('is refused under another key, and for another challenge than was asked', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) as JWK
    expect(await checkBinding(make(good), { ...expected, holderKey: other })).toEqual({ fault: 'key' })
    expect(await checkBinding(make(good), { ...expected, nonce: 'another-one' })).toEqual({ fault: 'nonce' })
  })
})

describe('the text of a card', () => {
  it.each(['', 'eyJ', rfc.jwt, `${rfc.jwt}~~`, `${rfc.jwt}~a b~`, `${rfc.jwt}~x`, `${'a~'.repeat(200)}`])(
    'is not read when it is not whole: %#',
    (text) => {
      expect(splitSdJwt(text)).toBeUndefined()
    },
  )

  it('is split at its proof, which binds everything before it', () => {
    const parts = splitSdJwt(`${rfc.jwt}~${rfc.disclosures.US}~${rfc.jwt}`)
    expect(parts).toEqual({
      jwt: rfc.jwt,
      disclosures: [rfc.disclosures.US],
      keyBinding: rfc.jwt,
      bound: `${rfc.jwt}~${rfc.disclosures.US}~`,
    })
    expect(splitSdJwt(`${rfc.jwt}~`)?.keyBinding).toBeUndefined()
  })
})
