import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBillsOf } from '#modules/billing/index.ts'
import { listDocumentsOf } from '#modules/documents/index.ts'
import { findAssessment } from '#modules/local-tax/index.ts'
import { fileReturn } from './commands/file-return.ts'
import { keepDraft } from './commands/keep-draft.ts'
import { openMonth } from './commands/open-month.ts'
import { subjectType } from './commands/return-row.ts'
import { dayNames, readDeclaration } from './domain.ts'
import { openMonths } from './jobs.ts'
import { taxOf } from './queries/law.ts'
import { listVersions } from './queries/parts.ts'
import { findReturn } from './queries/returns.ts'
import { type ReturnWorld, returnWorld } from './testing.ts'

let world: ReturnWorld
let eatery: string
beforeAll(async () => {
  world = await returnWorld()
  eatery = await world.place('restaurant', 'Rumah Makan Rasa Kita', { seats: '60' })
})
afterAll(() => world.close())

const db = () => world.tenant.pools.read
const read = async (id: string) => {
  const one = await findReturn(db(), id)
  if (!one) throw new Error('no return')
  return one
}
const keep = (returnId: string, typed: Record<string, string>, as = world.sari) =>
  world.run(keepDraft, { returnId, typed }, as)
const file = (returnId: string, after = 0, as = world.sari) => world.run(fileReturn, { returnId, after }, as)
const count = async (table: string) =>
  (await world.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0
const claimOf = async (id: string) => {
  const claim = await findAssessment(db(), (await read(id)).assessmentId ?? '')
  if (!claim) throw new Error('no claim')
  return claim
}

describe('months', () => {
  it('open once for each place that was there, with due days by working days', async () => {
    await world.place('hotel', 'Hotel Baru', { rooms: '10' }, '2026-11-02')
    await openMonths({} as never, world.job)
    await openMonths({} as never, world.job)
    expect(await world.open('2026-10')).toBe(0)
    const one = await read(await world.idOf(eatery, '2026-10'))
    // October 2026 ends on a Saturday; ten and fifteen working days of November without a holiday.
    expect(one).toMatchObject({ state: 'open', version: 0, size: 60 })
    expect([one.payDueOn.toString(), one.fileDueOn.toString()]).toEqual(['2026-11-13', '2026-11-20'])
    expect(await count('tax_returns.return')).toBe(1)
  })

  it('open once for every place though the program is killed again and again', async () => {
    const far = await returnWorld()
    try {
      await far.owner.query(
        `insert into local_tax.object (id, kind, code, taxpayer_id, name, address, village_code, search_text, registered_on, registered_at, updated_at)
         select gen_random_uuid(), 'parking', 'PKR.' || lpad(i::text, 7, '0'), t.id, 'Parkir', 'Jl. Raya', '99.01.02.2003', 'parkir',
           '2026-01-01', now(), now() from generate_series(1, 1300) i, local_tax.taxpayer t`,
      )
      let kills = 0
      for (let tries = 0; tries < 40; tries += 1) {
        const killer = setInterval(async () => {
          const cut = await far.owner.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
               and pid <> pg_backend_pid() and state <> 'idle' and query ilike '%tax%' limit 1`,
          )
          kills += cut.rowCount ?? 0
        }, 40)
        const isDone = await openMonths({} as never, far.job).then(
          () => true,
          () => false,
        )
        clearInterval(killer)
        if (isDone && kills > 0) break
      }
      await openMonths({} as never, far.job)
      const { rows } = await far.owner.query(
        'select count(*)::int as n, count(distinct object_id)::int as objects from tax_returns.return',
      )
      expect([rows, kills > 0]).toEqual([[{ n: 1300, objects: 1300 }], true])
    } finally {
      await far.close()
    }
  }, 180_000)

  it('of a time in which the program stood still are opened later, and none that is not over', async () => {
    const far = await returnWorld('2026-08-03T02:00:00Z')
    try {
      const place = await far.place('parking', 'Parkir Pasar', { places: '40' })
      await openMonths({} as never, far.job)
      far.clock.set(Temporal.Instant.from('2026-11-10T02:00:00Z'))
      await openMonths({} as never, far.job)
      const { rows } = await far.owner.query(
        'select month::text from tax_returns.return where object_id = $1 order by 1',
        [place],
      )
      expect(rows.map((row) => row.month)).toEqual(['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'])
      await expect(far.job.run(openMonth, { month: '2026-11' })).rejects.toThrow('not over')
    } finally {
      await far.close()
    }
  })
})

describe('what is typed', () => {
  const facts = { tax: 'restaurant', month: Temporal.PlainYearMonth.from('2026-02'), isCorrection: false } as const
  const errorsOf = (typed: Record<string, string>, more = {}) => {
    try {
      readDeclaration(typed, { ...facts, ...more })
      return []
    } catch (error) {
      return (error as { fields: { path: string }[] }).fields.map(({ path }) => path)
    }
  }

  it.each([
    [{}, ['manner']],
    [{ manner: 'month' }, ['turnover']],
    [{ manner: 'month', turnover: '-5.000' }, ['turnover']],
    [{ manner: 'month', turnover: '12,5 juta' }, ['turnover']],
    [{ manner: 'month', turnover: '9.999.999.999.999.999' }, ['turnover']],
    [{ manner: 'days' }, ['day.1']],
    [{ manner: 'days', 'day.30': '1.000' }, ['day.30', 'day.1']],
    [{ manner: 'days', 'day.1': '1.000', 'day.2': 'x' }, ['day.2']],
    [{ manner: 'month', turnover: '100', exempt: '101', exemptReason: 'Jamuan' }, ['exempt']],
    [{ manner: 'month', turnover: '100', exempt: '10' }, ['exemptReason']],
  ])('%j is refused at %j', (typed, paths) => {
    expect(errorsOf(typed as Record<string, string>)).toEqual(paths)
  })

  it('a correction needs its reason, an entertainment its kind', () => {
    expect(errorsOf({ manner: 'nil' }, { isCorrection: true })).toEqual(['reason'])
    expect(errorsOf({ manner: 'nil' }, { tax: 'entertainment' })).toEqual(['service'])
    expect(errorsOf({ manner: 'nil', turnover: 'x', exempt: 'y' })).toEqual([])
  })

  it('day by day is the tax of the sum', async () => {
    const month = Temporal.PlainYearMonth.from('2026-10')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(90_000_000), { minLength: 1, maxLength: 31 }), async (days) => {
        const typed = Object.fromEntries(days.map((amount, index) => [dayNames[index] ?? '', String(amount)]))
        const sum = days.reduce((total, amount) => total + amount, 0)
        const by = { tax: 'restaurant', month, isCorrection: false } as const
        const daily = readDeclaration({ manner: 'days', ...typed }, by)
        const whole = readDeclaration({ manner: 'month', turnover: String(sum) }, by)
        expect(daily.turnover).toBe(whole.turnover)
        const [one, other] = [await taxOf(db(), month, daily), await taxOf(db(), month, whole)]
        expect(one.total.decimal(2)).toBe(other.total.decimal(2))
      }),
      { numRuns: 15 },
    )
  })
})

describe('a return', () => {
  it('pressed twice is filed once: one version, one claim, one bill, one receipt', async () => {
    const id = await world.idOf(eatery, '2026-10')
    await expect(file(id)).rejects.toMatchObject({ code: 'invalid-input' })
    await keep(id, { manner: 'days', 'day.1': '20.000.000', 'day.2': '5.000.000', other: 'dropped' })
    expect((await read(id)).draft).toEqual({ manner: 'days', 'day.1': '20.000.000', 'day.2': '5.000.000' })
    const answers = await Promise.all([file(id), file(id)])
    expect(answers.map(({ version }) => version)).toEqual([1, 1])
    expect(await read(id)).toMatchObject({
      state: 'filed',
      version: 1,
      turnover: 2_500_000_000n,
      taxAmount: 250_000_000n,
    })
    const claim = await claimOf(id)
    expect(claim).toMatchObject({ kind: 'self', amount: 250_000_000n, state: 'issued', number: 'SPTPD-2026-000001' })
    expect(claim.dueOn.toString()).toBe('2026-11-13')
    expect(await count('local_tax.assessment')).toBe(1)
    expect(await count('billing.bill')).toBe(1)
    const [version, ...earlier] = await listVersions(db(), id)
    expect(earlier).toEqual([])
    expect(version).toMatchObject({ ordinal: 1, isLate: false, filedBy: 'Sari Puspita' })
    expect(version?.days.map(({ amount }) => amount)).toEqual([2_000_000_000n, 500_000_000n])
    expect(version?.documentId).toBeTruthy()
    expect(await listDocumentsOf(db(), subjectType, id)).toHaveLength(1)
  })

  it('of somebody else is not found', async () => {
    const id = await world.idOf(eatery, '2026-10')
    await expect(keep(id, { manner: 'nil' }, world.budi)).rejects.toMatchObject({ code: 'not-found' })
    await expect(file(id, 1, world.budi)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('corrected to more raises the same claim by the difference, with the due day of the month', async () => {
    const id = await world.idOf(eatery, '2026-10')
    await keep(id, { manner: 'month', turnover: '30.000.000' })
    await expect(file(id, 1)).rejects.toMatchObject({ code: 'invalid-input' })
    await keep(id, { manner: 'month', turnover: '30.000.000', reason: 'Nota yang tertinggal' })
    await expect(file(id, 0)).rejects.toMatchObject({ code: 'conflict' })
    await file(id, 1)
    expect(await read(id)).toMatchObject({ state: 'filed', version: 2, taxAmount: 300_000_000n })
    const claim = await claimOf(id)
    expect(claim).toMatchObject({ amount: 300_000_000n, assessed: 250_000_000n, owed: 300_000_000n })
    expect(claim.dueOn.toString()).toBe('2026-11-13')
    const bills = await findBillsOf(db(), 'tax-assessment', claim.id)
    expect(bills.map(({ state, total }) => [state, total]).sort()).toEqual([
      ['cancelled', 250_000_000n],
      ['issued', 300_000_000n],
    ])
    expect((await listVersions(db(), id)).map(({ taxAmount }) => taxAmount)).toEqual([300_000_000n, 250_000_000n])
  })

  it('corrected to less changes nothing that is owed and waits for an examination', async () => {
    const id = await world.idOf(eatery, '2026-10')
    await keep(id, { manner: 'month', turnover: '10.000.000', reason: 'Salah menjumlah' })
    expect(await file(id, 2)).toMatchObject({ state: 'examining', version: 3 })
    expect(await read(id)).toMatchObject({ taxAmount: 300_000_000n, turnover: 3_000_000_000n })
    expect(await claimOf(id)).toMatchObject({ amount: 300_000_000n })
    await expect(keep(id, { manner: 'nil' })).rejects.toMatchObject({ code: 'wrong-state' })
  })

  it('of nothing, or of a small eatery, is filed without anything to pay', async () => {
    await world.open('2026-09')
    await world.open('2026-08')
    const nil = await world.idOf(eatery, '2026-09')
    await keep(nil, { manner: 'nil' })
    await file(nil)
    expect(await claimOf(nil)).toMatchObject({ state: 'nil', amount: 0n, billId: undefined })
    const small = await world.idOf(eatery, '2026-08')
    await keep(small, { manner: 'month', turnover: '9.000.000' })
    await file(small)
    expect(await claimOf(small)).toMatchObject({ state: 'nil' })
    expect((await listVersions(db(), small))[0]).toMatchObject({ isLate: true })
    await keep(nil, { manner: 'month', turnover: '20.000.000', reason: 'Ternyata ada acara' })
    await file(nil, 1)
    expect(await claimOf(nil)).toMatchObject({ state: 'issued', amount: 200_000_000n })
  })

  it('is refused while a row of law behind it is not checked, and its draft stays', async () => {
    await world.open('2026-07')
    const id = await world.idOf(eatery, '2026-07')
    await keep(id, { manner: 'month', turnover: '20.000.000' })
    const set = (status: string) =>
      world.owner.query(`update rules.rule set status = $1 where key = 'tax.pbjt.food' and region = '99.01'`, [status])
    await set('disputed')
    await expect(file(id)).rejects.toMatchObject({ code: 'conflict' })
    expect(await read(id)).toMatchObject({ state: 'open', draft: { turnover: '20.000.000' } })
    expect(await listVersions(db(), id)).toEqual([])
    await set('verified')
    await file(id)
  })
})
