import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscribers } from '../src/app.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import { familyCardSnapshot, getPerson, openNik, type Person } from '../src/modules/people/index.ts'
import { CaseWalk } from '../src/modules/services/demo/walk.ts'
import type { ServiceDefinition } from '../src/modules/services/index.ts'
import { divorce } from '../src/services/divorce/definition.ts'
import { marriage } from '../src/services/marriage/definition.ts'
import { Acting, refused } from './acting.ts'
import { openWorld, type World } from './journeys/world.ts'

/** Marriage, divorce and what follows for children, walked by the people of the demo who hold the posts. */
let world: World
let acting: Acting
// 09.14 in Jakarta. No holiday falls into the weeks that follow.
const friday = Temporal.Instant.from('2030-01-11T02:14:00Z')

beforeAll(async () => {
  world = await openWorld()
  acting = new Acting(world, new FixedClock(friday.toString()))
})
afterAll(() => world.close())

type Path = Parameters<CaseWalk['follow']>[1]

function walkOf(definition: ServiceDefinition, applicant: Actor, startsAt = friday): CaseWalk {
  const times = { startsAt, pause: () => 0.2, atOnce: true }
  return new CaseWalk({ tenant: world.tenant, subscribers, applicant, definition, ...times })
}

async function gone(definition: ServiceDefinition, nik: string, answers: object, path: Path) {
  const walk = walkOf(definition, await acting.citizen(nik))
  const caseId = await walk.apply(answers as never)
  expect(await walk.follow(caseId, path)).toBe(path.length)
  return { caseId, walk }
}

const read = () => world.tenant.pools.read
const stateOf = async (id: string) =>
  (await world.rows<{ state: string }>('select state from services.case where id = $1', [id]))[0]?.state
const letters = async (id: string) =>
  (
    await world.rows<{ title: string; stands: boolean }>(
      'select title, revoked_at is null as stands from documents.issued where source_id = $1 order by issued_at, id',
      [id],
    )
  ).map(({ title, stands }) => `${title}${stands ? '' : ' (no longer)'}`)
const entryOf = async (id: string) =>
  (
    await world.rows<{ number: string; register: string; is_late: boolean; voided: boolean; roles: string[] }>(
      `select number, register, is_late, voided_at is not null as voided,
         array(select role from population.entry_person where entry_id = entry.id order by role) as roles
       from population.entry where case_id = $1`,
      [id],
    )
  )[0]
const again = (one: Person) => getPerson(read(), one.id)
const cardOf = async (one: Person) => {
  const { familyId } = await again(one)
  if (!familyId) return []
  const card = await familyCardSnapshot(world.tenant, read(), familyId)
  return card.members.map((member) => `${member.name}: ${member.relation}, ${member.maritalStatus}`)
}
const nikOf = (one: Person) => openNik(world.tenant, one)

/** Somebody of the demo register who fits, from a family of which nobody was taken before. */
async function find(where: string): Promise<Person> {
  const [row] = await world.rows<{ id: string; family_id: string }>(
    `select p.id, p.family_id from people.person p where p.status = 'active'
       and not exists (select 1 from organization.official o where o.person_id = p.id)
       and p.family_id::text <> all($1) and ${where} order by p.id limit 1`,
    [[...taken]],
  )
  if (!row) throw new Error(`nobody: ${where}`)
  taken.add(row.family_id)
  return getPerson(read(), row.id)
}
const taken = new Set<string>()
/** A grown child of the house who is free to marry before this office. */
async function free(sex: 'male' | 'female', religion = 'Kristen'): Promise<Person> {
  const one = await find(
    `p.sex = '${sex}' and p.marital_status = 'single' and p.family_relation = 'child' and p.birth_on < '2010-12-31'`,
  )
  await world.rows('update people.person set religion = $2 where id = $1', [one.id, religion])
  return again(one)
}

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
  let walk: CaseWalk
  let groom: Person
  let bride: Person

  it('is announced, attended and signed: both married, a card of their own, one extract for each', async () => {
    groom = await free('male')
    bride = await free('female')
    const before = (await cardOf(groom)).length
    const home = { home: 'new', newAddress: { street: 'Jalan Baru 1', rt: '001', rw: '002', area: '99.01.01.1001' } }
    ;({ caseId, walk } = await gone(marriage, nikOf(groom), { ...blessed, ...toHere(bride), ...home }, married))
    expect(await stateOf(caseId)).toBe('issued')
    expect(await cardOf(groom)).toEqual([`${groom.fullName}: head, married`, `${bride.fullName}: wife, married`])
    expect(await again(groom)).toMatchObject({ spouseId: bride.id, marriedOn: '2030-01-05' })
    const number = (await again(bride)).marriageCertificateNumber
    expect(number).toMatch(/^9901-KW-\d{8}-0001$/)
    expect(await entryOf(caseId)).toMatchObject({ number, is_late: false, voided: false, roles: ['husband', 'wife'] })
    const papers = await letters(caseId)
    expect(papers.slice(0, 2)).toEqual(['Kutipan Akta Perkawinan untuk suami', 'Kutipan Akta Perkawinan untuk istri'])
    expect(papers.filter((title) => title.startsWith('Kartu Keluarga, versi')).length).toBeGreaterThanOrEqual(2)
    expect(before).toBeGreaterThan(1)
  })

  it('is not recorded a second time, with whomever', async () => {
    const another = await free('female')
    const second = walkOf(marriage, await acting.citizen(nikOf(another)))
    const answers = { ...blessed, ...toHere(groom), home: 'mine' }
    const id = await second.apply(answers as never)
    expect(await second.follow(id, married.slice(0, -1))).toBe(4)
    expect(await refused(second.follow(id, ['sign']))).toBe('conflict')
    expect(await letters(id)).toEqual([])
  })

  it('with a wrong day is corrected, and when a court voids it everybody stands where he stood', async () => {
    const path: Path = [
      { verb: 'report-error', findings: { reportedError: 'Pemberkatan tanggal 4, bukan 5.' } },
      { verb: 'propose-correction', findings: { correctMarriedOn: '2030-01-04' } },
      'sign-correction',
    ]
    expect(await walk.follow(caseId, path)).toBe(3)
    expect((await again(bride)).marriedOn).toBe('2030-01-04')
    expect((await letters(caseId)).slice(0, 2)).toEqual([
      'Kutipan Akta Perkawinan untuk suami (no longer)',
      'Kutipan Akta Perkawinan untuk istri (no longer)',
    ])
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    for (const one of [groom, bride]) {
      expect(await again(one)).toMatchObject({ maritalStatus: 'single', familyId: one.familyId })
      expect((await again(one)).spouseId).toBeUndefined()
      expect((await again(one)).marriedOn).toBeUndefined()
    }
    expect((await entryOf(caseId))?.voided).toBe(true)
    const stand = (await letters(caseId)).filter((title) => !title.endsWith('(no longer)'))
    expect(stand.some((title) => title.startsWith('Kutipan'))).toBe(false)
    expect(stand.filter((title) => title.startsWith('Kartu Keluarga')).length).toBe(2)
  })

  it('of two of one family is refused by the register', async () => {
    const brother = await free('male')
    const other = await free('female')
    await world.rows('update people.person set mother_person_id = $2 where id = any($1)', [
      [brother.id, other.id],
      (await find(`p.sex = 'female' and p.marital_status = 'married'`)).id,
    ])
    const sister = await again(other)
    const kin = walkOf(marriage, await acting.citizen(nikOf(brother)))
    const answers = { ...blessed, ...toHere(sister), home: 'stay' }
    const id = await kin.apply(answers as never)
    await kin.follow(id, married.slice(0, -1))
    expect(await refused(kin.follow(id, ['sign']))).toBe('conflict')
    expect((await again(sister)).maritalStatus).toBe('single')
  })

  it('with somebody from elsewhere changes only the one who is registered here', async () => {
    const bride = await free('female')
    const { caseId } = await gone(marriage, nikOf(bride), { ...marriage.golden[0]?.answers, ...blessed }, married)
    expect(await again(bride)).toMatchObject({ maritalStatus: 'married', familyId: bride.familyId })
    expect((await again(bride)).spouseId).toBeUndefined()
    expect((await entryOf(caseId))?.roles).toEqual(['wife'])
    expect((await letters(caseId)).length).toBe(3)
  })
})

const confirmed = {
  verb: 'confirm-court',
  findings: { courtCheckedBy: 'registry', courtAnswer: 'Tercantum pada SIPP pengadilan.', courtFinal: 'yes' },
}
const decided = {
  courtName: 'Pengadilan Negeri Arunika',
  decisionNumber: '87/Pdt.G/2029/PN Arn',
  decidedOn: '2029-12-01',
  finalOn: '2029-12-16',
  decision: ['x'],
  finalLetter: ['x'],
  phone: '081234567890',
  truth: true,
}
const byCourt: Path = ['forward', 'accept', confirmed, 'sign']

/** A married couple on one card with a child, in the religion given. */
async function family(religion: string): Promise<{ husband: Person; wife: Person; child: Person }> {
  const husband = await find(
    `p.family_relation = 'head' and p.sex = 'male' and p.marital_status = 'married' and exists (
       select 1 from people.person c where c.family_id = p.family_id and c.father_person_id = p.id and c.family_relation = 'child'
         and c.marital_status = 'single') and exists (
       select 1 from people.person w where w.family_id = p.family_id and w.family_relation = 'wife' and w.marital_status = 'married')`,
  )
  const members = await world.rows<{ id: string; family_relation: string }>(
    'select id, family_relation from people.person where family_id = $1 order by birth_on desc',
    [husband.familyId],
  )
  await world.rows('update people.person set religion = $2 where family_id = $1', [husband.familyId, religion])
  const of = async (relation: string) =>
    getPerson(read(), members.find((member) => member.family_relation === relation)?.id ?? '')
  return { husband: await again(husband), wife: await of('wife'), child: await of('child') }
}

describe('a divorce', () => {
  it('decided by the general court: an extract for each, she leaves with the child, a court takes it back', async () => {
    const { husband, wife, child } = await family('Kristen')
    const answers = {
      ...decided,
      court: 'general',
      spouseName: husband.fullName,
      marriageNumber: husband.marriageCertificateNumber ?? '9901-KW-01012020-0001',
      leaves: 'me',
      newAddress: { street: 'Jalan Kenanga 2', rt: '001', rw: '001', area: '99.01.01.1001' },
      children: [child.id],
    }
    const { caseId, walk } = await gone(divorce, nikOf(wife), answers, byCourt)
    expect(await cardOf(wife)).toEqual([`${wife.fullName}: head, divorced`, `${child.fullName}: child, single`])
    expect((await cardOf(husband))[0]).toBe(`${husband.fullName}: head, divorced`)
    const number = (await again(husband)).divorceCertificateNumber
    expect(number).toMatch(/^9901-CR-/)
    expect(await again(wife)).toMatchObject({ divorceCertificateNumber: number, divorcedOn: '2029-12-16' })
    expect((await letters(caseId)).map((title) => title.replace(/ \d+$/, ''))).toEqual([
      'Kutipan Akta Perceraian untuk suami',
      'Kutipan Akta Perceraian untuk istri',
      'Kartu Keluarga, versi',
      'Kartu Keluarga, versi',
    ])
    expect(await walk.follow(caseId, ['cancel'])).toBe(1)
    expect(await again(wife)).toMatchObject({ maritalStatus: 'married', familyId: husband.familyId })
    expect((await cardOf(child)).length).toBeGreaterThanOrEqual(3)
    expect((await again(husband)).divorcedOn).toBeUndefined()
  })

  it('with the certificate of a religious court changes cards and status, without an extract of ours', async () => {
    const { husband, wife } = await family('Islam')
    const answers = {
      ...decided,
      court: 'religious',
      courtName: 'Pengadilan Agama Arunika',
      courtCertificate: ['x'],
      courtCertificateNumber: '0123/AC/2029/PA.Arn',
      spouseName: wife.fullName,
      marriageNumber: husband.marriageCertificateNumber ?? '0001/001/I/2020',
      leaves: 'spouse',
    }
    const { caseId } = await gone(divorce, nikOf(husband), answers, byCourt)
    expect(await again(wife)).toMatchObject({ divorceCertificateNumber: '0123/AC/2029/PA.Arn', familyRelation: 'head' })
    expect(await entryOf(caseId)).toMatchObject({ register: 'divorce-notice', number: expect.stringMatching(/-LC-/) })
    expect((await letters(caseId)).some((title) => title.startsWith('Kutipan'))).toBe(false)
  })

  it('whose decision the court does not know is refused by the head, who changes nothing', async () => {
    const { husband, wife } = await family('Kristen')
    const answers = { ...decided, court: 'general', spouseName: wife.fullName, marriageNumber: 'x', leaves: 'nobody' }
    const path: Path = ['forward', 'accept', 'deny-court', 'refuse']
    const { caseId } = await gone(divorce, nikOf(husband), answers, path)
    expect(await stateOf(caseId)).toBe('refused')
    expect((await again(wife)).maritalStatus).toBe('married')
  })
})
