import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageOn,
  formatNik,
  kkPrefix,
  maskNik,
  nikParts,
  nikPlausibility,
  nikPrefix,
  parseNik,
  relationOfChild,
  type Sex,
  sameName,
  withSequence,
} from './domain.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const sexes = fc.constantFrom<Sex>('male', 'female')
const districts = fc
  .tuple(fc.integer({ min: 11, max: 99 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
  .map((numbers) => numbers.map((number) => String(number).padStart(2, '0')).join('.'))
/** Born within the hundred years before today, where two digits of the year say everything. */
const births = fc.integer({ min: 0, max: 36_523 }).map((days) => today.subtract({ days }))
const sequences = fc.integer({ min: 1, max: 9999 })

describe('NIK', () => {
  it('is read as people write it', () => {
    expect(parseNik(' 99.01.02 601126-0001 ')).toBe('9901026011260001')
    expect(parseNik('99 01 02 60 11 26 0001')).toBe('9901026011260001')
    for (const wrong of ['', '990102601126000', '99010260112600011', '99O1026011260001', '९९०१०२६०११२६०००१']) {
      expect(parseNik(wrong)).toBeUndefined()
    }
  })

  it('is shown in groups, and masked without birth date and district', () => {
    expect(formatNik('9901026011260001')).toBe('99 01 02 60 11 26 0001')
    expect(maskNik('9901026011260001')).toBe('99 01 ** ** ** ** 0001')
  })

  it('says district, birth date and sex again that it was made from', () => {
    fc.assert(
      fc.property(districts, births, sexes, sequences, (district, born, sex, sequence) => {
        const nik = withSequence(nikPrefix(district, born, sex), sequence)
        const parts = nikParts(nik, today)
        expect(parts.birthOn?.equals(born)).toBe(true)
        expect(parts).toMatchObject({ district, sex, sequence })
        expect(nikPlausibility(nik, { birthOn: born.toString(), sex })).toEqual([])
      }),
    )
  })

  it('survives every way of writing it', () => {
    fc.assert(
      fc.property(districts, births, sexes, sequences, (district, born, sex, sequence) => {
        const nik = withSequence(nikPrefix(district, born, sex), sequence)
        expect(parseNik(formatNik(nik))).toBe(nik)
        expect(maskNik(nik)).not.toContain(nik.slice(4, 12))
      }),
    )
  })

  it('adds forty to the day of birth of women', () => {
    expect(nikPrefix('99.01.02', '2026-11-20', 'female')).toBe('990102601126')
    expect(nikPrefix('99.01.02', '2026-11-20', 'male')).toBe('990102201126')
    expect(nikPrefix('99.01.02', '2000-01-31', 'female')).toBe('990102710100')
  })

  it('means the latest century that is not in the future', () => {
    expect(nikParts('9901022311260001', today).birthOn?.toString()).toBe('2026-11-23')
    expect(nikParts('9901022411260001', today).birthOn?.toString()).toBe('1926-11-24')
    // 29 February exists in 2000 only, not in 1900.
    expect(nikParts('9901022902000001', today).birthOn?.toString()).toBe('2000-02-29')
  })

  it('that disagrees with the register gives a warning, never an error', () => {
    const person = { birthOn: '1990-03-14', sex: 'female' as const }
    expect(nikPlausibility('9901025403900001', person)).toEqual([])
    expect(nikPlausibility('9901021403900001', person)).toEqual(['sex-differs'])
    expect(nikPlausibility('9901025503900001', person)).toEqual(['birth-date-differs'])
    expect(nikPlausibility('9901029999990000', person)).toEqual(['date-unreadable', 'sequence-missing'])
    fc.assert(
      fc.property(fc.stringMatching(/^\d{16}$/), (nik) => {
        expect(Array.isArray(nikPlausibility(nik, person))).toBe(true)
      }),
    )
  })

  it('of somebody over a hundred is plausible beside the recorded birth date', () => {
    const nik = withSequence(nikPrefix('99.01.02', '1921-05-06', 'male'), 1)
    expect(nikPlausibility(nik, { birthOn: '1921-05-06', sex: 'male' })).toEqual([])
  })

  it('has no sequence beyond 9999', () => {
    expect(() => withSequence('990102601126', 10_000)).toThrow(RangeError)
    expect(() => nikPrefix('99.01', '2026-11-20', 'male')).toThrow(RangeError)
  })
})

it('a KK number begins with district and day of issue', () => {
  expect(kkPrefix('99.01.02', '2021-06-14')).toBe('990102140621')
})

it('age counts full years', () => {
  expect(ageOn('2009-11-24', today)).toBe(16)
  expect(ageOn('2009-11-23', today)).toBe(17)
})

it('a new child stands to the head as its parents do', () => {
  expect(relationOfChild(['wife', 'head'])).toBe('child')
  expect(relationOfChild(['child', 'son-in-law'])).toBe('grandchild')
  expect(relationOfChild(['relative', undefined])).toBe('relative')
})

describe('names', () => {
  it('are the same whatever their accents, case and punctuation', () => {
    expect(sameName("Ma'ruf  Áli", 'MARUF ALI')).toBe(true)
    expect(sameName('Sekar', 'Sekarwati')).toBe(false)
  })
})
