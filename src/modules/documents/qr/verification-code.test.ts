import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newVerificationCode, parseVerificationCode } from './verification-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = fc
  .uint8Array({ minLength: 8, maxLength: 8 })
  .map((bytes) => newVerificationCode(() => bytes).replaceAll('-', ''))
const position = fc.integer({ min: 0, max: 9 })

const replaceAt = (text: string, at: number, character: string) => text.slice(0, at) + character + text.slice(at + 1)

describe('verification code', () => {
  test('has the printed shape and parses to itself', () => {
    const fresh = newVerificationCode()
    expect(fresh).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/)
    expect(parseVerificationCode(fresh)).toBe(fresh)
  })

  test('lower case, spaces, dashes and O/0, I/L/1 confusion are forgiven', () => {
    fc.assert(
      fc.property(code, (valid) => {
        const typed = ` ${valid.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `
        const spaced = typed.replace(/(.{3})/g, '$1 – ')
        expect(parseVerificationCode(spaced)?.replaceAll('-', '')).toBe(valid)
        expect(parseVerificationCode(valid.replaceAll('1', 'I'))?.replaceAll('-', '')).toBe(valid)
      }),
    )
  })

  test('any single substitution is detected', () => {
    fc.assert(
      fc.property(code, position, fc.integer({ min: 1, max: 31 }), (valid, at, shift) => {
        const wrong = ALPHABET[(ALPHABET.indexOf(valid[at] as string) + shift) % 32] as string
        expect(parseVerificationCode(replaceAt(valid, at, wrong))).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('any transposition of two different characters is detected, adjacent or not', () => {
    fc.assert(
      fc.property(code, position, position, (valid, a, b) => {
        fc.pre(valid[a] !== valid[b])
        const swapped = replaceAt(replaceAt(valid, a, valid[b] as string), b, valid[a] as string)
        expect(parseVerificationCode(swapped)).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('any two substitutions are detected', () => {
    fc.assert(
      fc.property(code, code, position, position, (valid, other, a, b) => {
        const wrong = replaceAt(replaceAt(valid, a, other[a] as string), b, other[b] as string)
        fc.pre(wrong !== valid)
        expect(parseVerificationCode(wrong)).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('anything else is undefined and never an exception', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseVerificationCode(text)
        expect(parsed === undefined || parseVerificationCode(parsed) === parsed).toBe(true)
      }),
    )
    for (const text of ['', '8K2M', 'UUUU-UUUU-UU', '8K2M-4QXT-911'])
      expect(parseVerificationCode(text)).toBeUndefined()
  })

  test('too few random bytes are refused', () => {
    expect(() => newVerificationCode(() => new Uint8Array(3))).toThrow(RangeError)
  })
})
