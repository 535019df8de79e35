import { describe, expect, it } from 'vitest'
import { shippedTaxRows } from '../calculation/shipped-law.ts'
import { compareCase, readGoldenCases } from './golden.ts'
import { incomeCases } from './income-cases.ts'
import { localCases } from './local-cases.ts'

const mappings = { ...incomeCases, ...localCases }
const cases = readGoldenCases()
const rows = shippedTaxRows()

describe('the published and derived examples', () => {
  it('are all computed here', () => {
    expect(Object.keys(mappings).sort()).toEqual(cases.map((each) => each.id).sort())
  })

  it.each(cases.filter((each) => each.id in mappings))('$id: $tax ($status)', (example) => {
    const mapping = mappings[example.id]
    expect(mapping && compareCase(example, mapping, rows)).toEqual([])
  })
})
