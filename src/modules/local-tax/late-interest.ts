import { type Rounding, rate } from '#kernel/money/money.ts'
import { type InterestSource, interestByMonths } from '#modules/billing/index.ts'
import { type Rule, ruleOn, wholeNumber } from '#modules/rules/index.ts'

/** Under which billing asks for the interest of late taxes. */
export const interestName = 'local-tax'

const rateKey = 'tax.sanction.late-interest'
const monthsKey = 'tax.sanction.late-months'
const roundingKey = 'tax.local.rounding'
export const interestRules = [rateKey, monthsKey, roundingKey] as const

/**
 * Interest of each begun month after the due day on what is still owed, by the law of the day of payment.
 * @basis PP 35/2023 pasal 59 ayat (7)
 */
export const lateInterest: InterestSource = {
  rules: interestRules,
  citation: 'PP 35/2023 pasal 59 ayat (7)',
  interestOn(question) {
    const on = (key: string) => ruleAt(question.rules, key, question.region, question.day)
    const { unit, mode } = on(roundingKey).value as { unit: number; mode: Rounding }
    return interestByMonths(question, {
      rate: rate(String(on(rateKey).value)),
      maxMonths: wholeNumber(on(monthsKey)),
      rounding: mode,
      unit: BigInt(unit) * 100n,
    })
  },
}

function ruleAt(rules: readonly Rule[], key: string, region: string, day: Temporal.PlainDate): Rule {
  const rule = ruleOn(rules, key, region, day)
  if (!rule) throw new Error(`no rule ${key} holds in ${region || 'the country'} on ${day}`)
  return rule
}
