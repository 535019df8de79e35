import { randomUUID } from 'node:crypto'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import type { TestPage } from '#kernel/testing/page.ts'
import { type RequestOptions, type TestServer, testServer } from '#kernel/testing/server.ts'
import { seedShippedRules } from '#modules/rules/testing.ts'
import { credentials } from './module.ts'
import { credentialPaths } from './paths.ts'
import { TestWallet } from './testing-wallet.ts'

/** A mother with a child, an entry of its birth, and a family card; only for tests. */
export class CardWorld {
  readonly clock = new FixedClock('2026-11-23T02:00:00Z')
  readonly ids = { family: randomUUID(), sekar: randomUUID(), arka: randomUUID(), birth: randomUUID() }
  readonly sekar: Actor = {
    kind: 'citizen',
    accountId: randomUUID(),
    personId: this.ids.sekar,
    name: 'Sekar Wulandari',
    grants: [],
  }
  place!: TestTenant
  server!: TestServer

  async begin(): Promise<this> {
    this.place = await testTenant()
    this.server = await testServer({ ...this.place, modules: [credentials], actor: this.sekar, clock: this.clock })
    await seedShippedRules(this.place.ownerUrl)
    await this.enterPeople()
    await this.signIn()
    return this
  }

  async end(): Promise<void> {
    await this.server.close()
    await this.place.close()
  }

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.place.tenant.pools.writePool.query(text, [...values])
    return rows as Row[]
  }

  /** A browser names no port that goes without saying; the address is what cards name as issuer. */
  get(path: string, options: RequestOptions = {}): Promise<TestPage> {
    return this.server.get(path, { ...options, headers: { host: 'localhost', ...options.headers } })
  }

  post(path: string, form: Record<string, string> = {}, options: RequestOptions = {}): Promise<TestPage> {
    return this.server.post(path, form, { ...options, headers: { host: 'localhost', ...options.headers } })
  }

  wallet(): Promise<TestWallet> {
    return TestWallet.make(this.server.app, () => Math.floor(this.clock.now().epochMilliseconds / 1000))
  }

  get issuer(): string {
    return 'http://localhost'
  }

  /** The offer as the person sees it: the link in the QR, and the digits. */
  async offer(card = 'residence', more: Record<string, string> = {}): Promise<{ link: string; pin: string }> {
    const page = await this.post(credentialPaths.offer, { card, deviceName: 'Dompet Sekar', ...more })
    const link = /openid-credential-offer:[^"]+/.exec(page.text)?.[0]?.replaceAll('&amp;', '&')
    const pin = /card-pin">(\d{3}) (\d{3})</.exec(page.text)
    if (!link || !pin) throw new Error(`no offer: ${page.status} ${page.plain()}`)
    return { link, pin: `${pin[1]}${pin[2]}` }
  }

  async signIn(): Promise<void> {
    const id = this.sekar.accountId as string
    await this.query(
      `insert into accounts.account (id, kind, person_id, display_name) values ($1, 'citizen', $2, $3)
       on conflict do nothing`,
      [id, this.ids.sekar, this.sekar.name],
    )
    await this.query(
      `insert into accounts.auth_user (id, name, email) values ($1, 'Sekar', $1 || '@nik.invalid') on conflict do nothing`,
      [id],
    )
    await this.query(
      `insert into accounts.auth_session (id, user_id, token, expires_at)
       values ('session-' || $1, $1, $1, '2027-01-01') on conflict do nothing`,
      [id],
    )
  }

  async signOut(): Promise<void> {
    await this.query(`delete from accounts.auth_session where user_id = $1`, [this.sekar.accountId])
  }

  private async enterPeople(): Promise<void> {
    const { cipher } = this.place.tenant
    const { family, sekar, arka, birth } = this.ids
    await this.query(`insert into territory.area values ('99', null, 'province', 'Nusa Kencana', 'n', true),
      ('99.01', '99', 'regency', 'Arunika', 'a', true), ('99.01.02', '99.01', 'district', 'Mekarsari', 'm', true),
      ('99.01.02.2003', '99.01.02', 'village', 'Sukawening', 's', true)`)
    const sealed = (value: string, context: string) => [cipher.seal(value, context), cipher.fingerprint(value, context)]
    await this.query(
      `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
       values ($1, $2, $3, 'Jalan Kenanga 14', '003', '005', '99.01.02.2003', '2021-06-14')`,
      [family, ...sealed('9901021406210001', 'people.family.kk_number')],
    )
    const person = (id: string, nik: string, name: string, sex: string, bornOn: string, relation: string) =>
      this.query(
        `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
           occupation, marital_status, family_id, family_relation, mother_person_id)
         values ($1, $2, $3, $4, $5, 'Arunika', $6, 'Islam', 'S1', 'Guru', $7, $8, $9, $10)`,
        [
          id,
          ...sealed(nik, 'people.person.nik'),
          name,
          sex,
          bornOn,
          relation === 'child' ? 'single' : 'married',
          family,
          relation,
          relation === 'child' ? sekar : null,
        ],
      )
    await person(sekar, '9901024711920001', 'Sekar Wulandari', 'female', '1992-11-07', 'head')
    await person(arka, '9901020805150001', 'Arka Prasetyo', 'male', '2015-05-08', 'child')
    await this.query(`update people.family set head_person_id = $1 where id = $2`, [sekar, family])
    const event = randomUUID()
    await this.query(
      `insert into people.event (id, kind, valid_on, recorded_at, source_kind, reason, territory_code)
       values ($1, 'birth', '2015-05-08', now(), 'desk', 'Kelahiran', '99.01.02.2003')`,
      [event],
    )
    await this.query(
      `insert into population.birth (id, number, kind, person_id, case_id, case_number, event_id, mother_person_id, born_on,
         facility, birth_kind, child_order, parentage, proof, body, registered_at)
       values ($1, '9901-LU-10052015-0001', 'LU', $2, gen_random_uuid(), 'AK-1', $3, $4, '2015-05-08', 'RS Arunika', 'single',
         1, 'married', 'doctor', $5, '2015-05-10T03:00:00Z')`,
      [
        birth,
        arka,
        event,
        sekar,
        JSON.stringify({
          name: 'Arka Prasetyo',
          sex: 'male',
          birthplace: 'Arunika',
          bornOn: '2015-05-08',
          order: 1,
          citizenship: 'Warga Negara Indonesia',
          parents: { kind: 'married', father: 'Bimo Prasetyo', mother: 'Sekar Wulandari' },
          remarks: [],
        }),
      ],
    )
  }
}
