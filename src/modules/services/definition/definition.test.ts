import { describe, expect, it } from 'vitest'
import { readRuleFiles } from '#modules/rules/index.ts'
import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { shippedServices } from '#services/index.ts'
import { journeyOf, refusalOf } from '../form/journey.ts'
import { checkDefinition } from './check.ts'
import { Expressions } from './expressions.ts'
import { defineService, type ServiceDefinition } from './schema.ts'

const installed = {
  permissions: new Set(['services.receive', 'services.verify', 'services.sign']),
  effects: new Set(['population.register-birth']),
  known: new Set(['population.birth-facts']),
  rules: new Set(readRuleFiles().rules.map((rule) => rule.key)),
}

function broken(change: (draft: ServiceDefinition) => void): string[] {
  const draft = structuredClone(birthCertificate)
  change(draft)
  return checkDefinition(draft, installed)
}

describe('every shipped service', () => {
  it.each(shippedServices.map((service) => [service.id, service] as const))('%s is sound', (_id, service) => {
    expect(checkDefinition(service, installed)).toEqual([])
  })

  const golden = shippedServices.flatMap((service) =>
    service.golden.map((example) => [example.name, service, example] as const),
  )
  it.each(golden)('%s', (_name, service, example) => {
    const journey = journeyOf(service, {
      answers: example.answers as never,
      known: example.known as never,
      today: example.today,
      seen: service.form.pages.map((page) => page.id),
    })
    expect(journey.pages.map((page) => page.id)).toEqual(example.pages)
    expect(journey.pages.flatMap((page) => page.errors.map((error) => error.path))).toEqual(example.refused)
  })
})

describe('a definition with a fault is refused, naming the element', () => {
  it.each([
    [
      'an unknown field in an expression',
      (d: ServiceDefinition) => {
        d.subject = 'answers.childNam'
      },
      /subject.*childNam/,
    ],
    [
      'a wrong type in an expression',
      (d: ServiceDefinition) => {
        d.eligibility[0] = { when: 'answers.childOrder == "x"', refused: { id: 'x', en: 'x' } }
      },
      /eligibility 1/,
    ],
    [
      'an unknown role',
      (d: ServiceDefinition) => {
        ;(d.flow.transitions[0] as { by: string }).by = 'services.nobody'
      },
      /unknown role "services.nobody"/,
    ],
    [
      'a step that cannot be reached',
      (d: ServiceDefinition) => {
        d.flow.states.push({
          id: 'island',
          holder: 'office',
          desk: 'services.verify',
          label: { id: 'x', en: 'x' },
          sentence: { id: 'x', en: 'x' },
        })
      },
      /"island" cannot be reached/,
    ],
    [
      'a loop without an end',
      (d: ServiceDefinition) => {
        d.flow.transitions = d.flow.transitions.filter((row) => !['issued', 'refused', 'withdrawn'].includes(row.to))
      },
      /no path from state/,
    ],
    [
      'an effect nobody provides',
      (d: ServiceDefinition) => {
        ;(d.flow.transitions.find((row) => row.verb === 'sign') as { effects: string[] }).effects = ['x.y']
      },
      /unknown effect "x.y"/,
    ],
    [
      'a rule without a row',
      (d: ServiceDefinition) => {
        d.clock.rule = 'no.such-rule'
      },
      /rule "no.such-rule" has no row/,
    ],
    [
      'a field that occurs twice',
      (d: ServiceDefinition) => {
        d.form.pages[1]?.groups[0]?.fields.push(structuredClone(d.form.pages[0]?.groups[0]?.fields[0]) as never)
      },
      /"childName" occurs twice/,
    ],
    [
      'an office state without a desk',
      (d: ServiceDefinition) => {
        delete (d.flow.states[0] as { desk?: string }).desk
      },
      /"received" is at the office but names no desk/,
    ],
    [
      'evidence for an unknown field',
      (d: ServiceDefinition) => {
        d.evidence.allOf[1] = { kind: 'document', label: { id: 'x', en: 'x' }, field: 'nothing' }
      },
      /unknown field "nothing"/,
    ],
  ] as const)('%s', (_what, change, message) => {
    const faults = broken(change)
    expect(faults.join('\n')).toMatch(message)
  })

  it('a malformed literal names the path', () => {
    expect(() => defineService({ ...birthCertificate, slug: 'Akta Kelahiran' })).toThrow(/slug/)
  })

  it('an expression is bounded: deep nesting is refused when it is written, not when a citizen waits', () => {
    const deep = `${'('.repeat(400)}true${')'.repeat(400)}`
    expect(new Expressions(birthCertificate).fault(deep, 'bool')).toBeDefined()
  })
})

describe('the journey', () => {
  const known = {
    hasFamily: true,
    motherName: 'Sekar Wulandari',
    motherNik: '9901025107960001',
    parentage: 'married',
    applicantBirthOn: '1996-07-11',
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
