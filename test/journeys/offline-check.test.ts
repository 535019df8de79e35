import type { Browser } from 'playwright-core'
import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock, systemClock } from '../../src/kernel/clock/clock.ts'
import { type IssuingOffice, issuingOffice } from '../../src/modules/documents/testing-office.ts'
import { qrOf } from './fill-region.ts'
import { Person } from './person.ts'
import { inOrder, openBrowser, openWorld, type World } from './world.ts'

/*
 * A village guard with a phone and no signal holds a paper in his hand. He opened the page once in town.
 */

let world: World
let browser: Browser
let office: IssuingOffice
let guard: Person

beforeAll(async () => {
  browser = await openBrowser()
  world = await openWorld()
  office = await issuingOffice(world.tenant, new FixedClock(systemClock.now()), world.url)
  guard = await Person.at(browser, world, { width: 390 })
})
afterAll(async () => {
  await guard.leave()
  await world.close()
  await browser.close()
})

const state = () => guard.page.locator('[data-state]').innerText()
const result = () => guard.page.locator('[data-result]').innerText()
async function check(text: string): Promise<void> {
  await guard.page.locator('[data-result]').evaluate((element) => element.replaceChildren())
  await guard.type('alamat', text)
  await guard.page.getByRole('button', { name: 'Periksa', exact: true }).click()
  await guard.page.locator('[data-result] h2').waitFor()
}

describe('checking a paper without a network', () => {
  let genuine = ''
  let revoked = ''
  inOrder()

  it('is ready once the page was opened with a network, and the list of revoked codes is there', async () => {
    const old = await office.issue({ number: '503/1/SIP/2026' })
    genuine = await qrOf(world, (await office.issue({ number: '503/2/SIP/2026' }, { replaces: [old.id] })).id)
    revoked = await qrOf(world, old.id)
    await office.listRevoked()
    await guard.open('/verifikasi/luring')
    await guard.page.locator('[data-state]', { hasText: 'Siap dipakai tanpa jaringan' }).waitFor()
    await guard.context.setOffline(true)
    await guard.page.reload()
    await expect.poll(state).toContain('Siap dipakai tanpa jaringan')
    expect(await guard.heading()).toContain('Periksa QR')
  })

  it('says of a genuine one who signed what, to compare with the paper', async () => {
    await check(genuine)
    const text = await result()
    expect(text).toContain('Tanda tangan QR ini asli')
    expect(text).toContain('503/2/SIP/2026')
    expect(text).toContain('Ir. Damar Wicaksono, M.T., Kepala Dinas')
    expect(text).not.toContain('Prameswari')
  })

  it('warns of one that was replaced, refuses a forged one, sends one of another region there', async () => {
    await check(revoked)
    expect(await result()).toContain('tercatat tidak berlaku lagi')
    await check(genuine.slice(0, -9) + (genuine.at(-9) === '7' ? '6' : '7') + genuine.slice(-8))
    expect(await result()).toContain('QR ini palsu')
    await check(genuine.replace(/^HTTP:\/\/[^/]+/, 'HTTPS://SENJA.EXAMPLE'))
    expect(await result()).toContain('Dokumen ini menyebut senja.example')
    await check('<img src=x onerror=alert(1)>')
    expect(await result()).toContain('Ini bukan QR dokumen')
  })

  it('reads the QR from a photo, blurred and small as phones make them; a photo without one is said so', async () => {
    const photo = await QRCode.toBuffer(genuine, { errorCorrectionLevel: 'M', scale: 3, margin: 8 })
    await guard.page.locator('[data-result]').evaluate((element) => element.replaceChildren())
    await guard.page.locator('[data-picture]').setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: photo })
    await guard.page.locator('[data-result] h2').waitFor()
    expect(await result()).toContain('503/2/SIP/2026')
    const empty = await QRCode.toBuffer('A', { scale: 1, margin: 40, color: { dark: '#ffffff' } })
    await guard.page.locator('[data-picture]').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: empty })
    await expect.poll(state).toContain('Tidak ada QR yang terbaca')
  })

  it('kept nobody’s name on the phone, and nothing went wrong on the page', async () => {
    const kept = await guard.page.evaluate(async () => {
      const cache = await caches.open('balai-luring-1')
      const page = await cache.match('/verifikasi/luring')
      return [(await cache.keys()).length, (await page?.text())?.includes('Keluar')]
    })
    expect(kept[0]).toBeGreaterThan(3)
    expect(kept[1]).toBe(false)
    expect(guard.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([])
  })
})
