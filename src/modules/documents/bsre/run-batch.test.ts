import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { systemActor } from '#kernel/access/access.ts'
import { revokeDocument } from '../commands/revoke-document.ts'
import { raiseLevels } from '../long-term/raise-levels.ts'
import { chooseSigningSettings } from '../long-term/settings.ts'
import { type SigningOffice, signingOffice } from '../long-term/testing/signing-office.ts'
import { checkStoredDocument } from '../queries/check-stored.ts'
import { listSignatures } from '../queries/signatures.ts'
import { trustOfRegion } from '../queries/trust.ts'
import { hasOtherVerifiers, OtherVerifiers } from '../verify/testing/other-verifiers.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { addCertifiedSignature } from './commands/add-certified-signature.ts'
import { askSignatures } from './commands/ask-signatures.ts'
import {
  proposeCertification,
  releaseCertification,
  settleCertifications,
  startCertification,
} from './commands/batches.ts'
import { findHolder, findSigner } from './find-signer.ts'
import { findBatch, findItem, listItems } from './queries/batches.ts'
import { countWaiting, listWaiting } from './queries/waiting.ts'
import { type BatchEnd, runBatch } from './run-batch.ts'
import type { Mishap, SimulatedAccount } from './simulator/simulated-account.ts'
import { nationalService, passphrase } from './testing/national-service.ts'

let office: SigningOffice
let head: Actor
let signer: Awaited<ReturnType<typeof findSigner>>
let national: Awaited<ReturnType<typeof nationalService>>
const accounts: SimulatedAccount[] = []
const folder = mkdtempSync(join(tmpdir(), 'balai-certified-'))
const logged: string[] = []
const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) })

beforeAll(async () => {
  office = await signingOffice()
  const { tenant } = office.place
  const grant = { permission: 'documents.certify', unitPath: 'dpmptsp', territory: '' }
  head = { ...office.head, grants: [...office.head.grants, grant], elevatedUntil: Date.parse('2030-01-01') }
  const nik = tenant.cipher.seal('9901011405710001', 'people.person.nik')
  await tenant.pools.writePool.query('update people.person set nik_sealed = $1 where id = $2', [nik, head.personId])
  signer = await findSigner(tenant, tenant.pools.read, head)
  accounts.push({ nik: signer.nik, name: 'DAMAR WICAKSONO', passphrase, state: 'ISSUE' })
  national = await nationalService(accounts, () => new Date(office.clock.now().epochMilliseconds))
  writeFileSync(join(folder, 'national.pem'), national.authority.certificatePem)
  chooseSigningSettings(tenant, { trustedAuthoritiesFile: join(folder, 'national.pem') })
})
afterAll(async () => {
  await national.service.close()
  await office.place.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  national.office.mishaps.length = 0
})

async function propose(...documentIds: string[]): Promise<string> {
  return (await office.run(proposeCertification, { documentIds }, head)).id
}

async function work(batchId: string, options: { version?: 1 | 2; text?: string; timeoutMs?: number } = {}) {
  const { tenant } = office.place
  await office.run(startCertification, { batchId }, head)
  let first: BatchEnd | undefined | 'none' = 'none'
  await runBatch(
    {
      batchId,
      tenant,
      db: tenant.pools.read,
      now: () => office.clock.now(),
      log,
      service: national.client(options.version ?? 2, options.timeoutMs),
      signer,
      secret: { kind: 'passphrase', text: options.text ?? passphrase },
      run: (command, input) => office.run(command, input, head),
    },
    (end) => {
      if (first === 'none') first = end
    },
  )
  return { first, batch: await findBatch(tenant.pools.write, batchId) }
}

const item = async (batchId: string, ordinal = 0) => findItem(office.place.tenant.pools.write, batchId, ordinal)
const verify = async (id: string) => {
  const { tenant } = office.place
  const now = new Date(office.clock.now().epochMilliseconds)
  return verifyPdf(await office.file(id), { ...(await trustOfRegion(tenant.pools.read, tenant)), now })
}

describe('a certified signature', () => {
  it('stands behind the region’s own, in the same file, beside it in the register; pdfsig agrees', async () => {
    const { id } = await office.issue()
    const before = await office.file(id)
    const batchId = await propose(id)
    expect(await work(batchId)).toMatchObject({
      first: undefined,
      batch: { state: 'done', counts: { certified: 1, waiting: 0 } },
    })
    const after = await office.file(id)
    expect(after.subarray(0, before.length).equals(before)).toBe(true)
    expect(await verify(id)).toMatchObject({ verdict: 'genuine', signatures: { length: 2 } })
    const [own, certified] = await listSignatures(office.place.tenant.pools.read, id)
    expect(certified).toMatchObject({ provider: 'bsre', ordinal: 2, position: own?.position, order: own?.order })
    expect(certified?.certificateSerial).not.toBe(own?.certificateSerial)
    expect((await office.versions(id)).map(({ reason }) => reason)).toEqual(['issued', 'certified'])
    expect(await office.row(id)).toMatchObject({ size_bytes: after.length, level: 'B-B' })
    if (hasOtherVerifiers) {
      expect(new OtherVerifiers(folder, Buffer.from(national.authority.certificate)).pdfsig(after)).toBe(true)
    }
    const { tenant } = office.place
    expect(await countWaiting(tenant.pools.read, signer)).toBe(0)
    await expect(propose(id)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('is raised to B-LTA with the rest, before or after', async () => {
    const { id } = await office.issue()
    await raiseLevels(undefined, office.job())
    expect(await office.row(id)).toMatchObject({ level: 'B-LTA' })
    office.clock.advance({ minutes: 2 })
    await work(await propose(id))
    expect(await office.row(id)).toMatchObject({ level: 'B-B' })
    office.clock.advance({ minutes: 2 })
    await raiseLevels(undefined, office.job())
    expect(await office.row(id)).toMatchObject({ level: 'B-LTA' })
    const { signatures, verdict } = await verify(id)
    expect(verdict).toBe('genuine')
    expect(signatures.filter(({ kind }) => kind === 'signature').map(({ level }) => level)).toEqual(['B-LTA', 'B-LTA'])
    expect((await office.versions(id)).map(({ reason }) => reason)).toEqual([
      'issued',
      'level-raised',
      'certified',
      'level-raised',
    ])
  })

  it('comes for many in few requests; files in the wrong order find their documents', async () => {
    const ids: string[] = []
    for (let count = 0; count < 12; count += 1) ids.push((await office.issue()).id)
    national.office.mishaps.push('swapped')
    const made = national.office.signatures
    const { batch } = await work(await propose(...ids))
    expect(batch).toMatchObject({ state: 'done', counts: { certified: 12 } })
    expect(national.office.signatures - made).toBe(12)
    for (const id of ids) expect((await verify(id)).verdict).toBe('genuine')
  })

  it('is asked for once more when a proof was added to the file meanwhile', async () => {
    const { id } = await office.issue()
    const batchId = await propose(id)
    await office.run(startCertification, { batchId }, head)
    const { asked } = await office.run(askSignatures, { batchId, ordinals: [0] }, head)
    const outcome = await national.client(2).sign({
      nik: signer.nik,
      secret: { kind: 'passphrase', text: passphrase },
      files: [await office.file(id)],
      reason: '',
      location: '',
    })
    await raiseLevels(undefined, office.job())
    const file = outcome.kind === 'signed' ? outcome.files[0] : undefined
    const add = { batchId, ordinal: asked[0]?.ordinal, file, signer, from: 'answer' }
    expect(await office.run(addCertifiedSignature, add, head)).toEqual({ outcome: 'overtaken', again: true })
    expect((await office.versions(id)).map(({ reason }) => reason)).toEqual(['issued', 'level-raised'])
    expect(await item(batchId)).toMatchObject({ state: 'waiting' })
  })
})

describe('a service that misbehaves', () => {
  it.each<[Mishap, 1 | 2, string]>([
    ['wrong-file', 1, 'not-continued'],
    ['unsigned', 2, 'not-continued'],
    ['rewritten', 2, 'not-continued'],
    ['other-signer', 1, 'other-signer'],
    ['unknown-authority', 2, 'unknown-authority'],
    ['error-in-200', 1, 'refused'],
  ])('%s: the old file stays', async (mishap, version, problem) => {
    const { id } = await office.issue()
    const before = await office.row(id)
    national.office.mishaps.push(mishap)
    const batchId = await propose(id)
    const { batch } = await work(batchId, { version })
    expect(batch).toMatchObject({ state: 'done', counts: { failed: 1 } })
    expect(await item(batchId)).toMatchObject({ state: 'failed', problem })
    expect(await office.row(id)).toEqual(before)
    expect((await work(batchId, { version })).batch).toMatchObject({ counts: { certified: 1 } })
  })

  it.each<[Mishap, 1 | 2]>([
    ['drop-after-signing', 1],
    ['drop-after-signing', 2],
    ['half-written', 2],
    ['server-error', 1],
    ['rubbish', 2],
  ])('%s with version %i: nobody asks again until an official says so', async (mishap, version) => {
    const { id } = await office.issue()
    national.office.mishaps.push(mishap)
    const batchId = await propose(id)
    expect((await work(batchId, { version })).batch).toMatchObject({ state: 'done', counts: { unknown: 1 } })
    const made = national.office.signatures
    expect((await work(batchId, { version })).batch).toMatchObject({ counts: { unknown: 1 } })
    await expect(propose(id)).rejects.toMatchObject({ code: 'invalid-input' })
    expect(national.office.signatures).toBe(made)
    await office.run(releaseCertification, { batchId, ordinal: 0 }, head)
    const again = await work(await propose(id), { version })
    expect(again.batch).toMatchObject({ state: 'done', counts: { certified: 1 } })
    expect((await verify(id)).signatures).toHaveLength(2)
  })

  it('half written with version 1: the file is fetched by the id that had come', async () => {
    const { id } = await office.issue()
    national.office.mishaps.push('half-written')
    const made = national.office.signatures
    expect((await work(await propose(id), { version: 1 })).batch).toMatchObject({ counts: { certified: 1 } })
    expect(national.office.signatures - made).toBe(1)
  })

  it('a second attempt that is answered with the first signature is recognised', async () => {
    const { id } = await office.issue()
    national.office.mishaps.push('drop-after-signing')
    const batchId = await propose(id)
    await work(batchId)
    await office.run(releaseCertification, { batchId, ordinal: 0 }, head)
    office.clock.advance({ minutes: 10 })
    national.office.mishaps.push('earlier-signature')
    const made = national.office.signatures
    expect((await work(await propose(id))).batch).toMatchObject({ counts: { certified: 1 } })
    expect(national.office.signatures).toBe(made)
    const { rows } = await office.place.tenant.pools.writePool.query(
      "select payload from journal.event where name = 'documents.signature-certified.v1' and subject_id = $1",
      [id],
    )
    expect(rows.at(-1)?.payload).toMatchObject({ isEarlier: true })
  })

  it('the file of a lost answer may be brought later; another one is refused', async () => {
    const { id } = await office.issue()
    national.office.mishaps.push('drop-after-signing')
    const batchId = await propose(id)
    await work(batchId)
    const file = [...national.office.signed.values()].at(-1) as Buffer
    const add = { batchId, ordinal: 0, signer, from: 'later' }
    const wrong = await office.run(addCertifiedSignature, { ...add, file: await office.file(id) }, head)
    expect(wrong).toMatchObject({ outcome: 'refused', problem: 'not-continued' })
    expect(await item(batchId)).toMatchObject({ state: 'unknown' })
    expect(await office.run(addCertifiedSignature, { ...add, file }, head)).toEqual({ outcome: 'certified' })
    const { tenant } = office.place
    expect(await checkStoredDocument(tenant, tenant.pools.read, id, office.clock.now())).toBe('genuine')
  })

  it('a wrong passphrase stops the batch at once, before an account is locked', async () => {
    const ids = [(await office.issue()).id, (await office.issue()).id]
    const batchId = await propose(...ids)
    const { first, batch } = await work(batchId, { version: 1, text: 'Keliru-Sekali-9' })
    expect(first).toMatchObject({ problem: 'wrong-secret' })
    expect(batch).toMatchObject({ state: 'stopped', problem: 'wrong-secret', counts: { waiting: 2 } })
    expect((await work(batchId)).batch).toMatchObject({ state: 'done', counts: { certified: 2 } })
  })

  it('a certificate that expired stops the batch and is named', async () => {
    const { id } = await office.issue()
    const batchId = await propose(id)
    accounts[0] = { ...(accounts[0] as SimulatedAccount), state: 'EXPIRED' }
    expect((await work(batchId)).batch).toMatchObject({
      state: 'stopped',
      problem: 'certificate-state',
      detail: 'EXPIRED',
    })
    accounts[0] = { ...accounts[0], state: 'ISSUE' }
  })

  it('is left alone after it failed three times', async () => {
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) ids.push((await office.issue()).id)
    national.office.mishaps.push('server-error', 'server-error', 'server-error')
    const { batch } = await work(await propose(...ids), { version: 1 })
    expect(batch).toMatchObject({ state: 'stopped', problem: 'unsteady', counts: { unknown: 3, waiting: 2 } })
  })
})

describe('authority and ends', () => {
  it('lists what the official signed himself, found by its words, page after page', async () => {
    const { tenant } = office.place
    office.clock.advance({ minutes: 1 })
    const { id } = await office.issue()
    const page = await listWaiting(tenant.pools.read, signer, {}, 2)
    expect(page.rows[0]).toMatchObject({ id, title: 'Izin' })
    const second = await listWaiting(tenant.pools.read, signer, { after: page.next }, 2)
    expect(second.rows.map((row) => row.id)).not.toContain(id)
    expect(await listWaiting(tenant.pools.read, signer, { text: 'tidak-ada' })).toEqual({ rows: [], next: undefined })
    const other = await findHolder(tenant.pools.read, office.secretary)
    expect(other && (await countWaiting(tenant.pools.read, other))).toBe(0)
  })

  it('needs the right, a fresh proof, and the post; another’s batch is not found', async () => {
    const { id } = await office.issue()
    await expect(office.run(proposeCertification, { documentIds: [id] }, office.head)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const batchId = await propose(id)
    const tired = { ...head, elevatedUntil: 0 }
    await expect(office.run(startCertification, { batchId }, tired)).rejects.toMatchObject({ code: 'step-up-needed' })
    const secretary = { ...office.secretary, grants: head.grants, elevatedUntil: head.elevatedUntil }
    await expect(office.run(startCertification, { batchId }, secretary)).rejects.toMatchObject({ code: 'not-found' })
    await office.run(startCertification, { batchId }, head)
    const moved = { ...head, position: office.secretary.position }
    expect(await office.run(askSignatures, { batchId, ordinals: [0] }, moved as Actor)).toMatchObject({ asked: [] })
    expect(await item(batchId)).toMatchObject({ state: 'failed', problem: 'no-authority' })
  })

  it('sends nothing that was revoked meanwhile', async () => {
    const { id } = await office.issue()
    const batchId = await propose(id)
    await office.as(office.head, (tx, context) => revokeDocument(tx, context, id, 'Keliru'))
    const made = national.office.signatures
    await work(batchId)
    expect(await item(batchId)).toMatchObject({ state: 'failed', problem: 'revoked' })
    expect(national.office.signatures).toBe(made)
  })

  it('a program that died leaves what it sent unknown and the rest waiting', async () => {
    const ids = [(await office.issue()).id, (await office.issue()).id]
    const batchId = await propose(...ids)
    await office.run(startCertification, { batchId }, head)
    await office.run(askSignatures, { batchId, ordinals: [0] }, head)
    const system = systemActor('documents.settle-certifications')
    // Those of tests before, whose time has come.
    await office.run(settleCertifications, {}, system)
    expect(await findBatch(office.place.tenant.pools.write, batchId)).toMatchObject({ state: 'running' })
    office.clock.advance({ minutes: 6 })
    expect(await office.run(settleCertifications, {}, system)).toBeGreaterThan(0)
    const { tenant } = office.place
    expect(await findBatch(tenant.pools.write, batchId)).toMatchObject({ state: 'interrupted' })
    expect((await listItems(tenant.pools.write, batchId)).rows).toMatchObject([
      { state: 'unknown', problem: 'interrupted' },
      { state: 'waiting' },
    ])
    expect((await listWaiting(tenant.pools.read, signer, {})).rows.map((row) => row.id)).toContain(
      (await item(batchId, 1))?.documentId,
    )
  })
})

describe('the passphrase', () => {
  it('is in no table, no log and no error', async () => {
    const { writePool } = office.place.tenant.pools
    const { rows: tables } = await writePool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const { rows } = await writePool.query(
        `select count(*)::int as n from ${name} t where t::text ~ 'Rahasia-Sekali|Keliru-Sekali'`,
      )
      expect(rows[0], name).toEqual({ n: 0 })
    }
    expect(logged.join('\n')).not.toMatch(/Rahasia-Sekali|Keliru-Sekali/)
  })
})
