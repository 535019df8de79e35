import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { journeyOf } from './journey.ts'
import { evaluateExcerpt } from './live-page.ts'
import { everyAnswers, everyKnown, everyToday } from './testing/every-answers.ts'
import { everyKind } from './testing/every-kind.ts'
import { someAnswers } from './testing/some-answers.ts'

const base = { known: everyKnown, today: everyToday, seen: [] }
const serverJourney = (answers: object) => journeyOf(everyKind, { ...base, answers: answers as never })

describe('the part of a form that travels to the browser', () => {
  it('carries no words, no answers of other pages that nothing asks for, and no facts that nobody names', () => {
    const excerpt = excerptOf(everyKind, serverJourney(everyAnswers), 'angka', everyAnswers as never)
    const text = JSON.stringify(excerpt)
    expect(text).not.toContain('Sekar')
    expect(text).not.toContain('Penghasilan')
    expect(text).not.toContain('81234567890')
    expect(Object.keys(excerpt?.known ?? {})).toEqual([])
    expect(excerpt?.pages.map((page) => page.id)).toEqual(['angka'])
  })

  it('knows of the family only who they are, unless an expression looks at them', () => {
    const excerpt = excerptOf(everyKind, serverJourney(everyAnswers), 'tempat', everyAnswers as never)
    expect(Object.keys(excerpt?.known ?? {}).toSorted()).toEqual(['family', 'rt', 'rw', 'street', 'villageCode'])
  })

  it('is not made for a page on which nothing depends on anything', () => {
    expect(excerptOf(everyKind, serverJourney({}), 'nowhere', {})).toBeUndefined()
  })

  it('gives the same questions, values and errors as the server, whatever is answered', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (stored, typed) => {
        for (const { id, groups } of everyKind.form.pages) {
          const own = new Set(groups.flatMap((group) => group.fields.map((field) => field.id)))
          const now = Object.fromEntries(Object.entries(typed).filter(([name]) => own.has(name)))
          const excerpt = excerptOf(everyKind, serverJourney(stored), id, stored as never)
          if (!excerpt) continue
          const there = evaluateExcerpt(excerpt, now).pages.find((page) => page.id === id)
          const journey = serverJourney({ ...stored, ...now })
          const here = journey.pages.find((page) => page.id === id)
          expect(there?.fields.map((field) => field.id)).toEqual(here?.fields.map((field) => field.id))
          expect(there?.errors.map((error) => error.path)).toEqual(here?.errors.map((error) => error.path))
          const values = evaluateExcerpt(excerpt, now).answers
          for (const field of here?.fields ?? []) expect(values[field.id]).toEqual(journey.answers[field.id])
        }
      }),
      { numRuns: 150 },
    )
  })
})
