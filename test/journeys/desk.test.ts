import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../../src/demo/known-people.ts'
import { type CaseWorld, openCaseWorld } from '../case-world.ts'
import { officerCookie } from './officers.ts'
import { Person } from './person.ts'
import { inOrder, openBrowser } from './world.ts'

/*
 * An officer's morning: the queue, a file, a review with a form, a meeting, a refusal with its ground in law.
 * By keyboard where scripts run; by links and buttons where they do not.
 */

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => browser.close())

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the desk, %s', (_title, javaScript) => {
  let world: CaseWorld
  let laras: Person
  let caseId = ''

  inOrder()
  beforeAll(async () => {
    world = await openCaseWorld(Temporal.Now.instant().toString())
    const mother = await world.citizen(demoPeople.sekar.nik)
    const bagas = await world.officer('bagas')
    for (const name of ['Taman Pertama', 'Taman Kedua']) {
      const id = await world.submitted(mother, { name })
      await world.act(id, 'forward', bagas)
      caseId = id
    }
    laras = await Person.at(browser, world, { javaScript, width: 1440 })
    const [name, ...value] = (await officerCookie(world, 'laras')).split('=') as [string, ...string[]]
    await laras.context.addCookies([{ name, value: value.join('='), url: world.url }])
  })
  afterAll(async () => {
    expect(laras.faults).toEqual([])
    await laras.leave()
    await world.close()
  })

  /** The keys are fetched after the page; until they are heard, nothing is pressed in earnest. */
  const keysHeard = async () => {
    const help = laras.page.locator('dialog#all-keys')
    await expect
      .poll(async () => {
        await laras.page.keyboard.press('?')
        return help.isVisible()
      })
      .toBe(true)
    await laras.page.keyboard.press('Escape')
  }

  it('lists what waits in whole words and is narrowed by words', async () => {
    await laras.open('/meja')
    expect(await laras.heading()).toBe('Antrean saya')
    await laras.open('/meja?q=taman+kedua')
    const list = await laras.reads()
    for (const said of ['Izin tempat rekreasi, Taman Kedua', 'Tata ruang', 'belum ada', 'cocok dengan saringan'])
      expect(list).toContain(said)
    expect(list).not.toContain('Taman Pertama')
  })

  it('is walked by J and K, and opened by Enter', async () => {
    const first = laras.main.locator('tbody th a').first()
    if (javaScript) {
      await keysHeard()
      await laras.page.keyboard.press('j')
      await laras.page.keyboard.press('j')
      await laras.page.keyboard.press('k')
      expect(await first.evaluate((link) => link === document.activeElement)).toBe(true)
      await first.focus()
      await laras.page.keyboard.press('Enter')
    } else await first.click()
    await laras.page.waitForURL(`**/meja/${caseId}**`)
    expect(await laras.heading()).toBe('Izin tempat rekreasi, Taman Kedua')
    const file = await laras.reads()
    for (const said of [
      'Pemeriksaan bersamaan',
      '0 dari 2 pemeriksaan selesai',
      'Persyaratan',
      'Rp300.000',
      'Percakapan',
    ])
      expect(file).toContain(said)
  })

  it('a file is taken in hand with A', async () => {
    if (javaScript) {
      await keysHeard()
      await laras.page.keyboard.press('a')
      await laras.page.getByText('Berkas ini sekarang Anda pegang.').waitFor()
    } else await laras.press(/Ambil berkas ini/)
    expect(await laras.page.locator('.desk-right').innerText()).toContain('Anda memegang berkas ini')
  })

  it('a step with a form opens it on the page, and what is wrong is said without losing what was typed', async () => {
    await laras.open(`/meja/${caseId}`)
    if (javaScript) {
      await keysHeard()
      await laras.page.keyboard.press('s')
      await laras.page.waitForURL(/langkah=site/)
    } else
      await laras.page
        .getByRole('link', { name: /Sesuai tata ruang/ })
        .first()
        .click()
    await laras.page.waitForURL(/langkah=/)
    await laras.type('measured', 'seratus')
    await laras.press(/^Sesuai tata ruang/)
    expect(await laras.value('measured')).toBe('seratus')
    expect(await laras.complaint('measured')).not.toBe('')
    await laras.type('measured', '118')
    await laras.press(/^Sesuai tata ruang/)
    await laras.page.waitForURL('**/meja')
    const [row] = await world.rows<{ branches: Record<string, string> }>(
      'select branches from services.case where id = $1',
      [caseId],
    )
    expect(row?.branches).toMatchObject({ site: 'fits', health: '' })
  })

  it('a refusal needs its ground in law', async () => {
    const health = { caseId, branch: 'health', outcome: 'clean' }
    const { completeReview } = await import('../../src/modules/services/testing-case-work.ts')
    await world.run(completeReview, health, await world.officer('laras'))
    await laras.open(`/meja/${caseId}`)
    expect(await laras.reads()).toContain('Luas terukur')
    expect(await laras.page.locator('.desk-right').innerText()).toContain('menunggu pertemuan')
    await laras.page.getByRole('link', { name: /Tolak dengan dasar/ }).click()
    await laras.page.waitForURL(/langkah=refuse/)
    await laras.type('reason', 'Lokasi berada di kawasan lindung.')
    await laras.press(/Tolak dengan dasar/)
    expect(await laras.reads()).toContain('Pilih dasar keputusannya.')
    expect(await laras.value('reason')).toBe('Lokasi berada di kawasan lindung.')
    await laras.choose('Bertentangan dengan rencana tata ruang')
    await laras.press(/Tolak dengan dasar/)
    await laras.page.waitForURL('**/meja')
    expect((await world.caseRow(caseId)).state).toBe('refused')
  })
})
