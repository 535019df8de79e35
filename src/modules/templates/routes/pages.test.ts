import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, anonymous } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { endTypesetting } from '#modules/documents/testing.ts'
import { administrator, testOffice } from '#modules/organization/testing.ts'
import { installTemplates } from '../install.ts'
import { contentEntries } from '../letter/read-content.ts'
import { templates } from '../module.ts'
import { templatePaths } from '../paths.ts'
import { findTemplate, listVersions } from '../queries/templates.ts'

let place: TestTenant
let server: TestServer
const writer: Actor = { ...administrator(['templates.read', 'templates.edit']), accountId: 'writer', name: 'Laras' }
const checker: Actor = { ...administrator(['templates.read', 'templates.publish']), accountId: 'checker' }
const key = 'edaran-daerah'

beforeAll(async () => {
  place = await testTenant()
  await testOffice(place.tenant).unit('setda')
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await installTemplates(owner)
  await owner.end()
  const clock = new FixedClock('2026-11-23T02:00:00Z')
  server = await testServer({ ...place, modules: [templates], clock, actor: writer })
})
afterAll(async () => {
  await endTypesetting()
  await server.close()
  await place.close()
})

/** The form of a template as a browser would send it, with some of it typed anew. */
async function formOf(template: string, typed: Record<string, string>): Promise<Record<string, string | string[]>> {
  const found = await findTemplate(place.tenant.pools.read, template)
  const [newest] = await listVersions(place.tenant.pools.read, found?.id ?? '')
  if (!newest) throw new Error(template)
  const form: Record<string, string | string[]> = {}
  for (const [name, value] of contentEntries(newest.content)) {
    if (name === 'fields.row') form[name] = [...((form[name] as string[] | undefined) ?? []), value]
    else form[name] = value
  }
  return { ...form, revision: newest.state === 'draft' ? String(newest.revision) : '0', note: '', ...typed }
}

describe('the list and a template', () => {
  it('are searched, filtered and shown with the pages of a specimen', async () => {
    expect((await server.get(templatePaths.list)).plain()).toContain('Surat edaran')
    expect((await server.get(`${templatePaths.list}?q=nota`)).plain()).not.toContain('Surat edaran')
    expect((await server.get(`${templatePaths.list}?asal=own`)).plain()).toContain('Tidak ada templat yang cocok')
    const view = await server.get(templatePaths.view('surat-edaran'))
    expect(view.plain()).toContain('Versi 1 datang bersama program')
    expect(view.text).toContain(templatePaths.page('surat-edaran', 1, 1))
    const image = await server.get(templatePaths.page('surat-edaran', 1, 1))
    expect([image.status, image.text.startsWith('<svg')]).toEqual([200, true])
    expect((await server.get(templatePaths.page('surat-edaran', 1, 9))).status).toBe(404)
    expect((await server.get(templatePaths.specimen('surat-edaran', 1))).text.startsWith('%PDF')).toBe(true)
    expect((await server.get(templatePaths.view('tidak-ada'))).status).toBe(404)
  })
})

describe('the editor', () => {
  it('makes a copy, or says at its field why not', async () => {
    const typed = { nameId: 'Edaran daerah', nameEn: 'Own circular', unitPath: '' }
    const bad = await server.post(templatePaths.copy('surat-edaran'), { ...typed, key: 'surat-edaran' })
    expect(bad.status).toBe(422)
    expect(bad.plain()).toContain('Kunci ini sudah dipakai')
    expect(bad.text).toContain('value="Edaran daerah"')
    const made = await server.post(templatePaths.copy('surat-edaran'), { ...typed, key })
    expect(made.location).toBe(templatePaths.view(key))
    expect((await server.get(templatePaths.edit('surat-edaran'))).status).toBe(409)
  })

  it('keeps everything that was typed and names what is wrong', async () => {
    const bad = await server.post(
      templatePaths.edit(key),
      await formOf(key, { nameId: 'x', 'fields[1].key': 'Bukan Kunci', source: 'Tulisan saya #isian.maksud' }),
    )
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('Bukan Kunci')
    expect(bad.text).toContain('Tulisan saya #isian.maksud')
    expect(bad.text).toMatch(/href="#f-nameId"/)
    expect(bad.text).toMatch(/href="#f-fields-1-key"/)
  })

  it('shows the pages without JavaScript, and adds a field, saving nothing', async () => {
    const before = (await findTemplate(place.tenant.pools.read, key))?.changedAt.toString()
    const looked = await server.post(templatePaths.edit(key), await formOf(key, { pratinjau: '1' }))
    expect(looked.text).toContain('data:image/svg+xml;base64,')
    const added = await server.post(templatePaths.edit(key), await formOf(key, { 'add-row': 'fields' }))
    expect(added.text).toContain('fields[6].key')
    expect((await findTemplate(place.tenant.pools.read, key))?.changedAt.toString()).toBe(before)
  })

  it('answers an island with pages, or with the place of what is wrong', async () => {
    const good = await server.post(templatePaths.preview(key), await formOf(key, {}))
    expect(JSON.parse(good.text).pages.length).toBeGreaterThan(0)
    const source = 'Baris satu\n#isian.maksudnya'
    const bad = await server.post(templatePaths.preview(key), await formOf(key, { source }))
    expect(JSON.parse(bad.text).faults).toMatchObject([
      { line: 2, column: 8, text: expect.stringContaining('maksudnya') },
    ])
    const hostile = await server.post(templatePaths.preview(key), await formOf(key, { source: '#read("/etc/passwd")' }))
    expect(JSON.parse(hostile.text).faults[0].text).toContain('tidak dapat dipakai')
  })

  it('saves, and the change is in the history and the comparison', async () => {
    const form = await formOf(key, { note: 'Lebih ringkas' })
    const source = String(form['source']).replace('Latar Belakang', 'Latar')
    const saved = await server.post(templatePaths.edit(key), { ...form, source })
    expect(saved.location).toBe(templatePaths.view(key))
    const view = (await server.get(templatePaths.view(key))).plain()
    expect(view).toContain('Lebih ringkas')
    const again = await server.post(templatePaths.edit(key), { ...form, source: `${source}!` })
    expect([again.status, again.plain().includes('baru saja disimpan oleh Laras')]).toEqual([409, true])
    expect(again.text).toContain('1. Latar]')
  })
})

describe('publishing', () => {
  it('is for another person than the editor; then two versions can be compared', async () => {
    expect((await server.get(templatePaths.act(key, 'terbitkan'))).status).toBe(403)
    const page = await server.get(templatePaths.act(key, 'terbitkan'), { as: checker })
    const revision = /name="revision" value="(\d+)"/.exec(page.text)?.[1] ?? ''
    const done = await server.post(templatePaths.act(key, 'terbitkan'), { revision }, { as: checker })
    expect(done.location).toBe(templatePaths.view(key))
    const form = await formOf(key, { title: 'Edaran Bupati' })
    const source = String(form['source']).replace('1. Latar', '1. Dasar pikiran')
    await server.post(templatePaths.edit(key), { ...form, source })
    const compared = (await server.get(`${templatePaths.compare(key)}?lama=1&baru=2`)).plain()
    expect(compared).toContain('Yang berbeda: judul, isi naskah')
    expect(compared).toMatch(/dihapus:\s*#bagian\[1\. Latar\]/)
    expect(compared).toMatch(/ditambahkan:\s*#bagian\[1\. Dasar pikiran\]/)
  })

  it('a template is retired for a reason and used again', async () => {
    const short = await server.post(templatePaths.act(key, 'hentikan'), { reason: 'x' }, { as: checker })
    expect(short.status).toBe(422)
    const retired = await server.post(templatePaths.act(key, 'hentikan'), { reason: 'Tidak dipakai' }, { as: checker })
    expect(retired.location).toBe(templatePaths.view(key))
    const restored = await server.post(
      templatePaths.act(key, 'pakai-lagi'),
      { version: '1', reason: 'Dipakai lagi' },
      { as: checker },
    )
    expect(restored.location).toBe(templatePaths.view(key))
    const aside = await server.post(templatePaths.act(key, 'singkirkan'), { reason: 'Tidak jadi diubah' })
    expect(aside.location).toBe(templatePaths.view(key))
  })
})

it('pages are closed to those without the right', async () => {
  expect((await server.get(templatePaths.list, { as: anonymous })).location).toContain('/masuk')
  expect((await server.get(templatePaths.list, { as: administrator(['accounts.read']) })).status).toBe(403)
  const form = await formOf(key, {})
  expect((await server.post(templatePaths.preview(key), form, { as: checker })).status).toBe(403)
  expect((await server.post(templatePaths.edit(key), form, { as: checker })).status).toBe(403)
})
