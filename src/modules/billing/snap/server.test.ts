import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedShippedRules } from '#modules/rules/testing.ts'
import { changeBank, registerBank, rotateBankSecret } from '../banks/keep-banks.ts'
import { makeOrder } from '../commands/make-order.ts'
import { billing } from '../module.ts'
import { billingPaths as at } from '../paths.ts'
import { type BillingWorld, billingWorld } from '../testing.ts'
import { signCall, signTokenRequest, writeTimestamp } from './signature.ts'

let place: TestTenant
let world: BillingWorld
let server: TestServer
let secret: string
const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const clientKey = 'BPD-ARUNIKA-01'
const facts = {
  id: 'bpd-arunika',
  name: 'BPD Arunika',
  partnerId: 'ARUNIKA',
  partnerServiceId: '88899',
  publicKey: pair.publicKey,
  addresses: '',
}

beforeAll(async () => {
  place = await testTenant()
  await seedShippedRules(place.ownerUrl)
  world = await billingWorld(place.tenant)
  server = await testServer({ ...place, modules: [billing], clock: world.clock })
  ;({ secret } = await world.run(registerBank, { ...facts, clientKey }, { actor: world.administrator }))
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const stamp = () => writeTimestamp(world.clock.now(), 'Asia/Jakarta')

async function post(path: string, headers: Record<string, string>, payload: string | Buffer) {
  const answer = await server.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  })
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> }
}

async function askToken(more: { clientKey?: string; timestamp?: string; body?: string; key?: string } = {}) {
  const timestamp = more.timestamp ?? stamp()
  const signature = signTokenRequest(more.key ?? pair.privateKey, clientKey, timestamp)
  const headers = { 'x-timestamp': timestamp, 'x-client-key': more.clientKey ?? clientKey, 'x-signature': signature }
  return post(at.snapToken, headers, more.body ?? '{"grantType":"client_credentials"}')
}
const token = async () => String((await askToken()).body['accessToken'])

let serial = 0
interface Call {
  path?: string
  body: unknown
  externalId?: string
  token?: string
  timestamp?: string
  secret?: string
  partnerId?: string
  tamper?: (raw: Buffer) => Buffer
}
async function call(given: Call) {
  serial += 1
  const path = given.path ?? at.snapPayment
  const raw = Buffer.from(typeof given.body === 'string' ? given.body : JSON.stringify(given.body))
  const bearer = given.token ?? (await token())
  const timestamp = given.timestamp ?? stamp()
  const signature = signCall(given.secret ?? secret, { method: 'POST', path, token: bearer, raw, timestamp })
  const headers = {
    authorization: `Bearer ${bearer}`,
    'x-timestamp': timestamp,
    'x-signature': signature,
    'x-partner-id': given.partnerId ?? 'ARUNIKA',
    'x-external-id': given.externalId ?? `E${serial}`,
    'channel-id': '6011',
  }
  return post(path, headers, given.tamper ? given.tamper(raw) : raw)
}

const account = (number: string) => ({
  partnerServiceId: '   88899',
  customerNo: number,
  virtualAccountNo: `   88899${number}`,
})
const inquiry = (number: string) => ({ ...account(number), inquiryRequestId: `I${serial}` })
const payment = (number: string, value = '150000.00', id = `P${++serial}`) => ({
  ...account(number),
  paymentRequestId: id,
  paidAmount: { value, currency: 'IDR' },
  trxDateTime: stamp(),
})
const stateOf = async (billId: string) =>
  (await place.tenant.pools.readPool.query('select state from billing.bill where id = $1', [billId])).rows[0].state
const payments = async () =>
  Number((await place.tenant.pools.readPool.query('select count(*) as n from billing.payment')).rows[0].n)

describe('a token', () => {
  it('is given for fifteen minutes to a bank that proves itself', async () => {
    const { status, body } = await askToken()
    expect(status).toBe(200)
    expect(body).toMatchObject({ responseCode: '2007300', tokenType: 'Bearer', expiresIn: '900' })
  })

  it.each([
    ['4017300', { clientKey: 'somebody-else' }],
    ['4017300', { timestamp: '2026-11-23T08:00:00+07:00' }],
    ['4007301', { timestamp: 'kemarin' }],
    ['4007302', { body: '{}' }],
    ['4007301', { body: '{"grantType":"password"}' }],
  ])('is refused with %s', async (code, more) => {
    expect((await askToken(more)).body['responseCode']).toBe(code)
  })

  it('ends', async () => {
    const bearer = await token()
    const bill = await world.issue()
    world.clock.advance({ seconds: 901 })
    const answer = await call({ path: at.snapInquiry, body: inquiry(bill.number), token: bearer })
    expect([answer.status, answer.body['responseCode']]).toEqual([401, '4012401'])
  })
})

describe('an inquiry', () => {
  it('tells who is to pay what, part by part', async () => {
    const bill = await world.issue()
    const { status, body } = await call({ path: at.snapInquiry, body: inquiry(bill.number) })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      responseCode: '2002400',
      virtualAccountData: {
        inquiryStatus: '00',
        virtualAccountNo: `   88899${bill.number}`,
        virtualAccountName: 'Sekar Ayuningtyas',
        totalAmount: { value: '150000.00', currency: 'IDR' },
        virtualAccountTrxType: 'C',
      },
    })
  })

  it('of an order tells its bills, and of a tax that any part may be paid', async () => {
    const [a, tax] = [await world.issue(), await world.issue({ isTax: true })]
    const billIds = [a.billId, tax.billId]
    const order = await world.run(makeOrder, { billIds }, { actor: world.payer })
    const { body } = await call({ path: at.snapInquiry, body: inquiry(order.number) })
    const data = body['virtualAccountData'] as { totalAmount: unknown; billDetails: unknown[] }
    expect([data.totalAmount, data.billDetails.length]).toEqual([{ value: '300000.00', currency: 'IDR' }, 2])
    const part = await call({ path: at.snapInquiry, body: inquiry(tax.number) })
    expect(part.body).toMatchObject({ virtualAccountData: { virtualAccountTrxType: 'I' } })
    const paid = await call({ body: payment(order.number, '300000.00') })
    expect(paid.body['responseCode']).toBe('2002500')
    expect([await stateOf(a.billId), await stateOf(tax.billId)]).toEqual(['paid', 'paid'])
  })

  it('says why nothing can be paid', async () => {
    const codeOf = async (body: unknown) => (await call({ path: at.snapInquiry, body })).body['responseCode']
    expect(await codeOf(inquiry('126000000000000'))).toBe('4042412')
    const bill = await world.issue({ days: 1 })
    expect(await codeOf({ ...inquiry(bill.number), partnerServiceId: '   11111' })).toBe('4042412')
    expect(await codeOf({ ...inquiry(bill.number), inquiryRequestId: undefined })).toBe('4002402')
    expect(await codeOf({ ...inquiry(bill.number), customerNo: 5 })).toBe('4002401')
    world.clock.advance({ hours: 25 })
    expect(await codeOf(inquiry(bill.number))).toBe('4042419')
    await world.cancel(bill.billId)
    expect(await codeOf(inquiry(bill.number))).toBe('4042412')
  })
})

describe('a payment', () => {
  it('settles its bill; told again under the same id it is answered the same and booked once', async () => {
    const bill = await world.issue()
    const body = payment(bill.number)
    const before = await payments()
    const first = await call({ body, externalId: 'SAME-1' })
    const again = await call({ body, externalId: 'SAME-1' })
    expect(first.body).toMatchObject({ responseCode: '2002500', virtualAccountData: { paymentFlagStatus: '00' } })
    expect(again).toEqual(first)
    const sentAnew = await call({ body, externalId: 'SAME-2' })
    expect(sentAnew.body['responseCode']).toBe('2002500')
    expect([await stateOf(bill.billId), await payments()]).toEqual(['paid', before + 1])
  })

  it('under an id that said something else is a conflict', async () => {
    const bill = await world.issue()
    await call({ body: payment(bill.number), externalId: 'OTHER-1' })
    const other = await call({ body: payment(bill.number), externalId: 'OTHER-1' })
    expect([other.status, other.body['responseCode']]).toEqual([409, '4092500'])
  })

  it('of twenty at the same moment is booked once', async () => {
    const bill = await world.issue()
    const body = payment(bill.number)
    const bearer = await token()
    const before = await payments()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => call({ body, token: bearer, externalId: `MANY-${n % 4}` })),
    )
    expect(new Set(answers.map((answer) => answer.body['responseCode']))).toEqual(new Set(['2002500']))
    expect(await payments()).toBe(before + 1)
  })

  it('that does not fit is refused, so that the bank takes no money; nothing is booked', async () => {
    const before = await payments()
    const bill = await world.issue({ days: 1 })
    const codeOf = async (body: unknown) => (await call({ body })).body['responseCode']
    expect(await codeOf(payment(bill.number, '149999.00'))).toBe('4042513')
    expect(await codeOf(payment('126000000000000'))).toBe('4042512')
    expect(await codeOf({ ...payment(bill.number), paidAmount: { value: '150000', currency: 'IDR' } })).toBe('4002501')
    expect(await codeOf({ ...payment(bill.number), paymentRequestId: undefined })).toBe('4002502')
    for (const broken of ['{"virtualAccountNo":', '[]x', '']) {
      const answer = await call({ body: broken })
      expect([answer.status, answer.body['responseCode']], broken).toEqual([400, '4002500'])
      expect((await call({ path: at.snapInquiry, body: broken })).body['responseCode'], broken).toBe('4002400')
    }
    expect((await askToken({ body: '{"grantType"' })).body['responseCode']).toBe('4007300')
    expect(await codeOf({ ...payment(bill.number), trxDateTime: '2027-01-01T00:00:00+07:00' })).toBe('4002501')
    expect(await payments()).toBe(before)
    expect(await codeOf(payment(bill.number))).toBe('2002500')
    expect(await codeOf(payment(bill.number))).toBe('4042514')
    const old = await world.issue({ days: 1 })
    world.clock.advance({ hours: 30 })
    expect(await codeOf(payment(old.number))).toBe('4042519')
  })

  it('with the id of another payment is inconsistent', async () => {
    const [a, b] = [await world.issue(), await world.issue()]
    await call({ body: payment(a.number, '150000.00', 'ONE-ID') })
    expect((await call({ body: payment(b.number, '150000.00', 'ONE-ID') })).body['responseCode']).toBe('4042518')
  })

  it('is found again when the bank asks', async () => {
    const bill = await world.issue()
    const body = payment(bill.number)
    await call({ body })
    const ask = { ...account(bill.number), inquiryRequestId: 'I', paymentRequestId: body.paymentRequestId }
    const known = await call({ path: at.snapStatus, body: ask })
    expect(known.body).toMatchObject({ responseCode: '2002600', virtualAccountData: { paymentFlagStatus: '00' } })
    const unknown = await call({ path: at.snapStatus, body: { ...ask, paymentRequestId: 'nothing' } })
    expect(unknown.body['responseCode']).toBe('4042601')
  })
})

describe('a call', () => {
  it('is refused when one byte was changed on the way, when it is old, or signed by another', async () => {
    const bill = await world.issue()
    const body = payment(bill.number)
    const codeOf = async (given: Partial<Call>) => (await call({ body, ...given })).body['responseCode']
    const changed = (raw: Buffer) => Buffer.from(raw.toString().replace('150000.00', '150001.00'))
    expect(await codeOf({ tamper: changed })).toBe('4012500')
    expect(await codeOf({ secret: 'another' })).toBe('4012500')
    expect(await codeOf({ partnerId: 'BANK-LAIN' })).toBe('4012500')
    expect(
      await codeOf({ timestamp: writeTimestamp(world.clock.now().subtract({ minutes: 6 }), 'Asia/Jakarta') }),
    ).toBe('4012500')
    expect(await codeOf({ token: 'tebakan' })).toBe('4012501')
    expect(await codeOf({ externalId: 'a b' })).toBe('4002501')
    expect(await stateOf(bill.billId)).toBe('issued')
    expect(await codeOf({})).toBe('2002500')
  })

  it('may be signed with the secret before for two days after a change', async () => {
    const bill = await world.issue({ days: 9 })
    const ask = { path: at.snapInquiry, body: inquiry(bill.number) }
    const old = secret
    const elevated = { actor: world.administrator }
    ;({ secret } = await world.run(rotateBankSecret, { id: facts.id }, elevated))
    expect((await call({ ...ask, secret: old })).status).toBe(200)
    expect((await call(ask)).status).toBe(200)
    world.clock.advance({ hours: 49 })
    expect((await call({ ...ask, secret: old })).status).toBe(401)
    expect((await call(ask)).status).toBe(200)
  })

  it('comes from the addresses of the bank only, and from none once the bank is closed', async () => {
    const bill = await world.issue()
    const change = (more: object) =>
      world.run(changeBank, { ...facts, isOpen: true, ...more }, { actor: world.administrator })
    await change({ addresses: '10.1.2.3' })
    expect((await askToken()).status).toBe(401)
    await change({ addresses: '10.1.2.3, 127.0.0.1' })
    expect((await call({ path: at.snapInquiry, body: inquiry(bill.number) })).status).toBe(200)
    await change({ isOpen: false })
    expect((await askToken()).status).toBe(401)
    await change({})
  })
})
