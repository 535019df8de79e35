import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import type { AppError } from '#kernel/errors.ts'
import { findLogKey } from '#kernel/proof-log/log-key.ts'
import { checkProofText } from '#kernel/proof-log/proof-file.ts'
import { sealAll } from '#kernel/proof-log/seal.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { reissueDocument } from '../commands/reissue-document.ts'
import { revokeIssued } from '../commands/revoke-issued.ts'
import { findArchived, listArchived } from '../queries/archive.ts'
import { findDocument } from '../queries/documents.ts'
import { type IssuingOffice, issuingOffice } from '../testing-office.ts'
import { bundle } from './bundle.ts'

const clock = new FixedClock('2026-11-23T03:41:00Z')
let place: TestTenant
let office: IssuingOffice

beforeAll(async () => {
  place = await testTenant()
  office = await issuingOffice(place.tenant, clock)
})
afterAll(() => place.close())

const db = () => place.tenant.pools.read
const elevated = () => ({ ...office.head, elevatedUntil: Number.MAX_SAFE_INTEGER })
const run = (command: never, input: unknown, actor = elevated()) =>
  runCommand(command, input, { tenant: place.tenant, actor, clock, origin: 'https://arunika.example' })
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.code,
  )

describe('the list', () => {
  it('pages through everything once, the newest first, also documents of the same moment', async () => {
    for (let n = 0; n < 7; n += 1) {
      if (n % 3 === 0) clock.advance({ minutes: 1 })
      await office.issue({ number: `503/${n}/SIP/2026` })
    }
    const seen: string[] = []
    let after: { at: string; id: string } | undefined
    for (let round = 0; round < 9; round += 1) {
      const rows = await listArchived(db(), { unitPaths: [''] }, { after, limit: 2 })
      seen.push(...rows.map(({ id }) => id))
      const last = rows.at(-1)
      if (!last) break
      after = { at: last.issuedAt.toString(), id: last.id }
    }
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
  })

  it('finds by part of number, title or signer, and a percent sign is only a percent sign', async () => {
    const find = async (text: string) => (await listArchived(db(), { text, unitPaths: [''] }, { limit: 50 })).length
    expect(await find('503/4')).toBe(1)
    expect(await find('damar')).toBe(7)
    expect(await find('%')).toBe(0)
    expect(await find("'; drop table")).toBe(0)
  })

  it('shows only the units that somebody may read, and below them', async () => {
    const count = async (unitPaths: string[]) => (await listArchived(db(), { unitPaths }, { limit: 50 })).length
    expect(await count(['dinas-uji'])).toBe(7)
    expect(await count(['dinas-uji.izin'])).toBe(7)
    expect(await count(['dinas-u'])).toBe(0)
    expect(await count(['disdukcapil'])).toBe(0)
    expect(await count([])).toBe(0)
  })
})

describe('issuing again', () => {
  it('keeps words and number, takes a new code, and the former print no longer holds', async () => {
    const { id } = await office.issue({ number: '503/77/SIP/2026' })
    clock.advance({ hours: 24 })
    const again = await run(reissueDocument as never, { documentId: id, reason: 'Kertas asli hilang di jalan' })
    const { id: newId } = again as { id: string }
    const [old, fresh] = [await findDocument(db(), id), await findDocument(db(), newId)]
    expect(old).toMatchObject({ standing: 'replaced' })
    expect(fresh).toMatchObject({ standing: 'stands', number: '503/77/SIP/2026', subjectLabel: old?.subjectLabel })
    expect(fresh?.code).not.toBe(old?.code)
  })

  it('is refused for one that no longer holds, without a reason, without step-up', async () => {
    const { id } = await office.issue()
    const input = { documentId: id, reason: 'Kertas asli hilang di jalan' }
    expect(await refusal(run(reissueDocument as never, { ...input, reason: 'x' }))).toBe('invalid-input')
    expect(await refusal(run(reissueDocument as never, input, office.head as never))).toBe('step-up-needed')
    expect(await refusal(run(revokeIssued as never, { documentId: id, reason: 'Terbit atas data yang salah' }))).toBe(
      'done',
    )
    expect(await refusal(run(reissueDocument as never, input))).toBe('wrong-state')
    expect(await refusal(run(revokeIssued as never, { documentId: id, reason: 'Terbit atas data yang salah' }))).toBe(
      'wrong-state',
    )
  })
})

describe('a bundle', () => {
  it('holds each file with its proof, and a manifest that tells a changed or missing one', async () => {
    const { id } = await office.issue({ number: '503/90/SIP/2026' })
    await sealAll(place.tenant, { now: clock.now(), origin: 'arunika.example/bukti/log' })
    const document = await findArchived(db(), id)
    if (!document) throw new Error('not archived')
    const made = { at: clock.now(), region: 'Kabupaten Arunika', filter: { q: '503/90' } }
    const folder = mkdtempSync(join(tmpdir(), 'balai-bundle-'))
    try {
      const chunks: Buffer[] = []
      for await (const chunk of await bundle({ db: db(), files: place.tenant.files }, [document], made))
        chunks.push(chunk)
      writeFileSync(join(folder, 'a.zip'), Buffer.concat(chunks))
      execFileSync('unzip', ['-q', 'a.zip'], { cwd: folder })
      const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
      const [entry] = manifest.documents
      const pdf = readFileSync(join(folder, entry.file))
      expect(createHash('sha256').update(pdf).digest('hex')).toBe(entry.sha256)
      expect(pdf.length).toBe(entry.bytes)
      expect(entry).toMatchObject({ number: '503/90/SIP/2026', standing: 'stands', code: document.code })
      const key = await findLogKey(db())
      if (!key) throw new Error('no key')
      const proved = checkProofText(readFileSync(join(folder, entry.proof), 'utf8'), key)
      expect(JSON.parse(proved.entry).id).toBe(id)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('breaks off when a file is gone, rather than look whole', async () => {
    const { id } = await office.issue({ number: '503/91/SIP/2026' })
    const document = await findArchived(db(), id)
    if (!document) throw new Error('not archived')
    await place.tenant.files.remove(document.fileHash)
    const made = { at: clock.now(), region: 'Kabupaten Arunika', filter: {} }
    const read = async () => {
      for await (const _ of await bundle({ db: db(), files: place.tenant.files }, [document], made));
    }
    await expect(read()).rejects.toThrow()
  })
})
