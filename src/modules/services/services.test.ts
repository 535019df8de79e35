import { describe, expect, it } from 'vitest'
import { birthCertificate } from '#services/birth-certificate/definition.ts'
import { nameTokens } from './case/search-tokens.ts'
import { parseCaseNumber } from './case/tracking.ts'
import { checkNeeds, openTransitions, transitionOf } from './domain.ts'
import { dueWords, sinceWhen } from './views/case-words.ts'

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Jakarta').toInstant()

describe('tracking numbers', () => {
  it('are read however people type them', () => {
    for (const typed of ['2026/AL/000481', '2026-al-481', ' 2026 AL 481 ', '2026.AL.000481']) {
      expect(parseCaseNumber(typed)).toBe('2026/AL/000481')
    }
    expect(parseCaseNumber('AL/2026/481')).toBeUndefined()
  })
})

describe('the flow', () => {
  it('the applicant may withdraw until the signature, and never after', () => {
    const verbs = (state: string) =>
      openTransitions(birthCertificate, state, (by) => by === 'applicant').map((row) => row.verb)
    expect(verbs('received')).toContain('withdraw')
    expect(verbs('verifying')).toContain('withdraw')
    expect(verbs('signing')).toEqual([])
    expect(verbs('issued')).toEqual(['report-error'])
  })

  it('walks every transition once: each leads to a state that exists, and each end has a result', () => {
    for (const row of birthCertificate.flow.transitions) {
      expect(transitionOf(birthCertificate, row.from, row.verb).to).toBe(row.to)
      expect(birthCertificate.flow.states.some((state) => state.id === row.to)).toBe(true)
    }
  })

  it('a verb that does not leave the state is refused', () => {
    expect(() => transitionOf(birthCertificate, 'issued', 'sign')).toThrow(/wrong-state/)
  })

  it('refusal without a reason, return without a mark and acceptance with marks are refused', () => {
    const needs = (state: string, verb: string, reason: string, marks: { field: string; note: string }[]) => () =>
      checkNeeds(transitionOf(birthCertificate, state, verb), { reason, marks })
    expect(needs('verifying', 'refuse', 'tidak', [])).toThrow(/invalid-input/)
    expect(needs('verifying', 'refuse', 'Surat ini milik bayi lain.', [])).not.toThrow()
    expect(needs('received', 'send-back', '', [])).toThrow(/invalid-input/)
    expect(needs('received', 'forward', '', [{ field: 'birthTime', note: 'salah' }])).toThrow(/invalid-input/)
  })
})

describe('words', () => {
  it('say how late or how near a promise is', () => {
    const now = at('2026-11-23T10:00')
    expect(dueWords(at('2026-11-21T16:00'), now, 'id', 'Asia/Jakarta')).toEqual({
      text: 'terlambat 2 hari',
      tone: 'late',
    })
    expect(dueWords(at('2026-11-23T16:00'), now, 'id', 'Asia/Jakarta')).toEqual({
      text: 'hari ini 16.00',
      tone: 'soon',
    })
    expect(dueWords(at('2026-11-24T16:00'), now, 'en', 'Asia/Jakarta').text).toBe('tomorrow 16:00')
  })
  it('say since when as people do', () => {
    expect(sinceWhen(at('2026-11-23T08:00'), at('2026-11-23T10:00'), 'id', 'Asia/Jakarta')).toBe('pagi ini')
    expect(sinceWhen(at('2026-11-22T14:00'), at('2026-11-23T10:00'), 'id', 'Asia/Jakarta')).toBe('kemarin siang')
  })
  it('names are found without accents, case and punctuation', () => {
    expect(nameTokens("Ma'ruf Ávila-Santoso")).toEqual(['ma', 'ruf', 'avila', 'santoso'])
  })
})
