import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import type { WorkingCalendar } from '../src/kernel/clock/working-days.ts'
import { canonicalJson } from '../src/kernel/journal/journal.ts'
import { getCalendar } from '../src/modules/rules/index.ts'
import {
  actOnCase,
  completeReview,
  decideConsent,
  findCase,
  listOpenTasks,
  migrateCases,
  movePaid,
  type OpenCase,
  previewMigration,
  replayCase,
  runTimers,
  saveAnswers,
  startDraft,
  submitCase,
  takeApplicantStep,
  timersOf,
} from '../src/modules/services/testing.ts'
import { Acting, empowered, refused } from './acting.ts'
import { flowDefinition } from './flow-definition.ts'
import { openWorld, type World } from './journeys/world.ts'

let world: World
let acting: Acting
let applicant: Actor
let reviewer: Actor
let counter: Actor
let head: Actor
const clock = new FixedClock('2026-11-20T02:14:00Z') // Friday 09.14 in Jakarta

async function publish(definition: object & { id: string; version: number; slug: string; validFrom: string }) {
  await world.rows(
    `insert into services.definition (service_id, version, slug, body, hash, valid_from) values ($1, $2, $3, $4, 'x', $5)`,
    [definition.id, definition.version, definition.slug, canonicalJson(definition), definition.validFrom],
  )
}

beforeAll(async () => {
  world = await openWorld()
  acting = new Acting(world, clock)
  await publish(flowDefinition)
  applicant = await acting.citizen(demoPeople.sekar.nik)
  reviewer = empowered(await acting.officer('laras'), ['services.verify'], 'disdukcapil')
  counter = empowered(await acting.officer('bagas'), ['services.receive'], 'disdukcapil')
  head = await acting.officer('wening')
})
afterAll(() => world.close())
beforeEach(() => clock.set('2026-11-20T02:14:00Z'))

let area = 10
async function draft(more: object = {}): Promise<string> {
  const { draftId } = await acting.run(startDraft, { slug: 'uji-alur' }, applicant)
  area += 1
  const answers = { area, near: 'no', truth: true, ...more }
  await acting.run(saveAnswers, { draftId, pageId: 'isi', answers, finished: true }, applicant)
  return draftId
}

async function submitted(more: object = {}): Promise<string> {
  return (await acting.run(submitCase, { draftId: await draft(more) }, applicant)).caseId
}

interface Row {
  state: string
  result: string | null
  revision: number
  branches: Record<string, string>
  outcome: Record<string, unknown>
  promised_at: Date
  next_timer_at: Date | null
  open_tasks: number
}
async function row(id: string): Promise<Row> {
  const [found] = await world.rows<Row>(
    `select c.*, (select count(*)::int from services.task t where t.case_id = c.id and t.closed_at is null) as open_tasks
     from services.case c where id = $1`,
    [id],
  )
  return found as Row
}

const review = (caseId: string, branch: string, outcome: string, actor: Actor, more: object = {}) =>
  acting.run(completeReview, { caseId, branch, outcome, ...more }, actor)
const act = async (caseId: string, verb: string, actor: Actor, more: object = {}) =>
  acting.run(actOnCase, { caseId, verb, revision: (await row(caseId)).revision, ...more }, actor)
const billOf = async (id: string) => (await row(id)).outcome['bill:paying'] as string
const pay = async (caseId: string) => acting.bySystem(movePaid, { caseId, billId: await billOf(caseId) })

async function toSigning(): Promise<string> {
  const id = await submitted()
  await review(id, 'building', 'fine', reviewer, { findings: { measured: 12 } })
  await pay(id)
  return id
}

async function toRefused(): Promise<string> {
  const id = await submitted()
  await review(id, 'building', 'bad', reviewer, {
    findings: { measured: 12 },
    reason: 'Pondasi tidak memenuhi syarat.',
  })
  return id
}

describe('parallel reviews', () => {
  it('run at the same time, each at its own desk; the file goes on when all that apply are in', async () => {
    const id = await submitted({ near: 'yes' })
    expect(await row(id)).toMatchObject({ state: 'reviewing', open_tasks: 2, branches: { building: '', road: '' } })
    expect(await refused(review(id, 'road', 'fine', reviewer))).toBe('forbidden')
    await review(id, 'road', 'fine', counter)
    expect(await row(id)).toMatchObject({ state: 'reviewing', open_tasks: 1, branches: { road: 'fine' } })
    expect(await refused(review(id, 'road', 'fine', counter))).toBe('conflict')
    await review(id, 'building', 'fine', reviewer, { findings: { measured: 12 } })
    expect(await row(id)).toMatchObject({ state: 'paying', open_tasks: 0 })
  })

  it('a review that does not apply is skipped, and a bad one counts when all are in', async () => {
    const id = await submitted()
    expect((await row(id)).branches).toEqual({ building: '', road: 'skipped' })
    const other = await submitted({ near: 'yes' })
    await review(other, 'building', 'bad', reviewer, { findings: { measured: 9 }, reason: 'Pondasi tidak memenuhi.' })
    expect(await row(other)).toMatchObject({ state: 'reviewing', open_tasks: 1 })
    await review(other, 'road', 'fine', counter)
    expect(await row(other)).toMatchObject({ state: 'refused', result: 'refused', open_tasks: 0 })
  })

  it('a review asks for its findings and for a reason, and says where', async () => {
    const id = await submitted()
    const fault = await review(id, 'building', 'fine', reviewer).catch((error) => error)
    expect(fault.fields.map((field: { path: string }) => field.path)).toEqual(['measured'])
    const reason = await review(id, 'building', 'bad', reviewer, { findings: { measured: 9 } }).catch((error) => error)
    expect(reason.fields.map((field: { path: string }) => field.path)).toEqual(['reason'])
  })
})

describe('the bill', () => {
  it('is issued by the step and moves the case once, however often it is heard', async () => {
    const id = await submitted()
    await review(id, 'building', 'fine', reviewer, { findings: { measured: 12 } })
    const [bill] = await world.rows<{ total_amount: string }>(
      'select total_amount from billing.bill where subject_id = $1',
      [id],
    )
    expect(Number(bill?.total_amount)).toBe(area * 1000)
    await acting.bySystem(movePaid, { caseId: id, billId: '00000000-0000-7000-8000-000000000000' })
    expect((await row(id)).state).toBe('paying')
    await pay(id)
    const after = await row(id)
    await acting.bySystem(movePaid, { caseId: id, billId: after.outcome['bill:paying'] })
    expect(await row(id)).toMatchObject({ state: 'signing', revision: after.revision })
  })

  it('a bill that nobody pays lets the case lapse, by the clock', async () => {
    const id = await submitted()
    await review(id, 'building', 'fine', reviewer, { findings: { measured: 12 } })
    clock.set('2026-11-23T08:59:00Z')
    await acting.bySystem(runTimers, { caseId: id })
    expect((await row(id)).state).toBe('paying')
    clock.set('2026-11-23T09:01:00Z')
    await acting.bySystem(runTimers, { caseId: id })
    expect(await row(id)).toMatchObject({ state: 'lapsed', result: 'lapsed', next_timer_at: null })
    const bills = await world.rows<{ state: string }>('select state from billing.bill where subject_id = $1', [id])
    expect(bills).toEqual([{ state: 'cancelled' }])
  })
})

describe('the decision', () => {
  it('is never signed by one who reviewed it', async () => {
    const id = await toSigning()
    const both = { ...reviewer, grants: [...reviewer.grants, ...head.grants] }
    expect(await refused(act(id, 'sign', both))).toBe('forbidden')
    expect(await refused(act(id, 'sign', head))).toBe('done')
    expect(await row(id)).toMatchObject({ state: 'granted', result: 'granted' })
  })

  it('issues its letter with the next number of the register; a new one takes its place', async () => {
    const id = await toSigning()
    await act(id, 'sign', head)
    await act(id, 'reissue', head)
    const letters = await world.rows<{ number: string; replaced_by: string | null }>(
      'select number, replaced_by from documents.issued where source_id = $1 order by id',
      [id],
    )
    expect(letters).toHaveLength(2)
    expect(letters[0]?.replaced_by).not.toBeNull()
    const [first, second] = letters.map((letter) => Number(letter.number.split('/')[1]))
    expect(second).toBe((first ?? 0) + 1)
  })
})

describe('cancellation', () => {
  it('takes back what was issued, and asks why', async () => {
    const id = await toSigning()
    await act(id, 'sign', head)
    expect(await refused(act(id, 'cancel', head))).toBe('invalid-input')
    await act(id, 'cancel', head, { reason: 'Diterbitkan atas data yang keliru.' })
    expect(await row(id)).toMatchObject({ state: 'cancelled', result: 'cancelled' })
    const revoked = await world.rows<{ revoked_reason: string }>(
      'select revoked_reason from documents.issued where source_id = $1',
      [id],
    )
    expect(revoked).toEqual([{ revoked_reason: 'dibatalkan oleh penerbitnya' }])
  })
})

describe('objection', () => {
  it('is possible for its time and no longer', async () => {
    const id = await toRefused()
    const object = { caseId: id, verb: 'object', reason: 'Pondasi sudah diperbaiki sesuai catatan.' }
    clock.set('2026-11-23T10:00:00Z')
    expect(await refused(acting.run(takeApplicantStep, object, applicant))).toBe('wrong-state')
    clock.set('2026-11-23T08:00:00Z')
    expect(await refused(acting.run(takeApplicantStep, object, await acting.citizen(demoPeople.bima.nik)))).toBe(
      'not-found',
    )
    await acting.run(takeApplicantStep, object, applicant)
    expect(await row(id)).toMatchObject({ state: 'objected', result: null, open_tasks: 1 })
  })

  it('that nobody answers is granted by silence, with a sealed letter, once', async () => {
    const id = await toRefused()
    await acting.run(takeApplicantStep, { caseId: id, verb: 'object', reason: 'Pondasi sudah diperbaiki.' }, applicant)
    clock.set('2026-11-24T09:30:00Z')
    await Promise.all([1, 2, 3].map(() => acting.bySystem(runTimers, { caseId: id })))
    expect(await row(id)).toMatchObject({ state: 'granted', result: 'granted' })
    const letters = await world.rows<{ signer_manner: string; signer_order: string }>(
      'select signer_manner, signer_order from documents.issued where source_id = $1',
      [id],
    )
    expect(letters).toEqual([{ signer_manner: 'seal', signer_order: 'UU 30/2014 pasal 77 ayat (5)' }])
  })

  it('is turned down with a ground of law and a reason', async () => {
    const id = await toRefused()
    await acting.run(takeApplicantStep, { caseId: id, verb: 'object', reason: 'Pondasi sudah diperbaiki.' }, applicant)
    const fault = await act(id, 'uphold', head, { reason: 'Tidak ada bukti perbaikan.' }).catch((error) => error)
    expect(fault.fields[0].path).toBe('reasonId')
    await act(id, 'uphold', head, { reason: 'Tidak ada bukti perbaikan.', reasonId: 'law' })
    expect(await row(id)).toMatchObject({ state: 'upheld', result: 'refused' })
  })
})

describe('the clock', () => {
  it('warns and escalates each once', async () => {
    const id = await submitted()
    clock.set('2026-11-24T02:00:00Z')
    expect(await acting.bySystem(runTimers, { caseId: id })).toEqual({ done: ['escalate'] })
    expect(await acting.bySystem(runTimers, { caseId: id })).toEqual({ done: [] })
  })

  it('a holiday decreed later moves silent consent, never the promise', async () => {
    const id = await toRefused()
    await acting.run(takeApplicantStep, { caseId: id, verb: 'object', reason: 'Pondasi sudah diperbaiki.' }, applicant)
    const open = (await findCase(world.tenant.pools.read, id)) as OpenCase
    const stepAt = async (calendar: WorkingCalendar) => {
      const tasks = await listOpenTasks(world.tenant.pools.write as never, id)
      return timersOf(open.definition, open.row, tasks, calendar)
        .find((timer) => timer.kind === 'step')
        ?.at.toString()
    }
    const calendar = await getCalendar(world.tenant, world.tenant.pools.read, '99.01')
    expect(await stepAt(calendar)).toBe('2026-11-23T09:00:00Z')
    const holidays = new Set([...calendar.holidays, '2026-11-23'])
    expect(await stepAt({ ...calendar, holidays })).toBe('2026-11-24T09:00:00Z')
    expect((await row(id)).promised_at.toISOString()).toBe('2026-11-23T09:00:00.000Z')
  })
})

describe('one application at a time', () => {
  it('a second one for the same thing is refused, whoever sends it, until the first has ended', async () => {
    await submitted({ area: 77 })
    const second = await draft({ area: 77 })
    expect(await refused(acting.run(submitCase, { draftId: second }, applicant))).toBe('conflict')
  })
})

describe('consent of others', () => {
  it('is asked for, and the last consent sends the application', async () => {
    const partner = await acting.citizen(demoPeople.bima.nik)
    const draftId = await draft({ partner: demoPeople.bima.nik })
    const first = await acting.run(submitCase, { draftId }, applicant)
    expect(first.waiting).toBe(1)
    expect(await refused(acting.run(decideConsent, { draftId, agrees: true }, applicant))).toBe('not-found')
    expect(await acting.run(decideConsent, { draftId, agrees: true }, partner)).toEqual({ sent: true })
    expect((await row(draftId)).state).toBe('reviewing')
  })

  it('declined, the application stays a draft that can be sent again', async () => {
    const partner = await acting.citizen(demoPeople.bima.nik)
    const draftId = await draft({ partner: demoPeople.bima.nik })
    await acting.run(submitCase, { draftId }, applicant)
    await acting.run(decideConsent, { draftId, agrees: false }, partner)
    expect((await acting.run(submitCase, { draftId }, applicant)).waiting).toBe(1)
  })
})

describe('another version', () => {
  it('takes running cases over without a later promise, and leaves those that have no place in it', async () => {
    const moving = await submitted()
    const signing = await toSigning()
    const next = structuredClone(flowDefinition)
    next.version = 2
    next.clock = { rule: 'civil-registration.birth.report-within', per: 'calendar-day' }
    for (const each of next.flow.states) if (each.id === 'signing') each.id = 'initialling'
    for (const each of next.flow.transitions) {
      if (each.from === 'signing') each.from = 'initialling'
      if (each.to === 'signing') each.to = 'initialling'
    }
    await publish(next)
    const before = (await row(moving)).promised_at
    const which = { serviceId: 'flow-test', from: 1, to: 2, mapping: {} }
    const preview = await previewMigration(world.tenant, world.tenant.pools.read, which)
    expect(preview.stays['no-state']).toBeGreaterThan(0)
    const publisher = empowered(head, ['services.publish'], '')
    const beyond = await acting.run(
      migrateCases,
      { ...which, after: 'ffffffff-ffff-7fff-8fff-ffffffffffff' },
      publisher,
    )
    expect(beyond).toEqual({ moved: 0, next: undefined })
    const done = await acting.run(migrateCases, which, publisher)
    expect(done).toEqual({ moved: preview.moves, next: undefined })
    const [version] = await world.rows<{ version: number }>('select version from services.case where id = $1', [moving])
    expect(version?.version).toBe(2)
    expect((await row(moving)).promised_at.getTime()).toBeLessThanOrEqual(before.getTime())
    expect(
      (await world.rows<{ version: number }>('select version from services.case where id = $1', [signing]))[0]?.version,
    ).toBe(1)
    const mapped = await acting.run(migrateCases, { ...which, mapping: { signing: 'initialling' } }, publisher)
    expect(mapped.moved).toBeGreaterThan(0)
    await act(signing, 'sign', head)
    expect((await row(signing)).state).toBe('granted')
  })
})

describe('replay', () => {
  it('comes out the same as of its own day, and shows what does not', async () => {
    const id = await toSigning()
    const open = await findCase(world.tenant.pools.read, id)
    const lines = await replayCase(world.tenant, world.tenant.pools.read, open as never)
    expect(lines.filter((line) => !line.same)).toEqual([])
    await world.rows(`update services.case set fee_amount = 1 where id = $1`, [id])
    const changed = await replayCase(
      world.tenant,
      world.tenant.pools.read,
      (await findCase(world.tenant.pools.read, id)) as never,
    )
    expect(changed.filter((line) => !line.same).map((line) => line.what.en)).toEqual(['Fee'])
  })
})
