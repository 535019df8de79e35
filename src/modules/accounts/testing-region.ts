import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import pino from 'pino'
import { type Clock, systemClock } from '#kernel/clock/clock.ts'
import type { Config } from '#kernel/config.ts'
import type { ModuleManifest } from '#kernel/define/module.ts'
import { PageCache } from '#kernel/http/page-cache.ts'
import type { Presentation } from '#kernel/http/parts.ts'
import { buildServer } from '#kernel/http/server.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { renderPage } from '#ui/index.ts'
import { sessionSourceAt } from './session-source.ts'

/** Tests only: a village with one family and an office, enough to sign up, sign in and hold a post. */
export interface TestRegion extends TestTenant {
  readonly citizen: TestPerson
  readonly spouse: TestPerson
  readonly official: TestPerson & { readonly nip: string; readonly officialId: string }
  readonly kkNumber: string
  readonly unitId: string
  readonly positionId: string
}

export interface TestPerson {
  readonly personId: string
  readonly nik: string
  readonly name: string
  readonly birthOn: string
}

const village = '99.01.02.2003'

export async function testRegion(permissions: readonly string[] = []): Promise<TestRegion> {
  const place = await testTenant()
  const { cipher, pools } = place.tenant
  const query = (text: string, values: unknown[] = []) => pools.writePool.query(text, values)
  for (const [code, level] of [
    ['99', 'province'],
    ['99.01', 'regency'],
    ['99.01.02', 'district'],
    [village, 'village'],
  ]) {
    await query(
      `insert into territory.area (code, parent_code, level, name, search_name, own) values ($1, $2, $3, $1, $1, true)`,
      [code, code?.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null, level],
    )
  }
  const kkNumber = '9901020101200001'
  const familyId = newId()
  await query(
    `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
     values ($1, $2, $3, 'Jalan Melati 7', '001', '002', $4, '2020-01-01')`,
    [
      familyId,
      cipher.seal(kkNumber, 'people.family.kk_number'),
      cipher.fingerprint(kkNumber, 'people.family.kk_number'),
      village,
    ],
  )
  const person = async (nik: string, name: string, birthOn: string, sex: string): Promise<TestPerson> => {
    const personId = newId<'person'>() as string
    await query(
      `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
         occupation, marital_status, family_id, family_relation)
       values ($1, $2, $3, $4, $5, 'Sukamaju', $6, 'Islam', 'SLTA/Sederajat', 'Wiraswasta', 'single', $7, 'other')`,
      [
        personId,
        cipher.seal(nik, 'people.person.nik'),
        cipher.fingerprint(nik, 'people.person.nik'),
        name,
        sex,
        birthOn,
        familyId,
      ],
    )
    return { personId, nik, name, birthOn }
  }
  const citizen = await person('9901026203840007', 'Sekar Ayuningtyas', '1984-03-22', 'female')
  const spouse = await person('9901020511820003', 'Bagas Wicaksono', '1982-11-05', 'male')
  const worker = await person('9901021507900011', 'Laras Prameswari', '1990-07-15', 'female')
  const unitId = newId()
  const positionId = newId()
  const officialId = newId()
  const nip = '199007152015032001'
  await query(
    `insert into organization.unit (id, path, code, name, short_name, kind, valid_from)
     values ($1, 'pemkab', 'pemkab', 'Pemerintah Kabupaten', 'Pemkab', 'government', '2000-01-01')`,
    [unitId],
  )
  await query(`insert into organization.role values ('admin', 'Pengelola', 'Administrator', $1)`, [permissions])
  await query(
    `insert into organization.position (id, unit_id, title, valid_from) values ($1, $2, 'Pengelola Akun', '2000-01-01')`,
    [positionId, unitId],
  )
  await query(`insert into organization.position_role values ($1, 'admin')`, [positionId])
  await query(`insert into organization.official values ($1, $2, $3, 'Laras Prameswari, S.Kom.', '2015-03-01', null)`, [
    officialId,
    worker.personId,
    nip,
  ])
  await query(
    `insert into organization.assignment values ($1, $2, $3, 'definitif', 'SK-1/2020', '2020-01-01', '2020-01-02', null)`,
    [newId(), positionId, officialId],
  )
  return { ...place, citizen, spouse, kkNumber, unitId, positionId, official: { ...worker, nip, officialId } }
}

export async function testApp(
  region: TestTenant,
  modules: readonly ModuleManifest[],
  clock: Clock = systemClock,
  settings: Partial<Config> = {},
): Promise<FastifyInstance> {
  const presentation: Presentation = {
    document: (context, view, csrf) =>
      renderPage(
        {
          locale: context.locale,
          region: { name: 'Kabupaten Uji', motto: '', shortName: 'Uji' },
          assets: { css: [], js: [] },
          path: context.request.url,
          csrf: context.request.method === 'GET' || context.request.method === 'POST' ? csrf() : undefined,
        },
        view,
      ),
    errorView: (context, error) => error.say(context.locale) as never,
  }
  return buildServer({
    config: { ...region.config, ...settings },
    tenants: [region.tenant],
    modules,
    sessions: sessionSourceAt(clock),
    presentation,
    clock,
    log: pino({ level: region.config.logLevel }),
    subscribers: new Map(),
    caches: new Map([[region.tenant.id, new PageCache()]]),
    isReady: async () => ({}),
  })
}

/** A browser without JavaScript: keeps cookies, and posts forms with the token of the page it saw. */
export class Browser {
  readonly cookies = new Map<string, string>()
  private token = ''

  constructor(
    private readonly app: FastifyInstance,
    readonly address = '10.0.0.1',
  ) {}

  take(cookie: string): this {
    const [name = '', ...rest] = cookie.split('=')
    this.cookies.set(name, rest.join('='))
    return this
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.keep(
      await this.app.inject({ method: 'GET', url, headers: this.headers(), remoteAddress: this.address }),
    )
  }

  async post(
    url: string,
    form: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<LightMyRequestResponse> {
    const body = new URLSearchParams({ _csrf: this.token })
    for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one as string)
    return this.keep(
      await this.app.inject({
        method: 'POST',
        url,
        headers: { ...this.headers(), 'content-type': 'application/x-www-form-urlencoded' },
        payload: body.toString(),
        remoteAddress: this.address,
      }),
    )
  }

  private headers(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'user-agent': 'Uji/1.0' }
  }

  private keep(response: LightMyRequestResponse): LightMyRequestResponse {
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    this.token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? this.token
    return response
  }
}
