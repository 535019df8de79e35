import { describe, expect, it } from 'vitest'
import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { expressionsOf } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { addDays, addMonths, daysBetween, yearsBetween } from './calendar-days.ts'
import { fits } from './cel-functions.ts'
import { fieldsOfPages } from './kinds.ts'
import { everyAnswers, everyKnown, everyToday } from './testing/every-answers.ts'
import { everyKind } from './testing/every-kind.ts'

const language = expressionsOf(everyKind)
const at = { answers: everyAnswers as never, known: everyKnown, today: everyToday }
const witnesses = fieldsOfPages(everyKind.form.pages).find((field) => field.id === 'witnesses') as FieldDefinition

describe('functions', () => {
  it.each([
    ['totalInt(answers.items, "price")', 13_250_000n],
    ['total(answers.items, "count")', 5],
    ['totalInt(answers.items.filter(item, item.count > 1), "price")', 750_000n],
    ['list(known, "family").exists(member, member.relation == "head" && member.sex == "male")', true],
    ['list(known, "nothing").size()', 0n],
    ['addDays("2026-12-31", 1)', '2027-01-01'],
    ['addMonths("2026-01-31", 1)', '2026-02-28'],
    ['addYears("2024-02-29", 1)', '2025-02-28'],
    ['addDays("kemarin", 1)', ''],
    ['ageOn("2009-11-23", today)', 16n],
    ['ageOn("2009-11-22", today)', 17n],
    ['daysBetween("2026-02-28", "2026-03-01")', 1n],
    ['yearsBetween("2030-01-01", today)', -3n],
    ['words("  satu   dua ")', 2n],
    ['fits("R 1234 AB", "A 9000 Aaa")', true],
    ['fact(known, "name") + "!"', 'Sekar Wulandari!'],
    ['holds(known, "hasFamily")', true],
    ['answers.home.area.startsWith("99.01")', true],
  ])('%s', (expression, value) => {
    expect(language.evaluate(expression, at)).toEqual(value)
  })

  it('findings, branches and the fee are seen where a file is being handled', () => {
    const handled = { ...at, findings: { area: 120, ok: true }, branches: { fire: 'passed' }, fee: 50_000n }
    expect(language.isTrue('findings.area > 100 && findings.ok && branches.fire == "passed"', handled)).toBe(true)
    expect(language.isTrue('fee == 50000', handled)).toBe(true)
    expect(language.isTrue('fee == 0', at)).toBe(true)
  })

  it('a column is asked within its row', () => {
    const row = { relation: 'other' }
    expect(language.isTrue('row.relation == "other"', at, true, { field: witnesses, row })).toBe(true)
  })

  it('an expression without a value is not true, and empty as text', () => {
    expect(language.isTrue('answers.floors / 0 > 1', at)).toBe(false)
    expect(language.text('answers.witnesses[9].name', at)).toBe('')
  })
})

describe('days', () => {
  it('agree with the calendar of the program on every day of four years', () => {
    const start = Temporal.PlainDate.from('2023-01-01')
    for (let offset = 0; offset < 1461; offset += 1) {
      const day = start.add({ days: offset })
      expect(addDays('2023-01-01', offset)).toBe(day.toString())
      expect(addMonths(day.toString(), 13)).toBe(day.add({ months: 13 }).toString())
      expect(daysBetween(day.toString(), '2025-06-15')).toBe(day.until('2025-06-15').days)
      const years = day.until('2041-03-01', { largestUnit: 'years' }).years
      expect(yearsBetween(day.toString(), '2041-03-01')).toBe(years)
    }
  })
})

describe('patterns', () => {
  it.each([
    ['B 1 A', 'A 9000 Aaa', true],
    ['B 12345 A', 'A 9000 Aaa', false],
    ['AB-12', 'AA-99', true],
    ['ab-12', 'AA-99', true],
    ['AB12', 'AA-99', false],
    ['', 'aa', true],
  ])('%s fits %s: %s', (text, pattern, isFitting) => {
    expect(fits(text, pattern)).toBe(isFitting)
  })

  it('are walked in a moment even where a regular expression would run for years', () => {
    expect(fits('1'.repeat(60), `${'0'.repeat(45)}${'9'.repeat(45)}A`)).toBe(false)
  })
})

describe('a fault in an expression', () => {
  it.each([
    ['answers.nobody == ""', 'bool', /No such key: nobody \(at \d+\)/],
    ['answers.floors == "x"', 'bool', /no such overload|not.*overload|string/],
    ['answers.floors', 'bool', /gives int, bool is needed/],
    ['answers.area', 'int', /gives double, int is needed/],
    ['answers.fullName', 'number', /gives string, number is needed/],
    ['answers.witnesses.all(one, one.nobody == "")', 'bool', /nobody/],
    ['totalInt(answers.items, "colour") > 1', 'bool', /"items" has no column "colour" \(at 1\)/],
    ['totalInt(answers.items, "what") > 1', 'bool', /column "what" of "items" is no number/],
    ['size(known) > 1', 'bool', /names "known" as a whole/],
    ['known[answers.fullName] == ""', 'bool', /names "known" as a whole/],
    ['row.name == ""', 'bool', /row/],
    ['(answers.floors', 'bool', /\(at 16\)/],
    ['answers.fullName.matches("(a+)+$")', 'bool', /"matches" does not exist here/],
    ['cel.bind(x, answers.fullName, x + x) == ""', 'bool', /"bind" does not exist here/],
  ] as const)('%s', (expression, expected, fault) => {
    expect(language.fault(expression, expected)).toMatch(fault)
  })

  it.each([
    ['answers.area', 'number'],
    ['answers.floors', 'number'],
    ['answers.witnesses.all(one, answers.witnesses.filter(other, other.nik == one.nik).size() == 1)', 'bool'],
    ['list(known, "family").exists(member, ageOn(member.birthOn, today) >= 17)', 'bool'],
    ['{"street": fact(known, "street")}', 'map'],
  ] as const)('%s is sound', (expression, expected) => {
    expect(language.fault(expression, expected)).toBeUndefined()
  })

  it('an expression that never ends cannot be published, though it would be short', () => {
    const doubling = `[[1, 1]]${'.map(x, x + x)'.repeat(30)}.size() > 0`
    expect(language.fault(doubling, 'bool')).toMatch(/too long|loops within loops/)
    const nested =
      'answers.items.all(a, answers.items.all(b, answers.items.all(c, answers.items.all(d, a.price + b.price + c.price + d.price > 0))))'
    expect(language.fault(nested, 'bool')).toMatch(/loops within loops/)
    expect(language.fault(`${'('.repeat(400)}true${')'.repeat(400)}`, 'bool')).toBeDefined()
    expect(language.fault(`${'true && '.repeat(500)}true`, 'bool')).toBeDefined()
  })

  it('the heaviest that may be published is still answered in a moment', () => {
    const expression = 'answers.items.all(a, answers.items.all(b, a.what != b.what || a.price == b.price))'
    expect(language.fault(expression, 'bool')).toBeUndefined()
    const items = Array.from({ length: 20 }, (_, index) => ({ what: `barang ${index}`, count: 1, price: index }))
    expect(language.isTrue(expression, { ...at, answers: { items } as never })).toBe(true)
  })

  it('the shipped expressions are all sound', () => {
    const shipped = expressionsOf(birthCertificate)
    for (const rule of birthCertificate.eligibility) expect(shipped.fault(rule.when, 'bool')).toBeUndefined()
  })
})
