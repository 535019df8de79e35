import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demoBirths, demoPeople } from '../../src/demo/known-people.ts'
import { birthOf, pin, VillageOfficer } from './village-officer.ts'
import { openBrowser, openWorld, type World } from './world.ts'

/*
 * What goes wrong between a tablet and the office, one by one. After each of these the item says why it waits and offers
 * something to do, and the register has the event once.
 */

const { sekar } = demoPeople
/** Another mother with a baby that is not in the register. */
const other = demoBirths[1]?.mother ?? sekar
let world: World
let browser: Browser
let officer: VillageOfficer

beforeAll(async () => {
  browser = await openBrowser()
  world = await openWorld()
  officer = await VillageOfficer.at(browser, world)
  await officer.signIn()
  await officer.setUp()
  await officer.unlock()
  await officer.page.getByText('Belum ada permohonan').waitFor()
}, 240_000)
afterEach(async () => {
  await officer.page.unrouteAll({ behavior: 'ignoreErrors' })
  await officer.person.context.setOffline(false)
})
afterAll(async () => {
  if (process.env['SHOTS']) console.log(officer.person.faults.join('\n'))
  await officer.person.leave()
  await world.close()
  await browser.close()
})

const casesOf = (child: string) =>
  world.rows<{ id: string; number: string }>('select id, number from services.case where subject_name = $1', [child])
const shot = async (name: string) => {
  if (process.env['SHOTS'])
    await officer.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true })
}
const actions = () => officer.page.locator('main button[name=aksi], main .btn').allInnerTexts()
const tag = () => officer.page.locator('[data-item] [role=status] .tag').innerText()
const sendNow = () => officer.page.getByRole('button', { name: 'Kirim sekarang' }).click()

describe('a field counter', { timeout: 150_000 }, () => {
  it('stuck in sending: an answer that never comes ends as "broken off" with a button, and goes on by itself', async () => {
    await officer.fill(await birthOf('Laras Ayu'))
    // The first pieces get through, then the line dies in the middle of the photo.
    await officer.page.route('**/selesai', (route) => route.abort('connectionreset'))
    await officer.enqueue()
    await officer.openItem('Laras Ayu')
    await expect.poll(tag, { timeout: 30_000 }).toContain('Menunggu jaringan')
    await shot('stuck')
    expect(await actions()).toEqual(expect.arrayContaining(['Kirim sekarang']))
    expect(await casesOf('Laras Ayu')).toHaveLength(0)
    expect(await world.rows(`select 1 from field_counter.item where state = 'arriving'`)).toHaveLength(1)
    await officer.page.unrouteAll()
    // The same request ten times at once, as an impatient gateway may send it.
    const statuses: number[] = []
    await officer.page.route('**/selesai', async (route) => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => route.fetch()))
      statuses.push(...answers.map((answer) => answer.status()))
      const [first] = answers
      await (first ? route.fulfill({ response: first }) : route.abort())
    })
    await sendNow()
    await expect.poll(tag, { timeout: 30_000 }).toBe('Diterima')
    expect(await casesOf('Laras Ayu')).toHaveLength(1)
    expect(statuses).toEqual(Array.from({ length: 10 }, () => 200))
  })

  it('lost answers: sent again and again, from two tabs at once, it is one case', async () => {
    await officer.person.context.setOffline(true)
    await officer.fill(await birthOf('Mega Ayu'))
    await officer.enqueue()
    const second = await officer.person.context.newPage()
    await officer.person.context.setOffline(false)
    await second.goto('/lapangan')
    // The server does its work, and its answer is lost on the way back.
    let lost = 0
    await officer.page.route('**/selesai', async (route) => {
      await route.fetch()
      lost += 1
      await route.abort('connectionreset')
    })
    await second.locator('[data-form=pin] [name=pin]').fill(pin)
    await second.getByRole('button', { name: 'Buka kunci' }).click()
    await officer.home()
    await Promise.all([
      sendNow().catch(() => undefined),
      second
        .getByRole('button', { name: 'Kirim sekarang' })
        .click()
        .catch(() => undefined),
    ])
    await expect.poll(() => casesOf('Mega Ayu'), { timeout: 40_000 }).toHaveLength(1)
    await expect.poll(() => officer.stateOf('Mega Ayu'), { timeout: 40_000 }).toBe('Diterima')
    await second.close()
    expect(await casesOf('Mega Ayu')).toHaveLength(1)
    expect(lost).toBeLessThan(5)
  })

  it('two tabs: a draft is filled in in one of them, and the other says so', async () => {
    await officer.begin()
    const address = await officer.page.evaluate(() => location.hash)
    await officer.fillPage({ pemohonName: 'Sekar Wulandari' })
    await officer.page.locator('[data-saved]', { hasText: 'Tersimpan' }).waitFor()
    const second = await officer.person.context.newPage()
    await second.goto(`/lapangan${address}`)
    await second.locator('[data-form=pin] [name=pin]').fill(pin)
    await second.getByRole('button', { name: 'Buka kunci' }).click()
    await second.getByText('Draf ini terbuka di tab lain').waitFor()
    await second.getByRole('button', { name: 'Isi di tab ini saja' }).click()
    await second.locator('#halaman').waitFor()
    expect(await second.locator('[name=pemohonName]').inputValue()).toBe('Sekar Wulandari')
    await officer.page.getByText('Draf ini terbuka di tab lain').waitFor()
    await second.close()
  })

  it('storage full: it is said at once, what was there stays, and the file can be taken again', async () => {
    await officer.begin()
    const birth = await birthOf('Nada Ayu')
    await officer.goOn(birth, 'Foto surat keterangan lahir')
    await officer.page.evaluate(() => {
      const put = IDBObjectStore.prototype.put
      Object.assign(globalThis, { freeSpace: () => Object.assign(IDBObjectStore.prototype, { put }) })
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await officer.page.locator('input[type=file][name=birthLetter]').setInputFiles({
      name: 'surat.jpg',
      mimeType: 'image/jpeg',
      buffer: birth['birthLetter'] as Buffer,
    })
    await officer.page.getByText('Penyimpanan perangkat penuh, jadi berkas ini belum tersimpan').waitFor()
    await shot('full')
    await officer.page.evaluate(() => (globalThis as unknown as { freeSpace(): void }).freeSpace())
    await officer.goOn(birth)
    await officer.enqueue()
    await expect.poll(() => casesOf('Nada Ayu'), { timeout: 40_000 }).toHaveLength(1)
  })

  it('session expired: it asks for sign-in and goes on where it was', async () => {
    await officer.fill(await birthOf('Putri Ayu'))
    const cookies = await officer.person.context.cookies()
    await officer.person.context.clearCookies()
    await officer.enqueue()
    await officer.openItem('Putri Ayu')
    await expect.poll(tag, { timeout: 30_000 }).toBe('Menunggu Anda masuk')
    await shot('signed-out')
    expect(await officer.person.violations()).toEqual([])
    expect(await actions()).toEqual(expect.arrayContaining(['Masuk untuk mengirim']))
    await officer.person.context.addCookies(cookies)
    await sendNow()
    await expect.poll(tag, { timeout: 30_000 }).toBe('Diterima')
  })

  it('the same birth from another counter comes back as a conflict with the number of the file', async () => {
    await officer.fill(await birthOf('Laras Ayuu'))
    await officer.enqueue()
    await officer.openItem('Laras Ayuu')
    await expect.poll(tag, { timeout: 30_000 }).toBe('Sudah dilaporkan')
    const [first] = await casesOf('Laras Ayu')
    expect(await officer.person.reads()).toContain(first?.number ?? '-')
    await shot('conflict')
    expect(await officer.person.violations()).toEqual([])
    await officer.page.locator('summary', { hasText: 'Ini peristiwa lain' }).click()
    await officer.person.type('lain', 'pendek')
    await officer.page.getByRole('button', { name: 'Kirim dengan alasan ini' }).click()
    await officer.page.getByText('paling sedikit 10 huruf').waitFor()
    await officer.person.type('lain', 'Anak kembar, dua surat lahir dari bidan yang sama')
    await officer.page.getByRole('button', { name: 'Kirim dengan alasan ini' }).click()
    await expect.poll(tag, { timeout: 30_000 }).toBe('Diterima')
  })

  it('refused with the fields to mend: a NIK that nobody has is marked at its question, and mended', async () => {
    await officer.fill(await birthOf('Rara Ayu', other, { pemohonNik: `${other.nik.slice(0, 14)}99` }))
    const number = await officer.enqueue()
    await officer.openItem('Rara Ayu')
    await expect.poll(tag, { timeout: 30_000 }).toBe('Ditolak, perlu diperbaiki')
    await shot('refused')
    expect(await officer.person.reads()).toContain('tidak ada dalam register')
    await officer.page.getByRole('button', { name: 'Perbaiki', exact: true }).hover()
    await officer.page.mouse.down()
    // News in the very moment of the press take nothing from under the finger.
    await officer.page.evaluate(() => new BroadcastChannel('balai-lapangan').postMessage('changed'))
    await officer.page.waitForTimeout(300)
    await officer.page.mouse.up()
    await officer.page.getByRole('heading', { name: 'Periksa sebelum diantrekan' }).waitFor()
    await officer.page.locator('a[href*="/pemohon"]').first().click()
    await officer.page.locator('#halaman').waitFor()
    await shot('mend')
    expect(await officer.person.complaint('pemohonNik')).toContain('tidak ada dalam register')
    await officer.goOn({ pemohonNik: other.nik })
    expect(await officer.enqueue()).toBe(number)
    await expect.poll(() => casesOf('Rara Ayu'), { timeout: 40_000 }).toHaveLength(1)
  })

  it('a wrong PIN ten times locks until an online sign-in, and the drafts are still there', async () => {
    await officer.home()
    await officer.page.getByRole('button', { name: 'Kunci' }).click()
    for (let turn = 1; turn <= 10; turn += 1) {
      await officer.unlock('135790')
      await officer.page
        .getByText(turn < 10 ? `Sisa ${10 - turn} percobaan` : 'Terkunci karena PIN keliru')
        .first()
        .waitFor()
    }
    await shot('locked')
    await officer.setUp()
    await officer.unlock()
    await officer.page.getByRole('heading', { level: 1, name: 'Loket lapangan', exact: true }).waitFor()
    expect(await officer.person.reads()).toContain('Rara Ayu')
  })

  it('another official on the same device reads nothing of it', async () => {
    await officer.page.getByRole('button', { name: 'Kunci' }).click()
    await officer.person.context.clearCookies()
    const colleague = await VillageOfficer.join(officer, world, 'Laras')
    await colleague.signIn()
    await colleague.setUp()
    await colleague.page.locator('[data-form=pin]').waitFor()
    await shot('two-vaults')
    await colleague.page.getByRole('radio').nth(1).check()
    await colleague.unlock()
    await colleague.page.getByText('Belum ada permohonan').waitFor()
    expect(await colleague.person.reads()).not.toContain('Rara')
  })

  it('a revoked device sends no more and wipes itself', async () => {
    await world.rows(
      `update field_counter.device set revoked_at = now(), revoked_by = 'Penyelia', revoke_reason = 'hilang di jalan'`,
    )
    await officer.page.reload()
    await officer.page.getByRole('radio').nth(1).check()
    await officer.unlock()
    await officer.page.getByText('Perangkat ini sudah dicabut').waitFor()
    await shot('wiped')
    expect(await officer.stored()).not.toContain('birth-certificate')
    const [device] = await world.rows<{ wiped_at: Date | null }>('select wiped_at from field_counter.device')
    expect(device?.wiped_at).not.toBeNull()
    expect(sekar.nik).toHaveLength(16)
  })
})
