import { beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { getPerson, openNik } from '../src/modules/people/index.ts'
import { pbbObject } from '../src/services/pbb-object/definition.ts'
import { errorOf } from './acting.ts'
import { assessTaxes } from './tax-region.ts'
import { walkServices } from './walks.ts'

/** Land comes into the register, changes, passes on, is split and joined by files. */
const monday = Temporal.Instant.from('2029-03-05T02:00:00Z')
const { world, acting, rows, applied, gone, caseRow, papers } = walkServices({ at: monday, atOnce: false })

interface Owned {
  id: string
  code: string
  area: number
  village: string
  npwpd: string
  person: string
}
let lands: Owned[]

beforeAll(async () => {
  await assessTaxes(world, 'land', Temporal.Instant.from('2029-02-05T02:00:00Z'))
  lands =
    await rows(`select o.id, o.code, l.land_area::float8 as area, o.village_code as village, t.npwpd, t.person_id as person
    from local_tax.object o join local_tax.land l on l.object_id = o.id join local_tax.taxpayer t on t.id = o.taxpayer_id
    where o.state = 'active' and l.land_area > 100 and t.person_id is not null order by o.code limit 8`)
}, 120_000)

const at = (index: number) => lands[index] as Owned
const ownerOf = async (land: Owned): Promise<Actor> =>
  acting.citizen(openNik(world.tenant, await getPerson(world.tenant.pools.read, land.person)))
const common = {
  titleNumber: 'AJB 45/2029, 1 Maret 2029',
  mailAddress: { street: 'Jalan Melati 12', rt: '003', rw: '004', area: '99.01.02.1001' },
  phone: '081234567890',
  landCertificate: ['x'],
  truth: true,
}
const fresh = {
  request: 'new',
  landVillage: '99.01.02.1001',
  landName: 'Rumah tinggal',
  landPlace: 'Jalan Kenanga 7 RT 002 RW 001',
  landArea: 120.5,
  buildingArea: 60,
  landUse: 'general',
  sitePhoto: ['x'],
  ...common,
}
const valued = {
  verb: 'accept',
  findings: { block: '017', landPrice: 1_500_000, buildingPrice: 2_000_000, opinion: 'Sesuai penilaian lapangan.' },
}
const seen = { verb: 'accept', findings: { opinion: 'Sesuai dengan akta.' } }
const land = async (code: string) =>
  (
    await rows<{ state: string; value: string; npwpd: string; land_area: string }>(
      `select o.state, l.value::text, l.land_area::text, t.npwpd from local_tax.object o join local_tax.land l on l.object_id = o.id
       left join local_tax.taxpayer t on t.id = o.taxpayer_id where o.code = $1`,
      [code],
    )
  )[0]
const nopOf = async (caseId: string) =>
  (
    await rows<{ nop: string }>(`select facts ->> 'nop' as nop from services.effect_run where case_id = $1`, [caseId])
  )[0]?.nop ?? ''

describe('land', () => {
  it('that is new gets the next NOP of its block; its owner becomes a taxpayer', async () => {
    const { caseId } = await gone(pbbObject, demoPeople.sekar.nik, fresh, [valued, 'sign'])
    expect((await caseRow(caseId)).state).toBe('issued')
    const nop = await nopOf(caseId)
    expect(nop).toMatch(/^9901002001017\d{4}0$/)
    expect(await land(nop)).toMatchObject({ state: 'active', value: '300750000.00' })
    expect((await land(nop))?.npwpd).toMatch(/^P\.1\./)
    expect(await papers(caseId)).toEqual(['Surat Keterangan Nomor Objek Pajak'])
  })

  it('changes its areas and classes, by its owner only', async () => {
    const change = { ...fresh, request: 'change', ownNop: at(0).code, landArea: 200, buildingArea: 0 }
    const { landVillage: _, ...answers } = change
    await gone(pbbObject, await ownerOf(at(0)), answers, [valued, 'sign'])
    expect(await land(at(0).code)).toMatchObject({ land_area: '200.00', value: '300000000.00' })
    const error = await errorOf(applied(pbbObject, await ownerOf(at(1)), answers))
    expect(error.fields.map(({ path }) => path)).toContain('ownNop')
  })

  it('passes to another name after a deed, with the former owner in its history', async () => {
    const name = { request: 'name', nop: at(2).code, passedOn: '2029-03-01', ...common }
    await gone(pbbObject, demoPeople.sekar.nik, name, [seen, 'sign'])
    const owners = await rows<{ npwpd: string; to_on: string | null; ground: string }>(
      `select t.npwpd, w.to_on::text, w.ground from local_tax.ownership w join local_tax.taxpayer t on t.id = w.taxpayer_id
       where w.object_id = $1 order by w.from_on`,
      [at(2).id],
    )
    expect(owners.map(({ to_on }) => to_on)).toEqual(['2029-03-01', null])
    expect(owners[0]?.npwpd).toBe(at(2).npwpd)
    expect(owners[1]?.ground).toContain('AJB 45/2029')
    const again = await errorOf(applied(pbbObject, demoPeople.sekar.nik, name))
    expect(again.fields.map(({ path }) => path)).toContain('nop')
  })

  it('is split, and what is more than it has is told to whoever signs', async () => {
    const split = {
      request: 'split',
      ownNop: at(3).code,
      splitArea: 40,
      splitBuilding: 0,
      newOwnerNpwpd: at(4).npwpd,
      sitePhoto: ['x'],
      ...common,
    }
    const { caseId } = await gone(pbbObject, await ownerOf(at(3)), split, [seen, 'sign'])
    const nop = await nopOf(caseId)
    expect(await land(nop)).toMatchObject({ land_area: '40.00', npwpd: at(4).npwpd })
    expect(Number((await land(at(3).code))?.land_area)).toBe(at(3).area - 40)

    const more = await applied(pbbObject, await ownerOf(at(3)), { ...split, splitArea: 999_999 })
    expect(await more.walk.follow(more.caseId, [seen])).toBe(1)
    const error = await errorOf(more.walk.follow(more.caseId, ['sign']))
    expect(error.code).toBe('conflict')
    expect(error.say('id')).toContain('kurang dari')
  })

  it('is joined with the part that was split from it', async () => {
    const split = {
      request: 'split',
      ownNop: at(5).code,
      splitArea: 30,
      splitBuilding: 0,
      newOwnerNpwpd: at(5).npwpd,
      sitePhoto: ['x'],
      ...common,
    }
    const first = await gone(pbbObject, await ownerOf(at(5)), split, [seen, 'sign'])
    const part = await nopOf(first.caseId)
    const merge = { request: 'merge', ownNop: at(5).code, joinedNop: part, ...common }
    await gone(pbbObject, await ownerOf(at(5)), merge, [seen, 'sign'])
    expect(Number((await land(at(5).code))?.land_area)).toBe(at(5).area)
    expect((await land(part))?.state).toBe('ended')
  })
})
