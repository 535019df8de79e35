import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { trustOfRegion } from '../queries/trust.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { Breaker, ServiceResting } from './breaker.ts'
import { raiseLevels } from './raise-levels.ts'
import { fetchToken } from './remote-time-stamps.ts'
import { chooseSigningSettings, timeStampRoots } from './settings.ts'
import { type SigningOffice, signingOffice } from './testing/signing-office.ts'
import { misdeeds, SimulatedAuthority } from './testing/simulated-authority.ts'

let office: SigningOffice
let authority: SimulatedAuthority
const folder = mkdtempSync(join(tmpdir(), 'balai-tsa-'))
const now = () => new Date(office.clock.now().epochMilliseconds)

/** The settings of a service at an address that no breaker knows yet. */
function choose(address: string, more: { user?: string; password?: string } = {}): void {
  const timeStamps = { url: address, user: more.user, password: more.password, rootFile: join(folder, 'root.pem') }
  chooseSigningSettings(office.place.tenant, { timeStamps })
}

beforeAll(async () => {
  office = await signingOffice()
  authority = await SimulatedAuthority.start(now)
  writeFileSync(join(folder, 'root.pem'), authority.root.certificatePem)
})
beforeEach(() => {
  authority.behaviour = 'well'
})
afterAll(async () => {
  await authority.close()
  await office.place.close()
  rmSync(folder, { recursive: true })
})

const verify = async (file: Buffer) =>
  verifyPdf(file, { ...(await trustOfRegion(office.place.tenant.pools.read, office.place.tenant)), now: now() })

describe('a time-stamping authority of somebody else', () => {
  it('stamps letters, and its certificates and list come into the file', async () => {
    choose(`${authority.url}?baik`)
    const { id } = await office.issue()
    expect(await office.row(id)).toMatchObject({ level: 'B-T' })
    await raiseLevels(undefined, office.job())
    expect(await office.row(id)).toMatchObject({ level: 'B-LTA' })
    const report = await verify(await office.file(id))
    expect(report).toMatchObject({
      verdict: 'genuine',
      signatures: [{ level: 'B-LTA', time: { proof: 'stamped' } }, { signer: { name: 'Penanda Waktu Negara' } }],
    })
    // It is believed for time alone: a letter signed under its root is of nobody known.
    const anchors = (await trustOfRegion(office.place.tenant.pools.read, office.place.tenant)).anchors
    expect(anchors).toHaveLength(1)
  })

  it.each(misdeeds)('that %s costs the level only, and the job makes it up', { timeout: 20_000 }, async (misdeed) => {
    choose(`${authority.url}?${encodeURIComponent(misdeed)}`)
    authority.behaviour = misdeed
    const started = performance.now()
    const { id } = await office.issue()
    expect(performance.now() - started).toBeLessThan(6000)
    expect(await office.row(id)).toMatchObject({ level: 'B-B', completed_at: expect.anything() })
    expect((await verify(await office.file(id))).verdict).toBe('genuine')
    const { writePool } = office.place.tenant.pools
    const noted = await writePool.query('select problem, attempts from documents.raising where document_id = $1', [id])
    expect(noted.rows).toMatchObject([{ attempts: 0, problem: expect.stringMatching(/\w/) }])
    authority.behaviour = 'well'
    await raiseLevels(undefined, office.job())
    expect(await office.row(id)).toMatchObject({ level: 'B-LTA' })
    expect(await verify(await office.file(id))).toMatchObject({
      verdict: 'genuine',
      signatures: [{ level: 'B-LTA', time: { proof: 'stamped' } }, { kind: 'time-stamp' }, { kind: 'time-stamp' }],
    })
    expect((await writePool.query('select 1 from documents.raising')).rows).toEqual([])
  })

  it('that is away when the job comes is logged, and nothing is put off', async () => {
    choose(`${authority.url}?pergi`)
    authority.behaviour = 'HTTP 500'
    const { id } = await office.issue()
    const lines: string[] = []
    const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) })
    await raiseLevels(undefined, office.job(log))
    expect(lines.join()).toContain('HTTP 500')
    expect(await office.row(id)).toMatchObject({ level: 'B-B' })
    authority.behaviour = 'well'
    await raiseLevels(undefined, office.job())
    expect(await office.row(id)).toMatchObject({ level: 'B-LTA' })
  })

  it('is left alone after failing again and again', async () => {
    choose(`${authority.url}?lelah`)
    authority.behaviour = 'HTTP 500'
    const before = authority.asked
    for (let count = 0; count < 6; count += 1) await office.issue()
    expect(authority.asked - before).toBe(3)
    choose(`${authority.url}?segar`)
    authority.behaviour = 'well'
    await raiseLevels(undefined, office.job())
  })

  it('gets name and password when it wants them', async () => {
    const seen: (string | undefined)[] = []
    const server = (await import('node:http')).createServer((request, response) => {
      seen.push(request.headers.authorization, request.headers['content-type'])
      response.writeHead(403).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const place = { url: `http://127.0.0.1:${port}/`, user: 'arunika', password: 'rahasia', anchors: [] }
    await expect(fetchToken(place, Buffer.alloc(32), { now, budgetMs: 2000 })).rejects.toThrow('HTTP 403')
    server.close()
    expect(seen).toEqual([`Basic ${Buffer.from('arunika:rahasia').toString('base64')}`, 'application/timestamp-query'])
  })

  it('needs a file with its root', () => {
    writeFileSync(join(folder, 'kosong.pem'), '')
    chooseSigningSettings(office.place.tenant, {
      timeStamps: { url: authority.url, user: undefined, password: undefined, rootFile: join(folder, 'kosong.pem') },
    })
    expect(() => timeStampRoots(office.place.tenant)).toThrow('holds no certificate')
  })
})

describe('the breaker', () => {
  it('rests after three failures, longer each time, and asks once before it believes again', async () => {
    let at = 0
    const breaker = new Breaker(() => at)
    const fail = () => breaker.run(() => Promise.reject(new Error('away')))
    const rests = async () =>
      fail().then(
        () => false,
        (error) => error instanceof ServiceResting,
      )
    for (let count = 0; count < 3; count += 1) await expect(fail()).rejects.toThrow('away')
    expect(await rests()).toBe(true)
    at += 15_000
    expect(await rests()).toBe(false)
    at += 15_000
    expect(await rests()).toBe(true)
    at += 15_000
    expect(await breaker.run(() => Promise.resolve('there'))).toBe('there')
    await expect(fail()).rejects.toThrow('away')
    expect(breaker.isResting).toBe(false)
  })
})
