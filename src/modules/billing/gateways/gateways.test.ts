import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { billing } from '../module.ts'
import { billingPaths as at } from '../paths.ts'
import { type BillingWorld, billingWorld } from '../testing.ts'
import { midtransSignature } from './midtrans.ts'
import { settleOpenPayments } from './take.ts'

/* Both gateways as their published interfaces answer, over real HTTP; whoever pays there is the test. */

interface Known {
  amount: number
  paid: boolean
  external: string
}
let place: TestTenant
let world: BillingWorld
let server: TestServer
let gateway: Server
const known = new Map<string, Known>()
const keys = { midtrans: 'SB-server-key', xendit: 'xnd-secret-key' }
const callbackToken = 'token-of-notices'
let isDown = false

beforeAll(async () => {
  place = await testTenant()
  world = await billingWorld(place.tenant)
  server = await testServer({ ...place, modules: [billing], clock: world.clock })
  gateway = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { status, body } = answer(request.url ?? '', String(request.headers.authorization), Buffer.concat(chunks))
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const { port } = gateway.address() as AddressInfo
  server.as(world.administrator)
  for (const id of ['midtrans', 'xendit'] as const) {
    const form = { baseUrl: `http://127.0.0.1:${port}`, key: keys[id], callbackToken, isOpen: 'ya' }
    expect((await server.post(at.gateway(id), form)).location).toBe(at.gateways)
  }
})
afterAll(async () => {
  await server.close()
  await new Promise((resolve) => gateway.close(resolve))
  await place.close()
})

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`

function answer(url: string, authorization: string, raw: Buffer): { status: number; body: unknown } {
  if (isDown) return { status: 503, body: {} }
  const sent = raw.length ? JSON.parse(raw.toString()) : {}
  if (url.startsWith('/v2/')) {
    if (authorization !== basic(keys.midtrans)) return { status: 401, body: {} }
    return { status: 200, body: url === '/v2/charge' ? charge(sent) : midtransStatus(url.split('/')[2] as string) }
  }
  if (authorization !== basic(keys.xendit)) return { status: 401, body: {} }
  if (url === '/payment_requests') {
    known.set(sent.reference_id, { amount: sent.amount, paid: false, external: `pr-${sent.reference_id}` })
    return { status: 201, body: xenditRequest(sent.reference_id) }
  }
  return { status: 200, body: xenditRequest(url.replace('/payment_requests/pr-', '')) }
}

function charge(sent: { transaction_details: { order_id: string; gross_amount: number } }) {
  const { order_id, gross_amount } = sent.transaction_details
  known.set(order_id, { amount: gross_amount, paid: false, external: `tx-${order_id}` })
  return {
    status_code: '201',
    transaction_id: `tx-${order_id}`,
    va_numbers: [{ bank: 'bni', va_number: '9888812345' }],
    qr_string: '0002010102',
  }
}

function midtransStatus(reference: string) {
  const found = known.get(reference) as Known
  return {
    status_code: '200',
    transaction_id: found.external,
    order_id: reference,
    gross_amount: `${found.amount}.00`,
    transaction_status: found.paid ? 'settlement' : 'pending',
    settlement_time: '2026-11-23 09:00:00',
  }
}

function xenditRequest(reference: string) {
  const found = known.get(reference) as Known
  return {
    id: found.external,
    reference_id: reference,
    amount: found.amount,
    status: found.paid ? 'SUCCEEDED' : 'PENDING',
    updated: '2026-11-23T02:00:00Z',
    payment_method: {
      virtual_account: { channel_code: 'BNI', channel_properties: { virtual_account_number: '9888812345' } },
      qr_code: { channel_properties: { qr_string: '0002010102' } },
    },
  }
}

type Id = 'midtrans' | 'xendit'

async function begin(id: Id, number: string, method = 'va'): Promise<string> {
  server.as(world.payer)
  const made = await server.post(at.askGateway, { gateway: id, number, method })
  return String(made.location).split('/').at(-1) as string
}

/** What each gateway sends: Midtrans signs it, Xendit shows its token. */
async function notify(id: Id, reference: string, change: (sent: Record<string, string>) => void = () => {}) {
  const found = known.get(reference) as Known
  const gross = `${found.amount}.00`
  const sent: Record<string, string> = { token: callbackToken, gross, reference }
  change(sent)
  const body =
    id === 'midtrans'
      ? {
          order_id: sent['reference'],
          status_code: '200',
          gross_amount: sent['gross'],
          transaction_id: found.external,
          transaction_status: 'settlement',
          signature_key: midtransSignature(reference, '200', gross, sent['key'] ?? keys.midtrans),
        }
      : { event: 'payment.succeeded', data: { payment_request_id: found.external, reference_id: sent['reference'] } }
  const reply = await server.app.inject({
    method: 'POST',
    url: at.gatewayNotice(id),
    headers: { 'content-type': 'application/json', 'x-callback-token': sent['token'] },
    payload: JSON.stringify(body),
  })
  return { status: reply.statusCode, body: reply.json() as { outcome?: string } }
}

const stateOf = async (billId: string) =>
  (await place.tenant.pools.readPool.query('select state from billing.bill where id = $1', [billId])).rows[0].state

describe.each(['midtrans', 'xendit'] as const)('%s', (id) => {
  const pay = (reference: string) => {
    ;(known.get(reference) as Known).paid = true
  }

  it('gives an account number and a QR code to pay by', async () => {
    const bill = await world.issue()
    server.as(world.payer)
    expect((await server.get(at.ownBill(bill.billId))).plain()).toContain('Lewat gerbang pembayaran')
    const va = await begin(id, bill.number)
    expect((await server.get(at.gatewayPayment(va))).plain()).toContain('Virtual account BNI: 9888812345')
    const qr = await begin(id, bill.number, 'qris')
    expect((await server.get(at.gatewayPayment(qr))).text).toContain('<svg')
  })

  it('is asked before anything is booked: a notice of what was not paid books nothing', async () => {
    const bill = await world.issue()
    const reference = await begin(id, bill.number)
    expect(await notify(id, reference)).toEqual({ status: 200, body: { status: 'accepted', outcome: 'pending' } })
    expect(await stateOf(bill.billId)).toBe('issued')
    pay(reference)
    expect((await notify(id, reference)).body.outcome).toBe('paid')
    expect((await notify(id, reference)).body.outcome).toBe('known')
    expect(await stateOf(bill.billId)).toBe('paid')
  })

  it('is not believed without its proof', async () => {
    const bill = await world.issue()
    const reference = await begin(id, bill.number)
    pay(reference)
    const wrong = await notify(id, reference, (sent) => {
      sent['key'] = 'another'
      sent['token'] = 'another'
    })
    expect([wrong.status, await stateOf(bill.billId)]).toEqual([401, 'issued'])
  })

  it('lets whoever returns first ask by himself', async () => {
    const bill = await world.issue()
    const reference = await begin(id, bill.number)
    pay(reference)
    await server.post(at.checkGateway(reference))
    expect((await server.get(at.gatewayPayment(reference))).plain()).toContain('Pembayaran sudah kami terima')
    expect(await stateOf(bill.billId)).toBe('paid')
  })

  it('whose notice is lost is asked by the job; while it is away nothing is taken for unpaid', async () => {
    const bill = await world.issue()
    const reference = await begin(id, bill.number)
    pay(reference)
    const by = { tenant: place.tenant, config: place.config, now: world.clock.now(), run: world.run }
    const failures: unknown[] = []
    isDown = true
    await settleOpenPayments(by, place.tenant.pools.read, (error) => failures.push(error))
    expect((await notify(id, reference)).status).toBe(503)
    isDown = false
    expect([failures.length > 0, await stateOf(bill.billId)]).toEqual([true, 'issued'])
    await settleOpenPayments(by, place.tenant.pools.read, (error) => failures.push(error))
    expect(await stateOf(bill.billId)).toBe('paid')
  })
})

describe('an account at a gateway', () => {
  it('is kept by those who may; its keys are never shown again', async () => {
    expect((await server.get(at.gateways, { as: world.treasurer })).status).toBe(403)
    const page = await server.get(at.gateways, { as: world.administrator })
    expect(page.text).not.toContain(keys.midtrans)
    const bad = await server.post(
      at.gateway('xendit'),
      { baseUrl: 'bukan alamat', isOpen: 'ya' },
      { as: world.administrator },
    )
    expect(bad.status).toBe(422)
  })
})
