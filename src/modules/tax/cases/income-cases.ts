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

export const incomeCases: GoldenMappings = {
  'PPH21-025': grossOnly,
  'PPH21-027': grossOnly,
  'PPH21-031': oneMonth(({ inputs }) => ({
    status: inputs['status'],
    salary: inputs['salary'],
    premiums: inputs['employer_premiums'],
    pension: inputs['jht'] + inputs['jp'],
    deductions: inputs['bpjs_kes'],
  })),
  // The source adds the employer's premiums once as not taxable and once as cost; the gross is 12,500,000.
  'PPH21-X01': oneMonth(({ inputs }) => ({ status: inputs['status'], salary: 12_000_000, premiums: 500_000 })),
}
