import { describe, expect, it } from 'vitest'
import { FormValues } from '#kernel/http/form-values.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { displayAnswer, readableRow, tableOf, writeAnswer } from './display.ts'
import { journeyOf } from './journey.ts'
import { columnsOf, fieldsOfPages, isTyped } from './kinds.ts'
import { readAnswers, rowMark, type Typed } from './read-answers.ts'
import { cellPath } from './rows.ts'
import { everyAnswers, everyKnown, everyToday } from './testing/every-answers.ts'
import { everyKind } from './testing/every-kind.ts'

const fields = fieldsOfPages(everyKind.form.pages)
const field = (id: string) => fields.find((candidate) => candidate.id === id) as FieldDefinition
const names = { family: everyKnown['family'] as never, places: { '99.01.02.2004': 'Banjarwangi, Mekarsari' } }
const complete = journeyOf(everyKind, {
  answers: everyAnswers as never,
  known: everyKnown,
  today: everyToday,
  seen: [],
})

/** What the inputs of a field post when they show an answer. */
function postOf(one: FieldDefinition, answer: unknown, locale: 'id' | 'en'): [string, string][] {
  const date = (name: string, iso: string): [string, string][] => {
    const [year = '', month = '', day = ''] = iso.split('-')
    return [
      [`${name}-day`, String(Number(day))],
      [`${name}-month`, String(Number(month))],
      [`${name}-year`, year],
    ]
  }
  const area = (name: string, code: string): [string, string][] => {
    const parts = code.split('.')
    const levels = ['province', 'regency', 'district', 'village']
    return levels.map((level, index) => [`${name}-${level}`, parts.slice(0, index + 1).join('.')])
  }
  switch (one.kind) {
    case 'date':
      return date(one.id, String(answer))
    case 'statement':
    case 'consent':
      return answer === true ? [[one.id, 'yes']] : []
    case 'multi':
    case 'family-members':
      return (answer as string[]).map((value) => [one.id, value])
    case 'area':
      return area(one.id, String(answer))
    case 'address': {
      const address = answer as Record<string, string>
      const parts = ['street', 'rt', 'rw'].map((part): [string, string] => [`${one.id}.${part}`, address[part] ?? ''])
      return [...parts, ...area(`${one.id}.area`, address['area'] ?? '')]
    }
    case 'map-point': {
      const { lat, lon } = answer as { lat: number; lon: number }
      const text = (value: number) => String(value).replace('.', locale === 'id' ? ',' : '.')
      return [
        [`${one.id}.lat`, text(lat)],
        [`${one.id}.lon`, text(lon)],
      ]
    }
    case 'repeat':
    case 'table':
      return (answer as Record<string, unknown>[]).flatMap((row, index): [string, string][] => [
        [rowMark(one.id), String(index * 3)],
        ...columnsOf(one).flatMap((column): [string, string][] => {
          const name = cellPath(one.id, index * 3, column.id)
          const value = row[column.id]
          if (value === undefined) return [[name, '']]
          return column.kind === 'date' ? date(name, String(value)) : [[name, writeAnswer(column, value, locale)]]
        }),
      ])
    default:
      return [[one.id, writeAnswer(one as never, answer, locale)]]
  }
}

describe('every kind of field', () => {
  it.each(fields.filter(isTyped).map((one) => [one.kind, one.id]))(
    '%s: what its inputs show is read as the same answer (%s)',
    (_kind, id) => {
      const answer = (everyAnswers as Record<string, unknown>)[id] ?? ''
      if (answer === '') return
      for (const locale of ['id', 'en'] as const) {
        const form = new FormValues(postOf(field(id), answer, locale))
        expect(readAnswers(form, [field(id)])[id]).toEqual(answer)
      }
    },
  )

  it.each([
    ['nickname', 'a'.repeat(21), /Paling banyak 20 huruf; Anda menulis 21/],
    ['fullName', 'Sek4r', /hanya berisi huruf/],
    ['story', 'a'.repeat(501), /Paling banyak 500 huruf/],
    ['nib', '12345', /NIB terdiri dari 13 angka/],
    ['phone', '12', /0812 3456 7890/],
    ['email', 'sekar@', /nama@contoh.id/],
    ['birthOn', '2027-01-01', /belum terjadi/],
    ['birthOn', { day: '1', month: '', year: '' }, /Lengkapi tanggal/],
    ['birthOn', { day: '31', month: '2', year: '2020' }, /tidak ada di kalender/],
    ['opensAt', 'pagi', /04.35/],
    ['scale', 'huge', /Pilih salah satu/],
    ['needs', ['money', 'training', 'place'], /paling banyak 2/],
    ['needs', ['moon'], /Pilih dari daftar/],
    ['hasBusiness', 'maybe', /ya atau tidak/],
    ['floors', 'dua', /Tulis dengan angka, misalnya 12/],
    ['floors', 1.5, /bilangan bulat/],
    ['floors', 99, /Isi antara 1 dan 40/],
    ['area', 1.234, /Paling banyak 2 angka di belakang koma/],
    ['income', 'sejuta', /rupiah bulat/],
    ['income', -1, /Isi Rp0 atau lebih/],
    ['items', [], /Isi paling sedikit satu barang/],
    ['items', [{ what: 'x', count: 1, price: 200_000_000 }], /paling banyak Rp100 juta/],
    ['items', [{ what: 'x', count: 0, price: 1 }], /Barang 1: Isi 1 atau lebih/],
    [
      'items',
      Array.from({ length: 21 }, () => ({ what: 'x', count: 1, price: 1 })),
      /Paling banyak 20 baris; Anda mengisi 21/,
    ],
    ['witnesses', [everyAnswers.witnesses[0]], /paling sedikit 2 saksi; baru ada 1/],
    ['witnesses', [everyAnswers.witnesses[0], everyAnswers.witnesses[0]], /Saksi 1: Setiap saksi hanya/],
    ['witnesses', [everyAnswers.witnesses[0], { name: 'Joko', nik: '9901010202690004' }], /Saksi 2: Pilih hubungan/],
    ['home', { street: '', rt: 'x', rw: '', area: '99' }, /Isi jalan/],
    ['origin', '99.01', /sampai desa/],
    ['spot', { lat: 'x', lon: 112 }, /lintang dan bujur dalam derajat/],
    ['spot', { lat: 112.7, lon: -7.2 }, /tertukar/],
    ['spot', { lat: 52.5, lon: 13.4 }, /di luar Indonesia/],
    ['heir', 'p9', /anggota keluarga Anda/],
    ['movers', [], /Pilih yang ikut bekerja/],
    ['partner', '123', /16 angka/],
    ['letter', [], /Unggah sertipikat tanah/],
    ['signature', [], /Bubuhkan tanda tangan/],
    ['truth', false, /Centang pernyataan/],
  ])('%s is refused with advice: %j', (id, value, message) => {
    const journey = journeyOf(everyKind, {
      answers: { ...everyAnswers, [id]: value } as never,
      known: everyKnown,
      today: everyToday,
      seen: [],
    })
    const errors = journey.pages.flatMap((page) => page.errors).filter((error) => error.field === id)
    expect(errors.map((error) => error.message.id).join(' ')).toMatch(message)
    for (const error of errors) expect(error.message.en).not.toBe('')
  })

  it.each([
    ['nik', '9901025107960001', '99 01 02 51 07 96 0001', '99 01 02 51 07 96 0001'],
    ['phone', '081234567890', '0812 3456 7890', '0812 3456 7890'],
    ['birthOn', '1996-07-11', '11 Juli 1996', '11 July 1996'],
    ['opensAt', '08:00', '08.00', '08:00'],
    ['scale', 'micro', 'Mikro', 'Micro'],
    ['needs', ['money', 'training'], 'Modal, Pelatihan', 'Money, Training'],
    ['hasBusiness', 'no', 'Tidak', 'No'],
    ['area', 12500.5, '12.500,5 m²', '12,500.5 m²'],
    ['income', 4_500_000, 'Rp4.500.000', 'Rp4.500.000'],
    ['isBig', 'yes', 'Ya', 'Yes'],
    [
      'home',
      everyAnswers.home,
      'Jalan Melati 4, RT 003 RW 001, Banjarwangi, Mekarsari',
      'Jalan Melati 4, RT 003 RW 001, Banjarwangi, Mekarsari',
    ],
    ['spot', everyAnswers.spot, 'lintang -7,25754, bujur 112,75209', 'latitude -7.25754, longitude 112.75209'],
    ['heir', 'p1', 'Sekar Wulandari', 'Sekar Wulandari'],
    ['movers', ['p1', 'p2'], 'Sekar Wulandari, Bima Prasetyo', 'Sekar Wulandari, Bima Prasetyo'],
    ['letter', ['a'], '1 berkas', '1 file'],
    ['signature', ['a'], 'Ditandatangani', 'Signed'],
    ['sharing', true, 'Disetujui', 'Agreed'],
    ['truth', true, 'Dinyatakan', 'Stated'],
    [
      'items',
      everyAnswers.items,
      'Barang 1: Mesin kopi, 1, Rp12.500.000; Barang 2: Meja, 4, Rp750.000',
      'Item 1: Mesin kopi, 1, Rp12.500.000; Item 2: Meja, 4, Rp750.000',
    ],
    ['email', '', 'Tidak diisi', 'Not given'],
  ])('%s is shown in words: %j', (id, value, indonesian, english) => {
    expect(displayAnswer(field(id), value, 'id', names)).toBe(indonesian)
    expect(displayAnswer(field(id), value, 'en', names)).toBe(english)
  })

  it.each([
    ['answers.fullName', 'Sekar Wulandari'],
    ['answers.floors', 2n],
    ['answers.area', 120.5],
    ['answers.income', 4_500_000n],
    ['answers.needs', ['money', 'training']],
    ['"training" in answers.needs', true],
    ['answers.home.area', '99.01.02.2004'],
    ['answers.spot.lat < 0.0', true],
    ['size(answers.letter == 1 ? "x" : "")', 1n],
    ['answers.truth && answers.sharing', true],
    ['size(answers.witnesses)', 2n],
    ['answers.witnesses[1].relationText', 'Paman'],
    ['answers.witnesses[0].relationText', ''],
    ['answers.spent + 1', 13_250_001n],
    ['answers.isBig', 'no'],
    ['answers.density', 60.25],
  ])('expressions see %s', (expression, value) => {
    expect(complete.expressions.evaluate(expression, complete.surroundings)).toEqual(value)
  })

  it('answers not given yet are "", 0, nothing or false', () => {
    const empty = { answers: {}, known: {}, today: everyToday }
    const language = expressionsOf(everyKind)
    for (const [expression, value] of [
      ['answers.fullName', ''],
      ['answers.floors', 0n],
      ['answers.area', 0],
      ['size(answers.witnesses)', 0n],
      ['answers.home.street', ''],
      ['answers.spot.lon', 0],
      ['answers.truth', false],
    ] as const) {
      expect(language.evaluate(expression, empty)).toEqual(value)
    }
  })
})

describe('rows', () => {
  it('are a table in the readable copy, with the numbers of other people marked', () => {
    const row = readableRow(field('witnesses'), everyAnswers.witnesses, names)
    expect(row.table?.columns.map((column) => [column.label.id, column.sensitive])).toEqual([
      ['Nama saksi', false],
      ['NIK saksi', true],
      ['Hubungan dengan Anda', false],
      ['Hubungan apa?', false],
      ['Kenal sejak', false],
    ])
    expect(row.table?.rows[1]?.map((cell) => cell.id)).toEqual([
      'Joko Susilo',
      '99 01 01 02 02 69 0004',
      'Lainnya',
      'Paman',
      '20 Mei 2001',
    ])
  })

  it('left blank do not count, and what was typed in a closed column is dropped', () => {
    const witnesses = [{}, { name: '', nik: '' }, { ...everyAnswers.witnesses[0], relationText: 'Tetangga jauh' }]
    const journey = journeyOf(everyKind, {
      answers: { witnesses } as never,
      known: everyKnown,
      today: everyToday,
      seen: [],
    })
    expect(journey.answers['witnesses']).toEqual([everyAnswers.witnesses[0]])
    expect(tableOf(field('witnesses'), witnesses).rows).toHaveLength(1)
  })

  it('in the middle keep their place in errors', () => {
    const items = [{ what: 'a', count: 1, price: 1 }, {}, { what: 'b', count: 'x', price: 1 }]
    const journey = journeyOf(everyKind, {
      answers: { items } as never,
      known: everyKnown,
      today: everyToday,
      seen: [],
    })
    const paths = journey.pages.flatMap((page) => page.errors.map((error) => error.path))
    expect(paths).toContain('items[2].count')
  })

  it('of a form are read in the order on the page, however they are numbered', () => {
    const form = new FormValues([
      ['items.row', '7'],
      ['items.row', '2'],
      ['items.row', 'x'],
      ['items[2].what', 'b'],
      ['items[7].what', 'a'],
    ])
    const typed: Typed = readAnswers(form, [field('items')])
    expect(typed['items']).toEqual([{ what: 'a' }, { what: 'b' }])
  })

  it('beyond the most are not read at all', () => {
    const many = Array.from({ length: 5000 }, (_, index): [string, string] => ['items.row', String(index)])
    expect(readAnswers(new FormValues(many), [field('items')])['items']).toHaveLength(21)
  })
})
