import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { commitmentOf } from '#kernel/journal/entry.ts'
import { canonicalJson, recordAccess, writeEvent } from '#kernel/journal/journal.ts'
import { checkExport } from '#kernel/proof-log/check-export.ts'
import { downloadLog } from '#kernel/proof-log/download-log.ts'
import { leafHash } from '#kernel/proof-log/merkle.ts'
import { cosignLine, newSigner, openCheckpoint, parseNote, parseVerifierKey } from '#kernel/proof-log/note.ts'
import { checkProofText } from '#kernel/proof-log/proof-file.ts'
import { recordFinders } from '#kernel/proof-log/record-finders.ts'
import { sealAll } from '#kernel/proof-log/seal.ts'
import { verifyConsistency, verifyInclusion } from '#kernel/proof-log/verify.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { oversight } from './module.ts'

const now = Temporal.Instant.from('2026-11-23T03:00:00Z')
const clock = new FixedClock(now)
const personId = randomUUID()
const citizen: Actor = { kind: 'citizen', accountId: 'sekar', personId, name: 'Sekar', grants: [] }
const other: Actor = { ...citizen, accountId: 'lain', personId: randomUUID() }
const grant = (permission: string) => ({ permission, unitPath: '', territory: '' })
const supervisor: Actor = {
  kind: 'staff',
  accountId: 'inspektur',
  personId: randomUUID(),
  name: 'Bayu',
  grants: [grant('oversight.register-witness'), grant('oversight.read-journal')],
}
const witness = newSigner('arsip.example/saksi', 4).signer

let place: TestTenant
let server: TestServer
let ids: string[]
let readingId = ''

const sealing = { now, origin: 'arunika.example/bukti/log' }

async function write(count: number): Promise<string[]> {
  return place.tenant.pools.write.transaction().execute(async (tx) => {
    const written: string[] = []
    for (let n = 0; n < count; n += 1) {
      const event = { at: now, name: 'x.y.v1', command: 'x.y', actor: systemActor('x'), requestId: undefined }
      written.push(await writeEvent(tx, { ...event, subject: { type: 'x', id: String(n) }, payload: { n } }))
    }
    return written
  })
}

beforeAll(async () => {
  place = await testTenant()
  server = await testServer({ ...place, modules: [oversight], clock })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const api = async (path: string) => {
  const answer = await server.get(`/bukti/log/${path}`)
  return { ...answer, json: () => JSON.parse(answer.text) }
}
const hashes = (list: string[]) => list.map((hash) => Buffer.from(hash, 'base64'))
const logKey = async () => parseVerifierKey((await api('key')).text, 1)
const headNow = async () => openCheckpoint(parseNote((await api('checkpoint')).text), await logKey())

describe('before the first seal', () => {
  it('pages and addresses say that there is nothing yet', async () => {
    expect((await server.get('/bukti')).plain()).toContain('Belum ada catatan yang disegel')
    for (const path of ['checkpoint', 'key']) {
      const answer = await api(path)
      expect([answer.status, answer.json().reason]).toEqual([
        404,
        'Log ini belum mempunyai kepala yang ditandatangani.',
      ])
    }
  })

  it('a record that waits says so', async () => {
    ids = await write(1)
    expect((await server.get(`/bukti/catatan/${ids[0]}`)).plain()).toContain('menunggu disegel')
    expect((await server.get(`/bukti/catatan/${ids[0]}/bukti.tlog-proof`)).status).toBe(404)
  })
})

describe('the open log', () => {
  beforeAll(async () => {
    await sealAll(place.tenant, sealing)
    ids.push(...(await write(299)))
    const reading = { personId, object: { type: 'person', id: personId }, purpose: 'memeriksa berkas' }
    await recordAccess(place.tenant.pools.write, supervisor, [reading], now)
    await sealAll(place.tenant, sealing)
    const { rows } = await place.tenant.pools.readPool.query('select id from journal.access')
    readingId = rows[0].id
  })

  it('gives a signed head that may be kept for seconds', async () => {
    const answer = await api('checkpoint')
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('public, max-age=5')
    expect((await headNow()).size).toBe(301)
  })

  it('gives tiles from which the head can be computed, and entries that hash to them', async () => {
    const full = await server.app.inject('/bukti/log/tile/0/000')
    const rest = await server.app.inject('/bukti/log/tile/0/001.p/45')
    expect(full.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect([full.rawPayload.length, rest.rawPayload.length]).toEqual([8192, 45 * 32])
    const bundle = (await server.app.inject('/bukti/log/tile/entries/000')).rawPayload
    let at = 0
    for (let n = 0; n < 256; n += 1) {
      const length = bundle.readUInt16BE(at)
      const hash = leafHash(bundle.subarray(at + 2, at + 2 + length))
      expect(hash.equals(full.rawPayload.subarray(n * 32, n * 32 + 32))).toBe(true)
      at += 2 + length
    }
    expect(at).toBe(bundle.length)
    const above = (await server.app.inject('/bukti/log/tile/1/000.p/1')).rawPayload
    const { consistency } = (await api('consistency?first=256&second=301')).json()
    const head = await headNow()
    verifyConsistency({ first: { size: 256, root: above }, second: head, path: hashes(consistency) })
  })

  it('proves an entry at its place, and growth between two heads', async () => {
    const answer = (await api('entry-and-proof?leaf_index=17&tree_size=301')).json()
    const head = await headNow()
    const path = hashes(answer.audit_path)
    verifyInclusion({ leafIndex: 17, treeSize: 301, leaf: leafHash(answer.entry), path, root: head.root })
    const first = openCheckpoint(
      parseNote((await api('entry-and-proof?leaf_index=0&tree_size=1')).json().checkpoint),
      await logKey(),
    )
    const grown = (await api('consistency?first=1&second=301')).json()
    verifyConsistency({ first, second: head, path: hashes(grown.consistency) })
  })

  it('is downloaded whole by anyone, and checked without us', async () => {
    const at = (path: string) => server.app.inject(`/bukti/log/${path}`)
    const open = {
      text: async (path: string) => (await at(path)).payload,
      bytes: async (path: string) => (await at(path)).rawPayload,
    }
    const folder = mkdtempSync(join(tmpdir(), 'balai-download-'))
    try {
      expect(await downloadLog(open, folder)).toBe(301)
      expect(checkExport(folder)).toMatchObject({ leaves: 301, heads: 1 })
      const cut = { ...open, bytes: async (path: string) => (await open.bytes(path)).subarray(1) }
      await expect(downloadLog(cut, folder)).rejects.toThrow(/is not 256 hashes long/)
      const forged = { ...open, text: async (path: string) => (await open.text(path)).replace('301', '300') }
      await expect(downloadLog(forged, folder)).rejects.toThrow(/does not fit/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it.each([
    ['consistency?first=-1&second=5', 400, 'bilangan bulat'],
    ['consistency?first=satu&second=5', 400, 'bilangan bulat'],
    ['consistency?first=5&second=1', 400, 'tidak dapat melanjutkan'],
    ['consistency?first=1&second=9007199254740991', 400, 'baru mempunyai 301'],
    ['consistency?first=1&second=99999999999999999999', 400, 'bilangan bulat'],
    ['consistency', 400, 'bilangan bulat'],
    ['entry-and-proof?leaf_index=301&tree_size=301', 400, 'tidak mungkin ada'],
    ['entry-and-proof?leaf_index=1e2&tree_size=301', 400, 'bilangan bulat'],
    ['entry-and-proof?leaf_index=0&tree_size=300', 404, 'Tidak ada kepala log'],
    ['entry-and-proof?leaf_index=0%27--&tree_size=301', 400, 'bilangan bulat'],
    ['tile/0/1', 400, 'Alamat ubin'],
    ['tile/0/-01', 400, 'Alamat ubin'],
    ['tile/00/000', 400, 'Alamat ubin'],
    ['tile/64/000', 400, 'Alamat ubin'],
    ['tile/0/x000/000', 400, 'Alamat ubin'],
    ['tile/0/000.p/256', 400, 'Alamat ubin'],
    ['tile/0/000.p/0', 400, 'Alamat ubin'],
    ['tile/nol/000', 400, 'Alamat ubin'],
    ['tile/0/001', 404, 'tidak ada'],
    ['tile/0/001.p/46', 404, 'tidak ada'],
    ['tile/0/x999/x999/x999/x999/999', 404, 'tidak ada'],
    ['tile/entries/x999/x999/x999/x999/999', 404, 'tidak ada'],
    ['tile/5/000', 404, 'tidak ada'],
  ])('refuses %s with %i and a reason', async (path, status, reason) => {
    const answer = await api(path)
    expect([answer.status, answer.json().reason]).toEqual([status, expect.stringContaining(reason)])
  })
})

describe('pages of the proof log', () => {
  it('explain it, list the heads and lead to each', async () => {
    const text = (await server.get('/bukti')).plain()
    for (const part of ['Apa yang dibuktikan', 'Bagaimana memeriksanya', '301 catatan dalam log', 'Belum ada saksi'])
      expect(text).toContain(part)
    const head = await server.get('/bukti/kepala/301')
    expect(head.plain()).toContain('arunika.example/bukti/log')
    expect(head.text).toContain('/bukti/log/consistency?first=1')
    for (const wrong of ['302', '-1', 'x', '0']) expect((await server.get(`/bukti/kepala/${wrong}`)).status).toBe(404)
  })

  it('find a record by code and by place, and keep what was typed when there is none', async () => {
    expect((await server.get(`/bukti/cari?catatan=${ids[3]}`)).location).toBe(`/bukti/catatan/${ids[3]}`)
    expect((await server.get('/bukti/cari?catatan=0')).location).toBe(`/bukti/catatan/${ids[0]}`)
    provide(recordFinders, 'test', async (_db, typed) => (typed === 'SURAT-7' ? ids[7] : undefined)).install()
    expect((await server.get('/bukti/cari?catatan=SURAT-7')).location).toBe(`/bukti/catatan/${ids[7]}`)
    const none = await server.get('/bukti/cari?catatan=301')
    expect([none.status, none.fields()['catatan']]).toEqual([422, '301'])
    expect(none.plain()).toContain('Tidak ada catatan dengan kode atau nomor')
    expect((await server.get(`/bukti/catatan/${randomUUID()}`)).status).toBe(404)
    expect((await server.get('/bukti/catatan/x')).status).toBe(404)
  })

  it('show a record without its content, and give its proof to keep', async () => {
    const shown = await server.get(`/bukti/catatan/${ids[20]}`)
    expect(shown.plain()).toContain('nomor 20 dari 301')
    expect(shown.text).not.toContain('x.y')
    const file = await server.get(`/bukti/catatan/${ids[20]}/bukti.tlog-proof`)
    const checked = checkProofText(file.text, await logKey())
    expect([JSON.parse(checked.entry).id, checked.leafIndex]).toEqual([ids[20], 20])
    const altered = file.text.replace(/index 20/, 'index 21')
    expect(() => checkProofText(altered, newSigner('x', 1).signer.key)).toThrow()
  })

  it('of older heads come page by page', async () => {
    for (let n = 0; n < 30; n += 1) {
      await write(1)
      await sealAll(place.tenant, sealing)
    }
    const first = await server.get('/bukti')
    const [next] = /\/bukti\?sebelum=\d+/.exec(first.text) as RegExpExecArray
    const second = await server.get(next)
    expect(second.text).toContain('/bukti/kepala/301"')
    expect(second.text).not.toContain(`${next}"`)
    expect(second.plain()).not.toContain('Apa yang dibuktikan')
  })
})

describe('a reading of my data', () => {
  it('shows its proof to me, with content that I can check myself', async () => {
    const list = await server.get('/siapa-melihat-data-saya', { as: citizen })
    expect(list.text).toContain(`/bukti/catatan/${readingId}`)
    const opening = JSON.parse(
      (await server.get(`/siapa-melihat-data-saya/${readingId}/isi.json`, { as: citizen })).text,
    )
    expect(opening.content).toMatchObject({ person: personId, purpose: 'memeriksa berkas' })
    const commitment = commitmentOf(opening.content, Buffer.from(opening.salt, 'base64')).toString('base64')
    expect(opening.entry).toBe(canonicalJson({ commitment, id: readingId, v: 1 }))
    const kept = await server.get(`/bukti/catatan/${readingId}/bukti.tlog-proof`)
    expect(checkProofText(kept.text, await logKey()).entry).toBe(opening.entry)
  })

  it('does not give its content to anyone else', async () => {
    const path = `/siapa-melihat-data-saya/${readingId}/isi.json`
    expect((await server.get(path, { as: other })).status).toBe(404)
    expect((await server.get(path)).location).toContain('/masuk')
    expect((await server.get(path, { as: { ...citizen, personId: undefined } })).status).toBe(404)
  })
})

describe('witnesses', () => {
  const post = (body: string) =>
    server.app.inject({
      method: 'POST',
      url: '/bukti/log/cosignature',
      headers: { 'content-type': 'text/plain' },
      body,
    })
  const signed = async (by = witness, at = now.epochMilliseconds / 1000) => {
    const text = (await api('checkpoint')).text
    return `${text}${cosignLine(parseNote(text).body, by, at)}\n`
  }

  it('are registered by whoever may, by a key that is one', async () => {
    expect((await server.get('/pengawasan/saksi', { as: citizen })).status).toBe(403)
    const refused = await server.post('/pengawasan/saksi', { key: 'bukan kunci' }, { as: supervisor })
    expect([refused.status, refused.fields()['key']]).toEqual([422, 'bukan kunci'])
    expect(refused.plain()).toContain('Ini bukan kunci saksi')
    expect((await post(await signed())).statusCode).toBe(422)
    expect((await server.post('/pengawasan/saksi', { key: witness.key.text }, { as: supervisor })).status).toBe(303)
    const twice = await server.post('/pengawasan/saksi', { key: witness.key.text }, { as: supervisor })
    expect(twice.plain()).toContain('sudah terdaftar')
    const { rows } = await place.tenant.pools.readPool.query(
      `select payload from journal.event where name = 'oversight.witness-registered.v1'`,
    )
    expect(rows).toHaveLength(1)
  })

  it('bring their signatures, which then stand below the head and on its page', async () => {
    const text = await signed()
    for (let times = 0; times < 2; times += 1) expect((await post(text)).json()).toEqual({ taken: [witness.key.name] })
    expect((await api('checkpoint')).text).toContain(`— ${witness.key.name} `)
    const { size } = await headNow()
    expect((await server.get(`/bukti/kepala/${size}`)).plain()).toContain(witness.key.name)
    expect((await server.get('/bukti')).plain()).toContain('1 saksi di luar')
  })

  it('are refused for another head, another key, a wrong signature, a time to come, and what is no note', async () => {
    await write(1)
    await sealAll(place.tenant, sealing)
    const text = await signed()
    const impostor = newSigner(witness.key.name, 4).signer
    const bad: [string, string][] = [
      [text.replace(/\n\d+\n/, '\n300\n'), 'signed no such head'],
      [await signed(impostor), 'no registered witness'],
      [text.replace(/.{8}\n$/, 'AAAAAA==\n'), 'does not fit'],
      [await signed(witness, now.epochMilliseconds / 1000 + 3600), 'still to come'],
      ['', 'no signed note'],
      ['x\n\n— y z\n', 'no signature'],
    ]
    for (const [body, why] of bad) {
      const answer = await post(body)
      expect([answer.statusCode, answer.json().reason]).toEqual([422, expect.stringContaining(why)])
    }
  })

  it('sign no more once they are retired; what they signed stays', async () => {
    const list = await server.get('/pengawasan/saksi', { as: supervisor })
    const [, id] = /saksi\/([0-9a-f-]{36})\/akhiri/.exec(list.text) as RegExpExecArray
    expect((await server.post(`/pengawasan/saksi/${id}/akhiri`, {}, { as: citizen })).status).toBe(403)
    expect((await server.post(`/pengawasan/saksi/${id}/akhiri`, {}, { as: supervisor })).status).toBe(303)
    expect((await post(await signed())).json().reason).toContain('no registered witness')
    expect((await server.post(`/pengawasan/saksi/${id}/akhiri`, {}, { as: supervisor })).status).toBe(404)
    const { rows } = await place.tenant.pools.readPool.query('select count(*)::int as n from journal.cosignature')
    expect(rows[0].n).toBe(1)
  })
})
