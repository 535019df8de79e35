import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../../src/modules/accounts/testing.ts'
import { officerCookie } from './officers.ts'
import { Person } from './person.ts'
import { inOrder, openBrowser, openWorld, type World } from './world.ts'

/*
 * A letter from its draft to its signed file, and two dozen invitations signed with one confirmation.
 * By buttons and links alone where scripts do not run.
 */

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => browser.close())

/** Whoever holds a post, signed in; freshly proved when he is to sign. */
async function holder(world: World, title: string): Promise<string> {
  const [found] = await world.rows<{ id: string }>(
    `select a.id from accounts.account a join organization.v_post_holding h on h.person_id = a.person_id
     where a.kind = 'staff' and h.title = $1 limit 1`,
    [title],
  )
  return signInAs(world.tenant, found?.id ?? '', {})
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a letter, %s', (_title, javaScript) => {
  let world: World
  let laras: Person
  let secretary: Person
  let wening: Person
  let path = ''

  const enter = async (cookie: string, width = 1280) => {
    const person = await Person.at(browser, world, { javaScript, width })
    const [name, ...value] = cookie.split('=') as [string, ...string[]]
    await person.context.addCookies([{ name, value: value.join('='), url: world.url }])
    return person
  }
  const fine = async (person: Person) => {
    if (javaScript) expect(await person.violations()).toEqual([])
  }

  inOrder()
  beforeAll(async () => {
    world = await openWorld()
    laras = await enter(await officerCookie(world, 'laras'))
    secretary = await enter(await holder(world, 'Sekretaris Disdukcapil'), 360)
    wening = await enter(await officerCookie(world, 'wening', true))
  }, 180_000)
  afterAll(async () => {
    for (const person of [laras, secretary, wening]) {
      expect(person.faults).toEqual([])
      await person.leave()
    }
    await world.close()
  })

  it('is begun from a template with the chain that the unit keeps', async () => {
    await laras.open('/naskah/draf')
    await fine(laras)
    await laras.follow('Tulis naskah')
    await fine(laras)
    await laras.page.getByLabel('Rantai').selectOption({ label: 'Surat keluar dinas' })
    await laras.press(/^Pakai Surat dinas$/)
    await laras.page.waitForURL('**/sunting')
    path = laras.path.replace('/sunting', '')
    await fine(laras)
  })

  it('says what is missing and keeps what was typed', async () => {
    await laras.type('subject', 'Perubahan jam layanan loket')
    await laras.type('recipients', 'Camat Mekarsari\ndi Mekarsari')
    await laras.press('Simpan dan ajukan')
    expect(await laras.value('subject')).toBe('Perubahan jam layanan loket')
    expect(await laras.reads()).toContain('Tulis kode klasifikasi arsip')
    await fine(laras)
    await laras.type('isian.pembuka', 'Mulai bulan depan jam layanan loket berubah.')
    await laras.type('isian.isi', 'Loket buka pukul 07.30 sampai 15.00 WIB.')
    await laras.type('classification', '400.12')
    await laras.press('Simpan dan ajukan')
    await laras.page.waitForURL(`**${path}`)
    expect(await laras.reads()).toContain('Menunggu paraf Sekretaris Disdukcapil')
    await fine(laras)
  })

  it('is initialled by the secretary, on a phone', async () => {
    await secretary.open('/naskah')
    await fine(secretary)
    await secretary.follow('Perubahan jam layanan loket')
    await fine(secretary)
    await secretary.press(/^Paraf$/)
    expect(await secretary.heading()).toBe('Menunggu saya')
  })

  it('is signed by the head, who sees what she signs and in what authority', async () => {
    await wening.open('/naskah?q=jam+layanan+loket')
    await wening.follow('Perubahan jam layanan loket')
    await wening.page.getByRole('link', { name: 'Tanda tangani' }).click()
    expect(await wening.reads()).toContain('Anda bertindak sebagai')
    await fine(wening)
    await wening.press('Tanda tangani')
    await wening.page.waitForURL(`**${path}`)
    expect(await wening.reads()).toMatch(/400\.12\/\d+\/Disdukcapil\/\d{4}/)
    await fine(wening)
    const file = await wening.download(/Unduh naskah/)
    expect(file.toString('latin1', 0, 5)).toBe('%PDF-')
    await wening.follow('Halaman keaslian')
    expect(await wening.reads()).toContain('asli')
  })

  it('many are looked through, confirmed once and signed by the job', async () => {
    await wening.open('/naskah?q=undangan+sosialisasi')
    await wening.press('Periksa semua yang cocok')
    expect(await wening.heading()).toBe('Tanda tangan massal, 24 naskah')
    await fine(wening)
    await wening.press('Tanda tangani 24 naskah')
    const page = wening.page.url()
    if (javaScript) await wening.page.getByText('Semua 24 naskah sudah ditandatangani').waitFor({ timeout: 60_000 })
    else {
      await expect
        .poll(
          async () => {
            await wening.page.goto(page)
            return wening.reads()
          },
          { timeout: 60_000, interval: 1000 },
        )
        .toContain('Semua 24 naskah sudah ditandatangani')
    }
    await fine(wening)
  }, 90_000)
})
