import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { birthCertificate } from '../typeset/specimens.ts'
import { typeset } from '../typeset/typeset.ts'
import { forms } from '../verify/testing/corpus-good.ts'
import { letter, writePdf } from '../verify/testing/make-pdf.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { createAuthority, type IssuedCertificate, issueSigner } from './certificate-authority.ts'
import { SignPdfError, signPdf } from './sign-pdf.ts'
import { findLastSignature } from './signature-dictionary.ts'
import { createLocalSigner, type DocumentSigner } from './signer.ts'

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

const verify = (pdf: Uint8Array) =>
  verifyPdf(pdf, { anchors: [authority.certificate], now: new Date('2026-12-01T00:00:00Z') })
const isGenuine = (pdf: Uint8Array) => verify(pdf).verdict === 'genuine'

describe('signPdf', () => {
  test('appends: what was there keeps its bytes, and the PDF/A metadata stay', () => {
    expect(Buffer.from(signed.subarray(0, unsigned.length))).toEqual(Buffer.from(unsigned))
    const appended = Buffer.from(signed.subarray(unsigned.length)).toString('latin1')
    expect(appended).toContain('/SubFilter /ETSI.CAdES.detached')
    expect(appended).toContain('/M (D:20261123034100Z)')
    expect(appended).not.toMatch(/Helvetica|NeedAppearances|\/BaseFont/)
  })

  test('our own check agrees: whole, unchanged, by the named person, at the given time', () => {
    const { verdict, signatures } = verify(signed)
    expect(verdict).toBe('genuine')
    expect(signatures).toMatchObject([
      {
        integrity: 'intact',
        covers: 'whole',
        trust: 'trusted',
        level: 'B-B',
        signer: { name: options.name, title: 'Kepala Dinas' },
        time: { at: options.signedAt.getTime(), proof: 'claimed' },
        problems: [],
      },
    ])
  })

  test('a second signature keeps the first one valid', async () => {
    const twice = await signPdf(signed, signer, {
      ...options,
      placement: { page: 0, rect: [300, 60, 500, 160] },
    })
    expect(verify(twice)).toMatchObject({
      verdict: 'genuine',
      signatures: [{ covers: 'whole-then-allowed' }, { covers: 'whole' }],
    })
  })

  test('signers who come later find their fields; no object of the letter is written anew for them', async () => {
    let file = await signPdf(unsigned, signer, { ...options, furtherFields: 2 })
    for (const more of [1, 2]) {
      const before = file
      file = await signPdf(file, signer, options)
      expect(file.subarray(0, before.length).equals(before)).toBe(true)
      const added = file.toString('latin1', before.length)
      expect(added).not.toMatch(/\/Type \/(Page|Catalog)\b|\/Fields/)
      expect(verify(file).signatures.map(({ field }) => field)).toHaveLength(more + 1)
    }
    expect(verify(file).verdict).toBe('genuine')
    const fourth = await signPdf(file, signer, options)
    expect(verify(fourth).signatures.map(({ field }) => field)).toEqual([1, 2, 3, 4].map((n) => `Tanda Tangan ${n}`))
    expect(isGenuine(fourth)).toBe(true)
  })

  test.each(forms)('files of others are signed in their own form (%s)', async (form) => {
    const other = writePdf(letter('Surat', 3), { form })
    const once = await signPdf(other, signer, options)
    const twice = await signPdf(once, signer, { ...options, placement: { page: 2, rect: [10, 10, 90, 40] } })
    expect(verify(twice)).toMatchObject({ verdict: 'genuine', signatures: [{}, { draws: false }] })
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
      expect(isGenuine(flip(signed, position))).toBe(false)
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
      const openssl = (content: Uint8Array) => {
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
      expect(openssl(data).stderr).toContain('CMS Verification successful')
      expect(openssl(flip(data, 100)).status).not.toBe(0)
      const printed = run('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'cms.der', '-noout').stdout
      expect(printed).toContain('signingCertificateV2')
      expect(printed).toContain('messageDigest')
      expect(printed).not.toContain('signingTime')
    },
  )
})
