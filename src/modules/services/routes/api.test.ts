import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import { defineModule } from '#kernel/define/module.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedRules } from '#modules/rules/index.ts'
import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { installedForTests } from '../definition/check/testing/installed.ts'
import { publishShipped } from '../definition/store.ts'
import { apiRoutes } from './api.ts'

let place: TestTenant
let server: TestServer
let app: FastifyInstance

beforeAll(async () => {
  place = await testTenant()
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await seedRules(owner)
  await publishShipped(owner, [birthCertificate], installedForTests([birthCertificate]))
  await owner.end()
  const manifest = defineModule({ name: 'services-api', routes: apiRoutes, commands: [], permissions: {} })
  const clock = new FixedClock('2026-11-23T02:00:00Z')
  server = await testServer({ ...place, modules: [manifest], clock })
  app = server.app
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const ask = async (url: string) => app.inject({ url, headers: { accept: 'application/json' } })
const check = async (payload: unknown, slug = 'akta-kelahiran') =>
  app.inject({
    method: 'POST',
    url: `/api/v1/services/${slug}/check`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  })

it('answers a program that says nothing of its taste with problem+json, and what cannot be read with 400', async () => {
  const url = '/api/v1/services/akta-kelahiran/check'
  const headers = { 'content-type': 'application/json' }
  const broken = await app.inject({ method: 'POST', url, headers, payload: '{bad' })
  expect([broken.statusCode, broken.json().title]).toEqual([400, 'unreadable'])
  expect(broken.headers['content-type']).toContain('application/problem+json')
  const empty = await app.inject({ method: 'POST', url, headers, payload: '{}' })
  expect([empty.statusCode, empty.json().title]).toEqual([422, 'invalid-input'])
  const nowhere = await app.inject({ url: '/api/v1/services/tidak-ada' })
  expect([nowhere.statusCode, nowhere.json().title]).toEqual([404, 'not-found'])
  expect(
    (await app.inject({ url: '/api/v1/tidak-ada', headers: { accept: 'text/html' } })).headers['content-type'],
  ).toContain('text/html')
})

describe('the public API of services', () => {
  it('lists services and describes one with its law', async () => {
    expect((await ask('/api/v1/services')).json()).toMatchObject([{ slug: 'akta-kelahiran', version: 1 }])
    const told = (await ask('/api/v1/services/akta-kelahiran')).json()
    expect(told.promise).toMatchObject({ length: 1, per: 'working-day', rule: 'civil-registration.birth.service-time' })
    expect((await ask('/api/v1/services/tidak-ada')).statusCode).toBe(404)
  })

  it('gives the schema of the answers and OpenAPI of one and of all', async () => {
    expect((await ask('/api/v1/services/akta-kelahiran/schema')).json().properties).toHaveProperty('childName')
    for (const url of ['/api/v1/openapi.json', '/api/v1/services/akta-kelahiran/openapi.json']) {
      expect((await ask(url)).json()).toMatchObject({ openapi: '3.1.0' })
    }
  })
})

describe('answers that are checked', () => {
  it('and are complete have a fee and a promised moment', async () => {
    const [example] = birthCertificate.golden
    const answers = {
      ...example?.answers,
      motherNik: '9901015204960001',
      motherName: 'Sekar Wulandari',
      parentage: 'mother-only',
      birthPlace: 'Arunika',
      informantRelation: 'mother',
    }
    const found = await check({ answers })
    expect(found.statusCode).toBe(200)
    expect(found.json()).toMatchObject({ complete: true, fee: { rupiah: 0 }, promisedAt: '2026-11-24T16:00:00+07:00' })
  })

  it('and are not right are told where', async () => {
    const found = (await check({ answers: { childName: 'Kirana' } })).json()
    expect(found).toMatchObject({ complete: false, fee: null })
    expect(found.pages[0].errors[0]).toMatchObject({ path: 'childName', message: { en: expect.any(String) } })
  })

  it.each([[{}], [{ answers: [] }], [{ answers: 'x' }], [null]])(
    'as %j are refused, not stumbled over',
    async (body) => {
      expect((await check(body)).statusCode).toBe(422)
    },
  )

  it.each([[{ toString: 0 }], [{ day: { x: 1 } }], [[[[]]]], [1e308], ['\u0000']])(
    'that hold %j are only wrong answers',
    async (value) => {
      const answers = Object.fromEntries(['childName', 'birthOn', 'childOrder', 'birthLetter'].map((id) => [id, value]))
      const found = await check({ answers })
      expect(found.statusCode, found.body).toBe(200)
      expect(found.json().complete).toBe(false)
    },
  )
})

describe('what is downloaded', () => {
  it('is the drawing, the BPMN and the examples', async () => {
    const drawing = await ask('/layanan/akta-kelahiran/prosedur.svg')
    expect(drawing.headers['content-type']).toContain('image/svg+xml')
    expect(drawing.body).toContain('Prosedur Akta kelahiran')
    const bpmn = await ask('/layanan/akta-kelahiran/prosedur.bpmn')
    expect(bpmn.headers['content-disposition']).toContain('prosedur-akta-kelahiran.bpmn')
    expect(bpmn.body).toContain('<bpmn:process')
    expect((await ask('/layanan/akta-kelahiran/golden.json')).json().cases).toHaveLength(birthCertificate.golden.length)
  })
})
