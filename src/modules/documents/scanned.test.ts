import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { sealAll } from '#kernel/proof-log/seal.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { listRevoked } from './commands/list-revoked.ts'
import { revokeDocument } from './index.ts'
import { listRevokedJob } from './jobs.ts'
import { documents } from './module.ts'
import { checkOffline } from './statement/check-offline.ts'
import { readStatement } from './statement/statement.ts'
import { type IssuingOffice, issuingOffice } from './testing-office.ts'

const start = '2026-11-23T03:41:00Z'
const clock = new FixedClock(start)
let place: TestTenant
let server: TestServer
let office: IssuingOffice

beforeAll(async () => {
  place = await testTenant()
  office = await issuingOffice(place.tenant, clock)
  server = await testServer({ ...place, modules: [documents], clock })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const urlOf = async (id: string): Promise<string> => {
  const { rows } = await place.tenant.pools.writePool.query('select data from documents.issued where id = $1', [id])
  const data = place.tenant.cipher.openJson(rows[0].data, 'documents.issued.data') as { verification: { url: string } }
  return data.verification.url
}
const pathOf = (url: string) => new URL(url).pathname

describe('the QR of a document', () => {
  it('carries a statement that the server and a phone without a network both believe', async () => {
    const issued = await office.issue()
    const url = await urlOf(issued.id)
    expect(url).toMatch(/^HTTPS:\/\/ARUNIKA\.EXAMPLE\/V\/[0-9A-Z]{10}\/[0-9A-Z]+$/)
    const statement = readStatement(url.split('/').at(-1) as string)?.statement
    expect(statement).toMatchObject({ number: '503/0047/SIP/2026', subject: 'D. N. P.', issuedOn: '2026-11-23' })
    expect(statement?.signer).toBe('Ir. Damar Wicaksono, M.T., Kepala Dinas')
    const text = (await server.get(pathOf(url))).plain()
    expect(text).toContain('Dokumen ini asli')
    expect(text).toContain('cocok dengan dokumen ini')
    await runCommand(listRevoked, {}, { tenant: place.tenant, actor: systemActor('documents.list-revoked'), clock })
    const data = JSON.parse((await server.get('/verifikasi/luring/data.json')).text)
    const here = { ...data, origin: 'https://arunika.example' }
    expect((await checkOffline(url, here, clock.now().epochMilliseconds)).kind).toBe('genuine')
  })

  it('with the statement of another document, or a changed one, warns although the code is known', async () => {
    const [one, other] = [await office.issue(), await office.issue()]
    const [first, second] = [await urlOf(one.id), await urlOf(other.id)]
    const swapped = `${pathOf(first).split('/').slice(0, 3).join('/')}/${pathOf(second).split('/')[3]}`
    expect((await server.get(swapped)).plain()).toContain('milik dokumen kami yang lain')
    const text = pathOf(first)
    const changed = text.slice(0, 60) + (text[60] === 'A' ? 'B' : 'A') + text.slice(61)
    expect((await server.get(changed)).plain()).toContain('tidak ditandatangani oleh kami')
  })

  it('is a leaf of the proof log under the id of the document', async () => {
    const issued = await office.issue()
    expect((await server.get(`/v/${issued.code}`)).plain()).toContain('sedang menunggu dicatat')
    await sealAll(place.tenant, { now: clock.now(), origin: 'arunika.example/bukti/log' })
    const page = await server.get(`/v/${issued.code}`)
    expect(page.plain()).toMatch(/catatan ke-[\d.]+ dari [\d.]+ dalam buku bukti/)
    expect(page.text).toContain(`/bukti/catatan/${issued.id}`)
  })
})

describe('the list of revoked codes', () => {
  const job = () =>
    listRevokedJob(undefined, {
      tenant: place.tenant,
      db: place.tenant.pools.read,
      clock,
      run: (command: never, input: never) =>
        runCommand(command, input, { tenant: place.tenant, actor: systemActor('documents.list-revoked'), clock }),
    } as never)
  const count = async () => JSON.parse((await server.get('/verifikasi/luring/data.json')).text).revoked.count

  it('is made anew once after a revocation, and not when nothing happened', async () => {
    const issued = await office.issue()
    clock.advance({ minutes: 5 })
    await office.decide((tx, context) => revokeDocument(tx, context, issued.id, 'Salah orang'))
    clock.advance({ minutes: 1 })
    await job()
    expect(await count()).toBe(1)
    const made = await lists()
    await job()
    expect(await lists()).toBe(made)
  })

  it('has one that was long in committing, and so is older than the list before it', async () => {
    clock.advance({ minutes: 1 })
    const issued = await office.issue()
    const late = clock.now().subtract({ minutes: 3 }).toString()
    await job()
    const before = await count()
    await place.tenant.pools.writePool.query(
      `update documents.issued set revoked_at = $2, revoked_reason = 'Salah orang' where id = $1`,
      [issued.id, late],
    )
    await job()
    expect(await count()).toBe(before + 1)
  })

  it('keeps only a few older lists', async () => {
    for (let round = 0; round < 8; round += 1) {
      clock.advance({ hours: 24 })
      await job()
    }
    expect(await lists()).toBe(5)
  })

  const lists = async () => {
    const { rows } = await place.tenant.pools.writePool.query('select count(*)::int n from documents.revocation_filter')
    return rows[0].n
  }
})
