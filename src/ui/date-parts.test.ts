import { describe, expect, test } from 'vitest'
import { missingDateParts, parseDateParts } from './components/date-field.tsx'

const form = (day: string, month: string, year: string) => ({ 'on-day': day, 'on-month': month, 'on-year': year })

describe('parseDateParts', () => {
  test.each([
    ['a date', form('20', '11', '2026'), '2026-11-20'],
    ['leading zeros', form('05', '02', '2026'), '2026-02-05'],
    ['single figures', form('5', '2', '2026'), '2026-02-05'],
    ['spaces around', form(' 5', '2 ', ' 2026 '), '2026-02-05'],
    ['a leap day', form('29', '2', '2028'), '2028-02-29'],
  ])('%s becomes ISO', (_name, posted, iso) => {
    expect(parseDateParts(posted, 'on')).toBe(iso)
  })

  test('all empty is nothing', () => {
    expect(parseDateParts(form('', ' ', ''), 'on')).toBeUndefined()
    expect(parseDateParts({}, 'on')).toBeUndefined()
  })

  test.each([
    ['a day that does not exist', form('31', '2', '2026')],
    ['no leap day', form('29', '2', '2027')],
    ['a missing month', form('31', '', '2026')],
    ['two figures for the year', form('1', '1', '26')],
    ['words', form('satu', '1', '2026')],
    ['a month of thirteen', form('1', '13', '2026')],
    ['zero', form('0', '1', '2026')],
    ['a sign', form('-1', '1', '2026')],
  ])('%s comes back as it was typed', (_name, posted) => {
    expect(parseDateParts(posted, 'on')).toEqual({
      day: posted['on-day'],
      month: posted['on-month'],
      year: posted['on-year'],
    })
  })

  test('reads FormData and URLSearchParams', () => {
    const query = new URLSearchParams(form('20', '11', '2026'))
    const data = new FormData()
    for (const [key, value] of query) data.append(key, value)
    expect(parseDateParts(query, 'on')).toBe('2026-11-20')
    expect(parseDateParts(data, 'on')).toBe('2026-11-20')
  })

  test('names the boxes that are empty', () => {
    expect(missingDateParts({ day: '1', month: '', year: '' })).toEqual(['month', 'year'])
    expect(missingDateParts({ day: '31', month: '2', year: '2026' })).toEqual([])
  })
})
