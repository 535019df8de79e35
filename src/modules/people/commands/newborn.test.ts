import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemActor, systemOnly } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { command, runCommand } from '#kernel/command/command.ts'
import { newId } from '#kernel/ids.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { nikParts } from '../domain.ts'
import { familyCardSnapshot, getFamilyVersion, listFamilyMembers, listFamilyVersions } from '../queries/families.ts'
import { findPersonByNik, findSpouse, getPerson, listPossibleDuplicateBirths } from '../queries/persons.ts'
import { compositionContext, kkNumberContext, nikContext, openNik } from '../queries/rows.ts'
import { newbornTerms } from '../terms.ts'
import { allocateNik } from './allocate-number.ts'
import { openEvent } from './event/open-event.ts'

let place: TestTenant
const clock = new FixedClock('2026-11-23T02:00:00Z')
const ids = { family: newId(), mother: newId(), father: newId() }

/** Commands of the test: what a higher module's command does with the functions of this module. */
const announceBirth = command({
  name: 'people.announce-birth-in-test',
  event: 'people.birth-announced-in-test.v1',
  access: systemOnly,
  input: z.object({ name: z.string(), bornOn: z.string(), sex: z.enum(['male', 'female']) }),
  async run(tx, input, { tenant, now }) {
    const event = await openEvent(tx, tenant, {
      kind: 'birth',
      validOn: input.bornOn,
      now,
      source: { kind: 'desk' },
      territoryCode: '99.01.02.2003',
      reason: 'Kelahiran',
    })
    const mother = await event.person(ids.mother)
    const person = await event.addPerson({
      fullName: input.name,
      sex: input.sex,
      birthPlace: 'Arunika',
      birthOn: input.bornOn,
      religion: mother.religion ?? '',
      ...newbornTerms,
      familyId: ids.family,
      relation: 'child',
      motherId: ids.mother,
      fatherId: ids.father,
      motherName: mother.fullName,
    })
    const { cards } = await event.close()
    const result = { personId: person.id, nik: openNik(tenant, person), familyVersion: cards.get(ids.family) }
    return { result, event: undefined }
  },
})
const takeNik = command({
  name: 'people.take-nik-in-test',
  event: 'people.nik-taken-in-test.v1',
  access: systemOnly,
  input: z.object({ district: z.string(), bornOn: z.string() }),
  async run(tx, input) {
    return { result: await allocateNik(tx, input.district, input.bornOn, 'male'), event: undefined }
  },
})

const invocation = () => ({ tenant: place.tenant, actor: systemActor('test'), clock })
const announce = (name: string, bornOn: string, sex = 'female') =>
  runCommand(announceBirth, { name, bornOn, sex }, invocation())

beforeAll(async () => {
  place = await testTenant()
  const { cipher, pools } = place.tenant
  const sealed = (text: string, context: string) => [cipher.seal(text, context), cipher.fingerprint(text, context)]
  for (const [code, parent, level, name] of [
    ['99', null, 'province', 'Nusa Kencana'],
    ['99.01', '99', 'regency', 'Kabupaten Arunika'],
    ['99.01.02', '99.01', 'district', 'Mekarsari'],
    ['99.01.02.2003', '99.01.02', 'village', 'Sukawening'],
  ]) {
    await pools.writePool.query('insert into territory.area values ($1, $2, $3, $4, lower($4), true)', [
      code,
      parent,
      level,
      name,
    ])
  }
  await pools.writePool.query(
    `insert into people.family (id, kk_number_sealed, kk_number_print, address, rt, rw, village_code, issued_on)
     values ($1, $2, $3, 'Jalan Kenanga 14', '003', '005', '99.01.02.2003', '2021-06-14')`,
    [ids.family, ...sealed('9901021406210001', kkNumberContext)],
  )
  for (const [id, nik, name, sex, relation, order] of [
    [ids.father, '9901021203880001', 'Bima Prasetyo', 'male', 'head', 1],
    [ids.mother, '9901025107920001', 'Sekar Wulandari', 'female', 'wife', 2],
  ] as const) {
    await pools.writePool.query(
      `insert into people.person (id, nik_sealed, nik_print, full_name, sex, birth_place, birth_on, religion, education,
         occupation, marital_status, family_id, family_relation, family_order, marriage_certificate_number)
       values ($1, $2, $3, $4, $5, 'Arunika', '1990-01-01', 'Islam', 'SLTA/Sederajat', 'Wiraswasta', 'married', $6, $7, $8,
         '0123/045/VI/2021')`,
      [id, ...sealed(nik, nikContext), name, sex, ids.family, relation, order],
    )
  }
})
afterAll(() => place.close())

const db = () => place.tenant.pools.read

describe('a registered child', () => {
  it('gets a NIK of its own birth date, sex and district', async () => {
    const { nik, personId } = await announce('Kirana Ayu Prasetyo', '2026-11-20')
    expect(nik).toBe('9901026011260001')
    expect(nikParts(nik, Temporal.PlainDate.from('2026-11-23')).district).toBe('99.01.02')
    const found = await findPersonByNik(place.tenant, db(), '99 01 02 60 11 26 0001')
    expect(found).toMatchObject({ id: personId, religion: 'Islam', maritalStatus: 'single', familyRelation: 'child' })
    expect(found?.motherName).toBe('Sekar Wulandari')
    expect(openNik(place.tenant, found as NonNullable<typeof found>)).toBe(nik)
  })

  it('stands last on a family card with a new version and date, and the earlier card stays readable', async () => {
    const card = await familyCardSnapshot(place.tenant, db(), ids.family)
    expect(card).toMatchObject({ version: 2, issuedOn: '2026-11-23', kkNumber: '9901021406210001' })
    expect(card.members.map((member) => member.name)).toEqual([
      'Bima Prasetyo',
      'Sekar Wulandari',
      'Kirana Ayu Prasetyo',
    ])
    expect(card.headName).toBe('Bima Prasetyo')
    expect(card.address).toMatchObject({ village: 'Sukawening', district: 'Mekarsari', province: 'Nusa Kencana' })
    const versions = await listFamilyVersions(db(), ids.family)
    expect(versions.map((version) => version.version)).toEqual([2, 1])
    const before = await getFamilyVersion(place.tenant, db(), ids.family, 1)
    expect(before.members).toHaveLength(2)
    expect(await getFamilyVersion(place.tenant, db(), ids.family, 2)).toEqual(JSON.parse(JSON.stringify(card)))
  })

  it('leaves no NIK in the clear in the history', async () => {
    const { rows } = await place.tenant.pools.readPool.query('select composition from people.family_version')
    expect(rows.every((row) => !row.composition.toString('latin1').includes('9901026011260001'))).toBe(true)
    expect(place.tenant.cipher.open(rows[0].composition, compositionContext)).toContain('kkNumber')
  })

  it('of eight births on one day each has its own NIK and its own card version', async () => {
    const births = await Promise.all(Array.from({ length: 8 }, (_, n) => announce(`Anak ${n}`, '2025-01-05', 'male')))
    expect(new Set(births.map((birth) => birth.nik)).size).toBe(8)
    expect(new Set(births.map((birth) => birth.familyVersion)).size).toBe(8)
    expect(await listFamilyMembers(db(), ids.family)).toHaveLength(11)
  })
})

describe('possible duplicates of a birth', () => {
  const candidates = (bornOn: string, name: string) =>
    listPossibleDuplicateBirths(db(), { motherPersonId: ids.mother, bornOn, name }).then((list) =>
      list.map((candidate) => candidate.reason),
    )

  it('are the same child, a twin, or a birth too close to another', async () => {
    expect(await candidates('2026-11-20', 'Kirana Ayu Prasetya')).toEqual(['same-child'])
    expect(await candidates('2026-11-20', 'Bagaskara')).toEqual(['same-day'])
    expect(await candidates('2027-03-01', 'Kirana Ayu Prasetyo')).toEqual(['too-close'])
    expect(await candidates('2028-03-01', 'Kirana Ayu Prasetyo')).toEqual([])
  })
})

it('husband and wife find each other', async () => {
  const mother = await getPerson(db(), ids.mother)
  expect((await findSpouse(db(), mother))?.id).toBe(ids.father)
})

it('the sequence of one district and day ends at 9999 with a sentence for the officer', async () => {
  await place.tenant.pools.writePool.query(`insert into people.nik_sequence values ('990102010190', 9998)`)
  const take = () => runCommand(takeNik, { district: '99.01.02', bornOn: '1990-01-01' }, invocation())
  expect(await take()).toBe('9901020101909999')
  const refusal = await take().catch((error) => error)
  expect(refusal.code).toBe('conflict')
  expect(refusal.say('id')).toContain('990102010190')
})
