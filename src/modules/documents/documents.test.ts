import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Actor, anyone, systemActor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type CommandContext, command, runCommand } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { resolveGrants } from '#modules/organization/index.ts'
import { testOffice } from '#modules/organization/testing.ts'
import { type DocumentDraft, type IssueOptions, issueDocument, listDocumentsOf, revokeDocument } from './index.ts'
import { documents } from './module.ts'
import { findDocumentByCode, type PublicDocument } from './queries/documents.ts'

const hasPoppler = spawnSync('pdfsig', ['-v']).error === undefined
const start = '2026-11-23T03:41:00Z'

let place: TestTenant
let server: TestServer
let head: Actor
let clerk: Actor
const clock = new FixedClock(start)
const engine = systemActor('services.clock')
const article = 'UU 30/2014 pasal 53 ayat (4)'

beforeAll(async () => {
  place = await testTenant()
  const office = testOffice(place.tenant)
  await office.role('signer', ['documents.sign'])
  await office.role('clerk', ['services.queue'])
  const agency = await office.unit('dpmptsp', { name: 'Dinas Penanaman Modal' })
  await office.unit('dpmptsp.izin', { kind: 'division', name: 'Bidang Perizinan' })
  const headPost = await office.position(agency, 'Kepala Dinas', { roles: ['signer'], rank: 10 })
  const clerkPost = await office.position(agency, 'Petugas Loket', { roles: ['clerk'] })
  const damar = await office.official('197105141998031004', 'Ir. Damar Wicaksono, M.T.')
  const asep = await office.official('198001012005032001', 'Asep Gumilar')
  await office.assign(headPost, damar.id, '2024-01-02')
  await office.assign(clerkPost, asep.id, '2024-01-02')
  head = await staff(damar.personId, 'Damar')
  clerk = await staff(asep.personId, 'Asep')
  server = await testServer({ ...place, modules: [documents], clock })
})
afterAll(async () => {
  await server.close()
  await place.close()
})
beforeEach(() => clock.set(start))

async function staff(personId: string, name: string): Promise<Actor> {
  const [held] = await resolveGrants(place.tenant.pools.read, personId, '2026-11-23')
  return { kind: 'staff', accountId: newId(), personId, name, position: held?.position, grants: held?.grants ?? [] }
}

/** What a deciding command of another module does. */
function decide<Result>(actor: Actor, run: (tx: WriteHandle, context: CommandContext) => Promise<Result>) {
  const deciding = command({
    name: 'documents.decide-in-test',
    event: 'documents.decided-in-test.v1',
    access: anyone,
    input: z.object({}),
    run: async (tx, _input, context) => ({ result: await run(tx, context), event: undefined }),
  })
  return runCommand(deciding, {}, { tenant: place.tenant, actor, clock, origin: 'https://arunika.example' })
}

const permit = (changed: Partial<Extract<DocumentDraft, { template: 'decision-letter' }>> = {}): DocumentDraft => ({
  template: 'decision-letter',
  number: '503/0047/SIP/2026',
  title: 'Surat Izin Praktik Dokter',
  subjectName: "dr. Ni'mah Prameswari",
  footnotes: [],
  ...changed,
  data: { opening: ['Diberikan izin.'], rows: [{ label: 'Tempat', value: 'Klinik' }], closing: [], ...changed.data },
})

async function issue(draft: DocumentDraft, options?: IssueOptions, actor: Actor = options?.seal ? engine : head) {
  const source = { type: 'case', id: newId(), unitPath: 'dpmptsp.izin' }
  const issued = await decide(actor, (tx, context) => issueDocument(tx, context, draft, source, options))
  return { ...issued, source }
}

const found = async (code: string) => (await findDocumentByCode(place.tenant.pools.read, code)) as PublicDocument
const page = async (code: string) => (await server.get(`/v/${code}`)).plain()
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.code ?? error.message,
  )

async function inspect(code: string): Promise<{ signature: string; text: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-pdf-'))
  const file = join(folder, 'document.pdf')
  writeFileSync(file, await place.tenant.files.get((await found(code)).fileHash))
  const home = { ...process.env, HOME: folder }
  try {
    return {
      signature: spawnSync('pdfsig', ['-no-ocsp', file], { encoding: 'utf8', env: home }).stdout,
      text: execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' '),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a letter signed by the official in charge', () => {
  it('carries title, number, place and day, and is genuine on the public page', async () => {
    const { code, source } = await issue(permit())
    const text = await page(code)
    expect(text).toContain('Dokumen ini asli')
    expect(text).toContain('Surat Izin Praktik Dokter')
    expect(text).toMatch(/oleh Ir\. Damar Wicaksono, M\.T\. Jabatan Kepala Dinas/)
    expect(text).not.toMatch(/Prameswari|Segel|segel/)
    const [listed] = await listDocumentsOf(place.tenant.pools.read, 'case', source.id)
    expect(listed).toMatchObject({ code, standing: 'stands', signerManner: 'definitif', validTo: undefined })
  })

  it.runIf(hasPoppler)('is valid for other programs, and says who signed in what authority', async () => {
    const { signature, text } = await inspect((await issue(permit())).code)
    expect(signature).toContain('Signature is Valid')
    expect(signature).toContain('Total document signed')
    expect(signature).toContain('Damar Wicaksono')
    expect(text).toContain('Jabatan definitif, SK/1.')
    expect(text).toContain('Nomor 503/0047/SIP/2026')
  })

  it('is refused to who does not hold the signing post, and nothing of it is kept', async () => {
    expect(await refusal(issue(permit({ number: 'tidak-terbit' }), {}, clerk))).toBe('forbidden')
    expect(await refusal(issue(permit({ number: 'tidak-terbit' }), {}, engine))).toBe('forbidden')
    const kept = await place.tenant.pools.writePool.query(
      `select 1 from documents.issued where number = 'tidak-terbit'`,
    )
    expect(kept.rowCount).toBe(0)
  })

  it('is refused when it holds letters that cannot be printed', async () => {
    const arabic = permit({ data: { opening: ['عمر'], rows: [], closing: [] } })
    const javanese = permit({ title: 'Izin ꦲꦤ' })
    for (const draft of [arabic, javanese]) expect(await refusal(issue(draft))).toBe('invalid-input')
  })

  it('past its last day it is genuine but no longer valid', async () => {
    const { code } = await issue(permit({ data: { opening: [], rows: [], closing: [], validUntil: '2026-12-31' } }))
    expect(await page(code)).toContain('Berlaku sampai dengan 31 Desember 2026')
    clock.set('2026-12-31T16:59:00Z')
    expect(await page(code)).toMatch(/Dokumen ini asli(?!, tetapi)/)
    clock.set('2026-12-31T17:00:00Z')
    expect(await page(code)).toContain('sudah habis masa berlakunya')
  })
})

describe('a document sealed without an official', () => {
  const sealed = () => permit({ sealedUnder: article })

  it('carries the seal of the office, and the public page says so in plain words with the article', async () => {
    const { code } = await issue(sealed(), { seal: true })
    const text = await page(code)
    expect(text).toContain('Dokumen ini asli')
    expect(text).toContain(
      `Tidak ada pejabat yang menandatanganinya. Dokumen ini terbit otomatis menurut ${article} dan disegel secara elektronik oleh Dinas Penanaman Modal.`,
    )
    expect(text).not.toContain('Damar')
    expect(await found(code)).toMatchObject({ signerManner: 'seal', signerOrder: article })
  })

  it('in English too', async () => {
    const { code } = await issue(sealed(), { seal: true })
    const english = (
      await server.get(`/v/${code}`, { headers: { cookie: 'bahasa=en', 'accept-language': 'en' } })
    ).plain()
    expect(english).toContain('No official signed it.')
  })

  it('is made with a certificate of the unit, once for all its documents', async () => {
    await issue(sealed(), { seal: true })
    await issue(sealed(), { seal: true })
    const { rows } = await place.tenant.pools.writePool.query(
      `select position_id, official_id, u.path from documents.signing_certificate c
       join organization.unit u on u.id = c.unit_id`,
    )
    expect(rows).toEqual([{ position_id: null, official_id: null, path: 'dpmptsp' }])
  })

  it.runIf(hasPoppler)('is valid for other programs under the name of the seal', async () => {
    const { signature, text } = await inspect((await issue(sealed(), { seal: true })).code)
    expect(signature).toContain('Signature is Valid')
    expect(signature).toContain('Segel elektronik Dinas Penanaman Modal')
    expect(text).toContain(`Terbit otomatis menurut ${article}, tanpa tanda tangan pejabat.`)
  })

  it('needs its article of law', async () => {
    expect(await refusal(issue(permit(), { seal: true }))).toContain('without its article of law')
  })

  it('a certificate is of a person in a post or of a unit, never of both or of neither', async () => {
    const change = (set: string) =>
      place.tenant.pools.writePool
        .query(`update documents.signing_certificate set ${set} where unit_id is not null`)
        .then(
          () => 'done',
          (error: { constraint?: string }) => error.constraint,
        )
    await issue(sealed(), { seal: true })
    expect(await change('unit_id = null')).toBe('person_or_unit')
    expect(await change('position_id = (select id from organization.position limit 1)')).toBe('person_or_unit')
  })
})

describe('a document taken out of force', () => {
  it('revoked: the public page says since when and why', async () => {
    const { id, code, source } = await issue(permit())
    clock.set('2026-11-30T02:00:00Z')
    await decide(head, (tx, context) => revokeDocument(tx, context, id, 'Tempat praktik ditutup.'))
    const text = await page(code)
    expect(text).toContain('Dokumen ini sudah dicabut')
    expect(text).toMatch(/Tidak berlaku lagi sejak dicabut .*30 Nov/)
    expect(text).toContain('Tempat praktik ditutup.')
    expect(text).not.toContain('Dokumen ini asli')
    const [listed] = await listDocumentsOf(place.tenant.pools.read, 'case', source.id)
    expect(listed).toMatchObject({ standing: 'revoked', revokedReason: 'Tempat praktik ditutup.' })
  })

  it('is revoked once, for a reason, and only if it exists', async () => {
    const { id, code } = await issue(permit())
    const revoke = (which: string, reason: string) =>
      refusal(decide(head, (tx, context) => revokeDocument(tx, context, which, reason)))
    expect(await revoke(id, '  ')).toContain('without a reason')
    expect(await revoke(newId(), 'x')).toBe('not-found')
    expect(await revoke(id, 'Pertama')).toBe('done')
    expect(await revoke(id, 'Kedua')).toBe('wrong-state')
    expect(await found(code)).toMatchObject({ revokedReason: 'Pertama' })
  })

  it('replaced: no longer holds since the new one, and leads to nothing personal', async () => {
    const old = await issue(permit())
    clock.set('2026-12-07T02:00:00Z')
    const renewed = await issue(permit({ number: '503/0101/SIP/2026', subjectName: 'Sekar Prameswari' }), {
      replaces: [old.id],
    })
    expect(await found(old.code)).toMatchObject({
      standing: 'replaced',
      revokedReason: 'diganti dengan Surat Izin Praktik Dokter nomor 503/0101/SIP/2026',
    })
    const answer = await server.get(`/v/${old.code}`)
    expect(answer.plain()).toContain('Dokumen ini sudah diganti')
    expect(answer.plain()).toMatch(/Tidak berlaku lagi sejak .*7 Des/)
    expect(answer.text).not.toMatch(/503\/0101|Prameswari/)
    expect(answer.text).not.toContain(renewed.code)
    expect(answer.text).not.toContain(renewed.id)
    expect(await page(renewed.code)).toContain('Dokumen ini asli')
  })

  it('a replacement leaves an earlier revocation as it was, and refuses a document that never was', async () => {
    const [first, second] = [await issue(permit()), await issue(permit())]
    await decide(head, (tx, context) => revokeDocument(tx, context, first.id, 'Palsu'))
    await issue(permit(), { replaces: [first.id, second.id, second.id] })
    expect(await found(first.code)).toMatchObject({ standing: 'revoked', revokedReason: 'Palsu' })
    expect(await found(second.code)).toMatchObject({ standing: 'replaced' })
    const unknown = issue(permit({ number: 'pengganti-siapa' }), { replaces: [second.id, newId()] })
    expect(await refusal(unknown)).toBe('not-found')
    const kept = await place.tenant.pools.writePool.query(
      `select 1 from documents.issued where number = 'pengganti-siapa'`,
    )
    expect(kept.rowCount).toBe(0)
  })

  it('a sealed one can be replaced by a signed one', async () => {
    const old = await issue(permit({ sealedUnder: article }), { seal: true })
    await issue(permit(), { replaces: [old.id] })
    const text = await page(old.code)
    expect(text).toContain('Dokumen ini sudah diganti')
    expect(text).toContain(article)
  })

  it('a file that is no longer whole proves nothing', async () => {
    const { code } = await issue(permit())
    const elsewhere = await place.tenant.files.put(Buffer.from('%PDF-1.7 changed'))
    await place.tenant.pools.writePool.query('update documents.issued set file_hash = $1 where code = $2', [
      elsewhere,
      code,
    ])
    expect(await page(code)).toContain('rusak')
    await place.tenant.files.remove(elsewhere)
    expect(await page(code)).toContain('rusak')
  })
})
