import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { administrator } from '#modules/organization/testing.ts'
import { withPartners } from '#modules/partners/index.ts'
import { partners } from '#modules/partners/module.ts'
import { partnerPaths } from '#modules/partners/paths.ts'
import { seedShippedRules } from '#modules/rules/testing.ts'
import { vouching } from './module.ts'
import { vouchingPaths } from './paths.ts'

let place: TestTenant
let server: TestServer
const clock = new FixedClock('2026-11-23T02:00:00Z')
const keeper = administrator(['partners.read', 'partners.keep'])
const sekar = { nik: '9901024711920001', fullName: 'Sekar Wulandari', birthOn: '1992-11-07' }
const arka = { nik: '9901020805150001', fullName: 'Arka Prasetyo', birthOn: '2015-05-08' }
const ids = { family: newId(), sekar: newId(), arka: newId(), account: newId() }
const keys: Record<string, string> = {}
const citizen: Actor = {
  kind: 'citizen',
  accountId: ids.account,
  personId: ids.sekar,
  name: sekar.fullName,
  grants: [],
}

const query = (text: string, values: unknown[] = []) => place.tenant.pools.writePool.query(text, values)

async function enter(id: string, person: typeof sekar, more: { mother?: string; motherName?: string; sex?: string }) {
  const { cipher } = place.tenant
  const context = 'people.person.nik'
  await query(
    `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
       occupation, marital_status, family_id, family_relation, mother_person_id, mother_name)
     values ($1, $2, $3, $4, $5, 'Arunika', $6, 'Islam', 'S1', 'Guru', 'married', $7, 'wife', $8, $9)`,
    [
      id,
      cipher.seal(person.nik, context),
      cipher.fingerprint(person.nik, context),
      person.fullName,
      more.sex ?? 'female',
      person.birthOn,
      ids.family,
      more.mother ?? null,
      more.motherName ?? null,
    ],
  )
}

async function partner(name: string, kind: string): Promise<string> {
  const added = await server.post(partnerPaths.add, {
    name,
    kind,
    territoryCode: '',
    agreement: '1/PKS/2026',
    'agreementUntil-day': '31',
    'agreementUntil-month': '12',
    'agreementUntil-year': '2028',
    contactName: 'Ratri',
    contactPhone: '0812 3456 7890',
    contactEmail: 'ratri@mitra.example',
  })
  const made = await server.post(partnerPaths.keys(String(added.location).split('/').at(-1) as string), {
    label: 'Program',
    permissions: 'vouching.ask',
    dailyLimit: '50',
    'expiresOn-day': '1',
    'expiresOn-month': '6',
    'expiresOn-year': '2027',
  })
  return /balai_[a-z0-9]{12}_[\w-]{43}/.exec(made.text)?.[0] as string
}

const send = async (path: string, key: string, body: object) => {
  const answer = await server.app.inject({
    method: 'POST',
    url: path,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  })
  return { status: answer.statusCode, body: answer.json() }
}
let references = 0
const asked = (by: string, question: object) => {
  references += 1
  const reference = `uji-${references}`
  return send(vouchingPaths.ask, keys[by] as string, { ...sekar, reference, ...question })
}

beforeAll(async () => {
  place = await testTenant()
  server = await testServer({
    ...place,
    modules: [partners, vouching],
    actor: keeper,
    clock,
    sessions: (people) => withPartners(people, clock),
  })
  await seedShippedRules(place.ownerUrl)
  const { cipher } = place.tenant
  await query(`insert into territory.area values ('99', null, 'province', 'Nusa Kencana', 'nusa kencana', true),
    ('99.01', '99', 'regency', 'Arunika', 'arunika', true), ('99.01.02', '99.01', 'district', 'Mekarsari', 'm', true),
    ('99.01.02.2003', '99.01.02', 'village', 'Sukawening', 's', true)`)
  await query(
    `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
     values ($1, $2, $3, 'Jalan Kenanga 14', '003', '005', '99.01.02.2003', '2021-06-14')`,
    [
      ids.family,
      cipher.seal('9901021406210001', 'people.family.kk_number'),
      cipher.fingerprint('9901021406210001', 'people.family.kk_number'),
    ],
  )
  await enter(ids.sekar, sekar, { motherName: 'Siti Aminah' })
  await enter(ids.arka, arka, { mother: ids.sekar, sex: 'male' })
  keys['school'] = await partner('SMP Negeri 1', 'school')
  keys['bank'] = await partner('Bank Nusa', 'bank')
})
afterAll(async () => {
  await server.close()
  await place.close()
})

describe('a question', () => {
  it('is answered with yes or no for each field', async () => {
    const answer = await asked('school', {
      purpose: 'school-admission',
      fullName: 'SEKAR  WULANDARI',
      claims: {
        birthPlace: 'Arunika',
        sex: 'male',
        livesIn: '99.01.02',
        rtRw: { rt: '3', rw: '5' },
        kkNumber: '9901 0214 0621 0001',
        isAlive: true,
        parentOf: arka.nik,
      },
    })
    expect(answer.body).toMatchObject({
      identity: true,
      answers: {
        birthPlace: true,
        sex: false,
        livesIn: true,
        rtRw: true,
        kkNumber: true,
        isAlive: true,
        parentOf: true,
      },
    })
  })

  it('with a NIK alone, another name or another day opens nothing', async () => {
    const claims = { isAlive: true, livesIn: '99.01' }
    for (const wrong of [{ fullName: 'Sekar Wulan' }, { birthOn: '1992-11-08' }, { nik: '9901024711920009' }]) {
      const { body } = await asked('school', { purpose: 'school-admission', claims, ...wrong })
      expect(body).toMatchObject({ identity: false, answers: {} })
    }
    const { rows } = await query('select count(*)::int as n from journal.access where person_id = $1', [ids.sekar])
    const earlier = rows[0].n
    await asked('school', { purpose: 'school-admission' })
    const later = await query(
      'select purpose, reader_label from journal.access where person_id = $1 order by id desc',
      [ids.sekar],
    )
    expect(later.rows.length).toBe(earlier + 1)
    expect(later.rows[0]).toEqual({
      purpose: 'mencocokkan nama, tanggal lahir untuk penerimaan murid baru; hanya dijawab ya atau tidak',
      reader_label: 'SMP Negeri 1 (Program)',
    })
  })

  it('beyond its purpose, of another kind of partner, or unknown is refused at its field', async () => {
    const beyond = await asked('school', { purpose: 'school-admission', claims: { motherName: 'Siti' } })
    expect([beyond.status, JSON.stringify(beyond.body)]).toEqual([422, expect.stringContaining('claims.motherName')])
    expect((await asked('bank', { purpose: 'school-admission' })).status).toBe(422)
    expect((await asked('school', { purpose: 'school-admission', claims: { salary: 1 } })).status).toBe(422)
    expect((await asked('school', { purpose: 'rasa-ingin-tahu' })).status).toBe(422)
    expect((await send(vouchingPaths.ask, 'balai_bukan', sekar)).status).toBe(401)
  })

  it('asked again under its reference gets the same answer and counts once; another one is a conflict', async () => {
    const question = { ...sekar, purpose: 'school-admission', reference: 'sama-1', claims: { isAlive: true } }
    const first = await send(vouchingPaths.ask, keys['school'] as string, question)
    const again = await send(vouchingPaths.ask, keys['school'] as string, question)
    expect(again.body).toEqual(first.body)
    const other = await send(vouchingPaths.ask, keys['school'] as string, { ...question, claims: { isAlive: false } })
    expect(other.status).toBe(409)
  })

  it('keeps nothing of what was claimed', async () => {
    await asked('school', { purpose: 'school-admission', claims: { birthPlace: 'Kota Rahasia' } })
    const { rows } = await query(`select (q.*)::text as row from vouching.question q`)
    expect(rows.map((row) => row.row).join()).not.toContain('Rahasia')
    expect(rows.map((row) => row.row).join()).not.toContain(sekar.nik)
  })
})

describe('a consent', () => {
  const claims = { motherName: 'siti aminah' }
  const request = (reference: string, more: object = {}) =>
    send(vouchingPaths.consents, keys['bank'] as string, {
      ...sekar,
      reference,
      purpose: 'bank-account',
      fields: ['motherName'],
      note: 'Pembukaan rekening tabungan di cabang Mekarsari.',
      validUntil: '2026-12-31',
      ...more,
    })
  const state = async (id: string) =>
    (await server.get(vouchingPaths.consentState(id), { headers: { authorization: `Bearer ${keys['bank']}` } })).json()
  const decide = (id: string, decision: string, as = citizen) =>
    server.post(vouchingPaths.consent(id), { decision }, { as })

  it('is asked, given by the person alone, lets ask what it covers, and ends when it is withdrawn', async () => {
    expect((await asked('bank', { purpose: 'bank-account', claims })).status).toBe(403)
    const { body } = await request('rekening-1')
    expect(await state(body.id)).toEqual({ id: body.id, state: 'asked' })
    expect((await asked('bank', { purpose: 'bank-account', claims, consentId: body.id })).status).toBe(403)
    const shown = await server.get(vouchingPaths.consent(body.id), { as: citizen })
    expect(shown.plain()).toContain('Bank Nusa meminta persetujuan Anda')
    const stranger = { ...citizen, personId: ids.arka, accountId: newId() }
    expect((await decide(body.id, 'given', stranger)).status).toBe(404)
    await decide(body.id, 'given')
    expect(await state(body.id)).toMatchObject({ state: 'given' })
    const allowed = await asked('bank', { purpose: 'bank-account', claims, consentId: body.id })
    expect(allowed.body).toMatchObject({ identity: true, answers: { motherName: true } })
    const more = { ...claims, birthPlace: 'Arunika' }
    expect((await asked('bank', { purpose: 'bank-account', claims: more, consentId: body.id })).status).toBe(403)
    await decide(body.id, 'withdrawn')
    expect((await asked('bank', { purpose: 'bank-account', claims, consentId: body.id })).status).toBe(403)
    expect((await decide(body.id, 'given')).status).toBe(409)
    const list = (await server.get(vouchingPaths.own, { as: citizen })).plain()
    expect(list).toContain('Anda tarik kembali')
    expect(list).toContain('nama, tanggal lahir, nama ibu')
  })

  it('asked of nobody looks the same to who asks, and of no use to another person', async () => {
    const nobody = await request('rekening-2', { nik: '9901020101010009' })
    expect([nobody.status, await state(nobody.body.id)]).toEqual([202, { id: nobody.body.id, state: 'asked' }])
    const given = await request('rekening-3')
    await decide(given.body.id, 'given')
    const other = { ...arka, purpose: 'bank-account', claims: { isAlive: true }, consentId: given.body.id }
    expect((await asked('bank', other)).status).toBe(403)
  })

  it('ends by itself, waits no longer than the rule says, and never holds longer', async () => {
    expect((await request('rekening-4', { validUntil: '2028-01-01' })).status).toBe(422)
    const late = await request('rekening-5')
    const soon = await request('rekening-6', { validUntil: '2026-11-30' })
    await decide(soon.body.id, 'given')
    clock.set('2026-12-08T02:00:00Z')
    expect(await state(late.body.id)).toMatchObject({ state: 'expired' })
    expect((await decide(late.body.id, 'given')).status).toBe(409)
    expect(await state(soon.body.id)).toMatchObject({ state: 'expired' })
    const over = { purpose: 'bank-account', claims, consentId: soon.body.id }
    expect((await asked('bank', over)).status).toBe(403)
    clock.set('2026-11-23T02:00:00Z')
  })
})
