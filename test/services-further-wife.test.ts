import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscribers } from '../src/app.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import { findKinship, getFamily, getPerson, listSpouses, openNik, type Person } from '../src/modules/people/index.ts'
import { CaseWalk } from '../src/modules/services/demo/walk.ts'
import type { ServiceDefinition } from '../src/modules/services/index.ts'
import { deathCertificate } from '../src/services/death-certificate/definition.ts'
import { marriageKua } from '../src/services/marriage-kua/definition.ts'
import { Acting, refused } from './acting.ts'
import { openWorld, type World } from './journeys/world.ts'

/** A marriage beside another one, which the law allows with a court's permission only. */
let world: World
let acting: Acting
const friday = Temporal.Instant.from('2030-01-11T02:14:00Z')

beforeAll(async () => {
  world = await openWorld()
  acting = new Acting(world, new FixedClock(friday.toString()))
})
afterAll(() => world.close())

type Path = Parameters<CaseWalk['follow']>[1]

function walkOf(definition: ServiceDefinition, applicant: Actor): CaseWalk {
  const times = { startsAt: friday, pause: () => 0.2, atOnce: true }
  return new CaseWalk({ tenant: world.tenant, subscribers, applicant, definition, ...times })
}
async function gone(definition: ServiceDefinition, nik: string, answers: object, path: Path) {
  const walk = walkOf(definition, await acting.citizen(nik))
  const caseId = await walk.apply(answers as never)
  expect(await walk.follow(caseId, path)).toBe(path.length)
}
const again = (one: Person) => getPerson(world.tenant.pools.read, one.id)
const nikOf = (one: Person) => openNik(world.tenant, one)
const taken = new Set<string>()
async function find(where: string): Promise<Person> {
  const [row] = await world.rows<{ id: string; family_id: string }>(
    `select p.id, p.family_id from people.person p where p.status = 'active' and p.family_id::text <> all($1)
       and not exists (select 1 from organization.official o join people.person q on q.id = o.person_id where q.family_id = p.family_id)
       and ${where} order by p.id limit 1`,
    [[...taken]],
  )
  if (!row) throw new Error(`nobody: ${where}`)
  taken.add(row.family_id)
  return getPerson(world.tenant.pools.read, row.id)
}
/** A grown Muslim child of the house. */
async function free(sex: 'male' | 'female'): Promise<Person> {
  const one = await find(`p.sex = '${sex}' and p.marital_status = 'single' and p.family_relation = 'child'`)
  await world.rows(
    `update people.person set religion = 'Islam', birth_on = least(birth_on, '2005-03-01') where id = $1`,
    [one.id],
  )
  return again(one)
}
const toHere = (spouse: Person) => ({
  spouseKind: 'here',
  spouseNikAtCounter: nikOf(spouse),
  spouseName: spouse.fullName,
})
async function deathOf(one: Person) {
  return {
    reporterKind: 'relative',
    deceasedNik: nikOf(one),
    deceasedName: one.fullName,
    deceasedVillage: (await getFamily(world.tenant.pools.read, one.familyId as string)).villageCode,
    diedOn: '2030-01-09',
    placeKind: 'home',
    cause: 'illness',
    bodyFound: 'yes',
    proof: 'doctor',
    doctorLetter: ['x'],
    phone: '081234567890',
    truth: true,
  }
}

describe('a further wife', () => {
  const book = {
    kuaName: 'KUA Kecamatan Mekarsari',
    marriedOn: '2030-01-05',
    book: ['x'],
    phone: '081234567890',
    truth: true,
  }
  const permission = {
    secondMarriage: 'yes',
    courtName: 'Pengadilan Agama Arunika',
    courtNumber: '118/Pdt.G/2029/PA.Arn',
    courtOn: '2029-12-05',
    courtPermission: ['x'],
  }
  const confirmed = (permissionFinal: string) => ({
    verb: 'confirm-book',
    findings: {
      bookCheckedBy: 'simkah',
      bookAnswer: 'Tercatat pada SIMKAH KUA Mekarsari.',
      permissionAnswer: 'Panitera membenarkan lewat surat 10 Januari 2030.',
      permissionFinal,
    },
  })
  const mayBook = { verb: 'confirm-book', findings: { bookCheckedBy: 'simkah', bookAnswer: 'Tercatat pada SIMKAH.' } }

  it('needs the court’s permission, which the second officer confirms; each marriage lasts and ends by itself', async () => {
    const [husband, first, second] = [await free('male'), await free('female'), await free('female')]
    const path: Path = ['forward', 'accept', mayBook, 'sign']
    await gone(marriageKua, nikOf(husband), { ...book, ...toHere(first), bookNumber: '0001/2030', home: 'mine' }, path)

    const again2 = { ...book, ...toHere(second), bookNumber: '0002/2030', home: 'stay' }
    const without = walkOf(marriageKua, await acting.citizen(nikOf(husband)))
    const refusedCase = await without.apply({ ...again2, secondMarriage: 'no' } as never)
    expect(await refused(without.follow(refusedCase, ['forward', 'accept']))).toBe('conflict')
    await world.rows(`update services.case set closed_at = now(), once_key = null where id = $1`, [refusedCase])

    const walk = walkOf(marriageKua, await acting.citizen(nikOf(husband)))
    const caseId = await walk.apply({ ...again2, ...permission } as never)
    await walk.follow(caseId, ['forward', 'accept'])
    expect(await refused(walk.follow(caseId, [confirmed('no')]))).toBe('invalid-input')
    expect(await walk.follow(caseId, [confirmed('yes'), 'sign'])).toBe(2)

    const wives = async () => (await listSpouses(world.tenant.pools.read, await again(husband))).map((wife) => wife.id)
    expect(await wives()).toEqual([second.id, first.id])
    expect([(await again(first)).spouseId, (await again(second)).spouseId]).toEqual([husband.id, husband.id])
    const daughter = await free('female')
    await world.rows('update people.person set mother_person_id = $2 where id = $1', [daughter.id, first.id])
    expect(await findKinship(world.tenant.pools.read, await again(husband), await again(daughter))).toBe('step')

    await gone(deathCertificate, nikOf(husband), await deathOf(second), ['forward', 'accept', 'sign'])
    expect(await wives()).toEqual([first.id])
    expect(await again(husband)).toMatchObject({ maritalStatus: 'married', marriageCertificateNumber: '0001/2030' })
  })

  it('may not be a sister of the present one', async () => {
    const [husband, first, sister] = [await free('male'), await free('female'), await free('female')]
    const mother = await find(`p.sex = 'female' and p.marital_status = 'married'`)
    await world.rows('update people.person set mother_person_id = $2 where id = any($1)', [
      [first.id, sister.id],
      mother.id,
    ])
    const path: Path = ['forward', 'accept', mayBook, 'sign']
    await gone(marriageKua, nikOf(husband), { ...book, ...toHere(first), bookNumber: '0003/2030', home: 'stay' }, path)
    const walk = walkOf(marriageKua, await acting.citizen(nikOf(husband)))
    const answers = { ...book, ...toHere(sister), ...permission, bookNumber: '0004/2030', home: 'stay' }
    const caseId = await walk.apply(answers as never)
    await walk.follow(caseId, ['forward', 'accept', confirmed('yes')])
    expect(await refused(walk.follow(caseId, ['sign']))).toBe('conflict')
    expect((await again(sister)).maritalStatus).toBe('single')
  })
})
