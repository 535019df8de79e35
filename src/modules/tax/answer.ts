import { z } from 'zod'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Rule } from '#modules/rules/index.ts'
import type { Result } from './calculation/calculate.ts'
import type { AnyCalculator } from './calculation/calculator.ts'
import { Exact } from './calculation/exact.ts'
import { inputSchema } from './calculation/schema.ts'
import { subjects } from './calculation/subjects.ts'
import type { Step } from './calculation/working.ts'

/** A whole amount as a number while it is safe, anything else as its decimal. */
export function amountJson(amount: Exact): number | string {
  const text = amount.decimal()
  return amount.isWhole && Number.isSafeInteger(Number(text)) ? Number(text) : text
}

/** One row of law as programs see it; tables stand at `/api/v1/rules`. */
function ruleJson(rule: Rule) {
  return {
    key: rule.key,
    region: rule.region,
    title: rule.title,
    citation: rule.citation,
    status: rule.status,
    validFrom: rule.validFrom,
    validTo: rule.validTo ?? null,
    ...(rule.unit === 'table' ? {} : { value: rule.value as string | number }),
  }
}

function stepJson({ id, section, label, formula, figure, rules }: Step) {
  const value =
    typeof figure === 'number'
      ? figure
      : amountJson(
          figure instanceof Exact
            ? figure
            : 'quantity' in figure
              ? figure.quantity
              : Exact.of(figure.numerator, figure.denominator),
        )
  const unit =
    figure instanceof Exact ? 'rupiah' : typeof figure === 'object' && !('quantity' in figure) ? 'rate' : 'number'
  return {
    id,
    ...(section ? { section } : {}),
    label,
    ...(formula ? { formula } : {}),
    value,
    unit,
    rules: rules.map((rule) => rule.key),
  }
}

/** The answer of the API and of the command line. */
export function resultJson(result: Result, withTrace: boolean) {
  return {
    kind: result.kind,
    date: result.day.toString(),
    region: result.region,
    total: amountJson(result.total),
    lines: result.lines.map(({ id, label, amount, destination }) => ({
      id,
      label,
      amount: amountJson(amount),
      ...(destination ? { destination } : {}),
    })),
    ...(withTrace ? { trace: result.steps.map(stepJson) } : {}),
    rules: result.rules.map(ruleJson),
    warnings: result.warnings,
    official: result.isOfficial,
    openRules: result.openRules.map((rule) => rule.key),
  }
}

/** What a calculator asks and how, for programs. */
export function calculatorJson(calculator: AnyCalculator) {
  const { subject, title, lead, law, fields, rules, example } = calculator
  const { $schema: _dialect, ...input } = z.toJSONSchema(inputSchema(fields), { io: 'input' })
  return {
    subject,
    subjectTitle: subjects[subject] as LocalText,
    title,
    lead,
    law,
    input,
    rules: [...new Set(rules)],
    example: { date: example.date, input: example.input },
  }
}
