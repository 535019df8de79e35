import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../../src/demo/known-people.ts'
import { birthOf, VillageOfficer } from './village-officer.ts'
import { inOrder, openBrowser, openWorld, type World } from './world.ts'

/*
 * A village officer with a tablet. The names of the tests are the faults that offline registration is known for.
 */

const { sekar } = demoPeople
let world: World
let browser: Browser
let officer: VillageOfficer

beforeAll(async () => {
  browser = await openBrowser()
  world = await openWorld()
  officer = await VillageOfficer.at(browser, world)
}, 240_000)
afterAll(async () => {
  if (process.env['SHOTS']) console.log(officer.person.faults.join('\n'))
  await officer.person.leave()
  await world.close()
  await browser.close()
})

const cases = () =>
  world.rows<{ id: string; number: string; subject_name: string; account_id: string | null }>(
    `select c.id, c.number, c.subject_name, c.account_id from services.case c
     join field_counter.item i on i.case_id = c.id order by c.id`,
  )
const shot = async (name: string) => {
  if (process.env['SHOTS'])
    await officer.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true })
}

describe('a birth without a network', { timeout: 120_000 }, () => {
  let number = ''
  inOrder()

  it('is prepared once with a network', async () => {
    await officer.person.open('/lapangan')
    await officer.page.getByText('belum dipasang').waitFor()
    await officer.signIn()
    await officer.person.open('/lapangan/pasang')
    await officer.page.locator('form.field-setup').waitFor()
    await shot('setup')
    await officer.person.type('deviceName', 'Tablet Desa Mekarsari 1')
    await officer.person.type('pin', '111111')
    await officer.person.press('Pasang dan buka')
    await officer.page.getByText('terlalu mudah ditebak').waitFor()
    await officer.setUp()
    expect(await officer.person.violations()).toEqual([])
    await shot('lock')
    const [device] = await world.rows<{ code: string; name: string }>('select code, name from field_counter.device')
    expect(device?.name).toBe('Tablet Desa Mekarsari 1')
  })

  it('opens without a network, and stays closed to a wrong PIN', async () => {
    await officer.person.context.setOffline(true)
    await officer.page.reload()
    await officer.unlock('999999')
    await officer.page.getByText('Sisa 9 percobaan').waitFor()
    await officer.unlock()
    await officer.page.getByText('Tanpa jaringan').first().waitFor()
    await shot('home-empty')
    expect(await officer.person.reads()).toContain('Belum ada permohonan')
  })

  it('is checked by the rules of the service while nobody can be asked', async () => {
    const birth = await birthOf('Kirana')
    await officer.begin()
    await officer.fillPage({ ...birth, pemohonNik: '123' })
    await officer.page.locator('#halaman').getByRole('button', { name: 'Lanjut' }).last().click()
    await officer.page.locator('#isi .summary').waitFor()
    await shot('applicant-error')
    expect(await officer.person.complaint('pemohonNik')).toContain('16')
    await officer.goOn({ ...birth, childName: 'Kirana Ayu' }, 'Tentang kelahirannya')
    await shot('birth-page')
    expect(await officer.person.violations()).toEqual([])
  })

  it('reload in the midst: what was typed is there again behind the PIN', async () => {
    await officer.fillPage({ birthPlace: 'Mekarsari', childOrder: '3' })
    await officer.page.locator('[data-saved]', { hasText: 'Tersimpan di perangkat' }).waitFor()
    await officer.page.reload()
    await officer.unlock()
    await officer.page.locator('#halaman').waitFor()
    expect(await officer.person.value('birthPlace')).toBe('Mekarsari')
    expect(await officer.person.value('childOrder')).toBe('3')
    await officer.goOn(await birthOf('Kirana Ayu'))
    await shot('check')
  })

  it('gets a provisional receipt that promises neither NIK nor certificate', async () => {
    number = await officer.enqueue()
    expect(number).toMatch(/^[0-9A-Y]{3}-0001-[0-9A-Y]$/)
    const receipt = await officer.page.locator('[data-receipt]').innerText()
    expect(receipt).toContain('Belum terdaftar, belum ada NIK, dan belum ada akta.')
    expect(receipt).toContain('belum sampai di kantor')
    expect(receipt).not.toMatch(/\d{16}|Nomor akta/)
    await shot('receipt')
    await officer.home()
    await shot('home-queued')
    expect(await officer.stateOf('Kirana Ayu')).toMatch(/Antre|Menunggu jaringan/)
  })

  it('leaves nothing readable on the device', async () => {
    const stored = await officer.stored()
    expect(stored).toContain('birth-certificate')
    for (const secret of ['Kirana', sekar.nik, sekar.name, '081234567890', 'Bagas', 'Mekarsari, ']) {
      expect(stored.includes(secret), secret).toBe(false)
    }
  })

  it('says plainly that the register cannot be searched offline', async () => {
    await officer.person.type('q', 'Orang Lain')
    await officer.page.getByRole('button', { name: 'Cari' }).click()
    await officer.page.getByText('Itu tidak berarti orangnya belum terdaftar').waitFor()
    expect(await officer.person.reads()).toContain('Register penduduk tidak dapat dicari tanpa jaringan')
    await officer.page.getByRole('button', { name: 'Tampilkan semua' }).click()
  })

  it('attachment lost: the photo arrives with the file, and the case is made once', async () => {
    await officer.person.context.setOffline(false)
    await expect.poll(cases, { timeout: 60_000 }).toHaveLength(1)
    const [found] = await cases()
    expect(found?.subject_name).toBe('Kirana Ayu')
    const files = await world.rows<{ field: string }>('select field from services.attachment where owner_id = $1', [
      found?.id,
    ])
    expect(files).toEqual([{ field: 'birthLetter' }])
    expect(await world.rows('select 1 from field_counter.part')).toEqual([])
    await officer.openItem('Kirana Ayu')
    await expect.poll(() => officer.person.reads(), { timeout: 30_000 }).toContain(found?.number ?? '-')
    await shot('received')
    const [way] = await world.rows<{ reason: string; actor_label: string }>(
      `select reason, actor_label from services.step where case_id = $1 and verb = 'submit'`,
      [found?.id],
    )
    expect(way?.reason).toContain(number)
    expect(way?.actor_label).toContain('Petugas Loket')
  })

  it('certificate printed while the server shows an old status: the receipt says what the server says, and no more', async () => {
    await officer.page.getByRole('link', { name: 'Cetak tanda terima' }).click()
    const [found] = await cases()
    expect(await officer.page.locator('[data-receipt]').innerText()).toContain(found?.number ?? '-')
    await officer.person.open(`/lapangan/tanda/${number.toLowerCase()}`)
    expect(await officer.person.reads()).toContain('Kantor sudah menerima berkas ini')
  })
})
