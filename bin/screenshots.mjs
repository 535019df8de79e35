// Takes the four pictures of README.md from the running demo: `bin/screenshots`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const root = join(import.meta.dirname, '..')
const data = mkdtempSync(join(tmpdir(), 'balai-pictures-'))
const port = 3400 + Math.floor(Math.random() * 400)
const base = `http://localhost:${port}`
const server = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'bin/balai.mjs'), 'serve', '--demo'], {
  env: { ...process.env, PORT: String(port), BALAI_DATA: data },
})
const said = await new Promise((resolve, reject) => {
  let text = ''
  server.stdout.on('data', (chunk) => {
    text += chunk
    if (/An? mother without an account[\s\S]*\n\n/i.test(text)) resolve(text)
  })
  server.once('exit', () => reject(new Error(text)))
})
const nip = (who) => new RegExp(`\\(${who}\\)\\s+NIP (\\d+)`).exec(said)?.[1] ?? ''
const nik = /NIK (\d{16})/.exec(said)?.[1] ?? ''

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args })
try {
  await picture('start', { width: 1280, height: 860 }, (page) => page.goto(base))
  await picture('service', { width: 390, height: 844 }, (page) => page.goto(`${base}/layanan/akta-kelahiran`))
  await picture('desk', { width: 1360, height: 820 }, async (page) => {
    await signIn(page, nip('Laras'))
    await page.goto(`${base}/meja`)
    await page.locator('main table a').first().click()
  })
  await picture('status', { width: 390, height: 844 }, async (page) => {
    await signIn(page, nik)
    await apply(page)
    await page.getByRole('link', { name: 'Lihat status berkas' }).click()
  })
} finally {
  await browser.close()
  server.kill('SIGINT')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}
console.log(readdirSync(join(root, 'docs/images')).join(' '))

async function picture(name, viewport, show) {
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1 })
  const page = await context.newPage()
  await show(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(root, 'docs/images', `${name}.png`) })
  await context.close()
}

async function signIn(page, name) {
  await page.goto(`${base}/masuk`)
  await page.locator('main input[name=name]').fill(name)
  await page.locator('main input[type=password]').fill('balai-percontohan')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk'))
}

async function apply(page) {
  const next = () => page.getByRole('button', { name: 'Lanjut', exact: true }).click()
  await page.goto(`${base}/layanan/akta-kelahiran/mulai`)
  await page.getByRole('button', { name: /mulai mengisi/ }).click()
  await page.locator('[name=childName]').fill('Kirana Ayu Prasetyo')
  await page.getByLabel('Perempuan').check()
  const born = new Date(Date.now() - 3 * 86_400_000)
  await page.locator('[name=birthOn-day]').fill(String(born.getDate()))
  await page.locator('[name=birthOn-month]').selectOption(String(born.getMonth() + 1))
  await page.locator('[name=birthOn-year]').fill(String(born.getFullYear()))
  await page.locator('[name=birthTime]').fill('04.35')
  await next()
  await page.getByLabel('Rumah sakit').check()
  await page.getByLabel('Tunggal').check()
  await page.locator('[name=childOrder]').fill('2')
  await next()
  await next()
  await page.locator('[name=phone]').fill('081200000002')
  await next()
  await page.getByLabel('Tidak ada surat').check()
  await next()
  await page.locator('[name=witness1Nik]').fill('9901020211970001')
  await page.locator('[name=witness1Name]').fill('Galih Wiryawan')
  await page.locator('[name=witness2Nik]').fill('9901021706900001')
  await page.locator('[name=witness2Name]').fill('Asep Gumilar')
  await page.locator('[name=statement]').check()
  await next()
  await page.getByRole('button', { name: 'Kirim berkas' }).click()
}
