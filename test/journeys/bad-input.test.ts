import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoBirths } from '../../src/demo/known-people.ts'
import type { TestFile } from '../../src/kernel/testing/form-body.ts'
import { demoPassword } from '../../src/modules/accounts/index.ts'
import { type Applicant, fillBirth, fillPage, openAccounts, personByNik, send, startDraft } from './applicant.ts'
import { Visitor } from './visitor.ts'
import { openWorld, type World } from './world.ts'

let world: World
let mother: Applicant
let other: Applicant

beforeAll(async () => {
  world = await openWorld()
  const niks = demoBirths.slice(1, 3).map((birth) => birth.mother.nik)
  const ids = await Promise.all(niks.map((nik) => personByNik(world.tenant, nik)))
  const opened = await openAccounts(world.tenant, world.url, ids)
  mother = opened[0] as Applicant
  other = opened[1] as Applicant
})
afterAll(async () => world.close())

const count = async (text: string, values: readonly unknown[] = []) =>
  (await world.rows<{ n: number }>(`select count(*)::int as n from (${text}) found`, values))[0]?.n

describe('signing up', () => {
  it.each([
    ['990102510796000', 'NIK terdiri dari 16 angka'],
    ['9901025107960001x', 'NIK terdiri dari 16 angka'],
    ['９９０１０２５１０７９６０００１', 'NIK terdiri dari 16 angka'],
    ["' or 1=1 --", 'NIK terdiri dari 16 angka'],
    ['', 'NIK terdiri dari 16 angka'],
  ])('refuses %j as a NIK in words, and keeps what was typed', async (nik, sentence) => {
    const visitor = new Visitor(world.url)
    await visitor.get('/daftar')
    const answer = await visitor.post('/daftar', { nik, kkNumber: '9901021406210001', 'birthOn-day': '7' })
    expect(answer.status).toBe(422)
    expect(answer.plain()).toContain(sentence)
    expect(answer.fields()).toMatchObject({ 'birthOn-day': '7' })
    expect(answer.fields()['kkNumber']?.replaceAll(/\D/g, '')).toBe('9901021406210001')
  })
})

describe('the same application sent twice', () => {
  it('is one file with one receipt, one after the other', async () => {
    const draft = await fillBirth(mother.browser, 'Dua Kali Kirim')
    const first = await send(mother.browser, draft)
    const second = await mother.browser.post(`${draft}/periksa`)
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.location).toBe(first.location)
    expect(await count('select 1 from services.case where id = $1', [draft.split('/').at(-1)])).toBe(1)
  })

  it('is one file with one receipt, all at the same moment', async () => {
    const draft = await fillBirth(mother.browser, 'Sekaligus Kirim')
    await mother.browser.get(`${draft}/periksa`)
    const answers = await Promise.all(Array.from({ length: 6 }, () => mother.browser.post(`${draft}/periksa`)))
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303, 303, 303, 303])
    expect(new Set(answers.map((answer) => answer.location)).size).toBe(1)
    const id = draft.split('/').at(-1)
    expect(await count('select 1 from services.case where id = $1', [id])).toBe(1)
    expect(
      await count(`select 1 from journal.event where name = 'services.case-submitted.v1' and subject_id = $1`, [id]),
    ).toBe(1)
    expect(await count('select 1 from messaging.message where link like $1', [`%${id}`])).toBe(1)
  })
})

describe('a file', () => {
  let page = ''
  const upload = async (name: string, type: string, bytes: Uint8Array) => {
    const shown = (await mother.browser.get(page)).fields()
    const files: TestFile[] = [{ field: 'birthLetter', name, type, bytes }]
    return mother.browser.post(page, { _csrf: shown['_csrf'], letterNumber: 'RSUD/KL/77' }, { files, csrf: false })
  }
  const attached = () =>
    count('select 1 from services.attachment where removed_at is null and owner_id = $1', [page.split('/')[2]])

  beforeAll(async () => {
    const draft = await startDraft(mother.browser)
    await fillPage(mother.browser, `${draft}/isi/bukti`, { proof: 'letter' })
    page = `${draft}/isi/surat-lahir`
  })

  it.each([
    [
      'an SVG with a script, named .jpg',
      'surat.jpg',
      'image/jpeg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ['a web page, named .pdf', 'surat.pdf', 'application/pdf', '<!doctype html><script>alert(1)</script>'],
    [
      'a web page that begins like a PDF',
      'surat.pdf',
      'application/pdf',
      '%PDF-1.7\n<html><script>alert(1)</script></html>',
    ],
    [
      'a PDF that runs a program',
      'surat.pdf',
      'application/pdf',
      '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(x)>>>>endobj\nstartxref\n0\n%%EOF',
    ],
    ['a program', 'surat.jpg', 'image/jpeg', 'MZ\u0090\u0000\u0003\u0000\u0000'],
    ['nothing at all', 'kosong.jpg', 'image/jpeg', ''],
  ])('is refused in words when it is %s, and the other answers stay', async (_what, name, type, text) => {
    const answer = await upload(name, type, Buffer.from(text, 'latin1'))
    expect(answer.status).toBe(422)
    expect(answer.plain()).toMatch(/Jenis berkas ini tidak dapat diterima|PDF ini/)
    expect(answer.fields()['letterNumber']).toBe('RSUD/KL/77')
    expect(await attached()).toBe(0)
  })

  it('is refused in words when a photo is cut off in the middle', async () => {
    const photo = await sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        background: '#777',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer()
    const answer = await upload('surat.jpg', 'image/jpeg', photo.subarray(0, photo.length / 2))
    expect(answer.status).toBe(422)
    expect(answer.plain()).toContain('Foto ini rusak atau terpotong')
  })

  it('of 50 MB is refused with the limit, and the other answers stay', async () => {
    const answer = await upload('besar.jpg', 'image/jpeg', Buffer.alloc(50 * 1024 * 1024, 1))
    expect(answer.status).toBe(422)
    expect(answer.plain()).toContain('Berkas terlalu besar. Batasnya 10 MB.')
    expect(answer.fields()['letterNumber']).toBe('RSUD/KL/77')
    expect((await mother.browser.get(page)).fields()['letterNumber']).toBe('RSUD/KL/77')
  })

  it('that hides a web page behind a picture is stored as the picture alone', async () => {
    const photo = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#777' } })
      .jpeg()
      .toBuffer()
    const answer = await upload(
      '<b>surat</b>.jpg',
      'image/jpeg',
      Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]),
    )
    expect(answer.status).toBe(303)
    const [file] = await world.rows<{ id: string; file_hash: string; name: string }>(
      'select * from services.attachment where removed_at is null',
    )
    expect(Buffer.from(await world.tenant.files.get(file?.file_hash ?? '')).includes('script')).toBe(false)
    expect(file?.name).not.toMatch(/[<>]/)
    const shown = await mother.browser.get(`/lampiran/${file?.id}`)
    expect(shown.headers['content-type']).toBe('image/jpeg')
    expect(shown.headers['content-security-policy']).toContain('sandbox')
    expect(shown.headers['x-content-type-options']).toBe('nosniff')
    expect((await other.browser.get(`/lampiran/${file?.id}`)).status).toBe(404)
    expect((await new Visitor(world.url).get(`/lampiran/${file?.id}`)).status).toBe(303)
  })
})

describe('a form whose session has ended', () => {
  let page = ''
  beforeEach(async () => {
    const draft = await startDraft(mother.browser)
    page = `${draft}/isi/anak`
    await mother.browser.get(page)
  })
  const typed = { childName: 'Bayi Yang Diketik', childSex: 'male', birthTime: '05.10' }
  const signIn = async (browser: Visitor, who: Applicant, lanjut: string) => {
    await browser.get('/masuk')
    return browser.post('/masuk', { name: who.nik, password: demoPassword, lanjut })
  }

  it.each([
    ['by time', `update accounts.auth_session set expires_at = now() - interval '1 minute' where user_id = $1`],
    ['by signing out elsewhere', 'delete from accounts.auth_session where user_id = $1'],
  ])('%s leads to signing in and then shows what was typed', async (_how, end) => {
    await world.rows(end, [mother.accountId])
    const answer = await mother.browser.post(page, typed)
    expect(answer.location).toBe(`/masuk?lanjut=${encodeURIComponent(page)}`)
    expect((await mother.browser.get(answer.location ?? '')).plain()).toContain('Isian Anda kami simpan')
    expect((await signIn(mother.browser, mother, page)).location).toBe(page)
    const again = await mother.browser.get(page)
    expect(again.fields()).toMatchObject(typed)
    expect(again.plain()).toContain('Isian terakhir kami kembalikan')
    expect((await mother.browser.get(page)).fields()['childName']).toBe('')
  })

  it.each([
    ['by time', `update accounts.auth_session set expires_at = now() - interval '1 minute' where user_id = $1`],
    ['by signing out elsewhere', 'delete from accounts.auth_session where user_id = $1'],
  ])('%s shows nothing to the next person at the same device, who takes nothing away either', async (_how, end) => {
    const prove = async () => {
      await mother.browser.get('/akun/bukti')
      await mother.browser.post('/akun/bukti', { password: demoPassword, lanjut: '/akun/kontak' })
    }
    await prove()
    await mother.browser.get('/akun/kontak')
    await world.rows(end, [mother.accountId])
    const contact = await mother.browser.post('/akun/kontak', { phone: '081399988877', email: 'rahasia@warga.example' })
    expect(contact.location).toContain('/masuk')
    await signIn(mother.browser, other, '/akun/kontak')
    await prove()
    const seen = await mother.browser.get('/akun/kontak')
    expect(seen.status).toBe(200)
    expect(seen.text).not.toContain('081399988877')
    expect(seen.text).not.toContain('rahasia@warga.example')
    await mother.browser.get('/akun')
    await mother.browser.post('/keluar')
    await signIn(mother.browser, mother, '/akun/kontak')
    await prove()
    expect((await mother.browser.get('/akun/kontak')).fields()).toMatchObject({ email: 'rahasia@warga.example' })
  })
})

describe('somebody else’s file', () => {
  it('does not exist for others, and who asked for it is in the journal', async () => {
    const draft = await fillBirth(mother.browser, 'Milik Orang Lain')
    expect((await other.browser.get(`${draft}/isi/anak`)).status).toBe(404)
    const id = (await send(mother.browser, draft)).location?.split('/')[2]
    for (const path of [
      `/berkas-saya/${id}`,
      `/berkas-saya/${id}/tanda-terima`,
      `/berkas-saya/${id}/perbaiki`,
      `/berkas-saya/${id}/tarik`,
    ]) {
      const answer = await other.browser.get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.text).not.toContain('Milik Orang Lain')
    }
    await other.browser.get('/akun')
    expect((await other.browser.post(`/berkas-saya/${id}/tarik`)).status).toBe(404)
    const refusals = await world.rows(
      `select account_id, payload->>'path' as path from journal.event where name = 'services.case-access-refused.v1' and subject_id = $1`,
      [id],
    )
    expect(refusals).toHaveLength(5)
    expect(refusals).toContainEqual({ account_id: other.accountId, path: `/berkas-saya/${id}` })
  })
})

describe('answers that make no sense', () => {
  it('are kept as typed on every page, and the check page says what is wrong', async () => {
    const draft = await startDraft(mother.browser)
    const answer = await fillPage(mother.browser, `${draft}/isi/anak`, {
      childName: 'A'.repeat(3000),
      'birthOn-day': '31',
      'birthOn-month': '2',
      'birthOn-year': '2026',
      birthTime: '99.99',
    })
    expect(answer.status).toBe(422)
    expect(answer.plain()).toContain('Tanggal ini tidak ada di kalender.')
    expect(answer.plain()).toContain('Paling banyak 120 huruf; Anda menulis 3000.')
    expect(answer.fields()).toMatchObject({ 'birthOn-day': '31', 'birthOn-year': '2026' })
    const check = await mother.browser.get(`${draft}/periksa`)
    expect(check.status).toBe(200)
    expect(check.plain()).toContain('belum lengkap')
    const sent = await mother.browser.post(`${draft}/periksa`)
    expect(sent.status).toBe(422)
    expect(sent.plain()).toContain('Tanggal ini tidak ada di kalender.')
  })

  it.each([
    ['a NUL byte', 'Siti\u0000 Aminah', 303],
    ['half a surrogate pair', 'Siti \ud800Aminah', 422],
    ['a right-to-left override', 'Siti \u202eAminah', 422],
    ['an emoji', 'Siti 👶 Aminah', 422],
    ['5,000 letters', 'Siti '.repeat(1000), 422],
  ])('with %s are answered and not crashed on', async (_what, childName, status) => {
    const draft = await startDraft(mother.browser)
    const [, answers] = [
      0,
      {
        childName,
        childSex: 'female',
        'birthOn-day': '1',
        'birthOn-month': '1',
        'birthOn-year': '2026',
        birthTime: '01.00',
      },
    ]
    const answer = await fillPage(mother.browser, `${draft}/isi/anak`, answers)
    expect(answer.status).toBe(status)
    expect((await mother.browser.get(`${draft}/periksa`)).status).toBe(200)
  })
})
