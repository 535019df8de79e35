import { beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { getPerson } from '../src/modules/people/index.ts'
import { registerChecks, type ServiceDefinition } from '../src/modules/services/index.ts'
import { allotPlaces, carryOutPlace, runTimers } from '../src/modules/services/testing.ts'
import { buildingApproval } from '../src/services/building-approval/definition.ts'
import { scholarship } from '../src/services/scholarship/definition.ts'
import { stallPermit } from '../src/services/stall-permit/definition.ts'
import { standardCertificate } from '../src/services/standard-certificate/definition.ts'
import { empowered, errorOf, refused } from './acting.ts'
import { type Path, walkServices } from './walks.ts'

/** Four services with the facts and the registers of the modules that own them. The demo is loaded on the real day. */
const monday = Temporal.Instant.from('2030-01-07T02:00:00Z') // 09.00 in Jakarta, after the tenures of the demo
const { world, acting, clock, read, rows, walkOf, applied, caseRow, nikOf, ...walks } = walkServices({
  at: monday,
  atOnce: false,
})
let sekar: Actor
let bima: Actor

beforeAll(async () => {
  sekar = await acting.citizen(demoPeople.sekar.nik)
  bima = await acting.citizen(demoPeople.bima.nik)
})

/** Applies with the answers of the first golden case, changed as told, and goes a way. */
const gone = (definition: ServiceDefinition, applicant: string | Actor, change: object, path: Path) =>
  walks.gone(definition, applicant, { ...definition.golden[0]?.answers, ...change }, path)
const papers = (caseId: string) => walks.papers(caseId, ({ title, signer_manner }) => `${title} (${signer_manner})`)

const approvals = (id: string) =>
  rows<{ kind: string; details: Record<string, unknown>; ended_on: string | null; lat: string }>(
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
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', result: 'granted', fee_amount: '626484.00' })
    const [approval] = await approvals(caseId)
    expect(approval).toMatchObject({ kind: 'building-approval', ended_on: null, lat: '-6.912300' })
    expect(approval?.details).toMatchObject({ area: 118.4, floors: 2, use: 'dwelling' })
    const [bill] = await rows(
      'select b.state, l.account_code, l.amount::text from billing.bill b join billing.bill_line l on l.bill_id = b.id where b.subject_id = $1',
      [caseId],
    )
    expect(bill).toEqual({ state: 'paid', account_code: 'retribusi-pbg', amount: '626484.00' })
    expect(await papers(caseId)).toEqual(['Persetujuan Bangunan Gedung (definitif)'])
    const land = { landNumber: 'SHM 777/Uji' }
    expect(await shown(buildingApproval, land, sekar)).toEqual(['soon'])

    expect(await walk.follow(caseId, ['prepare-reissue', 'reissue', 'cancel'])).toBe(3)
    expect(await caseRow(caseId)).toMatchObject({ state: 'cancelled', result: 'cancelled' })
    expect((await approvals(caseId)).map((each) => each.ended_on !== null)).toEqual([true])
    expect(await shown(buildingApproval, land, sekar)).toEqual(['good'])
    const [first] = await rows(
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
    expect((await caseRow(caseId)).state).toBe('reviewing')
    expect(await walk.follow(caseId, ['roads:recommend', 'proceed'])).toBe(2)
    const officer = empowered(await acting.officer('laras'), ['services.verify'], 'dpupr')
    expect(await refused(acting.act(caseId, 'report-inspection', officer, { findings: { measuredArea: 1 } }))).toBe(
      'wrong-state',
    )
    expect(await walk.follow(caseId, [inspected(120), 'set-retribution'])).toBe(2)
    const head = empowered(await acting.officer('wening'), ['services.sign', 'documents.sign'], 'dpmptsp')
    expect(await refused(acting.act(caseId, 'issue', head))).toBe('wrong-state')
    expect(await approvals(caseId)).toEqual([])
  })

  it('lapses when thirty days pass without payment, and not a minute before', async () => {
    const path: Path = [...reviewed, inspected(120), 'set-retribution']
    const { caseId } = await gone(buildingApproval, sekar, { buildingName: 'Rumah C' }, path)
    const due = Temporal.Instant.from((await caseRow(caseId)).next_timer_at?.toISOString() ?? '')
    expect(await runClock(caseId, due.subtract({ minutes: 1 }))).toEqual([])
    expect(await runClock(caseId, due.add({ minutes: 1 }))).toEqual(['lapse'])
    expect(await caseRow(caseId)).toMatchObject({ state: 'lapsed', result: 'lapsed' })
    expect(await runClock(caseId, due.add({ hours: 48 }))).toEqual([])
    clock.set(monday.toString())
  })
})

describe('a stall', () => {
  const seen: Path = ['accept', { verb: 'report-inspection', findings: { stallPhoto: ['x'] } }, 'paid', 'issue']
  const tenures = (code: string) =>
    rows<{ holder_person_id: string; ended: boolean; renewal: boolean }>(
      `select holder_person_id, ended_on is not null as ended, renews is not null as renewal
       from licensing.tenure where stall_code = $1 order by recorded_at`,
      [code],
    )
  const freeStall = async () => {
    const [stall] = await rows<{ code: string; area: string }>(
      `select code, area_m2 as area from licensing.stall s
       where not exists (select 1 from licensing.tenure t where t.stall_code = s.code) order by code limit 1`,
    )
    return stall as { code: string; area: string }
  }

  it('is let for a year at the register’s area times days; nobody else can have it; a renewal needs no visit', async () => {
    const { code, area } = await freeStall()
    const { caseId } = await gone(stallPermit, sekar, { stallCode: code, goods: 'Sembako' }, seen)
    const done = await caseRow(caseId)
    expect(Number(done.fee_amount)).toBe(500 * Number(area) * 365)
    expect(done.valid_to).toBe('2031-01-08')
    expect(await tenures(code)).toEqual([{ holder_person_id: sekar.personId, ended: false, renewal: false }])

    expect(await shown(stallPermit, { stallCode: code }, bima)).toEqual(['late'])
    expect(await shown(stallPermit, { stallCode: code }, sekar)).toEqual(['good'])
    // To everybody else the stall is taken, and to her a renewal is too early by ten months.
    const change = { stallCode: code, goods: 'Sembako' }
    for (const actor of [bima, sekar]) {
      const fault = await errorOf(applied(stallPermit, actor, { ...stallPermit.golden[0]?.answers, ...change }))
      expect(fault.fields.map((field) => field.path)).toEqual(['stallCode'])
    }

    clock.set('2030-12-02T02:00:00Z')
    const again = await gone(stallPermit, sekar, change, ['paid', 'issue'])
    expect((await caseRow(again.caseId)).valid_to).toBe('2031-12-02')
    const [until] = await rows('select to_on::text from licensing.tenure where case_id = $1', [again.caseId])
    expect(until).toEqual({ to_on: '2031-12-02' })
    const held = { holder_person_id: sekar.personId, ended: true, renewal: false }
    expect(await tenures(code)).toEqual([held, { ...held, ended: false, renewal: true }])
    expect(await again.walk.follow(again.caseId, ['cancel'])).toBe(1)
    expect(await tenures(code)).toEqual([held, { ...held, renewal: true }])
    clock.set(monday.toString())
  })

  it('that two people were granted goes to the first who signs: the second step is undone as a whole', async () => {
    const { code } = await freeStall()
    const change = { stallCode: code, goods: 'Sayur' }
    const first = await gone(stallPermit, sekar, change, seen.slice(0, 3))
    // While one application runs, nobody else may choose the stall.
    await expect(applied(stallPermit, bima, { ...stallPermit.golden[0]?.answers, ...change })).rejects.toThrow(
      /invalid-input/,
    )
    await rows(
      `insert into licensing.tenure (id, stall_code, case_id, case_number, holder_person_id, goods, from_on, to_on, recorded_at)
       values (gen_random_uuid(), $1, gen_random_uuid(), 'uji', $2, 'Sayur', '2030-01-01', '2030-12-31', now())`,
      [code, bima.personId],
    )
    await expect(first.walk.follow(first.caseId, ['issue'])).rejects.toThrow(/conflict/)
    expect((await caseRow(first.caseId)).state).toBe('signing')
    expect(await papers(first.caseId)).toEqual([])
  })
})

describe('a stall where fire is not safe', () => {
  it('is not found fit: the step is refused at that finding', async () => {
    const stalls = await rows<{ code: string }>(`select code from licensing.stall s where zone = 'food'
      and closed_on is null and not exists (select 1 from licensing.tenure t where t.stall_code = s.code)
      order by code desc limit 1`)
    const unsafe = { verb: 'report-inspection', findings: { stallPhoto: ['x'], fireSafe: 'no' } }
    const change = { stallCode: stalls[0]?.code ?? '', goods: 'Soto', cooking: 'yes' }
    const fault = await errorOf(gone(stallPermit, sekar, change, ['accept', unsafe]))
    expect(fault.fields).toMatchObject([{ path: 'fireSafe' }])
    expect(fault.fields[0]?.message.id).toContain('tidak dapat dinyatakan layak')
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
    expect(await caseRow(low.caseId)).toMatchObject({ state: 'issued', result: 'granted' })
    expect(await papers(low.caseId)).toEqual(['Keterangan tingkat risiko rendah (seal)'])
    expect(await approvals(low.caseId)).toMatchObject([{ kind: 'risk-statement' }])
    const next = await gone(standardCertificate, sekar, { scale: 'small', nib: '9120001234568' }, [])
    expect(await papers(next.caseId)).toEqual(['Sertifikat Standar (seal)'])
    expect(await shown(standardCertificate, { nib: '9120001234568', kbli: '56101' }, sekar)).toEqual(['soon'])
    expect(await shown(standardCertificate, { nib: '9120001234568', kbli: '56102' }, sekar)).toEqual(['good'])
    expect(await approvals(next.caseId)).toMatchObject([
      { kind: 'standard-certificate', details: { risk: 'menengah rendah' } },
    ])
  })

  it('that is not decided in time is granted by law at that minute, with a sealed decision and in the register', async () => {
    const answers = { ...standardCertificate.golden[2]?.answers, nib: '9120001234569' }
    const { caseId } = await gone(standardCertificate, sekar, answers, ['forward'])
    const promised = Temporal.Instant.from((await caseRow(caseId)).promised_at.toISOString())
    await runClock(caseId, promised.subtract({ minutes: 1 }))
    expect((await caseRow(caseId)).state).toBe('inspecting')
    expect(await approvals(caseId)).toEqual([])
    expect(await runClock(caseId, promised.add({ minutes: 1 }))).toContain('grant-by-silence')
    expect(await caseRow(caseId)).toMatchObject({ state: 'issued', result: 'granted' })
    expect(await approvals(caseId)).toMatchObject([{ kind: 'standard-certificate' }])
    expect(await papers(caseId)).toEqual(['Sertifikat Standar (seal)', 'Keputusan yang dianggap dikabulkan (seal)'])
    expect(await runClock(caseId, promised.add({ minutes: 2 }))).toEqual([])
    clock.set(monday.toString())
  })
})

describe('a scholarship', () => {
  it('goes by points to as many as there are places; the others wait, and the award is entered', async () => {
    await rows(`update rules.rule set value = '1' where key = 'education.scholarship.places'`)
    await rows(`update rules.rule set value = '"2030-01-11"' where key = 'education.scholarship.closes'`)
    const people = await rows<{ id: string }>(
      `select id from people.person where birth_on between '2006-01-01' and '2012-01-01' and died_on is null and family_id is not null order by id limit 2`,
    )
    const pupils = await Promise.all(people.map(async ({ id }) => nikOf(await getPerson(read(), id))))
    const cases: string[] = []
    for (const [index, nik] of pupils.entries()) {
      const { caseId } = await gone(scholarship, nik, { income: index === 0 ? 4_500_000 : 500_000 }, ['accept'])
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
    const ranks = await rows<{ case_id: string; score: number; is_granted: boolean }>(
      'select case_id, score, is_granted from services.allotment_row order by rank',
    )
    // 40 for the lower income, 10 for the higher; 30 and 10 for the national prize and the way.
    expect(ranks).toEqual([
      { case_id: cases[1], score: 80, is_granted: true },
      { case_id: cases[0], score: 50, is_granted: false },
    ])
    for (const each of ranks) await acting.bySystem(carryOutPlace, { caseId: each.case_id, isGranted: each.is_granted })
    expect((await caseRow(cases[0] as string)).state).toBe('reserve')
    const walk = walkOf(scholarship, await acting.citizen(pupils[1] as string))
    expect(await walk.follow(cases[1] as string, ['accept-place', 'award'])).toBe(2)
    expect(await caseRow(cases[1] as string)).toMatchObject({ state: 'awarded', result: 'granted' })
    const awards = () =>
      rows('select amount::text, ended_on is null as holds from education.award where case_id = $1', [cases[1]])
    expect(await awards()).toEqual([{ amount: '6000000.00', holds: true }])
    expect(await walk.follow(cases[1] as string, ['cancel'])).toBe(1)
    expect(await awards()).toEqual([{ amount: '6000000.00', holds: false }])
  })
})
