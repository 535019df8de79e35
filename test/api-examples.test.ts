import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '../src/kernel/access/access.ts'
import { type ApiOperation, listOperations, operationPaths } from '../src/kernel/http/api-description.ts'
import { type TestServer, testServer } from '../src/kernel/testing/server.ts'
import { credentials } from '../src/modules/credentials/module.ts'
import { CardWorld } from '../src/modules/credentials/testing.ts'
import { notices } from '../src/modules/notices/module.ts'
import { administrator } from '../src/modules/organization/testing.ts'
import { withPartners } from '../src/modules/partners/index.ts'
import { partners } from '../src/modules/partners/module.ts'
import { partnerPaths } from '../src/modules/partners/paths.ts'
import { tax } from '../src/modules/tax/module.ts'
import { vouching } from '../src/modules/vouching/module.ts'

/*
 * Every example of the API that OpenAPI shows is sent as it stands, by a partner who may send it, and answered as the
 * description says.
 */

const world = new CardWorld()
let server: TestServer
const keys: Record<string, string> = {}
/** Of what was made by an example, for those about it: `{noticeId}`. */
const made: Record<string, string> = {}

async function keyFor(kind: string, permission: string): Promise<string> {
  const keeper: Actor = administrator(['partners.read', 'partners.keep'])
  const until = { day: '31', month: '12', year: '2028' }
  const added = await server.post(
    partnerPaths.add,
    {
      name: `Mitra ${kind}`,
      kind,
      territoryCode: '',
      agreement: '1/PKS/2026',
      'agreementUntil-day': until.day,
      'agreementUntil-month': until.month,
      'agreementUntil-year': until.year,
      contactName: 'Ratri',
      contactPhone: '0812 3456 7890',
      contactEmail: 'ratri@mitra.example',
    },
    { as: keeper },
  )
  const page = await server.post(
    partnerPaths.keys(String(added.location).split('/').at(-1) as string),
    {
      label: 'Program',
      permissions: permission,
      dailyLimit: '50',
      'expiresOn-day': '1',
      'expiresOn-month': '6',
      'expiresOn-year': '2027',
    },
    { as: keeper },
  )
  return /balai_[a-z0-9]{12}_[\w-]{43}/.exec(page.text)?.[0] as string
}

beforeAll(async () => {
  await world.begin()
  server = await testServer({
    ...world.place,
    modules: [partners, notices, vouching, credentials, tax],
    clock: world.clock,
    sessions: (people) => withPartners(people, world.clock),
  })
  keys['reportEvent'] = await keyFor('hospital', 'notices.report')
  keys['askQuestion'] = await keyFor('school', 'vouching.ask')
  keys['askConsent'] = await keyFor('bank', 'vouching.ask')
})
afterAll(async () => {
  await server.close()
  await world.end()
})

const keyOf = ({ path }: ApiOperation): string => {
  if (path.startsWith('/api/v1/pemberitahuan')) return keys['reportEvent'] as string
  return (path.startsWith('/api/v1/persetujuan') ? keys['askConsent'] : keys['askQuestion']) as string
}

async function send(operation: ApiOperation, headers: Record<string, string> = {}) {
  const answer = await server.app.inject({
    method: operation.method === 'get' ? 'GET' : 'POST',
    url: operation.path.replace(/\{(\w+)\}/g, (_, name: string) => made[name] ?? name),
    headers: {
      host: 'localhost',
      accept: 'application/json',
      ...(operation.request ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(operation.request ? { payload: JSON.stringify(operation.request.example) } : {}),
  })
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> }
}

describe('the examples of the API', () => {
  const operations = () => listOperations()

  it('are of every address that programs of partners use', () => {
    const described = operations().map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, ':id')}`)
    const routes = [...notices.routes, ...vouching.routes, ...credentials.routes, ...tax.routes]
      .filter(({ path }) => path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:\w+/g, ':id')}`)
    expect(described.sort()).toEqual(routes.sort())
  })

  it('are sent as they stand and answered as described', async () => {
    for (const operation of operations()) {
      const headers = operation.access === 'key' ? { authorization: `Bearer ${keyOf(operation)}` } : {}
      const { status, body } = await send(operation, headers)
      expect({ operation: operation.operationId, status, body }).toMatchObject({ status: operation.response.status })
      expect(operation.response.schema.safeParse(body).error).toBeUndefined()
      expect(operation.response.schema.safeParse(operation.response.example).error).toBeUndefined()
      expect(Object.keys(body).sort()).toEqual(expect.arrayContaining(Object.keys(operation.response.example).sort()))
      const fixed = ({
        id: _id,
        answeredAt: _at,
        nonce: _nonce,
        expiresAt: _until,
        audience: _aud,
        ...rest
      }: object & Record<string, unknown>) => rest
      expect(fixed(body)).toMatchObject(fixed(operation.response.example))
      if (operation.operationId === 'reportEvent') made['noticeId'] = String(body['id'])
      if (operation.operationId === 'askConsent') made['consentId'] = String(body['id'])
    }
  })

  it('that need a key are refused without one', async () => {
    for (const operation of operations().filter(({ access }) => access === 'key')) {
      expect(`${operation.operationId} ${(await send(operation)).status}`).toBe(`${operation.operationId} 401`)
    }
  })

  it('stand in the OpenAPI document with their schemas, each name once', () => {
    const paths = operationPaths({ $ref: '#/components/schemas/Problem' })
    const text = JSON.stringify(paths)
    expect(text).not.toContain('$schema')
    const ids = operations().map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { request } of operations()) {
      if (request?.schema instanceof z.ZodType) expect(request.schema.safeParse(request.example).error).toBeUndefined()
    }
  })
})
