import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { toBase32 } from './base32.ts'
import { checkOffline } from './check-offline.ts'
import { packFilter } from './revocation-filter.ts'
import { filterBytes, type OfflineData } from './revocation-list.ts'
import { packStatement, type Statement, signedBytes } from './statement.ts'

const origin = 'https://arunika.example'
const now = Date.parse('2026-11-23T05:00:00Z')
const makeKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  return { privateKey, spki, keyId: createHash('sha256').update(spki).digest('hex').slice(0, 8) }
}
const ours = makeKey()
const stranger = makeKey()
const signWith = (bytes: Uint8Array, key: KeyObject) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })

const words: Statement = {
  keyId: ours.keyId,
  code: '8K2M4QXT',
  issuedOn: '2026-11-20',
  validTo: undefined,
  contentHash: '00112233445566778899aabbccddeeff',
  region: 'Kabupaten Arunika',
  title: 'Kutipan Akta Kelahiran',
  number: '9901-LT-20112026-0047',
  subject: 'K. A. H.',
  signer: 'Dr. Wening Hapsari, Kepala Dinas',
}
function statementText(changes: Partial<Statement> = {}, key = ours.privateKey): string {
  const body = packStatement({ ...words, ...changes })
  return toBase32(Buffer.concat([body, signWith(signedBytes(body), key)]))
}
const qr = (text = statementText(), code = '8K2M4QXT91', from = origin) => `${from}/v/${code}/${text}`.toUpperCase()

async function dataWith(codes: readonly string[], madeAt = '2026-11-23T04:00:00.000Z'): Promise<OfflineData> {
  const filter = await packFilter(codes)
  const signature = signWith(filterBytes({ ...filter, madeAt }), ours.privateKey)
  const bits = Buffer.from(filter.bits).toString('base64')
  const revoked = { madeAt, count: filter.count, bits, keyId: ours.keyId, signature: signature.toString('base64') }
  const keys = [{ keyId: ours.keyId, spki: ours.spki.toString('base64') }]
  return { version: 1, region: 'Kabupaten Arunika', origin, keys, revoked }
}

describe('a QR without a network', () => {
  let data: OfflineData
  const kind = async (text: string, with_ = data) => (await checkOffline(text, with_, now)).kind
  beforeAll(async () => {
    data = await dataWith(['00000000'])
  })

  it('that we signed is genuine and says what to compare', async () => {
    expect(await checkOffline(qr(), data, now)).toEqual({ kind: 'genuine', statement: words })
    expect(await kind(` ${qr().toLowerCase()}\n`)).toBe('genuine')
  })

  it('past its last day says so; on that day it still holds', async () => {
    expect(await kind(qr(statementText({ validTo: '2026-11-22' })))).toBe('expired')
    expect(await kind(qr(statementText({ validTo: '2026-11-23' })))).toBe('genuine')
  })

  it('in the list of revoked codes is not to be accepted', async () => {
    expect(await kind(qr(), await dataWith(['8K2M4QXT', '00000000']))).toBe('maybe-revoked')
  })

  it('with any one letter changed, or signed by another key under our name, is forged', async () => {
    const text = statementText()
    for (let at = 0; at < text.length; at += 7) {
      const changed = text.slice(0, at) + (text[at] === '7' ? '6' : '7') + text.slice(at + 1)
      expect(await kind(qr(changed))).toBe('not-ours')
    }
    expect(await kind(qr(statementText({}, stranger.privateKey)))).toBe('not-ours')
    expect(await kind(qr(statementText({ keyId: stranger.keyId }, stranger.privateKey)))).toBe('not-ours')
  })

  it('whose address leads to another document than the statement is forged', async () => {
    expect(await kind(qr(statementText(), '9K2M4QXT91'))).toBe('not-ours')
  })

  it('of another region is sent there, of nobody is no document', async () => {
    const elsewhere = await checkOffline(qr(statementText(), '8K2M4QXT91', 'https://senja.example'), data, now)
    expect(elsewhere).toEqual({ kind: 'other-region', host: 'senja.example' })
    for (const text of [
      '',
      'halo',
      'https://arunika.example/',
      'javascript:alert(1)',
      `${origin}/v/${'A'.repeat(3000)}`,
    ]) {
      expect(await kind(text)).toBe('not-a-document')
    }
    expect(await kind(`${origin}/v/8K2M4QXT91`)).toBe('no-statement')
  })

  it('is not vouched for by a list that is old, older than the document, or changed', async () => {
    expect(await kind(qr(), await dataWith([], '2026-10-20T00:00:00.000Z'))).toBe('stale-list')
    expect(await kind(qr(), await dataWith([], '2026-11-18T05:00:00.000Z'))).toBe('stale-list')
    expect(await kind(qr(), await dataWith([], '2026-11-19T17:30:00.000Z'))).toBe('genuine')
    const full = await dataWith(['8K2M4QXT', '00000000'])
    const emptied = { ...full, revoked: { ...full.revoked, count: 0, bits: '' } }
    expect(await kind(qr(), emptied)).toBe('stale-list')
  })
})
