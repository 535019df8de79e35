import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceDefinition } from '../../src/modules/services/index.ts'
import { shippedServices } from '../../src/services/index.ts'
import { assessTaxes, sendNotices } from '../tax-region.ts'
import { openAccounts } from './applicant.ts'
import { type FittingApplicant, findApplicant, type Given } from './applicants-of.ts'
import { FormFiller } from './form-filler.ts'
import { officerAt } from './officers.ts'
import { Person } from './person.ts'
import { openBrowser, openWorld, type World } from './world.ts'

/*
 * Every service that is shipped can be applied for by hand, with and without JavaScript: an invented citizen fills in
 * every page of an example that ends well, makes one mistake on the way, sends, and sees receipt and status.
 */

let browser: Browser
let world: World
const taken = new Set<string>()

beforeAll(async () => {
  ;[browser, world] = await Promise.all([openBrowser(), openWorld()])
  await openScholarship()
  // Some services are about assessments, land and numbers of taxpayers.
  await assessTaxes(world, 'every-service')
  await sendNotices(world, Temporal.Now.plainDateISO('Asia/Jakarta').toString())
}, 180_000)
afterAll(async () => {
  await browser.close()
  await world.close()
})

/** Applications for it close on a day of the rules; for this run the region decides on a later one. */
async function openScholarship(): Promise<void> {
  const today = Temporal.Now.plainDateISO(world.tenant.profile.zone)
  const yusuf = await officerAt(world, 'yusuf', true)
  const path = '/admin/aturan/baris/education.scholarship.closes'
  await yusuf.get(path)
  const saved = await yusuf.post(path, {
    value: today.add({ days: 30 }).toString(),
    citation: 'Keputusan bupati tentang perpanjangan pendaftaran (rekaan)',
    'validFrom-day': String(today.day),
    'validFrom-month': String(today.month),
    'validFrom-year': String(today.year),
  })
  expect(saved.status).toBe(303)
}

const mistake = { field: 'phone', typed: '12', says: 'Tulis nomor ponsel' }

describe('every service is filled in, corrected, sent and followed', () => {
  it.each(shippedServices.map((service, index) => [service.id, service, index] as const))(
    '%s, with and without JavaScript, on a phone and at a desk',
    async (_id, service, index) => {
      const applicants = [await findApplicant(world, service, taken), await findApplicant(world, service, taken)]
      // Phones and desks take turns.
      const widths = index % 2 === 0 ? [360, 1280] : [1280, 360]
      await Promise.all(
        applicants.map((applicant, at) => apply(service, applicant, { javaScript: at === 0, width: widths[at] ?? 0 })),
      )
    },
    60_000,
  )
})

async function apply(
  service: ServiceDefinition,
  { personId, answers }: FittingApplicant,
  device: { javaScript: boolean; width: number },
): Promise<void> {
  const [account] = await openAccounts(world.tenant, world.url, [personId])
  const person = await borrow(device)
  const cookies = [...(account?.browser.cookies ?? [])].map(([name, value]) => ({ name, value, url: world.url }))
  await person.context.addCookies(cookies)
  await person.open(`/layanan/${service.slug}/mulai`)
  await person.press(/mulai mengisi/)
  await fillAll(person, new FormFiller(person, service, answers), answers)
  expect(await person.heading()).toBe('Periksa sebelum mengirim')
  await person.press(/^Kirim berkas$/)
  expect(await person.heading()).toBe('Berkas Anda sudah kami terima')
  expect(await person.reads()).toMatch(/Selesai paling lambat/)
  await person.follow('Lihat status berkas')
  expect(person.path).toMatch(/^\/berkas-saya\//)
  expect(`${await person.page.title()} ${await person.reads()}`).not.toMatch(/\{(rule|article):|undefined|\.\./)
  expect(person.faults).toEqual([])
}

/** The same two browsers serve everybody, one after another, as those of a library do. */
const borrowed = new Map<boolean, Person>()
async function borrow(device: { javaScript: boolean; width: number }): Promise<Person> {
  const person = borrowed.get(device.javaScript) ?? (await Person.at(browser, world, device))
  borrowed.set(device.javaScript, person)
  await person.context.clearCookies()
  await person.page.setViewportSize({ width: device.width, height: 860 })
  return person
}

/** Page after page up to the check page, with one mistake that is explained at its field and put right. */
async function fillAll(person: Person, filler: FormFiller, answers: Given): Promise<void> {
  let explained = false
  for (let turn = 0; !person.path.endsWith('/periksa'); turn += 1) {
    const path = person.path
    if (turn > 30) throw new Error(`never got past ${path}: ${await person.reads()}`)
    const filled = await filler.fillPage()
    if (filled.includes(mistake.field) && !explained) {
      await person.type(mistake.field, mistake.typed)
      await filler.goOn()
      expect(person.path).toBe(path)
      expect(await person.complaint(mistake.field)).toContain(mistake.says)
      expect(await person.value(mistake.field)).toBe(mistake.typed)
      await person.type(mistake.field, String(answers[mistake.field]))
      explained = true
      continue
    }
    await filler.goOn()
    const said = person.main.locator('.error-summary')
    if (person.path === path && filled.length === 0 && (await said.count()) > 0)
      throw new Error(`${path} goes on saying: ${await said.innerText()}`)
  }
  expect(explained).toBe(true)
}
