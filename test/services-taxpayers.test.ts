import { describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import { registerChecks } from '../src/modules/services/index.ts'
import { taxpayerChange } from '../src/services/taxpayer-change/definition.ts'
import { taxpayerRegistration } from '../src/services/taxpayer-registration/definition.ts'
import { errorOf } from './acting.ts'
import { walkServices } from './walks.ts'

/** Taxpayers come into the register, change and leave it by files. */
const monday = Temporal.Instant.from('2030-01-07T02:00:00Z')
const { world, acting, rows, applied, gone, caseRow, papers } = walkServices({ at: monday, atOnce: false })

const village = '99.01.02.1001'
const address = { street: 'Jalan Melati 12', rt: '003', rw: '004', area: village }
const common = { mailAddress: address, phone: '081234567890', truth: true, objectsVillage: village }
const stall = [{ objectKind: 'restaurant', objectName: 'Warung Uji', objectPlace: 'Jalan Pasar 3', size: 24 }]

const taxpayers = (name: string) =>
  rows<{ id: string; npwpd: string; state: string; kind: string; address: string; phone: string }>(
    'select id, npwpd, state, kind, address, phone from local_tax.taxpayer where name = $1 order by registered_at',
    [name],
  )
const objects = (taxpayerId: string) =>
  rows<{ kind: string; code: string; state: string; details: object }>(
    'select kind, code, state, details from local_tax.object where taxpayer_id = $1 order by kind',
    [taxpayerId],
  )
const history = (id: string) =>
  rows<{ name: string; actor_label: string; file: string }>(
    `select name, actor_label, payload ->> 'file' as file from journal.event where subject_id = $1 and subject_type in ('taxpayer', 'tax-object') order by at`,
    [id],
  )

describe('a person registers', () => {
  it('and gets one number, his objects and a signed letter, with the file in the history', async () => {
    const answers = { taxpayerKind: 'person', objects: stall, ...common }
    const { caseId } = await gone(taxpayerRegistration, demoPeople.sekar.nik, answers, ['accept', 'sign'])
    const done = await caseRow(caseId)
    expect(done).toMatchObject({ state: 'issued', result: 'granted', fee_amount: '0.00' })
    const [taxpayer] = await taxpayers(demoPeople.sekar.name)
    expect(taxpayer).toMatchObject({ state: 'active', kind: 'person', address: 'Jalan Melati 12 RT 003 RW 004' })
    expect(taxpayer?.npwpd).toMatch(/^P\.1\.\d{7}\.02\.1001$/)
    expect(await objects(taxpayer?.id ?? '')).toMatchObject([
      { kind: 'restaurant', state: 'active', details: { seats: 24 } },
    ])
    expect(await papers(caseId)).toEqual(['Surat Pengukuhan Wajib Pajak Daerah'])
    const [first] = await history(taxpayer?.id ?? '')
    expect(first).toMatchObject({ name: 'local-tax.taxpayer-registered.v1', file: done.number })
    expect(first?.actor_label).toContain('Badan Pendapatan Daerah')
  })

  it('not twice: the form says so, and so does the signature when it became so meanwhile', async () => {
    const again = { taxpayerKind: 'person', objects: stall, ...common }
    const refused = await errorOf(applied(taxpayerRegistration, demoPeople.sekar.nik, again))
    expect(refused.fields.map(({ path }) => path)).toContain('taxpayerKind')

    const { walk, caseId } = await applied(taxpayerRegistration, demoPeople.bima.nik, again)
    expect(await walk.follow(caseId, ['accept'])).toBe(1)
    const bima = await acting.citizen(demoPeople.bima.nik)
    await rows(
      `insert into local_tax.taxpayer (id, npwpd, kind, person_id, name, address, search_text, registered_on, registered_at, updated_at)
       values (gen_random_uuid(), 'P.1.9999999.02.1001', 'person', $1, 'Bima', 'Jalan Lain 1', 'bima', '2030-01-07', now(), now())`,
      [bima.personId],
    )
    const check = registerChecks.get('taxpayer-registration')
    const shown = await check(world.tenant, world.tenant.pools.read, again as never, bima.personId ?? '')
    expect(shown[0]).toMatchObject({ tone: 'late', field: 'fullName' })
    const error = await errorOf(walk.follow(caseId, ['sign']))
    expect(error.code).toBe('conflict')
    expect(error.say('id')).toContain('P.1.9999999.02.1001')
    expect((await caseRow(caseId)).state).toBe('signing')
    expect(await papers(caseId)).toEqual([])
  })
})

describe('a firm registers', () => {
  const firm = {
    ...common,
    taxpayerKind: 'firm',
    firmName: 'CV Uji Bersama',
    nib: '9120009954321',
    companyDeed: ['x'],
    objects: [
      { objectKind: 'hotel', objectName: 'Wisma Uji', objectPlace: 'Jalan Melati 14', size: 18 },
      { objectKind: 'billboard', objectName: 'Papan Wisma Uji', objectPlace: 'Jalan Melati 14', size: 12.5, sides: 2 },
    ],
  }
  it('and when it is voided its objects end, its number closes and its letter no longer holds', async () => {
    const { caseId, walk } = await gone(taxpayerRegistration, demoPeople.sekar.nik, firm, ['accept', 'sign'])
    const [taxpayer] = await taxpayers('CV Uji Bersama')
    expect(taxpayer?.npwpd).toMatch(/^P\.2\./)
    expect(await objects(taxpayer?.id ?? '')).toMatchObject([
      { kind: 'billboard', state: 'active', details: { area: 12.5, sides: 2 } },
      { kind: 'hotel', state: 'active', details: { rooms: 18 } },
    ])
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect((await taxpayers('CV Uji Bersama'))[0]?.state).toBe('closed')
    expect((await objects(taxpayer?.id ?? '')).map(({ state }) => state)).toEqual(['ended', 'ended'])
    expect((await papers(caseId))[0]).toBe('Surat Pengukuhan Wajib Pajak Daerah (no longer)')
  })

  it('whose NIB is taken is told at the NIB', async () => {
    await gone(taxpayerRegistration, demoPeople.sekar.nik, firm, ['accept', 'sign'])
    const error = await errorOf(applied(taxpayerRegistration, demoPeople.sekar.nik, firm))
    expect(error.fields.map(({ path }) => path)).toEqual(['nib'])
  })
})

describe('a taxpayer changes', () => {
  const mine = async () => (await taxpayers(demoPeople.sekar.name))[0] as { id: string; npwpd: string }
  const change = async (more: object) => {
    const { npwpd } = await mine()
    return gone(taxpayerChange, demoPeople.sekar.nik, { npwpd, phone: '081234567890', truth: true, ...more }, [
      'accept',
      'sign',
    ])
  }

  it('address, objects and end, each with its letter and history', async () => {
    const { id, npwpd } = await mine()
    await change({ request: 'contact', mailAddress: { ...address, street: 'Jalan Kenanga 5' } })
    expect((await taxpayers(demoPeople.sekar.name))[0]?.address).toBe('Jalan Kenanga 5 RT 003 RW 004')

    const parking = [{ objectKind: 'parking', objectName: 'Parkir Uji', objectPlace: 'Jalan Pasar 3', size: 12 }]
    await change({ request: 'add-objects', objects: parking, objectsVillage: village })
    expect((await objects(id)).map(({ kind }) => kind)).toEqual(['parking', 'restaurant'])

    const why = { closedOn: '2030-01-05', closedWhy: 'Sewa tempat berakhir dan tidak diperpanjang.' }
    const end = { npwpd, phone: '081234567890', truth: true, request: 'close-taxpayer', ...why }
    const refused = await errorOf(applied(taxpayerChange, demoPeople.sekar.nik, end))
    expect(refused.fields.map(({ path }) => path)).toEqual(['request'])

    for (const { code } of await objects(id))
      await change({ request: 'close-object', closedObject: code, closingProof: ['x'], ...why })
    expect((await objects(id)).map(({ state }) => state)).toEqual(['ended', 'ended'])
    const { caseId } = await change({ request: 'close-taxpayer', ...why })
    expect((await taxpayers(demoPeople.sekar.name))[0]?.state).toBe('closed')
    expect(await papers(caseId)).toEqual(['Surat Perubahan Data Wajib Pajak Daerah'])
    expect((await history(id)).map(({ name }) => name).toSorted()).toEqual([
      'local-tax.taxpayer-corrected.v1',
      'local-tax.taxpayer-registered.v1',
      'local-tax.taxpayer-state-changed.v1',
    ])
  })

  it('of somebody else nothing can be chosen', async () => {
    const [firm] = await rows<{ npwpd: string }>(
      `select npwpd from local_tax.taxpayer where name = 'CV Uji Bersama' and state = 'active'`,
    )
    const answers = { npwpd: firm?.npwpd, request: 'contact', mailAddress: address, phone: '081234567890', truth: true }
    const error = await errorOf(applied(taxpayerChange, demoPeople.bima.nik, answers))
    expect(error.fields.map(({ path }) => path)).toContain('npwpd')
  })
})
