import { describe, expect, it } from 'vitest'
import { formatDay } from '#kernel/i18n/format.ts'
import { consumptionCalculators } from './consumption/index.ts'
import { importCalculators } from './import/index.ts'
import { localCalculators } from './local/index.ts'
import { retributionCalculators } from './retribution/index.ts'
import { sanctionCalculators } from './sanction/index.ts'
import { ask, refusal } from './testing.ts'

/** Taxes that did not exist yet, or not in this way. */
const since: Readonly<Record<string, string>> = {
  opsen: '2025-01-05',
  'alat-berat': '2024-01-05',
  'retribution.pbg': '2021-08-02',
}
const calculators = [
  ...consumptionCalculators,
  ...importCalculators,
  ...localCalculators,
  ...retributionCalculators,
  ...sanctionCalculators,
]
const days = ['2021-06-01', '2024-06-01', '2025-06-01', Temporal.Now.plainDateISO('Asia/Jakarta').toString()]

describe('on any day from 2021 on', () => {
  it.each(calculators.flatMap(({ kind, example, rules }) => days.map((day) => ({ kind, day, example, rules }))))(
    '$kind of $day counts by the rows of that day, or says from when it holds',
    ({ kind, day, example, rules }) => {
      const from = since[kind]
      if (from && day < from) {
        expect(refusal(() => ask(kind, example.input, { date: day }))).toEqual({
          path: 'date',
          text: `Perhitungan ini baru berlaku sejak ${formatDay(Temporal.PlainDate.from(from), 'id')}. Pilih tanggal sesudahnya.`,
        })
        return
      }
      const result = ask(kind, example.input, { date: day })
      expect(result.steps.length).toBeGreaterThan(0)
      expect(result.total.isNegative).toBe(false)
      expect(result.rules.length).toBeGreaterThan(0)
      for (const rule of result.rules) {
        expect(rule.validFrom <= day && (!rule.validTo || rule.validTo >= day), rule.key).toBe(true)
        expect(rules, `${rule.key} of ${kind}`).toContain(rule.key)
      }
    },
  )
})
