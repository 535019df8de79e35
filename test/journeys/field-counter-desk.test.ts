import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VillageOfficer } from './village-officer.ts'
import { openBrowser, openWorld, type World } from './world.ts'

/* Who supervises village officers sees what they sent, what waits on their devices, and revokes a lost one. */

let world: World
let browser: Browser
let head: VillageOfficer

beforeAll(async () => {
  browser = await openBrowser()
  world = await openWorld()
  const clerk = await VillageOfficer.at(browser, world)
  await clerk.signIn()
  await clerk.setUp()
  await clerk.person.leave()
  const [device] = await world.rows<{ id: string; code: string }>('select id, code from field_counter.device')
  const [account] = await world.rows<{ account_id: string }>('select account_id from field_counter.keeper')
  const items = [
    ['arriving', null, null],
    [
      'refused',
      'invalid-input',
      { text: { id: 'NIK pemohon tidak ada dalam register.', en: 'Unknown NIK.' }, fields: [] },
    ],
    ['conflict', 'same-event', { text: { id: 'Sudah dilaporkan.', en: 'Reported already.' }, fields: [] }],
  ] as const
  for (const [index, [state, code, reason]] of items.entries()) {
    await world.rows(
      `insert into field_counter.item (id, device_id, local_number, account_id, officer, unit_path, service_id, version, state,
         filled_at, queued_at, clock_offset_ms, reported_at, clock_trusted, first_seen_at, digest, parts_wanted, reason_code, reason)
       values (gen_random_uuid(), $1, $2, $3, 'Bagas Nugraha', 'disdukcapil.upt-mekarsari', 'birth-certificate', 1, $4,
         now() - interval '2 days', now() - interval '2 days', 1200000, now(), false, now(), '\\x00', 3, $5, $6)`,
      [
        device?.id,
        `${device?.code}-000${index + 1}-X`,
        account?.account_id,
        state,
        code,
        reason && JSON.stringify(reason),
      ],
    )
  }
  head = await VillageOfficer.at(browser, world, 'Wening', 1280)
  await head.signIn()
}, 240_000)
afterAll(async () => {
  await head.person.leave()
  await world.close()
  await browser.close()
})

const shot = async (name: string) => {
  if (process.env['SHOTS']) await head.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true })
}

describe('the supervisor of field counters', { timeout: 120_000 }, () => {
  it('sees every item by state and age, and takes the list along', async () => {
    await head.person.open('/lapangan/kiriman')
    expect(await head.person.reads()).toContain('1 belum lengkap, 1 ditolak, 1 bentrok')
    await shot('desk-items')
    expect(await head.person.violations()).toEqual([])
    await head.person.open('/lapangan/kiriman?keadaan=conflict&umur=1')
    expect(await head.page.locator('tbody tr').count()).toBe(1)
    await head.person.open('/lapangan/kiriman?umur=7')
    expect(await head.person.reads()).toContain('Tidak ada kiriman yang cocok')
    const answer = await head.person.context.request.get('/lapangan/kiriman.csv')
    expect(await answer.text()).toContain('NIK pemohon tidak ada dalam register.')
  })

  it('reads of one item both clocks and the reason', async () => {
    await head.person.open('/lapangan/kiriman?keadaan=refused')
    await head.page.locator('tbody a').first().click()
    await head.page.waitForLoadState()
    const text = await head.person.reads()
    expect(text).toContain('selisih 20 menit, jadi yang dihitung saat sampai')
    expect(text).toContain('NIK pemohon tidak ada dalam register.')
    await shot('desk-item')
    expect(await head.person.violations()).toEqual([])
  })

  it('revokes a device with a reason, which counts at once', async () => {
    await head.person.open('/lapangan/perangkat')
    await shot('desk-devices')
    await head.page.locator('tbody a').first().click()
    await head.page.waitForLoadState()
    await head.person.press('Cabut perangkat ini')
    expect(await head.person.reads()).toContain('Ada yang perlu diperbaiki')
    await head.person.type('reason', 'Hilang di perjalanan pulang')
    await head.person.press('Cabut perangkat ini')
    const text = await head.page.locator('body').innerText()
    expect(text).toContain('sudah dicabut')
    expect(text).toContain('belum: perangkat belum terhubung sejak dicabut')
    await shot('desk-device')
    expect(await head.person.violations()).toEqual([])
    const states = await world.rows<{ state: string }>('select distinct state from field_counter.item')
    expect(states).toEqual([{ state: 'withdrawn' }])
    const [event] = await world.rows(`select 1 from journal.event where name = 'field-counter.device-revoked.v1'`)
    expect(event).toBeDefined()
  })
})
