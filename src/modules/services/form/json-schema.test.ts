import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { journeyOf } from './journey.ts'
import { answersSchema } from './json-schema.ts'
import { everyAnswers, everyKnown, everyToday } from './testing/every-answers.ts'
import { everyKind } from './testing/every-kind.ts'

const reader = (definition: Parameters<typeof answersSchema>[0]) =>
  z.fromJSONSchema(answersSchema(definition) as Parameters<typeof z.fromJSONSchema>[0])

describe('the answers of a service as JSON Schema', () => {
  it('takes the answers with which the form of every kind is complete, computed ones too', () => {
    const { answers } = journeyOf(everyKind, {
      answers: everyAnswers as never,
      known: everyKnown,
      today: everyToday,
      seen: [],
    })
    expect(reader(everyKind).safeParse(answers).error?.issues).toBeUndefined()
  })

  it.each([
    ['a NIB of twelve digits', { nib: '912000123456' }],
    ['a choice that does not exist', { scale: 'huge' }],
    ['an amount with a fraction', { income: 1.5 }],
    ['a point outside the country', { spot: { lat: 52, lon: 13 } }],
    ['a column that does not exist', { items: [{ what: 'x', count: 1, price: 1, colour: 'red' }] }],
    ['a question that does not exist', { nobodyAsked: 'x' }],
    ['an address without its village', { home: { street: 'Jalan Melati 4' } }],
    ['one witness', { witnesses: everyAnswers.witnesses.slice(0, 1) }],
  ])('refuses %s', (_what, change) => {
    expect(reader(everyKind).safeParse({ ...everyAnswers, ...change }).success).toBe(false)
  })

  it('holds the golden answers of the birth certificate that are right', () => {
    const [right] = birthCertificate.golden
    const { answers } = journeyOf(birthCertificate, {
      answers: right?.answers as never,
      known: right?.known as never,
      today: right?.today ?? '',
      seen: [],
    })
    expect(reader(birthCertificate).safeParse(answers).error?.issues).toBeUndefined()
  })

  it('names every question in words', () => {
    const { properties } = answersSchema(everyKind) as { properties: Record<string, { description?: string }> }
    for (const [name, schema] of Object.entries(properties)) expect(schema.description, name).toBeTruthy()
  })
})
