import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBreached } from './auth/breach-check.ts'
import { isCommonPassword } from './auth/common-passwords.ts'
import { readSignInName } from './auth/sign-in-name.ts'
import { encodeBase32 } from './auth/totp.ts'
import { formatPhone, readEmail, readPhone } from './contact.ts'
import { deviceOf } from './device.ts'
import { findPasswordFault, lockMinutes, readCode } from './domain.ts'

describe('lock', () => {
  it('comes with every fifth failure, doubles, and never lasts longer than a day', () => {
    expect([0, 1, 4, 5, 6, 9, 10, 15, 20].map(lockMinutes)).toEqual([0, 0, 0, 15, 0, 0, 30, 60, 120])
    fc.assert(fc.property(fc.nat(100_000), (n) => lockMinutes(n) <= 24 * 60))
  })
})

describe('password', () => {
  const owner = {
    names: ['Sekar Ayuningtyas', 'Sekar', 'Ayuningtyas'],
    numbers: ['9901026203840007', '+6281234567890'],
    birthOn: '1984-03-22',
  }
  const fault = (password: string) => findPasswordFault(password, owner, isCommonPassword)

  it('is only too short, too long, personal or common', () => {
    expect(fault('pendek')).toBe('too-short')
    expect(fault('a b'.repeat(80))).toBe('too-long')
    expect(['9901026203840007', 'ayuningtyas1', 'Sekar.Ayuningtyas', '22-03-1984!!', '22031984abc'].map(fault)).toEqual(
      Array(5).fill('personal'),
    )
    expect(
      [
        '1234567890',
        'Password123!',
        'P4ssw0rd!!',
        'qwertyuiop',
        'aaaaaaaaaaaa',
        'bismillah123',
        'sayangsayang',
        'abcabcabcabc',
      ].map(fault),
    ).toEqual(Array(8).fill('common'))
  })

  it('may be a plain sentence, with any signs', () => {
    for (const good of [
      'tiga ekor kambing hijau',
      'kuda nil berenang',
      'Ibu Sekar membeli tempe di pasar',
      'ꦲꦏ꧀ꦱꦫꦗꦮꦏꦸꦤ',
      'x9$kk2!mmpl',
    ]) {
      expect(fault(good), good).toBeUndefined()
    }
  })

  it('is never blocked by a breach list that does not answer', async () => {
    expect(await isBreached(undefined, 'x')).toBe(false)
    expect(await isBreached('http://127.0.0.1:9/', 'x')).toBe(false)
  })
})

describe('what people type', () => {
  it('tells citizens from employees', () => {
    expect(readSignInName('99.01.02 620384-0007')).toEqual({
      kind: 'citizen',
      scheme: 'nik',
      value: '9901026203840007',
    })
    expect(readSignInName(' 19900715 201503 2 001 ')).toEqual({
      kind: 'staff',
      scheme: 'nip',
      value: '199007152015032001',
    })
    expect(readSignInName('Laras@Pemkab.Example')).toEqual({
      kind: 'staff',
      scheme: 'email',
      value: 'laras@pemkab.example',
    })
  })

  it('are codes with or without spaces', () => {
    expect(readCode('123 456')).toEqual({ kind: 'totp', code: '123456' })
    expect(readCode('ab3de-9xyz1')).toEqual({ kind: 'backup', code: 'ab3de-9xyz1' })
    expect(readCode('AB3DE9XYZ1')?.kind).toBe('backup')
    expect(readCode('12345')).toBeUndefined()
  })

  it('are numbers and addresses in many ways', () => {
    expect(['0812 3456 7890', '+62 812-3456-7890', '62(812)34567890'].map(readPhone)).toEqual(
      Array(3).fill('+6281234567890'),
    )
    expect(['12', '0012345678', 'abc'].map(readPhone)).toEqual([undefined, undefined, undefined])
    expect(formatPhone('+6281234567890')).toBe('0812-3456-7890')
    expect(
      ['a@b.id', 'a@b', 'a b@c.id', '<a@b.id>', 'x@y.z'.padStart(250, 'x')].map((typed) => Boolean(readEmail(typed))),
    ).toEqual([true, false, false, false, false])
  })
})

describe('small things', () => {
  it('names devices as their owners do', () => {
    expect(
      deviceOf(
        'Mozilla/5.0 (Linux; Android 13; SM-A047F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
      ),
    ).toEqual({ browser: 'Chrome', system: 'Android' })
    expect(
      deviceOf(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      ),
    ).toEqual({ browser: 'Safari', system: 'iPhone' })
    expect(deviceOf('curl/8')).toBeUndefined()
  })

  it('writes base32 as RFC 4648 does', () => {
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => encodeBase32(Buffer.from(text)))).toEqual([
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ])
  })
})
