import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { startDraft } from '../src/modules/services/testing.ts'
import * as caseWork from '../src/modules/services/testing-case-work.ts'
import { refused, supervise } from './acting.ts'
import { type CaseWorld, openCaseWorld } from './case-world.ts'

let world: CaseWorld
let mother: Actor
let agent: Actor
let bagas: Actor
const { acceptMandate, attachFinding, declineMandate, offerMandate, revokeMandate } = caseWork
const agentNik = demoPeople.bima.nik
const today = '2026-11-20'

beforeAll(async () => {
  world = await openCaseWorld()
  mother = await world.citizen(demoPeople.sekar.nik)
  agent = await world.citizen(agentNik)
  bagas = await world.officer('bagas')
})
afterAll(() => world.close())

const offered = async (more: object = {}) =>
  (await world.run(offerMandate, { nik: agentNik, validTo: '2026-12-31', ...more }, mother)).mandateId
const ownFiles = async (actor: Actor) =>
  (
    await caseWork.listOwnFiles(world.tenant.pools.read, {
      accountId: actor.accountId ?? '',
      personId: actor.personId ?? '',
      today,
    })
  ).rows

describe('a power of attorney', () => {
  it('begins when the other accepts; the application is then the principal’s, and both see it', async () => {
    const mandateId = await offered()
    expect(await refused(world.run(startDraft, { slug: 'izin-rekreasi', mandateId }, agent))).toBe('forbidden')
    await world.run(acceptMandate, { mandateId }, agent)
    const caseId = await world.submitted(agent, { mandateId, name: 'Taman Kuasa' })
    const [row] = await world.rows<{ applicant_person_id: string; account_id: string; mandate_id: string }>(
      'select * from services.case where id = $1',
      [caseId],
    )
    expect(row).toMatchObject({
      applicant_person_id: mother.personId,
      account_id: agent.accountId,
      mandate_id: mandateId,
    })
    expect((await ownFiles(mother)).find((file) => file.id === caseId)).toMatchObject({
      byMandate: true,
      isAgent: false,
    })
    expect((await ownFiles(agent)).find((file) => file.id === caseId)).toMatchObject({ isAgent: true })
    const told = await world.rows<{ title: string }>('select title from messaging.message where account_id = $1', [
      mother.accountId,
    ])
    expect(told.some((message) => message.title.includes('memakai kuasa Anda'))).toBe(true)
    const [began] = await world.rows<{ payload: { mandateId?: string } }>(
      `select payload from journal.event where subject_id = $1 and name = 'services.draft-started.v1'`,
      [caseId],
    )
    expect(began?.payload.mandateId).toBe(mandateId)

    await world.run(revokeMandate, { mandateId }, mother)
    expect((await ownFiles(agent)).some((file) => file.id === caseId)).toBe(false)
    const note = { caseId, text: 'Bagaimana kelanjutannya?' }
    expect(await refused(world.run(caseWork.writeNote, note, agent))).toBe('not-found')
    expect(await refused(world.run(caseWork.writeNote, note, mother))).toBe('done')
  })

  it('is not given to oneself, to nobody, without a day, or twice', async () => {
    const fields = async (input: object) => {
      const refusal = await world
        .run(offerMandate, { nik: agentNik, validTo: '2026-12-31', ...input }, mother)
        .catch((error) => error)
      return refusal.code === 'invalid-input'
        ? refusal.fields.map((field: { path: string }) => field.path)
        : refusal.code
    }
    expect(await fields({ nik: demoPeople.sekar.nik })).toEqual(['nik'])
    expect(await fields({ nik: '9901020101010001' })).toEqual(['nik'])
    expect(await fields({ validTo: '2026-11-01' })).toEqual(['validTo'])
    expect(await fields({ serviceId: 'birth-certificate' })).toEqual(['serviceId'])
    const mandateId = await offered()
    expect(await fields({})).toBe('conflict')
    expect(await refused(world.run(acceptMandate, { mandateId }, mother))).toBe('not-found')
    await world.run(declineMandate, { mandateId }, agent)
    expect(await refused(world.run(acceptMandate, { mandateId }, agent))).toBe('wrong-state')
  })

  it('that was revoked while the form was filled in does not let it be sent', async () => {
    const mandateId = await offered({ serviceId: 'recreation-permit' })
    await world.run(acceptMandate, { mandateId }, agent)
    const { draftId } = await world.run(startDraft, { slug: 'izin-rekreasi', mandateId }, agent)
    await world.run(revokeMandate, { mandateId }, agent)
    const { saveAnswers, submitCase } = await import('../src/modules/services/testing.ts')
    const answers = { name: 'Taman', area: 20, promise: true }
    await world.run(saveAnswers, { draftId, pageId: 'usaha', answers, finished: true }, agent)
    expect(await refused(world.run(submitCase, { draftId }, agent))).toBe('forbidden')
  })
})

describe('files of a step', () => {
  const photo = { name: 'lokasi.jpg', mediaType: 'image/jpeg', sizeBytes: 1000, fileHash: 'a'.repeat(64) }

  it('are attached by whoever may take the step, to its own fields only', async () => {
    const caseId = await world.submitted(mother)
    await world.act(caseId, 'forward', bagas)
    const laras = await world.officer('laras')
    const attach = (field: string, actor: Actor) => world.run(attachFinding, { caseId, field, ...photo }, actor)
    const { attachmentId } = await attach('sitePhoto', laras)
    expect(await attach('sitePhoto', laras)).toEqual({ attachmentId })
    expect(await refused(attach('plan', laras))).toBe('not-found')
    expect(await refused(attach('sitePhoto', mother))).toBe('not-found')
    expect(await refused(attach('sitePhoto', await world.officer('ratih')))).toBe('not-found')
    const review = { caseId, branch: 'site', outcome: 'fits', findings: { measured: 100 } }
    await world.run(caseWork.completeReview, review, laras)
    expect(await refused(attach('sitePhoto', laras))).toBe('not-found')
  })
})

describe('saved views', () => {
  it('are kept per officer under a name, replaced by the same name, and removed', async () => {
    const views = async () => caseWork.listSavedViews(world.tenant.pools.read, bagas.accountId ?? '')
    const { viewId } = await world.run(caseWork.saveView, { name: 'Terlambat', filter: { batas: 'terlambat' } }, bagas)
    await world.run(caseWork.saveView, { name: 'Terlambat', filter: { batas: 'dekat' } }, bagas)
    expect(await views()).toEqual([{ id: viewId, name: 'Terlambat', filter: { batas: 'dekat' } }])
    expect(await refused(world.run(caseWork.saveView, { name: '', filter: {} }, bagas))).toBe('invalid-input')
    expect(await refused(world.run(caseWork.saveView, { name: 'Saya', filter: {} }, mother))).toBe('forbidden')
    const laras = await world.officer('laras')
    await world.run(caseWork.deleteView, { viewId }, laras)
    expect(await views()).toHaveLength(1)
    await world.run(caseWork.deleteView, { viewId }, bagas)
    expect(await views()).toEqual([])
  })
})

describe('the workload', () => {
  it('counts what lies under a head: by officer, unit, service and age; for nobody else', async () => {
    const head = await world.officer('wening', supervise('disdukcapil'))
    const id = await world.submitted(mother)
    await world.run(caseWork.claimTask, { taskId: await world.taskOf(id) }, bagas)
    const db = world.tenant.pools.read
    const load = await caseWork.measureWorkload(db, head, world.clock.now())
    const [counted] = await world.rows<{ n: number }>(
      `select count(*)::int as n from services.task where closed_at is null and (unit_path = 'disdukcapil' or unit_path like 'disdukcapil.%')`,
    )
    expect(load.total.open).toBe(counted?.n)
    expect(load.officers.find((row) => row.personId === bagas.personId)).toMatchObject({ open: 1, name: bagas.name })
    expect(load.ages.reduce((sum, age) => sum + age.open, 0)).toBe(load.total.open)
    expect(load.services.find((row) => row.serviceId === 'recreation-permit')?.open).toBeGreaterThan(0)
    expect((await caseWork.measureWorkload(db, bagas, world.clock.now())).total.open).toBe(0)
  })
})
