import { get as httpGet } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Actor, permitted } from '../access/access.ts'
import { defineModule } from '../define/module.ts'
import { type TestTenant, testTenant } from '../testing/database.ts'
import { plainPresentation, type TestServer, testServer } from '../testing/server.ts'
import { exported, exportRoutes } from './export-routes.ts'
import { exportNote } from './note-export.ts'
import { allPages } from './table.ts'

const note = exportNote('trial')
let read = 0

const trial = defineModule({
  name: 'trial',
  routes: exportRoutes('/uji', {
    access: permitted('trial.read'),
    audit: 'none',
    query: z.object({ q: z.string().optional(), n: z.coerce.number().default(3) }),
    note,
    table: ({ query }) =>
      exported({
        file: 'uji-2026-11-23',
        title: 'Uji',
        rows: allPages(async (after) => {
          const from = Number(after ?? 0)
          const rows = Array.from({ length: Math.min(500, query.n - from) }, (_, index) => `Warga ${from + index}`)
          read += rows.length
          return { rows, next: from + rows.length < query.n ? String(from + rows.length) : undefined }
        }),
        columns: [{ label: 'Nama', kind: 'text', value: (row) => row }],
      }),
  }),
  commands: [note],
  permissions: { 'trial.read': { id: 'Melihat', en: 'See' } },
})

const clerk = (permissions: readonly string[]): Actor => ({
  kind: 'staff',
  accountId: 'clerk',
  name: 'Bagas Wicaksono',
  grants: permissions.map((permission) => ({ permission, unitPath: '', territory: '' })),
})

let place: TestTenant
let server: TestServer
beforeAll(async () => {
  place = await testTenant()
  server = await testServer({
    ...place,
    modules: [trial],
    presentation: plainPresentation,
    actor: clerk(['trial.read']),
  })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

const notes = async () =>
  (
    await place.tenant.pools.readPool.query<{ payload: { rows: number; whole: boolean }; label: string; list: string }>(
      `select payload, actor_label as label, subject_id as list from journal.event
       where name = 'trial.list-exported.v1' order by id`,
    )
  ).rows

describe('a list as a file', () => {
  it('comes in both forms, whole and under a name of its own, and is written down', async () => {
    const csv = await server.get('/uji.csv?n=1201&q=sekar')
    expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(csv.headers['content-disposition']).toContain('attachment; filename="uji-2026-11-23.csv"')
    expect(csv.headers['cache-control']).toBe('private, no-store')
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(1202)
    const book = await server.get('/uji.xlsx?n=2')
    expect(book.headers['content-type']).toContain('spreadsheetml.sheet')
    expect(book.text.startsWith('PK')).toBe(true)
    expect(await notes()).toMatchObject([
      {
        list: '/uji',
        label: 'Bagas Wicaksono',
        payload: { format: 'csv', rows: 1201, whole: true, filter: { q: 'sekar' } },
      },
      { payload: { format: 'xlsx', rows: 2, whole: true } },
    ])
  })

  it('leaves no number of a person in the journal', async () => {
    await server.get('/uji.csv?q=9901%200262%200384%200007')
    const [last] = (await notes()).slice(-1)
    expect(JSON.stringify(last?.payload)).not.toMatch(/\d{4}/)
  })

  it('is refused to who may not read it', async () => {
    const before = (await notes()).length
    expect((await server.get('/uji.xlsx', { as: clerk([]) })).status).toBe(403)
    expect((await notes()).length).toBe(before)
  })

  it('is not taken along by who only asks whether it is there', async () => {
    const before = (await notes()).length
    const head = await server.app.inject({ method: 'HEAD', url: '/uji.csv?n=9000000' })
    expect([head.statusCode, head.headers['content-type'], (await notes()).length]).toEqual([
      200,
      'text/csv; charset=utf-8',
      before,
    ])
  })

  it('ends when whoever asked goes away, and says that it was not whole', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.app.server.address() as AddressInfo
    for (const ending of ['csv', 'xlsx']) {
      const before = (await notes()).length
      await new Promise<void>((resolve) => {
        const asked = httpGet({ port, host: '127.0.0.1', path: `/uji.${ending}?n=9000000` }, (answer) => {
          answer.once('data', () => {
            asked.destroy()
            resolve()
          })
        })
        asked.on('error', () => {})
      })
      await expect.poll(async () => (await notes()).length, { timeout: 5000 }).toBe(before + 1)
      const [last] = (await notes()).slice(-1)
      expect(last?.payload.whole).toBe(false)
      expect(last?.payload.rows).toBeLessThan(9_000_000)
    }
    expect(read).toBeLessThan(9_000_000)
  })
})
