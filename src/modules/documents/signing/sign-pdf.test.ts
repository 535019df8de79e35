import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { birthCertificate } from '../typeset/specimens.ts'
import { typeset } from '../typeset/typeset.ts'
import { createAuthority, type IssuedCertificate, issueSigner } from './certificate-authority.ts'
import { SignPdfError, signPdf } from './sign-pdf.ts'
import { findLastSignature } from './signature-dictionary.ts'
import { createLocalSigner, type DocumentSigner } from './signer.ts'
import { inspectSignatures, isIntact } from './verify-own.ts'

const now = new Date('2026-01-05T00:00:00Z')
const options = {
  reason: 'Penetapan (akta) /Contents <00> ✓',
  location: 'Arunika',
  name: 'Dr. Wening Hapsari, M.Si.',
  signedAt: new Date('2026-11-23T03:41:00Z'),
}
const identity = { name: options.name, position: 'Kepala Dinas', unit: 'Dinas Dukcapil', now, validYears: 2 }
const has = (binary: string) => spawnSync(binary, ['-v']).error === undefined
const directory = mkdtempSync(join(tmpdir(), 'balai-sign-'))

let authority: IssuedCertificate
let signer: DocumentSigner
let unsigned: Uint8Array
let signed: Uint8Array

beforeAll(async () => {
  authority = await createAuthority({ region: 'Kabupaten Arunika', now })
  const issued = await issueSigner(authority, identity)
  signer = await createLocalSigner(issued.certificate, [authority.certificate], issued.privateKey)
  unsigned = await typeset('birth-certificate', birthCertificate, { now: options.signedAt })
  signed = await signPdf(unsigned, signer, options)
})

afterAll(() => rmSync(directory, { recursive: true }))

/** In a home of its own: NSS would otherwise use the certificates of whoever runs the tests. */
const run = (binary: string, ...args: string[]) =>
  spawnSync(binary, args, { cwd: directory, encoding: 'utf8', env: { ...process.env, HOME: directory, TZ: 'UTC' } })

function pdfsig(pdf: Uint8Array): string {
  writeFileSync(join(directory, 'check.pdf'), pdf)
  return run('pdfsig', '-no-ocsp', 'check.pdf').stdout
}

function flip(pdf: Uint8Array, position: number): Uint8Array {
  const copy = Uint8Array.from(pdf)
  copy[position] = (copy[position] ?? 0) ^ 1
  return copy
}

const inspect = (pdf: Uint8Array) => inspectSignatures(pdf, { authorities: [authority.certificate] })

describe('signPdf', () => {
  test('appends: what was there keeps its bytes, and the PDF/A metadata stay', () => {
    expect(Buffer.from(signed.subarray(0, unsigned.length))).toEqual(Buffer.from(unsigned))
    const appended = Buffer.from(signed.subarray(unsigned.length)).toString('latin1')
    expect(appended).toContain('/SubFilter /ETSI.CAdES.detached')
    expect(appended).toContain('/M (D:20261123034100Z)')
    expect(appended).not.toMatch(/Helvetica|NeedAppearances|\/BaseFont/)
  })

  test('our own check agrees: whole, unchanged, by the named person, at the given time', () => {
    const [one, ...others] = inspect(signed)
    expect(others).toEqual([])
    expect(one).toMatchObject({
      coversWholeFile: true,
      digestMatches: true,
      cmsSignatureValid: true,
      trusted: true,
      signedAt: options.signedAt,
      problems: [],
    })
    expect(one?.signerSubject).toContain('Wening Hapsari')
    expect(isIntact(inspect(signed))).toBe(true)
  })

  test('a second signature keeps the first one valid', async () => {
    const twice = await signPdf(signed, signer, {
      ...options,
      placement: { page: 0, rect: [300, 60, 500, 160] },
    })
    const [first, second] = inspect(twice)
    expect(first).toMatchObject({ coversWholeFile: false, digestMatches: true, cmsSignatureValid: true })
    expect(second).toMatchObject({ coversWholeFile: true, digestMatches: true, cmsSignatureValid: true })
    expect(isIntact(inspect(twice))).toBe(true)
  })

  test('a taken field name, a missing page, no PDF and too little room are refused', async () => {
    const attempts = [
      signPdf(signed, signer, { ...options, fieldName: 'Tanda Tangan 1' }),
      signPdf(unsigned, signer, { ...options, placement: { page: 7, rect: [0, 0, 9, 9] } }),
      signPdf(Buffer.from('not a pdf'), signer, options),
      signPdf(unsigned, signer, { ...options, reserve: 500 }),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toThrow(SignPdfError)
  })

  test.skipIf(!has('pdfsig'))('pdfsig finds it valid, over the total document (needs poppler)', () => {
    const report = pdfsig(signed)
    expect(report).toContain('Signature is Valid')
    expect(report).toContain('Total document signed')
    expect(report).toContain('ETSI.CAdES.detached')
    expect(report).toContain('Dr. Wening Hapsari')
  })

  test.skipIf(!has('pdfsig'))('pdfsig refuses it after one byte changes (needs poppler)', () => {
    const [, length = 0] = findLastSignature(signed)?.byteRange ?? []
    for (const position of [Math.floor(unsigned.length / 3), unsigned.length - 300, length - 40, signed.length - 3]) {
      const report = pdfsig(flip(signed, position))
      expect(report).not.toContain('Signature is Valid')
      if (position === unsigned.length - 300) expect(report).toContain('Digest Mismatch')
      expect(isIntact(inspect(flip(signed, position)))).toBe(false)
    }
  })

  test.skipIf(!has('openssl'))(
    'openssl verifies the CMS up to the authority, and its attributes are PAdES (needs openssl)',
    () => {
      const found = findLastSignature(signed)
      if (!found) throw new Error('no signature')
      const { contentsStart, contentsEnd } = found
      const hex = Buffer.from(signed.subarray(contentsStart + 1, contentsEnd - 1)).toString('latin1')
      const cms = Buffer.from(hex, 'hex')
      writeFileSync(join(directory, 'cms.der'), cms.subarray(0, 4 + cms.readUInt16BE(2)))
      writeFileSync(join(directory, 'root.pem'), authority.certificatePem)
      const data = Buffer.concat([signed.subarray(0, contentsStart), signed.subarray(contentsEnd)])
      const at = String(options.signedAt.getTime() / 1000)
      const verify = (content: Uint8Array) => {
        writeFileSync(join(directory, 'data.bin'), content)
        const files = [
          '-inform',
          'DER',
          '-in',
          'cms.der',
          '-content',
          'data.bin',
          '-CAfile',
          'root.pem',
          '-out',
          'out.bin',
        ]
        return run('openssl', 'cms', '-verify', '-binary', '-purpose', 'any', '-attime', at, ...files)
      }
      expect(verify(data).stderr).toContain('CMS Verification successful')
      expect(verify(flip(data, 100)).status).not.toBe(0)
      const printed = run('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'cms.der', '-noout').stdout
      expect(printed).toContain('signingCertificateV2')
      expect(printed).toContain('messageDigest')
      expect(printed).not.toContain('signingTime')
    },
  )
})

describe('inspectSignatures', () => {
  test('an unsigned file, an empty one and noise have no signatures and are not intact', () => {
    for (const file of [unsigned, new Uint8Array(), Buffer.from('/ByteRange [0 1 2 3] endobj')]) {
      expect(inspect(file)).toEqual([])
      expect(isIntact(inspect(file))).toBe(false)
    }
  })

  test('a flipped bit anywhere in the signed range is never called intact', () => {
    const [, length = 0, resume = 0] = findLastSignature(signed)?.byteRange ?? []
    const total = length + signed.length - resume
    fc.assert(
      fc.property(fc.nat(total - 1), fc.integer({ min: 0, max: 7 }), (offset, bit) => {
        const position = offset < length ? offset : offset - length + resume
        const copy = Uint8Array.from(signed)
        copy[position] = (copy[position] ?? 0) ^ (1 << bit)
        const inspections = inspect(copy)
        expect(isIntact(inspections)).toBe(false)
        expect(inspections.some((one) => one.digestMatches && one.coversWholeFile)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('a changed CMS is refused, or the signed content is still the signer`s', () => {
    const found = findLastSignature(signed)
    const start = found?.contentsStart ?? 0
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3400 }), fc.constantFrom(...'0123456789ABCDEFG'), (offset, digit) => {
        const copy = Uint8Array.from(signed)
        copy[start + offset] = digit.charCodeAt(0)
        for (const one of inspect(copy)) {
          if (one.cmsSignatureValid) expect(one.signerSubject).toContain('Wening Hapsari')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('anything appended, removed or put in the gap is noticed', () => {
    const appended = Buffer.concat([signed, Buffer.from('\n1 0 obj\n<<>>\nendobj\n')])
    expect(inspect(appended)[0]).toMatchObject({ coversWholeFile: false, digestMatches: true })
    expect(isIntact(inspect(appended))).toBe(false)
    expect(isIntact(inspect(signed.subarray(0, -1)))).toBe(false)
    const inGap = Uint8Array.from(signed)
    inGap.set(Buffer.from('>/X <'), (findLastSignature(signed)?.contentsEnd ?? 0) - 40)
    expect(isIntact(inspect(inGap))).toBe(false)
    const inReserve = Uint8Array.from(signed)
    inReserve.set(Buffer.from('41'), (findLastSignature(signed)?.contentsEnd ?? 0) - 41)
    expect(isIntact(inspect(inReserve))).toBe(false)
  })

  test('a byte range that leaves out more than the signature is noticed', async () => {
    const text = Buffer.from(signed).toString('latin1')
    const [, a = 0, c = 0, d = 0] = findLastSignature(signed)?.byteRange ?? []
    const wider = text.replace(`[0 ${a} ${c} ${d}`, `[0 ${a - 5} ${c} ${d}`)
    expect(wider).not.toBe(text)
    expect(inspect(Buffer.from(wider, 'latin1'))[0]).toMatchObject({ coversWholeFile: false, digestMatches: false })
  })

  test('a signer of another authority is not trusted, nor one outside its validity', async () => {
    const other = await createAuthority({ region: 'Kabupaten Arunika', now })
    expect(inspectSignatures(signed, { authorities: [other.certificate] })[0]).toMatchObject({
      cmsSignatureValid: true,
      trusted: false,
    })
    const late = await signPdf(unsigned, signer, { ...options, signedAt: new Date('2029-01-01T00:00:00Z') })
    expect(inspect(late)[0]).toMatchObject({ digestMatches: true, cmsSignatureValid: true, trusted: false })
    expect(isIntact(inspect(late))).toBe(false)
  })
})
