import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { newId } from '#kernel/ids.ts'
import { raiseLevels } from '../long-term/raise-levels.ts'
import { type SigningOffice, signingOffice } from '../long-term/testing/signing-office.ts'
import { trustOfRegion } from '../queries/trust.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { coSignDocument } from './co-sign-document.ts'
import { revokeDocument } from './revoke-document.ts'

let office: SigningOffice

beforeAll(async () => {
  office = await signingOffice()
})
afterAll(() => office.place.close())

const coSign = (actor: Actor, documentId: string) =>
  office.as(actor, (tx, context) => coSignDocument(tx, context, { documentId, act: 'decision' }))
const verify = async (file: Buffer) =>
  verifyPdf(file, {
    ...(await trustOfRegion(office.place.tenant.pools.read)),
    now: new Date(office.clock.now().epochMilliseconds),
  })

describe('a document of two signers', () => {
  it('is complete with the second signature, which leaves the first one its bytes; then it is raised', async () => {
    const { id } = await office.issue({ cosigners: 1 })
    expect(await office.row(id)).toMatchObject({ completed_at: null, signatures_wanted: 2, level: 'B-T' })
    await raiseLevels(undefined, office.job())
    expect(await office.versions(id)).toHaveLength(1)
    const once = await office.file(id)
    office.clock.advance({ minutes: 5 })
    expect(await coSign(office.secretary, id)).toEqual({ ordinal: 2, completed: true })
    const twice = await office.file(id)
    expect(twice.subarray(0, once.length).equals(once)).toBe(true)
    expect(await verify(twice)).toMatchObject({
      verdict: 'genuine',
      signatures: [
        { signer: { name: 'Ir. Damar Wicaksono, M.T.' }, covers: 'whole-then-allowed', level: 'B-T' },
        { signer: { name: 'Sekar Prameswari, S.E.', title: 'Sekretaris Dinas' }, covers: 'whole', level: 'B-T' },
      ],
    })
    expect(await office.row(id)).toMatchObject({ completed_at: expect.any(Date), level: 'B-T' })
    const { rows } = await office.place.tenant.pools.writePool.query(
      'select ordinal, signer_name, signer_position from documents.signature where document_id = $1 order by ordinal',
      [id],
    )
    expect(rows[1]).toEqual({ ordinal: 2, signer_name: 'Sekar Prameswari, S.E.', signer_position: 'Sekretaris Dinas' })
    await raiseLevels(undefined, office.job())
    expect((await verify(await office.file(id))).signatures).toMatchObject([
      { level: 'B-LTA' },
      { level: 'B-LTA' },
      { kind: 'time-stamp' },
    ])
    expect((await office.versions(id)).map(({ reason }) => reason)).toEqual(['issued', 'co-signed', 'level-raised'])
  })

  it('refuses the same person, a complete document, one without authority, one that was revoked, and none', async () => {
    const { id } = await office.issue({ cosigners: 1 })
    await expect(coSign(office.head, id)).rejects.toMatchObject({ code: 'wrong-state' })
    const stranger: Actor = { ...office.secretary, position: undefined, grants: [] }
    await expect(coSign(stranger, id)).rejects.toMatchObject({ code: 'forbidden' })
    await coSign(office.secretary, id)
    await expect(coSign(office.secretary, id)).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(coSign(office.secretary, newId())).rejects.toMatchObject({ code: 'not-found' })
    const { id: revoked } = await office.issue({ cosigners: 1 })
    await office.as(office.head, (tx, context) => revokeDocument(tx, context, revoked, 'Keliru'))
    await expect(coSign(office.secretary, revoked)).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await office.versions(id)).toHaveLength(2)
    expect(await office.versions(revoked)).toHaveLength(1)
  })

  it('refuses a file that is no longer intact', async () => {
    const { id } = await office.issue({ cosigners: 1 })
    const file = await office.file(id)
    file[300] = (file[300] as number) ^ 1
    const fileHash = await office.place.tenant.files.put(file)
    const { writePool } = office.place.tenant.pools
    await writePool.query('update documents.issued set file_hash = $2 where id = $1', [id, fileHash])
    await expect(coSign(office.secretary, id)).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await office.row(id)).toMatchObject({ file_hash: fileHash, completed_at: null })
  })

  it('takes two who sign at the same moment one after the other', async () => {
    const { id } = await office.issue({ cosigners: 2 })
    const results = await Promise.allSettled([coSign(office.secretary, id), coSign(office.secretary, id)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await office.versions(id)).toHaveLength(2)
    expect((await verify(await office.file(id))).signatures).toHaveLength(2)
  })

  it.skipIf(spawnSync('pdfsig', ['-v']).error !== undefined)('pdfsig finds both signatures valid', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'balai-two-'))
    const { id } = await office.issue({ cosigners: 1 })
    await coSign(office.secretary, id)
    await raiseLevels(undefined, office.job())
    writeFileSync(join(folder, 'two.pdf'), await office.file(id))
    const env = { ...process.env, HOME: folder }
    const said = spawnSync('pdfsig', ['-no-ocsp', '-nocert', 'two.pdf'], { cwd: folder, encoding: 'utf8', env }).stdout
    rmSync(folder, { recursive: true })
    expect(said.match(/Signature is Valid/g)).toHaveLength(2)
  })
})
