import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../../src/app.ts'
import { demoPeople } from '../../src/demo/known-people.ts'
import { signInAs } from '../../src/modules/accounts/testing.ts'
import { personByNik } from './applicant.ts'
import { officerCookie } from './officers.ts'
import { type Addresses, fillRegion, noPages, otherLooks, type Visit, visitsOf } from './pages.ts'
import { Person } from './person.ts'
import { openBrowser, openWorld, type World } from './world.ts'

const routes = modules.flatMap((module) =>
  module.routes.filter((route) => route.method === 'GET').map((route) => route.path),
)
const nowhere = {
  ...Object.fromEntries(['returned', 'received', 'issued', 'code', 'draft', 'number', 'pin'].map((name) => [name, ''])),
  population: {},
  taxes: {},
  books: {},
} as unknown as Addresses
const listed = visitsOf(nowhere)
const dark = [
  '/',
  '/layanan/:slug',
  '/masuk',
  '/daftar',
  '/v/:code',
  '/berkas-saya/:caseId',
  '/pengajuan/:draftId/isi/:pageId',
  '/meja/:caseId',
  '/admin/akun',
  '/register',
]

let world: World
let browser: Browser
let visits: ReturnType<typeof visitsOf>
let addresses: Addresses
const people = new Map<Visit['who'], Promise<Person>>()

beforeAll(async () => {
  ;[world, browser] = await Promise.all([openWorld(), openBrowser()])
  addresses = await fillRegion(world)
  visits = visitsOf(addresses)
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

function personFor(who: Visit['who']): Promise<Person> {
  const known = people.get(who) ?? arrive(who)
  people.set(who, known)
  return known
}

async function accountOf(who: 'mother' | 'midwife'): Promise<string> {
  if (who === 'mother') return addresses.mother.accountId
  const personId = await personByNik(world.tenant, demoPeople.yakomina.nik)
  const [account] = await world.rows<{ id: string }>('select id from accounts.account where person_id = $1', [personId])
  return account?.id ?? ''
}

async function arrive(who: Visit['who']): Promise<Person> {
  const person = await Person.at(browser, world)
  if (who === 'stranger') return person
  const cookie =
    who === 'mother' || who === 'midwife'
      ? await signInAs(world.tenant, await accountOf(who), { elevated: true })
      : await officerCookie(world, who, true)
  const at = cookie.indexOf('=')
  await person.context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: world.url }])
  return person
}

/** Opens the page and says everything that is wrong with it, wide and narrow. */
async function look(visit: Visit, scheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  const person = await personFor(visit.who)
  const { page } = person
  person.faults.length = 0
  await page.emulateMedia({ colorScheme: scheme })
  await visit.before?.(person)
  const status = await person.open(visit.path)
  const expected = visit.status ?? 200
  const wrong = status === expected && person.path === visit.path.split('?')[0] ? [] : [`${status} at ${person.path}`]
  // A page opens in the width in which the one before was left: laid out once less.
  const widths = page.viewportSize()?.width === 320 ? [320, 1280] : [1280, 320]
  for (const width of widths) {
    await page.setViewportSize({ width, height: 860 })
    wrong.push(...(await person.violations()).map((line) => `${width} px: ${line}`))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) wrong.push(`${width} px: scrolls ${overflow} px sideways`)
  }
  return [...wrong, ...person.faults]
}

describe('every page', () => {
  it('is on the list of pages, or on that of answers which are none', () => {
    const known = new Set([...Object.keys(listed), ...Object.keys(noPages)])
    expect(routes.filter((route) => !known.has(route))).toEqual([])
    expect([...known].filter((route) => !routes.includes(route))).toEqual([])
  })

  it.each(Object.keys(listed))('%s has nothing that keeps anybody out, at 1280 and 320 pixels', async (route) => {
    expect(await look(visits[route] as Visit)).toEqual([])
  })

  it.each(dark)('%s has neither in the dark', async (route) => {
    expect(await look(visits[route] as Visit, 'dark')).toEqual([])
  })

  it('has neither in its other states', async () => {
    for (const visit of otherLooks(addresses)) expect([visit.path, await look(visit)]).toEqual([visit.path, []])
  }, 60_000)
})
