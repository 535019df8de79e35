import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openKey, SealedKeyError, sealKey } from './key-sealing.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const key = fc.uint8Array({ minLength: 1, maxLength: 200 })

describe('sealed key', () => {
  test('opens with the same secret and id, and is never sealed the same way twice', () => {
    fc.assert(
      fc.property(key, bytes(32), fc.string(), (pkcs8, secret, id) => {
        const sealed = sealKey(pkcs8, secret, id)
        expect(Buffer.from(openKey(sealed, secret, id))).toEqual(Buffer.from(pkcs8))
        expect(Buffer.from(sealKey(pkcs8, secret, id))).not.toEqual(Buffer.from(sealed))
      }),
    )
  })

  test('another secret, another id or one changed bit do not open it', () => {
    fc.assert(
      fc.property(key, bytes(32), fc.nat(), fc.integer({ min: 0, max: 7 }), (pkcs8, secret, position, bit) => {
        const sealed = sealKey(pkcs8, secret, 'signer-1')
        const other = Uint8Array.from(secret, (byte, i) => (i === position % 32 ? byte ^ (1 << bit) : byte))
        const changed = Uint8Array.from(sealed, (byte, i) =>
          i === position % sealed.length ? byte ^ (1 << bit) : byte,
        )
        expect(() => openKey(sealed, other, 'signer-1')).toThrow(SealedKeyError)
        expect(() => openKey(sealed, secret, 'signer-2')).toThrow(SealedKeyError)
        expect(() => openKey(changed, secret, 'signer-1')).toThrow(SealedKeyError)
      }),
    )
  })

  test('a short secret or a short file is refused', () => {
    expect(() => sealKey(new Uint8Array(8), new Uint8Array(16), 'id')).toThrow(RangeError)
    expect(() => openKey(new Uint8Array(20), new Uint8Array(32), 'id')).toThrow(SealedKeyError)
    expect(() => openKey(new Uint8Array(), new Uint8Array(32), 'id')).toThrow(SealedKeyError)
  })
})
