import { readRuleFiles } from '../../src/modules/rules/index.ts'
import { costFormulas, inOrder, ruleUses, type ServiceDefinition } from '../../src/modules/services/index.ts'
import { saidServices } from './said-services.ts'
import { cell } from './schema-page.ts'

type RuleRow = ReturnType<typeof readRuleFiles>['rules'][number]
type Span = ServiceDefinition['clock']

/** docs/reference/services.md: every shipped service with its law, way, deadlines, fee and dated rules. */
export function servicesPage(): string {
  const { rules } = readRuleFiles()
  const services = saidServices()
  return `${[
    '# Services',
    '',
    'Made by `bin/docs` from `src/services`. Every definition is proved before it is published (docs/guides/write-a-service.md).',
    '',
    ...services.map(({ id, title }) => `- [${title.en}](#${id})`),
    ...services.flatMap((service) => ['', ...serviceText(service, rules)]),
  ].join('\n')}\n`
}

function serviceText(service: ServiceDefinition, rules: readonly RuleRow[]): string[] {
  const { id, code, version, validFrom, validTo, slug, unit, title, summary, clock, legalLimit, golden } = service
  const fields = service.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
  const limit = legalLimit ? `; the law allows ${say(legalLimit, rules)}` : ''
  return [
    `## ${id}`,
    '',
    `**${title.en}** (${title.id}), code ${code}, version ${version}, from ${validFrom}${validTo ? ` to ${validTo}` : ''}, at \`/layanan/${slug}\`, office \`${unit}\`.`,
    summary.en,
    '',
    `Promise: ${say(clock, rules)}${limit}. ${service.form.pages.length} pages, ${fields.length} fields, ${golden.length} golden cases.`,
    '',
    '| Law | About |',
    '|---|---|',
    ...service.legalBasis.map(({ citation, about }) => `| ${cell(citation)} | ${cell(about.en)} |`),
    '',
    '| State | Held by | Deadline | Steps |',
    '|---|---|---|---|',
    ...inOrder(service).map((state) => stateLine(service, state, rules)),
    ...costText(service),
    ...documentText(service),
    '',
    '| Rule | Value | Valid from | Citation | Checked |',
    '|---|---|---|---|---|',
    ...ruleLines(service, rules),
  ]
}

function stateLine(
  service: ServiceDefinition,
  state: ServiceDefinition['flow']['states'][number],
  rules: readonly RuleRow[],
): string {
  const holder = state.result ?? state.desk ?? (state.branches ? 'reviews' : state.holder)
  const reviews = (state.branches ?? []).map(
    (branch) => `${branch.id} (${branch.desk}): ${branch.outcomes.map((outcome) => outcome.id).join(', ')}`,
  )
  const steps = service.flow.transitions
    .filter((row) => row.from === state.id)
    .map((row) => `${row.verb} → ${row.to} (${row.by})`)
  const deadline = state.deadline ? say(state.deadline, rules) : ''
  return `| ${state.id} | ${holder}${state.unit ? ` at ${state.unit}` : ''} | ${deadline} | ${cell([...reviews, ...steps].join('; '))} |`
}

function costText({ cost }: ServiceDefinition): string[] {
  if (cost.length === 0) return []
  return [
    '',
    '| Fee | From |',
    '|---|---|',
    ...cost.map((line) => {
      const from = line.formula?.name ?? [line.rule ?? line.amount ?? '', ...(line.times ?? [])].join(' × ')
      return `| ${cell(line.label.en)} | \`${cell(from)}\`${line.when ? ` when \`${cell(line.when)}\`` : ''} |`
    }),
  ]
}

function documentText({ documents }: ServiceDefinition): string[] {
  if (documents.length === 0) return []
  return [
    '',
    '| Document | Issued on | Register |',
    '|---|---|---|',
    ...documents.map(({ title, on, register }) => `| ${cell(title.en)} | ${on.join(', ')} | ${register} |`),
  ]
}

function ruleLines(service: ServiceDefinition, rules: readonly RuleRow[]): string[] {
  const formulas = new Map(costFormulas.keys().map((name) => [name, costFormulas.get(name)]))
  const keys = new Set(ruleUses(service, { formulas }).map((use) => use.key))
  return rules
    .filter((row) => keys.has(row.key))
    .sort((a, b) => (`${a.key}${a.validFrom}` < `${b.key}${b.validFrom}` ? -1 : 1))
    .map((row) => {
      const value = typeof row.value === 'object' ? 'table' : `${String(row.value)} ${row.unit}`
      return `| \`${row.key}\`${row.region ? ` in ${row.region}` : ''} | ${cell(value)} | ${row.validFrom} | ${cell(row.citation)} | ${row.status} |`
    })
}

/** The newest row of the whole country. */
function say({ rule, per }: Span, rules: readonly RuleRow[]): string {
  const rows = rules.filter((row) => row.key === rule && row.region === '')
  const newest = rows.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  const length = newest ? String(newest.value) : '?'
  return `${length} ${per.replace('-', ' ')}${length === '1' ? '' : 's'}`
}
