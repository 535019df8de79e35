import { describe, expect, it } from 'vitest'
import { rupiah } from '#kernel/money/money.ts'
import { billingCode } from '../billing-code.ts'
import { cellsOf } from './cells.ts'
import type { FileFormat, Layout } from './layout.ts'
import { findCode, readFile } from './read-file.ts'

const code = billingCode(2026, 7n)
const layout: Layout = {
  separator: 'auto',
  headLines: 1,
  columns: { day: 'Tanggal', time: 'Jam', amount: 'Jumlah', reference: 'Ref', number: 'No VA', description: 'Uraian' },
  dayOrder: 'dmy',
  decimal: ',',
  creditMark: '',
}
const read = (text: string | Buffer, more: Partial<Layout> = {}, format: FileFormat = 'csv') =>
  readFile(Buffer.from(text), {
    format,
    layout: { ...layout, ...more },
    zone: 'Asia/Jakarta',
    now: Temporal.Instant.from('2026-11-23T05:00:00Z'),
  })
const head = 'Tanggal;Jam;Ref;No VA;Jumlah;Uraian'

describe('a CSV of a bank', () => {
  it('gives receipts with moment, code behind the prefix of a virtual account, and exact amount', () => {
    const { receipts, broken, skipped } = read(
      `${head}\r\n22/11/2026;09:15;R1;88810${code};1.250.000,50;"PBB; blok 4"\r\n\r\n`,
    )
    expect(broken).toEqual([])
    expect(skipped).toBe(3)
    expect(receipts).toEqual([
      {
        line: 2,
        reference: 'R1',
        number: code,
        amount: 125_000_050n,
        fee: undefined,
        paidAt: Temporal.Instant.from('2026-11-22T02:15:00Z'),
        description: 'PBB; blok 4',
      },
    ])
  })

  it('finds its columns by heading in any order, by number, and with any separator', () => {
    for (const [text, columns] of [
      [`Jumlah,Tanggal,Ref\n"50,000.00",2026-11-20,A`, { day: 'tanggal', amount: 'JUMLAH', reference: 'Ref' }],
      [`a|b|c\n50000|2026-11-20|A`, { day: '2', amount: '1', reference: '3' }],
    ] as const) {
      const { receipts } = read(text, { columns, dayOrder: 'ymd', decimal: '.' })
      expect(receipts[0]).toMatchObject({ reference: 'A', amount: rupiah(50_000), number: '' })
    }
  })

  it('says of each line what is wrong with it and goes on', () => {
    const lines = [
      '22/11/2026;;A;;12x;',
      '31/02/2026;;B;;5;',
      '24/11/2026;;C;;5;',
      '22/11/2026',
      `22/11/2026;;${'y'.repeat(81)};;5;`,
      '22/11/2026;;D;;1.00,5;',
      '22/11/2026;;E;;-5;',
      '22/11/2026;;F;;7;ok',
    ]
    const { receipts, broken } = read([head, ...lines].join('\n'))
    expect(broken.map((each) => [each.line, each.problem])).toEqual([
      [2, 'amount'],
      [3, 'day'],
      [4, 'future'],
      [5, 'columns'],
      [6, 'reference'],
      [7, 'amount'],
      [8, 'amount'],
    ])
    expect(receipts.map((each) => each.reference)).toEqual(['F'])
  })

  it('leaves out what is no credit', () => {
    const text = 'Tanggal;Ref;Jumlah;DK\n22/11/2026;A;5;K\n22/11/2026;B;6;D'
    const columns = { day: 'Tanggal', amount: 'Jumlah', reference: 'Ref', mark: 'DK' }
    expect(read(text, { columns, creditMark: 'k' }).receipts.map((each) => each.reference)).toEqual(['A'])
  })

  it('knows a line without a reference by what it says; the same line again is another, the same file the same', () => {
    const text = `${head}\n22/11/2026;;;;5;parkir\n22/11/2026;;;;5;parkir\n22/11/2026;;;;6;parkir`
    const first = read(text).receipts.map((each) => each.reference)
    expect(new Set(first).size).toBe(3)
    expect(read(text.replace('\n22/11/2026;;;;6;parkir', '')).receipts.map((each) => each.reference)).toEqual(
      first.slice(0, 2),
    )
  })

  it.each([
    ['', 'empty'],
    ['PK\u0003\u0004', 'workbook'],
    ['a\0b', 'not-text'],
    ['lain;kolom\n1;2', 'no-columns'],
    ['x\n'.repeat(50_001), 'too-many-lines'],
  ])('refuses as a whole what is no such file', (text, fault) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ fault }))
  })

  it('reads quoted cells', () => {
    expect(cellsOf('a;"b;""c""";;"d', ';')).toEqual(['a', 'b;"c"', '', 'd'])
  })
})

it('a file of fixed widths is read by places', () => {
  const line = `20261122091500REF0000001  ${'0000000150000'}${code}  Retribusi pasar`
  const columns = {
    day: '1-8',
    time: '9-14',
    reference: '15-26',
    amount: '27-37',
    number: '40-54',
    description: '57-80',
  }
  const { receipts } = read(`HEADER\n${line}\nshort`, { columns, dayOrder: 'ymd' }, 'fixed')
  expect(receipts).toMatchObject([
    { reference: 'REF0000001', amount: rupiah(1500), number: code, description: 'Retribusi pasar' },
  ])
})

describe('MT940', () => {
  const statement = (closing: string) => `{1:F01BANK}{4:
:20:STMT1
:25:0012345678
:28C:1/1
:60F:C261121IDR1000000,00
:61:2611221122C150000,NTRFNONREF//BR001
KAS
:86:VA 88810${code}
 PBB ARUNIKA
:61:261122D50000,5NCHGNONREF//BR002
:86:BIAYA
:61:261122C25000,50NTRF${code}
:86:TANPA REF BANK
:62F:C261122IDR${closing}
-}`
  it('gives its credits with the text behind them', () => {
    const { receipts, skipped } = read(statement('1125000,00'), {}, 'mt940')
    expect(skipped).toBe(1)
    expect(receipts).toMatchObject([
      { reference: 'BR001', amount: rupiah(150_000), number: code, description: `VA 88810${code} PBB ARUNIKA` },
      { reference: code, amount: 2_500_050n, number: code },
    ])
  })

  it('is refused when its entries do not lead from balance to balance, or it has none', () => {
    expect(() => read(statement('1125000,01'), {}, 'mt940')).toThrow(expect.objectContaining({ fault: 'balance' }))
    expect(() => read('halo', {}, 'mt940')).toThrow(expect.objectContaining({ fault: 'not-mt940' }))
  })
})

it('a billing code is found alone, in groups and behind a prefix; other digits are none', () => {
  expect(findCode(`bayar ${code.replace(/(\d{3})(?=\d)/g, '$1 ')} lunas`)).toBe(code)
  expect(findCode(`VA 88810${code}`)).toBe(code)
  expect(findCode('9901014101900001')).toBe('')
})
