import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../src/demo/known-people.ts'
import type { Actor } from '../src/kernel/access/access.ts'
import { FixedClock } from '../src/kernel/clock/clock.ts'
import type { Command } from '../src/kernel/command/command.ts'
import type { AppError } from '../src/kernel/errors.ts'
import { findPersonByNik } from '../src/modules/people/index.ts'
import {
  actOnCase,
  correctCase,
  saveAnswers,
  startDraft,
  submitCase,
  withdrawCase,
} from '../src/modules/services/testing.ts'
import { Acting, type OfficerName, refused } from './acting.ts'
import { openWorld, type World } from './journeys/world.ts'

let world: World
let mother: Actor
let acting: Acting
const clock = new FixedClock('2026-11-20T02:14:00Z') // Friday 09.14 in Jakarta

beforeAll(async () => {
  world = await openWorld()
  acting = new Acting(world, clock)
  mother = await citizen(demoPeople.sekar.nik)
})
afterAll(() => world.close())

const citizen = (nik: string) => acting.citizen(nik)
const officer = (who: OfficerName) => acting.officer(who)
const run = <I, R>(command: Command<I, R>, input: unknown, actor: Actor) => acting.run(command, input, actor)

const pages: Record<string, Record<string, unknown>> = {
  anak: { childName: 'Kirana Ayu Prasetyo', childSex: 'female', birthOn: '2026-11-18', birthTime: '04:35' },
  kelahiran: { birthPlace: 'Arunika', facility: 'hospital', birthKind: 'single', childOrder: 2 },
  'orang-tua': {},
  pelapor: { phone: '081234567890' },
  bukti: { proof: 'statement' },
  pernyataan: {
    witness1Nik: '9901020211970001',
    witness1Name: 'Galih Wiryawan',
    witness2Nik: '9901021706900001',
    witness2Name: 'Asep Gumilar',
    statement: true,
  },
}

async function submitted(actor: Actor): Promise<string> {
  const { draftId } = await run(startDraft, { slug: 'akta-kelahiran' }, actor)
  for (const [pageId, answers] of Object.entries(pages)) {
    await run(saveAnswers, { draftId, pageId, answers, finished: true }, actor)
  }
  return (await run(submitCase, { draftId }, actor)).caseId
}

const row = async (id: string) =>
  (
    await world.rows<{
      state: string
      revision: number
      promised_at: Date
      unit_path: string
      waiting_for: string | null
    }>(
      'select state, revision, promised_at, unit_path, (select desk from services.task t where t.case_id = c.id and t.closed_at is null) as waiting_for from services.case c where id = $1',
      [id],
    )
  )[0]

const act = async (caseId: string, verb: string, actor: Actor, more: object = {}) =>
  run(actOnCase, { caseId, verb, revision: (await row(caseId))?.revision, ...more }, actor)

describe('a case', () => {
  it('goes to the counter of the applicant’s district, with the promise of the law', async () => {
    const id = await submitted(mother)
    expect(await row(id)).toMatchObject({
      state: 'received',
      unit_path: 'disdukcapil.upt-mekarsari',
      waiting_for: 'services.receive',
    })
    expect((await row(id))?.promised_at.toISOString()).toBe('2026-11-23T09:00:00.000Z')
  })

  it('sent twice from the same draft is one case with one receipt', async () => {
    const { draftId } = await run(startDraft, { slug: 'akta-kelahiran' }, mother)
    for (const [pageId, answers] of Object.entries(pages))
      await run(saveAnswers, { draftId, pageId, answers, finished: true }, mother)
    const receipts = await Promise.all(Array.from({ length: 5 }, () => run(submitCase, { draftId }, mother)))
    expect(new Set(receipts.map((receipt) => receipt.number)).size).toBe(1)
    const events = await world.rows(
      `select 1 from journal.event where subject_id = $1 and command = 'services.submit-case'`,
      [draftId],
    )
    expect(events).toHaveLength(1)
  })

  it('an incomplete draft is refused with the fields that lack, and stays a draft', async () => {
    const { draftId } = await run(startDraft, { slug: 'akta-kelahiran' }, mother)
    const refusal: AppError = await run(submitCase, { draftId }, mother).catch((error) => error)
    expect(refusal.code).toBe('invalid-input')
    expect(refusal.fields.map((field) => field.path)).toContain('childName')
    expect(await world.rows('select 1 from services.draft where id = $1', [draftId])).toHaveLength(1)
  })

  it('moves only by a post with the permission, in its unit, and only along the table', async () => {
    const id = await submitted(mother)
    expect(await refused(act(id, 'forward', await officer('yusuf')))).toBe('forbidden')
    expect(await refused(act(id, 'sign', await officer('wening')))).toBe('wrong-state')
    expect(await refused(act(id, 'resubmit', await officer('bagas')))).toBe('wrong-state')
    expect(await refused(act(id, 'withdraw', await officer('bagas')))).toBe('forbidden')
    expect(await refused(act(id, 'forward', await officer('bagas')))).toBe('done')
    expect(await row(id)).toMatchObject({ state: 'verifying', unit_path: 'disdukcapil' })
  })

  it('two officers deciding at once: one decides, the other is told', async () => {
    const id = await submitted(mother)
    const bagas = await officer('bagas')
    const results = await Promise.all([
      refused(act(id, 'forward', bagas)),
      refused(
        run(
          actOnCase,
          { caseId: id, verb: 'send-back', revision: 1, marks: [{ field: 'birthTime', note: 'Jam keliru' }] },
          bagas,
        ),
      ),
    ])
    expect(results.filter((result) => result === 'done')).toHaveLength(1)
    expect(results).toContain('conflict')
  })

  it('while the applicant holds it the promise stands still', async () => {
    const id = await submitted(mother)
    await act(id, 'send-back', await officer('bagas'), {
      marks: [{ field: 'birthTime', note: 'Jam pada surat 04.53' }],
    })
    clock.set('2026-11-23T05:00:00Z') // Monday 12.00
    expect(await refused(run(correctCase, { caseId: id, answers: { birthTime: '04:35' } }, mother))).toBe(
      'invalid-input',
    )
    await run(correctCase, { caseId: id, answers: { birthTime: '04:53', childName: 'Nama Lain Sekali' } }, mother)
    const after = await row(id)
    // Held from Friday 09.14 to Monday 12.00: 6 h 46 min and 4 h of opening time.
    expect(after?.promised_at.toISOString()).toBe('2026-11-25T03:46:00.000Z')
    const name = await world.rows<{ subject_name: string }>('select subject_name from services.case where id = $1', [
      id,
    ])
    expect(name[0]?.subject_name).toBe('Kirana Ayu Prasetyo')
    clock.set('2026-11-20T02:14:00Z')
  })

  it('nobody decides for his own family', async () => {
    const id = await submitted(mother)
    const husband = await findPersonByNik(world.tenant, world.tenant.pools.read, demoPeople.bima.nik)
    const bima = { ...(await officer('bagas')), personId: husband?.id }
    expect(await refused(act(id, 'forward', bima))).toBe('forbidden')
  })

  it('is withdrawn by its owner and by nobody else, and then is at its end', async () => {
    const id = await submitted(mother)
    const stranger = await citizen('9901026301990001')
    expect(await refused(run(withdrawCase, { caseId: id }, stranger))).toBe('not-found')
    await run(withdrawCase, { caseId: id }, mother)
    expect(await row(id)).toMatchObject({ state: 'withdrawn', waiting_for: null })
    expect(await refused(act(id, 'forward', await officer('bagas')))).toBe('wrong-state')
  })
})

describe('the signature', () => {
  it('enters the birth, the NIK, the family card and both documents in one transaction, or nothing', async () => {
    const id = await submitted(mother)
    await act(id, 'forward', await officer('bagas'))
    await act(id, 'accept', await officer('laras'))
    const wening = await officer('wening')
    expect(await refused(act(id, 'sign', { ...wening, elevatedUntil: 0 }))).toBe('step-up-needed')
    // A post that does not sign today: the whole step is undone.
    const before = await world.rows('select count(*)::int as n from people.person')
    const laras = await officer('laras')
    expect(await refused(act(id, 'sign', { ...laras, grants: [...laras.grants, ...wening.grants] }))).toBe('forbidden')
    expect(await world.rows('select count(*)::int as n from people.person')).toEqual(before)
    expect(await world.rows('select 1 from population.birth where case_id = $1', [id])).toHaveLength(0)

    await act(id, 'sign', wening)
    expect(await row(id)).toMatchObject({ state: 'issued', waiting_for: null })
    const [birth] = await world.rows<{ number: string; kind: string; person_id: string }>(
      'select * from population.birth where case_id = $1',
      [id],
    )
    expect(birth?.number).toMatch(/^9901-LU-20112026-\d{4}$/)
    const documents = await world.rows<{ template: string; signer_manner: string }>(
      'select template, signer_manner from documents.issued where source_id = $1 order by id',
      [id],
    )
    expect(documents.map((document) => document.template)).toEqual(['birth-certificate', 'family-card', 'child-card'])
    const versions = await world.rows(
      'select reason from people.family_version v join people.person p on p.family_id = v.family_id where p.id = $1 order by v.version',
      [birth?.person_id],
    )
    expect(versions.length).toBeGreaterThanOrEqual(2)
    expect(await refused(act(id, 'sign', wening))).toBe('wrong-state')
  })
})
