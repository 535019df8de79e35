import { readRuleFiles } from '../../src/modules/rules/index.ts'
import { type AnyCalculator, calculators, type TaxField, taxSubjects } from '../../src/modules/tax/index.ts'
import { cell } from './schema-page.ts'

type RuleRow = ReturnType<typeof readRuleFiles>['rules'][number]

/** docs/reference/taxes.md: every calculation with what it asks, the rows of law it reads, and an example. */
export function taxesPage(): string {
  const { rules } = readRuleFiles()
  const subjects = [...new Set(calculators.map(({ subject }) => subject))]
  return `${[
    '# Taxes and retributions',
    '',
    'Made by `bin/docs` from `src/modules/tax/calculators`. Each is a page at `/pajak/hitung/KIND`, an answer of',
    '`POST /api/v1/tax/calculate` with `{"kind", "date", "region", "input"}`, and of `balai pajak hitung --file`.',
    'An input marked "own" stands in for the figure of a region whose regulation is not here; what is computed with it is an estimate.',
    '',
    ...subjects.flatMap((subject) => [
      `- ${taxSubjects[subject].en}: ${calculators
        .filter((each) => each.subject === subject)
        .map(({ kind }) => `[${kind}](#${anchor(kind)})`)
        .join(', ')}`,
    ]),
    ...calculators.flatMap((calculator) => ['', ...calculatorText(calculator, rules)]),
  ].join('\n')}\n`
}

function calculatorText(calculator: AnyCalculator, rules: readonly RuleRow[]): string[] {
  const { kind, title, lead, law, fields, example } = calculator
  const { date, input, total } = example
  return [
    `## ${kind}`,
    '',
    `**${title.en}** (${title.id}). ${lead.en} ${law === 'region' ? 'By the law of a region.' : 'By national law.'}`,
    '',
    '| Input | What | Values |',
    '|---|---|---|',
    ...Object.entries(fields).flatMap(([name, field]) => fieldLines(name, field)),
    '',
    '| Rule | Rows | Checked |',
    '|---|---|---|',
    ...[...new Set(calculator.rules)].map((key) => ruleLine(key, rules)),
    '',
    `Example of ${date}: \`${JSON.stringify(input)}\` makes Rp${total.toLocaleString('id-ID')}.`,
  ]
}

function fieldLines(name: string, field: TaxField): string[] {
  const when = field.when ? ` When ${field.when.field} is ${field.when.is.join(' or ')}.` : ''
  const line = `| \`${name}\` | ${cell(field.label.en)}.${when} | ${cell(values(field))} |`
  if (field.kind !== 'rows') return [line]
  return [line, ...Object.entries(field.fields).flatMap(([inner, each]) => fieldLines(`${name}[].${inner}`, each))]
}

function values(field: TaxField): string {
  const kinds = { count: 'whole number', 'yes-no': 'true or false', 'optional-date': 'date', months: 'twelve amounts' }
  const kind = field.kind in kinds ? kinds[field.kind as keyof typeof kinds] : field.kind
  const unit = 'suffix' in field && field.suffix ? ` in ${field.suffix.en}` : ''
  const options = field.kind === 'choice' ? `: ${field.options.map(({ value }) => value).join(', ')}` : ''
  const initial = 'initial' in field && field.initial !== undefined ? `; without it ${field.initial}` : ''
  const empty = 'optional' in field && field.optional && !field.isOwn ? '; may be left out' : ''
  return `${kind}${unit}${options}${initial}${empty}${field.isOwn ? '; own' : ''}`
}

/** Which days and places the rows of a key cover, and whether anybody has read them in the law. */
function ruleLine(key: string, rules: readonly RuleRow[]): string {
  const rows = rules.filter((row) => row.key === key)
  const spans = rows.map(
    ({ region, validFrom, validTo }) => `${region || 'country'} ${validFrom}${validTo ? ` to ${validTo}` : ' on'}`,
  )
  return `| ${key} | ${spans.join('; ')} | ${[...new Set(rows.map(({ status }) => status))].join(', ')} |`
}

function anchor(kind: string): string {
  return kind.replaceAll('.', '')
}
