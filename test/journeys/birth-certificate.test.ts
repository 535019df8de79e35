import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDemoSignIns } from '../../src/demo/accounts.ts'
import { demoPeople } from '../../src/demo/known-people.ts'
import { demoPassword } from '../../src/modules/accounts/index.ts'
import { parseVerificationCode } from '../../src/modules/documents/index.ts'
import { findPersonByNik, getPerson, openNik } from '../../src/modules/people/index.ts'
import { inspectPdf, squeeze } from './pdf-tools.ts'
import { Person, phonePhoto } from './person.ts'
import { inOrder, openBrowser, openWorld, type World } from './world.ts'

/*
 * The promise of this program, from a mother without an account to a genuine document in a stranger's
 * hand. Read it from top to bottom: each step goes on where the one before it ended.
 */

const { sekar } = demoPeople
const password = 'pagi hari di sawah'
const child = 'Kirana Ayu Prasetyo'
const phone = 390
const bornOn = Temporal.Now.plainDateISO('Asia/Jakarta').subtract({ days: 2 })
const digits = (text: string) => text.replaceAll(/\D/g, '')

/** A code whose check characters fit, of a document that nobody issued. */
function neverIssued(): string {
  const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => `8K2M4QXT${first}${second}`))
  return codes.find((code) => parseVerificationCode(code)) ?? ''
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => browser.close())

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a birth certificate, %s', (_title, javaScript) => {
  let world: World
  let mother: Person
  let officer: Person
  let nip: (who: string) => string
  let caseId = ''
  let receipt = { number: '', pin: '' }
  let familyVersion = 0
  const codes: string[] = []

  const person = (width?: number) => Person.at(browser, world, { javaScript, ...(width ? { width } : {}) })
  const familyOf = async (nik: string) => {
    const known = await findPersonByNik(world.tenant, world.tenant.pools.read, nik)
    const [family] = await world.rows<{ version: number }>('select version from people.family where id = $1', [
      known?.familyId,
    ])
    return family?.version ?? 0
  }
  const at = async (name: string) => {
    officer = await person()
    await officer.signIn(nip(name), demoPassword)
  }

  inOrder()
  beforeAll(async () => {
    world = await openWorld()
    const signIns = await listDemoSignIns(world.tenant)
    nip = (who) => signIns.find((one) => one.who.includes(who))?.name.replace('NIP ', '') ?? ''
    mother = await person(phone)
    familyVersion = await familyOf(sekar.nik)
  })
  afterAll(async () => {
    await mother.leave()
    await world.close()
  })

  it('is found by the words that people use, and says what is needed before it asks for anything', async () => {
    await mother.open('/')
    expect(await mother.heading()).toBe('Apa yang ingin Anda urus hari ini?')
    await mother.page
      .getByLabel('Apa yang ingin Anda urus hari ini?')
      .and(mother.page.locator('input'))
      .fill('akta lahir')
    await mother.page.keyboard.press('Enter')
    await mother.page.waitForURL(/layanan/)
    await mother.follow('Akta kelahiran')
    const page = await mother.reads()
    for (const said of ['Yang perlu disiapkan', 'Surat keterangan lahir', 'Gratis', 'hari kerja', 'Dasar hukum'])
      expect(page).toContain(said)
    await mother.follow('Mulai mengajukan')
    expect(mother.path).toBe('/masuk')
  })

  it('is open to a mother without an account: the register knows her by NIK, card and birthday', async () => {
    await mother.follow(/^Daftar/)
    await mother.type('nik', sekar.nik)
    await mother.type('kkNumber', sekar.kkNumber)
    await mother.date('birthOn', Temporal.PlainDate.from(sekar.birthOn).add({ days: 1 }))
    await mother.press('Lanjut')
    expect(await mother.reads()).toContain('Data ini tidak cocok dengan register penduduk')
    expect(digits(await mother.value('nik'))).toBe(sekar.nik)
    await mother.date('birthOn', Temporal.PlainDate.from(sekar.birthOn))
    await mother.press('Lanjut')
    expect(await mother.reads()).toContain(`Halo, ${sekar.name}`)
    await mother.type('password', password)
    await mother.type('passwordAgain', password)
    await mother.press('Buat akun')
    expect(mother.path).toBe('/layanan/akta-kelahiran/mulai')
    await mother.press(/mulai mengisi/)
    expect(await mother.heading()).toBe('Anak yang lahir')
  })

  it('says plainly what is wrong with an answer, and keeps the others', async () => {
    await mother.type('childName', 'Kirana')
    await mother.choose('Perempuan')
    await mother.date('birthOn', bornOn)
    await mother.type('birthTime', '25.99')
    await mother.press('Lanjut')
    expect(await mother.complaint('childName')).toContain('paling sedikit dua kata')
    expect(await mother.complaint('birthTime')).toContain('Tulis jam dalam bentuk 04.35')
    expect(await mother.value('birthTime')).toBe('25.99')
    expect(await mother.value('birthOn-day')).toBe(String(bornOn.day))
    await mother.type('childName', child)
    await mother.type('birthTime', '04.35')
    await mother.press('Lanjut')
    expect(await mother.heading()).toBe('Tentang kelahirannya')
  })

  it('waits: she leaves in the middle and goes on at another device', async () => {
    await mother.choose('Rumah sakit')
    await mother.type('childOrder', '2')
    await mother.press('Simpan dan lanjutkan nanti')
    expect(mother.path).toBe('/berkas-saya')
    await mother.leave()

    mother = await person(phone)
    await mother.signIn(sekar.nik, password)
    await mother.open('/berkas-saya')
    await mother.follow('Akta kelahiran')
    expect(await mother.heading()).toBe('Tentang kelahirannya')
    expect(await mother.page.getByRole('radio', { name: 'Rumah sakit' }).isChecked()).toBe(true)
    expect(await mother.value('childOrder')).toBe('2')
    await mother.choose('Tunggal')
    await mother.type('weight', '3,2')
    await mother.press('Lanjut')
  })

  it('asks for nothing that the family card already says', async () => {
    expect(await mother.heading()).toBe('Ibu dan ayah')
    expect(digits(await mother.value('motherNik'))).toBe(sekar.nik)
    expect(await mother.value('motherName')).toBe(sekar.name)
    expect(await mother.value('fatherName')).toBe(demoPeople.bima.name)
    await mother.press('Lanjut')
    await mother.type('phone', '0812 3456 7890')
    await mother.press('Lanjut')
    await mother.choose('Surat keterangan lahir')
    await mother.press('Lanjut')
  })

  it('takes a photo of the letter, without the place where it was taken', async () => {
    const photo = await phonePhoto()
    expect((await sharp(photo).metadata()).exif?.includes('Ponsel')).toBe(true)
    await mother.attach('birthLetter', 'IMG_2041.jpg', photo)
    const [stored] = await world.rows<{ file_hash: string; width: number }>('select * from services.attachment')
    const kept = await sharp(await world.tenant.files.get(stored?.file_hash ?? '')).metadata()
    expect(kept).toMatchObject({ format: 'jpeg', width: 1200, height: 1600 })
    expect([kept.exif, kept.xmp, kept.orientation]).toEqual([undefined, undefined, undefined])
    await mother.press('Lanjut')
  })

  it('is checked once more, sent, and answered with number, PIN and a promised date', async () => {
    expect(await mother.heading()).toBe('Periksa sebelum mengirim')
    expect(await mother.reads()).toContain(child)
    await mother.press('Kirim berkas')
    expect(await mother.heading()).toBe('Berkas Anda sudah kami terima')
    expect(await mother.reads()).toMatch(/Selesai paling lambat \w+ \d+ \w+, pukul \d\d\.\d\d WIB/)
    receipt = {
      number: await mother.page.locator('[data-test=case-number]').innerText(),
      pin: await mother.page.locator('[data-test=case-pin]').innerText(),
    }
    expect(receipt.number).toMatch(/^\d{4}\/AL\/\d{6}$/)
    expect(receipt.pin).toMatch(/^\d{6}$/)
    await mother.follow('Lihat status berkas')
    caseId = mother.path.split('/').at(-1) ?? ''
    expect(await mother.heading()).toMatch(/^Berkas Anda di loket/)
  })

  it('lies in the queue of the counter; Bagas reads it on one screen and marks one answer', async () => {
    await at('Bagas')
    expect(officer.path).toBe('/meja')
    await officer.page.getByRole('link', { name: child }).click()
    await officer.page.waitForURL(`**/meja/${caseId}`)
    const file = await officer.reads()
    for (const said of [child, sekar.name, '04.35', 'cocok dengan register', 'IMG_2041', 'Riwayat'])
      expect(file).toContain(said)
    expect(file).not.toContain(sekar.nik)
    const thumb = officer.main.locator('img[src*="/lampiran/"]')
    expect(await thumb.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1200)
    await officer.page.locator('label.mark-control', { hasText: 'Jam lahir' }).click()
    await officer.type('note-birthTime', 'Pada surat lahir tertulis 04.53.')
    await officer.press(/Kembalikan untuk diperbaiki/)
    expect(officer.path).toBe('/meja')
    expect(await officer.page.getByRole('link', { name: child }).count()).toBe(0)
    await officer.leave()
  })

  it('comes back to the mother, who can change the marked answer and no other', async () => {
    await mother.open(`/berkas-saya/${caseId}`)
    expect(await mother.reads()).toContain('Pada surat lahir tertulis 04.53.')
    await mother.follow('Perbaiki isian')
    const open = mother.main.locator('form input:not([type=hidden]), form select, form textarea')
    expect(await open.evaluateAll((fields) => fields.map((field) => field.getAttribute('name')))).toEqual(['birthTime'])
    await mother.press('Kirim perbaikan')
    expect(await mother.complaint('birthTime')).toContain('masih sama')
    // The form is changed in the browser to carry another answer along.
    await mother.main.locator('form').evaluate((form) => {
      const smuggled = document.createElement('input')
      Object.assign(smuggled, { type: 'hidden', name: 'childName', value: 'Nama Yang Lain' })
      form.append(smuggled)
    })
    await mother.type('birthTime', '04.53')
    await mother.press('Kirim perbaikan')
    expect(mother.path).toBe(`/berkas-saya/${caseId}`)
    const page = await mother.reads()
    expect(page).toContain('04.53')
    expect(page).toContain(child)
    expect(page).not.toContain('Nama Yang Lain')
  })

  it('goes on: Bagas forwards it, Laras accepts it', async () => {
    await at('Bagas')
    await officer.open(`/meja/${caseId}`)
    expect(await officer.reads()).toContain('04.53')
    await officer.press(/Lengkap, teruskan/)
    await officer.leave()
    await at('Laras')
    await officer.page.getByRole('link', { name: child }).click()
    await officer.page.waitForURL(`**/meja/${caseId}`)
    await officer.press(/Setujui/)
    expect(officer.path).toBe('/meja')
    await officer.leave()
  })

  it('is signed by Wening, but only after she proves once more who she is', async () => {
    await at('Wening')
    await officer.open(`/meja/${caseId}`)
    await officer.press(/Tanda tangani/)
    expect(officer.path).toBe('/akun/bukti')
    expect(await world.rows('select 1 from documents.issued where source_id = $1', [caseId])).toHaveLength(0)
    await officer.type('password', demoPassword)
    await officer.main.locator('form button:not([type=button])').first().click()
    await officer.page.waitForURL(`**/meja/${caseId}`)
    await officer.press(/Tanda tangani/)
    await officer.page.waitForURL('**/meja')
    expect(await officer.reads()).toContain('Tanda tangani dan terbitkan')
    await officer.leave()
  })

  it('gives the child a NIK, the family a new card and the mother all three papers', async () => {
    const [born] = await world.rows<{ id: string }>('select id from people.person where full_name = $1', [child])
    const nik = openNik(world.tenant, await getPerson(world.tenant.pools.read, born?.id ?? ''))
    expect(await familyOf(sekar.nik)).toBe(familyVersion + 1)
    const [message] = await world.rows('select count(*)::int as n from messaging.message where link like $1', [
      `%${caseId}`,
    ])
    expect(message).toEqual({ n: 3 })

    await mother.open(`/berkas-saya/${caseId}`)
    expect(await mother.heading()).toBe('Akta dan kartu keluarga baru sudah terbit')
    const papers = await world.rows<{ id: string; code: string; title: string }>(
      'select * from documents.issued where source_id = $1 order by id',
      [caseId],
    )
    expect(papers.map((paper) => paper.title)).toEqual([
      'Kutipan Akta Kelahiran',
      `Kartu Keluarga, versi ${familyVersion + 1}`,
      'Kartu Identitas Anak',
    ])
    for (const paper of papers) {
      const pdf = await mother.download(new RegExp(`^Unduh ${paper.title}`))
      // It may just have been raised to a higher level: each of its files is ours.
      const files = await world.rows('select 1 from documents.file_version where document_id = $1 and file_hash = $2', [
        paper.id,
        createHash('sha256').update(pdf).digest('hex'),
      ])
      expect(files).toHaveLength(1)
      codes.push(paper.code)
      const found = inspectPdf(pdf)
      if (!found) continue
      expect(found.signature).toContain('Signature is Valid')
      for (const said of [child, nik, paper.code]) expect(found.text).toContain(squeeze(said))
    }
    // A girl's day of birth counts from 40; the district is that of the family card.
    expect(nik).toMatch(new RegExp(`^990102${bornOn.day + 40}`))
  })

  it('is genuine to a stranger with a phone, and nothing else is', async () => {
    const stranger = await person(phone)
    for (const code of codes) {
      expect(await stranger.open(`/v/${code}`)).toBe(200)
      expect(await stranger.heading()).toBe('Dokumen ini asli')
      expect(await stranger.reads()).not.toContain(child)
    }
    await stranger.open('/verifikasi')
    await stranger.type('code', codes[0]?.toLowerCase() ?? '')
    await stranger.press('Periksa')
    expect(await stranger.heading()).toBe('Dokumen ini asli')
    const mistyped = `${codes[0]?.slice(0, -1)}${codes[0]?.endsWith('2') ? '3' : '2'}`
    expect(await stranger.open(`/v/${mistyped}`)).toBe(404)
    expect(await stranger.reads()).toContain('salah ketik')
    expect(await stranger.open(`/v/${neverIssued()}`)).toBe(404)
    expect(await stranger.reads()).toContain('bukan milik dokumen yang kami terbitkan')
    await stranger.leave()
  })

  it('is told to whoever holds number and PIN, but not to those who guess', async () => {
    const brother = await person(phone)
    const track = async (pin: string) => {
      await brother.open('/lacak')
      await brother.type('number', receipt.number)
      await brother.type('pin', pin)
      await brother.press('Lihat status')
    }
    const wrong = (try_: number) => String((Number(receipt.pin) + try_) % 1_000_000).padStart(6, '0')
    await track(wrong(1))
    expect(await brother.reads()).toContain('tidak cocok')
    await track(receipt.pin)
    expect(await brother.heading()).toBe('Akta dan kartu keluarga baru sudah terbit')
    expect(await brother.main.getByRole('link', { name: /Unduh/ }).count()).toBe(0)
    for (let tries = 3; tries <= 8; tries += 1) await track(wrong(tries))
    await brother.context.clearCookies()
    await track(receipt.pin)
    expect(await brother.reads()).toContain('Terlalu banyak percobaan')
    await brother.leave()
  })

  it('leaves each step in the journal with who took it and in which post', async () => {
    const events = await world.rows<{ name: string; actor_label: string; position_id: string | null }>(
      'select name, actor_label, position_id from journal.event where subject_id = $1 order by at, id',
      [caseId],
    )
    expect(events.map((event) => [event.name, event.actor_label.split(',')[0], event.position_id !== null])).toEqual([
      ['services.draft-started.v1', sekar.name, false],
      ['services.case-submitted.v1', sekar.name, false],
      ['services.case-moved.v1', expect.stringContaining('Bagas'), true],
      ['services.case-corrected.v1', sekar.name, false],
      ['services.case-moved.v1', expect.stringContaining('Bagas'), true],
      ['services.case-moved.v1', expect.stringContaining('Laras'), true],
      ['services.case-moved.v1', expect.stringContaining('Wening'), true],
    ])
  })

  it('shows the mother who looked at her data', async () => {
    await mother.open('/siapa-melihat-data-saya')
    const rows = await mother.main.locator('tbody tr').allInnerTexts()
    for (const [who, post] of [
      ['Bagas', 'Mekarsari'],
      ['Laras', 'Verifikator'],
      ['Wening', 'Kepala Dinas'],
    ] as const) {
      expect(rows.some((row) => row.includes(who) && row.includes(post) && row.includes(receipt.number))).toBe(true)
    }
    expect(mother.faults).toEqual([])
  })
})
