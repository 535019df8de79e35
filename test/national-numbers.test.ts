import { beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import { grantNumber } from '../src/modules/national-register/testing.ts'
import { caseNotices } from '../src/modules/services/index.ts'
import { birthCertificate } from '../src/services/birth-certificate/definition.ts'
import { familyCardSplit } from '../src/services/family-card-split/definition.ts'
import { errorOf } from './acting.ts'
import { bornInHospital } from './civil-answers.ts'
import { friday, walkServices } from './walks.ts'

/** A region whose NIKs and family card numbers the national register gives out. */
const { world, acting, read, rows, applied, person, cardOf } = walkServices()
const { sekar } = demoPeople
const kinanti = '9901085508940001'

beforeAll(async () => {
  await rows(`insert into national_register.setting (mode, numbers, changed_at, changed_by)
    values ('live', 'national', now(), 'test') on conflict (only_row) do update set mode = 'live', numbers = 'national'`)
  await rows(`delete from national_register.status`)
  await rows(`insert into national_register.status (state, since) values ('up', '2030-01-01')`)
})

const wanted = (caseId: string) =>
  rows<{ id: string; kind: string; state: string; source: string | null; key: string }>(
    'select id, kind, state, source, key from national_register.number_request where case_id = $1 order by requested_at, key',
    [caseId],
  )
const noticesOf = async (caseId: string) =>
  (
    await caseNotices.get('national-register')(world.tenant, read(), {
      caseId,
      unit: 'disdukcapil',
      now: friday.add({ hours: 24 }),
    })
  ).map((notice) => notice.text.id)
const birth = (childName: string, over: object = {}) => ({
  ...bornInHospital,
  childName,
  birthOn: '2030-01-08',
  ...over,
})

describe('a birth where the national register gives the NIK', () => {
  it('asks for it when the verifier accepts, is not signed before it comes, then has that number', async () => {
    const siblings = [{ name: 'Kirani Ayu Prasetyo', sex: 'female', time: '05:10', bornOn: '2030-01-08', weight: 2.4 }]
    const { walk, caseId } = await applied(
      birthCertificate,
      sekar.nik,
      birth('Kirana Ayu Prasetyo', { birthKind: 'twin', siblings }),
    )
    await walk.follow(caseId, ['forward', 'accept'])
    const asked = await wanted(caseId)
    expect(asked.map((row) => `${row.kind} ${row.state}`)).toEqual(['nik waiting', 'nik waiting'])
    const refused = await errorOf(walk.follow(caseId, ['sign']))
    expect([refused.code, refused.say('id')]).toEqual([
      'conflict',
      expect.stringContaining('Menunggu nomor dari pusat'),
    ])
    const [prefix] = [asked[0]?.key.split(':')[3]?.replaceAll('.', '')]
    for (const [index, row] of asked.entries()) {
      await acting.bySystem(grantNumber, { requestId: row.id, number: `${prefix}480130500${index + 1}` })
    }
    expect(await walk.follow(caseId, ['sign'])).toBe(1)
    expect((await person(`${prefix}4801305001`))?.fullName).toBe('Kirana Ayu Prasetyo')
    expect((await wanted(caseId)).map((row) => row.state)).toEqual(['used', 'used'])
  })

  it('while it is away takes a number of a block that was left to the region', async () => {
    await rows(`update national_register.status set state = 'down', since = '2030-01-10'`)
    const { walk, caseId } = await applied(
      birthCertificate,
      sekar.nik,
      birth('Laras Ayu Prasetyo', { birthOn: '2030-01-09' }),
    )
    await walk.follow(caseId, ['forward', 'accept'])
    expect((await errorOf(walk.follow(caseId, ['sign']))).code).toBe('conflict')
    const said = await noticesOf(caseId)
    expect(said[0]).toContain('Menunggu nomor dari pusat')
    expect(said[1]).toContain('Berkas Anda tetap kami terima')
    const [row] = await wanted(caseId)
    const district = row?.key.split(':')[3]
    await rows(
      `insert into national_register.number_block (id, kind, district_code, first, last, letter, added_at, added_by)
       values (gen_random_uuid(), 'nik', $1, 9001, 9009, '470/1', now(), 'test')`,
      [district],
    )
    expect(await walk.follow(caseId, ['sign'])).toBe(1)
    const nik = `${district?.replaceAll('.', '')}4901309001`
    expect((await person(nik))?.fullName).toBe('Laras Ayu Prasetyo')
    expect((await wanted(caseId)).map((one) => `${one.state} ${one.source}`)).toEqual(['used block'])
    await rows(`update national_register.status set state = 'up'`)
  })
})

describe('a family card where the national register gives the number', () => {
  it('is asked for ahead and opened under that number', async () => {
    const answers = { moving: 'alone', sameAddress: 'yes', phone: '081234567890', truth: true }
    const { walk, caseId } = await applied(familyCardSplit, kinanti, answers)
    await walk.follow(caseId, ['forward', 'accept'])
    const [row] = await wanted(caseId)
    expect(row).toMatchObject({ kind: 'kk', state: 'waiting' })
    expect((await errorOf(walk.follow(caseId, ['sign']))).code).toBe('conflict')
    const number = `${row?.key.split(':')[3]?.replaceAll('.', '')}1101305001`
    await acting.bySystem(grantNumber, { requestId: row?.id, number })
    expect(await walk.follow(caseId, ['sign'])).toBe(1)
    expect((await cardOf(kinanti)).kkNumber).toBe(number)
  })
})
