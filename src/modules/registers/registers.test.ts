import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Actor, anonymous, systemOnly } from '#kernel/access/access.ts'
import { FixedClock } from '#kernel/clock/clock.ts'
import { type Command, command, runCommand } from '#kernel/command/command.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { type TestServer, testServer } from '#kernel/testing/server.ts'
import { administrator, testOffice } from '#modules/organization/testing.ts'
import { closeBlock, enterReserved, reserveBlock } from './commands/blocks.ts'
import { addRegister, changePattern } from './commands/books.ts'
import { takeNumber } from './commands/next-number.ts'
import { insertNumber, takeByHand, voidNumber } from './commands/numbers.ts'
import { registers } from './module.ts'
import { registerPaths } from './paths.ts'
import { checkCompleteness, findRegisterSummary, listNumbers } from './queries.ts'

let place: TestTenant
let server: TestServer
const clock = new FixedClock('2026-11-23T02:00:00Z')
const keeper = administrator(['registers.read', 'registers.take', 'registers.keep', 'registers.insert'])
const clerk = administrator(['registers.read', 'registers.take'])
const outgoing = {
  key: 'surat-keluar',
  nameId: 'Surat keluar',
  nameEn: 'Outgoing letters',
  countsBy: 'year',
  pattern: '{classification}/{sequence}/{unit}/{year}',
  citation: 'Perbup tata naskah dinas (rekaan)',
}
const part = { classification: '000.1', unit: '107' }

/** What another module does: a number and something of its own in one transaction, which may fail after it. */
const issueLetter = command({
  name: 'test.issue-letter',
  event: 'test.letter-issued.v1',
  access: systemOnly,
  input: z.object({ fails: z.boolean().default(false), register: z.string().default('keputusan') }),
  async run(tx, input, context) {
    const taken = await takeNumber(tx, context, {
      register: input.register,
      brought: { name: { id: 'Keputusan', en: 'Decisions' }, pattern: '188/{sequence}/KPT/{year}' },
      unitPath: 'setda',
      purpose: 'keputusan uji',
    })
    if (input.fails) throw new Error('fails after the number')
    return { result: taken, event: { subject: { type: 'number', id: taken.id }, payload: {} } }
  },
})

const system: Actor = { kind: 'system', name: 'test', grants: [] } as never
const run = <I, R>(what: Command<I, R>, input: unknown, actor: Actor = keeper): Promise<R> =>
  runCommand(what, input, { tenant: place.tenant, actor, clock })
const rows = async <Row>(text: string, values: unknown[] = []) =>
  (await place.tenant.pools.writePool.query(text, values)).rows as Row[]
const idOf = async (key: string) => (await findRegisterSummary(place.tenant.pools.read, '2026-11-23', key))?.id ?? ''
const gapsOf = async (key: string) => (await checkCompleteness(place.tenant.pools.read, await idOf(key))).gaps

beforeAll(async () => {
  place = await testTenant()
  await testOffice(place.tenant).unit('setda')
  server = await testServer({ ...place, modules: [registers], clock, actor: keeper })
})
afterAll(async () => {
  await server.close()
  await place.close()
})

describe('a register', () => {
  it('is made with a pattern that cannot repeat a number', async () => {
    for (const [pattern, countsBy] of [
      ['{sequence}', 'year'],
      ['{year}', 'year'],
      ['{sequence}/{tahun}', 'always'],
    ]) {
      await expect(run(addRegister, { ...outgoing, pattern, countsBy })).rejects.toMatchObject({
        code: 'invalid-input',
      })
    }
    expect(await run(addRegister, outgoing)).toEqual({ key: 'surat-keluar' })
    await expect(run(addRegister, outgoing)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('gives numbers one after another, each with the parts its pattern asks for', async () => {
    await expect(run(takeByHand, { key: 'surat-keluar', purpose: 'Undangan rapat' }, clerk)).rejects.toMatchObject({
      fields: [{ path: 'unit' }, { path: 'classification' }],
    })
    const first = await run(takeByHand, { key: 'surat-keluar', purpose: 'Undangan rapat', ...part }, clerk)
    const second = await run(takeByHand, { key: 'surat-keluar', purpose: 'Jawaban surat', ...part }, clerk)
    expect([first.text, second.text]).toEqual(['000.1/001/107/2026', '000.1/002/107/2026'])
  })

  it('is written another way from a day on; what was written stays', async () => {
    await expect(
      run(changePattern, {
        key: 'surat-keluar',
        pattern: '{sequence}/{year}',
        citation: 'Perbup baru',
        validFrom: '2026-11-22',
      }),
    ).rejects.toMatchObject({ fields: [{ path: 'validFrom' }] })
    await run(changePattern, {
      key: 'surat-keluar',
      pattern: 'S-{sequence:4}/{year}',
      citation: 'Perbup baru',
      validFrom: '2026-11-25',
    })
    expect((await run(takeByHand, { key: 'surat-keluar', purpose: 'Masih pola lama', ...part })).text).toBe(
      '000.1/003/107/2026',
    )
    clock.set('2026-11-25T02:00:00Z')
    expect((await run(takeByHand, { key: 'surat-keluar', purpose: 'Pola baru' })).text).toBe('S-0004/2026')
    clock.set('2027-01-04T02:00:00Z')
    expect((await run(takeByHand, { key: 'surat-keluar', purpose: 'Tahun baru' })).text).toBe('S-0001/2027')
    clock.set('2026-11-26T02:00:00Z')
  })

  it('that a definition brings along begins when it is first asked', async () => {
    expect((await run(issueLetter, {}, system)).text).toBe('188/001/KPT/2026')
    expect((await run(issueLetter, {}, system)).text).toBe('188/002/KPT/2026')
  })
})

describe('a number', () => {
  it('that is void keeps its place and its reason, and is never given again', async () => {
    const taken = await run(takeByHand, { key: 'surat-keluar', purpose: 'Salah ambil' })
    await expect(run(voidNumber, { numberId: taken.id, reason: 'x' })).rejects.toMatchObject({ code: 'invalid-input' })
    await run(voidNumber, { numberId: taken.id, reason: 'Suratnya tidak jadi dikirim' })
    await expect(run(voidNumber, { numberId: taken.id, reason: 'Suratnya tidak jadi dikirim' })).rejects.toMatchObject({
      code: 'wrong-state',
    })
    const next = await run(takeByHand, { key: 'surat-keluar', purpose: 'Yang berikutnya' })
    expect([taken.text, next.text]).toEqual(['S-0005/2026', 'S-0006/2026'])
    expect(await gapsOf('surat-keluar')).toEqual([])
  })

  it('is kept by those of its unit, and by no other', async () => {
    const taken = await run(takeByHand, { key: 'surat-keluar', purpose: 'Milik pusat' })
    const stranger = administrator(['registers.keep'], 'dinkes')
    const reason = 'Bukan unit yang mengambilnya'
    await expect(run(voidNumber, { numberId: taken.id, reason }, stranger)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      run(reserveBlock, { key: 'surat-keluar', unitPath: 'setda', size: 1 }, stranger),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is not taken by a transaction that fails', async () => {
    await expect(run(issueLetter, { fails: true }, system)).rejects.toThrow()
    expect((await run(issueLetter, {}, system)).text).toBe('188/003/KPT/2026')
    expect(await gapsOf('keputusan')).toEqual([])
  })

  it('is inserted behind a day that has passed only for a written reason, with a letter of its own', async () => {
    const late = { key: 'surat-keluar', datedOn: '2026-11-24', purpose: 'Surat saat jaringan mati', ...part }
    await expect(run(insertNumber, { ...late, lateReason: 'lupa' })).rejects.toMatchObject({ code: 'invalid-input' })
    const lateReason = 'Jaringan kantor mati sejak Senin pagi sampai Rabu.'
    await expect(run(insertNumber, { ...late, datedOn: '2026-11-26', lateReason })).rejects.toMatchObject({
      fields: [{ path: 'datedOn' }],
    })
    await expect(run(insertNumber, { ...late, datedOn: '2026-01-01', lateReason })).rejects.toMatchObject({
      fields: [{ path: 'datedOn' }],
    })
    const first = await run(insertNumber, { ...late, lateReason })
    const second = await run(insertNumber, { ...late, lateReason })
    expect([first.text, second.text]).toEqual(['000.1/003.A/107/2026', '000.1/003.B/107/2026'])
    expect(await rows('select name from journal.event where subject_id = $1', [first.id])).toEqual([
      { name: 'registers.number-inserted.v1' },
    ])
    expect(await gapsOf('surat-keluar')).toEqual([])
  })
})

describe('a block', () => {
  it('is a unit’s own while the centre is away; what is left of it becomes void', async () => {
    const block = await run(reserveBlock, { key: 'surat-keluar', unitPath: 'setda', size: 3 })
    expect((await run(takeByHand, { key: 'surat-keluar', purpose: 'Di pusat' })).text).toBe('S-0011/2026')
    const { rows: list } = await listNumbers(place.tenant.pools.read, await idOf('surat-keluar'), {
      status: 'reserved',
    })
    expect(list.map((row) => row.text).sort()).toEqual(['S-0008/2026', 'S-0009/2026', 'S-0010/2026'])
    const numberId = list.find((row) => row.text === 'S-0008/2026')?.id
    const used = { numberId, datedOn: '2026-11-26', purpose: 'Surat dari kantor cabang' }
    await expect(run(enterReserved, { ...used, datedOn: '2026-11-20' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await run(enterReserved, used)
    await expect(run(enterReserved, used)).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await run(closeBlock, { blockId: block.blockId, reason: 'Jaringan sudah pulih' })).toEqual({ unused: 2 })
    await expect(run(closeBlock, { blockId: block.blockId, reason: 'Jaringan sudah pulih' })).rejects.toMatchObject({
      code: 'wrong-state',
    })
    const found = await checkCompleteness(place.tenant.pools.read, await idOf('surat-keluar'))
    expect(found).toMatchObject({ reserved: 0, voided: 3, inserted: 2, gaps: [] })
  })
})

describe('many at once, with backends that die', () => {
  it('never take one number twice and leave no gap', async () => {
    const admin = new pg.Client({ connectionString: place.ownerUrl })
    await admin.connect()
    const acknowledged: string[] = []
    let killed = 0
    const worker = async (seed: number) => {
      for (let turn = 0; turn < 40; turn += 1) {
        const fails = (seed * 7 + turn * 13) % 5 === 0
        try {
          acknowledged.push((await run(issueLetter, { fails, register: 'serentak' }, system)).text)
        } catch {}
        if ((seed + turn) % 8 === 0) {
          const { rowCount } = await admin.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
               and pid <> pg_backend_pid() and state <> 'idle' limit 1`,
          )
          killed += rowCount ?? 0
        }
      }
    }
    await Promise.all([1, 2, 3, 4, 5, 6].map(worker))
    await admin.end()
    expect(killed).toBeGreaterThan(0)
    expect(acknowledged.length).toBeGreaterThan(80)
    expect(new Set(acknowledged).size).toBe(acknowledged.length)
    const stored = new Set(
      (
        await rows<{ text: string }>(
          `select n.text from registers.number n join registers.register r on r.id = n.register_id where r.key = 'serentak'`,
        )
      ).map((row) => row.text),
    )
    expect(acknowledged.filter((text) => !stored.has(text))).toEqual([])
    expect(await gapsOf('serentak')).toEqual([])
  })

  it('a number that is missing is found by the check', async () => {
    await rows(`delete from registers.number where text = '188/002/KPT/2026'`).catch(() => [])
    const owner = new pg.Client({ connectionString: place.ownerUrl })
    await owner.connect()
    await owner.query(`delete from registers.number where text = '188/002/KPT/2026'`)
    await owner.end()
    expect(await gapsOf('keputusan')).toEqual([{ period: '2026', sequence: 2 }])
    const page = (await server.get(`${registerPaths.register('keputusan')}?periksa=1`)).plain()
    expect(page).toContain('1 nomor urut hilang')
  })
})

describe('the pages', () => {
  const path = registerPaths.register('surat-keluar')

  it('list, find, page and export', async () => {
    expect((await server.get(registerPaths.list)).plain()).toContain('Surat keluar')
    expect((await server.get(`${registerPaths.list}?q=keputusan`)).plain()).not.toContain('Surat keluar')
    expect((await server.get(`${path}?q=rapat`)).plain()).toContain('000.1/001/107/2026')
    expect((await server.get(`${path}?keadaan=void`)).plain()).not.toContain('000.1/001/107/2026')
    const csv = (await server.get(`${path}.csv?keadaan=inserted`)).text
    expect(csv).toContain('000.1/003.A/107/2026')
    expect((await server.get(registerPaths.register('tidak-ada'))).status).toBe(404)
  })

  it('keep what was typed and say what is wrong at its field', async () => {
    const bad = await server.post(registerPaths.add, { ...outgoing, key: 'Huruf Besar', pattern: '{sequence}' })
    expect(bad.status).toBe(422)
    expect(bad.plain()).toContain('Tulis huruf kecil, angka dan tanda hubung saja')
    expect(bad.text).toContain('value="Surat keluar"')
    const late = await server.post(registerPaths.insert('surat-keluar'), {
      'datedOn-day': '31',
      'datedOn-month': '2',
      'datedOn-year': '2026',
      purpose: 'Surat lama',
      lateReason: 'Jaringan kantor mati sejak Senin pagi.',
    })
    expect([late.status, late.plain().includes('Tulis tanggal yang ada')]).toEqual([422, true])
    const taken = await server.post(registerPaths.take('surat-keluar'), { purpose: 'Lewat halaman' })
    expect(taken.location).toContain('/admin/nomor/surat-keluar/')
    const shown = (await server.get(taken.location ?? '')).plain()
    expect(shown).toContain('Lewat halaman')
    const voided = await server.post(taken.location ?? '', { apa: 'batal', reason: 'pendek' })
    expect(voided.status).toBe(422)
  })

  it('are closed to those without the right', async () => {
    expect((await server.get(path, { as: anonymous })).location).toContain('/masuk')
    expect((await server.get(path, { as: administrator(['accounts.read']) })).status).toBe(403)
    expect((await server.get(registerPaths.reserve('surat-keluar'), { as: clerk })).status).toBe(403)
    expect(
      (await server.post(registerPaths.reserve('surat-keluar'), { size: '3', unitPath: 'setda' }, { as: clerk }))
        .status,
    ).toBe(403)
  })
})
