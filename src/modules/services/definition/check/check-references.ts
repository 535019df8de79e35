import { fieldsOf, findingFields } from '../fields.ts'
import type { ServiceDefinition } from '../schema.ts'
import type { Span } from '../schema-parts.ts'
import { rulesInTexts } from '../spell.ts'
import { figuresIn, treeOf } from './ast.ts'
import { type AddFault, duplicates, type Fault, findingFaults } from './fault.ts'
import { type Installed, type RuleRow, rowOn } from './installed.ts'
import { stateAt, stepAt } from './steps.ts'

/** Everything a definition names is there, on every day from its first to its last. */
export function checkReferences(definition: ServiceDefinition, installed: Installed): Fault[] {
  return findingFaults((add) => {
    if (!installed.known.has(definition.known)) {
      add(
        'unknown-facts',
        'known',
        `Sumber fakta "${definition.known}" tidak ada.`,
        `Source of facts "${definition.known}" does not exist.`,
      )
    }
    checkOptionSources(definition, installed, add)
    if (definition.validTo && definition.validTo < definition.validFrom) {
      add('validity', 'validTo', 'Hari terakhir mendahului hari pertama.', 'The last day comes before the first.')
    }
    for (const { at, key } of ruleUses(definition, installed)) checkRule(definition, installed, at, key, add)
    for (const { at, span } of spans(definition)) checkSpan(definition, installed, at, span, add)
    checkQuota(definition, installed, add)
    checkDocuments(definition, add)
    checkCitations(definition, add)
  })
}

/** Officials look into registers at their desk; only applicants choose among rows of one. */
function checkOptionSources(definition: ServiceDefinition, installed: Installed, add: AddFault): void {
  for (const { id, optionsFrom } of fieldsOf(definition)) {
    if (optionsFrom === undefined || installed.options.has(optionsFrom)) continue
    add(
      'unknown-option-source',
      `fields.${id}`,
      `Sumber pilihan "${optionsFrom}" tidak ada.`,
      `Source of options "${optionsFrom}" does not exist.`,
    )
  }
  for (const { id, optionsFrom } of findingFields(definition)) {
    if (optionsFrom === undefined) continue
    add(
      'field-options',
      `findings.${id}`,
      'Isian petugas tidak dapat memilih dari register.',
      'What officials fill in cannot be chosen from a register.',
    )
  }
}

interface RuleUse {
  readonly at: string
  readonly key: string
}

/** Every dated rule that a case of this service may meet or that a text names, and where. */
export function ruleUses(definition: ServiceDefinition, installed: Pick<Installed, 'formulas'>): RuleUse[] {
  const { quota } = definition
  const uses = [
    ...spans(definition).map(({ at, span }) => ({ at, key: span.rule })),
    ...definition.rules.map((key) => ({ at: 'rules', key })),
    ...definition.cost.flatMap((line) =>
      [...(line.rule ? [line.rule] : []), ...(installed.formulas.get(line.formula?.name ?? '')?.rules ?? [])].map(
        (key) => ({ at: `cost.${line.id}`, key }),
      ),
    ),
    ...(quota
      ? [
          { at: 'quota', key: quota.places },
          { at: 'quota', key: quota.closes },
        ]
      : []),
    ...rulesInTexts(definition),
  ]
  const seen = new Set<string>()
  return uses
    .map(({ at, key }) => ({ at, key }))
    .filter(({ at, key }) => !seen.has(`${at} ${key}`) && seen.add(`${at} ${key}`))
}

function spans(definition: ServiceDefinition): { at: string; span: Span }[] {
  const { clock, legalLimit, validity, flow } = definition
  const found: { at: string; span: Span | undefined }[] = [
    { at: 'clock', span: clock },
    { at: 'legalLimit', span: legalLimit },
    { at: 'validity.lasts', span: validity?.lasts },
    { at: 'validity.renewFrom', span: validity?.renewFrom },
    ...flow.states.flatMap((state) => [
      { at: stateAt(state), span: state.deadline },
      { at: `${stateAt(state)}.appointment`, span: state.appointment?.within },
      ...(state.branches ?? []).map((branch) => ({
        at: `${stateAt(state)}.branches.${branch.id}`,
        span: branch.deadline,
      })),
    ]),
    ...flow.transitions.flatMap((row) => [
      { at: stepAt(row), span: row.within },
      { at: stepAt(row), span: row.extends },
      { at: stepAt(row), span: typeof row.after === 'object' ? row.after : undefined },
    ]),
  ]
  return found.filter((one): one is { at: string; span: Span } => one.span !== undefined)
}

function checkRule(definition: ServiceDefinition, installed: Installed, at: string, key: string, add: AddFault): void {
  const rows = installed.rules.filter((row) => row.key === key)
  if (rows.length === 0) {
    add('rule-missing', at, `Aturan "${key}" tidak punya baris.`, `Rule "${key}" has no row.`)
    return
  }
  const national = rows.some((row) => row.region === '')
  for (const region of national ? [''] : new Set(rows.map((row) => row.region))) {
    const gap = firstGap(rows, key, region, definition)
    if (gap) {
      const where = region ? ` (${region})` : ''
      add(
        'rule-gap',
        at,
        `Aturan "${key}" tidak berlaku pada ${gap}${where}.`,
        `Rule "${key}" has no row that holds on ${gap}${where}.`,
      )
    }
  }
  if (rows.some((row) => row.citation.trim().length < 3)) {
    add('rule-not-cited', at, `Aturan "${key}" tidak menyebut dasar hukumnya.`, `Rule "${key}" cites no law.`)
  }
}

/** The first day from validFrom to validTo that no row covers. */
function firstGap(
  rows: readonly RuleRow[],
  key: string,
  region: string,
  { validFrom, validTo }: ServiceDefinition,
): string | undefined {
  let day = validFrom
  for (let turn = 0; turn <= rows.length; turn += 1) {
    const row = rowOn(rows, key, region, day)
    if (!row) return day
    if (row.validTo === undefined || (validTo && row.validTo >= validTo)) return undefined
    day = Temporal.PlainDate.from(row.validTo).add({ days: 1 }).toString()
  }
  return undefined
}

const unitsFor: Readonly<Record<Span['per'], readonly string[]>> = {
  'working-day': ['working-day'],
  'calendar-day': ['calendar-day'],
  month: ['month'],
  year: ['year'],
}

function checkSpan(definition: ServiceDefinition, installed: Installed, at: string, span: Span, add: AddFault): void {
  const last = definition.validTo ?? '9999-12-31'
  const rows = installed.rules.filter(
    (row) => row.key === span.rule && row.validFrom <= last && (row.validTo ?? last) >= definition.validFrom,
  )
  for (const row of rows) {
    if (!unitsFor[span.per].includes(row.unit)) {
      add(
        'span-unit',
        at,
        `Jangka waktu dihitung per ${span.per}, tetapi aturan "${span.rule}" dalam ${row.unit}.`,
        `The span counts ${span.per}s, but rule "${span.rule}" is in ${row.unit}s.`,
      )
      return
    }
    if (typeof row.value !== 'number' || !Number.isInteger(row.value) || row.value < 0) {
      add(
        'span-unit',
        at,
        `Aturan "${span.rule}" tidak memuat bilangan bulat.`,
        `Rule "${span.rule}" does not hold a whole number.`,
      )
      return
    }
  }
}

function checkQuota({ quota }: ServiceDefinition, { rules }: Installed, add: AddFault): void {
  if (!quota) return
  const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value > 0
  const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  if (rules.some((row) => row.key === quota.places && !isCount(row.value))) {
    add(
      'quota-rule',
      'quota',
      `Aturan "${quota.places}" tidak memuat jumlah tempat.`,
      `Rule "${quota.places}" does not hold a number of places.`,
    )
  }
  if (rules.some((row) => row.key === quota.closes && !isDay(row.value))) {
    add(
      'quota-rule',
      'quota',
      `Aturan "${quota.closes}" tidak memuat hari.`,
      `Rule "${quota.closes}" does not hold a day.`,
    )
  }
}

function checkDocuments(definition: ServiceDefinition, add: AddFault): void {
  const ids = definition.documents.map((document) => document.id)
  const verbs = new Set(definition.flow.transitions.map((row) => row.verb))
  for (const id of duplicates(ids))
    add('document-twice', `documents.${id}`, `Dokumen "${id}" ditulis dua kali.`, `Document "${id}" is written twice.`)
  for (const document of definition.documents) {
    const at = `documents.${document.id}`
    for (const verb of document.on) {
      if (!verbs.has(verb))
        add(
          'document-step',
          at,
          `Dokumen terbit pada langkah "${verb}" yang tidak ada.`,
          `The document is issued on step "${verb}", which does not exist.`,
        )
    }
    for (const id of document.replaces) {
      if (!ids.includes(id))
        add(
          'document-replaces',
          at,
          `Dokumen "${id}" yang diganti tidak ada.`,
          `The document "${id}" that it replaces does not exist.`,
        )
    }
  }
}

/** A figure in a condition of eligibility is law, and law is cited. */
function checkCitations(definition: ServiceDefinition, add: AddFault): void {
  definition.eligibility.forEach((rule, index) => {
    const tree = treeOf(rule.when)
    if (tree && rule.basis === undefined && figuresIn(tree).some((figure) => figure > 1)) {
      add(
        'law-not-cited',
        `eligibility.${index + 1}`,
        'Syarat ini memuat angka tanpa menyebut dasarnya ("basis").',
        'This condition holds a figure without saying on what it rests ("basis").',
      )
    }
  })
  definition.legalBasis.forEach((basis, index) => {
    if (basis.citation.trim().length < 3) {
      add(
        'law-not-cited',
        `legalBasis.${index + 1}`,
        'Dasar hukum tanpa peraturan.',
        'A legal basis without a regulation.',
      )
    }
  })
}
