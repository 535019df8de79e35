import { findFaults } from '#kernel/command/machine.ts'
import { Expressions } from './expressions.ts'
import type { FieldDefinition, ServiceDefinition } from './schema.ts'

/** What exists around a definition, against which its references are held. */
export interface Installed {
  readonly permissions: ReadonlySet<string>
  readonly effects: ReadonlySet<string>
  readonly known: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
}

/**
 * Everything that is wrong with a definition, each sentence naming the bad element; empty when it may go live.
 * Part of publishing: a definition with a fault is never stored.
 */
export function checkDefinition(definition: ServiceDefinition, installed: Installed): string[] {
  return [
    ...checkForm(definition),
    ...checkExpressions(definition),
    ...checkFlow(definition, installed),
    ...checkReferences(definition, installed),
  ]
}

export function fieldsOf(definition: ServiceDefinition): FieldDefinition[] {
  return definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
}

function checkForm(definition: ServiceDefinition): string[] {
  const faults: string[] = []
  const seen = new Set<string>()
  for (const field of fieldsOf(definition)) {
    if (seen.has(field.id)) faults.push(`field "${field.id}" occurs twice`)
    seen.add(field.id)
    if (field.kind === 'choice' && !field.options) faults.push(`choice "${field.id}" has no options`)
    if (field.kind !== 'choice' && field.options) faults.push(`field "${field.id}" has options but is no choice`)
    if (field.fixed && !field.prefill) faults.push(`field "${field.id}" is fixed but nothing fills it`)
  }
  const pages = new Set<string>()
  for (const page of definition.form.pages) {
    if (pages.has(page.id)) faults.push(`page "${page.id}" occurs twice`)
    pages.add(page.id)
  }
  for (const item of definition.evidence.allOf.flatMap((node) => ('oneOf' in node ? node.oneOf : [node]))) {
    if (item.field && !seen.has(item.field))
      faults.push(`evidence "${item.label.en}" names unknown field "${item.field}"`)
  }
  return faults
}

function checkExpressions(definition: ServiceDefinition): string[] {
  const language = new Expressions(definition)
  const faults: string[] = []
  const hold = (where: string, expression: string | undefined, expected: 'bool' | 'string' = 'bool') => {
    const fault = expression === undefined ? undefined : language.fault(expression, expected)
    if (fault) faults.push(`${where}: "${expression}" ${fault}`)
  }
  definition.eligibility.forEach((rule, index) => {
    hold(`eligibility ${index + 1}`, rule.when)
  })
  hold('subject', definition.subject, 'string')
  hold('territory', definition.territory, 'string')
  for (const page of definition.form.pages) {
    hold(`page "${page.id}" when`, page.when)
    for (const group of page.groups) hold(`a group of page "${page.id}" when`, group.when)
  }
  for (const field of fieldsOf(definition)) {
    hold(`field "${field.id}" when`, field.when)
    hold(`field "${field.id}" required`, field.required)
    hold(`field "${field.id}" prefill`, field.prefill, 'string')
    for (const check of field.checks ?? []) hold(`field "${field.id}" check`, check.holds)
  }
  return faults
}

function checkFlow(definition: ServiceDefinition, installed: Installed): string[] {
  const { flow } = definition
  const states = flow.states.map((state) => state.id)
  const final = states.filter((id) => !flow.transitions.some((row) => row.from === id))
  const faults = findFaults({ initial: flow.initial, states, transitions: flow.transitions }, final)
  for (const state of flow.states) {
    if (final.includes(state.id) !== (state.result !== undefined)) {
      faults.push(`state "${state.id}" ${state.result ? 'has a result but goes on' : 'ends without a result'}`)
    }
    if (state.holder === 'office' && !state.desk) faults.push(`state "${state.id}" is at the office but names no desk`)
    if (state.desk && !installed.permissions.has(state.desk))
      faults.push(`state "${state.id}" names unknown desk "${state.desk}"`)
  }
  for (const row of flow.transitions) {
    if (row.by !== 'applicant' && !installed.permissions.has(row.by)) {
      faults.push(`transition "${row.verb}" from "${row.from}" names unknown role "${row.by}"`)
    }
    for (const effect of row.effects) {
      if (!installed.effects.has(effect)) faults.push(`transition "${row.verb}" names unknown effect "${effect}"`)
    }
  }
  return faults
}

function checkReferences(definition: ServiceDefinition, installed: Installed): string[] {
  const faults: string[] = []
  if (!installed.known.has(definition.known)) faults.push(`unknown source of facts "${definition.known}"`)
  const rules = [definition.clock.rule, ...definition.cost.map((line) => line.rule), ...definition.rules]
  for (const rule of rules) if (!installed.rules.has(rule)) faults.push(`rule "${rule}" has no row`)
  return faults
}
