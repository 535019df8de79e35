import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { sizeFault } from './answer-size.ts'
import { coSignersOf } from './co-signers.ts'
import { formFaults } from './form-faults.ts'
import { type FormDefinition, isPrefilled, journeyOf, momentOf, refusalsOf } from './journey.ts'
import { fieldsOfPages } from './kinds.ts'
import { stepForm } from './step-form.ts'
import { everyAnswers, everyKnown, everyToday } from './testing/every-answers.ts'
import { everyKind } from './testing/every-kind.ts'
import { someAnswers } from './testing/some-answers.ts'

const seen = everyKind.form.pages.map((page) => page.id)
const fields = fieldsOfPages(everyKind.form.pages)
const at = (answers: object) =>
  journeyOf(everyKind, { answers: answers as never, known: everyKnown, today: everyToday, seen })
const label = { id: 'x', en: 'x' }
const formOf = (...list: object[]): FormDefinition => ({
  form: {
    pages: [
      { id: 'p', title: label, groups: [{ fields: list.map((one) => ({ label, kind: 'text', ...one })) as never }] },
    ],
  },
})

describe('the form of every kind', () => {
  it('is sound, and complete with its answers', () => {
    expect(formFaults(everyKind)).toEqual([])
    expect(at(everyAnswers).pages.flatMap((page) => page.errors)).toEqual([])
    expect(at(everyAnswers).complete).toBe(true)
  })

  it('changes nothing when its own answers are fed back', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const once = at(answers)
        const twice = at(once.answers)
        expect(twice.answers).toEqual(once.answers)
        expect(twice.pages.map((page) => page.fields.map((field) => field.id))).toEqual(
          once.pages.map((page) => page.fields.map((field) => field.id)),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('never keeps an answer to a question that is not asked', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const journey = at(answers)
        const asked = new Set(journey.pages.flatMap((page) => page.fields.map((field) => field.id)))
        const moments = new Set([...asked].map(momentOf))
        for (const id of Object.keys(journey.answers)) expect(asked.has(id) || moments.has(id)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('never takes a computed value from the one who fills it in', () => {
    expect(at({ ...everyAnswers, spent: 1, isBig: 'yes' }).answers['spent']).toBe(13_250_000)
    expect(at({ ...everyAnswers, spent: 1, isBig: 'yes' }).answers['isBig']).toBe('no')
  })

  it('keeps the moment of a consent only while it is given', () => {
    expect(at(everyAnswers).answers['sharingAt']).toBe(everyAnswers.sharingAt)
    expect(at({ ...everyAnswers, sharing: false }).answers['sharingAt']).toBeUndefined()
  })

  it('brings back what was typed when a question applies again', () => {
    const given = { ...everyAnswers, hasBusiness: 'no' }
    expect(at(given).answers['nib']).toBeUndefined()
    expect(at({ ...given, hasBusiness: 'yes' }).answers['nib']).toBe(everyAnswers.nib)
  })

  it('fills an address from the register as a whole, and says so until it is changed', () => {
    const home = fields.find((field) => field.id === 'home') as FieldDefinition
    expect(at({}).answers['home']).toEqual({ street: 'Jalan Melati 4', rt: '003', rw: '001', area: '99.01.01.2001' })
    expect(isPrefilled(home, at({}))).toBe(true)
    expect(isPrefilled(home, at({ home: { street: 'Lain', rt: '', rw: '', area: '' } }))).toBe(false)
  })

  it('names those who have to agree, each once', () => {
    expect(coSignersOf(at(everyAnswers))).toEqual([
      { field: 'partner', nik: everyAnswers.partner, label: { id: 'NIK mitra usaha', en: 'NIK of the partner' } },
    ])
    expect(coSignersOf(at({ ...everyAnswers, partner: '12' }))).toEqual([])
  })
})

it('all reasons why somebody may not apply are told, not only the first', () => {
  const refusals = refusalsOf(everyKind, { answers: {}, known: { applicantBirthOn: '2020-01-01' }, today: everyToday })
  expect(refusals).toHaveLength(2)
})

describe('a faulty form is refused, naming the field', () => {
  it.each([
    ['a group without columns', [{ id: 'a', kind: 'repeat' }], /"a" has no columns/],
    ['columns without rows', [{ id: 'a', fields: [{ id: 'b', kind: 'text', label }] }], /"a" has columns but no rows/],
    [
      'a column twice',
      [
        {
          id: 'a',
          kind: 'table',
          fields: [
            { id: 'b', kind: 'text', label },
            { id: 'b', kind: 'text', label },
          ],
        },
      ],
      /column "b" twice/,
    ],
    ['a computed field without a value', [{ id: 'a', kind: 'computed' }], /"a" computes nothing/],
    [
      'a value of the wrong type',
      [{ id: 'a', kind: 'computed', gives: 'money', value: '"x"' }],
      /gives string, int is needed/,
    ],
    ['a co-signer without NIK', [{ id: 'a', coSigns: true }], /holds no NIK/],
    ['a consent without purpose', [{ id: 'a', kind: 'consent' }], /without its purpose/],
    [
      'a consent whose moment is a field',
      [{ id: 'a', kind: 'consent', purpose: label }, { id: 'aAt' }],
      /keeps its moment/,
    ],
    [
      'more rows needed than allowed',
      [{ id: 'a', kind: 'table', minItems: 5, maxItems: 2, fields: [{ id: 'b', kind: 'text', label }] }],
      /more rows than/,
    ],
    ['a choice without options', [{ id: 'a', kind: 'multi' }], /no options/],
    [
      'a column that asks for an unknown one',
      [{ id: 'a', kind: 'table', fields: [{ id: 'b', kind: 'text', label, when: 'row.c == ""' }] }],
      /column "b" of "a" when.*No such key: c/,
    ],
    ['a row outside of rows', [{ id: 'a', when: 'row.b == ""' }], /row/],
    ['a question that hides itself', [{ id: 'a', when: 'answers.a == ""' }], /"a" depends on itself: a → a/],
    [
      'questions in a circle',
      [
        { id: 'a', when: 'answers.b == ""' },
        { id: 'b', when: 'answers.a == ""' },
      ],
      /a → b → a/,
    ],
    ['a field twice', [{ id: 'a' }, { id: 'a' }], /"a" occurs twice/],
  ])('%s', (_what, list, fault) => {
    expect(formFaults(formOf(...list)).join('\n')).toMatch(fault)
  })

  it('and one that goes round in spite of that still comes to an end', () => {
    const circle = formOf(
      { id: 'a', when: 'answers.b == ""', prefill: '"x"' },
      { id: 'b', when: 'answers.a != ""', prefill: '"y"' },
    )
    const journey = journeyOf(circle, { answers: {}, known: {}, today: everyToday, seen: [] })
    expect(journey.pages.length).toBeLessThanOrEqual(1)
  })
})

it('the form of a step asks, computes and checks by the same rules', () => {
  const step = [
    { id: 'passed', kind: 'yes-no', label },
    { id: 'why', kind: 'long-text', label, when: 'findings.passed == "no"', min: 5 },
    { id: 'double', kind: 'computed', gives: 'number', value: 'int(findings.area) * 2', label },
    { id: 'area', kind: 'number', min: 1, label },
  ] as unknown as FieldDefinition[]
  const { expressions, surroundings } = at(everyAnswers)
  const no = stepForm(step, { passed: 'no', why: 'x', area: 20 }, expressions, surroundings)
  expect(no.fields.map((field) => field.id)).toEqual(['passed', 'why', 'double', 'area'])
  expect(no.errors.map((error) => error.path)).toEqual(['why'])
  expect(no.findings['double']).toBe(40)
  const yes = stepForm(step, { passed: 'yes', why: 'x', area: 20 }, expressions, surroundings)
  expect(yes.findings).toEqual({ passed: 'yes', double: 40, area: 20 })
})

describe('what a draft does not keep', () => {
  const items = fields.find((field) => field.id === 'items') as FieldDefinition
  it.each([
    ['text beyond 4000 characters', fields[1], 'a'.repeat(4001)],
    ['rows beyond the most', items, Array.from({ length: 21 }, () => ({}))],
    ['long text inside a row', items, [{ what: 'a'.repeat(4001) }]],
    ['rows that are no rows', items, ['x', 1]],
    ['things nested deeper than a date in a row', items, [{ what: { a: { b: 'c' } } }]],
    ['a number that is none', fields[1], Number.NaN],
  ])('%s', (_what, field, value) => {
    expect(sizeFault(field as FieldDefinition, value)).toBeDefined()
  })
  it('everything else it keeps, right or wrong', () => {
    for (const field of fields)
      expect(sizeFault(field, (everyAnswers as Record<string, unknown>)[field.id] ?? 'x')).toBeUndefined()
    expect(sizeFault(items, [{ what: 'x', count: 'dua' }])).toBeUndefined()
  })
})
