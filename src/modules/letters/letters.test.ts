import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { checkStoredDocument } from '#modules/documents/index.ts'
import { mayRead } from './access.ts'
import { abandonLetter, voidLetter, withdrawLetter, writeLetterNote } from './commands/end-letter.ts'
import { initialLetter, returnLetter, skipVacantPost } from './commands/initial-letter.ts'
import { keepTyping, saveLetter } from './commands/save-letter.ts'
import { setChain } from './commands/set-chain.ts'
import { signLetter } from './commands/sign-letter.ts'
import { recallLetter, submitLetter } from './commands/submit-letter.ts'
import { getContent, guardOf } from './letter-row.ts'
import { readHistory } from './queries/letter-file.ts'
import { countQueue, listOwn, listQueue, listReadable } from './queries/letters.ts'
import { type LetterOffice, letterOffice } from './testing.ts'

let place: TestTenant
let o: LetterOffice
const clock = new FixedClock('2026-11-23T02:00:00Z')
const rows = async <Row>(text: string, values: unknown[] = []) =>
  (await place.tenant.pools.writePool.query(text, values)).rows as Row[]
const refused = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: AppError) => error.code ?? String(error),
  )
const hashOf = async (id: string) => (await o.open(id)).row.content_hash
const waits = async (id: string) =>
  (await o.open(id)).chain.state === 'running' || (await o.open(id)).chain.state === 'signing'
    ? (await rows<{ position_id: string }>('select position_id from letters.turn where letter_id = $1', [id])).map(
        (row) => row.position_id,
      )
    : []
const edit = async (id: string, more: object, actor = o.drafter) => {
  const { row } = await o.open(id)
  const content = await getContent(place.tenant, place.tenant.pools.read, row)
  return o.run(saveLetter, { letterId: id, baseVersion: row.version, content: { ...content, ...more } }, actor)
}
const messages = (actor: { accountId?: string | undefined }) =>
  rows<{ title: string; body: string }>(
    'select title, body from messaging.message where account_id = $1 order by created_at desc, id desc',
    [actor.accountId],
  )

beforeAll(async () => {
  place = await testTenant()
  o = await letterOffice(place, clock)
})
afterAll(() => place.close())

describe('a letter', () => {
  it('goes through its chain and is issued with a number, and its file is genuine', async () => {
    const letterId = await o.letter()
    const hash = await hashOf(letterId)
    expect(await waits(letterId)).toEqual([o.division.position?.id])
    await o.run(initialLetter, { letterId, hash }, o.division)
    await o.run(initialLetter, { letterId, hash }, o.secretary)
    const signed = await o.run(signLetter, { letterId, hash }, o.head)
    expect(signed).toMatchObject({ isIssued: true, number: '400.12.2/001/disdukcapil/2026' })
    const { row } = await o.open(letterId)
    expect(row).toMatchObject({ state: 'issued', number: signed.number })
    const { tenant } = place
    expect(await checkStoredDocument(tenant, tenant.pools.read, signed.documentId, clock.now())).toBe('genuine')
    expect(await waits(letterId)).toEqual([])
    expect((await messages(o.drafter))[0]?.title).toBe('Naskah Anda sudah terbit')
  })

  it('is refused before it is complete, each fault at its field', async () => {
    const letterId = await o.letter(
      { subject: '', recipients: [], values: {}, classification: 'x y' },
      { submit: false, steps: [] },
    )
    const { row } = await o.open(letterId)
    const error = await o.run(submitLetter, { letterId, version: row.version }, o.drafter).catch((e: AppError) => e)
    expect((error as AppError).fields.map((field) => field.path)).toEqual(
      expect.arrayContaining(['subject', 'recipients', 'classification', 'steps', 'isian.isi']),
    )
  })

  it('nobody acts out of turn, on another version, or without the right', async () => {
    const letterId = await o.letter()
    const hash = await hashOf(letterId)
    expect(await refused(o.run(initialLetter, { letterId, hash }, o.secretary))).toBe('wrong-state')
    expect(await refused(o.run(signLetter, { letterId, hash }, o.head))).toBe('wrong-state')
    expect(await refused(o.run(initialLetter, { letterId, hash: 'a'.repeat(64) }, o.division))).toBe('conflict')
    expect(await refused(o.run(initialLetter, { letterId, hash }, o.colleague))).toBe('forbidden')
    expect(await refused(o.run(initialLetter, { letterId, hash }, o.other))).toBe('not-found')
    expect(await refused(o.run(signLetter, { letterId, hash }, { ...o.head, elevatedUntil: 0 }))).toBe('step-up-needed')
  })

  it('an edit on the way voids every approval, tells who gave them, and begins anew', async () => {
    const letterId = await o.letter()
    await o.run(initialLetter, { letterId, hash: await hashOf(letterId) }, o.division)
    await edit(letterId, { subject: 'Undangan rapat yang lain' }, o.secretary)
    const letter = await o.open(letterId)
    expect(letter.approvals).toMatchObject([{ voided_why: 'edited', version: 2 }])
    expect(await waits(letterId)).toEqual([o.division.position?.id])
    expect((await messages(o.division)).map((message) => message.title)).toContain(
      'Persetujuan Anda gugur karena naskah diubah',
    )
    expect(await refused(edit(letterId, { subject: 'Dari konseptor' }))).toBe('wrong-state')
  })

  it('is returned with a reason to the drafter or to a step, and taken back by the drafter', async () => {
    const letterId = await o.letter()
    const hash = await hashOf(letterId)
    await o.run(initialLetter, { letterId, hash }, o.division)
    const reason = 'Tanggal rapatnya keliru.'
    await o.run(returnLetter, { letterId, toStep: 0, reason }, o.secretary)
    expect(await waits(letterId)).toEqual([o.division.position?.id])
    await o.run(returnLetter, { letterId, reason }, o.division)
    expect((await o.open(letterId)).row.state).toBe('returned')
    const history = await readHistory(place.tenant, place.tenant.pools.read, letterId)
    expect(history[0]).toMatchObject({ what: 'returned', words: reason })
    await o.run(submitLetter, { letterId, version: 2 }, o.drafter)
    await o.run(recallLetter, { letterId }, o.drafter)
    expect((await o.open(letterId)).row.state).toBe('draft')
    await o.run(abandonLetter, { letterId, reason: 'Rapatnya tidak jadi.' }, o.drafter)
    expect(await refused(o.run(submitLetter, { letterId, version: 2 }, o.drafter))).toBe('wrong-state')
  })

  it('two who edit are told; nothing that was typed is lost', async () => {
    const letterId = await o.letter({}, { submit: false })
    const { row } = await o.open(letterId)
    const content = await getContent(place.tenant, place.tenant.pools.read, row)
    const typed = { letterId, baseVersion: row.version, tab: 'jendela-satu' }
    await o.run(keepTyping, { ...typed, content: { ...content, subject: 'Ketikan Bagas' } }, o.drafter)
    await edit(letterId, { subject: 'Dari penjaga' }, o.keeper)
    const late = { ...typed, content: { ...content, subject: 'Ketikan Bagas' } }
    expect(await refused(o.run(saveLetter, late, o.drafter))).toBe('conflict')
    expect(await rows('select 1 from letters.working_copy where letter_id = $1', [letterId])).toHaveLength(1)
    await o.run(saveLetter, { ...late, baseVersion: row.version + 1 }, o.drafter)
    const now = await getContent(place.tenant, place.tenant.pools.read, (await o.open(letterId)).row)
    expect(now.subject).toBe('Ketikan Bagas')
    expect(await rows('select 1 from letters.working_copy where letter_id = $1', [letterId])).toHaveLength(0)
    const old = await getContent(place.tenant, place.tenant.pools.read, { id: letterId, version: row.version + 1 })
    expect(old.subject).toBe('Dari penjaga')
  })

  it('a deputy acts in the post; a post that somebody holds is not passed over, a vacant one is', async () => {
    const steps = [
      ...o.steps(['paraf', o.division]),
      { role: 'paraf' as const, needed: 1, posts: [{ positionId: o.vacant }] },
      ...o.steps(['signature', o.head]),
    ]
    const letterId = await o.letter({}, { steps })
    const hash = await hashOf(letterId)
    const reason = 'Jabatan kosong sejak awal tahun dan belum ada Plt.'
    const skip = (positionId: string | undefined) => o.run(skipVacantPost, { letterId, positionId, reason }, o.keeper)
    expect(await refused(skip(o.division.position?.id))).toBe('wrong-state')
    const plh = await o.deputy(o.division, 'Tiurma Sinaga, S.H.', 'plh')
    await o.run(initialLetter, { letterId, hash }, plh)
    expect((await o.open(letterId)).approvals[0]).toMatchObject({ manner: 'plh', name: 'Tiurma Sinaga, S.H.' })
    expect(await refused(o.run(initialLetter, { letterId, hash }, o.division))).toBe('wrong-state')
    await skip(o.vacant)
    expect(await waits(letterId)).toEqual([o.head.position?.id])
  })

  it('a deputy may not sign what the law forbids him, and no number is lost by it', async () => {
    const template = await o.template('keputusan')
    expect(template.layout).toBe('titled')
    const letterId = await o.letter({}, { steps: o.steps(['signature', o.head]) })
    await rows(`update letters.letter set act = 'organisation' where id = $1`, [letterId])
    const before = await rows('select 1 from registers.number')
    const plh = await o.deputy(o.head, 'Hendra Tanuwijaya, M.M.', 'plh')
    const attempt = o.run(signLetter, { letterId, hash: await hashOf(letterId) }, plh)
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('UU 30/2014') })
    expect(await rows('select 1 from registers.number')).toHaveLength(before.length)
    expect((await o.open(letterId)).row.state).toBe('running')
  })

  it('an issued letter is withdrawn with a reason; its number stays', async () => {
    const letterId = await o.letter({}, { steps: o.steps(['signature', o.head]) })
    await o.run(signLetter, { letterId, hash: await hashOf(letterId) }, o.head)
    const reason = 'Diganti dengan naskah yang baru.'
    expect(await refused(o.run(withdrawLetter, { letterId, reason }, o.colleague))).toBe('forbidden')
    await o.run(withdrawLetter, { letterId, reason }, o.keeper)
    const [found] = await rows<{ revoked_reason: string }>(
      'select revoked_reason from documents.issued i join letters.letter l on l.document_id = i.id where l.id = $1',
      [letterId],
    )
    expect(found?.revoked_reason).toBe(reason)
    expect(await refused(o.run(voidLetter, { letterId, reason }, o.keeper))).toBe('wrong-state')
  })

  it('with two signers waits for the second, and given up half-signed it is void and keeps its number', async () => {
    const steps = o.steps(['signature', o.head, o.other])
    const letterId = await o.letter({}, { steps })
    const hash = await hashOf(letterId)
    const first = await o.run(signLetter, { letterId, hash }, o.head)
    expect(first.isIssued).toBe(false)
    expect((await o.open(letterId)).row).toMatchObject({ state: 'signing', issued_at: null })
    expect(await waits(letterId)).toEqual([o.other.position?.id])
    expect(await refused(o.run(returnLetter, { letterId, reason: 'Tidak setuju isinya.' }, o.other))).toBe(
      'wrong-state',
    )
    await o.run(voidLetter, { letterId, reason: 'Pihak kedua tidak bersedia.' }, o.keeper)
    const [number] = await rows<{ status: string; void_reason: string }>(
      'select n.status, n.void_reason from registers.number n join letters.letter l on l.number_id = n.id where l.id = $1',
      [letterId],
    )
    expect(number).toEqual({ status: 'void', void_reason: 'Pihak kedua tidak bersedia.' })
  })

  it('the second signer completes it in the same file', async () => {
    const letterId = await o.letter({}, { steps: o.steps(['signature', o.head, o.other]) })
    const hash = await hashOf(letterId)
    const first = await o.run(signLetter, { letterId, hash }, o.head)
    const second = await o.run(signLetter, { letterId, hash }, o.other)
    expect(second).toMatchObject({ isIssued: true, number: first.number, documentId: first.documentId })
    const { tenant } = place
    expect(await checkStoredDocument(tenant, tenant.pools.read, first.documentId, clock.now())).toBe('genuine')
  })
})

describe('a secret letter', () => {
  it('is there for its chain and the entitled only, in no search, and in no message', async () => {
    const letterId = await o.letter({ security: 'rahasia', subject: 'Mutasi pejabat rahasia' })
    const guard = guardOf(await o.open(letterId))
    const may = Object.fromEntries(
      (['drafter', 'division', 'head', 'keeper', 'colleague', 'other'] as const).map((who) => [
        who,
        mayRead(o[who], guard),
      ]),
    )
    expect(may).toEqual({ drafter: true, division: true, head: true, keeper: true, colleague: false, other: false })
    const { tenant } = place
    const read = tenant.pools.read
    const listed = async (actor: typeof o.head, text?: string) =>
      (await listReadable(tenant, read, actor, { text })).rows.some((row) => row.id === letterId)
    expect(await listed(o.keeper)).toBe(true)
    expect(await listed(o.colleague)).toBe(false)
    expect(await listed(o.keeper, 'mutasi')).toBe(false)
    expect(await refused(o.run(writeLetterNote, { letterId, words: 'Apa ini?' }, o.colleague))).toBe('not-found')
    const told = await messages(o.division)
    expect(JSON.stringify(told)).not.toContain('Mutasi')
    expect(told.map((one) => one.title)).toContain('Ada naskah dinas yang memerlukan perhatian Anda')
    const stored = await rows('select head_sealed, search_text from letters.letter where id = $1', [letterId])
    expect(JSON.stringify(stored)).not.toMatch(/mutasi/i)
  })
})

describe('lists', () => {
  it('the queue of a post holds what waits for it, the most urgent first', async () => {
    const usual = await o.letter({ subject: 'Biasa saja' })
    const urgent = await o.letter({ subject: 'Segera sekali', urgency: 'amat-segera' })
    const { tenant } = place
    const found = await listQueue(tenant, tenant.pools.read, o.division, {})
    const ids = found.rows.map((row) => row.id)
    expect(ids[0]).toBe(urgent)
    expect(ids).toContain(usual)
    const first = await listQueue(tenant, tenant.pools.read, o.division, {}, 1)
    const second = await listQueue(tenant, tenant.pools.read, o.division, { after: first.next }, 1)
    expect([first.rows[0]?.id, second.rows[0]?.id]).toEqual(ids.slice(0, 2))
    expect((await countQueue(tenant.pools.read, o.division)).paraf).toBe(ids.length)
    expect((await listQueue(tenant, tenant.pools.read, o.colleague, {})).rows).toEqual([])
  })

  it('finds by number, subject and addressee, pages by cursor, and shows other units nothing', async () => {
    const { tenant } = place
    const read = tenant.pools.read
    const find = async (text: string, actor = o.keeper) =>
      (await listReadable(tenant, read, actor, { text })).rows.map((row) => row.subject)
    expect(await find('koordinasi mekarsari')).toContain('Undangan rapat koordinasi pencatatan sipil')
    expect(await find('400.12.2/001/')).toEqual(['Undangan rapat koordinasi pencatatan sipil'])
    expect(await find('100%')).toEqual([])
    expect((await listReadable(tenant, read, o.other, { unit: 'disdukcapil' })).rows).toEqual([])
    const all: string[] = []
    let after: string | undefined
    do {
      const part = await listOwn(tenant, read, o.drafter, { after }, 3)
      all.push(...part.rows.map((row) => row.id))
      after = part.next
    } while (after)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBe(
      (await rows('select 1 from letters.letter where drafter_person_id = $1', [o.drafter.personId])).length,
    )
  })

  it('a chain is kept only while the letter is a draft', async () => {
    const letterId = await o.letter()
    expect(await refused(o.run(setChain, { letterId, steps: [] }, o.drafter))).toBe('wrong-state')
  })
})
