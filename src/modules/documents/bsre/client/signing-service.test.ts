import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '#kernel/testing/free-port.ts'
import { createAuthority } from '../../signing/certificate-authority.ts'
import { signedBirthCertificate } from '../../testing.ts'
import { hasOtherVerifiers, OtherVerifiers } from '../../verify/testing/other-verifiers.ts'
import { checkSigned } from '../check-signed.ts'
import type { Mishap } from '../simulator/simulated-account.ts'
import { nationalService, passphrase } from '../testing/national-service.ts'
import { ServiceRefusal, type SignerSecret } from './signing-service.ts'

const nik = '9901011405710001'
const now = new Date('2026-11-23T03:45:00Z')
const signer = { names: ['Dr. Wening Hapsari, M.Si.', 'Wening Hapsari'], nik }
const account = { nik, name: 'Dr. Wening Hapsari, M.Si.', passphrase, state: 'ISSUE' as const }

let national: Awaited<ReturnType<typeof nationalService>>
let letter: Awaited<ReturnType<typeof signedBirthCertificate>>

beforeAll(async () => {
  const others = [
    { ...account, nik: '9901011405710002', state: 'EXPIRED' as const },
    { ...account, nik: '9901011405710003', state: 'NEW' as const },
  ]
  national = await nationalService([account, ...others], () => now)
  letter = await signedBirthCertificate()
})
afterAll(() => national.service.close())
beforeEach(() => {
  national.office.mishaps.length = 0
})

const secretOf = (text = passphrase): SignerSecret => ({ kind: 'passphrase', text })
const sign = (
  version: 1 | 2,
  options: { files?: Buffer[]; secret?: SignerSecret; who?: string; timeoutMs?: number } = {},
) =>
  national.client(version, options.timeoutMs).sign({
    nik: options.who ?? nik,
    secret: options.secret ?? secretOf(),
    files: options.files ?? [letter.once],
    reason: 'Akta kelahiran',
    location: 'Arunika',
  })
const check = (sent: Buffer, returned: Uint8Array) =>
  checkSigned(sent, returned, signer, {
    trust: { anchors: [letter.authority, national.authority.certificate], now },
    national: [national.authority.certificate],
  })

describe.each([1, 2] as const)('version %i of the interface', (version) => {
  it('signs, and the signature holds behind the one that was there', async () => {
    const outcome = await sign(version)
    expect(outcome.kind).toBe('signed')
    if (outcome.kind !== 'signed') return
    const [file = Buffer.alloc(0)] = outcome.files
    expect(check(letter.once, file)).toMatchObject({ level: 'B-B', signedAt: now })
    expect(await national.client(version).verify(file)).toMatchObject({ valid: true, signatures: { length: 2 } })
    const spoilt = Buffer.from(file)
    spoilt[300] = (spoilt[300] as number) ^ 1
    expect(await national.client(version).verify(spoilt)).toMatchObject({ valid: false })
  })

  it.skipIf(!hasOtherVerifiers)('pdfsig finds both signatures valid', async () => {
    const outcome = await sign(version)
    const folder = mkdtempSync(join(tmpdir(), 'balai-national-'))
    mkdirSync(folder, { recursive: true })
    const others = new OtherVerifiers(folder, Buffer.from(national.authority.certificate))
    expect(others.pdfsig(Buffer.from(outcome.kind === 'signed' ? (outcome.files[0] as Uint8Array) : []))).toBe(true)
    rmSync(folder, { recursive: true })
  })

  it('tells a wrong passphrase, an unknown signer and a certificate that cannot be used', async () => {
    expect(await sign(version, { secret: secretOf('bukan-ini') })).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'wrong-secret', code: 2031 },
    })
    expect(await sign(version, { who: '9901011405719999' })).toMatchObject({
      refusal: { kind: 'not-registered', code: 2011 },
    })
    expect(await sign(version, { who: '9901011405710002' })).toMatchObject({ kind: 'refused', refusal: { code: 2021 } })
    expect(await national.client(version).certificateState(nik)).toBe('ISSUE')
    expect(await national.client(version).certificateState('9901011405710002')).toBe('EXPIRED')
    expect(await national.client(version).certificateState('9901011405719999')).toBe('NOT_REGISTERED')
  })

  it.each<[Mishap, object]>([
    ['error-in-200', { kind: 'refused', refusal: { code: 2040 } }],
    ['redirect', { kind: 'refused', refusal: { kind: 'redirect' } }],
    ['server-error', { kind: 'unknown', cause: 'server-error' }],
    ['drop-before', { kind: 'unknown', cause: 'cut' }],
    ['drop-after-signing', { kind: 'unknown', cause: 'cut' }],
    ['half-written', { kind: 'unknown', cause: 'cut' }],
    ['endless', { kind: 'unknown', cause: 'too-long' }],
  ])('an answer that is %s is never a signature', async (mishap, outcome) => {
    national.office.mishaps.push(mishap)
    expect(await sign(version)).toMatchObject(outcome)
  })

  it.each<[Mishap, string]>([
    ['wrong-file', 'not-continued'],
    ['unsigned', 'not-continued'],
    ['rewritten', 'not-continued'],
    ['other-signer', 'other-signer'],
    ['unknown-authority', 'unknown-authority'],
  ])('a file that is %s is refused when it is looked at', async (mishap, fault) => {
    national.office.mishaps.push(mishap)
    const outcome = await sign(version)
    expect(outcome.kind).toBe('signed')
    expect(outcome.kind === 'signed' && check(letter.once, outcome.files[0] as Uint8Array)).toEqual({ fault })
  })

  it('waits no longer than it was told', async () => {
    national.office.mishaps.push('slow')
    expect(await sign(version, { timeoutMs: 300 })).toMatchObject({ kind: 'unknown', cause: 'timeout' })
  })

  it('knows that nothing was signed where nobody listens, or the line is not proven', async () => {
    const port = await freePort()
    const { serviceVersion1 } = await import('./version-1.ts')
    const { serviceVersion2 } = await import('./version-2.ts')
    const at = (url: string) => {
      const endpoint = { ...national.endpoint(), url }
      return (version === 1 ? serviceVersion1(endpoint) : serviceVersion2(endpoint)).sign({
        nik,
        secret: secretOf(),
        files: [letter.once],
        reason: '',
        location: '',
      })
    }
    expect(await at(`http://127.0.0.1:${port}`)).toEqual({ kind: 'unreachable', problem: 'unreachable' })
    // A server that speaks no TLS at all cannot prove who it is either.
    expect(await at(national.service.url.replace('http:', 'https:'))).toMatchObject({ kind: 'unreachable' })
    const { certificatePem, privateKey } = await createAuthority({ region: 'Palsu', now: new Date() })
    const key = `-----BEGIN PRIVATE KEY-----\n${Buffer.from(privateKey).toString('base64')}\n-----END PRIVATE KEY-----\n`
    let requests = 0
    const forged = createSecureServer({ key, cert: certificatePem }, () => {
      requests += 1
    })
    await new Promise<void>((resolve) => forged.listen(0, '127.0.0.1', resolve))
    const url = `https://127.0.0.1:${(forged.address() as AddressInfo).port}`
    expect(await at(url)).toEqual({ kind: 'unreachable', problem: 'certificate' })
    expect(requests).toBe(0)
    await new Promise((resolve) => forged.close(resolve))
  })

  it('never repeats the passphrase in what it gives back', async () => {
    national.office.mishaps.push('error-in-200')
    const said = [await sign(version), await sign(version, { secret: secretOf('bukan-ini') })]
    expect(JSON.stringify(said)).not.toMatch(/Rahasia-Sekali|bukan-ini/)
  })
})

describe('what only one version has', () => {
  it('version 1 fetches what a cut line left behind, by the id that had come', async () => {
    national.office.mishaps.push('half-written')
    const outcome = await sign(1)
    expect(outcome).toMatchObject({ kind: 'unknown', remoteId: expect.stringMatching(/^[0-9a-f]{24}$/) })
    const remoteId = outcome.kind === 'unknown' ? (outcome.remoteId ?? '') : ''
    const file = await national.client(1).fetchSigned?.(remoteId)
    expect(file && check(letter.once, file)).toMatchObject({ level: 'B-B' })
    await expect(national.client(1).fetchSigned?.('0000')).rejects.toBeInstanceOf(ServiceRefusal)
  })

  it('version 1 fetches the file when the body is rubbish but the id is there', async () => {
    national.office.mishaps.push('rubbish')
    expect(await sign(1)).toMatchObject({ kind: 'signed' })
  })

  it('version 2 signs several files with one code, and no more than the code is for', async () => {
    const client = national.client(2)
    await client.requestCode?.(nik, 2)
    const totp: SignerSecret = { kind: 'totp', text: national.office.codeOf(nik) ?? '' }
    const files = [letter.once, letter.twice]
    const outcome = await sign(2, { files, secret: totp })
    expect(
      outcome.kind === 'signed' && outcome.files.map((file, index) => check(files[index] as Buffer, file)),
    ).toMatchObject([{ level: 'B-B' }, { level: 'B-B' }])
    expect(await sign(2, { secret: totp })).toMatchObject({ refusal: { kind: 'wrong-secret' } })
  })

  it('version 2 takes an answer with one file too few for none', async () => {
    national.office.mishaps.push('one-too-few', 'rubbish', 'wrong-type')
    for (const _ of [1, 2, 3]) {
      expect(await sign(2, { files: [letter.once, letter.twice] })).toEqual({ kind: 'unknown', cause: 'unreadable' })
    }
  })

  it('version 2 seals with a code of its own', async () => {
    const { seal } = national.client(2)
    await seal?.requestActivation('dpmptsp')
    await seal?.requestCode('dpmptsp', 1)
    const work = { subscriberId: 'dpmptsp', files: [letter.once], reason: 'Segel', location: 'Arunika' }
    const sealed = await seal?.seal({ ...work, totp: national.office.codeOf('dpmptsp') ?? '' })
    expect(sealed?.kind).toBe('signed')
    expect(await seal?.seal({ ...work, totp: '000000x' })).toMatchObject({ refusal: { kind: 'wrong-secret' } })
    await seal?.revokeActivation('dpmptsp')
  })
})
