import { createHmac } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDemoSignIns } from '../../src/demo/accounts.ts'
import { demoPeople } from '../../src/demo/known-people.ts'
import { demoPassword } from '../../src/modules/accounts/index.ts'
import { Person } from './person.ts'
import { inOrder, openBrowser, openWorld, type World } from './world.ts'

const { bima } = demoPeople
let world: World
let browser: Browser

beforeAll(async () => {
  ;[world, browser] = await Promise.all([openWorld(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const nipOf = async (who: string) =>
  (await listDemoSignIns(world.tenant)).find((one) => one.who.includes(who))?.name.slice(4) ?? ''

async function prove(person: Person): Promise<void> {
  await person.type('password', demoPassword)
  await person.main.locator('form[action="/akun/bukti"] button:not([type=button])').first().click()
  await person.page.waitForLoadState()
}

describe('a passkey', () => {
  inOrder()
  let person: Person

  it('is added by somebody who has just proved who he is', async () => {
    person = await Person.at(browser, world, { width: 390 })
    const device = await person.context.newCDPSession(person.page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await person.signIn(bima.nik, demoPassword)
    await person.open('/akun/keamanan')
    expect(await person.page.getByRole('button', { name: /Tambah kunci sandi/ }).count()).toBe(0)
    await person.main.locator('a[href^="/akun/bukti"]').click()
    await prove(person)
    expect(person.path).toBe('/akun/keamanan')
    await person.press(/Tambah kunci sandi/)
    await person.page
      .getByRole('cell', { name: /Hapus/ })
      .or(person.page.getByRole('button', { name: /Hapus/ }))
      .first()
      .waitFor()
    expect(await world.rows('select 1 from accounts.auth_passkey')).toHaveLength(1)
  })

  it('then opens the account without name and password, and also proves identity', async () => {
    await person.context.clearCookies()
    await person.open('/masuk')
    await person.press('Masuk dengan kunci sandi')
    await person.page.waitForURL((url) => url.pathname !== '/masuk')
    await person.open('/akun')
    expect(await person.page.locator('body').innerText()).toContain(bima.name)
    await world.rows('update accounts.auth_session set elevated_until = null')
    await person.open('/akun/kontak')
    expect(person.path).toBe('/akun/bukti')
    await person.page.locator('[data-island=passkey] button').click()
    await person.page.waitForURL('**/akun/kontak')
    expect(person.faults).toEqual([])
    await person.leave()
  })
})

describe('codes from an authenticator app', () => {
  inOrder()
  let person: Person
  let key = ''
  let backup = ''

  it('are set up without scripts: password, key, first code, and backup codes to keep', async () => {
    person = await Person.at(browser, world, { javaScript: false })
    await person.signIn(bima.nik, demoPassword)
    await person.open('/akun/keamanan')
    await person.follow('Pasang kode verifikasi')
    await person.type('password', demoPassword)
    await person.press('Lanjut')
    key = await person.main.locator('.copy code').innerText()
    await person.type('code', codeOf(key))
    await person.press('Pasang')
    expect(await person.heading()).toBe('Kode cadangan Anda')
    const codes = await person.main.locator('ol code').allInnerTexts()
    expect(codes).toHaveLength(10)
    backup = codes[0] ?? ''
    await person.leave()
  })

  it('are asked for after the password, in words, by a page that keeps nobody out', async () => {
    person = await Person.at(browser, world, { width: 320 })
    await person.signIn(bima.nik, demoPassword)
    expect(person.path).toBe('/masuk/kode')
    expect(await person.violations()).toEqual([])
    await person.type('code', '000000')
    await person.press('Lanjut')
    expect(await person.complaint('code')).toContain('tidak cocok')
    await person.open('/akun')
    expect(person.path).toBe('/masuk')
  })

  it('open the account, each once', async () => {
    // The app shows the next code a little early for us; the server bears clocks that differ by half a minute.
    const next = codeOf(key, Date.now() + 30_000)
    await person.signIn(bima.nik, demoPassword)
    await person.type('code', next)
    await person.press('Lanjut')
    await person.open('/akun')
    expect(person.path).toBe('/akun')
    await person.leave()

    const second = await Person.at(browser, world)
    await second.signIn(bima.nik, demoPassword)
    await second.type('code', next)
    await second.press('Lanjut')
    expect(second.path).toBe('/masuk/kode')
    await second.type('code', backup)
    await second.press('Lanjut')
    await second.open('/akun')
    expect(second.path).toBe('/akun')
    await second.leave()
  })
})

describe('a new employee', () => {
  it('gets an account from the administrator, and a password by a link that works once', async () => {
    const [official] = await world.rows<{ employee_number: string; display_name: string }>(
      `select o.employee_number, o.display_name from organization.official o
       join organization.assignment a on a.official_id = o.id
       where not exists (select 1 from accounts.account x where x.person_id = o.person_id) order by o.id limit 1`,
    )
    const yusuf = await Person.at(browser, world)
    await yusuf.signIn(await nipOf('Yusuf'), demoPassword)
    await yusuf.open('/admin/akun')
    await yusuf.main.locator('a[href="/admin/akun/baru"]').click()
    await yusuf.page.waitForLoadState()
    expect(yusuf.path).toBe('/akun/bukti')
    await prove(yusuf)
    await yusuf.type('q', official?.employee_number ?? '')
    await yusuf.main.getByRole('button', { name: 'Cari' }).click()
    await yusuf.press('Buat akun')
    expect(await yusuf.heading()).toContain(official?.display_name)
    const link = new URL(await yusuf.main.locator('.copy code').innerText())
    expect(await yusuf.violations()).toEqual([])
    expect(yusuf.faults).toEqual([])
    await yusuf.leave()

    const employee = await Person.at(browser, world, { javaScript: false })
    await employee.open(link.pathname)
    await employee.type('password', 'terlalu')
    await employee.type('passwordAgain', 'terlalu')
    await employee.main.locator('form button:not([type=button])').first().click()
    expect(await employee.complaint('password')).toContain('paling sedikit 10')
    await employee.type('password', 'hujan turun di bulan juni')
    await employee.type('passwordAgain', 'hujan turun di bulan juni')
    await employee.main.locator('form button:not([type=button])').first().click()
    await employee.page.waitForURL('**/masuk')
    await employee.signIn(official?.employee_number ?? '', 'hujan turun di bulan juni')
    await employee.open('/akun/jabatan')
    expect(employee.path).toBe('/akun/jabatan')
    expect(await employee.open(link.pathname)).toBe(404)
    await employee.leave()
  })
})

describe('a visitor', () => {
  it('who reads English reads English everywhere, and stays on the page', async () => {
    const guest = await Person.at(browser, world, { javaScript: false })
    await guest.open('/layanan/akta-kelahiran')
    expect(await guest.heading()).toBe('Akta kelahiran')
    await guest.page.getByRole('link', { name: 'English' }).click()
    expect([guest.path, await guest.heading()]).toEqual(['/layanan/akta-kelahiran', 'Birth certificate'])
    for (const [path, heading] of [
      ['/', 'What would you like to get done today?'],
      ['/masuk', 'Sign in'],
      ['/daftar', 'Create an account'],
      ['/lacak', 'Track a file'],
      ['/verifikasi', 'Check that a document is genuine'],
    ] as const) {
      await guest.open(path)
      expect([path, await guest.heading()]).toEqual([path, heading])
      expect(await guest.page.locator('html').getAttribute('lang')).toBe('en')
    }
    await guest.page.getByRole('link', { name: 'Bahasa Indonesia' }).click()
    expect(await guest.heading()).toBe('Periksa keaslian dokumen')
    await guest.leave()
  })

  it('whose device is dark sees a dark page, and light text on it', async () => {
    const brightness = async (colorScheme: 'light' | 'dark') => {
      const guest = await Person.at(browser, world, { colorScheme })
      await guest.open('/layanan')
      const colours = await guest.page.evaluate(() => {
        // Whatever notation the style sheet uses, a canvas gives red, green and blue.
        const paint = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
        const page = getComputedStyle(document.documentElement).backgroundColor
        return [page, getComputedStyle(document.body).color].map((colour) => {
          paint.fillStyle = colour
          paint.fillRect(0, 0, 1, 1)
          return [...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)].reduce((sum, part) => sum + part, 0) / 3
        })
      })
      await guest.leave()
      return colours as [number, number]
    }
    const [lightPage, lightText] = await brightness('light')
    const [darkPage, darkText] = await brightness('dark')
    expect(lightPage - lightText).toBeGreaterThan(120)
    expect(darkText - darkPage).toBeGreaterThan(120)
  })
})

/** RFC 6238 as apps do it: SHA-1, six digits, thirty seconds. */
function codeOf(base32: string, at = Date.now()): string {
  const bits = [...base32.replaceAll(' ', '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac[19] as number) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
