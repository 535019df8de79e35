import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { rupiah } from '#kernel/money/money.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { administrator } from '#modules/organization/testing.ts'
import { withPartners } from '#modules/partners/index.ts'
import { partners } from '#modules/partners/module.ts'
import { partnerPaths } from '#modules/partners/paths.ts'
import { seedRules } from '#modules/rules/index.ts'
import { issueBill } from '../commands/issue-bill.ts'
import { billing } from '../module.ts'
import { billingPaths as at } from '../paths.ts'
import { type BillingWorld, billingWorld } from '../testing.ts'
import { apiBill } from './api-description.ts'

let place: TestTenant
let owner: pg.Client
let world: BillingWorld
let server: TestServer
let key: string
let partnerId: string

const issueFor = command({
  name: 'billing.issue-for-program-test',
  event: 'billing.issued-for-program-test.v1',
  access: anyone,
  input: z.object({ npwpd: z.string(), amount: z.number() }),
  run: async (tx, input, context) => ({
    result: await issueBill(tx, context, {
      title: { id: `Pajak reklame ${input.amount}`, en: `Billboard tax ${input.amount}` },
      payer: { name: 'PT Papan Warna' },
      references: [{ kind: 'npwpd', value: input.npwpd }],
      subject: { type: 'assessment', id: `p-${input.amount}` },
      unitId: world.unitId,
      lines: [{ label: { id: 'Pajak', en: 'Tax' }, amount: rupiah(input.amount), accountCode: '4.1.01.09' }],
      dueAt: context.now.add({ hours: 240 }),
      expiresAt: 'never',
    }),
    event: undefined,
  }),
})
const issue = (amount: number, npwpd = 'P.2.0000007.01') => world.run(issueFor, { npwpd, amount })

beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await seedRules(owner)
  world = await billingWorld(place.tenant)
  server = await testServer({
    ...place,
    modules: [partners, billing],
    clock: world.clock,
    sessions: (people) => withPartners(people, world.clock),
  })
  const keeper = administrator(['partners.read', 'partners.keep'])
  const day = (name: string, year: string) => ({ [`${name}-day`]: '1', [`${name}-month`]: '6', [`${name}-year`]: year })
  const facts = {
    kind: 'other',
    territoryCode: '',
    agreement: '1/PKS/2026',
    contactName: 'Ratri',
    contactPhone: '0812 3456 7890',
  }
  const added = await server.post(
    partnerPaths.add,
    { ...facts, name: 'PT Papan Warna', contactEmail: 'ratri@mitra.example', ...day('agreementUntil', '2028') },
    { as: keeper },
  )
  partnerId = String(added.location).split('/').at(-1) as string
  const made = await server.post(
    partnerPaths.keys(partnerId),
    { label: 'Program', permissions: 'billing.fetch', dailyLimit: '3', ...day('expiresOn', '2027') },
    { as: keeper },
  )
  key = /balai_[a-z0-9]{12}_[\w-]{43}/.exec(made.text)?.[0] as string
  server.as(world.administrator)
})
afterAll(async () => {
  await server.close()
  await owner.end()
  await place.close()
})

async function call(method: 'GET' | 'POST', url: string, body?: unknown, bearer = key) {
  const answer = await server.app.inject({
    method,
    url,
    headers: {
      host: 'localhost',
      authorization: `Bearer ${bearer}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}

describe('the program of a firm', () => {
  it('sees nothing until a treasurer says for whom it may ask; then the bills of that number and no others', async () => {
    const [mine, other] = [await issue(2_184_000), await issue(990_000, 'P.2.0000099.01')]
    expect((await call('GET', at.apiBills)).body).toEqual({ bills: [], next: null })
    const given = { partnerId, kind: 'npwpd', value: 'P.2.0000007.01' }
    expect((await server.post(at.programs, { ...given, value: '.' })).plain()).toContain('paling sedikit tiga')
    expect((await server.post(at.programs, { ...given, partnerId: '' })).plain()).toContain('Pilih mitranya')
    expect((await server.post(at.programs, given)).status).toBe(303)
    expect((await server.get(at.programs)).plain()).toContain('P2000000701')
    const { bills } = (await call('GET', at.apiBills)).body
    expect(bills.map((bill: unknown) => apiBill.parse(bill).id)).toEqual([mine.billId])
    expect(bills[0]).toMatchObject({ owed: '2184000.00', payer: 'PT Papan Warna', number: mine.number })
    expect((await call('POST', at.apiOrders, { bills: [other.billId] })).status).toBe(404)
  })

  it('makes one code for several bills, within the limit of its key, in the name of the firm', async () => {
    const [a, b] = [await issue(100_000), await issue(200_000)]
    const made = await call('POST', at.apiOrders, { bills: [a.billId, b.billId] })
    expect(made).toMatchObject({ status: 201, body: { total: '300000.00' } })
    const { rows } = await owner.query(
      'select payer_name, payer_person_id, account_id from billing.pay_order where number = $1',
      [made.body.number],
    )
    expect(rows).toEqual([{ payer_name: 'PT Papan Warna', payer_person_id: null, account_id: null }])
    expect((await call('POST', at.apiOrders, { bills: 'x' })).status).toBe(422)
    for (const status of [201, 201, 429])
      expect((await call('POST', at.apiOrders, { bills: [a.billId] })).status).toBe(status)
  })

  it('is refused with a wrong key, and sees nothing after it was withdrawn', async () => {
    expect((await call('GET', at.apiBills, undefined, `${key}x`)).status).toBe(401)
    await server.post(at.removeProgram, { partnerId, kind: 'npwpd', value: 'P2000000701' })
    expect((await call('GET', at.apiBills)).body.bills).toEqual([])
    server.as(world.treasurer)
    expect((await server.get(at.programs)).status).toBe(403)
    server.as(world.administrator)
  })
})
