import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscribers } from '../src/app.ts'
import { demoPeople } from '../src/demo/known-people.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import { createDemoAccounts } from '../src/modules/accounts/index.ts'
import { CaseWalk } from '../src/modules/services/demo/walk.ts'
import { registerChecks, type ServiceDefinition } from '../src/modules/services/index.ts'
import { actOnCase, allotPlaces, carryOutPlace, runTimers } from '../src/modules/services/testing.ts'
import { buildingApproval } from '../src/services/building-approval/definition.ts'
import { scholarship } from '../src/services/scholarship/definition.ts'
import { stallPermit } from '../src/services/stall-permit/definition.ts'
import { standardCertificate } from '../src/services/standard-certificate/definition.ts'
import { Acting, empowered, refused } from './acting.ts'
import { openWorld, type World } from './journeys/world.ts'

/** Four services with the facts and the registers of the modules that own them. The demo is loaded on the real day. */
let world: World
let acting: Acting
let sekar: Actor
let bima: Actor
const clock = new FixedClock('2030-01-07T02:00:00Z') // Monday 09.00 in Jakarta, after the tenures of the demo

beforeAll(async () => {
  world = await openWorld()
  acting = new Acting(world, clock)
  sekar = await acting.citizen(demoPeople.sekar.nik)
  bima = await acting.citizen(demoPeople.bima.nik)
})
afterAll(() => world.close())

type Path = Parameters<CaseWalk['follow']>[1]

function walkOf(definition: ServiceDefinition, applicant: Actor, startsAt = clock.now()): CaseWalk {
  const pause = () => 0.2
  return new CaseWalk({ tenant: world.tenant, subscribers, applicant, definition, startsAt, pause })
}

/** Applies with the answers of the first golden case, changed as told, and goes a way. */
async function gone(definition: ServiceDefinition, applicant: Actor, change: object, path: Path) {
  const walk = walkOf(definition, applicant)
  const caseId = await walk.apply({ ...definition.golden[0]?.answers, ...change } as never)
  expect(await walk.follow(caseId, path)).toBe(path.length)
  return { caseId, walk }
}

interface Row {
  state: string
  result: string | null
  fee_amount: string
  promised_at: Date
  next_timer_at: Date | null
  valid_to: string | null
}
const row = async (id: string): Promise<Row> =>
  (await world.rows<Row>('select *, valid_to::text from services.case where id = $1', [id]))[0] as Row
const letters = async (id: string) =>
  (
    await world.rows<{ title: string; signer_manner: string }>(
      'select title, signer_manner from documents.issued where source_id = $1 order by issued_at, id',
      [id],
    )
  ).map((letter) => `${letter.title} (${letter.signer_manner})`)

const approvals = (id: string) =>
  world.rows<{ kind: string; details: Record<string, unknown>; ended_on: string | null; lat: string }>(
    'select kind, details, ended_on::text, lat from licensing.approval where case_id = $1',
    [id],
  )
const runClock = async (caseId: string, at: Temporal.Instant) => {
  clock.set(at.toString())
  return (await acting.bySystem(runTimers, { caseId })).done
}
const inspected = (area: number) => ({
  verb: 'report-inspection',
  findings: { measuredArea: area, matchesDrawings: 'yes', inspectionPhotos: ['x'] },
})
const reviewed: Path = ['forward', 'structure:recommend', 'roads:recommend']

/** What the desk shows beside the answers. */
const shown = async (service: ServiceDefinition, answers: object, actor: Actor) => {
  const check = registerChecks.get(service.id)
  const { tenant } = world
  return (await check(tenant, tenant.pools.read, answers as never, actor.personId ?? '')).map((each) => each.tone)
}

describe('a building approval', () => {
  it('enters what was measured, with its letter, and ends in the register when it is cancelled', async () => {
    const path: Path = [...reviewed, inspected(118.4), 'set-retribution', 'paid', 'issue']
    const { caseId, walk } = await gone(
      buildingApproval,
      sekar,
      { buildingName: 'Rumah A', landNumber: 'SHM 777/Uji' },
      path,
    )
    expect(await row(caseId)).toMatchObject({ state: 'issued', result: 'granted', fee_amount: '626484.00' })
    const [approval] = await approvals(caseId)
    expect(approval).toMatchObject({ kind: 'building-approval', ended_on: null, lat: '-6.912300' })
    expect(approval?.details).toMatchObject({ area: 118.4, floors: 2, use: 'dwelling' })
    const [bill] = await world.rows(
      'select b.state, l.account_code, l.amount::text from billing.bill b join billing.bill_line l on l.bill_id = b.id where b.subject_id = $1',
      [caseId],
    )
    expect(bill).toEqual({ state: 'paid', account_code: 'retribusi-pbg', amount: '626484.00' })
    expect(await letters(caseId)).toEqual(['Persetujuan Bangunan Gedung (definitif)'])
    const land = { landNumber: 'SHM 777/Uji' }
    expect(await shown(buildingApproval, land, sekar)).toEqual(['soon'])

    expect(await walk.follow(caseId, ['prepare-reissue', 'reissue', 'cancel'])).toBe(3)
    expect(await row(caseId)).toMatchObject({ state: 'cancelled', result: 'cancelled' })
    expect((await approvals(caseId)).map((each) => each.ended_on !== null)).toEqual([true])
    expect(await shown(buildingApproval, land, sekar)).toEqual(['good'])
    const [first] = await world.rows(
      'select revoked_at is not null as gone from documents.issued where source_id = $1 order by id',
      [caseId],
    )
    expect(first).toEqual({ gone: true })
  })

  it('waits for every review, for the visit and for the payment', async () => {
    const { caseId, walk } = await gone(buildingApproval, sekar, { buildingName: 'Rumah B' }, [
      'forward',
      'structure:reject',
    ])
    expect((await row(caseId)).state).toBe('reviewing')
    expect(await walk.follow(caseId, ['roads:recommend', 'proceed'])).toBe(2)
    const officer = empowered(await acting.officer('laras'), ['services.verify'], 'dpupr')
    const act = (verb: string, actor: Actor, more: object = {}) => takeStep(caseId, verb, actor, more)
    expect(await refused(act('report-inspection', officer, { findings: { measuredArea: 1 } }))).toBe('wrong-state')
    expect(await walk.follow(caseId, [inspected(120), 'set-retribution'])).toBe(2)
    const head = empowered(await acting.officer('wening'), ['services.sign', 'documents.sign'], 'dpmptsp')
    expect(await refused(act('issue', head))).toBe('wrong-state')
    expect(await approvals(caseId)).toEqual([])
  })

  it('lapses when thirty days pass without payment, and not a minute before', async () => {
    const path: Path = [...reviewed, inspected(120), 'set-retribution']
    const { caseId } = await gone(buildingApproval, sekar, { buildingName: 'Rumah C' }, path)
    const due = Temporal.Instant.from((await row(caseId)).next_timer_at?.toISOString() ?? '')
    expect(await runClock(caseId, due.subtract({ minutes: 1 }))).toEqual([])
    expect(await runClock(caseId, due.add({ minutes: 1 }))).toEqual(['lapse'])
    expect(await row(caseId)).toMatchObject({ state: 'lapsed', result: 'lapsed' })
    expect(await runClock(caseId, due.add({ hours: 48 }))).toEqual([])
    clock.set('2030-01-07T02:00:00Z')
  })
})

async function takeStep(caseId: string, verb: string, actor: Actor, more: object): Promise<unknown> {
  const [found] = await world.rows<{ revision: number }>('select revision from services.case where id = $1', [caseId])
  return acting.run(actOnCase, { caseId, verb, revision: found?.revision, ...more }, actor)
}

describe('a stall', () => {
  const seen: Path = ['accept', { verb: 'report-inspection', findings: { stallPhoto: ['x'] } }, 'paid', 'issue']
  const tenures = (code: string) =>
    world.rows<{ holder_person_id: string; ended: boolean; renewal: boolean }>(
      `select holder_person_id, ended_on is not null as ended, renews is not null as renewal
       from licensing.tenure where stall_code = $1 order by recorded_at`,
      [code],
    )
  const freeStall = async () => {
    const [stall] = await world.rows<{ code: string; area: string }>(
      `select code, area_m2 as area from licensing.stall s
       where not exists (select 1 from licensing.tenure t where t.stall_code = s.code) order by code limit 1`,
    )
    return stall as { code: string; area: string }
  }

  it('is let for a year at the register’s area times days; nobody else can have it; a renewal needs no visit', async () => {
    const { code, area } = await freeStall()
    const { caseId } = await gone(stallPermit, sekar, { stallCode: code, goods: 'Sembako' }, seen)
    const done = await row(caseId)
    expect(Number(done.fee_amount)).toBe(500 * Number(area) * 365)
    expect(done.valid_to).toBe('2031-01-08')
    expect(await tenures(code)).toEqual([{ holder_person_id: sekar.personId, ended: false, renewal: false }])

    expect(await shown(stallPermit, { stallCode: code }, bima)).toEqual(['late'])
    expect(await shown(stallPermit, { stallCode: code }, sekar)).toEqual(['good'])
    // To everybody else the stall is taken, and to her a renewal is too early by ten months.
    const change = { stallCode: code, goods: 'Sembako' }
    for (const actor of [bima, sekar]) {
      const attempt = walkOf(stallPermit, actor).apply({ ...stallPermit.golden[0]?.answers, ...change } as never)
      const fault = await attempt.catch((error) => error)
      expect(fault.fields.map((field: { path: string }) => field.path)).toEqual(['stallCode'])
    }

    clock.set('2030-12-02T02:00:00Z')
    const again = await gone(stallPermit, sekar, change, ['paid', 'issue'])
    expect((await row(again.caseId)).valid_to).toBe('2031-12-02')
    const [until] = await world.rows('select to_on::text from licensing.tenure where case_id = $1', [again.caseId])
    expect(until).toEqual({ to_on: '2031-12-02' })
    const held = { holder_person_id: sekar.personId, ended: true, renewal: false }
    expect(await tenures(code)).toEqual([held, { ...held, ended: false, renewal: true }])
    expect(await again.walk.follow(again.caseId, ['cancel'])).toBe(1)
    expect(await tenures(code)).toEqual([held, { ...held, renewal: true }])
    clock.set('2030-01-07T02:00:00Z')
  })

  it('that two people were granted goes to the first who signs: the second step is undone as a whole', async () => {
    const { code } = await freeStall()
    const change = { stallCode: code, goods: 'Sayur' }
    const first = await gone(stallPermit, sekar, change, seen.slice(0, 3))
    // While one application runs, nobody else may choose the stall.
    await expect(
      walkOf(stallPermit, bima).apply({ ...stallPermit.golden[0]?.answers, ...change } as never),
    ).rejects.toThrow(/invalid-input/)
    await world.rows(
      `insert into licensing.tenure (id, stall_code, case_id, case_number, holder_person_id, goods, from_on, to_on, recorded_at)
       values (gen_random_uuid(), $1, gen_random_uuid(), 'uji', $2, 'Sayur', '2030-01-01', '2030-12-31', now())`,
      [code, bima.personId],
    )
    await expect(first.walk.follow(first.caseId, ['issue'])).rejects.toThrow(/conflict/)
    expect((await row(first.caseId)).state).toBe('signing')
    expect(await letters(first.caseId)).toEqual([])
  })
})

describe('a stall where fire is not safe', () => {
  it('is not found fit: the step is refused at that finding', async () => {
    const rows = await world.rows<{ code: string }>(`select code from licensing.stall s where zone = 'food'
      and closed_on is null and not exists (select 1 from licensing.tenure t where t.stall_code = s.code)
      order by code desc limit 1`)
    const unsafe = { verb: 'report-inspection', findings: { stallPhoto: ['x'], fireSafe: 'no' } }
    const change = { stallCode: rows[0]?.code ?? '', goods: 'Soto', cooking: 'yes' }
    const fault = await gone(stallPermit, sekar, change, ['accept', unsafe]).catch((error) => error)
    expect(fault.fields).toMatchObject([{ path: 'fireSafe' }])
    expect(fault.fields[0].message.id).toContain('tidak dapat dinyatakan layak')
  })
})

describe('a standard certificate', () => {
  it('of low and medium-low risk is there at once, with the seal of the office and no official', async () => {
    const low = await gone(
      standardCertificate,
      sekar,
      { scale: 'micro', businessName: 'Warung Rendah', nib: '9120001234570' },
      [],
    )
    expect(await row(low.caseId)).toMatchObject({ state: 'issued', result: 'granted' })
    expect(await letters(low.caseId)).toEqual(['Keterangan tingkat risiko rendah (seal)'])
    expect(await approvals(low.caseId)).toMatchObject([{ kind: 'risk-statement' }])
    const next = await gone(standardCertificate, sekar, { scale: 'small', nib: '9120001234568' }, [])
    expect(await letters(next.caseId)).toEqual(['Sertifikat Standar (seal)'])
    expect(await shown(standardCertificate, { nib: '9120001234568', kbli: '56101' }, sekar)).toEqual(['soon'])
    expect(await shown(standardCertificate, { nib: '9120001234568', kbli: '56102' }, sekar)).toEqual(['good'])
    expect(await approvals(next.caseId)).toMatchObject([
      { kind: 'standard-certificate', details: { risk: 'menengah rendah' } },
    ])
  })

  it('that is not decided in time is granted by law at that minute, with a sealed decision and in the register', async () => {
    const answers = { ...standardCertificate.golden[2]?.answers, nib: '9120001234569' }
    const { caseId } = await gone(standardCertificate, sekar, answers, ['forward'])
    const promised = Temporal.Instant.from((await row(caseId)).promised_at.toISOString())
    await runClock(caseId, promised.subtract({ minutes: 1 }))
    expect((await row(caseId)).state).toBe('inspecting')
    expect(await approvals(caseId)).toEqual([])
    expect(await runClock(caseId, promised.add({ minutes: 1 }))).toContain('grant-by-silence')
    expect(await row(caseId)).toMatchObject({ state: 'issued', result: 'granted' })
    expect(await approvals(caseId)).toMatchObject([{ kind: 'standard-certificate' }])
    expect(await letters(caseId)).toEqual(['Sertifikat Standar (seal)', 'Keputusan yang dianggap dikabulkan (seal)'])
    expect(await runClock(caseId, promised.add({ minutes: 2 }))).toEqual([])
    clock.set('2030-01-07T02:00:00Z')
  })
})

describe('a scholarship', () => {
  it('goes by points to as many as there are places; the others wait, and the award is entered', async () => {
    await world.rows(`update rules.rule set value = '1' where key = 'education.scholarship.places'`)
    await world.rows(`update rules.rule set value = '"2030-01-11"' where key = 'education.scholarship.closes'`)
    const people = await world.rows<{ nik_sealed: Buffer; id: string }>(
      `select id from people.person where birth_on between '2006-01-01' and '2012-01-01' and died_on is null and family_id is not null order by id limit 2`,
    )
    const cases: string[] = []
    for (const [index, person] of people.entries()) {
      const actor: Actor = { ...(await accountFor(person.id, `Pelajar ${index}`)), personId: person.id }
      const { caseId } = await gone(scholarship, actor, { income: index === 0 ? 4_500_000 : 500_000 }, ['accept'])
      cases.push(caseId)
    }
    const head = empowered(await acting.officer('wening'), ['services.allot'], 'disdik')
    expect(await refused(acting.run(allotPlaces, { serviceId: 'scholarship' }, head))).toBe('wrong-state')
    clock.set('2030-01-12T03:00:00Z')
    const list = await acting.run(
      allotPlaces,
      { serviceId: 'scholarship' },
      { ...head, elevatedUntil: clock.now().epochMilliseconds + 1000 },
    )
    expect(list.applicants).toBe(2)
    const ranks = await world.rows<{ case_id: string; score: number; is_granted: boolean }>(
      'select case_id, score, is_granted from services.allotment_row order by rank',
    )
    // 40 for the lower income, 10 for the higher; 30 and 10 for the national prize and the way.
    expect(ranks).toEqual([
      { case_id: cases[1], score: 80, is_granted: true },
      { case_id: cases[0], score: 50, is_granted: false },
    ])
    for (const each of ranks) await acting.bySystem(carryOutPlace, { caseId: each.case_id, isGranted: each.is_granted })
    expect((await row(cases[0] as string)).state).toBe('reserve')
    const winner: Actor = { ...(await accountFor(people[1]?.id as string, 'Pelajar 1')), personId: people[1]?.id }
    const walk = walkOf(scholarship, winner)
    expect(await walk.follow(cases[1] as string, ['accept-place', 'award'])).toBe(2)
    expect(await row(cases[1] as string)).toMatchObject({ state: 'awarded', result: 'granted' })
    const awards = () =>
      world.rows('select amount::text, ended_on is null as holds from education.award where case_id = $1', [cases[1]])
    expect(await awards()).toEqual([{ amount: '6000000.00', holds: true }])
    expect(await walk.follow(cases[1] as string, ['cancel'])).toBe(1)
    expect(await awards()).toEqual([{ amount: '6000000.00', holds: false }])
  })
})

const accounts = new Map<string, Actor>()
async function accountFor(personId: string, name: string): Promise<Actor> {
  const known = accounts.get(personId)
  if (known) return known
  const list = [{ kind: 'citizen' as const, personId, displayName: name, name }]
  const [accountId] = await world.tenant.pools.write
    .transaction()
    .execute((tx) => createDemoAccounts(tx, world.tenant, list))
  const actor: Actor = { kind: 'citizen', accountId, personId, name, grants: [] }
  accounts.set(personId, actor)
  return actor
}
