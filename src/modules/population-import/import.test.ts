import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#kernel/clock/clock.ts'
import { runCommand } from '#kernel/command/command.ts'
import { type TestTenant, testTenant } from '#kernel/testing/database.ts'
import { countStaged, findPersonByNik, listHistoryOf, listStagedProblems } from '#modules/people/index.ts'
import { approveImport, submitImport } from './commands/decide-import.ts'
import { askRecall, decideRecall } from './commands/recall-import.ts'
import { enterImport, findImported, recallImport } from './jobs.ts'
import { findImport, listImportHistory } from './queries/imports.ts'
import { rejectedRows } from './queries/rejected-rows.ts'
import {
  approver,
  checkUploaded,
  fileOf,
  headings,
  type InventedRow,
  jobContext,
  lineOf,
  loadVillagesForTests,
  preparer,
  uploadFile,
} from './testing.ts'

let place: TestTenant
let owner: pg.Client
beforeAll(async () => {
  place = await testTenant()
  owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await loadVillagesForTests((text) => owner.query(text))
})
afterAll(async () => {
  await owner.end()
  await place.close()
})

const as = (actor = preparer) => ({ tenant: place.tenant, clock: systemClock, actor })
const job = () => jobContext(place)

async function problemsOf(importId: string): Promise<string[]> {
  const { rows } = await listStagedProblems(place.tenant.pools.read, importId, {}, undefined, 500)
  return rows.map(
    (row) =>
      `${row.row} ${row.severity === 'warning' ? '(' : ''}${row.code} ${row.field}${row.otherRow ? ` ~${row.otherRow}` : ''}`,
  )
}

async function enter(importId: string): Promise<void> {
  await runCommand(submitImport, { importId }, as())
  await runCommand(approveImport, { importId }, as(approver))
  await enterImport({ importId } as never, job())
  await findImported({ importId } as never, job())
}

const words = [
  'Nol',
  'Dua',
  'Tiga',
  'Empat',
  'Lima',
  'Enam',
  'Tujuh',
  'Delapan',
  'Sembilan',
  'Sepuluh',
  'Sebelas',
  'Duabelas',
  'Tigabelas',
]
let families = 0
/** A couple with one child; numbers that agree with the dates. */
function family(more: { motherNik?: string } = {}): InventedRow[] {
  families += 1
  const n = String(families).padStart(4, '0')
  const kk = `990102010120${n}`
  const mother = `990102520482${n}`
  const word = words[families] as string
  return [
    { nik: `990102250380${n}`, kk, name: `Slamet ${word}`, marital: '2' },
    {
      nik: mother,
      kk,
      name: `Ni’mah ${word}`,
      sex: 'P',
      born: '12/04/1982',
      marital: '2',
      relation: '3',
    },
    {
      nik: `990102140905${n}`,
      kk,
      name: word,
      sex: 'L',
      born: '14/09/2005',
      relation: '4',
      motherNik: more.motherNik ?? mother,
      mother: `Ni’mah ${word}`,
    },
  ]
}

describe('a file of residents', () => {
  it('is checked, approved by a second official, and entered with history, parents and reserved numbers', async () => {
    const rows = [...family(), ...family()]
    const id = await uploadFile(place, fileOf(...rows))
    await checkUploaded(place, id)
    expect(await problemsOf(id)).toEqual([])
    await runCommand(submitImport, { importId: id }, as())
    await expect(
      runCommand(approveImport, { importId: id }, as({ ...approver, accountId: preparer.accountId })),
    ).rejects.toThrow('forbidden')
    await runCommand(approveImport, { importId: id }, as(approver))
    await enterImport({ importId: id } as never, job())
    await findImported({ importId: id } as never, job())
    const done = await findImport(place.tenant.pools.read, id)
    expect([done?.state, done?.enteredFamilies, done?.enteredPeople]).toEqual(['entered', 2, 6])
    const child = await findPersonByNik(place.tenant, place.tenant.pools.read, rows[2]?.nik as string)
    const mother = await findPersonByNik(place.tenant, place.tenant.pools.read, rows[1]?.nik as string)
    expect([child?.fullName, child?.birthOn, child?.familyRelation, child?.motherId]).toEqual([
      'Dua',
      '2005-09-14',
      'child',
      mother?.id,
    ])
    expect([mother?.fullName, mother?.religion, mother?.occupation]).toEqual(["Ni'mah Dua", 'Islam', 'Petani/Pekebun'])
    const history = await listHistoryOf(place.tenant.pools.read, { personId: child?.id })
    expect(history.map((event) => [event.kind, event.validOn, event.entered, event.reason])).toEqual([
      ['import', '2026-10-31', true, 'Impor data penduduk: Ekspor SIAK'],
    ])
    const { rows: dwellings } = await owner.query(
      `select count(*)::int as n from people.family f join people.household h on h.id = f.household_id
       where h.address = f.address and h.rt = f.rt and h.village_code = f.village_code and h.closed_on is null`,
    )
    expect(dwellings).toEqual([{ n: 2 }])
    const { rows: findable } = await owner.query('select count(*)::int as n from people.person_search')
    expect(findable).toEqual([{ n: 6 }])
    const { rows: sequences } = await owner.query(`select last from people.nik_sequence where prefix = '990102140905'`)
    expect(sequences).toEqual([{ last: 2 }])
  })

  it('brings nothing twice: the same file again finds only known families', async () => {
    const rows = family()
    const first = await uploadFile(place, fileOf(...rows))
    await checkUploaded(place, first)
    await enter(first)
    const second = await uploadFile(place, fileOf(...rows))
    await checkUploaded(place, second)
    expect((await countStaged(place.tenant.pools.read, second)).families).toEqual({
      good: 0,
      bad: 0,
      known: 1,
      entered: 0,
    })
    await expect(runCommand(submitImport, { importId: second }, as())).rejects.toThrow('conflict')
  })

  it('names every wrong row, keeps its whole family out, and gives it back to be mended', async () => {
    const good = family()
    const [head, wife, child] = family() as [InventedRow, InventedRow, InventedRow]
    const alone = family().map((row) => ({ ...row, relation: '4' }))
    const twice = family()
    const young = family({ motherNik: child.nik })
    const rows = [
      ...good,
      { ...head, nik: '123' },
      wife,
      { ...child, born: '31/02/2005' },
      ...alone,
      ...twice,
      { ...(twice[0] as InventedRow), kk: good[0]?.kk as string, relation: '9' },
      { ...(family()[0] as InventedRow), village: 'Antah' },
      { ...(family()[0] as InventedRow), name: 'M4ri 0' },
      { ...(family()[0] as InventedRow), nik: '9,90102E+15' },
      ...young,
    ]
    const id = await uploadFile(place, fileOf(...rows))
    await checkUploaded(place, id)
    const found = await problemsOf(id)
    expect(found).toEqual(
      expect.arrayContaining(
        [
          '5 number-length nik',
          '7 date-unreadable birthOn',
          '8 no-head relation',
          '11 nik-twice nik ~14',
          '14 nik-twice nik ~11',
          '15 village-unknown villageCode',
          '16 odd-name fullName',
          '17 number-lost-digits nik',
        ].map((line) => (line.includes('village') ? '15 village-unknown villageName' : line)),
      ),
    )
    const counts = await countStaged(place.tenant.pools.read, id)
    expect(counts.families.bad).toBe(7)
    const one = await findImport(place.tenant.pools.read, id)
    const rejected = await rejectedRows(place.tenant, place.tenant.pools.read, one as NonNullable<typeof one>)
    const back: { row: number; cells: readonly string[] }[] = []
    for await (const row of rejected.rows) back.push(row)
    expect(back.map((row) => row.row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
    expect(back[3]?.cells.join(';')).toBe(lineOf(rows[3] as InventedRow))
    expect(rejected.headings.join(';')).toBe(headings)
  })

  it('is taken back whole while nothing rests on it, and its people may come again', async () => {
    const rows = family()
    const id = await uploadFile(place, fileOf(...rows))
    await checkUploaded(place, id)
    await enter(id)
    const before = await findPersonByNik(place.tenant, place.tenant.pools.read, rows[0]?.nik as string)
    await runCommand(askRecall, { importId: id, reason: 'Kolom tertukar' }, as())
    await expect(
      runCommand(decideRecall, { importId: id, agree: true }, as({ ...approver, accountId: preparer.accountId })),
    ).rejects.toThrow('forbidden')
    await runCommand(decideRecall, { importId: id, agree: true }, as(approver))
    await recallImport({ importId: id } as never, job())
    expect((await findImport(place.tenant.pools.read, id))?.state).toBe('recalled')
    const told = (await listImportHistory(place.tenant.pools.read, id)).map((entry) => entry.command.split('.')[1])
    expect(told.slice(-5)).toEqual(['approve-import', 'enter-batch', 'ask-recall', 'decide-recall', 'recall-batch'])
    expect(await findPersonByNik(place.tenant, place.tenant.pools.read, rows[0]?.nik as string)).toBeUndefined()
    const { rows: left } = await owner.query('select status, family_id from people.person where id = $1', [before?.id])
    expect(left).toEqual([{ status: 'void', family_id: null }])
    const history = await listHistoryOf(place.tenant.pools.read, { personId: before?.id })
    expect(history.map((event) => [event.kind, event.stands])).toEqual([
      ['import', false],
      ['cancellation', false],
    ])
    const again = await uploadFile(place, fileOf(...rows))
    await checkUploaded(place, again)
    await enter(again)
    expect((await findPersonByNik(place.tenant, place.tenant.pools.read, rows[0]?.nik as string))?.status).toBe(
      'active',
    )
  })
})

describe('ages in a file', () => {
  it('that are rare are shown, that cannot be are not entered, by the dated figures', async () => {
    const named = family().map((row, at) => ({ ...row, name: ['Wahyu', 'Ni’mah', 'Yoga'][at] as string }))
    const [father, mother, child] = named as [InventedRow, InventedRow, InventedRow]
    const born = (row: InventedRow, nik: string, date: string): InventedRow => ({ ...row, nik, born: date })
    // 7 years old, then 13, then another child three months later.
    const tooYoung = born(child, '9901021201900001', '12/01/1990')
    const young = born(child, '9901022006950001', '20/06/1995')
    const close = born(child, '9901022509950001', '25/09/1995')
    const id = await uploadFile(place, fileOf(father, mother, tooYoung, young, close))
    await checkUploaded(place, id)
    const found = await problemsOf(id)
    expect(found).toContainEqual(expect.stringMatching(/^4 young-mother motherNik/))
    expect(found).toContainEqual(expect.stringMatching(/^5 \(young-mother motherNik/))
    expect(found).toContainEqual(expect.stringMatching(/^6 \(births-too-close birthOn ~5/))
  })
})
