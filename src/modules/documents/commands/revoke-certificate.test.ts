import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { longTermPaths } from '../long-term/paths.ts'
import { keepAuthority } from '../long-term/raise-levels.ts'
import { type SigningOffice, signingOffice } from '../long-term/testing/signing-office.ts'
import { documents } from '../module.ts'
import { trustOfRegion } from '../queries/trust.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { revokeCertificate } from './revoke-certificate.ts'

let office: SigningOffice
let server: TestServer
let keeper: Actor
const folder = mkdtempSync(join(tmpdir(), 'balai-crl-'))
const openssl = (...args: string[]) => {
  const done = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  return `${done.stdout}${done.stderr}`
}
const hasOpenssl = spawnSync('openssl', ['version']).error === undefined
const query = (sql: string) => office.place.tenant.pools.writePool.query(sql)

beforeAll(async () => {
  office = await signingOffice()
  server = await testServer({ ...office.place, modules: [documents], clock: office.clock })
  const grants = [{ permission: 'documents.revoke-certificates', unitPath: 'dpmptsp', territory: '' }]
  keeper = { ...office.head, name: 'Pengelola', grants, elevatedUntil: Date.parse('2030-01-01') }
})
afterAll(async () => {
  await server.close()
  await office.place.close()
  rmSync(folder, { recursive: true })
})

const verdict = async (file: Buffer) => {
  const trust = await trustOfRegion(office.place.tenant.pools.read)
  return verifyPdf(file, { ...trust, now: new Date(office.clock.now().epochMilliseconds) }).verdict
}

const serialOf = async (table = 'signing_certificate') =>
  (await query(`select serial from documents.${table} where revoked_at is null`)).rows[0].serial as string

async function publishedList(): Promise<Buffer> {
  const { id, certificate } = (await query('select id, certificate from documents.authority')).rows[0]
  const answer = await server.get(longTermPaths.revocationList(id))
  expect(answer.status).toBe(200)
  const list = Buffer.from(
    (await query('select encoded from documents.revocation_list order by number desc')).rows[0].encoded,
  )
  writeFileSync(join(folder, 'list.crl'), list)
  writeFileSync(
    join(folder, 'root.pem'),
    `-----BEGIN CERTIFICATE-----\n${certificate.replace(/(.{64})/g, '$1\n').trim()}\n-----END CERTIFICATE-----\n`,
  )
  return list
}

describe('a revoked certificate', () => {
  it('signs nothing more, the holder gets a new one, and earlier letters keep their worth', async () => {
    const { id } = await office.issue()
    const serial = await serialOf()
    office.clock.advance({ hours: 1 })
    await office.run(revokeCertificate, { serial: serial.toUpperCase(), reason: 'key-compromise' }, keeper)
    office.clock.advance({ minutes: 1 })
    const { id: later } = await office.issue()
    const { rows } = await query('select document_id, certificate_serial as serial from documents.signature')
    expect(rows.find((row) => row.document_id === id).serial).toBe(serial)
    expect(rows.find((row) => row.document_id === later).serial).not.toBe(serial)
    // The time stamp proves that it was signed an hour before.
    expect(await verdict(await office.file(id))).toBe('genuine')
    expect(await verdict(await office.file(later))).toBe('genuine')
  })

  it('does not sign after its end either', async () => {
    await office.issue()
    const serial = await serialOf()
    await query("update documents.signing_certificate set valid_to = '2026-11-23' where revoked_at is null")
    const { id } = await office.issue()
    const { rows } = await query(
      `select certificate_serial as serial from documents.signature where document_id = '${id}'`,
    )
    expect(rows[0].serial).not.toBe(serial)
  })

  it.skipIf(!hasOpenssl)('stands in the published list at once, which openssl verifies', async () => {
    await office.issue()
    const serial = await serialOf()
    await office.run(revokeCertificate, { serial, reason: 'superseded' }, keeper)
    await publishedList()
    const text = openssl('crl', '-inform', 'DER', '-in', 'list.crl', '-text', '-noout', '-CAfile', 'root.pem')
    expect(text).toContain('verify OK')
    expect(text.toLowerCase()).toContain(`serial number: ${serial}`)
    expect(text).toMatch(/CRL Number:\s+2/)
    expect(text).toContain('Superseded')
  })

  it('is revoked once, by who may, with a serial number that there is', async () => {
    await office.issue()
    const serial = await serialOf()
    const revoke = (input: object, actor = keeper) => office.run(revokeCertificate, input, actor)
    await expect(revoke({ serial, reason: 'superseded' }, office.head)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(revoke({ serial, reason: 'superseded' }, { ...keeper, elevatedUntil: 0 })).rejects.toMatchObject({
      code: 'step-up-needed',
    })
    await expect(revoke({ serial, reason: 'bosan' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(revoke({ serial: 'abcd', reason: 'superseded' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'serial' }],
    })
    await revoke({ serial, reason: 'superseded' })
    await expect(revoke({ serial, reason: 'superseded' })).rejects.toMatchObject({ code: 'wrong-state' })
  })
})

describe('the time stamper', () => {
  it('is replaced when it is revoked; stamps from before stand unless its key was in other hands', async () => {
    const { id } = await office.issue()
    office.clock.advance({ hours: 1 })
    await office.run(revokeCertificate, { serial: await serialOf('time_stamper'), reason: 'superseded' }, keeper)
    const trust = await trustOfRegion(office.place.tenant.pools.read)
    const report = verifyPdf(await office.file(id), { ...trust, now: new Date(office.clock.now().epochMilliseconds) })
    expect(report.signatures[0]?.time).toMatchObject({ proof: 'stamped' })
    const { id: later } = await office.issue()
    expect(await office.row(later)).toMatchObject({ level: 'B-T' })
    office.clock.advance({ hours: 1 })
    await office.run(revokeCertificate, { serial: await serialOf('time_stamper'), reason: 'key-compromise' }, keeper)
    const after = await trustOfRegion(office.place.tenant.pools.read)
    const doubted = verifyPdf(await office.file(later), {
      ...after,
      now: new Date(office.clock.now().epochMilliseconds),
    })
    expect(doubted.signatures[0]?.time).toMatchObject({ proof: 'claimed' })
  })

  it.skipIf(!hasOpenssl)('answers anyone who asks as RFC 3161 says', async () => {
    await office.issue()
    await publishedList()
    writeFileSync(join(folder, 'data.txt'), 'halo')
    openssl('ts', '-query', '-data', 'data.txt', '-sha384', '-cert', '-out', 'query.tsq')
    const { readFileSync } = await import('node:fs')
    const ask = (payload: Buffer) =>
      server.app.inject({
        method: 'POST',
        url: longTermPaths.timeStamp,
        headers: { 'content-type': 'application/timestamp-query' },
        payload,
      })
    const answer = await ask(readFileSync(join(folder, 'query.tsq')))
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/timestamp-reply'])
    writeFileSync(join(folder, 'reply.tsr'), answer.rawPayload)
    const at = String(Math.floor(office.clock.now().epochMilliseconds / 1000) + 60)
    expect(
      openssl('ts', '-verify', '-in', 'reply.tsr', '-queryfile', 'query.tsq', '-CAfile', 'root.pem', '-attime', at),
    ).toContain('Verification: OK')
    for (const wrong of [
      Buffer.alloc(0),
      Buffer.from('halo'),
      Buffer.from('3003020101', 'hex'),
      Buffer.alloc(9000, 0x30),
    ]) {
      const refused = await ask(wrong)
      expect(refused.statusCode).toBe(200)
      writeFileSync(join(folder, 'refused.tsr'), refused.rawPayload)
      expect(openssl('ts', '-reply', '-in', 'refused.tsr', '-text')).toContain('Rejected')
    }
    openssl('ts', '-query', '-data', 'data.txt', '-md5', '-out', 'weak.tsq')
    writeFileSync(join(folder, 'refused.tsr'), (await ask(readFileSync(join(folder, 'weak.tsq')))).rawPayload)
    expect(openssl('ts', '-reply', '-in', 'refused.tsr', '-text')).toContain('SHA-256')
  })
})

describe('the published list', () => {
  it('is renewed a day after the last one, numbered upwards, and old ones go', async () => {
    const numbers = async () =>
      (await query('select number from documents.revocation_list order by number')).rows.map(({ number }) => number)
    const before = await numbers()
    await keepAuthority(undefined, office.job())
    expect(await numbers()).toEqual(before)
    office.clock.advance({ hours: 25 })
    await keepAuthority(undefined, office.job())
    const last = before.at(-1)
    expect(await numbers()).toEqual([...before, last + 1])
    office.clock.advance({ hours: 24 * 10 })
    await keepAuthority(undefined, office.job())
    expect(await numbers()).toEqual([last + 2])
  })

  it('of an authority that is not ours is not found', async () => {
    for (const id of ['x', '01a0ae15-0000-7000-8000-000000000000']) {
      expect((await server.get(longTermPaths.revocationList(id))).status).toBe(404)
    }
  })
})
