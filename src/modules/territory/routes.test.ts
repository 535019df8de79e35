import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anonymous } from '#kernel/access/access.ts'
import { systemClock } from '#kernel/clock/clock.ts'
import { buildServer } from '#kernel/http/server.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { loadDemoTerritory } from './demo/load-territory.ts'
import { territory } from './module.ts'

let place: TestTenant
let app: FastifyInstance

beforeAll(async () => {
  place = await testTenant()
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadDemoTerritory(owner, 'arunika')
  await owner.end()
  app = await buildServer({
    config: place.config,
    tenants: [place.tenant],
    modules: [territory],
    sessions: { mayHaveSession: () => false, find: async () => ({ actor: anonymous, session: undefined }) },
    presentation: { document: () => '', errorView: (_context, error) => error.message as never },
    clock: systemClock,
    log: pino({ level: 'silent' }),
    subscribers: new Map(),
    caches: new Map(),
    isReady: async () => ({}),
  })
})
afterAll(async () => {
  await app.close()
  await place.close()
})

const ask = (url: string) => app.inject({ url, headers: { accept: 'application/json' } })

it('gives the areas below a code, to be kept by the browser for a day', async () => {
  const response = await ask('/wilayah/anak?kode=99.01.02')
  expect(response.json()[0]).toEqual({ code: '99.01.02.2004', name: 'Banjarwangi' })
  expect(response.json()).toHaveLength(6)
  expect(response.headers['cache-control']).toContain('max-age=86400')
  expect((await ask('/wilayah/anak?kode=')).json()).toEqual([{ code: '99', name: 'Nusa Kencana' }])
  expect((await ask('/wilayah/anak')).json()).toHaveLength(1)
})

it('gives an empty list below a village', async () => {
  expect((await ask('/wilayah/anak?kode=99.01.02.2004')).json()).toEqual([])
})

it('answers an unknown or malformed code with 404 as problem+json', async () => {
  for (const code of ['98', '99.01.77', 'x', "99'--", '99.01.02.2003.1']) {
    const response = await ask(`/wilayah/anak?kode=${encodeURIComponent(code)}`)
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.headers['cache-control'] ?? '').not.toContain('max-age')
  }
})

it('finds areas by name with the path to them', async () => {
  const found = (await ask('/wilayah/cari?q=sukaweni')).json()
  expect(found[0]).toEqual({
    code: '99.01.02.2002',
    name: 'Sukawening',
    path: ['Nusa Kencana', 'Kabupaten Arunika', 'Mekarsari', 'Sukawening'],
  })
  expect((await ask('/wilayah/cari?q=')).json()).toEqual([])
})
