import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, anonymous } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { PageCache } from '#kernel/http/page-cache.ts'
import type { Presentation } from '#kernel/http/parts.ts'
import { buildServer } from '#kernel/http/server.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { loadDemoTerritory } from '#modules/territory/demo/load-territory.ts'
import { demoStreets, demoVillages } from '#modules/territory/demo/places.ts'
import { renderPage } from '#ui/index.ts'
import { demoPeople } from '../../demo/known-people.ts'
import { dayNumber } from './demo/days.ts'
import { loadDemoPeople } from './demo/load-people.ts'
import { formatNik, maskNik } from './domain.ts'
import { people } from './module.ts'
import { findPersonByNik } from './queries/persons.ts'
import type { Person } from './queries/rows.ts'

let place: TestTenant
let app: FastifyInstance
let actor: Actor = anonymous
let sekar: Person
const readerId = '00000000-0000-7000-8000-000000000001'

const officer = (territory: string, ...permissions: string[]): Actor => ({
  kind: 'staff',
  accountId: 'ratih',
  personId: readerId,
  name: 'Ratih Kusumaningrum',
  grants: permissions.map((permission) => ({ permission, unitPath: 'disdukcapil', territory })),
})
const everything = officer('', 'people.read', 'people.unmask', 'people.export')

beforeAll(async () => {
  place = await testTenant()
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadDemoTerritory(owner, 'register')
  const villages = demoVillages.map((village) => ({ ...village, streets: demoStreets(village) }))
  const today = dayNumber('2026-11-23')
  await loadDemoPeople({ owner, tenant: place.tenant, seed: 'register', people: 400, today, villages })
  await owner.end()
  const presentation: Presentation = {
    document: (context, view, csrf) =>
      renderPage(
        {
          locale: context.locale,
          region: { name: 'Kabupaten Arunika', motto: '', shortName: 'Arunika' },
          assets: { css: [], js: [] },
          path: context.request.url,
          csrf: csrf(),
        },
        view,
      ),
    errorView: (context, error) => error.say(context.locale) as never,
  }
  app = await buildServer({
    config: place.config,
    tenants: [place.tenant],
    modules: [people],
    sessions: { mayHaveSession: () => true, find: async () => ({ actor, session: undefined }) },
    presentation,
    clock: new FixedClock('2026-11-23T02:00:00Z'),
    log: pino({ level: 'silent' }),
    subscribers: new Map(),
    caches: new Map([[place.tenant.id, new PageCache()]]),
    isReady: async () => ({}),
  })
  sekar = (await findPersonByNik(place.tenant, place.tenant.pools.read, demoPeople.sekar.nik)) as Person
})
afterAll(async () => {
  await app.close()
  await place.close()
})

async function open(url: string, as: Actor = everything) {
  actor = as
  return app.inject({ url })
}

async function unmask(reason: string, as: Actor = everything) {
  const form = await open(`/register/orang/${sekar.id}`)
  actor = as
  return app.inject({
    method: 'POST',
    url: `/register/orang/${sekar.id}/buka`,
    cookies: Object.fromEntries(form.cookies.map((cookie) => [cookie.name, cookie.value])),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      _csrf: /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '',
      reason,
    }).toString(),
  })
}

async function accesses(personId: string) {
  const { rows } = await place.tenant.pools.readPool.query(
    'select purpose, unmasked from journal.access where person_id = $1',
    [personId],
  )
  return rows
}

describe('the list', () => {
  it('finds people by parts of their name and by NIK however it is written', async () => {
    expect((await open('/register?q=sekar+wuland')).body).toContain('Sekar Wulandari')
    const byNik = await open(`/register?q=${encodeURIComponent(formatNik(demoPeople.sekar.nik))}`)
    expect(byNik.body).toContain('Sekar Wulandari')
    expect(byNik.body.match(/<tr>/g)).toHaveLength(2)
    expect(await accesses(sekar.id)).toEqual([{ purpose: 'mencari NIK di register penduduk', unmasked: false }])
  })

  it('pages through everybody once, in order', async () => {
    const seen: string[] = []
    for (let url: string | undefined = '/register'; url; ) {
      const { body } = await open(url)
      seen.push(...[...body.matchAll(/href="\/register\/orang\/([^"]+)"/g)].map((match) => match[1] as string))
      url = /href="(\/register\?lanjut=[^"]+)" rel="next"/.exec(body)?.[1]
    }
    const { rows } = await place.tenant.pools.readPool.query(
      'select id from people.person where died_on is null order by full_name, id',
    )
    expect(seen).toEqual(rows.map((row) => row.id))
  })

  it('keeps to area, sex and age', async () => {
    const { body } = await open('/register?wilayah=99.01.02&jk=female&usia=26-59')
    expect(body).toContain('Sekar Wulandari')
    expect(body).not.toContain('Bima Prasetyo')
    expect(body).not.toContain('Wening Hapsari')
    expect((await open('/register?wilayah=99.01.02&jk=female&usia=0-4')).body).not.toContain('Sekar Wulandari')
  })

  it('shows nobody outside the territory of the reader, not even by NIK', async () => {
    const reader = officer('99.01.01', 'people.read')
    expect((await open('/register?q=sekar+wulandari', reader)).body).not.toContain('Sekar Wulandari')
    expect((await open(`/register?q=${demoPeople.sekar.nik}`, reader)).body).not.toContain('Sekar Wulandari')
    expect((await open(`/register/orang/${sekar.id}`, reader)).statusCode).toBe(403)
    expect((await open(`/register/keluarga/${sekar.familyId}`, reader)).statusCode).toBe(403)
  })

  it('is closed to who has no permission, and bears a broken address', async () => {
    expect((await open('/register', officer('', 'services.queue'))).statusCode).toBe(403)
    expect((await open('/register?wilayah=x&jk=y&usia=z&lanjut=%00&q=%25_')).statusCode).toBe(200)
  })
})

describe('a person', () => {
  it('is shown with masked numbers, and the reading is noted', async () => {
    const { body, statusCode } = await open(`/register/orang/${sekar.id}`)
    expect(statusCode).toBe(200)
    expect(body).toContain(maskNik(demoPeople.sekar.nik))
    expect(body).not.toContain(formatNik(demoPeople.sekar.nik))
    expect(body).not.toContain('0123/045/VI/2021')
    expect(await accesses(sekar.id)).toContainEqual({ purpose: 'membuka data di register penduduk', unmasked: false })
  })

  it('is unmasked for a reason, which the person and the auditor can read', async () => {
    const { body, statusCode } = await unmask('Mencocokkan buku nikah yang dibawa ke loket')
    expect(statusCode).toBe(200)
    expect(body).toContain(formatNik(demoPeople.sekar.nik))
    expect(body).toContain('0123/045/VI/2021')
    expect(await accesses(sekar.id)).toContainEqual({
      purpose: 'Mencocokkan buku nikah yang dibawa ke loket',
      unmasked: true,
    })
    const { rows } = await place.tenant.pools.readPool.query(
      `select subject_id from journal.event where name = 'people.person-unmasked.v1'`,
    )
    expect(rows).toEqual([{ subject_id: sekar.id }])
  })

  it('is not unmasked without a reason: 422, and what was typed stays', async () => {
    const { body, statusCode } = await unmask('cek')
    expect(statusCode).toBe(422)
    expect(body).toContain('paling sedikit 10 huruf')
    expect(body).toContain('value="cek"')
    expect(body).not.toContain(formatNik(demoPeople.sekar.nik))
  })

  it('is not unmasked by who may only read, or serves another district', async () => {
    const reason = 'Mencocokkan buku nikah yang dibawa'
    expect((await unmask(reason, officer('', 'people.read'))).statusCode).toBe(403)
    expect((await unmask(reason, officer('99.01.01', 'people.read', 'people.unmask'))).statusCode).toBe(403)
  })

  it('that does not exist is not found', async () => {
    expect((await open('/register/orang/00000000-0000-7000-8000-000000000000')).statusCode).toBe(404)
    expect((await open('/register/orang/1')).statusCode).toBe(404)
  })
})

it('a family shows its members, its masked number, and the reading of each is noted', async () => {
  const before = (await accesses(sekar.id)).length
  const { body } = await open(`/register/keluarga/${sekar.familyId}`)
  for (const name of ['Bima Prasetyo', 'Sekar Wulandari', 'Arka Bimantara Prasetyo']) expect(body).toContain(name)
  expect(body).toContain(maskNik(demoPeople.sekar.kkNumber))
  expect(body).not.toContain(demoPeople.sekar.kkNumber)
  expect(await accesses(sekar.id)).toHaveLength(before + 1)
})

describe('the export', () => {
  it('is a CSV without NIKs in which formulas are text, noted for everybody in it', async () => {
    await place.tenant.pools.writePool.query(`update people.person set full_name = '=SUM(1)' where id = $1`, [sekar.id])
    const response = await open('/register.csv?wilayah=99.01.02')
    expect(response.headers['content-type']).toContain('text/csv')
    expect(response.body).toContain(`'=SUM(1)`)
    expect(response.body).not.toMatch(/\d{16}/)
    const { rows } = await place.tenant.pools.readPool.query(
      `select payload ->> 'rows' as rows from journal.event where name = 'people.register-exported.v1'`,
    )
    expect(Number(rows[0]?.rows)).toBe(response.body.trim().split('\r\n').length - 1)
    expect(await accesses(sekar.id)).toContainEqual({ purpose: 'ekspor register penduduk', unmasked: false })
    expect((await open('/register.xlsx?wilayah=99.01.02')).body.startsWith('PK')).toBe(true)
  })

  it('is closed to who may only read', async () => {
    expect((await open('/register.csv', officer('', 'people.read'))).statusCode).toBe(403)
  })
})
