import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscribers } from '../src/app.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import { getPerson, openNik, type Person } from '../src/modules/people/index.ts'
import { CaseWalk } from '../src/modules/services/demo/walk.ts'
import type { ServiceDefinition } from '../src/modules/services/index.ts'
import { certificateCorrection } from '../src/services/certificate-correction/definition.ts'
import { marriage } from '../src/services/marriage/definition.ts'
import { Acting, refused } from './acting.ts'
import { openWorld, type World } from './journeys/world.ts'

/** Errors of writing on certificates of marriage and others, put right by a file of their own. */
let world: World
let acting: Acting
const friday = Temporal.Instant.from('2030-01-11T02:14:00Z')

beforeAll(async () => {
  world = await openWorld()
  acting = new Acting(world, new FixedClock(friday.toString()))
})
afterAll(() => world.close())

type Path = Parameters<CaseWalk['follow']>[1]

/** The marriage is signed after its notice; what corrects it comes later. */
const afterwards = friday.add({ hours: 24 * 40 })

function walkOf(definition: ServiceDefinition, applicant: Actor): CaseWalk {
  const times = {
    startsAt: definition.id === 'certificate-correction' ? afterwards : friday,
    pause: () => 0.2,
    atOnce: true,
  }
  return new CaseWalk({ tenant: world.tenant, subscribers, applicant, definition, ...times })
}
async function gone(definition: ServiceDefinition, nik: string, answers: object, path: Path) {
  const walk = walkOf(definition, await acting.citizen(nik))
  const caseId = await walk.apply(answers as never)
  expect(await walk.follow(caseId, path)).toBe(path.length)
  return { caseId, walk }
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
/** A grown child of the house who may marry before this office. */
async function free(sex: 'male' | 'female'): Promise<Person> {
  const one = await find(`p.sex = '${sex}' and p.marital_status = 'single' and p.family_relation = 'child'`)
  await world.rows(
    `update people.person set religion = 'Kristen', birth_on = least(birth_on, '2005-03-01') where id = $1`,
    [one.id],
  )
  return again(one)
}
const letters = async (id: string) =>
  (
    await world.rows<{ title: string; stands: boolean }>(
      'select title, revoked_at is null as stands from documents.issued where source_id = $1 order by issued_at, id',
      [id],
    )
  ).map(({ title, stands }) => `${title}${stands ? '' : ' (no longer)'}`)
const witnesses = [
  { name: 'Slamet Raharjo', nik: '9901040302920001' },
  { name: 'Sumiyati', nik: '9901044606950001' },
]
const blessed = {
  proof: 'blessing',
  marriedOn: '2030-01-05',
  place: 'Arunika',
  officiant: 'Pdt. Ruth Simanjuntak, GKI Arunika',
  blessingLetter: ['x'],
  belowAge: 'no',
  noticeWaived: 'no',
  photo: ['x'],
  witnesses,
  phone: '081234567890',
  truth: true,
}
const toHere = (spouse: Person) => ({
  spouseKind: 'here',
  confirmBy: 'counter',
  spouseNikAtCounter: nikOf(spouse),
  spouseName: spouse.fullName,
})
const attended = { verb: 'attended', findings: { bothAgreed: 'yes' } }
const married: Path = ['forward', 'accept', 'end-notice', attended, 'sign']

describe('a marriage', () => {
  let caseId: string
  let groom: Person
  let bride: Person

  it('is corrected long after its file was closed, by a file of its own, which strangers cannot ask for', async () => {
    groom = await free('male')
    bride = await free('female')
    ;({ caseId } = await gone(marriage, nikOf(groom), { ...blessed, ...toHere(bride), home: 'stay' }, married))
    const [entry] = await world.rows<{ number: string }>('select number from population.entry where case_id = $1', [
      caseId,
    ])
    const number = entry?.number as string
    const answers = {
      certificate: 'marriage',
      certificateNumber: number,
      certificateCopy: ['x'],
      whatIsWrong: 'Tertulis tanggal 5, yang benar tanggal 3 Januari 2030.',
      rightOn: '2030-01-03',
      proofOfRight: ['x'],
      truth: true,
      phone: '081234567890',
    }
    const stranger = await free('male')
    const foreign = walkOf(certificateCorrection, await acting.citizen(nikOf(stranger)))
    const refusedCase = await foreign.apply(answers as never)
    await foreign.follow(refusedCase, ['forward', 'accept'])
    expect(await refused(foreign.follow(refusedCase, ['sign']))).toBe('invalid-input')
    const own = await gone(certificateCorrection, nikOf(bride), answers, ['forward', 'accept', 'sign'])
    expect((await again(groom)).marriedOn).toBe('2030-01-03')
    expect((await letters(own.caseId)).filter((title) => title.startsWith('Kutipan'))).toEqual([
      'Kutipan Akta Perkawinan untuk suami',
      'Kutipan Akta Perkawinan untuk istri',
    ])
    expect((await letters(caseId)).filter((title) => title.startsWith('Kutipan'))).toEqual([
      'Kutipan Akta Perkawinan untuk suami (no longer)',
      'Kutipan Akta Perkawinan untuk istri (no longer)',
    ])
  })

  it('that a court voids takes the corrected extracts along, and everybody stands where he stood', async () => {
    const late = new CaseWalk({
      tenant: world.tenant,
      subscribers,
      applicant: await acting.citizen(nikOf(groom)),
      definition: marriage,
      startsAt: afterwards.add({ hours: 24 * 40 }),
      pause: () => 0.2,
      atOnce: true,
    })
    expect(await late.follow(caseId, ['cancel'])).toBe(1)
    expect((await again(groom)).maritalStatus).toBe('single')
    const standing = await world.rows(
      `select 1 from documents.issued where template = 'civil-certificate' and revoked_at is null
       and number = (select number from population.entry where case_id = $1)`,
      [caseId],
    )
    expect(standing).toEqual([])
  })
})
