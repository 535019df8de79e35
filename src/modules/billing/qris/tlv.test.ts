import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromRoot } from '#kernel/paths.ts'
import { crc16, isEmvQr, readQris, readTlv, senOfQr, type Tlv, writeQr, writeTlv } from './tlv.ts'

interface Vector {
  id: string
  payload: string
  accept: boolean
  accept_as_qris: boolean
  crc_calculated: string
  parsed: Record<string, string>
}
const file = fromRoot('src/modules/billing/qris/vectors.json')
const vectors = (JSON.parse(readFileSync(file, 'utf8')) as { qris: Vector[] }).qris

const fields: Tlv = [
  ['00', '01'],
  ['01', '12'],
  [
    '26',
    writeTlv([
      ['00', 'ID.CO.CONTOH.WWW'],
      ['01', '936009900000000001'],
      ['02', 'M-1'],
      ['03', 'UME'],
    ]),
  ],
  [
    '51',
    writeTlv([
      ['00', 'ID.CO.QRIS.WWW'],
      ['02', 'ID1099000000001'],
      ['03', 'UME'],
    ]),
  ],
  ['52', '9399'],
  ['53', '360'],
  ['54', '198486.00'],
  ['58', 'ID'],
  ['59', 'KAS DAERAH ARUNIKA'],
  ['60', 'ARUNIKA'],
  ['62', writeTlv([['01', '126618033987494']])],
]
const without = (tag: string): Tlv => fields.filter(([each]) => each !== tag)
const changed = (tag: string, value: string): Tlv => fields.map(([each, old]) => [each, each === tag ? value : old])

describe('a merchant-presented code', () => {
  it('has the published checksum', () => {
    expect(crc16('123456789')).toBe('29B1')
  })

  it.each(vectors)('$id is read as published', (vector) => {
    expect(crc16(vector.payload.slice(0, -4))).toBe(vector.crc_calculated)
    expect(isEmvQr(vector.payload)).toBe(vector.accept)
    expect(Object.fromEntries(readTlv(vector.payload) ?? [])).toEqual(vector.parsed)
    expect('qris' in readQris(vector.payload)).toBe(vector.accept_as_qris)
  })

  it('is refused with any one character changed', () => {
    for (const { payload } of vectors) {
      fc.assert(
        fc.property(fc.nat([...payload].length - 1), fc.integer({ min: 0x20, max: 0x7e }), (at, code) => {
          const letters = [...payload]
          fc.pre(letters[at]?.toUpperCase() !== String.fromCharCode(code).toUpperCase())
          letters[at] = String.fromCharCode(code)
          expect(isEmvQr(letters.join(''))).toBe(false)
        }),
      )
    }
  })

  it('reads back what was written', () => {
    const value = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 10, max: 62 }).map(String), value), { selector: ([tag]) => tag }),
        (list) => {
          expect(readTlv(writeTlv(list))).toEqual(list)
        },
      ),
    )
  })
})

describe('a QRIS', () => {
  it('tells its merchant, its sum and its bill', () => {
    const read = readQris(writeQr(fields))
    expect(read).toEqual({
      qris: {
        isDynamic: true,
        amount: '198486.00',
        merchantName: 'KAS DAERAH ARUNIKA',
        city: 'ARUNIKA',
        nationalId: 'ID1099000000001',
        billNumber: '126618033987494',
      },
    })
    expect(senOfQr('198486.00')).toBe(19_848_600n)
    expect(senOfQr('10000')).toBe(1_000_000n)
    expect(senOfQr('1e5')).toBeUndefined()
  })

  it.each([
    ['not-rupiah', changed('53', '840')],
    ['not-indonesia', changed('58', 'US')],
    ['no-merchant', without('26')],
    ['no-national-id', without('51')],
    ['no-name', without('59')],
    ['bad-amount', changed('54', '1,5')],
    ['no-version', without('00')],
  ])('is refused: %s', (fault, list) => {
    expect(readQris(writeQr(list))).toEqual({ fault })
  })

  it('with a name longer than allowed is read all the same', () => {
    expect('qris' in readQris(writeQr(changed('59', 'X'.repeat(44))))).toBe(true)
  })
})
