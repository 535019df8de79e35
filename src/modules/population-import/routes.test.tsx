import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { inspectImport } from './jobs.ts'
import { populationImport } from './module.ts'
import { importPaths } from './paths.ts'
import {
  approver,
  checkUploaded,
  fileOf,
  type InventedRow,
  jobContext,
  loadVillagesForTests,
  preparer,
  uploadFile,
} from './testing.ts'

let place: TestTenant
let server: TestServer
beforeAll(async () => {
  place = await testTenant()
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadVillagesForTests((text) => owner.query(text))
  await owner.end()
  server = await testServer({ ...place, modules: [populationImport], actor: preparer })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const person = (n: number, more: Partial<InventedRow> = {}): InventedRow => ({
  nik: `99010225038000${n}`,
  kk: `99010201012000${n}`,
  name: 'Sukarno',
  ...more,
})
const about = { 'asOf-day': '31', 'asOf-month': '10', 'asOf-year': '2026', note: 'Ekspor SIAK' }
const json = { headers: { accept: 'application/json' } }

describe('an upload', () => {
  it('without a file or a day says so at the field and keeps what was typed', async () => {
    const page = await server.post(importPaths.start, { note: 'Ekspor SIAK', 'asOf-day': '31' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Pilih berkas CSV atau Excel lebih dahulu.')
    expect(page.text).toContain('value="Ekspor SIAK"')
    expect(page.text).toContain('value="31"')
  })

  it('goes whole with the form where no scripts run', async () => {
    const file = { field: 'file', name: 'penduduk.csv', type: 'text/csv', bytes: fileOf(person(11)) }
    const sent = await server.post(importPaths.start, about, { files: [file as never] })
    expect(sent.status).toBe(303)
    const id = String(sent.headers['location']).split('/').at(-1) as string
    await inspectImport({ importId: id } as never, jobContext(place))
    expect((await server.get(importPaths.show(id))).text).toContain('1 baris')
  })

  it('in pieces goes on where it broke, also when a piece arrives twice', async () => {
    const bytes = fileOf(person(12), person(13))
    const begun = await server.post(
      importPaths.start,
      { ...about, fileName: 'besar.csv', fileSize: String(bytes.length) },
      json,
    )
    const { id, part } = JSON.parse(begun.text) as { id: string; part: string }
    const send = async (from: number, to: number) => {
      const file = { field: 'file', name: 'bagian', type: 'application/octet-stream', bytes: bytes.subarray(from, to) }
      const answer = await server.post(part, { fromByte: String(from) }, { ...json, files: [file as never] })
      return [answer.status, (JSON.parse(answer.text) as { received?: number }).received]
    }
    expect(await send(0, 100)).toEqual([200, 100])
    expect(await send(0, 100)).toEqual([200, 100])
    expect((await send(200, 250))[0]).toBe(409)
    expect((await server.get(importPaths.show(id))).text).toContain('Unggahan belum lengkap')
    expect(await send(100, bytes.length)).toEqual([200, bytes.length])
    await inspectImport({ importId: id } as never, jobContext(place))
    expect((await server.get(importPaths.show(id))).text).toContain('2 baris')
  })

  it('of rubbish ends with a sentence that helps', async () => {
    const id = await uploadFile(place, Buffer.from('<html><table><tr><td>NIK</td></tr></table></html>'), 'siak.xls')
    expect((await server.get(importPaths.show(id))).text).toContain('Isi berkas ini halaman web')
  })
})

describe('pages', () => {
  it('show the columns with masked numbers, and say at its field what is missing', async () => {
    const id = await uploadFile(place, fileOf(person(14)))
    const page = await server.get(importPaths.columns(id))
    expect(page.text).toContain('99 01 ** ** ** ** 0014')
    expect(page.text).not.toContain('9901022503800014')
    const refused = await server.post(importPaths.columns(id), {
      'column.nik': '0',
      'column.kkNumber': '0',
      periksa: '1',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Kolom ini sudah dipakai untuk NIK')
    expect(refused.text).toContain('Pilih kolom untuk Nama lengkap')
    expect(refused.text).toContain('Pilih kolom desa atau kelurahan')
  })

  it('list findings, filter them, and give them and the refused rows as files', async () => {
    const id = await uploadFile(place, fileOf(person(15), person(16, { name: 'S4karno', nik: '99010265038000' })))
    await checkUploaded(place, id)
    const all = await server.get(importPaths.problems(id))
    expect(all.text).toContain('NIK tidak terdiri dari 16 angka.')
    const some = await server.get(`${importPaths.problems(id)}?temuan=odd-name`)
    const [, shown = ''] = some.text.split('<tbody')
    expect([shown.includes('S4*****'), shown.includes('16 angka')]).toEqual([true, false])
    const csv = await server.get(`${importPaths.problems(id)}.csv?jenis=error`)
    expect(csv.text.trim().split('\r\n')).toHaveLength(3)
    const rejected = await server.get(`${importPaths.rejected(id)}.csv`)
    expect(rejected.text).toContain('99010265038000,')
    expect(rejected.text).toContain('Nama lengkap memuat angka')
    expect(
      (
        await server.get(`${importPaths.rejected(id)}.csv`, {
          as: { ...approver, grants: approver.grants.filter((grant) => grant.permission === 'population-import.read') },
        })
      ).status,
    ).toBe(403)
  })

  it('offer each official only what he may do', async () => {
    const id = await uploadFile(place, fileOf(person(17)))
    await checkUploaded(place, id)
    expect((await server.post(importPaths.act(id, 'ajukan'))).status).toBe(303)
    const own = await server.get(importPaths.show(id))
    expect(own.text).not.toContain('Setujui dan masukkan')
    const others = await server.get(importPaths.show(id), { as: approver })
    expect(others.text).toContain('Setujui dan masukkan')
    const back = await server.post(importPaths.act(id, 'kembalikan'), { reason: 'x' }, { as: approver })
    expect([back.status, back.text.includes('Tuliskan alasannya')]).toEqual([422, true])
    expect(
      (await server.post(importPaths.act(id, 'kembalikan'), { reason: 'Kolom agama tertukar' }, { as: approver }))
        .status,
    ).toBe(303)
    expect((await server.get(importPaths.show(id))).text).toContain('Kolom agama tertukar')
    expect((await server.get(importPaths.show(id), { as: { ...preparer, grants: [] } })).status).toBe(403)
  })
})
