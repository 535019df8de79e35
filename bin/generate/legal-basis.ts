import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { SourceTree } from '../../test/architecture/source-tree.ts'
import { saidServices } from './said-services.ts'
import { cell } from './schema-page.ts'

/** One place that rests on a regulation. */
interface Basis {
  readonly citation: string
  readonly where: string
}

/** docs/reference/legal-basis.md: every `@basis` in code, the basis of every service, every dated row in rules/. */
export function legalBasisPage(tree: SourceTree, rulesFolder: string): string {
  const rows = readRules(rulesFolder)
  return `${[
    '# Legal basis',
    '',
    'Made by `bin/docs` from `@basis` comments and from `rules/*.json`. What changes by law is a dated row, never a constant.',
    '',
    '## Rules in code',
    '',
    '| Regulation | Code |',
    '|---|---|',
    ...basisComments(tree).map(({ citation, where }) => `| ${cell(citation)} | ${where} |`),
    '',
    '## Services',
    '',
    '| Service | Regulation | About |',
    '|---|---|---|',
    ...saidServices().flatMap((service) =>
      service.legalBasis.map(
        ({ citation, about }) => `| ${cell(service.title.en)} | ${cell(citation)} | ${cell(about.en)} |`,
      ),
    ),
    '',
    '## Dated rows',
    '',
    '| Key | Value | Valid from | to | Citation | Checked |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| \`${row.key}\` | ${cell(`${say(row.value)} ${row.unit}`)} | ${row.validFrom} | ${row.validTo ?? ''} | ${cell(row.citation)} | ${row.status} |`,
    ),
    '',
    '## Calendars and hours',
    '',
    ...calendarSources(rulesFolder).map((source) => `- ${source}`),
  ].join('\n')}\n`
}

function basisComments(tree: SourceTree): Basis[] {
  const found: Basis[] = []
  for (const file of tree.sources) {
    if (!file.path.startsWith('src/') || file.isTest) continue
    const lines = file.text.split('\n')
    for (const comment of file.comments) {
      const at = comment.text.search(/@basis\s/)
      if (at < 0) continue
      const citation =
        comment.text
          .slice(at + 6)
          .split(/\n\s*\*\s*@/)[0]
          ?.replace(/\n\s*\*\s?/g, ' ')
          .trim() ?? ''
      const after = lines.slice(comment.line - 1 + comment.text.split('\n').length).join('\n')
      found.push({ citation, where: `[${nameAfter(after)}](../../${file.path})` })
    }
  }
  return found.sort((a, b) => (`${a.citation}${a.where}` < `${b.citation}${b.where}` ? -1 : 1))
}

/** What the comment stands above: the name, so that moving lines changes nothing here. */
function nameAfter(code: string): string {
  return (
    /^\s*(?:export\s+)?(?:(?:private|readonly|static|async)\s+)*(?:const|let|function|interface|type|class)?\s*'?([\w-]+)/.exec(
      code,
    )?.[1] ?? 'here'
  )
}

const rule = z.object({
  key: z.string(),
  value: z.unknown(),
  unit: z.string(),
  citation: z.string(),
  status: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullish(),
})

/** What files of another shape (holidays, opening hours) name as their sources. */
function calendarSources(folder: string): string[] {
  const found = new Set<string>()
  for (const { name, content } of ruleFiles(folder)) {
    if (z.array(rule).safeParse(content).success) continue
    const list = z.array(z.object({ citation: z.string() })).safeParse(content)
    const map = z.object({ sources: z.record(z.string(), z.string()) }).safeParse(content)
    if (list.success) for (const row of list.data) found.add(`${name}: ${row.citation}`)
    if (map.success)
      for (const [year, source] of Object.entries(map.data.sources)) found.add(`${name} ${year}: ${source}`)
  }
  return [...found]
}

function ruleFiles(folder: string): { name: string; content: unknown }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, content: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }))
}

function readRules(folder: string): z.infer<typeof rule>[] {
  return ruleFiles(folder)
    .flatMap(({ content }) => z.array(rule).safeParse(content).data ?? [])
    .sort((a, b) => (`${a.key}${a.validFrom}` < `${b.key}${b.validFrom}` ? -1 : 1))
}

function say(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
