import { spawnSync } from 'node:child_process'
import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letter, writePdf } from '../verify/testing/make-pdf.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { certifySigner, createAuthority } from './certificate-authority.ts'
import { signPdf } from './sign-pdf.ts'
import { createTokenKey, createTokenSigner, type Token, TokenError } from './token-signer.ts'

const module = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'].find((path) =>
  existsSync(path),
)
const isThere = (name: string) => spawnSync(name, ['--version']).error === undefined
const hasToken = module !== undefined && isThere('softhsm2-util') && isThere('pkcs11-tool')
const folder = mkdtempSync(join(tmpdir(), 'balai-token-'))
const token: Token = { module: module ?? '', label: 'balai', pin: '271828' }

beforeAll(() => {
  if (!hasToken) return
  mkdirSync(join(folder, 'tokens'))
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf')
  writeFileSync(join(folder, 'softhsm2.conf'), `directories.tokendir = ${join(folder, 'tokens')}\n`)
  spawnSync('softhsm2-util', ['--init-token', '--free', '--label', 'balai', '--so-pin', '314159', '--pin', token.pin])
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(!hasToken)('a key in a token (needs SoftHSM2 and OpenSC)', () => {
  test('makes a key that stays there, and signatures that the public key verifies', async () => {
    const key = await createTokenKey(token, 'Dr. Wening Hapsari; rm -rf /')
    const signer = createTokenSigner(token, key.id, new Uint8Array(), [])
    const signature = await signer.sign(Buffer.from('surat'))
    const publicKey = createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' })
    expect(verify('sha256', Buffer.from('surat'), publicKey, signature)).toBe(true)
    expect(verify('sha256', Buffer.from('palsu'), publicKey, signature)).toBe(false)
  })

  test('signs a letter that verifies like any other', async () => {
    const now = new Date('2026-11-23T03:41:00Z')
    const authority = await createAuthority({ region: 'Kabupaten Arunika', now })
    const key = await createTokenKey(token, 'Kepala Dinas')
    const identity = { name: 'Dr. Wening Hapsari, M.Si.', position: 'Kepala Dinas', unit: 'Dinas', now, validYears: 2 }
    const { certificate } = await certifySigner(authority, identity, key.publicKey)
    expect(new X509Certificate(certificate).verify(new X509Certificate(authority.certificate).publicKey)).toBe(true)
    const signer = createTokenSigner(token, key.id, certificate, [authority.certificate])
    const words = { reason: 'Akta', location: 'Arunika', name: identity.name, signedAt: now }
    const file = await signPdf(writePdf(letter('Surat')), signer, words)
    expect(verifyPdf(file, { anchors: [authority.certificate], now }).verdict).toBe('genuine')
  })

  test('a wrong PIN, a missing key and a missing token are refused', async () => {
    const known = await createTokenKey(token, 'Sekretaris')
    const attempts = [
      createTokenSigner({ ...token, pin: '000000' }, known.id, new Uint8Array(), []),
      createTokenSigner(token, 'ffff', new Uint8Array(), []),
      createTokenSigner({ ...token, label: 'lain' }, known.id, new Uint8Array(), []),
      createTokenSigner({ ...token, module: '/tidak/ada.so' }, known.id, new Uint8Array(), []),
    ]
    for (const signer of attempts) await expect(signer.sign(Buffer.from('x'))).rejects.toThrow(TokenError)
  })
})
