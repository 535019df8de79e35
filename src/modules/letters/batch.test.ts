import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FixedClock } from '#kernel/clock/clock.ts'
import type { JobContext } from '#kernel/define/module.ts'
import type { AppError } from '#kernel/errors.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { checkCompleteness } from '#modules/registers/testing.ts'
import { confirmBatch, proposeBatch, retryBatch, stopBatch } from './commands/batches.ts'
import { mergeLetters } from './commands/merge-letters.ts'
import { saveLetter } from './commands/save-letter.ts'
import { signBatchItem } from './commands/sign-batch-item.ts'
import { recallLetter } from './commands/submit-letter.ts'
import { signBatch } from './jobs.ts'
import { getContent } from './letter-row.ts'
import { parseRows } from './merge/parse-rows.ts'
import { readMerge } from './merge/read-merge.ts'
import { findBatch, listBatchItems } from './queries/batches.ts'
import { listQueue } from './queries/letters.ts'
import { type LetterOffice, letterOffice, sampleContent } from './testing.ts'

let place: TestTenant
let o: LetterOffice
const clock = new FixedClock('2026-11-23T02:00:00Z')
const rows = async <Row>(text: string, values: unknown[] = []) =>
  (await place.tenant.pools.writePool.query(text, values)).rows as Row[]

beforeAll(async () => {
  place = await testTenant()
  o = await letterOffice(place, clock)
})
afterAll(() => place.close())

/** Letters that wait for the signature of the head, all of one template. */
async function merged(count: number): Promise<string[]> {
  const template = await o.template('surat-dinas')
  const lines = [
    'penerima\talamat\thal',
    ...Array.from({ length: count }, (_, n) => `Ketua RT ${n + 1}\tdi Arunika\tUndangan ${n + 1}`),
  ]
  const reading = readMerge(template, sampleContent(template), parseRows(lines.join('\n')))
  const { id } = await o.run(
    mergeLetters,
    {
      templateVersionId: template.versionId,
      name: 'Undangan',
      contents: reading.rows.map((row) => row.content),
      steps: o.steps(['signature', o.head]),
      submit: true,
    },
    o.drafter,
  )
  return (await rows<{ id: string }>('select id from letters.letter where merge_id = $1 order by id', [id])).map(
    (row) => row.id,
  )
}

const propose = async (letterIds: readonly string[]) => (await o.run(proposeBatch, { letterIds }, o.head)).id
const work = (batchId: string, jobs: JobContext = o.jobs) => signBatch({ batchId } as never, jobs)
const batchOf = async (id: string) => {
  const batch = await findBatch(place.tenant.pools.read, id)
  if (!batch) throw new Error('no batch')
  return batch
}

describe('signing many', () => {
  it('500 letters, with the program ended at every kind of moment: none twice, none lost, no gap', async () => {
    const ids = await merged(500)
    const batchId = await propose(ids)
    await o.run(confirmBatch, { batchId }, o.head)
    const killed = () => Object.assign(new Error('terminating connection'), { code: '57P01' })
    let seed = 7
    const chance = (percent: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed / 2147483648 < percent / 100
    }
    const { tenant } = place
    // Ended before a command, after its commit, and in the middle of its transaction when the file is stored.
    const real = tenant.files
    const files = {
      ...real,
      put: async (bytes: Uint8Array) => {
        const hash = await real.put(bytes)
        if (chance(1)) throw killed()
        return hash
      },
    }
    const shaky: JobContext = {
      ...o.jobs,
      run: async (definition, input, options) => {
        if (chance(1)) throw killed()
        const result = await o.jobs.run(definition, input, options)
        if (chance(1)) throw killed()
        return result
      },
    }
    Object.assign(tenant, { files })
    let ends = 0
    while ((await batchOf(batchId)).state === 'running') {
      await work(batchId, shaky).catch((error: { code?: string }) => {
        if (error.code !== '57P01') throw error
        ends += 1
      })
    }
    Object.assign(tenant, { files: real })
    expect(ends).toBeGreaterThan(5)
    const batch = await batchOf(batchId)
    expect(batch.counts).toEqual({ waiting: 0, signed: 0, checked: 500, failed: 0 })
    const [sum] = await rows<Record<string, number>>(
      `select count(*)::int as issued, count(distinct number)::int as numbers, count(distinct document_id)::int as files,
         (select count(*)::int from letters.approval a join letters.letter x on x.id = a.letter_id where x.merge_id is not null) as signatures,
         (select count(*)::int from documents.issued) as documents
       from letters.letter where state = 'issued'`,
    )
    expect(sum).toEqual({ issued: 500, numbers: 500, files: 500, signatures: 500, documents: 500 })
    const [register] = await rows<{ id: string }>(`select id from registers.register`)
    expect(await checkCompleteness(tenant.pools.read, register?.id ?? '')).toMatchObject({
      gaps: [],
      taken: 500,
      counted: 500,
    })
  }, 240_000)

  it('a letter that changed after the official saw it is passed over with the reason, and tried again', async () => {
    const [first = '', second = ''] = await merged(2)
    const batchId = await propose([first, second])
    await o.run(recallLetter, { letterId: first }, o.drafter)
    await o.run(confirmBatch, { batchId }, o.head)
    await work(batchId)
    const { rows: items } = await listBatchItems(place.tenant, place.tenant.pools.read, batchId)
    expect(items.map((item) => item.state).sort()).toEqual(['checked', 'failed'])
    expect(items.find((item) => item.letterId === first)?.fault?.id).toContain('masih konsep')
    await o.run(retryBatch, { batchId }, o.head)
    await work(batchId)
    expect((await batchOf(batchId)).counts).toMatchObject({ checked: 1, failed: 1 })
  })

  it('is bound to the version that was seen', async () => {
    const letterId = await o.letter({}, { steps: o.steps(['paraf', o.division], ['signature', o.head]), submit: false })
    const { row } = await o.open(letterId)
    const content = await getContent(place.tenant, place.tenant.pools.read, row)
    await rows(`insert into letters.turn values ($1, 1, $2, 'signature', 0, now())`, [letterId, o.head.position?.id])
    const batchId = await propose([letterId])
    await o.run(saveLetter, { letterId, baseVersion: row.version, content: { ...content, subject: 'Lain' } }, o.drafter)
    await o.run(confirmBatch, { batchId }, o.head)
    await work(batchId)
    expect((await batchOf(batchId)).counts.failed).toBe(1)
  })

  it('stops when told, and goes on when told', async () => {
    const ids = await merged(6)
    const batchId = await propose(ids)
    await o.run(confirmBatch, { batchId }, o.head)
    let signed = 0
    const jobs: JobContext = {
      ...o.jobs,
      run: async (definition, input, options) => {
        const result = await o.jobs.run(definition, input, options)
        if (definition.name === signBatchItem.name) {
          signed += 1
          if (signed === 2) await o.run(stopBatch, { batchId }, o.head)
        }
        return result
      },
    }
    await work(batchId, jobs)
    expect((await batchOf(batchId)).counts).toMatchObject({ waiting: 4 })
    await o.run(retryBatch, { batchId }, o.head)
    await work(batchId)
    expect((await batchOf(batchId)).counts).toMatchObject({ waiting: 0, checked: 6 })
  })

  it('needs fresh proof, is only the official’s own, and only what waits for his signature comes in', async () => {
    const [letterId = ''] = await merged(1)
    const paraf = await o.letter()
    const { id, count } = await o.run(proposeBatch, { letterIds: [letterId, paraf] }, o.head)
    expect(count).toBe(1)
    const code = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'done',
        (error: AppError) => error.code,
      )
    expect(await code(o.run(confirmBatch, { batchId: id }, { ...o.head, elevatedUntil: 0 }))).toBe('step-up-needed')
    expect(await code(o.run(confirmBatch, { batchId: id }, o.other))).toBe('not-found')
    expect(await code(o.run(signBatchItem, { batchId: id, ordinal: 0 }, o.head))).toBe('done')
    expect((await o.open(letterId)).row.state).toBe('running')
    expect(await code(o.run(proposeBatch, { letterIds: [paraf] }, o.head))).toBe('invalid-input')
  })

  it('who lost the post in the meantime signs nothing more', async () => {
    const [letterId = ''] = await merged(1)
    const plh = await o.deputy(o.head, 'Mei Lina Halim, S.E.', 'plh')
    const { id: batchId } = await o.run(proposeBatch, { letterIds: [letterId] }, plh)
    await o.run(confirmBatch, { batchId }, plh)
    await rows(
      `update organization.assignment set valid_to = '2026-11-22' where official_id =
       (select id from organization.official where person_id = $1)`,
      [plh.personId],
    )
    await work(batchId)
    const { rows: items } = await listBatchItems(place.tenant, place.tenant.pools.read, batchId)
    expect(items[0]).toMatchObject({ state: 'failed', fault: { id: expect.stringContaining('tidak lagi memangku') } })
  })
})

describe('mail merge', () => {
  it('reads tabs, semicolons and quotes; names the row and the field that are wrong; makes all or none', async () => {
    const template = await o.template('surat-dinas')
    const base = { ...sampleContent(template), recipients: [] }
    const good = readMerge(
      template,
      base,
      parseRows('Penerima;Alamat;Isi;Kolom asing\n"Ketua RT; 01";"Jl. ""A"" 2 | Arunika";Hadir;x\n'),
    )
    expect(good.rows[0]?.content.recipients).toEqual([{ name: 'Ketua RT; 01', lines: ['Jl. "A" 2', 'Arunika'] }])
    expect(good.rows[0]?.content.values['isi']).toBe('Hadir')
    expect(good.unknown).toEqual(['Kolom asing'])
    const bad = readMerge(template, base, parseRows('penerima\tisi\n\tkosong\nKetua RT 02\t\n'))
    expect(bad.rows.map((row) => row.errors.map((error) => error.path))).toEqual([['recipients'], ['isian.isi']])
    expect(readMerge(template, base, parseRows('apa\nsaja')).faults).toHaveLength(1)
    const before = (await rows('select 1 from letters.letter')).length
    const attempt = o.run(
      mergeLetters,
      {
        templateVersionId: template.versionId,
        name: 'Salah satu',
        contents: [base, { ...base, recipients: [{ name: 'Ada', lines: [] }] }],
        steps: o.steps(['signature', o.head]),
        submit: true,
      },
      o.drafter,
    )
    await expect(attempt).rejects.toMatchObject({
      fields: [{ path: 'rows', message: { id: expect.stringContaining('Baris 1') } }],
    })
    expect((await rows('select 1 from letters.letter')).length).toBe(before)
  })

  it('sends one message for all letters of a merge', async () => {
    const text = `select 1 from messaging.message where account_id = $1 and title like '%menunggu tanda tangan%'`
    const before = (await rows(text, [o.head.accountId])).length
    await merged(20)
    expect((await rows(text, [o.head.accountId])).length).toBe(before + 1)
    const queue = await listQueue(place.tenant, place.tenant.pools.read, o.head, { role: 'signature' }, 5)
    expect(queue.next).toBeDefined()
  })
})
