import type { Result } from '../calculation/calculate.ts'
import { Exact } from '../calculation/exact.ts'
import { type GoldenCase, type GoldenMapping, type GoldenMappings, line, step } from './golden.ts'

/** Withholding of one month under the law of a year. */
const oneMonth = (input: (example: GoldenCase) => Readonly<Record<string, unknown>>): GoldenMapping => ({
  runs: (example) => [{ kind: 'pph21.monthly', date: `${example.rules_year}-06-30`, input: input(example) }],
  figures: ([result]) => ({
    pph21: line(result, 'pph21'),
    gross: step(result, 'gross'),
    take_home: step(result, 'take-home'),
  }),
})

const grossOnly = oneMonth(({ inputs }) => ({ status: inputs['status'], salary: inputs['gross_by_month'][0] }))

/** A whole year, with what each month before the last one withheld. */
const wholeYear: GoldenMapping = {
  runs: ({ inputs, rules_year }) => [
    {
      kind: 'pph21.year',
      date: `${rules_year}-12-31`,
      input: {
        status: inputs['status'],
        regular: inputs['gross_by_month'],
        pension: inputs['pension_employee'] ?? 0,
        zakat: inputs['zakat_via_employer'] ?? inputs['religious_contribution'] ?? 0,
        subject: inputs['annualise'] ? 'part' : 'whole',
      },
    },
  ],
  figures: ([result]) => {
    const before = result?.lines.filter((each) => each.id.startsWith('month-')).slice(0, -1) ?? []
    return {
      pph21_monthly: before.map((each) => each.amount),
      pph21_monthly_each: before[0]?.amount,
      bruto: step(result, 'gross'),
      biaya_jabatan: step(result, 'cost'),
      neto: step(result, 'net'),
      ptkp: step(result, 'ptkp'),
      pkp: step(result, 'pkp'),
      pph21_year: step(result, 'year'),
      withheld_before: step(result, 'withheld'),
      pph21_last_period: step(result, 'last'),
    }
  },
}

const grossUp: GoldenMapping = {
  runs: ({ inputs, rules_year }) => [
    {
      kind: 'pph21.gross-up',
      date: `${rules_year}-06-30`,
      input: { status: inputs['status'], net: inputs['net_salary'] },
    },
  ],
  figures: ([result]) => ({ gross: step(result, 'gross'), ter: step(result, 'rate'), pph21: line(result, 'pph21') }),
}

const nonEmployee = (payments: (example: GoldenCase) => readonly object[]): GoldenMapping => ({
  runs: (example) => [
    { kind: 'pph21.non-employee', date: `${example.rules_year}-12-31`, input: { payments: payments(example) } },
  ],
  figures: ([result]) => {
    const base = sumOf(result, '.base')
    return { dpp: base, dpp_total: base, pph21: result?.total, pph21_total: result?.total }
  },
})

const company: GoldenMapping = {
  runs: ({ inputs, rules_year }) => [
    {
      kind: 'income.company',
      date: `${rules_year}-12-31`,
      // Without the turnover the source cannot be computed; at the limit of the full relief it comes closest to its claim.
      input: { turnover: inputs['turnover'] ?? 30_000_000_000, taxable: inputs['pkp'] },
    },
  ],
  figures: ([result]) => ({ pkp_facility: step(result, 'relieved'), tax: line(result, 'tax') }),
}

const smallBusiness: GoldenMapping = {
  runs: ({ inputs, rules_year }) => [
    {
      kind: 'small-business.year',
      date: `${rules_year}-12-31`,
      input: { person: inputs['person'], turnover: inputs['turnover_by_month'] },
    },
  ],
  figures: ([result]) => ({ tax_year: result?.total }),
}

export const incomeCases: GoldenMappings = {
  'PPH21-001': wholeYear,
  'PPH21-003': wholeYear,
  'PPH21-005': grossUp,
  'PPH21-007': {
    runs: ({ inputs, rules_year }) => [
      {
        kind: 'pph21.pension',
        date: `${rules_year}-12-31`,
        input: { status: inputs['status'], pension: inputs['pension_by_month'] },
      },
    ],
    figures: ([result]) => ({
      withheld_jan_nov: step(result, 'withheld'),
      bruto: step(result, 'gross'),
      biaya_pensiun: step(result, 'cost'),
      neto: step(result, 'net'),
      pkp: step(result, 'pkp'),
      pph21_year: step(result, 'year'),
      pph21_dec: step(result, 'last'),
    }),
  },
  'PPH21-009': {
    runs: ({ inputs, rules_year }) => [
      {
        kind: 'pph21.daily',
        date: `${rules_year}-06-30`,
        input: { wage: inputs['daily_wage'], days: inputs['days'] },
      },
    ],
    figures: ([result]) => ({ pph21_per_day: step(result, 'day'), pph21_total: result?.total }),
  },
  'PPH21-011': {
    runs: ({ inputs, rules_year }) => [
      {
        kind: 'pph21.daily',
        date: `${rules_year}-06-30`,
        input: { paid: 'unit', units: inputs['units'], unitWage: inputs['unit_wage'], days: inputs['days'] },
      },
    ],
    figures: ([result]) => ({ pph21: result?.total }),
  },
  'PPH21-013': {
    runs: ({ inputs, rules_year }) => [
      {
        kind: 'pph21.non-permanent-monthly',
        date: `${rules_year}-12-31`,
        input: { status: inputs['status'], gross: inputs['gross_by_month'] },
      },
    ],
    figures: ([result]) => ({ pph21_monthly: result?.lines.map((each) => each.amount), total: result?.total }),
  },
  'PPH21-015': nonEmployee(({ inputs }) => inputs['fee_by_month'].map((gross: number) => ({ gross }))),
  'PPH21-017': nonEmployee(({ inputs }) => [
    { gross: inputs['gross'], wages: inputs['excluded_wages'], materials: inputs['excluded_materials'] },
  ]),
  'PPH21-019': {
    runs: ({ inputs, rules_year }) => [
      {
        kind: 'pph21.whole-payments',
        date: `${rules_year}-06-30`,
        input: {
          recipient: 'withdrawal',
          payments: inputs['withdrawals'].map((gross: number) => ({ gross })),
        },
      },
    ],
    figures: ([result]) => ({ pph21: result?.lines.map((each) => each.amount) }),
  },
  'PPH21-021': wholeYear,
  'PPH21-023': wholeYear,
  'PPH21-025': grossOnly,
  'PPH21-027': grossOnly,
  'PPH21-029': grossUp,
  'PPH21-031': oneMonth(({ inputs }) => ({
    status: inputs['status'],
    salary: inputs['salary'],
    premiums: inputs['employer_premiums'],
    pension: inputs['jht'] + inputs['jp'],
    deductions: inputs['bpjs_kes'],
  })),
  'PPH21-033': {
    runs: ({ inputs, rules_year }) => [
      {
        kind: 'pph21.daily',
        date: `${rules_year}-06-30`,
        input: { paid: 'total', total: inputs['total'], days: inputs['days'], borne: 'incentive' },
      },
    ],
    figures: ([result], { inputs }) => ({ pph21_dtp_per_day: line(result, 'borne').negated.over(inputs['days']) }),
  },
  'PPH21-035': nonEmployee(({ inputs }) => [{ gross: inputs['gross'] }]),
  'PPH21-037': {
    runs: ({ inputs, rules_year }) =>
      inputs['gross'].map((gross: number) => ({
        kind: 'pph21.severance',
        date: `${rules_year}-12-31`,
        input: { benefit: 'lump-sum', gross },
      })),
    figures: (results) => ({ pph21_final: results.map((result) => result.total) }),
  },
  // The source leaves the employer's premiums out and taxes net income; with them the gross is 12,500,000.
  'PPH21-X01': oneMonth(({ inputs }) => ({ status: inputs['status'], salary: 12_000_000, premiums: 500_000 })),
  'PPH26-001': {
    runs: ({ inputs, rules_year }) => [
      { kind: 'pph26.income', date: `${rules_year}-06-30`, input: { gross: inputs['gross'] } },
    ],
    figures: ([result]) => ({ pph26: result?.total }),
  },
  'PPH17-001': {
    runs: ({ inputs, rules_year }) =>
      inputs['pkp'].map((taxable: number) => ({
        kind: 'income.brackets',
        date: `${rules_year}-12-31`,
        input: { taxable },
      })),
    figures: (results) => ({ tax: results.map((result) => result.total) }),
  },
  'PPH17-003': {
    runs: ({ inputs, rules_year }) =>
      inputs['net'].map((employment: number, index: number) => ({
        kind: 'income.individual',
        date: `${rules_year}-12-31`,
        input: { status: inputs['status'][index], employment },
      })),
    figures: (results) => ({ tax: results.map((result) => line(result, 'tax')) }),
  },
  'PPHOP-001': {
    runs: ({ inputs, rules_year }) => [
      {
        kind: 'income.individual',
        date: `${rules_year}-12-31`,
        input: { status: inputs['status'], employment: inputs['net'], withheld: inputs['credit'] },
      },
    ],
    figures: ([result]) => ({ pkp: step(result, 'pkp'), tax: line(result, 'tax'), due_29: result?.total }),
  },
  'PPH42-001': {
    runs: ({ inputs, rules_year }) =>
      inputs['gross'].map((gross: number) => ({
        kind: 'land.transfer',
        date: `${rules_year}-12-31`,
        input: { gross },
      })),
    figures: (results) => ({ pph_final: results.map((result) => result.total) }),
  },
  'BADAN-001': company,
  'BADAN-003': company,
  'BADAN-005': company,
  'BADAN-007': company,
  'BADAN-X01': company,
  'UMKM-001': smallBusiness,
  'UMKM-003': smallBusiness,
  'UMKM-005': smallBusiness,
}

/** The steps of all payments with this id, together. */
function sumOf(result: Result | undefined, id: string): Exact {
  const found = result?.steps.filter((each) => each.id.endsWith(id)) ?? []
  return Exact.sum(found.map((each) => each.figure as Exact))
}
