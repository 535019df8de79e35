import { describe, expect, it } from 'vitest'
import { formFaults } from './form-faults.ts'
import { journeyOf } from './journey.ts'
import { everyAnswers, everyKind, everyKnown, everyToday } from './testing/every-kind.ts'

const seen = everyKind.form.pages.map((page) => page.id)
const at = (change: object = {}) =>
  journeyOf(everyKind, {
    answers: { ...everyAnswers, ...change } as never,
    known: everyKnown,
    today: everyToday,
    seen,
  })
const errorsOf = (change: object) =>
  at(change)
    .pages.flatMap((page) => page.errors)
    .map((error) => `${error.path}: ${error.message.id}`)

describe('the form of every kind', () => {
  it('is sound', () => {
    expect(formFaults(everyKind)).toEqual([])
  })
  it('is complete with its answers', () => {
    expect(errorsOf({})).toEqual([])
    expect(at().complete).toBe(true)
  })
})
