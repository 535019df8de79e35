import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { shippedServices } from '#services/index.ts'
import { journeyOf, refusalOf } from '../form/journey.ts'
import { differencesOf } from '../golden/differences.ts'
import { simulate } from '../golden/simulate.ts'
import { installedForTests } from './check/testing/installed.ts'
import { checkDefinition, sayFault } from './check.ts'
import { Expressions } from './expressions.ts'
import { defineService } from './schema.ts'

const installed = installedForTests(shippedServices)

describe('every shipped service', () => {
  it.each(shippedServices.map((service) => [service.id, service] as const))('%s is sound', (_id, service) => {
    expect(checkDefinition(service, installed).map(sayFault)).toEqual([])
  })

  const golden = shippedServices.flatMap((service) =>
    service.golden.map((example) => [service.id, example.name, service, example] as const),
  )
  it.each(golden)('%s: %s', (_id, _name, service, example) => {
    expect(differencesOf(example, simulate(service, example, installed))).toEqual([])
  })
})

describe('a definition that is not sound', () => {
  it('is malformed at a path that is named', () => {
    expect(() => defineService({ ...birthCertificate, slug: 'Akta Kelahiran' })).toThrow(/slug/)
  })

  it('names every fault in both languages', () => {
    const broken = structuredClone(birthCertificate)
    broken.subject = 'answers.childNam'
    broken.clock.rule = 'no.such-rule'
    const faults = checkDefinition(broken, installed)
    expect(faults.map((fault) => fault.code)).toEqual(expect.arrayContaining(['unknown-field', 'rule-missing']))
    for (const { say } of faults) expect(say.id === say.en).toBe(false)
  })

  it('an expression is bounded: deep nesting is refused when it is written, not when a citizen waits', () => {
    const deep = `${'('.repeat(400)}true${')'.repeat(400)}`
    expect(new Expressions(birthCertificate).fault(deep, 'bool')).toBeDefined()
  })

  it('no text whatsoever makes the check itself fail', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const broken = structuredClone(birthCertificate)
        broken.subject = text
        broken.flow.transitions[0] = { ...(broken.flow.transitions[0] as never as object), when: text } as never
        checkDefinition(broken, installed)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the journey', () => {
  const known = {
    hasFamily: true,
    motherName: 'Sekar Wulandari',
    motherNik: '9901025107960001',
    parentage: 'married',
    applicantBirthOn: '1996-07-11',
    nameWords: 2,
    nameLength: 60,
  }
  const at = (answers: object, seen: string[] = []) =>
    journeyOf(birthCertificate, { answers: answers as never, known, today: '2026-11-22', seen })

  it('prefills from the register, and keeps what the applicant changed', () => {
    expect(at({}).answers['motherName']).toBe('Sekar Wulandari')
    expect(at({ motherName: 'Sekar W.' }).answers['motherName']).toBe('Sekar W.')
  })

  it('drops answers to questions that are no longer asked', () => {
    const answers = { parentage: 'mother-only', fatherName: 'Bima', proof: 'statement', birthLetter: ['x'] }
    const result = at(answers).answers
    expect(result['fatherName']).toBeUndefined()
    expect(result['birthLetter']).toBeUndefined()
  })

  it('a name of one word, a future birth and a father without NIK are each refused at their field', () => {
    const journey = at({ childName: 'Kirana', birthOn: '2026-11-23', fatherNik: '123' })
    const refused = new Map(journey.pages.flatMap((page) => page.errors).map((error) => [error.path, error.message.id]))
    expect(refused.get('childName')).toMatch(/dua kata/)
    expect(refused.get('birthOn')).toMatch(/belum terjadi/)
    expect(refused.get('fatherNik')).toMatch(/16 angka/)
  })

  it('half a date is told apart from a date that does not exist', () => {
    const say = (birthOn: unknown) =>
      at({ birthOn }).pages[0]?.errors.find((error) => error.path === 'birthOn')?.message.id
    expect(say({ day: '31', month: '', year: '2026' })).toMatch(/Lengkapi/)
    expect(say({ day: '31', month: '2', year: '2026' })).toMatch(/tidak ada di kalender/)
  })

  it('eligibility is explained', () => {
    const refusal = refusalOf(birthCertificate, {
      answers: {},
      known: { hasFamily: false, applicantBirthOn: '1996-07-11' },
      today: '2026-11-22',
    })
    expect(refusal?.refused.id).toMatch(/kartu keluarga/)
  })
})
