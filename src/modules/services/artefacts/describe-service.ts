import type { LocalText } from '#kernel/i18n/texts.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import type { EvidenceItem, ServiceDefinition } from '../definition/schema.ts'
import type { Span } from '../definition/schema-parts.ts'
import type { RuleOf } from '../flow/deadline.ts'
import { inOrder } from './procedure.ts'

/** A length of time with the law it comes from. */
interface DescribedSpan {
  readonly length: unknown
  readonly per: Span['per']
  readonly rule: string
  readonly citation: string
}

/** A service as a program may know it: nothing of any person, everything of the law. */
export interface DescribedService {
  readonly id: string
  readonly slug: string
  readonly version: number
  readonly title: LocalText
  readonly summary: LocalText
  readonly audience: readonly string[]
  readonly lifeEvent: string
  readonly unit: string
  readonly validFrom: string
  readonly validTo: string | null
}

export function summaryOf(definition: ServiceDefinition): DescribedService {
  const { id, slug, version, title, summary, audience, lifeEvent, unit, validFrom, validTo } = definition
  return { id, slug, version, title, summary, audience, lifeEvent, unit, validFrom, validTo: validTo ?? null }
}

/** @param ruleOf the rules as they hold today */
export function describeService(definition: ServiceDefinition, ruleOf: RuleOf) {
  const { clock, legalLimit, cost, flow, evidence, form } = definition
  return {
    ...summaryOf(definition),
    products: definition.products,
    channels: definition.channels,
    complaints: definition.complaints,
    legalBasis: definition.legalBasis,
    eligibility: definition.eligibility.map((rule) => ({ refusedWith: rule.refused, basis: rule.basis ?? null })),
    evidence: evidence.allOf.map((node) => ('oneOf' in node ? { oneOf: node.oneOf.map(paper) } : paper(node))),
    cost: cost.map((line) => ({
      id: line.id,
      label: line.label,
      basis: line.basis ?? null,
      rule: line.rule ? figure(ruleOf(line.rule)) : null,
      formula: line.formula?.name ?? null,
    })),
    promise: described(clock, ruleOf),
    legalLimit: legalLimit ? described(legalLimit, ruleOf) : null,
    pages: form.pages.map((page) => ({ id: page.id, title: page.title })),
    procedure: inOrder(definition).map((state) => ({
      state: state.id,
      label: state.label,
      holder: state.holder,
      result: state.result ?? null,
      deadline: state.deadline ? described(state.deadline, ruleOf) : null,
      steps: flow.transitions
        .filter((row) => row.from === state.id)
        .map((row) => ({ step: row.verb, label: row.label, by: row.by, to: row.to })),
    })),
  }
}

function paper(item: EvidenceItem) {
  return { kind: item.kind, label: item.label, field: item.field ?? null, basis: item.basis ?? null }
}

function described(span: Span, ruleOf: RuleOf): DescribedSpan {
  const rule = ruleOf(span.rule)
  return { length: rule.value, per: span.per, rule: rule.key, citation: rule.citation }
}

function figure({ key, value, unit, citation }: RuleUse) {
  return { key, value, unit, citation }
}
