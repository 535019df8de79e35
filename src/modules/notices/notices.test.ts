import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#kernel/access/access.ts'
import { systemOnly } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { command, runCommand } from '#kernel/command/command.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { messaging } from '#modules/messaging/module.ts'
import { administrator } from '#modules/organization/testing.ts'
import { withPartners } from '#modules/partners/index.ts'
import { partners } from '#modules/partners/module.ts'
import { partnerPaths } from '#modules/partners/paths.ts'
import { findOpenNotice, settleNotices } from './index.ts'
import { notices } from './module.ts'
import { noticePaths } from './paths.ts'

let place: TestTenant
let server: TestServer
const clock = new FixedClock('2026-11-23T02:00:00Z')
const keeper = administrator(['partners.read', 'partners.keep'])
const officer = administrator(['notices.settle'])
const mother = { id: newId(), nik: '9901024711920001', name: 'Sekar Wulandari' }
const father = { id: newId(), nik: '9901021203880001', name: 'Bima Prasetyo' }
const midwife = { id: newId(), nik: '9901024107900001', name: 'Wulan Sari' }
const ids = { family: newId(), hospital: '', clinic: '' }
let key = ''

const personOf = (person: typeof mother): Actor => ({
  kind: 'citizen',
  accountId: newId(),
  personId: person.id,
  name: person.name,
  grants: [],
})
const query = (text: string, values: unknown[] = []) => place.tenant.pools.writePool.query(text, values)

async function enter(person: typeof mother, sex: string, familyId: string | null) {
  const { cipher } = place.tenant
  const context = 'people.person.nik'
  await query(
    `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
       occupation, marital_status, family_id, family_relation)
     values ($1, $2, $3, $4, $5, 'Arunika', '1990-01-01', 'Islam', 'S1', 'Guru', 'married', $6, 'head')`,
    [person.id, cipher.seal(person.nik, context), cipher.fingerprint(person.nik, context), person.name, sex, familyId],
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
  return String(added.location).split('/').at(-1) as string
}

const details = {
  motherNik: mother.nik,
  motherName: 'SEKAR WULANDARI',
  sex: 'female',
  bornOn: '2026-11-20',
  bornTime: '04:15',
  birthPlace: 'Arunika',
  birthKind: 'single',
  childOrder: '2',
  weight: '3,1',
  attendant: 'dr. Anindita',
  letterNumber: 'SKL/112/2026',
}
let references = 0
async function send(path: string, body: object, authorization = `Bearer ${key}`) {
  const answer = await server.app.inject({
    method: 'POST',
    url: path,
    headers: { authorization, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  })
  return { status: answer.statusCode, body: answer.json() }
}
function report(changes: object = {}, more: object = {}) {
  references += 1
  const reference = `RS-${references}`
  return send(noticePaths.api, { kind: 'birth', reference, details: { ...details, ...changes }, ...more })
}
const state = async (id: string) =>
  (await server.get(noticePaths.apiNotice(id), { headers: { authorization: `Bearer ${key}` } })).json()

beforeAll(async () => {
  place = await testTenant()
  server = await testServer({
    ...place,
    modules: [messaging, partners, notices],
    actor: keeper,
    clock,
    sessions: (people) => withPartners(people, clock),
  })
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
  await enter(mother, 'female', ids.family)
  await enter(father, 'male', ids.family)
  await enter(midwife, 'female', null)
  ids.hospital = await partner('RSUD Mekarsari', 'hospital')
  ids.clinic = await partner('Bidan Wulan', 'midwife')
  const made = await server.post(partnerPaths.keys(ids.hospital), {
    label: 'SIMRS',
    permissions: 'notices.report',
    dailyLimit: '100',
    'expiresOn-day': '1',
    'expiresOn-month': '6',
    'expiresOn-year': '2027',
  })
  key = /balai_[a-z0-9]{12}_[\w-]{43}/.exec(made.text)?.[0] as string
  await server.post(partnerPaths.members(ids.clinic), { nik: midwife.nik, memberPermissions: 'notices.report' })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

describe('a report of a program', () => {
  it('finds the mother and can be confirmed by her alone', async () => {
    const { status, body } = await report()
    expect([status, body.state]).toEqual([202, 'told'])
    const shown = await server.get(noticePaths.family(body.id), { as: personOf(mother) })
    expect(shown.plain()).toContain('RSUD Mekarsari melaporkannya')
    expect(shown.plain()).toContain('SKL/112/2026')
    expect(shown.text).not.toContain(mother.nik)
    expect((await server.get(noticePaths.family(body.id), { as: personOf(midwife) })).status).toBe(404)
    const yes = await server.post(noticePaths.family(body.id), { benar: 'ya' }, { as: personOf(mother) })
    expect(yes.location).toBe('/layanan/akta-kelahiran')
    expect((await state(body.id)) as object).toMatchObject({ state: 'confirmed' })
    const known = await findOpenNotice(place.tenant, place.tenant.pools.read, mother.id, 'birth')
    expect(known?.details).toMatchObject({ bornOn: '2026-11-20', weight: '3.1' })
  })

  it('under the same number is the same notice; with other content it is a conflict', async () => {
    const first = await report({}, { reference: 'SAMA' })
    expect((await report({}, { reference: 'SAMA' })).body.id).toBe(first.body.id)
    expect((await report({ sex: 'male' }, { reference: 'SAMA' })).status).toBe(409)
    const two = await Promise.all([report({}, { reference: 'BERSAMA' }), report({}, { reference: 'BERSAMA' })])
    expect(new Set(two.map(({ body }) => body.id)).size).toBe(1)
  })

  it('is explained at each field that is wrong, and taken of no other kind of partner', async () => {
    const wrong = await report({ motherNik: '12', bornTime: '25:00', childOrder: 'dua', bornOn: '2026-13-01' })
    expect(wrong.status).toBe(422)
    const said = JSON.stringify(wrong.body)
    for (const field of ['motherNik', 'bornTime', 'childOrder', 'bornOn']) expect(said).toContain(field)
    expect(JSON.stringify((await report({ bornOn: '2026-11-24' })).body)).toContain('belum tiba')
    expect((await report({}, { kind: 'divorce' })).status).toBe(422)
    expect((await report({ surprise: 'x' })).status).toBe(422)
    expect((await send(noticePaths.api, { kind: 'birth' }, 'Bearer balai_x')).status).toBe(401)
  })

  it('keeps names and numbers sealed', async () => {
    await report({ attendant: 'Penolong Rahasia' })
    const { rows } = await query('select n::text as row from notices.notice n')
    const all = rows.map((row) => row.row).join()
    expect(all).not.toContain('Rahasia')
    expect(all).not.toContain(mother.nik)
  })

  it('is taken back by its partner, not after it was refused', async () => {
    const { body } = await report()
    expect((await send(noticePaths.apiWithdraw(body.id), { reason: 'x' })).status).toBe(422)
    const why = { reason: 'Salah memasukkan pasien.' }
    expect((await send(noticePaths.apiWithdraw(body.id), why)).body).toEqual({ id: body.id, state: 'withdrawn' })
    expect((await send(noticePaths.apiWithdraw(body.id), why)).status).toBe(409)
    expect(await state(body.id)).toMatchObject({ state: 'withdrawn', reason: why.reason })
  })
})

describe('a report that finds nobody', () => {
  it('by another name waits for an officer, who links it; the family is told', async () => {
    const { body } = await report({ motherName: 'Sekar Arum' })
    expect(body.state).toBe('unmatched')
    expect((await server.get(noticePaths.notice(body.id), { as: keeper })).status).toBe(403)
    const page = await server.get(noticePaths.notice(body.id), { as: officer })
    expect(page.plain()).toContain('orangnya belum ditemukan')
    const nobody = { apa: 'hubungkan', role: 'mother', nik: '9901020101010009' }
    const refused = await server.post(noticePaths.notice(body.id), nobody, { as: officer })
    expect([refused.status, refused.fields()['nik']]).toEqual([422, expect.stringContaining('9901')])
    await server.post(noticePaths.notice(body.id), { ...nobody, nik: mother.nik }, { as: officer })
    expect(await state(body.id)).toMatchObject({ state: 'told' })
    const list = await server.get(`${noticePaths.desk}?keadaan=told&peristiwa=birth`, { as: officer })
    expect(list.plain()).toContain('RSUD Mekarsari')
    expect((await server.get(`${noticePaths.desk}.csv`, { as: officer })).text).not.toContain('Sekar')
  })

  it('is refused with a reason that the partner reads', async () => {
    const { body } = await report({ motherNik: '9901024711920009' })
    expect((await server.post(noticePaths.notice(body.id), { apa: 'tolak', reason: '' }, { as: officer })).status).toBe(
      422,
    )
    await server.post(noticePaths.notice(body.id), { apa: 'tolak', reason: 'Ibu bukan penduduk.' }, { as: officer })
    expect(await state(body.id)).toMatchObject({ state: 'refused', reason: 'Ibu bukan penduduk.' })
  })
})

describe('the family', () => {
  it('may deny it with a reason, and the officer tells it again or closes it', async () => {
    const { body } = await report()
    const as = personOf(mother)
    expect((await server.post(noticePaths.family(body.id), { benar: 'tidak', reason: '' }, { as })).status).toBe(422)
    await server.post(noticePaths.family(body.id), { benar: 'tidak', reason: 'Saya tidak melahirkan.' }, { as })
    expect(await state(body.id)).toMatchObject({ state: 'declined' })
    expect((await server.post(noticePaths.family(body.id), { benar: 'ya' }, { as })).status).toBe(409)
    await server.post(noticePaths.notice(body.id), { apa: 'tolak', reason: 'Dibantah keluarga.' }, { as: officer })
    expect(await state(body.id)).toMatchObject({ state: 'refused' })
  })

  it('of a deceased reads it too, nobody else', async () => {
    const death = {
      nik: father.nik,
      name: father.name,
      diedOn: '2026-11-21',
      place: 'Arunika',
      confirmedBy: 'dr. A',
      letterNumber: 'SK/1',
    }
    const { body } = await send(noticePaths.api, { kind: 'death', reference: 'KM-1', details: death })
    expect((await server.get(noticePaths.family(body.id), { as: personOf(mother) })).status).toBe(200)
    expect((await server.get(noticePaths.family(body.id), { as: personOf(midwife) })).status).toBe(404)
  })
})

describe('somebody of a partner', () => {
  const form = {
    ...details,
    reference: 'BIDAN-1',
    'bornOn-day': '20',
    'bornOn-month': '11',
    'bornOn-year': '2026',
  }

  it('reports on the page with his own account; what he typed stays when something is wrong', async () => {
    const as = personOf(midwife)
    const path = noticePaths.report(ids.clinic, 'birth')
    const wrong = await server.post(path, { ...form, motherNik: '99' }, { as })
    expect([wrong.status, wrong.fields()['attendant']]).toEqual([422, 'dr. Anindita'])
    const sent = await server.post(path, form, { as })
    expect(sent.status).toBe(303)
    const seen = await server.get(String(sent.location), { as })
    expect(seen.plain()).toContain('keluarga diberi tahu')
    expect((await server.get(noticePaths.facility, { as })).plain()).toContain('BIDAN-1')
    await server.post(String(sent.location), { reason: 'Salah lembar laporan.' }, { as })
    expect((await server.get(String(sent.location), { as })).plain()).toContain('ditarik lembaga')
  })

  it('and nobody else reports for it, or sees what it reported', async () => {
    const as = personOf(mother)
    expect((await server.post(noticePaths.report(ids.clinic, 'birth'), form, { as })).status).toBe(404)
    expect((await server.get(noticePaths.report(ids.hospital, 'birth'), { as: personOf(midwife) })).status).toBe(404)
    const other = await report()
    expect((await server.get(noticePaths.own(ids.clinic, other.body.id), { as: personOf(midwife) })).status).toBe(404)
  })
})

describe('registering', () => {
  it('ends every open notice of that event, of all partners, and none of another day', async () => {
    const [one, two] = [await report({ bornOn: '2026-11-18' }), await report({ bornOn: '2026-11-19' })]
    const settle = command({
      name: 'notices.settle-in-test',
      event: 'notices.settled-in-test.v1',
      access: systemOnly,
      input: z.object({}),
      async run(tx, _input, { now }) {
        await settleNotices(tx, {
          kinds: ['birth'],
          personIds: [mother.id],
          happenedOn: '2026-11-18',
          registerNumber: '9901-LU-23112026-0001',
          by: 'Register kelahiran',
          now,
        })
        return { result: undefined, event: undefined }
      },
    })
    await runCommand(settle, {}, { tenant: place.tenant, actor: { kind: 'system', name: 'test', grants: [] }, clock })
    expect(await state(one.body.id)).toMatchObject({ state: 'registered', registerNumber: '9901-LU-23112026-0001' })
    expect(await state(two.body.id)).toMatchObject({ state: 'told' })
  })
})
