import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoBirths, demoPeople } from '../src/demo/known-people.ts'
import { type Actor, systemActor } from '../src/kernel/access/access.ts'
import type { AppError } from '../src/kernel/errors.ts'
import { desks, listQueue } from '../src/modules/services/testing.ts'
import * as caseWork from '../src/modules/services/testing-case-work.ts'
import { refused, supervise } from './acting.ts'
import { type CaseWorld, openCaseWorld } from './case-world.ts'

let world: CaseWorld
let mother: Actor
let bagas: Actor
let laras: Actor
let wening: Actor
let head: Actor
const {
  agreeAppointment,
  askOtherTime,
  claimTask,
  completeReview,
  handOverTasks,
  listNotes,
  proposeAppointment,
  readNotes,
  reassignTask,
  recordAppointment,
  releaseEndedClaims,
  releaseTask,
  takeApplicantStep,
  writeNote,
} = caseWork

beforeAll(async () => {
  world = await openCaseWorld()
  mother = await world.citizen(demoPeople.sekar.nik)
  bagas = await world.officer('bagas')
  laras = await world.officer('laras')
  wening = await world.officer('wening')
  head = await world.officer('wening', supervise('disdukcapil'))
})
afterAll(() => world.close())

const messages = (accountId: string | undefined) =>
  world.rows<{ title: string }>('select title from messaging.message where account_id = $1 order by id', [accountId])
const eventsOf = async (caseId: string) =>
  (
    await world.rows<{ name: string }>('select name from journal.event where subject_id = $1 order by at, id', [caseId])
  ).map((row) => row.name)
const task = async (id: string) =>
  (
    await world.rows<{ claimed_person_id: string | null; claimed_name: string | null }>(
      'select * from services.task where id = $1',
      [id],
    )
  )[0]

/** A case whose reviews are all in, before the inspection. */
async function atHearing(): Promise<string> {
  const id = await world.submitted(mother)
  await world.act(id, 'forward', bagas)
  await world.run(completeReview, { caseId: id, branch: 'site', outcome: 'fits', findings: { measured: 118 } }, laras)
  await world.run(completeReview, { caseId: id, branch: 'health', outcome: 'clean' }, laras)
  return id
}

describe('work in hand', () => {
  it('is taken by one officer, left alone by the others, and put back', async () => {
    const id = await world.submitted(mother)
    const taskId = await world.taskOf(id)
    await world.run(claimTask, { taskId }, bagas)
    await world.run(claimTask, { taskId }, bagas)
    expect(await task(taskId)).toMatchObject({ claimed_person_id: bagas.personId, claimed_name: demoPeople.bagas.name })
    expect(await refused(world.run(claimTask, { taskId }, laras))).toBe('conflict')
    expect(await refused(world.act(id, 'forward', laras))).toBe('conflict')
    expect(await refused(world.run(releaseTask, { taskId }, laras))).toBe('forbidden')
    await world.run(releaseTask, { taskId }, bagas)
    expect((await task(taskId))?.claimed_person_id).toBeNull()
    expect((await eventsOf(id)).filter((name) => name.startsWith('services.task-'))).toEqual([
      'services.task-claimed.v1',
      'services.task-released.v1',
    ])
  })

  it('is no business of those without the desk, nor of the applicant himself', async () => {
    const taskId = await world.taskOf(await world.submitted(mother))
    expect(await refused(world.run(claimTask, { taskId }, await world.officer('ratih')))).toBe('forbidden')
    expect(await refused(world.run(claimTask, { taskId }, mother))).toBe('forbidden')
    expect(await refused(world.run(claimTask, { taskId: taskId.replace(/.$/, '0') }, bagas))).toMatch(/not-found|done/)
  })

  it('that is finished can no longer be taken', async () => {
    const id = await world.submitted(mother)
    const taskId = await world.taskOf(id)
    await world.act(id, 'forward', bagas)
    expect(await refused(world.run(claimTask, { taskId }, bagas))).toBe('conflict')
  })

  it('is given by the head to one who may do it, and to nobody else', async () => {
    const id = await world.submitted(mother)
    const taskId = await world.taskOf(id)
    await world.run(claimTask, { taskId }, bagas)
    expect(await refused(world.run(reassignTask, { taskId, personId: laras.personId }, bagas))).toBe('forbidden')
    const ratih = await world.officer('ratih')
    expect(await refused(world.run(reassignTask, { taskId, personId: ratih.personId }, head))).toBe('invalid-input')
    const before = (await messages(laras.accountId)).length
    await world.run(reassignTask, { taskId, personId: laras.personId }, head)
    expect((await task(taskId))?.claimed_person_id).toBe(laras.personId)
    expect(await messages(laras.accountId)).toHaveLength(before + 1)
  })

  it('of somebody who leaves is handed over at once, or goes back to the desk', async () => {
    const ids = [await world.submitted(mother), await world.submitted(mother)]
    const tasks = await Promise.all(ids.map((id) => world.taskOf(id)))
    for (const taskId of tasks) await world.run(claimTask, { taskId }, bagas)
    expect(await refused(world.run(handOverTasks, { fromPersonId: bagas.personId }, laras))).toBe('forbidden')
    const given = { fromPersonId: bagas.personId, toPersonId: laras.personId }
    const [held] = await world.rows<{ n: number }>(
      'select count(*)::int as n from services.task where closed_at is null and claimed_person_id = $1',
      [bagas.personId],
    )
    expect(held?.n).toBeGreaterThanOrEqual(2)
    expect(await world.run(handOverTasks, given, head)).toEqual({ moved: held?.n, released: 0 })
    expect((await task(tasks[0] ?? ''))?.claimed_person_id).toBe(laras.personId)
    await world.run(handOverTasks, { fromPersonId: laras.personId }, laras)
    expect((await task(tasks[1] ?? ''))?.claimed_person_id).toBeNull()
  })

  it('goes back to the desk by itself when the post has ended', async () => {
    const taskId = await world.taskOf(await world.submitted(mother))
    await world.run(claimTask, { taskId }, bagas)
    expect(await world.run(releaseEndedClaims, {}, systemActor('test'))).toEqual({ released: 0 })
    await world.rows(
      `update organization.assignment set valid_to = '2026-11-19' where official_id = (select id from organization.official where person_id = $1)`,
      [bagas.personId],
    )
    expect((await world.run(releaseEndedClaims, {}, systemActor('test'))).released).toBe(1)
    expect((await task(taskId))?.claimed_person_id).toBeNull()
    expect(await world.run(releaseEndedClaims, {}, systemActor('test'))).toEqual({ released: 0 })
    await world.rows(
      `update organization.assignment set valid_to = null where official_id = (select id from organization.official where person_id = $1)`,
      [bagas.personId],
    )
  })
})

describe('the queue', () => {
  it('is filtered by service, state, area, deadline, hands and words', async () => {
    const db = world.tenant.pools.read
    const id = await world.submitted(mother, { name: 'Kolam Wiradana' })
    const now = world.clock.now()
    const found = async (filter: Parameters<typeof listQueue>[3]) =>
      (await listQueue(db, bagas, desks, { pageSize: 500, now, ...filter })).rows.some((row) => row.id === id)
    expect(await found({})).toBe(true)
    expect(await found({ serviceId: 'recreation-permit', state: 'received' })).toBe(true)
    expect(await found({ serviceId: 'birth-certificate' })).toBe(false)
    expect(await found({ state: 'signing' })).toBe(false)
    expect(await found({ territory: demoPeople.sekar.villageCode.slice(0, 8) })).toBe(true)
    expect(await found({ territory: '99.01.99' })).toBe(false)
    expect(await found({ due: 'late' })).toBe(false)
    expect(await found({ due: 'late', now: now.add({ hours: 24 * 30 }) })).toBe(true)
    expect(await found({ claim: 'mine' })).toBe(false)
    await world.run(claimTask, { taskId: await world.taskOf(id) }, bagas)
    expect(await found({ claim: 'mine' })).toBe(true)
    expect(await found({ claim: 'free' })).toBe(false)
    expect(await found({ caseIds: await caseWork.findCaseIds(world.tenant, db, 'kolam wira') })).toBe(true)
    expect(await found({ caseIds: await caseWork.findCaseIds(world.tenant, db, 'tidak dikenal') })).toBe(false)
  })

  it('puts what is risky before what is as urgent, and pages without gaps', async () => {
    const db = world.tenant.pools.read
    await world.submitted(mother, { name: 'Wahana Besar', area: 2000 })
    const all = (await listQueue(db, bagas, desks, { pageSize: 500 })).rows.map((row) => row.taskId)
    const paged: string[] = []
    let after: string | undefined
    do {
      const part = await listQueue(db, bagas, desks, { pageSize: 3, after })
      paged.push(...part.rows.map((row) => row.taskId))
      after = part.next
    } while (after)
    expect(paged).toEqual(all)
    const own = (await listQueue(db, bagas, desks, { serviceId: 'recreation-permit', pageSize: 500 })).rows
    expect(own[0]?.subjectName).toBe('Wahana Besar')
  })
})

describe('questions and answers', () => {
  it('go between the applicant and the office, sealed, with marks of reading', async () => {
    const id = await world.submitted(mother)
    await world.run(claimTask, { taskId: await world.taskOf(id) }, bagas)
    const before = (await messages(bagas.accountId)).length
    await world.run(writeNote, { caseId: id, text: 'Apakah denah boleh menyusul?' }, mother)
    expect(await messages(bagas.accountId)).toHaveLength(before + 1)
    const [stored] = await world.rows<{ text: Buffer }>('select text from services.note where case_id = $1', [id])
    expect(stored?.text.toString()).not.toContain('denah')
    expect(await world.run(readNotes, { caseId: id }, bagas)).toEqual({ read: 1 })
    await world.run(writeNote, { caseId: id, text: 'Boleh, paling lambat besok.' }, bagas)
    const notes = await listNotes(world.tenant, world.tenant.pools.read, id)
    expect(notes.map((note) => [note.fromApplicant, note.text, note.readAt !== undefined])).toEqual([
      [true, 'Apakah denah boleh menyusul?', true],
      [false, 'Boleh, paling lambat besok.', false],
    ])
    expect((await messages(mother.accountId)).some((row) => row.title.startsWith('Pesan dari petugas'))).toBe(true)
  })

  it('are not for strangers, and not empty', async () => {
    const id = await world.submitted(mother)
    const stranger = await world.citizen(demoBirths[1]?.mother.nik ?? '')
    expect(await refused(world.run(writeNote, { caseId: id, text: 'Halo, apa kabar?' }, stranger))).toBe('not-found')
    expect(await refused(world.run(writeNote, { caseId: id, text: '  ' }, mother))).toBe('invalid-input')
  })
})

describe('a meeting', () => {
  it('is proposed within working hours and the time for it, once at a time for one official', async () => {
    const id = await atHearing()
    const propose = (day: string, time: string, caseId = id, actor = laras) =>
      world.run(proposeAppointment, { caseId, day, time }, actor)
    const at = async (attempt: Promise<unknown>) =>
      (await attempt.catch((error: AppError) => error.fields[0]?.path)) as string
    expect(await at(propose('2026-11-22', '09:00'))).toBe('day') // Sunday
    expect(await at(propose('2026-11-23', '05:00'))).toBe('time')
    expect(await at(propose('2026-11-20', '08:00'))).toBe('day') // has passed
    expect(await at(propose('2026-12-18', '09:00'))).toBe('day') // too late
    expect(await refused(propose('2026-11-23', '09:00', id, bagas))).toBe('forbidden')
    await propose('2026-11-23', '09:00')
    const other = await atHearing()
    expect(await at(propose('2026-11-23', '09:30', other))).toBe('time')
    await propose('2026-11-23', '10:00', other)
    expect((await messages(mother.accountId)).some((row) => row.title.startsWith('Usulan waktu'))).toBe(true)
  })

  it('is agreed or moved by the applicant, recorded by the official, and opens the step that waits for it', async () => {
    const id = await atHearing()
    const accept = { findings: { visitNote: 'Sesuai dengan denah.' } }
    expect(await refused(world.act(id, 'accept', laras, accept))).toBe('wrong-state')
    const first = await world.run(proposeAppointment, { caseId: id, day: '2026-11-24', time: '09:00' }, laras)
    await world.run(askOtherTime, { ...first, note: 'Rabu pagi saja' }, mother)
    expect(await refused(world.run(agreeAppointment, first, mother))).toBe('conflict')
    const second = await world.run(proposeAppointment, { caseId: id, day: '2026-11-25', time: '09:00' }, laras)
    await world.run(agreeAppointment, second, mother)
    expect(await refused(world.run(recordAppointment, { ...second, outcome: 'held' }, laras))).toBe('wrong-state')
    world.clock.set('2026-11-25T04:00:00Z')
    await world.run(recordAppointment, { ...second, outcome: 'held' }, laras)
    expect(await refused(world.act(id, 'accept', laras, accept))).toBe('done')
    expect((await world.caseRow(id)).state).toBe('paying')
    world.clock.set('2026-11-20T02:14:00Z')
  })

  it('missed twice, the applicant is told what may follow', async () => {
    const id = await atHearing()
    for (const day of ['2026-11-23', '2026-11-24']) {
      const made = await world.run(proposeAppointment, { caseId: id, day, time: '14:00' }, laras)
      world.clock.set(`${day}T09:00:00Z`)
      await world.run(recordAppointment, { ...made, outcome: 'missed' }, laras)
    }
    const bodies = await world.rows<{ body: string }>('select body from messaging.message where account_id = $1', [
      mother.accountId,
    ])
    expect(bodies.filter((row) => row.body.includes('dapat gugur'))).toHaveLength(1)
    world.clock.set('2026-11-20T02:14:00Z')
  })
})

describe('an objection', () => {
  it('is possible after a refusal with its ground, until its last day', async () => {
    const id = await atHearing()
    const refusal = { reasonId: 'zone', reason: 'Lokasi berada di kawasan lindung.' }
    expect(await refused(world.act(id, 'refuse', laras, { ...refusal, reasonId: 'made-up' }))).toBe('invalid-input')
    await world.act(id, 'refuse', laras, refusal)
    world.clock.set('2027-01-20T02:00:00Z')
    const objection = { caseId: id, verb: 'object', reason: 'Kawasan itu sudah diubah tahun lalu.' }
    expect(await refused(world.run(takeApplicantStep, objection, mother))).toBe('wrong-state')
    world.clock.set('2026-11-25T02:00:00Z')
    expect(await refused(world.run(takeApplicantStep, { ...objection, reason: '' }, mother))).toBe('invalid-input')
    await world.run(takeApplicantStep, objection, mother)
    expect((await world.caseRow(id)).state).toBe('hearing')
    world.clock.set('2026-11-20T02:14:00Z')
    expect(wening.name).toBe(demoPeople.wening.name)
  })
})
