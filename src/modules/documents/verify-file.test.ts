import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Actor, anyone } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type CommandContext, command, runCommand } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { resolveGrants } from '#modules/organization/index.ts'
import { testOffice } from '#modules/organization/testing.ts'
import { issueDocument, revokeDocument } from './index.ts'
import { documents } from './module.ts'
import { documentPaths } from './paths.ts'
import { castOf } from './verify/testing/cast.ts'
import { signedLetter } from './verify/testing/corpus-good.ts'
import { append, letter, stream, writePdf } from './verify/testing/make-pdf.ts'

let place: TestTenant
let server: TestServer
let head: Actor
let ours: Buffer
let documentId: string
const clock = new FixedClock('2026-11-23T03:41:00Z')

beforeAll(async () => {
  place = await testTenant()
  const office = testOffice(place.tenant)
  await office.role('signer', ['documents.sign'])
  const agency = await office.unit('dpmptsp', { name: 'Dinas Penanaman Modal' })
  const post = await office.position(agency, 'Kepala Dinas', { roles: ['signer'], rank: 10 })
  const damar = await office.official('197105141998031004', 'Ir. Damar Wicaksono, M.T.')
  await office.assign(post, damar.id, '2024-01-02')
  const [held] = await resolveGrants(place.tenant.pools.read, damar.personId, '2026-11-23')
  const grants = held?.grants ?? []
  head = {
    kind: 'staff',
    accountId: newId(),
    personId: damar.personId,
    name: 'Damar',
    position: held?.position,
    grants,
  }
  server = await testServer({ ...place, modules: [documents], clock })
  const data = { opening: ['Diberikan izin.'], rows: [], closing: [] }
  const draft = {
    template: 'decision-letter',
    number: '1',
    title: 'Izin',
    subjectName: 'Sekar',
    footnotes: [],
    data,
  } as const
  const source = { type: 'case', id: newId(), unitPath: 'dpmptsp' }
  const issued = await decide((tx, context) => issueDocument(tx, context, draft, source))
  documentId = issued.id
  const { rows } = await place.tenant.pools.writePool.query('select file_hash from documents.issued')
  ours = Buffer.from(await place.tenant.files.get(rows[0].file_hash))
})
afterAll(async () => {
  await server.close()
  await place.close()
})

function decide<Result>(run: (tx: WriteHandle, context: CommandContext) => Promise<Result>) {
  const deciding = command({
    name: 'documents.decide-in-test',
    event: 'documents.decided-in-test.v1',
    access: anyone,
    input: z.object({}),
    run: async (tx, _input, context) => ({ result: await run(tx, context), event: undefined }),
  })
  return runCommand(deciding, {}, { tenant: place.tenant, actor: head, clock, origin: 'https://arunika.example' })
}

const send = (bytes: Uint8Array, name = 'surat.pdf') =>
  server.post(
    documentPaths.verifyForm,
    { 'file-form': '1' },
    { files: [{ field: 'file', name, type: 'application/pdf', bytes }] },
  )

describe('a file uploaded to be verified', () => {
  it('one of ours is genuine, covers everything, and still holds', async () => {
    const answer = await send(ours)
    const text = answer.plain()
    expect(answer.status).toBe(200)
    expect(text).toContain('Asli dan tidak berubah')
    expect(text).toContain('Seluruh berkas, sampai byte terakhir')
    expect(text).toContain('Ir. Damar Wicaksono, M.T.')
    expect(text).toContain('Kepala Dinas')
    expect(text).toContain('Otoritas Sertifikat')
    expect(text).toContain('dibuktikan oleh cap waktu')
    expect(text).toContain('dokumen itu masih berlaku')
  })

  it('is changed after signing when somebody adds to it', async () => {
    const root = [...ours.toString('latin1').matchAll(/\/Root (\d+ 0 R)/g)].at(-1)?.[1]
    const other = append(ours, { 4: stream(Buffer.from('palsu')) }, { root })
    const text = (await send(other)).plain()
    expect(text).toContain('Ditandatangani, lalu diubah')
    expect(text).toMatch(/Hanya keadaan sebelum diubah \(9\d persen/)
    expect(text).not.toContain('Terbitan kami')
  })

  it('of an unknown signer only claims its names', async () => {
    const text = (await send(signedLetter(castOf()))).plain()
    expect(text).toContain('Penanda tangan tidak dikenal')
    expect(text).toContain('Mengaku atas nama')
  })

  it('without a signature, or damaged, says so', async () => {
    expect((await send(writePdf(letter('Surat')))).plain()).toContain('Berkas ini tidak ditandatangani')
    expect((await send(ours.subarray(0, 2000))).plain()).toContain('Berkas ini rusak')
  })

  it('that is none, or no PDF, brings the form back with what is wrong', async () => {
    const none = await server.post(documentPaths.verifyForm, { 'file-form': '1' })
    expect([none.status, none.plain()]).toEqual([422, expect.stringContaining('Pilih dahulu berkas PDF')])
    const picture = await send(Buffer.from('ffd8ffe0', 'hex'), 'foto.pdf')
    expect([picture.status, picture.plain()]).toEqual([422, expect.stringContaining('Ini bukan berkas PDF')])
  })

  it('leaves nothing behind', async () => {
    const events = () => place.tenant.pools.writePool.query('select count(*)::int as n from journal.event')
    const before = (await events()).rows[0].n
    await send(signedLetter(castOf()))
    expect((await events()).rows[0].n).toBe(before)
  })

  it('in English too', async () => {
    const text = (await server.get(`${documentPaths.verifyForm}`, { headers: { 'accept-language': 'en' } })).plain()
    expect(text).toMatch(/Or check the PDF file itself|Atau periksa berkas PDF-nya/)
  })

  it('one of ours that was revoked is genuine, but no longer holds', async () => {
    await decide((tx, context) => revokeDocument(tx, context, documentId, 'Tempat praktik ditutup.'))
    const text = (await send(ours)).plain()
    expect(text).toContain('Asli dan tidak berubah')
    expect(text).toContain('Tempat praktik ditutup.')
    expect(text).not.toContain('masih berlaku')
  })
})
