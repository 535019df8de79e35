import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase32, toBase32 } from './base32.ts'
import { isInFilter, packFilter } from './revocation-filter.ts'
import { initialsOf, packStatement, readStatement, type Statement } from './statement.ts'

const certificate: Statement = {
  keyId: '0a1b2c3d',
  code: '8K2M4QXT',
  issuedOn: '2026-11-23',
  validTo: undefined,
  contentHash: '00112233445566778899aabbccddeeff',
  region: 'Kabupaten Arunika',
  title: 'Kutipan Akta Kelahiran',
  number: '9901-LT-23112026-0047',
  subject: 'K. A. H.',
  signer: 'Dr. Wening Hapsari, M.Si., Kepala Dinas Kependudukan dan Pencatatan Sipil',
}
const text = (statement: Statement, tail = new Uint8Array(64)) =>
  toBase32(Uint8Array.from([...packStatement(statement), ...tail]))
const codes = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 8, maxLength: 8 })

describe('a statement', () => {
  it('comes back as it was written', () => {
    expect(readStatement(text(certificate))?.statement).toEqual(certificate)
    expect(readStatement(text({ ...certificate, validTo: '2031-11-23' }))?.statement.validTo).toBe('2031-11-23')
  })

  it('with its signature fits a QR that a phone reads from paper', () => {
    expect(text(certificate).length).toBeLessThan(460)
    const long = {
      ...certificate,
      title: 'Persetujuan '.repeat(30),
      signer: 'Ir. '.repeat(60),
      number: '503/'.repeat(40),
    }
    expect(text(long).length).toBeLessThan(660)
  })

  it('cuts long words between letters and says so', () => {
    const read = readStatement(text({ ...certificate, title: 'é'.repeat(80) }))
    expect(read?.statement.title).toMatch(/^é+…$/)
  })

  it('is read in one way only: any other text is refused', () => {
    const good = text(certificate)
    for (const bad of ['', 'ILOU', good.slice(0, -1), `${good}0`, good.toLowerCase(), `9${good.slice(1)}`]) {
      expect(readStatement(bad)).toBeUndefined()
    }
    const bytes = Uint8Array.from([...packStatement(certificate), ...new Uint8Array(64)])
    for (const at of [30, 48]) {
      const changed = Uint8Array.from(bytes)
      changed[at] = 255
      expect(readStatement(toBase32(changed))).toBeUndefined()
    }
  })

  it('never throws, whatever somebody puts into a QR', () => {
    fc.assert(fc.property(fc.string(), (any) => void readStatement(any)))
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 90, maxLength: 200 }), (bytes) => {
        bytes[0] = 1
        readStatement(toBase32(bytes))
      }),
    )
  })

  it('names people by their initials, firms with their form', () => {
    expect(initialsOf('Kirana Ayu Hartono')).toBe('K. A. H.')
    expect(initialsOf('PT Sinar Makmur')).toBe('PT S. M.')
    expect(initialsOf('  ')).toBe('')
  })
})

it('base 32 gives back any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase32(toBase32(bytes))).toEqual(bytes)
    }),
  )
})

describe('the list of revoked codes', () => {
  it('finds every code that is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(codes, { maxLength: 60 }), async (revoked) => {
        const filter = await packFilter(revoked)
        for (const code of revoked) expect(await isInFilter(filter, code)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('finds hardly any other, and takes less than 18 bits a code', async () => {
    const code = (number: number) => toBase32(Uint8Array.from([9, number >> 16, (number >> 8) & 255, number & 255, 7]))
    const filter = await packFilter(Array.from({ length: 20_000 }, (_, number) => code(number)))
    expect((filter.bits.length * 8) / filter.count).toBeLessThan(18)
    let found = 0
    for (let number = 100_000; number < 100_300; number++) if (await isInFilter(filter, code(number))) found++
    expect(found).toBeLessThan(3)
  })

  it('that was cut off is refused rather than believed', async () => {
    const filter = await packFilter(['8K2M4QXT', '00000000', 'ZZZZZZZZ'])
    await expect(
      Promise.all(
        ['8K2M4QXT', '00000000', 'ZZZZZZZZ'].map((code) => isInFilter({ ...filter, bits: new Uint8Array() }, code)),
      ),
    ).rejects.toThrow('cut off')
  })
})
