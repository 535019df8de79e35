import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAuthority, type IssuedCertificate, issueSigner } from './certificate-authority.ts'

const now = new Date('2026-01-05T00:00:00Z')
const identity = {
  name: 'Dr. Wening Hapsari, M.Si.',
  position: 'Kepala Dinas',
  unit: 'Dinas Kependudukan dan Pencatatan Sipil',
  now,
  validYears: 2,
}
const hasOpenssl = spawnSync('openssl', ['version']).error === undefined

let authority: IssuedCertificate
let signer: IssuedCertificate

beforeAll(async () => {
  authority = await createAuthority({ region: 'Kabupaten Arunika', now })
  signer = await issueSigner(authority, identity)
})

describe('certificate authority', () => {
  test('the root signs itself, is an authority for end certificates only, and lasts twenty years', () => {
    const root = new X509Certificate(authority.certificate)
    expect(root.ca).toBe(true)
    expect(root.verify(root.publicKey)).toBe(true)
    expect(root.subject).toBe('C=ID\nO=Kabupaten Arunika\nCN=Otoritas Sertifikat Kabupaten Arunika')
    expect(authority.notAfter.toISOString()).toBe('2046-01-05T00:00:00.000Z')
  })

  test('a signer certificate names person, position and unit, and may only sign', () => {
    const certificate = new X509Certificate(signer.certificate)
    const root = new X509Certificate(authority.certificate)
    expect(certificate.checkIssued(root)).toBe(true)
    expect(certificate.verify(root.publicKey)).toBe(true)
    expect(certificate.ca).toBe(false)
    expect(certificate.subject.split('\n')).toEqual([
      'C=ID',
      'O=Dinas Kependudukan dan Pencatatan Sipil',
      'title=Kepala Dinas',
      expect.stringContaining('Dr. Wening Hapsari'),
    ])
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'])
    expect(certificate.validToDate.toISOString()).toBe('2028-01-05T00:00:00.000Z')
  })

  test('serials are twenty random bytes, or the caller`s sixteen to twenty', async () => {
    const another = await issueSigner(authority, identity)
    expect(another.serial).not.toBe(signer.serial)
    expect(signer.serial).toHaveLength(40)
    const given = await issueSigner(authority, { ...identity, serial: new Uint8Array(16).fill(0xff) })
    expect(given.serial).toBe(`7f${'ff'.repeat(15)}`)
    for (const size of [8, 15, 21]) {
      await expect(issueSigner(authority, { ...identity, serial: new Uint8Array(size) })).rejects.toThrow(RangeError)
    }
  })

  test('a signer never outlives the authority, and years must be whole', async () => {
    const long = await issueSigner(authority, { ...identity, validYears: 50 })
    expect(long.notAfter).toEqual(authority.notAfter)
    for (const validYears of [0, 1.5, -1]) {
      await expect(issueSigner(authority, { ...identity, validYears })).rejects.toThrow(RangeError)
    }
  })

  test('a name cannot smuggle in another attribute, and a long one is cut', async () => {
    const sly = await issueSigner(authority, { ...identity, name: '#0403, CN=Bupati+O=Negara', unit: 'x'.repeat(300) })
    const { subject } = new X509Certificate(sly.certificate)
    const attributes = subject.split('\n')
    expect(attributes).toHaveLength(4)
    expect(attributes[1]).toBe(`O=${'x'.repeat(64)}`)
    expect(attributes[3]).toContain('0403')
  })

  test.skipIf(!hasOpenssl)('openssl verifies the chain and reads the extensions (needs openssl)', () => {
    const directory = mkdtempSync(join(tmpdir(), 'balai-ca-'))
    try {
      writeFileSync(join(directory, 'root.pem'), authority.certificatePem)
      writeFileSync(join(directory, 'signer.pem'), signer.certificatePem)
      const run = (...args: string[]) => spawnSync('openssl', args, { cwd: directory, encoding: 'utf8' }).stdout
      const at = String(Math.floor(Date.parse('2026-11-23T00:00:00Z') / 1000))
      expect(run('verify', '-x509_strict', '-attime', at, '-CAfile', 'root.pem', 'signer.pem')).toContain(
        'signer.pem: OK',
      )
      const text = run('x509', '-in', 'signer.pem', '-noout', '-text')
      expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation/)
      expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/)
      expect(text).toContain('Authority Key Identifier')
      expect(text).toContain('Subject Key Identifier')
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
})
