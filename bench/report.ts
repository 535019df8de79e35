import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fromRoot } from '#kernel/paths.ts'

/** One measured thing beside its limit, both from the same run. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly value: number
  /** What the machine, or the same work without Balai, does under the same conditions. */
  readonly limit?: { readonly name: string; readonly value: number } | undefined
  readonly goal?: Goal | undefined
  /** What another product says of the same work, on its own machines: to be read beside, not as a ratio. */
  readonly published?: { readonly by: string; readonly value: number } | undefined
  /** Single rounds and whatever else helps to judge the figure. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined
}

/** What is promised: of the ratio to the limit, or of the value itself. */
export interface Goal {
  readonly of: 'ratio' | 'value'
  readonly is: '>=' | '<='
  readonly than: number
}

export interface BenchResult {
  readonly bench: string
  readonly figures: readonly Figure[]
  /** Why the bench could not be finished, or what it found wrong. */
  readonly failure?: string | undefined
  readonly seconds: number
}

export const resultsFolder = fromRoot('bench/results')

export function ratioOf({ value, limit }: Figure): number | undefined {
  return limit && limit.value !== 0 ? value / limit.value : undefined
}

export function verdictOf(figure: Figure): 'ok' | 'miss' | '' {
  const { goal } = figure
  if (!goal) return ''
  const measured = goal.of === 'ratio' ? ratioOf(figure) : figure.value
  if (measured === undefined) return 'miss'
  return (goal.is === '>=' ? measured >= goal.than : measured <= goal.than) ? 'ok' : 'miss'
}

/** Writes everything as JSON, for other programs and for comparison over time. */
export function writeResults(results: readonly BenchResult[], options: Readonly<Record<string, unknown>>): string {
  const file = `${resultsFolder}/latest.json`
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model, memoryBytes: totalmem(), node: process.version }
  const benches = results.map((result) => ({
    ...result,
    figures: result.figures.map((figure) => ({
      ...figure,
      ratio: ratioOf(figure),
      verdict: verdictOf(figure) || undefined,
    })),
  }))
  mkdirSync(resultsFolder, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, options, benches }, null, 2)}\n`)
  return file
}

export function tableOf(results: readonly BenchResult[]): string {
  const head = ['bench', 'figure', 'ours', 'limit', 'ratio', 'goal', '']
  const rows = results.flatMap(({ bench, figures, failure }) => [
    ...figures.map((figure) => rowOf(bench, figure)),
    ...(failure ? [[bench, `FAILED: ${failure}`, '', '', '', '', 'FAIL']] : []),
  ])
  const widths = head.map((_, column) =>
    Math.min(58, Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length))),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  const others = results.flatMap(({ figures }) => figures.flatMap((figure) => besideOf(figure)))
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line), ...others].join('\n')
}

function besideOf({ name, unit, value, published }: Figure): string[] {
  if (!published) return []
  return [`${name}: ${shown(value)} ${unit}; published by others: ${published.value} ${unit} (${published.by})`]
}

function rowOf(bench: string, figure: Figure): string[] {
  const { name, unit, value, limit, goal } = figure
  const ratio = ratioOf(figure)
  return [
    bench,
    name,
    `${shown(value)} ${unit}`,
    limit ? `${shown(limit.value)} ${unit} (${limit.name})` : '',
    ratio === undefined ? '' : ratio.toFixed(2),
    goal ? `${goal.of === 'ratio' ? 'ratio ' : ''}${goal.is} ${goal.than}` : '',
    verdictOf(figure),
  ]
}

function shown(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-GB')
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
}
