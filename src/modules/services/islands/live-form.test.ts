import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '#kernel/command/command.ts'
import { saveAnswers, startDraft } from '../commands/draft.ts'
import { everyAnswers } from '../form/testing/every-answers.ts'
import { everyKind } from '../form/testing/every-kind.ts'
import { type FormPlace, formPlace } from '../form/testing/form-place.ts'
import { listAttachments } from '../queries/attachments.ts'

let place: FormPlace
let browser: Browser
let url: string
let draftId: string
let page: Page
const faults: string[] = []

beforeAll(async () => {
  place = await formPlace()
  url = await place.server.app.listen({ port: 0, host: '127.0.0.1' })
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

/** Every test begins with an application of its own in which everything is answered. */
beforeEach(async () => {
  const options = {
    tenant: place.tenant,
    actor: place.applicant,
    clock: place.clock,
    subscribers: new Map(),
    origin: 'https://arunika.example',
  }
  draftId = (await runCommand(startDraft, { slug: 'segala-jenis' }, options)).draftId
  for (const { id } of everyKind.form.pages) {
    await runCommand(saveAnswers, { draftId, pageId: id, answers: { ...everyAnswers }, finished: false }, options)
  }
  const context = await browser.newContext({ baseURL: url, viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
})
afterEach(() => page.context().close())

async function open(id: string): Promise<void> {
  await page.goto(`/pengajuan/${draftId}/isi/${id}`, { waitUntil: 'networkidle' })
}
const field = (path: string) => page.locator(`[name="${path}"]`)
const button = (name: string) => page.getByRole('button', { name, exact: true })
const eventually = { timeout: 5000, interval: 50 }

describe('a page with scripts', () => {
  it('shows and hides questions by the answers, and keeps what was typed in them', async () => {
    await open('diri')
    expect(await field('nib').inputValue()).toBe(everyAnswers.nib)
    await page.getByRole('radio', { name: 'Tidak' }).check()
    await expect.poll(() => field('nib').count(), eventually).toBe(0)
    expect(await field('scale').count()).toBe(0)
    await page.getByRole('radio', { name: 'Ya' }).check()
    await expect.poll(() => field('nib').count(), eventually).toBe(1)
    expect(await field('nib').inputValue()).toBe(everyAnswers.nib)
    expect(await page.locator('[data-island=live-form]').textContent()).toContain('NIB')
  })

  it('holds still while something is pressed: the press counts where it began, and the page goes on behind it', async () => {
    await open('diri')
    const answer = page.getByRole('radio', { name: 'Tidak' })
    await field('phone').fill('12')
    await answer.scrollIntoViewIfNeeded()
    const box = await answer.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5)
    await page.mouse.down()
    // Longer than the form waits before it says what is wrong.
    await page.waitForTimeout(500)
    expect(await page.locator('#f-phone-error').count()).toBe(0)
    expect(await answer.boundingBox()).toEqual(box)
    await page.mouse.up()
    expect(await answer.isChecked()).toBe(true)
    await page.locator('#f-phone-error').waitFor()
    await expect.poll(() => field('nib').count(), eventually).toBe(0)
  })

  it('says at its input what is wrong as soon as it is left, and no longer when it is mended', async () => {
    await open('diri')
    await field('nib').fill('123')
    await field('phone').focus()
    await page.locator('#f-nib-error').waitFor()
    expect(await field('nib').getAttribute('aria-describedby')).toContain('f-nib-error')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await field('nib').fill(everyAnswers.nib)
    await field('phone').focus()
    await expect.poll(() => page.locator('#f-nib-error').count(), eventually).toBe(0)
    expect(await field('nib').getAttribute('aria-invalid')).toBeNull()
  })

  it('adds and takes away rows, goes to them, and computes what follows from them', async () => {
    await open('angka')
    await button('Tambah barang').click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-items-2-what')
    await field('items[2].what').fill('Kompor')
    await field('items[2].count').fill('1')
    await field('items[2].price').fill('1.000.000')
    await expect.poll(() => page.locator('#f-spent').textContent(), eventually).toBe('Rp14.250.000')
    await page.locator('[data-row="0"] [data-row-remove]').first().click()
    await expect.poll(() => page.locator('#f-spent').textContent(), eventually).toBe('Rp1.750.000')
    expect(await page.locator('.entry-table tbody th').allTextContents()).toEqual(['Barang 1', 'Barang 2'])
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Barang 1')
    await field('witnesses[0].relation').nth(1).check()
    await field('witnesses[0].relationText').fill('Bibi')
    await field('area').fill('900')
    await field('engineer').fill('Made Wirawan')
    await button('Lanjut').click()
    await page.waitForURL('**/isi/tempat')
    const answers = await page.goto(`/pengajuan/${draftId}/periksa`)
    expect(await answers?.text()).toContain('Kompor')
    expect(await page.getByText('Made Wirawan').count()).toBe(1)
  })

  it('Enter in an input goes on, and never takes a row away', async () => {
    await open('angka')
    await field('items[0].what').press('Enter')
    await page.waitForURL('**/isi/tempat')
    await open('angka')
    expect(await field('items[1].what').count()).toBe(1)
  })

  it('takes a point by tap and by keys', async () => {
    await open('tempat')
    const map = page.locator('svg.map-sheet')
    await map.scrollIntoViewIfNeeded()
    const box = await map.boundingBox()
    await map.click({ position: { x: (box?.width ?? 0) * 0.4, y: (box?.height ?? 0) * 0.5 } })
    const said = await page.locator('[data-map-status]').textContent()
    expect(said).toMatch(/^Titik di [A-Z]\w+.*: lintang -1[12],\d{5}, bujur 108,\d{5}\.$/)
    await map.focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('[data-map-status]').textContent()).not.toBe(said)
    await page.keyboard.press('+')
    expect((await map.getAttribute('viewBox'))?.endsWith(' 500 340') ?? false).toBe(true)
    expect(await field('spot.lat').inputValue()).toMatch(/^-1[12],/)
  })

  it('takes a drawn signature as a picture', async () => {
    await open('berkas')
    const canvas = page.locator('canvas')
    await canvas.scrollIntoViewIfNeeded()
    await button('Pakai tanda tangan ini').click()
    expect(await page.locator('[data-signature-status]').textContent()).toContain('masih kosong')
    const box = await canvas.boundingBox()
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 40]
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step < 20; step += 1) await page.mouse.move(x + step * 10, y + Math.sin(step) * 25)
    await page.mouse.up()
    await button('Pakai tanda tangan ini').click()
    await page.getByRole('link', { name: 'tanda-tangan.png' }).waitFor()
    const stored = await listAttachments(place.tenant.pools.read, draftId)
    expect(stored.map((file) => [file.field, file.mediaType])).toEqual([['signature', 'image/png']])
    expect(await page.locator('[data-field=signature] [data-upload-new]').isHidden()).toBe(true)
  })

  it('has thrown no error in all of this', () => {
    expect(faults).toEqual([])
  })
})
