import { describe, expect, it } from 'vitest'
import { shippedServices } from '../src/services/index.ts'

/*
 * The service page reads "you may apply, unless one of these is so" and then lists what refuses somebody, so every
 * sentence has to say what is wrong with the applicant or the day, never what is asked of applicants in general.
 */
const refusals = shippedServices.flatMap((service) =>
  service.eligibility.map((rule) => [service.id, rule.refused.id, rule.refused.en] as const),
)

describe('a refusal says what is wrong with whoever reads it', () => {
  it.each(refusals)('%s: %s', (_id, id, en) => {
    const [first = '', firstEn = ''] = [id.split('. ')[0], en.split('. ')[0]]
    expect(first).toMatch(/\b(belum|bukan|tidak|masih terikat|sudah kawin|sedang diperiksa|di luar|sudah ditutup)\b/)
    expect(firstEn).toMatch(/\b(not|no|neither|still|already|under check|outside|have closed)\b/)
    // About the reader, or about the year's closing day; not about "holders" and "applicants".
    expect(first).toMatch(/\bAnda\b|^Pendaftaran/)
    expect(firstEn).toMatch(/\b[Yy]ours?\b|\b[Yy]ou\b|^Applications/)
  })
})

describe('figures of law stand in rules', () => {
  it.each(shippedServices)('$id compares no age, day or month with a figure of its own', (service) => {
    const { golden: _, ...rest } = service
    const expressions = JSON.stringify(rest).replaceAll('\\"', "'")
    const literal = /(years|days)Between\([^"]*?\) [<>]=? (?:[2-9]|\d\d+)\b|addMonths\([^,"]+, \d+\)/g
    expect(expressions.match(literal) ?? []).toEqual([])
  })
})
