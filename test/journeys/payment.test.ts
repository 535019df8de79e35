import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../../src/modules/accounts/testing.ts'
import { billForJourney, billingPaths } from '../../src/modules/billing/testing.ts'
import { type Applicant, listMothers, openAccounts } from './applicant.ts'
import { Person } from './person.ts'
import { openBrowser, openWorld, type World } from './world.ts'

/*
 * A mother pays what she owes: from the bill to the receipt, by virtual account and by QRIS, with a network that breaks
 * and a finger that presses twice.
 */

let world: World
let browser: Browser
let mother: Applicant
beforeAll(async () => {
  ;[world, browser] = await Promise.all([openWorld(), openBrowser()])
  const [personId] = await listMothers(world.tenant, 1)
  mother = (await openAccounts(world.tenant, world.url, [personId as string]))[0] as Applicant
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function arrive(device: Parameters<typeof Person.at>[2] = {}): Promise<Person> {
  const person = await Person.at(browser, world, device)
  const cookie = await signInAs(world.tenant, mother.accountId)
  const at = cookie.indexOf('=')
  await person.context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: world.url }])
  return person
}

const issue = (title: string) => billForJourney(world.tenant, mother, title)

/** Opens the page until it says it: the bank tells the region in its own time. */
async function waitFor(person: Person, path: string, said: string): Promise<string> {
  for (let tries = 0; tries < 40; tries += 1) {
    await person.open(path)
    const text = await person.reads()
    if (text.includes(said)) return text
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${path} never said "${said}"`)
}

const paymentsOf = async (number: string) =>
  (
    await world.rows<{ n: number }>('select count(*)::int as n from billing.payment where number_given = $1', [number])
  )[0]?.n

describe('a mother with an old phone, without scripts', () => {
  it('finds her bill, pays it by virtual account and takes her receipt along', async () => {
    const bill = await issue('Retribusi los pasar')
    const person = await arrive({ javaScript: false, width: 360 })
    await person.open(billingPaths.ownBills)
    await person.follow(/Retribusi los pasar/)
    expect(await person.reads()).toContain('Belum dibayar')
    await person.follow(/^Bayar Rp125\.000/)
    await person.page.locator('[name="through"][value="snap"]').check()
    await person.press('Lakukan')
    const text = await waitFor(person, billingPaths.ownBill(bill.billId), 'Lunas')
    expect(text).toContain('Bank Percontohan')
    expect((await person.download(/bukti bayar/)).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await paymentsOf(bill.number)).toBe(1)
    await person.leave()
  })
})

describe('a mother whose network breaks', () => {
  it('presses again when it is back: one QR code, one payment, one receipt', async () => {
    const bill = await issue('Retribusi kebersihan')
    const person = await arrive({ width: 360 })
    await person.open(billingPaths.ownBill(bill.billId))
    await person.context.setOffline(true)
    await person.press(/QRIS/).catch(() => {})
    await person.context.setOffline(false)
    await person.open(billingPaths.ownBill(bill.billId))
    await person.page.getByRole('button', { name: /QRIS/ }).first().dblclick()
    await person.page.waitForURL(/\/qris\//)
    const codes = await world.rows('select partner_reference from billing.qr_code where number = $1 and state = $2', [
      bill.number,
      'open',
    ])
    expect(codes).toHaveLength(1)
    const wallet = await Person.at(browser, world)
    await wallet.open(`${billingPaths.simulator(bill.number)}?lewat=qris`)
    await wallet.press('Lakukan')
    await wallet.leave()
    await waitFor(person, billingPaths.ownBill(bill.billId), 'Lunas')
    expect(await paymentsOf(bill.number)).toBe(1)
    await person.leave()
  })

  it('pays twice at the bank: the second money waits, and she is told where it is', async () => {
    const bill = await issue('Sewa lapangan')
    const person = await arrive()
    await person.open(billingPaths.simulator(bill.number))
    await person.page.locator('[name="how"][value="twice"]').check()
    await person.press('Lakukan')
    const text = await waitFor(person, billingPaths.ownBill(bill.billId), 'sudah dibayar sebelumnya')
    expect(text).toContain('Lunas')
    expect(await paymentsOf(bill.number)).toBe(2)
    const held = await world.rows(
      `select 1 from billing.placement where claimed_bill_id = $1 and state = 'in-suspense'`,
      [bill.billId],
    )
    expect(held).toHaveLength(1)
    expect(person.faults).toEqual([])
    await person.leave()
  })
})
