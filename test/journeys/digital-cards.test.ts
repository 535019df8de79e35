import type { Browser } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Applicant, listMothers, openAccounts } from './applicant.ts'
import { Person } from './person.ts'
import { inOrder, openBrowser, openWorld, type World } from './world.ts'

/*
 * A mother puts her address on her phone and shows part of it to a bank clerk, who scans the screen with his own phone. Later
 * she loses the phone. Her neighbour's browser has no JavaScript.
 */

let world: World
let browser: Browser
let phone: Person
let clerk: Person
let mother: Applicant

beforeAll(async () => {
  browser = await openBrowser()
  world = await openWorld()
  const [id] = await listMothers(world.tenant, 1)
  ;[mother] = (await openAccounts(world.tenant, world.url, [id as string])) as [Applicant]
  phone = await Person.at(browser, world, { width: 390 })
  clerk = await Person.at(browser, world, { width: 390 })
  await signIn(phone)
})
afterAll(async () => {
  await phone.leave()
  await clerk.leave()
  await world.close()
  await browser.close()
})

async function signIn(person: Person): Promise<void> {
  const cookies = [...mother.browser.cookies].map(([name, value]) => ({ name, value, url: world.url }))
  await person.context.addCookies(cookies)
}

/** What a camera sees of the code on the other phone. */
async function scan(person: Person): Promise<string> {
  const code = person.page.locator('svg.card-qr')
  await code.waitFor()
  const { data, info } = await sharp(await code.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) })
}

/** The page as it lies on the device. */
async function readKeptPage(): Promise<string> {
  const kept = await (await caches.open('balai-kartu-1')).match('/kartu-digital')
  if (!kept) throw new Error('nothing was kept')
  return kept.text()
}

const main = (person: Person) => person.page.locator('main').innerText()

describe('a card on a phone', () => {
  let link = ''
  inOrder()

  it('is added in the browser, whose key cannot be taken out', async () => {
    await phone.open('/akun/kartu-digital')
    expect(await phone.violations()).toEqual([])
    await phone.page.getByRole('link', { name: 'Tambahkan: kartu alamat' }).click()
    await phone.page.locator('[data-island="card-keep"]:not([hidden])').waitFor()
    expect(await phone.violations()).toEqual([])
    await phone.page.getByRole('button', { name: 'Simpan di peramban ini' }).click()
    await phone.page.waitForURL('**/kartu-digital#*')
    await phone.page.getByRole('group', { name: 'Data yang ditunjukkan' }).waitFor()
    expect(await main(phone)).toContain(mother.name)
    const kept = await phone.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('balai-kartu')
        request.onsuccess = () => resolve(request.result)
      })
      const cards = await new Promise<{ key: CryptoKey }[]>((resolve) => {
        const request = database.transaction('card').objectStore('card').getAll()
        request.onsuccess = () => resolve(request.result)
      })
      return cards.map(({ key }) => key.extractable)
    })
    expect(kept).toEqual([false])
  })

  it('tells what is missing before it makes a code', async () => {
    await phone.page.getByRole('button', { name: 'Tunjukkan' }).click()
    await phone.page.getByText('Pilih sedikitnya satu data.').waitFor()
    expect(await phone.violations()).toEqual([])
    await phone.page.getByRole('button', { name: 'Nama dan alamat' }).click()
    await phone.page.getByLabel('Kepada siapa').fill('Bank Kencana')
    await phone.page.getByRole('button', { name: 'Tunjukkan' }).click()
    await phone.page.getByText('Tulis untuk apa kartu ini ditunjukkan.').waitFor()
    expect(await phone.page.getByLabel('Kepada siapa').inputValue()).toBe('Bank Kencana')
  })

  it('shows a code to which the clerk’s phone finds its way, and only what was chosen is seen', async () => {
    await phone.page.getByLabel('Untuk apa').fill('membuka rekening')
    await phone.page.getByRole('button', { name: 'Tunjukkan' }).click()
    link = await scan(phone)
    expect(await phone.violations()).toEqual([])
    expect(link).toMatch(/\/periksa-kartu\/[\w-]{24}$/)
    await clerk.page.goto(link)
    expect(await clerk.violations()).toEqual([])
    expect(await main(clerk)).not.toContain(mother.name)
    await clerk.page.getByRole('button', { name: 'Lihat dan periksa' }).click()
    await clerk.page.getByRole('heading', { name: 'Kartu ini asli dan berlaku' }).waitFor()
    expect(await clerk.violations()).toEqual([])
    const seen = await main(clerk)
    for (const word of [mother.name, 'Bank Kencana', 'membuka rekening', 'Yang menunjukkan memegang kunci kartu ini']) {
      expect(seen).toContain(word)
    }
    for (const word of ['Tanggal lahir', 'Berumur', 'NIK', mother.nik]) expect(seen).not.toContain(word)
  })

  it('opens once: the same code is nothing for the next who tries it', async () => {
    await clerk.page.goto(link)
    await clerk.page.getByRole('button', { name: 'Lihat dan periksa' }).click()
    await clerk.page.getByText('Kode ini sudah dibuka').waitFor()
  })

  it('is sent as text to somebody far away, who gave a challenge', async () => {
    await clerk.open('/periksa-kartu')
    const challenge = await clerk.page.locator('.card-code').first().innerText()
    await phone.page.getByRole('button', { name: 'Kembali ke kartu' }).click()
    await phone.page.getByRole('button', { name: 'Umur saja' }).click()
    await phone.page.getByText('Kirim sebagai teks').click()
    await phone.page.getByRole('button', { name: 'Buat teks' }).click()
    await phone.page.getByText('Salin tantangan dari pemeriksa.').waitFor()
    await phone.page.getByLabel('Tantangan dari pemeriksa').fill(challenge)
    await phone.page.getByRole('button', { name: 'Buat teks' }).click()
    const text = await phone.page.getByLabel('Teks untuk dikirim').inputValue()
    expect(await phone.violations()).toEqual([])
    await clerk.type('presentation', text)
    await clerk.press('Periksa')
    expect(await main(clerk)).toMatch(/Kartu ini asli dan berlaku[\s\S]*Berumur 18 tahun atau lebih\s+ya/)
    expect(await main(clerk)).not.toContain(mother.name)
  })

  it('stands in the list of whom it was shown to', async () => {
    const own = await Person.at(browser, world, { javaScript: false })
    await signIn(own)
    await own.open('/akun/kartu-digital')
    expect(await main(own)).toMatch(/Bank Kencana, membuka rekening/)
    expect(await main(own)).toContain('Kartu digital memerlukan JavaScript')
    await own.open('/siapa-melihat-data-saya')
    expect(await main(own)).toContain('Kartu alamat digital ditunjukkan kepada Bank Kencana')
    await own.leave()
  })

  it('can still be read without a network, and says why it cannot be shown', async () => {
    await phone.page.waitForFunction(async () => {
      const cache = await caches.open('balai-kartu-1')
      return (await cache.keys()).length > 5
    })
    expect(await phone.page.evaluate(readKeptPage)).not.toContain(mother.name)
    await phone.context.setOffline(true)
    await phone.page.reload()
    await phone.page.getByText('Tidak ada jaringan.').waitFor()
    expect(await main(phone)).toContain(mother.name)
    expect(await phone.page.getByRole('button', { name: 'Tunjukkan' }).isDisabled()).toBe(true)
    await phone.context.setOffline(false)
  })

  it('ends everywhere when the phone is reported as lost', async () => {
    const desk = await Person.at(browser, world)
    await signIn(desk)
    await desk.open('/akun/kartu-digital')
    expect(await desk.violations()).toEqual([])
    await desk.page.getByRole('button', { name: 'Hilang, matikan kartunya' }).click()
    await desk.page.getByText('Kartu di perangkat itu sudah tidak berlaku.').waitFor()
    await desk.leave()
    await phone.page.goto(`${world.url}/kartu-digital`)
    await phone.page.getByText('tidak berlaku lagi').waitFor()
    expect(await phone.violations()).toEqual([])
    expect(phone.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(fault))).toEqual([])
    expect(clerk.faults).toEqual([])
  })
})
