import { describe, expect, it } from 'vitest'
import { cellsAreDoubtful, type DateEvidence } from '../mapping/dates.ts'
import type { FieldName } from '../mapping/fields.ts'
import { type ColumnFacts, guessMapping, type Mapping } from '../mapping/mapping.ts'
import { rowConverter } from './convert-row.ts'
import type { Villages } from './villages.ts'

const villages: Villages = {
  ownCode: '9901',
  byCode: new Set(['99.01.02.2003', '99.01.03.2003', '99.01.02.2004']),
  byName: new Map([
    ['sukamaju', ['99.01.02.2003', '99.01.03.2003']],
    ['sukamaju|mekarsari', ['99.01.02.2003']],
    ['sukasari', ['99.01.02.2004']],
  ]),
  list: [],
}
const good: Readonly<Partial<Record<FieldName, string>>> = {
  nik: '9901022503800001',
  kkNumber: '9901022011120004',
  fullName: 'Sukarno',
  relation: '1',
  sex: 'LAKI-LAKI',
  birthPlace: 'Arunika',
  birthOn: '25/03/1980',
  religion: 'BUDHA',
  education: 'S1',
  occupation: '5',
  maritalStatus: 'KAWIN',
  address: 'Jl. Melati 4',
  villageName: 'Kel. Sukasari',
}
const evidence: DateEvidence = {
  dayFirst: 1,
  dayFirstRow: 2,
  monthFirst: 0,
  monthFirstRow: 0,
  either: 1,
  clear: 0,
  cellLow: 0,
  cellHigh: 0,
  shortYear: 0,
  none: 0,
}

function read(
  cells: Partial<Record<FieldName, string>>,
  dates: Partial<DateEvidence> = {},
  more: Partial<Mapping> = {},
  kinds?: string,
) {
  const names = Object.keys({ ...good, ...cells }) as FieldName[]
  const columns: ColumnFacts[] = names.map((heading) => ({
    heading,
    filled: 1,
    values: undefined,
    dates: heading === 'birthOn' ? { ...evidence, ...dates } : undefined,
  }))
  const mapping: Mapping = {
    ...guessMapping([]),
    columns: Object.fromEntries(names.map((name, at) => [name, at])),
    ...more,
  }
  const row = {
    number: 2,
    cells: names.map((name) => ({ ...good, ...cells })[name] ?? ''),
    ...(kinds ? { kinds: names.map((name) => (name === 'birthOn' ? kinds : 't')).join('') } : {}),
  }
  const { person, findings } = rowConverter(mapping, columns, villages, '2026-11-23', undefined, 120)(row)
  return { person, found: findings.map((finding) => `${finding.code} ${finding.field}`), findings }
}

describe('a row', () => {
  it('of an export is read as the register has it', () => {
    const { person, found } = read({ rt: 'RT. 3', rw: '012', bloodType: '-' })
    expect(found).toEqual([])
    expect(person).toMatchObject({
      fullName: 'Sukarno',
      sex: 'male',
      birthOn: '1980-03-25',
      religion: 'Buddha',
      education: 'Diploma IV/Strata I',
      occupation: 'Pegawai Negeri Sipil',
      maritalStatus: 'married',
      relation: 'head',
      citizenship: 'WNI',
      place: { villageCode: '99.01.02.2004', rt: '003', rw: '012' },
    })
  })

  it('keeps apostrophes in one form, and single names', () => {
    expect(read({ fullName: 'Ma’ruf D`Arc' }).person.fullName).toBe("Ma'ruf D'Arc")
    expect(read({ fullName: 'Sukarno' }).found).toEqual([])
    expect(read({ fullName: 'Suk4rno' }).found).toEqual(['odd-name fullName'])
  })

  it('believes a date that could be two only when the column or the NIK proves it', () => {
    const mixed = { monthFirst: 1 }
    expect(read({ birthOn: '04/03/1980' }).person.birthOn).toBe('1980-03-04')
    expect(read({ birthOn: '04/03/1980', nik: '9901020304800001' }, mixed)).toMatchObject({
      person: { birthOn: '1980-04-03' },
      found: ['date-by-nik birthOn'],
    })
    expect(read({ birthOn: '04/03/1980' }, mixed).found).toEqual(['date-ambiguous birthOn'])
    expect(read({ birthOn: '04/03/80' }).found).toEqual(['date-short-year birthOn'])
    expect(read({ birthOn: '03/25/1980' }).found).toEqual(['date-unreadable birthOn'])
  })

  it('doubts date cells that another program may have turned around', () => {
    const turned = { dayFirst: 4, cellLow: 6 }
    expect(cellsAreDoubtful({ ...evidence, ...turned })).toBe(true)
    expect(read({ birthOn: '1980-04-03', nik: '9901020403800001' }, turned, {}, 'd')).toMatchObject({
      person: { birthOn: '1980-03-04' },
      found: ['date-by-nik birthOn'],
    })
    expect(read({ birthOn: '1980-04-03', nik: '9901020403800001' }, { ...turned, cellHigh: 1 }, {}, 'd').found).toEqual(
      ['nik-date-differs nik'],
    )
  })

  it('with a NIK that disagrees is remarked, never refused', () => {
    const { findings } = read({ nik: '9901026511790001' })
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning nik-date-differs',
      'warning nik-sex-differs',
    ])
  })

  it('with a number that a spreadsheet shortened is refused with that reason', () => {
    expect(read({ nik: '9,90102250380000E+15' }).found).toEqual(['number-lost-digits nik'])
    expect(read({ nik: "'9901022503800001" }).found).toEqual([])
    expect(read({ nik: '0000000000000000' }).found).toEqual(['number-placeholder nik'])
  })

  it('of a village that several districts have needs the district', () => {
    expect(read({ villageName: 'SUKAMAJU' }).found).toEqual(['village-ambiguous villageName'])
    expect(read({ villageName: 'SUKAMAJU', districtName: 'Kec. Mekarsari' }).person.place.villageCode).toBe(
      '99.01.02.2003',
    )
    expect(read({ villageName: 'SUKAMAJU', districtName: 'Antah' }).found).toEqual(['village-unknown villageName'])
  })

  it('uses a translation that somebody gave, and shows no more of a wrong value than its first letters', () => {
    expect(read({ maritalStatus: 'JANDA' }).found).toEqual(['value-unknown maritalStatus'])
    expect(
      read({ maritalStatus: 'JANDA' }, {}, { values: { maritalStatus: { JANDA: 'widowed' } } }).person.maritalStatus,
    ).toBe('widowed')
    expect(read({ fullName: 'R4hasia' }).findings[0]?.shown).toBe('R4*****')
  })

  it('of a neighbourhood that the village closed or does not know is remarked', () => {
    const names = Object.keys({ ...good, rt: '', rw: '' }) as FieldName[]
    const mapping: Mapping = { ...guessMapping([]), columns: Object.fromEntries(names.map((name, at) => [name, at])) }
    const standings = { '001': 'open', '002': 'closed' } as const
    const neighbourhoods = {
      standing: (_village: string, rt: string) => standings[rt as '001'] ?? ('unknown' as const),
    }
    const convert = rowConverter(mapping, [], villages, '2026-11-23', neighbourhoods)
    const found = (rt: string) =>
      convert({
        number: 2,
        cells: names.map((name) => ({ ...good, birthOn: '1980-03-25', rt, rw: '1' })[name] ?? ''),
      }).findings.map(({ code, shown }) => `${code} ${shown}`)
    expect([found('1'), found('2'), found('9')]).toEqual([
      [],
      ['neighbourhood-closed RT 002 RW 001'],
      ['neighbourhood-unknown RT 009 RW 001'],
    ])
  })
})
