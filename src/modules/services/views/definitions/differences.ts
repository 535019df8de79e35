import { canonicalJson } from '#kernel/journal/journal.ts'
import type { ServiceDefinition } from '../../definition/schema.ts'
import { fieldsOfPages } from '../../form/kinds.ts'

export const differenceParts = [
  'general',
  'field',
  'page',
  'state',
  'step',
  'rule',
  'fee',
  'evidence',
  'eligibility',
  'document',
  'standard',
  'golden',
] as const
export type DifferencePart = (typeof differenceParts)[number]

/** One thing in which a version differs from the one before. */
export interface Difference {
  readonly part: DifferencePart
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** What of it changed: "required", "deadline". */
  readonly of: readonly string[]
}

type Parts = ReadonlyMap<string, unknown>

/** Part by part what a new version brings, takes away and changes. */
export function differencesBetween(before: ServiceDefinition, after: ServiceDefinition): Difference[] {
  return differenceParts.flatMap((part) => compare(part, partsOf(before, part), partsOf(after, part)))
}

function compare(part: DifferencePart, before: Parts, after: Parts): Difference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((name): Difference[] => {
    const [old, now] = [before.get(name), after.get(name)]
    if (old === undefined) return [{ part, name, kind: 'added', of: [] }]
    if (now === undefined) return [{ part, name, kind: 'removed', of: [] }]
    if (canonicalJson(old) === canonicalJson(now)) return []
    return [{ part, name, kind: 'changed', of: changedKeys(old, now) }]
  })
}

function changedKeys(old: unknown, now: unknown): string[] {
  if (!isRecord(old) || !isRecord(now)) return []
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return keys.filter((key) => canonicalJson(old[key]) !== canonicalJson(now[key]))
}

function partsOf(definition: ServiceDefinition, part: DifferencePart): Parts {
  const { flow, form } = definition
  switch (part) {
    case 'general':
      return new Map(Object.entries(generalOf(definition)))
    case 'field':
      return new Map(fieldsOfPages(form.pages).map((field) => [field.id, field]))
    case 'page':
      return new Map(form.pages.map(({ groups, ...page }) => [page.id, { ...page, fields: fieldNames(groups) }]))
    case 'state':
      return new Map(flow.states.map((state) => [state.id, state]))
    case 'step':
      return new Map(flow.transitions.map((row) => [`${row.from} → ${row.verb} → ${row.to}`, row]))
    case 'rule':
      return new Map(definition.rules.map((key) => [key, key]))
    case 'fee':
      return new Map(definition.cost.map((line) => [line.id, line]))
    case 'evidence':
      return new Map(definition.evidence.allOf.map((node, index) => [evidenceName(node, index), node]))
    case 'eligibility':
      return new Map(definition.eligibility.map((rule) => [rule.when, rule]))
    case 'document':
      return new Map(definition.documents.map((letter) => [letter.id, letter]))
    case 'standard':
      return new Map(Object.entries(definition.standard ?? {}))
    case 'golden':
      return new Map(definition.golden.map((example) => [example.name, example]))
  }
}

const general = [
  'slug',
  'code',
  'title',
  'summary',
  'audience',
  'lifeEvent',
  'keywords',
  'unit',
  'minutesToFill',
  'channels',
  'products',
  'complaints',
  'legalBasis',
  'known',
  'subject',
  'territory',
  'risk',
  'clock',
  'legalLimit',
  'mandate',
  'once',
  'validity',
  'quota',
  'validTo',
] as const

function generalOf(definition: ServiceDefinition): Record<string, unknown> {
  const entries = general.map((key) => [key, definition[key]] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function fieldNames(groups: ServiceDefinition['form']['pages'][number]['groups']): string[] {
  return groups.flatMap((group) => group.fields.map((field) => field.id))
}

function evidenceName(node: ServiceDefinition['evidence']['allOf'][number], index: number): string {
  const item = 'oneOf' in node ? node.oneOf[0] : node
  return item?.label.id ?? String(index + 1)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
