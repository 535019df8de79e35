import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#kernel/access/access.ts'
import { raiseLevel } from '../commands/raise-level.ts'
import { trustOfRegion } from '../queries/trust.ts'
import { findSignatures } from '../signing/signature-dictionary.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { raiseLevels } from './raise-levels.ts'
import { chooseSigningSettings } from './settings.ts'
import { issuedAt, type SigningOffice, signingOffice } from './testing/signing-office.ts'

let office: SigningOffice
const folder = mkdtempSync(join(tmpdir(), 'balai-level-'))

beforeAll(async () => {
  office = await signingOffice()
})
afterAll(async () => {
  await office.place.close()
  rmSync(folder, { recursive: true })
})

const verify = async (file: Buffer, now = office.clock.now()) =>
  verifyPdf(file, {
    ...(await trustOfRegion(office.place.tenant.pools.read, office.place.tenant)),
    now: new Date(now.epochMilliseconds),
  })

const has = (name: string) => spawnSync(name, ['-v']).error === undefined
const run = (name: string, ...args: string[]) => {
  const done = spawnSync(name, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, TZ: 'UTC' },
  })
  return `${done.stdout}${done.stderr}`
}

describe('a letter of the region', () => {
  it('is time-stamped when it is signed, and raised to B-LTA by the job, once', async () => {
    const { id } = await office.issue()
    expect(await office.row(id)).toMatchObject({ level: 'B-T' })
    const signed = await office.file(id)
    expect((await verify(signed)).signatures).toMatchObject([{ level: 'B-T', time: { proof: 'stamped' } }])
    office.clock.advance({ minutes: 1 })
    await raiseLevels(undefined, office.job())
    expect(await office.row(id)).toMatchObject({ level: 'B-LTA' })
    const raised = await office.file(id)
    expect(raised.subarray(0, signed.length).equals(signed)).toBe(true)
    expect(await verify(raised)).toMatchObject({
      verdict: 'genuine',
      signatures: [
        { kind: 'signature', level: 'B-LTA', covers: 'whole-then-allowed', trust: 'trusted', draws: false },
        { kind: 'time-stamp', covers: 'whole', trust: 'trusted', time: { proof: 'stamped' } },
      ],
    })
    expect((await office.versions(id)).map(({ version, reason }) => [version, reason])).toEqual([
      [1, 'issued'],
      [2, 'level-raised'],
    ])
    await raiseLevels(undefined, office.job())
    expect(await office.versions(id)).toHaveLength(2)
    expect((await office.file(id)).equals(raised)).toBe(true)
  })

  it('is only raised to the level that the region wants', async () => {
    const { tenant } = office.place
    for (const wantedLevel of ['B-B', 'B-T', 'B-LT'] as const) {
      chooseSigningSettings(tenant, { wantedLevel })
      const { id } = await office.issue()
      await raiseLevels(undefined, office.job())
      expect(await office.row(id)).toMatchObject({ level: wantedLevel })
      expect((await verify(await office.file(id))).signatures).toMatchObject([{ level: wantedLevel }])
    }
    chooseSigningSettings(tenant, { wantedLevel: 'B-LTA' })
    await raiseLevels(undefined, office.job())
    const { rows } = await tenant.pools.writePool.query(
      "select count(*)::int as n from documents.issued where level <> 'B-LTA'",
    )
    expect(rows[0].n).toBe(0)
  })

  it.skipIf(!has('pdfsig') || !has('openssl'))(
    'verifies with pdfsig and with openssl, time stamps included',
    async () => {
      const { id } = await office.issue()
      await raiseLevels(undefined, office.job())
      const file = await office.file(id)
      const { rows } = await office.place.tenant.pools.writePool.query('select certificate from documents.authority')
      const pem = rows[0].certificate.replace(/(.{64})/g, '$1\n').trim()
      writeFileSync(join(folder, 'root.pem'), `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`)
      writeFileSync(join(folder, 'file.pdf'), file)
      const poppler = run('pdfsig', '-no-ocsp', '-nocert', 'file.pdf')
      expect(poppler).toContain('Signature is Valid')
      expect(poppler).toContain('ETSI.CAdES.detached')
      const at = String(Date.parse(issuedAt) / 1000 + 3600)
      for (const one of findAll(file)) {
        const hex = file.toString('latin1', one.contentsStart + 1, one.contentsEnd - 1)
        const cms = Buffer.from(hex, 'hex')
        writeFileSync(join(folder, 'cms.der'), cms.subarray(0, 4 + cms.readUInt16BE(2)))
        const end = one.byteRange[2] + one.byteRange[3]
        const parts = [file.subarray(0, one.contentsStart), file.subarray(one.contentsEnd, end)]
        writeFileSync(join(folder, 'data.bin'), Buffer.concat(parts))
        const said = one.isStamp
          ? run(
              'openssl',
              'ts',
              '-verify',
              '-token_in',
              '-in',
              'cms.der',
              '-data',
              'data.bin',
              '-CAfile',
              'root.pem',
              '-attime',
              at,
            )
          : run(
              'openssl',
              'cms',
              '-verify',
              '-binary',
              '-inform',
              'DER',
              '-in',
              'cms.der',
              '-content',
              'data.bin',
              '-CAfile',
              'root.pem',
              '-purpose',
              'any',
              '-attime',
              at,
              '-out',
              'out.bin',
            )
        expect(said).toContain(one.isStamp ? 'Verification: OK' : 'CMS Verification successful')
      }
      if (has('qpdf')) expect(run('qpdf', '--check', 'file.pdf')).toContain('No syntax or stream encoding errors found')
    },
  )

  it('a file that somebody changed in the store is left as it is, and tried again later', async () => {
    const { id } = await office.issue()
    const file = await office.file(id)
    file[200] = (file[200] as number) ^ 1
    const fileHash = await office.place.tenant.files.put(file)
    await office.place.tenant.pools.writePool.query('update documents.issued set file_hash = $2 where id = $1', [
      id,
      fileHash,
    ])
    await raiseLevels(undefined, office.job())
    const { rows } = await office.place.tenant.pools.writePool.query('select * from documents.raising')
    expect(rows).toMatchObject([{ document_id: id, attempts: 1, problem: expect.stringContaining('not intact') }])
    await raiseLevels(undefined, office.job())
    office.clock.advance({ minutes: 3 })
    await raiseLevels(undefined, office.job())
    const { rows: later } = await office.place.tenant.pools.writePool.query('select * from documents.raising')
    expect(later).toMatchObject([{ attempts: 2 }])
    await office.place.tenant.pools.writePool.query('delete from documents.raising')
    await office.place.tenant.pools.writePool.query("update documents.issued set level = 'B-LTA' where id = $1", [id])
  })
})

const findAll = (file: Buffer) =>
  findSignatures(file).map((one) => ({ ...one, isStamp: one.text.includes('ETSI.RFC3161') }))

describe('the job', () => {
  it('killed at any point loses and doubles nothing', async () => {
    const { id } = await office.issue()
    // Each attempt dies at a later step; the last one is left alone.
    for (let step = 1; ; step += 1) {
      let left = step
      const die =
        <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>, after: boolean) =>
        async (...args: Args): Promise<Result> => {
          left -= 1
          if (left === 0 && !after) throw new Error('killed')
          const result = await work(...args)
          if (left === 0) throw new Error('killed')
          return result
        }
      const job = office.job()
      const { files } = job.tenant
      const tenant = {
        ...job.tenant,
        files: { ...files, get: die(files.get, false), put: die(files.put, step % 2 === 0) },
      }
      const before = await office.versions(id)
      await raiseLevels(undefined, {
        ...job,
        tenant,
        run: die(job.run as never, step % 2 === 0) as typeof job.run,
      }).catch(() => {})
      await office.place.tenant.pools.writePool.query('delete from documents.raising')
      const versions = await office.versions(id)
      const row = await office.row(id)
      expect(row.file_hash).toBe(versions.at(-1)?.file_hash)
      expect((await verify(await office.file(id))).verdict).toBe('genuine')
      expect(versions.length - before.length).toBeLessThanOrEqual(1)
      if (left > 0) {
        expect(step).toBeGreaterThan(3)
        break
      }
      expect(step).toBeLessThan(20)
    }
    expect((await office.versions(id)).map(({ reason }) => reason)).toEqual(['issued', 'level-raised'])
    expect(await office.row(id)).toMatchObject({ level: 'B-LTA' })
  })

  it('does not put a file in place that does not continue the one that is there, or that was overtaken', async () => {
    const { id } = await office.issue()
    const row = await office.row(id)
    const other = Buffer.from('%PDF-1.7 lain')
    const fileHash = await office.place.tenant.files.put(other)
    const input = { documentId: id, fromHash: row.file_hash, fileHash, sizeBytes: other.length, level: 'B-LTA' }
    const put = (values: object) => office.run(raiseLevel, { ...input, ...values }, systemActor('test'))
    await expect(put({})).rejects.toThrow('does not continue')
    expect(await put({ fromHash: fileHash })).toBe('overtaken')
    await expect(office.run(raiseLevel, input, office.head)).rejects.toThrow()
    expect(await office.row(id)).toEqual(row)
  })

  it('renews a time stamp before the certificate that made it ends, and the chain still proves the first day', async () => {
    const { id } = await office.issue()
    await raiseLevels(undefined, office.job())
    const once = await office.file(id)
    const { writePool } = office.place.tenant.pools
    await writePool.query(
      "update documents.archive_stamp set certificate_valid_to = '2026-12-31', stamped_at = '2026-01-01' where document_id = $1",
      [id],
    )
    office.clock.advance({ hours: 24 * 8 })
    await raiseLevels(undefined, office.job())
    const twice = await office.file(id)
    expect(twice.subarray(0, once.length).equals(once)).toBe(true)
    const report = await verify(twice)
    expect(report).toMatchObject({
      verdict: 'genuine',
      signatures: [{ level: 'B-LTA', time: { proof: 'stamped' } }, { kind: 'time-stamp' }, { kind: 'time-stamp' }],
    })
    const { rows } = await writePool.query(
      'select version, is_superseded from documents.archive_stamp where document_id = $1 order by version',
      [id],
    )
    expect(rows).toEqual([
      { version: 2, is_superseded: true },
      { version: 3, is_superseded: false },
    ])
    await raiseLevels(undefined, office.job())
    expect(await office.versions(id)).toHaveLength(3)
  })
})
