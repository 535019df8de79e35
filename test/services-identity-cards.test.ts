import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../src/kernel/access/access.ts'
import {
  beginBatch,
  biometricItems,
  closeBlankDay,
  endCards,
  exemptPart,
  finishRecording,
  handOverCard,
  keepCapture,
  moveBlanks,
  recordPrint,
  reprintCard,
  sendCard,
  shelveCards,
} from '../src/modules/population/testing-cards.ts'
import type { CaseWalk } from '../src/modules/services/demo/walk.ts'
import type { ServiceDefinition } from '../src/modules/services/index.ts'
import { childIdentityCard } from '../src/services/child-identity-card/definition.ts'
import { identityCardFirst } from '../src/services/identity-card-first/definition.ts'
import { identityCardReplacement } from '../src/services/identity-card-replacement/definition.ts'
import { refused } from './acting.ts'
import { friday, issued, type Path, walkServices } from './walks.ts'

/** KTP-el and KIA from the application to the hand of their holder, with the people of the demo. */
const { acting, clock, rows, person, papers, ...walks } = walkServices()
let bagas: Actor
let ratih: Actor

beforeAll(async () => {
  bagas = await acting.officer('bagas')
  ratih = await acting.officer('ratih')
})

const signed = { phone: '081234567890', truth: true }
const applied = (definition: ServiceDefinition, nik: string, answers: object) =>
  walks.applied(definition, nik, { ...signed, ...answers })
const gone = async (definition: ServiceDefinition, nik: string, answers: object, path: Path) =>
  (await walks.gone(definition, nik, { ...signed, ...answers }, path)).caseId
interface CardRow {
  id: string
  state: string
  print_number: number
  code: string
  biometrics: string
  expires_on: string | null
  ended_reason: string | null
  failures: number
}
const cardOf = async (caseId: string) =>
  (
    await rows<CardRow>('select *, expires_on::text from population.identity_card where case_id = $1', [caseId])
  )[0] as CardRow
const stock = async (kind: string) =>
  Number(
    (
      await rows<{ n: string }>(
        `select sum(case when what in ('received', 'found') then count else -count end) as n from population.blank_movement where kind = $1`,
        [kind],
      )
    )[0]?.n,
  )
const sekar = '9901025107960001'
const bima = '9901021203940001'
const arka = '9901020805220001'

describe('a first identity card', () => {
  let caseId: string
  let walk: CaseWalk

  it('is noted when the verifier accepts, and the file waits for the recording', async () => {
    const answers = { who: 'self', recordAt: 'counter', delivery: 'pick-up' }
    ;({ walk, caseId } = await applied(identityCardFirst, sekar, answers))
    expect(await walk.follow(caseId, ['forward', 'accept'])).toBe(2)
    expect(await cardOf(caseId)).toMatchObject({ state: 'requested', biometrics: 'waiting', print_number: 1 })
    expect(await refused(walk.follow(caseId, ['recorded']))).toBe('wrong-state')
  })

  it('is recorded part after part: poor ones again, a missing finger exempted, sealed and sent on', async () => {
    const { id: cardId } = await cardOf(caseId)
    const take = (item: string, quality: number) =>
      acting.run(
        keepCapture,
        { cardId, item, quality, codes: [], format: 'application/x-test', data: Buffer.from(item), device: 'test' },
        bagas,
      )
    expect(await refused(acting.run(finishRecording, { cardId }, bagas))).toBe('wrong-state')
    expect(await refused(acting.run(exemptPart, { cardId, item: 'face', reason: 'tidak mau difoto' }, bagas))).toBe(
      'invalid-input',
    )
    await acting.run(exemptPart, { cardId, item: 'left-little', reason: 'Jari diamputasi' }, bagas)
    expect(await refused(take('left-little', 90))).toBe('conflict')
    for (const quality of [10, 20, 30]) await take('right-thumb', quality)
    expect(await refused(take('right-thumb', 90))).toBe('conflict')
    for (const item of biometricItems) if (!['left-little', 'right-thumb'].includes(item)) await take(item, 80)
    await acting.run(finishRecording, { cardId }, bagas)
    expect(await cardOf(caseId)).toMatchObject({ state: 'recorded', biometrics: 'recorded' })
    const clear = await rows('select 1 from population.biometric_capture where data = $1', [Buffer.from('face')])
    expect(clear).toEqual([])
    expect(await refused(acting.run(finishRecording, { cardId }, bagas))).toBe('wrong-state')
  })

  it('is decided by the head of office, and a note stands in until the card is there', async () => {
    expect(await walk.follow(caseId, ['recorded', 'sign'])).toBe(2)
    expect(await cardOf(caseId)).toMatchObject({ state: 'queued' })
    expect(await papers(caseId)).toEqual(['Surat keterangan perekaman KTP-el'])
  })

  it('is printed with a blank that is in the books; what is spoiled is printed again', async () => {
    const { id: cardId } = await cardOf(caseId)
    expect(await refused(acting.run(beginBatch, { cardIds: [cardId] }, ratih))).toBe('invalid-input')
    await acting.run(moveBlanks, { kind: 'ktp-el', what: 'received', count: 10, note: 'SJ-12/2030' }, ratih)
    await acting.run(beginBatch, { cardIds: [cardId] }, ratih)
    expect(await refused(acting.run(beginBatch, { cardIds: [cardId] }, ratih))).toBe('conflict')
    expect(await refused(acting.run(recordPrint, { cardId, outcome: 'printed', serial: '' }, ratih))).toBe(
      'invalid-input',
    )
    await acting.run(recordPrint, { cardId, outcome: 'spoiled', failure: 'pita macet' }, ratih)
    expect(await cardOf(caseId)).toMatchObject({ state: 'failed', failures: 1 })
    await acting.run(reprintCard, { cardId }, ratih)
    await acting.run(beginBatch, { cardIds: [cardId] }, ratih)
    await acting.run(recordPrint, { cardId, outcome: 'printed', serial: 'CHIP-000001' }, ratih)
    expect(await cardOf(caseId)).toMatchObject({ state: 'printed' })
    expect(await stock('ktp-el')).toBe(8)
    const open = await rows('select 1 from population.print_batch where closed_at is null')
    expect(open).toEqual([])
  })

  it('is handed over to its holder, to family, or to an attorney with his proof', async () => {
    const { id: cardId } = await cardOf(caseId)
    const give = (more: object) => acting.run(handOverCard, { cardId, ...more }, bagas)
    expect(await refused(give({ receiver: 'self', receiverName: 'Sekar Wulandari' }))).toBe('wrong-state')
    await acting.run(shelveCards, { cardIds: [cardId], place: 'Loket Mekarsari, kotak B' }, bagas)
    expect(await refused(acting.run(sendCard, { cardId, courier: 'Kurir', receiptNumber: 'R-001' }, bagas))).toBe(
      'invalid-input',
    )
    expect(await refused(give({ receiver: 'self', receiverName: 'Bima Prasetyo' }))).toBe('invalid-input')
    expect(await refused(give({ receiver: 'family', receiverName: 'Bima Prasetyo' }))).toBe('invalid-input')
    await give({ receiver: 'family', receiverName: 'Bima Prasetyo', proof: 'KK 9901021406210001' })
    expect(await cardOf(caseId)).toMatchObject({ state: 'handed-over' })
    const steps = await rows<{ verb: string }>(
      'select verb from population.identity_card_step where card_id = $1 order by number',
      [cardId],
    )
    expect(steps.map(({ verb }) => verb)).toEqual([
      'request',
      'record',
      'order',
      'spoil',
      'reprint',
      'print',
      'shelve',
      'hand-over',
    ])
  })

  it('that is lost ends, and another is printed without a recording', async () => {
    const lost = { who: 'self', why: 'lost', policeReport: 'SKH/9/I/2030', lostOn: '2030-01-10', delivery: 'delivery' }
    const again = await gone(identityCardReplacement, sekar, lost, issued)
    expect(await cardOf(again)).toMatchObject({ state: 'queued', biometrics: 'none', print_number: 2 })
    expect(await cardOf(caseId)).toMatchObject({ state: 'ended', ended_reason: 'lost' })
    const twice = await applied(identityCardReplacement, bima, {
      ...lost,
      who: 'member',
      member: (await person(sekar)).id,
    })
    await twice.walk.follow(twice.caseId, ['forward', 'accept'])
    expect(await refused(twice.walk.follow(twice.caseId, ['sign']))).toBe('conflict')
  })
})

describe('an application that is given up', () => {
  it('takes its card with it', async () => {
    const answers = { who: 'self', recordAt: 'counter', delivery: 'pick-up' }
    const caseId = await gone(identityCardFirst, '9901024510930001', answers, ['forward', 'accept', 'not-come'])
    expect(await cardOf(caseId)).toMatchObject({ state: 'cancelled' })
  })
})

describe('the count of blanks', () => {
  it('closes each day; a difference needs a reason, and an open day stops printing on the next', async () => {
    const lost = { who: 'self', why: 'damaged', damagedCard: ['x'], delivery: 'pick-up' }
    const caseId = await gone(identityCardReplacement, '9901015912920001', lost, issued)
    const { id: cardId } = await cardOf(caseId)
    clock.set('2030-01-14T02:14:00Z')
    ratih = await acting.officer('ratih')
    expect(await refused(acting.run(beginBatch, { cardIds: [cardId] }, ratih))).toBe('conflict')
    const close = (counted: number, note = '') =>
      acting.run(closeBlankDay, { kind: 'ktp-el', day: '2030-01-11', counted, note }, ratih)
    expect(await refused(close(7))).toBe('invalid-input')
    await close(7, 'Satu blangko terselip di mesin cetak')
    expect(await refused(close(7))).toBe('conflict')
    await acting.run(beginBatch, { cardIds: [cardId] }, ratih)
    await acting.run(recordPrint, { cardId, outcome: 'printed', serial: 'CHIP-000002' }, ratih)
    expect(await stock('ktp-el')).toBe(6)
    expect(await refused(acting.run(recordPrint, { cardId, outcome: 'printed', serial: 'CHIP-000003' }, ratih))).toBe(
      'wrong-state',
    )
    clock.set(friday.toString())
  })
})

describe('a child card', () => {
  it('is signed at once, printed later, and ends the day before its holder turns seventeen', async () => {
    const child = await person(arka)
    const answers = { child: child.id, why: 'first', delivery: 'pick-up', photo: ['x'] }
    const caseId = await gone(childIdentityCard, bima, answers, issued)
    expect(await cardOf(caseId)).toMatchObject({ state: 'queued', expires_on: '2039-05-07' })
    const [paper] = await rows<{ title: string; valid_to: string }>(
      'select title, valid_to::text from documents.issued where source_id = $1',
      [caseId],
    )
    expect(paper).toMatchObject({ title: 'Kartu Identitas Anak', valid_to: '2039-05-07' })
    await rows(`update population.identity_card set state = 'handed-over', serial = 'KIA-1' where case_id = $1`, [
      caseId,
    ])
    clock.set('2039-05-08T02:00:00Z')
    await acting.bySystem(endCards, {})
    expect(await cardOf(caseId)).toMatchObject({ state: 'ended', ended_reason: 'expired' })
    clock.set(friday.toString())
  })
})
