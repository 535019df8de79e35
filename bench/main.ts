import { parseArgs } from 'node:util'
import { benchCheckDefinition } from './check-definition.ts'
import { benchClock } from './clock.ts'
import { benchForm } from './form.ts'
import { benchImport } from './import.ts'
import { benchLetters } from './letters.ts'
import { benchLocalTax } from './local-tax.ts'
import { benchMemory } from './memory.ts'
import { benchNumbers } from './numbers.ts'
import { benchOfficeDay } from './office-day.ts'
import { benchPages } from './pages.ts'
import { benchPayments } from './payments.ts'
import { benchPopulation } from './population.ts'
import { benchProofLog } from './proof-log.ts'
import { benchQueue } from './queue.ts'
import { benchRegistration } from './registration.ts'
import { type BenchResult, type Figure, tableOf, verdictOf, writeResults } from './report.ts'
import { Stage } from './stage.ts'
import { benchStart } from './start.ts'
import { benchSubmission } from './submission.ts'
import { benchTax } from './tax.ts'
import { benchVerify } from './verify.ts'

export interface BenchOptions {
  /** Numbers of cases between which growth is judged. */
  readonly sizes: readonly [small: number, large: number]
  readonly say: (line: string) => void
}

type Bench = (stage: Stage, options: BenchOptions) => Promise<Figure[]>

const benches: Readonly<Record<string, Bench>> = {
  start: benchStart,
  memory: benchMemory,
  pages: benchPages,
  submission: benchSubmission,
  registration: benchRegistration,
  queue: benchQueue,
  'office-day': benchOfficeDay,
  form: benchForm,
  'check-definition': benchCheckDefinition,
  clock: benchClock,
  'proof-log': benchProofLog,
  verify: benchVerify,
  letters: benchLetters,
  numbers: benchNumbers,
  population: benchPopulation,
  import: benchImport,
  payments: benchPayments,
  tax: benchTax,
  'local-tax': benchLocalTax,
}

/** bin/bench. @returns exit code: 1 when a bench could not be finished or showed a fault; a missed goal is only told */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { quick: { type: 'boolean' }, only: { type: 'string' } } })
  const names = values.only?.split(',') ?? Object.keys(benches)
  const unknown = names.filter((name) => !(name in benches))
  if (unknown.length) {
    console.error(`no bench "${unknown.join('", "')}"; there are ${Object.keys(benches).join(', ')}`)
    return 2
  }
  const say = (line: string) => console.log(`bench: ${line}`)
  const options: BenchOptions = { sizes: values.quick ? [20_000, 100_000] : [100_000, 1_000_000], say }
  const stage = new Stage(say)
  const results: BenchResult[] = []
  for (const name of names) {
    say(name)
    results.push(await finish(name, benches[name] as Bench, stage, options))
  }
  await stage.close()
  const file = writeResults(results, { quick: values.quick ?? false, sizes: options.sizes })
  console.log(`\n${tableOf(results)}\n\nAll rounds: ${file}`)
  const figures = results.flatMap((result) => result.figures)
  const missed = figures.filter((figure) => verdictOf(figure) === 'miss')
  const failed = results.filter((result) => result.failure)
  console.log(`${figures.length} figures, ${missed.length} goals missed, ${failed.length} benches failed`)
  return failed.length ? 1 : 0
}

async function finish(name: string, bench: Bench, stage: Stage, options: BenchOptions): Promise<BenchResult> {
  const started = performance.now()
  const seconds = () => Math.round((performance.now() - started) / 1000)
  try {
    return { bench: name, figures: await bench(stage, options), seconds: seconds() }
  } catch (error) {
    console.error(error)
    return {
      bench: name,
      figures: [],
      failure: error instanceof Error ? error.message : String(error),
      seconds: seconds(),
    }
  } finally {
    await stage.endChildren()
  }
}
