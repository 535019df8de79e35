import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromRoot } from '#kernel/paths.ts'
import { readResponseCode, snapAnswer } from './answer.ts'
import {
  bodyHash,
  isSignedCall,
  isSignedTokenRequest,
  minify,
  readTimestamp,
  type SignedCall,
  signCall,
  stringToSign,
  writeTimestamp,
} from './signature.ts'

interface Vector {
  id: string
  kind: 'published' | 'derived' | 'negative'
  method: string
  path: string
  accessToken: string
  clientSecret: string
  timestamp: string
  body_as_sent: string
  minified: string
  body_sha256_hex: string
  stringToSign: string
  signature_base64: string
  public_key_pem_derived: string
  clientKey: string
}
const file = fromRoot('src/modules/billing/snap/vectors.json')
const vectors = (JSON.parse(readFileSync(file, 'utf8')) as { snap: Vector[] }).snap
const get = (id: string) => vectors.find((vector) => vector.id === id) as Vector
const callOf = (vector: Vector, raw: Uint8Array = Buffer.from(vector.body_as_sent)): SignedCall => ({
  method: vector.method,
  path: vector.path,
  token: vector.accessToken,
  raw,
  timestamp: vector.timestamp,
})

describe('a call of SNAP', () => {
  it.each(vectors.filter((vector) => vector.kind === 'derived'))('$id is signed as published', (vector) => {
    const call = callOf(vector)
    expect(minify(call.raw).toString()).toBe(vector.minified)
    expect(bodyHash(call.raw)).toBe(vector.body_sha256_hex)
    expect(stringToSign(call)).toBe(vector.stringToSign)
    expect(signCall(vector.clientSecret, call)).toBe(vector.signature_base64)
  })

  it('keeps its signature when white space between tokens is added, and loses it by any other change', () => {
    const vector = get('SNAP-D-005')
    const spaced = Buffer.from(JSON.stringify(JSON.parse(vector.body_as_sent), null, 3))
    expect(isSignedCall(vector.clientSecret, callOf(vector, spaced), vector.signature_base64)).toBe(true)
    const raw = Buffer.from(vector.body_as_sent)
    fc.assert(
      fc.property(fc.nat(raw.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(raw)
        changed[at] = ((changed[at] as number) + by) % 256
        fc.pre(!minify(changed).equals(minify(raw)))
        expect(isSignedCall(vector.clientSecret, callOf(vector, changed), vector.signature_base64)).toBe(false)
      }),
    )
  })

  it('is another call with its keys in another order', () => {
    expect(get('SNAP-D-001').signature_base64).not.toBe(get('SNAP-D-003').signature_base64)
  })

  it('is another call with the same moment written otherwise', () => {
    const vector = get('SNAP-D-001')
    const call = { ...callOf(vector), timestamp: '2026-01-15T02:30:00Z' }
    expect(isSignedCall(vector.clientSecret, call, vector.signature_base64)).toBe(false)
  })

  it('without a body is hashed as nothing', () => {
    expect(bodyHash(Buffer.alloc(0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
})

describe('minify', () => {
  it('is what JSON means, for whatever can be written', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 1, max: 4 }), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), null, indent)
        expect(minify(Buffer.from(spaced)).toString()).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('leaves numbers, escapes and nulls as they were sent', () => {
    const sent = '{ "a" : 1.0 , "b": "x\\/y \\" z" ,\n "c" : null }'
    expect(minify(Buffer.from(sent)).toString()).toBe('{"a":1.0,"b":"x\\/y \\" z","c":null}')
  })
})

describe('a request for a token', () => {
  const vector = get('SNAP-ASYM-001')
  const check = (clientKey: string, timestamp: string) =>
    isSignedTokenRequest(vector.public_key_pem_derived, clientKey, timestamp, vector.signature_base64)

  it('is proven by the key of the bank, for its client key and time only', () => {
    expect(check(vector.clientKey, vector.timestamp)).toBe(true)
    expect(check('G1234326-SNAP', vector.timestamp)).toBe(false)
    expect(check(vector.clientKey, '2023-07-31T07:10:01+07:00')).toBe(false)
    expect(isSignedTokenRequest('no key', 'a', 'b', 'c')).toBe(false)
  })
})

describe('what SNAP writes', () => {
  it('names a response by status, service and case', () => {
    expect(snapAnswer('inquiry', 'ok').body['responseCode']).toBe('2002400')
    expect(snapAnswer('payment', 'paid').body['responseCode']).toBe('4042514')
    expect(snapAnswer('create-va', 'ok').body['responseCode']).toBe('2002700')
    expect(readResponseCode('4042413')).toEqual({ result: 'wrong-amount', http: 404 })
    expect(readResponseCode('2004700').result).toBe('ok')
  })

  it('writes a time with the offset of the region and reads only times with one', () => {
    const at = Temporal.Instant.from('2026-01-15T02:30:00.4Z')
    expect(writeTimestamp(at, 'Asia/Jakarta')).toBe('2026-01-15T09:30:00+07:00')
    expect(readTimestamp('2026-01-15T09:30:00')).toBeUndefined()
    expect(readTimestamp('2026-13-15T09:30:00+07:00')).toBeUndefined()
    expect(readTimestamp('2026-01-15T09:30:00+07:00')?.toString()).toBe('2026-01-15T02:30:00Z')
  })
})
