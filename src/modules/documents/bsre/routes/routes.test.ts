import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { type SigningOffice, signingOffice } from '../../long-term/testing/signing-office.ts'
import { documents } from '../../module.ts'
import { certifyPaths } from '../paths.ts'
import { demoPassphrase, simulatedCodeOf } from '../simulator/own-simulator.ts'

let office: SigningOffice
let server: TestServer
let head: Actor
const nik = '9901011405710001'
const unknownId = '01a20479-a5c2-774f-950e-fccab16d2eec'

beforeAll(async () => {
  office = await signingOffice()
  const { tenant } = office.place
  const grant = { permission: 'documents.certify', unitPath: 'dpmptsp', territory: '' }
  head = { ...office.head, grants: [...office.head.grants, grant], elevatedUntil: Date.parse('2030-01-01') }
  await tenant.pools.writePool.query('update people.person set nik_sealed = $1, nik_print = $2 where id = $3', [
    tenant.cipher.seal(nik, 'people.person.nik'),
    tenant.cipher.fingerprint(nik, 'people.person.nik'),
    head.personId,
  ])
  server = await testServer({ ...office.place, modules: [documents], actor: head, clock: office.clock })
})
afterAll(async () => {
  await server.close()
  await office.place.close()
})

const setDemo = (isDemo: boolean) => {
  const { tenant } = office.place
  tenant.profile = { ...tenant.profile, isDemo }
}

async function proposed(...ids: string[]): Promise<string> {
  const page = await server.post(certifyPaths.propose, { yang: 'dipilih', dokumen: ids })
  expect(page.status).toBe(303)
  return String(page.location).split('/').at(-1) as string
}

async function ended(batchId: string) {
  for (let tries = 0; tries < 100; tries += 1) {
    const page = await server.get(certifyPaths.batch(batchId))
    if (!page.text.includes('kemajuan')) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the batch does not end')
}

describe('a region without the national service', () => {
  it('shows nothing of it', async () => {
    setDemo(false)
    expect((await server.get(certifyPaths.list)).status).toBe(404)
    expect((await server.get(certifyPaths.batches)).status).toBe(404)
    expect((await server.post(certifyPaths.propose, { yang: 'semua' })).status).toBe(404)
    setDemo(true)
  })
})

describe('certified signatures of a demo region', () => {
  it('are chosen, proven with the passphrase, and there', async () => {
    const { id } = await office.issue()
    expect((await server.get(certifyPaths.list)).text).toContain(id)
    expect((await server.get(certifyPaths.file(id))).text).toMatch(/^%PDF-/)
    expect((await server.get(certifyPaths.file(unknownId))).status).toBe(404)
    const batchId = await proposed(id)
    expect((await server.get(certifyPaths.batch(batchId))).text).toContain(demoPassphrase)
    const started = await server.post(certifyPaths.sign(batchId), { cara: 'passphrase', 'frasa-sandi': demoPassphrase })
    expect(started.status).toBe(303)
    expect((await ended(batchId)).text).toContain('sudah bersertifikat')
    expect((await server.get(certifyPaths.list)).text).not.toContain(id)
    expect((await office.versions(id)).at(-1)).toMatchObject({ reason: 'certified' })
  })

  it('a wrong passphrase is said at its field and never put back; nothing chosen is said too', async () => {
    const { id } = await office.issue()
    const batchId = await proposed(id)
    const refused = await server.post(certifyPaths.sign(batchId), { cara: 'passphrase', 'frasa-sandi': 'Keliru-77' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('tidak diterima layanan nasional')
    expect(refused.text).not.toContain('Keliru-77')
    const empty = await server.post(certifyPaths.sign(batchId), { cara: 'totp', 'sandi-sekali-pakai': 'abc' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('angka saja')
    const none = await server.post(certifyPaths.propose, { yang: 'dipilih', q: 'Izin' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('value="Izin"')
  })

  it('are proven with a code for as many documents', async () => {
    const ids = [(await office.issue()).id, (await office.issue()).id]
    const batchId = await proposed(...ids)
    expect((await server.post(certifyPaths.code(batchId))).status).toBe(303)
    const code = await simulatedCodeOf(office.place.tenant, nik)
    await server.post(certifyPaths.sign(batchId), { cara: 'totp', 'sandi-sekali-pakai': code ?? '' })
    expect((await ended(batchId)).text).toContain('sudah bersertifikat')
  })

  it('an unknown outcome waits for the official, who may put the document back', async () => {
    const { id } = await office.issue()
    const batchId = await proposed(id)
    await server.post(certifyPaths.sign(batchId), { cara: 'passphrase', 'frasa-sandi': `${demoPassphrase}/putus` })
    expect((await ended(batchId)).text).toContain('Belum pasti')
    expect((await server.get(certifyPaths.list)).text).toContain(certifyPaths.settle(batchId, 0))
    const path = certifyPaths.settle(batchId, 0)
    expect((await server.get(path)).status).toBe(200)
    const bytes = Buffer.from('%PDF-1.7 bukan ini')
    const wrong = await server.post(
      path,
      { aksi: 'unggah' },
      { files: [{ field: 'berkas', name: 'a.pdf', type: 'application/pdf', bytes }] },
    )
    expect(wrong.status).toBe(422)
    expect((await server.post(path, { aksi: 'lepas' })).status).toBe(303)
    expect((await server.get(path)).status).toBe(404)
    expect((await server.get(certifyPaths.list)).text).toContain(id)
  })

  it('the state of the certificate is asked for, and said', async () => {
    expect((await server.get(certifyPaths.list)).text).toContain('belum diperiksa')
    expect((await server.post(certifyPaths.state)).status).toBe(303)
    expect((await server.get(certifyPaths.list)).text).toContain('Sertifikat Anda aktif')
    const list = await server.get(certifyPaths.simulatedList)
    expect(list.status).toBe(200)
  })

  it('another official’s batch is not found; without the right nothing is', async () => {
    const { id } = await office.issue()
    const batchId = await proposed(id)
    const other = { ...office.secretary, grants: head.grants, elevatedUntil: head.elevatedUntil }
    expect((await server.get(certifyPaths.batch(batchId), { as: other })).status).toBe(404)
    expect((await server.get(certifyPaths.file(id), { as: other })).status).toBe(404)
    expect((await server.get(certifyPaths.list, { as: office.head })).status).toBe(403)
  })
})
