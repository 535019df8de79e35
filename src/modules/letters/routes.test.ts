import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { initialLetter } from './commands/initial-letter.ts'
import { signLetter } from './commands/sign-letter.ts'
import { signBatch } from './jobs.ts'
import { letters } from './module.ts'
import { letterPaths } from './paths.ts'
import { type LetterOffice, letterOffice } from './testing.ts'

let place: TestTenant
let server: TestServer
let o: LetterOffice
const clock = new FixedClock('2026-11-23T02:00:00Z')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  place = await testTenant()
  o = await letterOffice(place, clock)
  server = await testServer({ ...place, modules: [letters], clock, actor: o.drafter })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const typed = {
  subject: 'Rapat bulanan',
  recipients: 'Camat Tirta\ndi Tirta\n\nLurah Kota',
  classification: '000.1',
  security: 'biasa',
  urgency: 'segera',
}

describe('writing a letter', () => {
  it('begins from a template, is saved at any time, and comes back as it was typed', async () => {
    const start = await server.get(letterPaths.start)
    expect(start.plain()).toContain('Surat dinas')
    const template = await o.template('surat-dinas')
    const begun = await server.post(letterPaths.start, { templat: template.versionId })
    const id = begun.location?.split('/')[3] ?? ''
    const form = (await server.get(letterPaths.edit(id))).fields()
    const saved = await server.post(letterPaths.edit(id), { ...form, ...typed, 'isian.isi': '' })
    expect(saved.location).toBe(letterPaths.letter(id))
    const shown = await server.get(letterPaths.letter(id))
    expect(shown.plain()).toContain('Rapat bulanan')
    expect((await server.get(letterPaths.edit(id))).fields()['recipients']).toBe('Camat Tirta\ndi Tirta\n\nLurah Kota')
  })

  it('says what is missing at its field and keeps everything that was typed', async () => {
    const id = await o.letter({}, { submit: false })
    const form = (await server.get(letterPaths.edit(id))).fields()
    const page = await server.post(letterPaths.edit(id), { ...form, ...typed, 'isian.isi': '', ajukan: '1' })
    expect(page.status).toBe(422)
    expect(page.plain()).toContain('Isi isi.')
    expect(page.fields()).toMatchObject({ subject: 'Rapat bulanan', baseVersion: '3' })
  })

  it('somebody who saved in between is named; saving once more is a decision', async () => {
    const id = await o.letter({}, { submit: false })
    const form = (await server.get(letterPaths.edit(id))).fields()
    await server.post(letterPaths.edit(id), { ...form, subject: 'Dari penjaga', tab: 'penjaga-1' }, { as: o.keeper })
    const page = await server.post(letterPaths.edit(id), { ...form, subject: 'Dari konseptor' })
    expect(page.status).toBe(409)
    expect(page.plain()).toMatch(/Yusuf Maulana, S\.Kom\..* menyimpan versi 3/)
    expect(page.fields()).toMatchObject({ subject: 'Dari konseptor', baseVersion: '3' })
    const again = await server.post(letterPaths.edit(id), page.fields())
    expect(again.status).toBe(303)
    const compared = await server.get(`${letterPaths.compare(id)}?dari=3&ke=4`)
    for (const words of ['Dari penjaga', 'Dari konseptor']) expect(compared.plain()).toContain(words)
  })

  it('keeps what is typed in each window, offers it again, and tells others', async () => {
    const id = await o.letter({}, { submit: false })
    const form = (await server.get(letterPaths.edit(id))).fields()
    const kept = await server.post(
      letterPaths.typing(id),
      { ...form, subject: 'Belum selesai' },
      { headers: { 'x-autosave': '1' } },
    )
    expect(kept.status).toBe(200)
    const back = await server.get(letterPaths.edit(id))
    expect(back.plain()).toContain('ketikan yang belum disimpan')
    const resumed = await server.get(`${letterPaths.edit(id)}?ketikan=${form['tab']}`)
    expect(resumed.fields()['subject']).toBe('Belum selesai')
    expect((await server.get(letterPaths.edit(id), { as: o.keeper })).plain()).toContain('juga sedang menyunting')
  })

  it('attaches a file as part of the version, refuses what is no file of a letter, and takes it off again', async () => {
    const id = await o.letter({}, { submit: false })
    const file = { field: 'berkas', name: 'denah.png', type: 'image/png', bytes: png }
    const sent = await server.post(letterPaths.annexes(id), { version: '2' }, { files: [file] })
    expect(sent.status).toBe(303)
    const page = await server.get(letterPaths.letter(id))
    expect(page.plain()).toContain('denah.png')
    const bad = { ...file, bytes: Buffer.from('bukan gambar') }
    const refused = await server.post(letterPaths.annexes(id), { version: '3' }, { files: [bad] })
    expect(refused.status).toBe(422)
    expect(refused.plain()).toContain('Jenis berkas ini tidak dapat diterima')
    const hash = /lampiran\/([0-9a-f]{64})/.exec(page.text)?.[1] ?? ''
    expect((await server.get(letterPaths.annex(id, hash))).status).toBe(200)
    await server.post(letterPaths.annexes(id), { version: '3', lepas: hash }, { files: [] })
    expect((await server.get(letterPaths.letter(id))).plain()).toContain('Belum ada berkas lampiran')
  })

  it('puts a chain together step by step, and keeps it for the unit', async () => {
    const id = await o.letter({}, { steps: [], submit: false })
    const path = letterPaths.chain(id)
    const add = (untuk: string, ...jabatan: (string | undefined)[]) =>
      server.post(path, { langkah: 'tambah:0', untuk, jabatan: jabatan.filter((one) => one !== undefined) })
    expect((await server.get(`${path}?cari=wening`)).plain()).toContain('Kepala Dinas Kependudukan')
    await add('signature', o.head.position?.id)
    await add('paraf-hierarchy', o.division.position?.id, o.secretary.position?.id)
    await server.post(path, {
      langkah: 'tambah:0',
      untuk: 'paraf-coordination',
      jabatan: [o.other.position?.id ?? '', o.secretary.position?.id ?? ''],
      jumlah: '1',
    })
    const { chain } = await o.open(id)
    expect(chain.steps.map((step) => `${step.role} ${step.kind ?? ''} ${step.needed}/${step.posts.length}`)).toEqual([
      'paraf hierarchy 2/2',
      'paraf coordination 1/2',
      'signature  1/1',
    ])
    await server.post(path, { langkah: 'naik:1' })
    expect((await o.open(id)).chain.steps[0]?.kind).toBe('coordination')
    const kept = await server.post(path, { simpan: '1', name: 'Surat keluar' }, { as: o.keeper })
    expect(kept.status).toBe(303)
    expect((await server.get(letterPaths.chains, { as: o.keeper })).plain()).toContain('Surat keluar')
  })
})

describe('deciding', () => {
  it('a return without a reason comes back with the error; with one the letter goes back', async () => {
    const id = await o.letter()
    const form = (await server.get(letterPaths.giveBack(id), { as: o.division })).fields()
    const page = await server.post(letterPaths.giveBack(id), { ...form, reason: 'pendek' }, { as: o.division })
    expect(page.status).toBe(422)
    expect(page.fields()['reason']).toBe('pendek')
    const done = await server.post(
      letterPaths.giveBack(id),
      { ...form, reason: 'Alamatnya belum lengkap.' },
      { as: o.division },
    )
    expect(done.location).toBe(letterPaths.desk)
    expect((await server.get(letterPaths.letter(id))).plain()).toContain('Alamatnya belum lengkap.')
  })

  it('a paraf on an old page is refused, and the letter is shown as it is now', async () => {
    const id = await o.letter()
    const page = await server.post(letterPaths.initial(id), { hash: 'a'.repeat(64) }, { as: o.division })
    expect(page.status).toBe(409)
    expect(page.plain()).toContain('sudah diubah sejak Anda membukanya')
  })

  it('signing asks for proof first; then the file is there for those who may read, and for nobody else', async () => {
    const letterId = await o.letter()
    const { content_hash: hash } = (await o.open(letterId)).row
    await o.run(initialLetter, { letterId, hash }, o.division)
    await o.run(initialLetter, { letterId, hash }, o.secretary)
    const asked = await server.get(letterPaths.sign(letterId), { as: { ...o.head, elevatedUntil: 0 } })
    expect(asked.location).toContain('/akun/bukti')
    const form = (await server.get(letterPaths.sign(letterId), { as: o.head })).fields()
    expect((await server.post(letterPaths.sign(letterId), form, { as: o.head })).status).toBe(303)
    const file = await server.get(letterPaths.file(letterId), { as: o.colleague })
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.text.slice(0, 5)).toBe('%PDF-')
    expect((await server.get(letterPaths.file(letterId), { as: o.other })).status).toBe(404)
  })

  it('a secret letter does not exist for others, and every opening of it is on record', async () => {
    const id = await o.letter({ security: 'sangat-rahasia' })
    for (const path of [
      letterPaths.letter(id),
      letterPaths.preview(id),
      letterPaths.picture(id, 2, 1),
      letterPaths.edit(id),
    ])
      expect((await server.get(path, { as: o.colleague })).status).toBe(404)
    expect((await server.get(letterPaths.letter(id), { as: o.head })).status).toBe(200)
    const { rows } = await place.tenant.pools.writePool.query(
      `select account_id from journal.event where name = 'letters.secret-opened.v1' and subject_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ account_id: o.head.accountId }])
  })

  it('draws the draft as pictures and as PDF', async () => {
    const id = await o.letter()
    const picture = await server.get(letterPaths.picture(id, 2, 1), { as: o.division })
    expect(picture.headers['content-type']).toBe('image/svg+xml')
    expect((await server.get(letterPaths.picture(id, 2, 9), { as: o.division })).status).toBe(404)
    expect((await server.get(letterPaths.preview(id), { as: o.division })).text.slice(0, 5)).toBe('%PDF-')
  })
})

describe('many at once', () => {
  it('rows that are wrong are named before anything is made; right ones become letters', async () => {
    const template = await o.template('surat-dinas')
    const form = {
      templat: template.versionId,
      name: 'Undangan',
      classification: '000.1',
      subject: 'Undangan',
      'isian.pembuka': 'Dengan hormat.',
      rows: 'penerima\tisi\nRT 01\tHadir\nRT 02\t',
    }
    const bad = await server.post(letterPaths.merge, { ...form, buat: '1' })
    expect(bad.status).toBe(422)
    expect(bad.plain()).toContain('1 baris perlu diperbaiki')
    expect(bad.fields()['rows']).toBe(form.rows.trimEnd())
    const good = { ...form, rows: 'penerima\tisi\nRT 01\tHadir\nRT 02\tHadir' }
    expect((await server.post(letterPaths.merge, good)).plain()).toContain('2 naskah siap dibuat')
    expect((await server.post(letterPaths.merge, { ...good, buat: '1' })).location).toBe(letterPaths.drafts)
    expect((await server.get(`${letterPaths.drafts}?q=rt+01`)).plain()).toContain('RT 01')
  })

  it('letters are chosen, looked through, confirmed once, and told one by one', async () => {
    for (let n = 0; n < 3; n += 1) await o.letter({ subject: `Massal ${n}` }, { steps: o.steps(['signature', o.head]) })
    const none = await server.post(letterPaths.batches, { yang: 'dipilih' }, { as: o.head })
    expect(none.status).toBe(422)
    const proposed = await server.post(letterPaths.batches, { yang: 'semua', q: 'massal' }, { as: o.head })
    const path = proposed.location ?? ''
    expect((await server.get(path, { as: o.head })).plain()).toContain('Tanda tangani 3 naskah')
    expect((await server.get(path, { as: o.other })).status).toBe(404)
    await server.post(`${path}/tanda-tangan`, {}, { as: o.head })
    expect((await server.get(path, { as: o.head })).text).toContain('<progress')
    await signBatch({ batchId: path.split('/').at(-1) } as never, o.jobs)
    expect((await server.get(path, { as: o.head })).plain()).toContain('Semua 3 naskah sudah ditandatangani')
  })

  it('the list goes out as CSV without what is secret', async () => {
    await o.letter({ subject: 'Terbuka saja' })
    await o.letter({ subject: 'Sangat tertutup', security: 'rahasia' })
    const csv = await server.get(`${letterPaths.list}.csv`, { as: o.colleague })
    expect(csv.text).toContain('Terbuka saja')
    expect(csv.text).not.toContain('Sangat tertutup')
    expect(
      (await server.get(letterPaths.list, { as: o.vacant ? { ...o.colleague, grants: [] } : o.colleague })).status,
    ).toBe(403)
  })

  it('an address that is made up, a broken cursor and odd filters do no harm', async () => {
    expect((await server.get(`${letterPaths.list}?setelah=x&keadaan=apa&unit='&dari=kemarin`)).status).toBe(200)
    expect((await server.get('/naskah/surat/bukan-id')).status).toBe(404)
    expect((await server.get(letterPaths.letter('01a2037c-ad1f-7427-9605-3e11654d1fbd'))).status).toBe(404)
  })
})

describe('who signs', () => {
  it('a letter that the law keeps from a deputy says so on its page', async () => {
    const letterId = await o.letter({}, { steps: o.steps(['signature', o.head]) })
    await place.tenant.pools.writePool.query(`update letters.letter set act = 'budget' where id = $1`, [letterId])
    const plt = await o.deputy(o.head, 'Rosalia Bere, S.H.', 'plh')
    const form = (await server.get(letterPaths.sign(letterId), { as: plt })).fields()
    const page = await server.post(letterPaths.sign(letterId), form, { as: plt })
    expect(page.status).toBe(403)
    expect(page.plain()).toContain('UU 30/2014')
    const { content_hash: hash } = (await o.open(letterId)).row
    expect((await o.run(signLetter, { letterId, hash }, o.head)).isIssued).toBe(true)
  })
})
