import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#kernel/access/access.ts'
import { changeTaxpayerState } from './commands/change-taxpayer-state.ts'
import { correctTaxpayer } from './commands/correct-taxpayer.ts'
import { mergeLand, splitLand } from './commands/divide-land.ts'
import { endObject, passObject } from './commands/pass-object.ts'
import { registerObject } from './commands/register-object.ts'
import { registerTaxpayer } from './commands/register-taxpayer.ts'
import { listHistory } from './queries/history.ts'
import { findObject, listKin, listObjects, listOwners } from './queries/objects.ts'
import { findTaxpayer, listTaxpayers } from './queries/taxpayers.ts'
import { clerk, niks, type TaxWorld, taxWorld, village } from './testing.ts'

let world: TaxWorld
let sari: { taxpayerId: string; npwpd: string }
let budi: { taxpayerId: string; npwpd: string }
beforeAll(async () => {
  world = await taxWorld()
  sari = await world.taxpayer(niks.sari)
  budi = await world.taxpayer(niks.budi)
})
afterAll(() => world.close())

const db = () => world.tenant.pools.read
const fieldOf = (path: string) => ({ fields: [expect.objectContaining({ path })] })
const found = async (text: string) =>
  (await listTaxpayers(world.tenant, db(), clerk, { text })).rows.map((row) => row.name)
const firm = {
  kind: 'firm',
  name: 'PT Sinar Arunika',
  nib: '9120001234567',
  npwp: '',
  responsibleNik: niks.budi,
  address: 'Jl. Raya Arunika 1',
  villageCode: '',
}

describe('a taxpayer', () => {
  it('gets one number for good and is not registered twice', async () => {
    expect(sari.npwpd).toBe('P.1.0000001.02.2003')
    await expect(world.taxpayer(niks.sari)).rejects.toMatchObject(fieldOf('nik'))
    await expect(world.taxpayer('9901021706750009')).rejects.toMatchObject(fieldOf('nik'))
  })

  it('that is a firm needs an NIB of thirteen digits and somebody who answers for it', async () => {
    await expect(world.run(registerTaxpayer, { ...firm, nib: '912' })).rejects.toMatchObject(fieldOf('nib'))
    await expect(world.run(registerTaxpayer, { ...firm, responsibleNik: '' })).rejects.toMatchObject(
      fieldOf('responsibleNik'),
    )
    const { npwpd } = await world.run(registerTaxpayer, firm)
    expect(npwpd).toMatch(/^P\.2\.\d{7}\.00\.0000$/)
    await expect(world.run(registerTaxpayer, firm)).rejects.toMatchObject(fieldOf('nib'))
  })

  it('is found by number, NIK, words of name and address, and names spelt otherwise; never by a pattern', async () => {
    expect(await found(sari.npwpd.toLowerCase())).toEqual(['Sari Puspita'])
    expect(await found('99 01 02 451080 0001')).toEqual(['Sari Puspita'])
    expect(await found('sinar raya')).toEqual(['PT Sinar Arunika'])
    expect(await found('sari pusspita')).toEqual(['Sari Puspita'])
    expect(await found('%')).toEqual([])
    const page = await listTaxpayers(world.tenant, db(), clerk, { text: '' }, '', 2)
    expect(page.rows).toHaveLength(2)
    const rest = await listTaxpayers(world.tenant, db(), clerk, { text: '' }, page.next, 2)
    expect(new Set([...page.rows, ...rest.rows].map((row) => row.id)).size).toBe(3)
  })

  it('is corrected only as it was last seen', async () => {
    const input = { taxpayerId: sari.taxpayerId, version: 1, address: 'Jl. Kenanga 7', villageCode: village }
    expect(await world.run(correctTaxpayer, { ...input, phone: '0812 3456 7890' })).toEqual({
      changed: ['address', 'phone'],
    })
    await expect(world.run(correctTaxpayer, input)).rejects.toMatchObject({ code: 'conflict' })
    expect((await findTaxpayer(db(), sari.taxpayerId))?.phone).toBe('0812 3456 7890')
  })

  it('is seen and changed only within an official’s territory', async () => {
    const elsewhere = {
      ...clerk,
      grants: clerk.grants.map((grant) => ({ ...grant, territory: '99.01.02.2004' })),
    }
    expect((await listTaxpayers(world.tenant, db(), elsewhere, { text: '' })).rows).toEqual([])
    const act = { taxpayerId: sari.taxpayerId, verb: 'suspend', reason: 'Pindah tanpa kabar' }
    await expect(world.run(changeTaxpayerState, act, elsewhere)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('closes only when nothing taxed is left, and may then be registered anew', async () => {
    const tono = await world.taxpayer(niks.tono)
    const { objectId } = await world.land(tono.npwpd)
    const close = { taxpayerId: tono.taxpayerId, verb: 'close', reason: 'Permohonan wajib pajak' }
    await expect(world.run(changeTaxpayerState, close)).rejects.toMatchObject({ code: 'conflict' })
    await world.run(endObject, { objectId, ground: 'Menjadi jalan desa' })
    await world.run(changeTaxpayerState, close)
    await expect(world.run(changeTaxpayerState, close)).rejects.toMatchObject({ code: 'wrong-state' })
    expect((await world.taxpayer(niks.tono)).npwpd).not.toBe(tono.npwpd)
    const history = await listHistory(db(), 'taxpayer', tono.taxpayerId)
    expect(history.map((entry) => entry.event)).toEqual([
      'local-tax.taxpayer-state-changed.v1',
      'local-tax.taxpayer-registered.v1',
    ])
  })
})

describe('land', () => {
  it('gets the next NOP of its block, steps over one that was typed, and knows its value', async () => {
    const block = { block: '007' }
    const first = await world.land(sari.npwpd, block)
    expect(first.code).toBe('990100200300700010')
    await world.land(sari.npwpd, { nop: '99.01.002.003.007.0002.0' })
    expect((await world.land(sari.npwpd, block)).code).toBe('990100200300700030')
    const taken = world.land(sari.npwpd, { nop: '99.01.002.003.007.0002.0' })
    await expect(taken).rejects.toMatchObject(fieldOf('nop'))
    await expect(world.land(sari.npwpd, { nop: '32.01.002.003.007.0002.0' })).rejects.toMatchObject(fieldOf('nop'))
    const one = await findObject(db(), first.objectId)
    expect(one?.land?.value).toBe(30_000_000_000n)
  })

  it('passes to another owner from a day on and keeps who had it', async () => {
    const { objectId } = await world.land(sari.npwpd)
    const pass = { objectId, npwpd: budi.npwpd, fromOn: '2026-11-23', ground: 'AJB 14/2026 PPAT Rini' }
    await expect(world.run(passObject, { ...pass, fromOn: '2026-11-24' })).rejects.toMatchObject(fieldOf('fromOn'))
    await expect(world.run(passObject, { ...pass, fromOn: '2020-01-01' })).rejects.toMatchObject(fieldOf('fromOn'))
    await world.run(passObject, pass)
    await expect(world.run(passObject, pass)).rejects.toMatchObject(fieldOf('npwpd'))
    const owners = await listOwners(db(), objectId)
    expect(owners.map(({ npwpd, toOn }) => [npwpd, toOn?.toString()])).toEqual([
      [budi.npwpd, undefined],
      [sari.npwpd, '2026-11-23'],
    ])
  })

  it('is split and joined again without a square metre lost', async () => {
    const { objectId, code } = await world.land(sari.npwpd, { landArea: '300,50' })
    const ground = 'Surat ukur 8/2026'
    const split = { objectId, npwpd: sari.npwpd, landArea: '100,25', buildingArea: '60', ground }
    await expect(world.run(splitLand, { ...split, landArea: '300,50' })).rejects.toMatchObject(fieldOf('landArea'))
    await expect(world.run(splitLand, { ...split, buildingArea: '61' })).rejects.toMatchObject(fieldOf('buildingArea'))
    const part = await world.run(splitLand, split)
    const areas = async (id: string) => {
      const land = (await findObject(db(), id))?.land
      return [land?.landArea, land?.buildingArea]
    }
    expect([await areas(objectId), await areas(part.objectId)]).toEqual([
      ['200.25', '0.00'],
      ['100.25', '60.00'],
    ])
    expect(await listKin(db(), part.objectId)).toMatchObject([{ code, how: 'split', isSource: true }])
    await world.run(passObject, { objectId: part.objectId, npwpd: budi.npwpd, fromOn: '2026-11-23', ground })
    const nop = (await findObject(db(), part.objectId))?.code
    await expect(world.run(mergeLand, { objectId, nop, ground })).rejects.toMatchObject(fieldOf('nop'))
    await world.run(passObject, { objectId: part.objectId, npwpd: sari.npwpd, fromOn: '2026-11-23', ground })
    await world.run(mergeLand, { objectId, nop, ground })
    expect(await areas(objectId)).toEqual(['300.50', '60.00'])
    expect((await findObject(db(), part.objectId))?.state).toBe('ended')
  })
})

it('other objects have numbers and figures of their own', async () => {
  const hotel = {
    kind: 'hotel',
    npwpd: budi.npwpd,
    villageCode: village,
    name: 'Hotel Cempaka',
    address: 'Jl. Raya 10',
    ground: 'NIB terbit 2026',
  }
  await expect(world.run(registerObject, hotel)).rejects.toMatchObject(fieldOf('rooms'))
  const { code } = await world.run(registerObject, { ...hotel, details: { rooms: '24' } })
  expect(code).toBe('HTL.0000001')
  const { rows } = await listObjects(db(), clerk, { kind: 'hotel', text: 'cempaka' })
  expect(rows).toMatchObject([{ code, npwpd: budi.npwpd, details: { rooms: 24 }, land: undefined }])
})

it('the program itself, and nobody without the right, may register', async () => {
  const nobody = { ...clerk, grants: [] }
  await expect(world.run(registerTaxpayer, firm, nobody)).rejects.toMatchObject({ code: 'forbidden' })
  const other = { ...firm, nib: '9120009999999', name: 'CV Mandiri' }
  await expect(world.run(registerTaxpayer, other, systemActor('test'))).resolves.toBeDefined()
})
