import { describe, expect, it } from 'vitest'
import { readRuleFiles } from '#modules/rules/index.ts'
import { shippedServices } from '#services/index.ts'
import { ruleKeysOf } from '../flow/case-rules.ts'
import { writtenFigure } from './check/check-figures.ts'
import { kioskPermit } from './check/testing/kiosk-permit.ts'
import { expressionsOf } from './expressions.ts'
import type { ServiceDefinition } from './schema.ts'
import { figureInWords, ruleKeysInTexts, spell, writtenOf } from './spell.ts'
import { textsIn } from './texts-in.ts'

const { rules } = readRuleFiles()
const shipped = (key: string) => rules.find((row) => row.key === key)

function withTexts(): ServiceDefinition {
  const copy = structuredClone(kioskPermit)
  copy.summary = {
    id: 'Paling lama {rule:test.time} ({article:test.time}).',
    en: 'Within {rule:test.time} ({article:test.time}).',
  }
  copy.documents[0]?.closing.push('Bayar {rule:test.fee}, {applicant}.')
  return copy
}

const figures = (days: number) => (key: string) =>
  key === 'test.time'
    ? { value: days, unit: 'working-day' as const, citation: 'UU 30/2014 pasal 77 ayat (1)' }
    : { value: 25_000, unit: 'rupiah' as const, citation: 'Perda 1/2026' }

describe('a figure in words', () => {
  it.each([
    [21, 'working-day', '21 hari kerja', '21 working days'],
    [1, 'working-day', '1 hari kerja', '1 working day'],
    [0, 'working-day', 'hari yang sama', 'the same day'],
    [17, 'year', '17 tahun', '17 years'],
    [25_000, 'rupiah', 'Rp25.000', 'Rp25.000'],
    ['0.005', 'ratio', '0,5%', '0.5%'],
    ['0.02', 'ratio', '2%', '2%'],
    ['2026-12-11', 'date', '11 Desember 2026', '11 December 2026'],
  ] as const)('%s %s is %s', (value, unit, id, en) => {
    expect(figureInWords({ value, unit, citation: '' }, 'id')).toContain(id)
    expect(figureInWords({ value, unit, citation: '' }, 'en')).toContain(en)
  })
})

describe('a definition is said in the figures of one law', () => {
  it('in both languages, with articles, and leaves other places alone', () => {
    const said = spell(withTexts(), figures(21))
    expect(said.summary).toEqual({
      id: 'Paling lama 21 hari kerja (UU 30/2014 pasal 77 ayat (1)).',
      en: 'Within 21 working days (UU 30/2014 art. 77(1)).',
    })
    expect(said.documents[0]?.closing.at(-1)).toBe('Bayar Rp25.000, {applicant}.')
  })

  it('with articles as English cites them', () => {
    const article = (citation: string) =>
      spell(withTexts(), () => ({ value: 1, unit: 'year', citation })).summary.en.replace('Within 1 year ', '')
    expect(article('UU 30/2014 pasal 78 ayat (4) dan (5)')).toBe('(UU 30/2014 art. 78(4) and (5)).')
    expect(article('UU 14/2008 pasal 17 huruf h')).toBe('(UU 14/2008 art. 17(h)).')
  })

  it('once for each set of figures, and shares everything that no figure changes', () => {
    const written = withTexts()
    const said = spell(written, figures(21))
    expect(spell(written, figures(21))).toBe(said)
    expect(spell(said, figures(30))).not.toBe(said)
    expect(spell(said, figures(30)).summary.id).toContain('30 hari kerja')
    expect(writtenOf(said)).toBe(written)
    expect(said.flow).toBe(written.flow)
    expect(expressionsOf(said)).toBe(expressionsOf(written))
  })

  it('is the same object when it names no rule', () => {
    expect(spell(kioskPermit, figures(1))).toBe(kioskPermit)
  })

  it('shows "…" for a key without a row', () => {
    expect(spell(withTexts(), () => undefined).summary.id).toBe('Paling lama … (…).')
  })

  it('its rules stay with the case, also of a definition that is filled in already', () => {
    const said = spell(withTexts(), figures(21))
    expect(ruleKeysInTexts(said)).toEqual(['test.time', 'test.fee'])
    const [birth] = shippedServices
    expect(ruleKeysOf(spell(birth as ServiceDefinition, shipped as never))).toEqual(
      expect.arrayContaining(['administrative-review.objection-within', 'civil-registration.birth.service-time']),
    )
  })
})

describe('every shipped service', () => {
  it.each(shippedServices)('$id has no place of a rule left when it is said', (service) => {
    const said = spell(service, shipped as never)
    const texts = textsIn(said).map((text) => `${text.id} ${text.en ?? ''}`)
    expect(texts.filter((text) => /\{(rule|article):|…/.test(text))).toEqual([])
  })
})

describe('a figure that is written out', () => {
  it.each([
    ['Dijawab dalam 21 hari kerja.', '21 hari'],
    ['Paling lambat satu hari kerja.', 'satu hari'],
    ['Within five working days.', 'five working days'],
    ['At most 12 months.', '12 months'],
    ['A 12-month permit.', '12-month'],
    ['Denda Rp1.000.000 menanti.', 'Rp1.000.000'],
    ['Dalam 50 meter dari sungai.', '50 meter'],
    ['You are under 17.', 'under 17'],
    ['Bunga 2 % setiap bulan.', '2 %'],
  ])('%s is found', (text, found) => {
    expect(writtenFigure(text)).toBe(found)
  })

  it.each([
    'Misalnya: 12,5 km dari rumah.',
    'Hanya contoh. For example 3 months.',
    'UU 30/2014 pasal 77, Perki 1/2021.',
    'Formulir F-2.01, tahun 2025.',
    'Ditinjau setiap tahun; dua saksi.',
    'Paling sedikit 10 huruf, 16 angka.',
    'Penghasilan orang tua sebulan.',
    'Paling lama {rule:test.time} sejak {since}.',
  ])('%s is none', (text) => {
    expect(writtenFigure(text)).toBeUndefined()
  })
})
