import { describe, expect, it } from 'vitest'
import { joinPieces, listSize, packBits, scatteredIndex, statusAt, unpackBits } from './status-bits.ts'
import vectors from './testing/status-lists.json' with { type: 'json' }

describe('status lists of the draft', () => {
  it.each(vectors.short)('with $bits bits are read and written', ({ bits, bytes, lst, statuses }) => {
    const list = unpackBits(lst)
    expect([...list]).toEqual(bytes)
    expect(statuses.map((_, index) => statusAt(list, index, bits))).toEqual(statuses)
    expect([...unpackBits(packBits(Buffer.from(bytes)))]).toEqual(bytes)
  })

  it('with 2^20 entries have exactly the bits that are named', () => {
    const list = unpackBits(vectors.long.lst)
    expect(list).toHaveLength(listSize / 8)
    const set = Array.from({ length: listSize }, (_, index) => index).filter((index) => statusAt(list, index) === 1)
    expect(set).toEqual(vectors.long.set)
    expect(packBits(list).length).toBeLessThan(400)
  })

  it('end where they end', () => {
    expect(() => statusAt(Buffer.alloc(2), 16)).toThrow(RangeError)
    expect(() => unpackBits(packBits(Buffer.alloc(listSize)), 1000)).toThrow()
  })
})

it('pieces stand in their places', () => {
  const list = joinPieces([{ piece: 31, bits: Buffer.alloc(4096, 1) }])
  expect(statusAt(list, 31 * 32768)).toBe(1)
  expect(statusAt(list, 31 * 32768 - 8)).toBe(0)
  expect(list).toHaveLength(131072)
})

it('places are given once each, and not in order', () => {
  const key = Buffer.alloc(32, 7)
  const first = Array.from({ length: 4096 }, (_, n) => scatteredIndex(key, 0, n))
  expect(new Set(first).size).toBe(4096)
  expect(first.every((index) => index >= 0 && index < listSize)).toBe(true)
  const neighbours = first.filter((index, n) => n > 0 && Math.abs(index - (first[n - 1] as number)) < 64)
  expect(neighbours.length).toBeLessThan(16)
  expect(scatteredIndex(key, 1, 0)).not.toBe(scatteredIndex(key, 0, 0))
})
