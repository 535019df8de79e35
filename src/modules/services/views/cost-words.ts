import type { Locale } from '#kernel/i18n/texts.ts'
import { formatRupiah, rupiah } from '#kernel/money/money.ts'
import { type Rule, ruleValueText } from '#modules/rules/index.ts'
import type { CostLine, ServiceDefinition } from '../definition/schema.ts'
import { costFormulas } from '../extensions.ts'
import { isComputed, questionsBehind } from '../flow/fee-estimate.ts'
import { lowerFirst } from '../form/lower-first.ts'
import { publicTexts } from '../texts/public-face.ts'
import { serviceTexts } from '../texts.ts'

/** One line of a fee in words. */
export interface CostRow {
  readonly id: string
  readonly label: string
  readonly how: string
  readonly basis: string
  readonly isFree: boolean
}

type FindRule = (key: string) => Rule | undefined

/** How each line of a fee comes about: a fixed sum, a rate times quantities, or a computation, with its law. */
export function costRows(service: ServiceDefinition, ruleOf: FindRule, locale: Locale): CostRow[] {
  return service.cost.map((line) => {
    const rule = line.rule ? ruleOf(line.rule) : undefined
    const formulaRules = line.formula ? costFormulas.get(line.formula.name).rules.map(ruleOf) : []
    const citations = [line.basis, rule?.citation, ...formulaRules.map((each) => each?.citation)]
    return {
      id: line.id,
      label: line.label[locale],
      how: howMuch(service, line, rule, locale),
      // A rule may cite several articles, among them the one that the line itself cites.
      basis: [...new Set(citations.flatMap((citation) => citation?.split(/;\s*/) ?? []))].slice(0, 3).join('; '),
      isFree: !isComputed({ cost: [line] }) && rule?.value === 0,
    }
  })
}

function howMuch(service: ServiceDefinition, line: CostLine, rule: Rule | undefined, locale: Locale): string {
  const p = publicTexts(locale)
  const questions = questionsBehind(service, line).map((field) => lowerFirst(field.label[locale].replace(/\?$/, '')))
  const fields = questions.length ? questions.join(', ') : p('cost.nothing')
  const when = line.when ? ` (${p('cost.when')})` : ''
  if (line.formula) return p('cost.formula', { fields }) + when
  if (line.times && rule) return p('cost.times', { rate: ruleValueText(rule, locale), factors: fields }) + when
  if (rule) return (rule.value === 0 ? serviceTexts(locale)('service.free') : ruleValueText(rule, locale)) + when
  return p('cost.computed', { fields }) + when
}

/** The whole fee in a few words, for the facts beside the page. */
export function costInWords(service: ServiceDefinition, ruleOf: FindRule, locale: Locale): string {
  if (isComputed(service)) return publicTexts(locale)('fact.computed')
  const total = service.cost.reduce((sum, line) => sum + Number((line.rule && ruleOf(line.rule)?.value) || 0), 0)
  return total === 0 ? serviceTexts(locale)('service.free') : formatRupiah(rupiah(total))
}
