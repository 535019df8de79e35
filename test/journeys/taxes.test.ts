import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Person } from './person.ts'
import { openBrowser, openWorld, type World } from './world.ts'

/*
 * A bookkeeper computes a tax, shares the address, prints the sheet; a tailor with an old phone types what no form expects.
 */

let world: World
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  world = await openWorld()
})
afterAll(async () => {
  await world.close()
  await browser.close()
})

const isWithinScreen = (person: Person) =>
  person.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

describe('a bookkeeper', () => {
  let address = ''

  it('finds the calculation by a word, fills it in and reads each step with its article', async () => {
    const person = await Person.at(browser, world)
    await person.open('/pajak/hitung')
    await person.type('q', 'desember')
    await person.press('Saring')
    await person.follow('PPh 21 pegawai tetap, setahun')
    await person.page.locator('[name="status"]').selectOption('K/1')
    await person.type('regular.each', '10000000')
    await person.type('irregular.2', '10000000')
    await person.press('Hitung')
    const text = await person.reads()
    // 130m less 6m of job cost and 63m free: 61m, of it 5% of 60m and 15% of 1m.
    expect(text).toContain('Rp3.150.000')
    expect(text).toContain('PMK 101/PMK.010/2016')
    expect(text).toContain('Perkiraan, belum dapat menjadi dasar ketetapan')
    address = new URL(person.page.url()).pathname + new URL(person.page.url()).search
    expect(address).not.toContain('zakat')
    expect(person.faults).toEqual([])
    await person.leave()
  })

  it('shares the address: another browser, without scripts and narrow, shows the same', async () => {
    const person = await Person.at(browser, world, { javaScript: false, width: 360 })
    expect(await person.open(address)).toBe(200)
    expect(await person.reads()).toContain('Rp3.150.000')
    expect(await person.value('regular.0')).toBe('10.000.000')
    await person.follow('Lembar untuk dicetak')
    expect(await person.reads()).toContain('bukan ketetapan pajak')
    expect(await person.reads()).toContain('Maret Rp10.000.000')
    await person.leave()
  })
})

describe('a tailor with an old phone', () => {
  it('adds a payment without scripts, is told of every fault at its field, and loses nothing', async () => {
    const person = await Person.at(browser, world, { javaScript: false, width: 360 })
    await person.open('/pajak/hitung/pph21.non-employee')
    await person.type('payments[0].gross', '-5000000')
    await person.press('Tambah pembayaran')
    await person.type('payments[1].gross', '10.000.000')
    await person.type('date-day', '30')
    await person.page.locator('[name="date-month"]').selectOption('2')
    await person.press('Hitung')
    expect(await person.complaint('payments-0-gross')).toContain('tidak boleh kurang dari nol')
    expect(await person.complaint('date')).toContain('tidak ada pada kalender')
    expect(await person.value('payments[1].gross')).toBe('10.000.000')
    expect(await person.value('date-day')).toBe('30')
    expect(await isWithinScreen(person)).toBe(true)
    await person.type('payments[0].gross', '5.000.000')
    await person.type('date-day', '28')
    await person.press('Hitung')
    // Half of each payment at 5%: 125,000 and 250,000.
    expect(await person.reads()).toContain('Rp375.000')
    expect(await isWithinScreen(person)).toBe(true)
    await person.leave()
  })

  it('sees only the questions that apply', async () => {
    const person = await Person.at(browser, world, { width: 360 })
    await person.open('/pajak/hitung/pph21.daily')
    const units = person.page.locator('[name="units"]')
    await units.waitFor({ state: 'hidden' })
    await person.choose('Satuan hasil kerja')
    await units.waitFor({ state: 'visible' })
    await person.type('unitWage', '300000')
    await person.type('units', '10')
    await person.press('Hitung')
    expect(await person.reads()).toContain('Rp75.000')
    await person.leave()
  })

  it.each([
    [
      '/pajak/hitung/pph21.monthly?hitung=1&status=TK%2F0&salary=1.000.000.000.000.001',
      'f-salary-error',
      'paling banyak',
    ],
    ['/pajak/hitung/pph21.monthly?hitung=1&status=TK%2F0&salary=1%2C5%2C5', 'f-salary-error', 'dengan angka'],
    ['/pajak/hitung/pbb?hitung=1&region=88.88', 'f-region-error', 'tidak dikenal'],
    [
      '/pajak/hitung/pph21.monthly?hitung=1&status=TK%2F0&salary=1&date-day=1&date-month=1&date-year=1600',
      'f-date-error',
      'Pilih tanggal',
    ],
  ])('is answered with 422 and a sentence: %s', async (path, field, sentence) => {
    const person = await Person.at(browser, world, { javaScript: false, width: 360 })
    expect(await person.open(path)).toBe(422)
    expect(await person.page.locator(`#${field}`).innerText()).toContain(sentence)
    await person.leave()
  })
})
