import { describe, expect, it } from 'vitest'
import { searchPublicPages } from '#modules/services/testing.ts'
import '../src/app.ts'

describe('calculators and checks among what is searched', () => {
  it.each([
    ['cek pbb', '/cek-pbb'],
    ['sppt', '/cek-pbb'],
    ['hitung bphtb', '/pajak/hitung/bphtb'],
    ['pajak kendaraan', '/pajak/hitung/pkb'],
    ['kode bayar', '/cek-tagihan'],
  ])('%s', (words, href) => {
    expect(searchPublicPages(words).map((page) => page.href)).toContain(href)
  })

  it.each(['', 'akta kelahiran', 'qqqq'])('nothing for "%s"', (words) => {
    expect(searchPublicPages(words)).toEqual([])
  })
})
