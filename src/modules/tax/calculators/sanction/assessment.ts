import { billed } from '../../calculation/billed.ts'
import { defineCalculator, type Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, count, money, option } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import { words } from '../../calculation/words.ts'
import type { Working } from '../../calculation/working.ts'
import { capped } from './lateness.ts'

const documents = [
  option('correction', 'Pembetulan sendiri yang kurang bayar', 'Shortfall corrected by the taxpayer'),
  option('audit', 'SKPDKB setelah pemeriksaan', 'Assessment after audit (SKPDKB)'),
  option('ex-officio', 'SKPDKB secara jabatan', 'Assessment ex officio (SKPDKB)'),
  option('additional', 'SKPDKBT atas data baru', 'Additional assessment (SKPDKBT)'),
] as const
type AssessmentKind = (typeof documents)[number]['value']

const interestKeys: Readonly<Partial<Record<AssessmentKind, string>>> = {
  correction: 'tax.sanction.correction-interest',
  audit: 'tax.sanction.audit-interest',
  'ex-officio': 'tax.sanction.ex-officio-interest',
}

/** @basis PP 35/2023; sebelum 5 Januari 2024 UU 28/2009 pasal 97 */
export const assessment = defineCalculator({
  kind: 'assessment',
  subject: 'sanction',
  title: { id: 'Ketetapan kurang bayar: SKPDKB dan SKPDKBT', en: 'Assessment of a shortfall (SKPDKB, SKPDKBT)' },
  lead: {
    id: 'Pajak yang kurang dibayar dengan bunga atau kenaikannya, menurut sebab ketetapan.',
    en: 'Unpaid tax with its interest or increase, by the ground of the assessment.',
  },
  words: 'pemeriksaan jabatan kurang bayar sanksi kenaikan stpd',
  law: 'region',
  fields: {
    document: choice({ label: { id: 'Ketetapan', en: 'Assessment' }, options: documents, initial: 'audit' }),
    tax: choice({
      label: { id: 'Pajak', en: 'Tax' },
      options: [
        option('pbjt', 'PBJT', 'Tax on services (PBJT)'),
        option('pbbkb', 'PBBKB', 'Vehicle fuel tax (PBBKB)'),
        option('bphtb', 'BPHTB', 'Acquisition tax (BPHTB)'),
        option('mblb', 'Pajak MBLB', 'Mineral tax (MBLB)'),
        option('walet', 'Pajak sarang burung walet', "Tax on swallows' nests"),
      ],
      when: { field: 'document', is: ['ex-officio'] },
      initial: 'pbjt',
    }),
    shortfall: money({ label: { id: 'Pajak yang kurang dibayar', en: 'Tax not paid' } }),
    months: count({
      label: { id: 'Bulan sejak terutang', en: 'Months since it fell due' },
      hint: { id: 'Bagian bulan dihitung satu bulan.', en: 'A part of a month is one month.' },
      when: { field: 'document', is: ['correction', 'audit', 'ex-officio'] },
      max: 1200,
    }),
  },
  rules: [
    'tax.sanction.correction-interest',
    'tax.sanction.audit-interest',
    'tax.sanction.ex-officio-interest',
    'tax.sanction.ex-officio-increase',
    'tax.sanction.additional-increase',
    'tax.sanction.late-months',
    'tax.local.rounding',
  ],
  compute({ document, tax, shortfall, months }, law, working) {
    const label = { id: 'Pajak yang kurang dibayar', en: 'Tax not paid' }
    const destination = document === 'ex-officio' && tax === 'pbbkb' ? 'province' : 'region'
    const interest = interestOf(document, shortfall, months, law, working)
    const increase = increaseOf(document, tax, shortfall, law, working)
    const lines: Line[] = [{ id: 'shortfall', label, amount: shortfall, destination }]
    if (!interest.isZero)
      lines.push({ id: 'interest', label: { id: 'Bunga', en: 'Interest' }, amount: interest, destination })
    if (!increase.isZero)
      lines.push({ id: 'increase', label: { id: 'Kenaikan', en: 'Increase' }, amount: increase, destination })
    return billed(lines, law, 'tax.local.rounding', working)
  },
  example: {
    date: '2026-01-15',
    input: { document: 'audit', shortfall: 50_000_000, months: 10 },
    total: 59_000_000,
  },
})

function interestOf(
  document: AssessmentKind,
  shortfall: Exact,
  months: number,
  law: Law,
  working: Working | undefined,
): Exact {
  const key = interestKeys[document]
  if (!key) return Exact.zero
  const counted = capped(months, law, working)
  const rate = law.rate(key)
  const interest = shortfall.times(rate).times(counted)
  const formula = words`${shortfall} × ${rate} × ${counted}`
  working?.step('interest', { id: 'Bunga', en: 'Interest' }, interest, formula, law.rule(key))
  return interest
}

function increaseOf(
  document: AssessmentKind,
  tax: string,
  shortfall: Exact,
  law: Law,
  working: Working | undefined,
): Exact {
  if (document !== 'ex-officio' && document !== 'additional') return Exact.zero
  const key = document === 'additional' ? 'tax.sanction.additional-increase' : 'tax.sanction.ex-officio-increase'
  const { numerator, denominator } =
    document === 'additional'
      ? law.rate(key)
      : Exact.read(law.table(key, (table) => table as Readonly<Record<string, string>>)[tax] as string)
  const rate = { numerator, denominator }
  const increase = shortfall.times(rate)
  const formula = words`${shortfall} × ${rate}`
  working?.step('increase', { id: 'Kenaikan', en: 'Increase' }, increase, formula, law.rule(key))
  return increase
}
